/* Text in boxes: measured, broken, cut; nothing runs over its box unseen. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "text/voice.h"
#include "ui/box.h"
#include "ui/draw.h"
#include "ui/lines.h"
#include "ui/measure.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { CUT_SIZE = 1024, FAINT = 90 };

static const char ellipsis[] = "…";

static int width_of(const Ui *ui, Type type, const char *text, int length)
{
    const Run run = {type_face(type), theme_type_size(ui->theme, type), text, length};

    return measure_width(&ui->measure, &run);
}

int ui_width(const Ui *ui, Type type, const char *text)
{
    return width_of(ui, type, text, (int)strlen(text));
}

int ui_line(const Ui *ui, Type type)
{
    return theme_line(ui->theme, type);
}

static void put(Ui *ui, Box box, Style style, const char *text, int length)
{
    DrawCommand how = {.type = (uint8_t)style.type, .align = (uint8_t)style.align};

    how.look = look_fill(style.ink, 0);
    draw_text(ui->list, box, text, length, &how);
}

/* The longest beginning of a text that fits with an ellipsis behind it. */
static void put_cut(Ui *ui, Box box, Style style, const char *text, int length)
{
    char cut[CUT_SIZE];
    int room = box.w - ui_width(ui, style.type, ellipsis);
    int kept = 0;

    while (kept < length && kept < CUT_SIZE - 8) {
        int next = kept + utf8_length(text + kept);
        if (width_of(ui, style.type, text, next) > room) {
            break;
        }
        kept = next;
    }
    while (kept > 0 && text[kept - 1] == ' ') {
        kept--;
    }
    snprintf(cut, sizeof cut, "%.*s%s", kept, text, ellipsis);
    put(ui, box, style, cut, (int)strlen(cut));
}

/* The type in which it fits, from this one down. */
static Type fitting_line(const Ui *ui, int width, Type type, const char *text, int length)
{
    while (width_of(ui, type, text, length) > width && type_smaller(type) != type) {
        type = type_smaller(type);
    }
    return type;
}

static void put_line(Ui *ui, Box box, Style style, const char *text, int length)
{
    if (style.elide) {
        style.type = fitting_line(ui, box.w, style.type, text, length);
    }
    bool fits = width_of(ui, style.type, text, length) <= box.w;
    if (!fits && style.elide) {
        ui->list->elided++;
        put_cut(ui, box, style, text, length);
        return;
    }
    ui->list->overflows += !fits;
    put(ui, box, style, text, length);
    if (!fits && ui->list->count > 0) {
        ui->list->item[ui->list->count - 1].too_wide = 1;
    }
}

void ui_text(Ui *ui, Box box, Style style, const char *text)
{
    if (text[0] != '\0' && box.w > 0) {
        put_line(ui, box, style, text, (int)strlen(text));
    }
}

void ui_name(Ui *ui, Box box, Style style, const char *text)
{
    int length = (int)strlen(text);

    style.type = fitting_line(ui, box.w, style.type, text, length);
    if (width_of(ui, style.type, text, length) <= box.w) {
        put(ui, box, style, text, length);
    } else {
        put_cut(ui, box, style, text, length);
    }
}

void ui_mark(Ui *ui, Box box, Style style, const char *text)
{
    DrawCommand how = {.type = (uint8_t)style.type, .align = (uint8_t)style.align};

    how.look = look_fill(style.ink, 0);
    how.look.alpha = FAINT;
    draw_text(ui->list, box, text, (int)strlen(text), &how);
}

static LineRoom room_of(const Ui *ui, int width, Type type, Indent indent)
{
    return (LineRoom){.measure = &ui->measure,
                      .language = ui->voice->language,
                      .face = type_face(type),
                      .size = theme_type_size(ui->theme, type),
                      .width = width,
                      .indent = indent.width,
                      .indented = indent.lines};
}

static const Indent no_indent = {0, 0};

bool ui_fits(const Ui *ui, Box box, Type type, const char *text, Indent indent)
{
    Lines lines;

    const LineRoom around = room_of(ui, box.w, type, indent);
    lines_break(&lines, text, &around);
    return lines.cut == 0 && lines.count * ui_line(ui, type) <= box.h;
}

Type ui_fitting(const Ui *ui, Box box, Type type, const char *text)
{
    while (!ui_fits(ui, box, type, text, no_indent) && type_smaller(type) != type) {
        type = type_smaller(type);
    }
    return type;
}

int ui_paragraph_around(Ui *ui, Box box, Style style, const char *text, Indent indent)
{
    Lines lines;
    int height = ui_line(ui, style.type);
    int room = box.h / height;

    const LineRoom around = room_of(ui, box.w, style.type, indent);
    lines_break(&lines, text, &around);
    if (lines.count > room && !style.elide) {
        ui->list->overflows++;
    }
    int shown = lines.count > room && style.elide ? room : lines.count;
    ui->list->elided += shown < lines.count;
    for (int i = 0; i < shown; i++) {
        Line line = lines.line[i];
        int in = i < indent.lines ? indent.width : 0;
        Box at = {box.x + in, box.y + i * height, box.w - in, height};
        if (i == shown - 1 && shown < lines.count) {
            put_cut(ui, at, style, text + line.start, line.length);
        } else {
            put_line(ui, at, style, text + line.start, line.length);
        }
    }
    return shown * height;
}

int ui_paragraph(Ui *ui, Box box, Style style, const char *text)
{
    if (style.elide) {
        style.type = ui_fitting(ui, box, style.type, text);
    }
    return ui_paragraph_around(ui, box, style, text, no_indent);
}

int ui_paragraph_height(const Ui *ui, int width, Type type, const char *text)
{
    Lines lines;

    const LineRoom around = room_of(ui, width, type, no_indent);
    lines_break(&lines, text, &around);
    return lines.count * ui_line(ui, type);
}
