/* The hand as cards: operation points in the shape of the side, title, and what the event does. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "ui/box.h"
#include "ui/card_brief.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { PAD = 8, CARD_WIDEST = 210, RADIUS = 10 };

static int side_of(const Card *card)
{
    return card->side == SIDE_US ? -1 : card->side == SIDE_CN ? 1 : 0;
}

/* The points in the shape of the side that the event belongs to. */
static void draw_points(Table *table, const Card *card, Box box)
{
    DrawList *list = table->ui->list;
    int side = side_of(card);
    Look look = look_fill(ink_deep_of_side(side), 0);
    char text[8];

    if (side < 0) {
        draw_circle(list, box_centre(box), box.w, look);
    } else if (side > 0) {
        look.radius = (uint8_t)(box.w / 5);
        draw_round(list, box, look);
    } else {
        draw_hexagon(list, box, look);
    }
    snprintf(text, sizeof text, "%d", card->ops);
    ui_text(table->ui, box, (Style){TYPE_NUMBER, INK_WHITE, ALIGN_CENTRE, true}, text);
}

/* "AI Act Adopted*" */
static void title_of(char *out, int size, const Table *table, int card)
{
    char title[LABEL_TEXT_SIZE];

    text_card_title(title, sizeof title, table->scene->voice, table->scene->rules, card);
    snprintf(out, (size_t)size, "%s%s", title, table->scene->rules->card[card].once ? "*" : "");
}

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
    if (touch.clicked && can_play(table->scene, card)) {
        memory->card = memory->card == card ? -1 : card;
    }
}

static void draw_card(Table *table, int index, Box box)
{
    Ui *ui = table->ui;
    const Scene *scene = table->scene;
    const Card *card = &scene->rules->card[index];
    char text[CARD_BRIEF_SIZE];
    int badge = ui_line(ui, TYPE_NUMBER) + 8;
    int line = ui_line(ui, TYPE_STRONG);

    draw_shadow(ui->list, box, RADIUS, 8);
    draw_round(ui->list, box,
               look_edge(INK_RAISED, RADIUS, can_play(scene, index) ? INK_EDGE : INK_LINE, 1));
    Box inside = box_inset(box, PAD);
    Box head = box_cut_top(&inside, 2 * line > badge ? 2 * line : badge, 5);
    Box points = box_cut_left(&head, badge, 6);
    draw_points(table, card, box_around(box_centre(points), badge - 2, badge - 2));
    title_of(text, sizeof text, table, index);
    int height = ui_paragraph_height(ui, head.w, TYPE_STRONG, text);
    if (height < head.h) {
        head.y += (head.h - height) / 2;
    }
    ui_paragraph(ui, head, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, text);
    draw_round(ui->list, (Box){inside.x, inside.y - 3, inside.w, 1}, look_fill(INK_LINE, 0));
    card_brief(text, scene->voice, scene->rules, index);
    ui_paragraph(ui, inside, (Style){TYPE_CARD, INK_MID, ALIGN_LEFT, true}, text);
    touch_card(table, index, box);
}

static const uint64_t *hand_of(const Table *table)
{
    return table->scene->view.known.cards[SET_HAND + table->scene->view.viewer];
}

void table_hand(Table *table, Box box)
{
    if (table->scene->view.viewer == SEAT_NOBODY) {
        return;
    }
    const uint64_t *hand = hand_of(table);
    int count = set_count(hand);
    int lift = table->small ? 4 : 10;
    int width = count == 0 ? 0 : (box.w + 8) / count - 8;

    width = width < CARD_WIDEST ? width : CARD_WIDEST;
    for (int card = set_next(hand, 0), n = 0; card < CARDS_MAX;
         card = set_next(hand, card + 1), n++) {
        Box at = {box.x + n * (width + 8), box.y + lift, width, box.h - lift};
        if (table->desk->table.card == card) {
            at.y -= lift;
        }
        draw_card(table, card, at);
    }
}

void table_hand_list(Table *table, Box box)
{
    if (table->scene->view.viewer == SEAT_NOBODY) {
        return;
    }
    const uint64_t *hand = hand_of(table);
    int count = set_count(hand);
    char text[LABEL_TEXT_SIZE * 2];

    for (int card = set_next(hand, 0), n = 0; card < CARDS_MAX;
         card = set_next(hand, card + 1), n++) {
        Box row = box_row(box, n, count < 6 ? 6 : count, 3);
        UiTouch touch = ui_zone(table->ui, ui_id("card", card), row);
        draw_round(table->ui->list, row, look_fill(INK_RAISED, 5));
        const Subject subject = {.kind = SUBJECT_CARD, .index = card};
        table_inspect(table, touch, row, &subject);
        Box badge = box_cut_left(&row, row.h, 6);
        draw_points(table, &table->scene->rules->card[card], box_inset(badge, 1));
        title_of(text, sizeof text, table, card);
        ui_text(table->ui, row, (Style){TYPE_SMALL, INK_HIGH, ALIGN_LEFT, true}, text);
    }
}
