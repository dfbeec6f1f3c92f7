#include "ui/column.h"

#include "text/prose.h"
#include "ui/draw.h"

enum { AMOUNT_SIZE = 24, COLUMN_GAP = 8 };

static Column column_of(Ui *ui, Box box, bool compact)
{
    return (
        Column){.ui = ui, .box = box, .compact = compact, .body = compact ? TYPE_SMALL : TYPE_BODY};
}

Column column_measured(Ui *ui, int width, bool compact)
{
    return column_of(ui, (Box){0, 0, width, 0}, compact);
}

Column column_drawn(Ui *ui, Box box, bool compact)
{
    Column column = column_of(ui, box, compact);

    column.draws = true;
    return column;
}

void column_gap(Column *column, int height)
{
    int wanted = column->compact ? height / 3 : height;

    if (column->used > 0 && wanted > column->gap) {
        column->gap = wanted;
    }
}

/* The next piece of this height, from edge to edge. */
static Box take(Column *column, int height)
{
    column->used += column->gap;
    column->gap = 0;
    Box box = {column->box.x, column->box.y + column->used, column->box.w, height};
    column->used += height;
    return box;
}

static bool is_drawn(const Column *column, Box box)
{
    return column->draws && box.y + box.h <= column->box.y + column->box.h;
}

static void paragraph(Column *column, Box box, Style style, const char *text)
{
    ui_paragraph(column->ui, box, style, text);
}

void column_head(Column *column, Type type, const char *text, const char *end)
{
    Ui *ui = column->ui;
    int right = end[0] == '\0' ? 0 : ui_width(ui, type, end) + 1 + COLUMN_GAP;
    Box box = take(column, ui_paragraph_height(ui, column->box.w - right, type, text));

    if (is_drawn(column, box)) {
        Box at = {box.x + box.w - right, box.y, right, ui_line(ui, type)};
        box.w -= right;
        paragraph(column, box, (Style){type, INK_HIGH, ALIGN_LEFT, false}, text);
        ui_text(ui, at, (Style){type, INK_HIGH, ALIGN_RIGHT, false}, end);
    }
}

void column_text(Column *column, Ink ink, const char *text)
{
    if (text[0] == '\0') {
        return;
    }
    Box box = take(column, ui_paragraph_height(column->ui, column->box.w, column->body, text));
    if (is_drawn(column, box)) {
        paragraph(column, box, (Style){column->body, ink, ALIGN_LEFT, false}, text);
    }
}

static int amount_column(const Column *column)
{
    return ui_width(column->ui, column->compact ? TYPE_CAPTION : TYPE_STRONG, "= 00") + 1;
}

static void amount_and_text(Column *column, const char *amount, Ink ink, const char *text)
{
    Ui *ui = column->ui;
    int amounts = amount_column(column);
    Type type = column->compact ? TYPE_CAPTION : TYPE_STRONG;
    int width = column->box.w - amounts - COLUMN_GAP;
    Box box = take(column, ui_paragraph_height(ui, width, column->body, text));

    if (!is_drawn(column, box)) {
        return;
    }
    Box left = {box.x, box.y, amounts, ui_line(ui, column->body)};
    ui_text(ui, left, (Style){type, ink, ALIGN_RIGHT, false}, amount);
    box.x += amounts + COLUMN_GAP;
    box.w = width;
    paragraph(column, box, (Style){column->body, INK_MID, ALIGN_LEFT, false}, text);
}

void column_term(Column *column, int amount, const char *text)
{
    char number[AMOUNT_SIZE];
    Prose prose = prose_start(number, sizeof number);

    prose_add_number(&prose, amount, amount != 0);
    amount_and_text(column, number, amount > 0 ? INK_OK : amount < 0 ? INK_RISK : INK_LOW, text);
}

void column_sum(Column *column, int value)
{
    char number[AMOUNT_SIZE];
    Prose prose = prose_start(number, sizeof number);
    int amounts = amount_column(column);

    column_gap(column, 2);
    Box line = take(column, 1);
    if (is_drawn(column, line)) {
        line.w = amounts;
        draw_round(column->ui->list, line, look_fill(INK_EDGE, 0));
    }
    prose_add(&prose, "= ");
    prose_add_number(&prose, value, false);
    amount_and_text(column, number, INK_HIGH, " ");
}

void column_bar(Column *column, const ColumnBar *bar)
{
    enum { HEIGHT = 9, LABEL_MOST = 124 };
    Ui *ui = column->ui;
    Type type = column->compact ? TYPE_SMALL : TYPE_BODY;
    Type strong = column->compact ? TYPE_CAPTION : TYPE_STRONG;
    Box box = take(column, ui_line(ui, type) + (column->compact ? 0 : 2));
    char text[AMOUNT_SIZE];
    Prose prose = prose_start(text, sizeof text);

    if (!is_drawn(column, box)) {
        return;
    }
    prose_add_number(&prose, bar->now, false);
    Box number = box_cut_right(&box, ui_width(ui, strong, "00") + 2, COLUMN_GAP);
    ui_text(ui, number, (Style){strong, INK_HIGH, ALIGN_RIGHT, false}, text);
    int most = box.w * 55 / 100;
    Box label = box_cut_left(&box, most < LABEL_MOST ? most : LABEL_MOST, COLUMN_GAP);
    ui_text(
        ui, label,
        (Style){bar->strong ? strong : type, bar->strong ? INK_HIGH : INK_MID, ALIGN_LEFT, false},
        bar->label);
    Box ground = {box.x, box.y + (box.h - HEIGHT) / 2, box.w, HEIGHT};
    draw_round(ui->list, ground, look_fill(INK_WELL, HEIGHT / 2));
    int now = bar->now < 0 ? 0 : bar->now > bar->most ? bar->most : bar->now;
    ground.w = bar->most > 0 ? ground.w * now / bar->most : 0;
    if (ground.w > 0) {
        draw_round(ui->list, ground, look_fill(bar->ink, HEIGHT / 2));
    }
}

void column_line(Column *column)
{
    enum { AROUND = 6 };

    column_gap(column, AROUND);
    Box box = take(column, 1);
    if (is_drawn(column, box)) {
        draw_round(column->ui->list, box, look_fill(INK_LINE, 0));
    }
    column_gap(column, AROUND);
}
