#include "ui/ui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint32_t ui_id(const char *kind, int index)
{
    uint32_t hash = 2166136261U; /* FNV-1a */

    for (const char *c = kind; *c != '\0'; c++) {
        hash = (hash ^ (unsigned char)*c) * 16777619U;
    }
    hash = (hash ^ (uint32_t)(index + 1)) * 16777619U;
    return hash == 0 ? 1 : hash;
}

/* ---- focus ---- */

static int find_zone(const UiZone *zone, int count, uint32_t id)
{
    for (int i = 0; i < count; i++) {
        if (zone[i].id == id) {
            return i;
        }
    }
    return -1;
}

static void focus_step(Ui *ui, int by)
{
    int at = find_zone(ui->last, ui->last_count, ui->focus);

    if (ui->last_count == 0) {
        return;
    }
    at = at < 0 && by < 0 ? 0 : at;
    for (int n = 0; n < ui->last_count; n++) {
        at = (at + by + ui->last_count) % ui->last_count;
        if (!ui->last[at].by_mouse) {
            ui->focus = ui->last[at].id;
            return;
        }
    }
}

/* How far a zone lies in a direction: what is off the line counts double.  -1: not in it at all. */
static int distance_toward(Spot from, Spot to, UiKey key)
{
    int right = to.x - from.x;
    int down = to.y - from.y;
    int along = key == UI_KEY_LEFT    ? -right
                : key == UI_KEY_RIGHT ? right
                : key == UI_KEY_UP    ? -down
                                      : down;
    int across = key == UI_KEY_LEFT || key == UI_KEY_RIGHT ? abs(down) : abs(right);

    return along <= 0 || across > 3 * along ? -1 : along + 2 * across;
}

static void focus_toward(Ui *ui, UiKey key)
{
    int at = find_zone(ui->last, ui->last_count, ui->focus);
    int best = -1;
    int least = 0;

    if (at < 0) {
        focus_step(ui, 1);
        return;
    }
    Spot from = box_centre(ui->last[at].box);
    for (int i = 0; i < ui->last_count; i++) {
        int distance = distance_toward(from, box_centre(ui->last[i].box), key);
        bool may = i != at && !ui->last[i].by_mouse && distance >= 0;
        if (may && (best < 0 || distance < least)) {
            best = i;
            least = distance;
        }
    }
    if (best >= 0) {
        ui->focus = ui->last[best].id;
    }
}

static void move_focus(Ui *ui, bool steps)
{
    UiKey key = ui->input.key;

    switch (key) {
    case UI_KEY_LEFT:
    case UI_KEY_RIGHT:
        if (steps) {
            return;
        }
        focus_toward(ui, key);
        break;
    case UI_KEY_NEXT:
    case UI_KEY_PREVIOUS:
        focus_step(ui, key == UI_KEY_NEXT ? 1 : -1);
        break;
    case UI_KEY_UP:
    case UI_KEY_DOWN:
        focus_toward(ui, key);
        break;
    case UI_KEY_NONE:
    case UI_KEY_ENTER:
    case UI_KEY_BACK:
    case UI_KEY_PAGE_UP:
    case UI_KEY_PAGE_DOWN:
    case UI_KEY_FIRST:
    case UI_KEY_LAST:
    case UI_KEY_FULL_SCREEN:
    case UI_KEY_HANDBOOK:
    case UI_KEY_LANGUAGE:
    case UI_KEY_CARDS:
    case UI_KEY_ERASE:
    case UI_KEY_LETTER:
        return;
    }
    ui->by_key = true;
    ui->input.key = UI_KEY_NONE;
}

/* ---- frame ---- */

void ui_begin(Ui *ui, const UiInput *input)
{
    bool steps = ui->steps;
    bool moved = input->mouse.x != ui->input.mouse.x || input->mouse.y != ui->input.mouse.y;

    ui->input = *input;
    ui->last_count = ui->zone_count;
    memcpy(ui->last, ui->zone, (size_t)ui->zone_count * sizeof ui->zone[0]);
    ui->zone_count = 0;
    ui->tip[0] = '\0';
    ui->types = false;
    ui->steps = false;
    if (moved || input->pressed) {
        ui->by_key = false;
    }
    ui->hot = 0;
    for (int i = 0; i < ui->last_count; i++) { /* the last one drawn lies on top */
        if (box_has(ui->last[i].box, input->mouse)) {
            ui->hot = ui->last[i].id;
        }
    }
    move_focus(ui, steps);
}

