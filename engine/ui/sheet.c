#include "ui/sheet.h"

#include <stdint.h>
#include <stdio.h>

#include "text/prose.h"
#include "ui/draw.h"

enum { AMOUNT_SIZE = 24, COLUMN_GAP = 8 };

static Sheet sheet_of(Ui *ui, Box box, bool compact)
{
    return (
        Sheet){.ui = ui, .box = box, .compact = compact, .body = compact ? TYPE_SMALL : TYPE_BODY};
}

Sheet sheet_measured(Ui *ui, int width, bool compact)
{
    return sheet_of(ui, (Box){0, 0, width, 0}, compact);
}

Sheet sheet_drawn(Ui *ui, Box box, bool compact)
{
    Sheet sheet = sheet_of(ui, box, compact);

    sheet.draws = true;
    return sheet;
}

void sheet_gap(Sheet *sheet, int height)
{
    int wanted = sheet->compact ? height / 3 : height;

    if (sheet->used > 0 && wanted > sheet->gap) {
        sheet->gap = wanted;
    }
}

/* The next piece of this height, from edge to edge. */
static Box take(Sheet *sheet, int height)
{
    sheet->used += sheet->gap;
    sheet->gap = 0;
    Box box = {sheet->box.x, sheet->box.y + sheet->used, sheet->box.w, height};
    sheet->used += height;
    return box;
}

static bool is_drawn(const Sheet *sheet, Box box)
{
    return sheet->draws && box.y + box.h <= sheet->box.y + sheet->box.h;
}

static void paragraph(Sheet *sheet, Box box, Style style, const char *text)
{
    ui_paragraph(sheet->ui, box, style, text);
}

void sheet_head(Sheet *sheet, Type type, const char *text, const char *end)
{
    Ui *ui = sheet->ui;
    int right = end[0] == '\0' ? 0 : ui_width(ui, type, end) + 1 + COLUMN_GAP;
    Box box = take(sheet, ui_paragraph_height(ui, sheet->box.w - right, type, text));

    if (is_drawn(sheet, box)) {
        Box at = {box.x + box.w - right, box.y, right, ui_line(ui, type)};
        box.w -= right;
        paragraph(sheet, box, (Style){type, INK_HIGH, ALIGN_LEFT, false}, text);
        ui_text(ui, at, (Style){type, INK_HIGH, ALIGN_RIGHT, false}, end);
    }
}

void sheet_text(Sheet *sheet, Ink ink, const char *text)
{
    if (text[0] == '\0') {
        return;
    }
    Box box = take(sheet, ui_paragraph_height(sheet->ui, sheet->box.w, sheet->body, text));
    if (is_drawn(sheet, box)) {
        paragraph(sheet, box, (Style){sheet->body, ink, ALIGN_LEFT, false}, text);
    }
}

static int amount_column(const Sheet *sheet)
{
    return ui_width(sheet->ui, sheet->compact ? TYPE_CAPTION : TYPE_STRONG, "= 00") + 1;
}

static void amount_and_text(Sheet *sheet, const char *amount, Ink ink, const char *text)
{
    Ui *ui = sheet->ui;
    int column = amount_column(sheet);
    Type type = sheet->compact ? TYPE_CAPTION : TYPE_STRONG;
    int width = sheet->box.w - column - COLUMN_GAP;
    Box box = take(sheet, ui_paragraph_height(ui, width, sheet->body, text));

    if (!is_drawn(sheet, box)) {
        return;
    }
    Box left = {box.x, box.y, column, ui_line(ui, sheet->body)};
    ui_text(ui, left, (Style){type, ink, ALIGN_RIGHT, false}, amount);
    box.x += column + COLUMN_GAP;
    box.w = width;
    paragraph(sheet, box, (Style){sheet->body, INK_MID, ALIGN_LEFT, false}, text);
}

void sheet_term(Sheet *sheet, int amount, const char *text)
{
    char number[AMOUNT_SIZE];
    Prose prose = prose_start(number, sizeof number);

    prose_add_number(&prose, amount, amount != 0);
    amount_and_text(sheet, number, amount > 0 ? INK_OK : amount < 0 ? INK_RISK : INK_LOW, text);
}

void sheet_sum(Sheet *sheet, int value)
{
    char number[AMOUNT_SIZE];
    Prose prose = prose_start(number, sizeof number);
    int column = amount_column(sheet);

    sheet_gap(sheet, 2);
    Box line = take(sheet, 1);
    if (is_drawn(sheet, line)) {
        line.w = column;
        draw_round(sheet->ui->list, line, look_fill(INK_EDGE, 0));
    }
    prose_add(&prose, "= ");
    prose_add_number(&prose, value, false);
    amount_and_text(sheet, number, INK_HIGH, " ");
}

void sheet_bar(Sheet *sheet, const SheetBar *bar)
{
    enum { HEIGHT = 9, LABEL_MOST = 124 };
    Ui *ui = sheet->ui;
    Type type = sheet->compact ? TYPE_SMALL : TYPE_BODY;
    Type strong = sheet->compact ? TYPE_CAPTION : TYPE_STRONG;
    Box box = take(sheet, ui_line(ui, type) + (sheet->compact ? 0 : 2));
    char text[AMOUNT_SIZE];
    Prose prose = prose_start(text, sizeof text);

    if (!is_drawn(sheet, box)) {
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

void sheet_line(Sheet *sheet)
{
    enum { AROUND = 6 };

    sheet_gap(sheet, AROUND);
    Box box = take(sheet, 1);
    if (is_drawn(sheet, box)) {
        draw_round(sheet->ui->list, box, look_fill(INK_LINE, 0));
    }
    sheet_gap(sheet, AROUND);
}
