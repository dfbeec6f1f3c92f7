/* All cards: filters above, titles at the left, and the one pointed at in full at the right. */

#include "ui/screen_cards.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/card_face.h"
#include "ui/column.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/scene.h"
#include "ui/sheet.h"
#include "ui/subject.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { WIDEST = 1200, GAP = 10, ROW = 30, STEP = 34, POINTS_MOST = 5 };

/* ---- which ---- */

static bool has_word(const char *text, const char *word)
{
    size_t length = strlen(word);

    for (; *text != '\0'; text++) {
        size_t i = 0;
        while (i < length && tolower((unsigned char)text[i]) == tolower((unsigned char)word[i])) {
            i++;
        }
        if (i == length) {
            return true;
        }
    }
    return false;
}

static bool is_found(const Desk *desk, int card)
{
    char text[CARD_TEXT_SIZE];
    const char *word = desk->cards.search;

    if (word[0] == '\0') {
        return true;
    }
    text_card_head(text, sizeof text, desk->voice, desk->rules, card);
    if (has_word(text, word)) {
        return true;
    }
    text_card_event(text, sizeof text, desk->voice, desk->rules, card);
    if (has_word(text, word)) {
        return true;
    }
    text_card_concept(text, sizeof text, desk->voice, desk->rules, card);
    return has_word(text, word);
}

static bool is_listed(const Desk *desk, int card)
{
    const CardsMemory *memory = &desk->cards;
    const Card *row = &desk->rules->card[card];

    return (memory->side == 0 || memory->side == row->side + 1) &&
           (memory->era == 0 || memory->era == row->era + 1) &&
           (memory->points == 0 || memory->points == row->ops) && is_found(desk, card);
}

/* ---- where ---- */

/* What everybody at the table may know, and the viewer of their own hand; "" without a game. */
static const char *place_of(const Desk *desk, int card)
{
    const View *view = &desk->scene.view;
    const Voice *voice = desk->voice;

    if (desk->match == NULL) {
        return "";
    }
    if (set_has(view->known.cards[SET_DISCARD], card)) {
        return say(voice, C_("card", "discarded"));
    }
    if (set_has(view->known.cards[SET_REMOVED], card)) {
        return say(voice, C_("card", "removed"));
    }
    if (view->viewer != SEAT_NOBODY && set_has(view->known.cards[SET_HAND + view->viewer], card)) {
        return say(voice, C_("card", "in your hand"));
    }
    return set_has(view->known.cards[SET_DECK], card) ? say(voice, C_("card", "not yet seen"))
                                                      : say(voice, C_("card", "not in this game"));
}

/* ---- filters ---- */

static void draw_filters(Ui *ui, Desk *desk, Box box)
{
    const Voice *voice = ui->voice;
    CardsMemory *memory = &desk->cards;
    const char *all = say(voice, C_("filter", "All"));
    const char *sides[] = {all, text_card_side(voice, SIDE_US), text_card_side(voice, SIDE_CN),
                           text_card_side(voice, SIDE_NEUTRAL)};
    const char *eras[] = {all, text_era(voice, ERA_EARLY), text_era(voice, ERA_MID),
                          text_era(voice, ERA_LATE)};
    const char *points[] = {all, "1", "2", "3", "4", "5"};
    const Choices by_side = {"side", sides, 4, memory->side};
    const Choices by_era = {"era", eras, 4, memory->era};
    const Choices by_points = {"points", points, POINTS_MOST + 1, memory->points};
    const Field field = {.id = ui_id("search", 0),
                         .text = memory->search,
                         .size = sizeof memory->search,
                         .empty = say(voice, "Search")};
    Box top = box_row(box, 0, 2, 6);
    Box bottom = box_row(box, 1, 2, 6);

    memory->side = ui_choices(ui, box_column(top, 0, 2, 2 * GAP), &by_side);
    memory->era = ui_choices(ui, box_column(top, 1, 2, 2 * GAP), &by_era);
    memory->points = ui_choices(ui, box_column(bottom, 0, 2, 2 * GAP), &by_points);
    ui_field(ui, box_column(bottom, 1, 2, 2 * GAP), &field);
}

/* ---- the list ---- */

static void draw_cell(Ui *ui, Desk *desk, Box box, int card)
{
    char title[LABEL_TEXT_SIZE + 1];
    UiTouch touch = ui_zone(ui, ui_id("browse", card), box);
    bool open = desk->cards.card == card;

    draw_round(ui->list, box,
               look_edge(INK_RAISED, 6, open || touch.hot ? INK_ACCENT : INK_LINE, 1));
    if (touch.focused) {
        ui_ring(ui, box, 6, INK_ACCENT);
    }
    Box badge = box_cut_left(&box, box.h, 6);
    card_points(ui, &desk->rules->card[card], box_inset(badge, 3));
    card_title(title, sizeof title, ui, desk->rules, card);
    box.w -= 6;
    ui_text(ui, box, (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, title);
    desk->cards.card = touch.hot ? card : desk->cards.card;
    if (touch.clicked) {
        desk_show_card(desk, card);
    }
}

static void draw_list(Ui *ui, Desk *desk, Box box)
{
    enum { CELL = 230 };
    int listed[CARDS_MAX];
    int count = 0;

    for (int card = 0; card < desk->rules->card_count; card++) {
        if (is_listed(desk, card)) {
            listed[count++] = card;
        }
    }
    int columns = box.w / CELL < 1 ? 1 : box.w / CELL;
    int rows = (count + columns - 1) / columns;
    scroll_move(ui, &box, &desk->cards.list, rows, box.h / STEP);
    for (int row = desk->cards.list.first; row < rows && box.h >= ROW; row++) {
        Box line = box_cut_top(&box, ROW, STEP - ROW);
        for (int n = 0; n < columns && row * columns + n < count; n++) {
            draw_cell(ui, desk, box_column(line, n, columns, 6), listed[row * columns + n]);
        }
    }
    if (count == 0) {
        ui_text(ui, box_cut_top(&box, ROW, 0), (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true},
                say(ui->voice, "No card is like that."));
    }
}

static void draw_card(Ui *ui, Desk *desk, Box box)
{
    const Scene scene = {.rules = desk->rules, .voice = desk->voice};
    const Subject subject = {.kind = SUBJECT_CARD, .index = desk->cards.card};
    Box inside = sheet_panel(ui, box, NULL);
    Column column = column_measured(ui, inside.w, false);
    int foot = ui_line(ui, TYPE_CARD) + GAP;

    column.body = TYPE_CARD;
    subject_write(&column, &scene, &subject);
    bool large = column.used + foot <= inside.h;
    column = column_measured(ui, inside.w, false);
    subject_write(&column, &scene, &subject);
    column = column_drawn(ui, inside, column.used + foot > inside.h);
    column.body = large ? TYPE_CARD : column.body;
    subject_write(&column, &scene, &subject);
    column_gap(&column, GAP);
    column_text(&column, INK_ACCENT, place_of(desk, desk->cards.card));
    ui->list->overflows += column.used > inside.h;
}

void screen_cards(Ui *ui, Desk *desk)
{
    Box box = sheet_begin(ui, desk, say(ui->voice, C_("title", "Cards")), WIDEST);

    draw_filters(ui, desk, box_cut_top(&box, 66, GAP));
    Box right = box_cut_right(&box, box.w * 32 / 100, GAP);
    draw_list(ui, desk, box);
    draw_card(ui, desk, right);
    if (ui_key(ui, UI_KEY_BACK)) {
        desk_back(desk);
    }
}
