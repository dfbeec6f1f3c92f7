#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "app/play.h"
#include "app/play_draw.h"
#include "app/play_page.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/argument.h"
#include "text/text.h"
#include "text/voice.h"
#include "text/width.h"

enum {
    MODES_COLUMN = 48, /* where the ways to play a card stand */
    INDENT = 4,
};

static const char *card_paint(CardSide side)
{
    static const char *const paint[] =
        {[SIDE_US] = PAINT_US, [SIDE_CN] = PAINT_CN, [SIDE_NEUTRAL] = PAINT_BOLD};

    return paint[side];
}

/* "E05 Venture Flood* (US, 3 ops)" */
void draw_card_title(char text[ITEM_SIZE], const Table *table, int index)
{
    const Card *card = &table->rules->card[index];
    char title[LABEL_TEXT_SIZE];
    char id[ID_SIZE + sizeof PAINT_US PAINT_END];

    text_card_title(title, sizeof title, &table->voice, table->rules, index);
    snprintf(id, sizeof id, "%s%s" PAINT_END, card_paint((CardSide)card->side), card->id);
    const TextArgument arguments[] = {
        argument_word("id", id),
        argument_word("title", title),
        argument_word("star", card->once ? "*" : ""),
        argument_word("side", text_card_side(&table->voice, (CardSide)card->side)),
        argument_number("ops", card->ops),
        argument_end};
    text_format(text, ITEM_SIZE, say(&table->voice, "{id} {title}{star} ({side}, {ops} ops)"),
                arguments);
}

void page_number(Page *page, int gap, int number)
{
    char text[ITEM_SIZE];

    snprintf(text, sizeof text, PAINT_BOLD "%2d" PAINT_END, number);
    page_add(page, gap, text);
}

static const char *mode_short(const Voice *voice, Verb verb)
{
    static const char *const mode[VERB_COUNT] = {
        [VERB_HEADLINE] = C_("way to play, short", "headline"),
        [VERB_EVENT] = C_("way to play, short", "event"),
        [VERB_OPS] = C_("way to play, short", "ops"),
        [VERB_OPS_EVENT] = C_("way to play, short", "ops, then event"),
        [VERB_EVENT_OPS] = C_("way to play, short", "event, then ops"),
        [VERB_SHELVE] = C_("way to play, short", "shelve"),
    };

    return say(voice, mode[verb]);
}

/* The numbers of what may be done with the card. */
static void add_modes(Page *page, const Table *table, int card)
{
    page_column(page, MODES_COLUMN);
    for (int i = 0; i < table->legal.count; i++) {
        if (table->legal.item[i].argument == card) {
            page_number(page, 1, i + 1);
            page_add(page, 1, mode_short(&table->voice, (Verb)table->legal.item[i].verb));
        }
    }
}

/* What the card does, behind what stands in its line already; or as much as a line holds. */
static void add_event(Page *page, const Table *table, int card, Detail detail)
{
    char text[TEXT_SIZE];

    text_card_event(text, sizeof text, &table->voice, table->rules, card);
    if (detail < DETAIL_FULL) {
        char line[LINE_SIZE];
        text_pad(line, sizeof line, text, page->columns - page->column);
        page_add(page, 0, line);
    } else {
        page_words(page, 0, text);
    }
}

/* A card to be played: a line with the ways to do it, and what it does. */
static void draw_card(Page *page, const Table *table, int card, Detail detail)
{
    char title[ITEM_SIZE];

    draw_card_title(title, table, card);
    page_begin(page, 0);
    page_add(page, 2, title);
    add_modes(page, table, card);
    page_begin(page, INDENT);
    page_column(page, INDENT);
    add_event(page, table, card, detail);
}

/* A card that has one number, or none, is told in one go. */
static void draw_short_card(Page *page, const Table *table, int card, Detail detail)
{
    char title[ITEM_SIZE];

    draw_card_title(title, table, card);
    page_begin(page, INDENT);
    for (int i = 0; i < table->legal.count; i++) {
        if (table->legal.item[i].verb == VERB_HEADLINE && table->legal.item[i].argument == card) {
            page_number(page, 0, i + 1);
        }
    }
    page_column(page, 3);
    page_add(page, 0, title);
    page_add(page, 0, say(&table->voice, C_("before effects", ": ")));
    add_event(page, table, card, detail);
}

void draw_cards(Page *page, const Table *table, Detail detail)
{
    const uint64_t *hand = table->view.known.cards[SET_HAND + table->view.viewer];
    bool plays =
        table->legal.count > 0 && state_decision(&table->view.known, table->rules) == DECISION_PLAY;

    for (int card = set_next(hand, 0); card < CARDS_MAX; card = set_next(hand, card + 1)) {
        if (plays) {
            draw_card(page, table, card, detail);
        } else {
            draw_short_card(page, table, card, detail);
        }
    }
}

static void draw_titles(Page *page, const Table *table)
{
    const uint64_t *hand = table->view.known.cards[SET_HAND + table->view.viewer];
    char text[ITEM_SIZE];

    page_begin(page, INDENT);
    page_add(page, 0, say(&table->voice, "Hand:"));
    for (int card = set_next(hand, 0); card < CARDS_MAX; card = set_next(hand, card + 1)) {
        draw_card_title(text, table, card);
        page_add(page, 2, text);
    }
}

void draw_hand_in(Page *page, const Table *table, Detail detail)
{
    if (table->view.viewer == SEAT_NOBODY ||
        set_is_empty(table->view.known.cards[SET_HAND + table->view.viewer])) {
        return;
    }
    if (detail <= DETAIL_TITLES) {
        draw_titles(page, table);
    } else {
        page_line(page, say(&table->voice, "Hand:"));
        draw_cards(page, table, detail);
    }
}

void draw_hand(Page *page, const Table *table)
{
    draw_hand_in(page, table, DETAIL_FULL);
}
