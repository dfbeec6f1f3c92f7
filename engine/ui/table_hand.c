/* The hand: cards side by side, or where there is no room for that their titles. */

#include <stdbool.h>
#include <stdint.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "ui/box.h"
#include "ui/card_face.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { GAP = 8, CARD_WIDEST = 320, RADIUS = 10, TITLE_SIZE = LABEL_TEXT_SIZE + 1 };

static bool can_play(const Scene *scene, int card)
{
    for (int i = 0; i < scene->legal.count; i++) {
        if (scene->legal.item[i].verb <= VERB_SHELVE && scene->legal.item[i].argument == card) {
            return true;
        }
    }
    return false;
}

static void touch_card(Table *table, int card, Box box)
{
    TableMemory *memory = &table->desk->table;
    const Subject subject = {.kind = SUBJECT_CARD, .index = card};
    UiTouch touch = ui_zone(table->ui, ui_id("card", card), box);

    table_show(table, touch, box, &subject);
    if (touch.focused || memory->card == card) {
        ui_ring(table->ui, box_inset(box, 2), RADIUS - 2, INK_ACCENT);
    }
    if (touch.clicked && table->ui->input.twice) {
        desk_show_card(table->desk, card);
        return;
    }
    if (touch.clicked && can_play(table->scene, card)) {
        memory->card = memory->card == card ? -1 : card;
    }
}

static const uint64_t *hand_of(const Table *table)
{
    return table->scene->view.known.cards[SET_HAND + table->scene->view.viewer];
}

/* ---- titles only ---- */

typedef struct HandGrid {
    int columns, rows;
} HandGrid;

static bool titles_fit(const Table *table, const uint64_t *hand, Box row)
{
    char text[TITLE_SIZE];
    Box room = {0, 0, row.w - row.h - 10, row.h};

    for (int card = set_next(hand, 0); card < CARDS_MAX; card = set_next(hand, card + 1)) {
        card_title(text, sizeof text, table->ui, table->scene->rules, card);
        if (!ui_fits(table->ui, room, TYPE_SMALL, text, (Indent){0, 0})) {
            return false;
        }
    }
    return true;
}

static void draw_row(Table *table, int card, Box row, bool titled)
{
    Ui *ui = table->ui;
    const Rules *rules = table->scene->rules;
    char text[TITLE_SIZE];

    draw_round(ui->list, row, look_fill(INK_RAISED, 5));
    if (table->desk->table.card == card) {
        ui_ring(ui, row, 5, INK_ACCENT);
    }
    int edge = row.h < 28 ? row.h : 28;
    Box badge = titled ? box_cut_left(&row, row.h, 6) : box_cut_top(&row, row.h / 2, 0);
    edge = edge < badge.h ? edge : badge.h;
    card_points(ui, &rules->card[card], box_inset(box_around(box_centre(badge), edge, edge), 1));
    if (titled) {
        card_title(text, sizeof text, ui, rules, card);
        int height = ui_paragraph_height(ui, row.w - 4, TYPE_SMALL, text);
        row = (Box){row.x, row.y + (row.h - height) / 2, row.w - 4, height};
        ui_paragraph(ui, row, (Style){TYPE_SMALL, INK_HIGH, ALIGN_LEFT, true}, text);
    } else {
        ui_text(ui, row, (Style){TYPE_SMALL, INK_HIGH, ALIGN_CENTRE, true}, rules->card[card].id);
    }
    touch_card(table, card, row);
}

/* Rows of titles; where those do not fit, the cards' numbers, which the inspector explains. */
static void draw_rows(Table *table, Box box, HandGrid grid)
{
    enum { ROW_MOST = 40, NUMBERED = 3 };
    const uint64_t *hand = hand_of(table);
    Box room = box;
    int most = grid.rows * (ROW_MOST + 3) - 3;

    room.h = room.h < most ? room.h : most;
    bool titled =
        titles_fit(table, hand, box_row(box_column(room, 0, grid.columns, 4), 0, grid.rows, 3));
    if (!titled) {
        int count = grid.columns * grid.rows;
        grid = (HandGrid){NUMBERED, (count + NUMBERED - 1) / NUMBERED};
        room.h = box.h;
    }
    int n = 0;
    for (int card = set_next(hand, 0); card < CARDS_MAX; card = set_next(hand, card + 1)) {
        Box column = box_column(room, n % grid.columns, grid.columns, 4);
        draw_row(table, card, box_row(column, n / grid.columns, grid.rows, 3), titled);
        n++;
    }
}

void table_hand_list(Table *table, Box box)
{
    if (table->scene->view.viewer != SEAT_NOBODY) {
        int count = set_count(hand_of(table));
        draw_rows(table, box, (HandGrid){1, count < 4 ? 4 : count});
    }
}

/* ---- cards ---- */

static void draw_cards(Table *table, Box box, int width)
{
    const uint64_t *hand = hand_of(table);
    const Rules *rules = table->scene->rules;
    int lift = table->small ? 4 : 10;
    CardFit fit = {.full = true, .type = TYPE_CARD};
    int n = 0;

    for (int card = set_next(hand, 0); card < CARDS_MAX; card = set_next(hand, card + 1)) {
        Box size = {0, 0, width, box.h - lift};
        fit = card_face_both(table->ui, fit, card_face_fit(table->ui, rules, card, size));
    }
    for (int card = set_next(hand, 0); card < CARDS_MAX; card = set_next(hand, card + 1)) {
        Box at = {box.x + n * (width + GAP), box.y + lift, width, box.h - lift};
        if (table->desk->table.card == card) {
            at.y -= lift;
        }
        card_face(table->ui, rules, card, at, &fit);
        touch_card(table, card, at);
        n++;
    }
}

void table_hand(Table *table, Box box)
{
    if (table->scene->view.viewer == SEAT_NOBODY) {
        return;
    }
    int count = set_count(hand_of(table));
    int width = count == 0 ? 0 : (box.w + GAP) / count - GAP;
    if (count > 0 && width < CARD_LEAST) {
        draw_rows(table, box, (HandGrid){2, (count + 1) / 2});
    } else {
        draw_cards(table, box, width < CARD_WIDEST ? width : CARD_WIDEST);
    }
}
