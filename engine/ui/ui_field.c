/* Fields to type into, lists that scroll, and rows of short answers. */

#include <stdbool.h>
#include <string.h>

#include "ui/box.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/measure.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { RADIUS = 8, PAD = 10, CARET_W = 2 };

static bool erase_last(char *text)
{
    size_t length = strlen(text);

    if (length == 0) {
        return false;
    }
    do {
        length--;
    } while (length > 0 && ((unsigned char)text[length] & 0xC0U) == 0x80U);
    text[length] = '\0';
    return true;
}

/* Whole characters, as many as there is room for. */
static bool append_typed(const Field *field, const char *typed)
{
    size_t length = strlen(field->text);
    bool changed = false;

    while (*typed != '\0') {
        size_t one = (size_t)utf8_length(typed);
        bool wanted = field->digits ? *typed >= '0' && *typed <= '9' : (unsigned char)*typed >= ' ';
        if (wanted && length + one < (size_t)field->size) {
            memcpy(field->text + length, typed, one);
            length += one;
            field->text[length] = '\0';
            changed = true;
        }
        typed += one;
    }
    return changed;
}

/* The end of a text that is too long for its box: where one types. */
static const char *visible_end(const Ui *ui, const char *text, int room)
{
    while (*text != '\0' && ui_width(ui, TYPE_BODY, text) > room) {
        text += utf8_length(text);
    }
    return text;
}

static void draw_field(Ui *ui, Box box, const Field *field, bool types)
{
    Box inside = {box.x + PAD, box.y, box.w - 2 * PAD, box.h};
    const char *shown = visible_end(ui, field->text, inside.w - CARET_W - 2);

    draw_round(ui->list, box, look_edge(INK_WELL, RADIUS, types ? INK_ACCENT : INK_EDGE, 1));
    if (shown[0] != '\0') {
        ui_text(ui, inside, (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, shown);
    } else if (field->empty != NULL && !types) {
        ui_text(ui, inside, (Style){TYPE_BODY, INK_LOW, ALIGN_LEFT, true}, field->empty);
    }
    if (types) {
        int line = ui_line(ui, TYPE_BODY);
        Box caret = {inside.x + ui_width(ui, TYPE_BODY, shown) + 1, box.y + (box.h - line) / 2,
                     CARET_W, line};
        draw_round(ui->list, caret, look_fill(INK_ACCENT, 0));
        ui->types = true;
        ui->types_at = box;
    }
}

bool ui_field(Ui *ui, Box box, const Field *field)
{
    UiKey key = ui->input.key;
    UiTouch touch = ui_zone(ui, field->id, box);
    bool changed = false;

    if (key == UI_KEY_ENTER) {
        ui->input.key = key; /* it ends the typing: whatever stands below answers it */
    }
    if (ui->focus == field->id && ui_key(ui, UI_KEY_BACK)) {
        ui->focus = 0;
    }
    bool types = ui->focus == field->id;
    if (types) {
        changed = append_typed(field, ui->input.typed);
        ui->input.typed[0] = '\0';
        changed = (ui_key(ui, UI_KEY_ERASE) && erase_last(field->text)) || changed;
    }
    draw_field(ui, box, field, types);
    if (touch.focused) {
        ui_ring(ui, box, RADIUS, INK_ACCENT);
    }
    return changed;
}

int ui_scroll(Ui *ui, int first, int rows, int shown)
{
    first -= ui->input.wheel;
    first += ui_key(ui, UI_KEY_PAGE_DOWN) ? shown : 0;
    first -= ui_key(ui, UI_KEY_PAGE_UP) ? shown : 0;
    first = first > rows - shown ? rows - shown : first;
    return first < 0 ? 0 : first;
}

int ui_choices(Ui *ui, Box box, const Choices *choices)
{
    enum { BETWEEN = 6 };
    int selected = choices->selected;

    for (int i = 0; i < choices->count; i++) {
        const Button button = {.id = ui_id(choices->kind, i),
                               .label = choices->label[i],
                               .icon = i == choices->selected ? ICON_CHECK : -1,
                               .chosen = i == choices->selected};
        if (ui_button(ui, box_column(box, i, choices->count, BETWEEN), &button)) {
            selected = i;
        }
    }
    return selected;
}