static void draw_tip(Ui *ui)
{
    enum { WIDTH = 320, PAD = 10, GAP = 8 };
    int width = ui_width(ui, TYPE_BODY, ui->tip) + 1;

    width = width < WIDTH ? width : WIDTH;
    int height = ui_paragraph_height(ui, width, TYPE_BODY, ui->tip);
    Box box = {ui->tip_at.x + ui->tip_at.w / 2 - width / 2 - PAD,
               ui->tip_at.y - height - 2 * PAD - GAP, width + 2 * PAD, height + 2 * PAD};
    if (box.y < 4) {
        box.y = ui->tip_at.y + ui->tip_at.h + GAP;
    }
    box.x = box.x + box.w > ui->list->w - 4 ? ui->list->w - 4 - box.w : box.x;
    box.x = box.x < 4 ? 4 : box.x;
    box.y = box.y + box.h > ui->list->h - 4 ? ui->list->h - 4 - box.h : box.y;
    draw_shadow(ui->list, box, 8, 12);
    draw_round(ui->list, box, look_edge(INK_RAISED, 8, INK_EDGE, 1));
    ui_paragraph(ui, box_inset(box, PAD), (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, ui->tip);
}

void ui_end(Ui *ui)
{
    if (ui->tip[0] != '\0') {
        draw_clip(ui->list, (Box){0, 0, ui->list->w, ui->list->h});
        draw_tip(ui);
    }
}

/* ---- zones ---- */

static void add_zone(Ui *ui, UiZone zone)
{
    if (ui->zone_count < ZONES_MAX) {
        ui->zone[ui->zone_count++] = zone;
    }
}

UiTouch ui_zone_by_mouse(Ui *ui, uint32_t id, Box box)
{
    bool hot = !ui->by_key && ui->hot == id;

    add_zone(ui, (UiZone){id, box, true});
    return (UiTouch){.hot = hot, .clicked = hot && ui->input.pressed};
}

UiInput ui_hold(Ui *ui)
{
    UiInput input = ui->input;

    ui->held_hot = ui->hot;
    ui->held_by_key = ui->by_key;
    ui->input = (UiInput){.mouse = {-1, -1}};
    ui->hot = 0;
    ui->by_key = false;
    return input;
}

void ui_release(Ui *ui, const UiInput *input)
{
    ui->input = *input;
    ui->hot = ui->held_hot;
    ui->by_key = ui->held_by_key;
    ui->zone_count = 0;
    ui->tip[0] = '\0';
}

UiTouch ui_zone(Ui *ui, uint32_t id, Box box)
{
    UiTouch touch = {
        .hot = ui->by_key ? ui->focus == id : ui->hot == id,
        .focused = ui->by_key && ui->focus == id,
    };

    add_zone(ui, (UiZone){id, box, false});
    if (ui->input.pressed && ui->hot == id) {
        touch.clicked = true;
        ui->focus = id;
    }
    if (ui->by_key && ui->focus == id && ui_key(ui, UI_KEY_ENTER)) {
        touch.clicked = true;
    }
    return touch;
}

void ui_tip(Ui *ui, UiTouch touch, Box box, const char *text)
{
    if (touch.hot && text != NULL) {
        snprintf(ui->tip, sizeof ui->tip, "%s", text);
        ui->tip_at = box;
    }
}

void ui_ring(Ui *ui, Box box, int radius, Ink ink)
{
    enum { OUT = 3, WIDTH = 2 };

    draw_round(ui->list, box_inset(box, -OUT), look_edge(INK_NONE, radius + OUT, ink, WIDTH));
}

bool ui_has_focus(const Ui *ui)
{
    return ui->by_key && find_zone(ui->last, ui->last_count, ui->focus) >= 0;
}

bool ui_letter(Ui *ui, char letter)
{
    if (ui->input.key != UI_KEY_LETTER || ui->input.letter != letter) {
        return false;
    }
    ui->input.key = UI_KEY_NONE;
    return true;
}

bool ui_key(Ui *ui, UiKey key)
{
    if (ui->input.key != key) {
        return false;
    }
    ui->input.key = UI_KEY_NONE;
    return true;
}
