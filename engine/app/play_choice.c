#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "app/play.h"
#include "core/seats.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/width.h"

enum {
    TEXT_SIZE = 4096, /* of a card's event; a longer one is cut, and `card` tells it */
    ITEM_SIZE = 1024,
    MODES_COLUMN = 48, /* where the ways to play a card stand */
    EFFECT_STOP = 49,  /* operations stand in columns that begin there */
    PICK_STOP = 33,    /* and picks there */
    COURT_GAP = 2,
    INDENT = 4,
};

/* How much is told: with all that the cards of the hand say, with a line of each, with their titles,
 * and with marks for the names of nations. */
typedef enum Detail { DETAIL_MARKS, DETAIL_TITLES, DETAIL_CUT, DETAIL_FULL } Detail;

static const char *side_paint(CardSide side)
{
    static const char *const paint[] =
        {[SIDE_US] = PAINT_US, [SIDE_CN] = PAINT_CN, [SIDE_NEUTRAL] = PAINT_BOLD};

    return paint[side];
}

/* "E05 Venture Flood* (US, 3 ops)" */
static void card_title(char text[ITEM_SIZE], const Table *table, int index)
{
    const Card *card = &table->rules->card[index];
    char title[LABEL_TEXT_SIZE];
    char id[ID_SIZE + sizeof PAINT_US PAINT_END];

    text_card_title(title, sizeof title, &table->voice, table->rules, index);
    snprintf(id, sizeof id, "%s%s" PAINT_END, side_paint((CardSide)card->side), card->id);
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

static void add_number(Page *page, int gap, int number)
{
    char text[ITEM_SIZE];

    snprintf(text, sizeof text, PAINT_BOLD "%2d" PAINT_END, number);
    page_add(page, gap, text);
}

/* ---- the hand ---- */

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
            add_number(page, 1, i + 1);
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

    card_title(title, table, card);
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

    card_title(title, table, card);
    page_begin(page, INDENT);
    for (int i = 0; i < table->legal.count; i++) {
        if (table->legal.item[i].verb == VERB_HEADLINE && table->legal.item[i].argument == card) {
            add_number(page, 0, i + 1);
        }
    }
    page_column(page, 3);
    page_add(page, 0, title);
    page_add(page, 0, say(&table->voice, C_("before effects", ": ")));
    add_event(page, table, card, detail);
}

static void draw_cards(Page *page, const Table *table, Detail detail)
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
        card_title(text, table, card);
        page_add(page, 2, text);
    }
}

static void draw_hand_in(Page *page, const Table *table, Detail detail)
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

/* ---- the actions ---- */

/* What it is called, without what it does. */
static void action_name(char text[ITEM_SIZE], const Table *table, Action action)
{
    const Voice *voice = &table->voice;

    if (action.verb == VERB_PICK_NATION) {
        const char *mark = table->mark[action.argument];
        snprintf(text, ITEM_SIZE, "%s %s", mark, text_nation(voice, table->rules, action.argument));
    } else if (action.verb == VERB_IMPOSE || action.verb == VERB_LIFT ||
               action.verb == VERB_PICK_TILE || action.verb == VERB_STOP) {
        text_action(text, ITEM_SIZE, voice, table->rules, action);
    } else if (action.verb == VERB_SAFEGUARD_TRUST || action.verb == VERB_SAFEGUARD_RISK) {
        snprintf(text, ITEM_SIZE, "%s", say(voice, "Safeguard")); /* its effect tells which */
    } else {
        snprintf(text, ITEM_SIZE, "%s", text_verb(voice, (Verb)action.verb));
    }
}

typedef struct Entry {
    int number;
    char text[ITEM_SIZE + EFFECT_SIZE];
} Entry;

/* Begins at the next of the stops, or a new line where the text does not fit. */
static void add_at_stop(Page *page, const Entry *entry, int columns_of_stop)
{
    int columns = text_width(entry->text) + 3;
    int stop = (page->column + columns_of_stop - 1) / columns_of_stop * columns_of_stop;

    if (page->count == 0 || stop + columns > page->columns) {
        page_begin(page, INDENT);
        stop = 0;
    }
    page_column(page, stop);
    add_number(page, 0, entry->number);
    page_words(page, 1, entry->text);
}

static void add_effect(Page *page, const Table *table, int index)
{
    Action action = table->legal.item[index];
    char name[ITEM_SIZE];
    char effect[EFFECT_SIZE];
    Entry entry = {.number = index + 1};
    bool told = effect_tell(effect, table, action);

    action_name(name, table, action);
    snprintf(entry.text, sizeof entry.text, "%s%s%s", name,
             told ? say(&table->voice, C_("before effects", ": ")) : "", told ? effect : "");
    add_at_stop(page, &entry, EFFECT_STOP);
}

/* The new place of a nation that is picked. */
static void add_pick(Page *page, const Table *table, int index)
{
    Action action = table->legal.item[index];
    char effect[EFFECT_SIZE];
    Entry entry = {.number = index + 1};

    if (!effect_tell(effect, table, action)) {
        action_name(effect, table, action);
    }
    snprintf(entry.text, sizeof entry.text, "%s %s", table->mark[action.argument], effect);
    add_at_stop(page, &entry, PICK_STOP);
}

/* ---- courts ---- */

static bool is_court(Action action)
{
    return action.verb >= VERB_COURT_ALIGN && action.verb <= VERB_COURT_CLOSE;
}

static const char *court_arrow(const Table *table, Action action)
{
    if (action.verb == VERB_COURT_ALIGN) {
        return seat_bloc(table->chooser) == BLOC_US ? "←" : "→";
    }
    return action.verb == VERB_COURT_OPEN ? "↑" : "↓";
}

/* "India 5  18← 32↑": the cost, and the numbers of the directions; "" where it cannot be courted. */
static void court_text(char text[ITEM_SIZE], const Table *table, int nation, Detail detail)
{
    const Question question = {NUMBER_COURT_COST, (int)seat_bloc(table->chooser), nation};
    Prose out = prose_start(text, ITEM_SIZE);

    for (int i = 0; i < table->legal.count; i++) {
        Action action = table->legal.item[i];
        if (!is_court(action) || action.argument != nation) {
            continue;
        }
        if (out.length == 0) {
            prose_add_format(&out, "%s %d ",
                             detail == DETAIL_MARKS
                                 ? table->mark[nation]
                                 : text_nation(&table->voice, table->rules, nation),
                             explain_value(&table->view.known, table->rules, question));
        }
        prose_add_format(&out, " " PAINT_BOLD "%d" PAINT_END "%s", i + 1,
                         court_arrow(table, action));
    }
}

static void draw_court_head(Page *page, const Table *table)
{
    const Action align = {.verb = VERB_COURT_ALIGN};
    const TextArgument arguments[] = {argument_word("arrow", court_arrow(table, align)),
                                      argument_end};
    char text[ITEM_SIZE];

    text_format(text, sizeof text,
                say(&table->voice,
                    "Court a nation, for the capital behind its name: {arrow} toward "
                    "your side, ↑ open, ↓ closed models"),
                arguments);
    page_line(page, text);
}

/* Nation by nation, in columns. */
static void draw_courts(Page *page, const Table *table, Detail detail)
{
    char text[ITEM_SIZE];
    int width = 0;

    for (int nation = 0; nation < table->rules->nation_count; nation++) {
        court_text(text, table, nation, detail);
        width = text_width(text) > width ? text_width(text) : width;
    }
    draw_court_head(page, table);
    page_begin(page, INDENT);
    for (int nation = 0; nation < table->rules->nation_count; nation++) {
        court_text(text, table, nation, detail);
        if (text[0] == '\0') {
            continue;
        }
        int column =
            (page->column + width + COURT_GAP - 1) / (width + COURT_GAP) * (width + COURT_GAP);
        if (column + COURT_GAP + width > page->columns) {
            page_begin(page, INDENT);
            column = 0;
        }
        page_column(page, column);
        page_add(page, COURT_GAP, text);
    }
}

static void draw_options(Page *page, const Table *table)
{
    for (int i = 0; i < table->legal.count; i++) {
        char text[CARD_TEXT_SIZE];
        text_option(text, &table->voice, table->rules, &table->view.known,
                    table->legal.item[i].argument);
        page_begin(page, INDENT);
        add_number(page, 0, i + 1);
        page_words(page, 1, text);
    }
}

static void draw_actions(Page *page, const Table *table, Detail detail)
{
    Page list; /* so that its first action begins a line */
    int index = 0;

    if (table->legal.item[0].verb == VERB_OPTION) {
        draw_options(page, table);
        return;
    }
    page_clear(&list, PAGE_COLUMNS);
    while (index < table->legal.count) {
        Action action = table->legal.item[index];
        if (action.verb == VERB_PICK_NATION) {
            add_pick(&list, table, index++);
        } else if (is_court(action)) {
            draw_courts(&list, table, detail);
            while (index < table->legal.count && is_court(table->legal.item[index])) {
                index++;
            }
        } else {
            if (action.verb == VERB_STOP && list.count > 0) {
                page_begin(&list, INDENT);
            }
            add_effect(&list, table, index++);
        }
    }
    page_append(page, &list);
}

/* ---- the question ---- */

static void ask_operation(char text[TEXT_SIZE], const Table *table)
{
    const State *state = &table->view.known;
    int points = state->frame[state->frame_count - 1].points;
    const TextArgument arguments[] = {argument_number("points", points), argument_end};

    text_format(
        text, TEXT_SIZE,
        say_count(&table->voice, "Spend the last operation point; each line once with a card",
                  "Spend an operation point, of {points}; each line once with a card", points),
        arguments);
}

/* The card that asks, before what it asks. */
static void ask_pick(char text[TEXT_SIZE], const Table *table)
{
    const State *state = &table->view.known;
    const Frame *frame = &state->frame[state->frame_count - 1];
    char question[TEXT_SIZE];
    char head[ITEM_SIZE];

    text_question(question, sizeof question, &table->voice, table->rules, state);
    switch ((FrameKind)frame->kind) {
    case FRAME_EVENT:
    case FRAME_TRIGGER:
        card_title(head, table, frame->card);
        break;
    case FRAME_HEARTS:
        snprintf(head, sizeof head, "%s",
                 say(&table->voice, frame->card == 0 ? N_("Contract of an API release")
                                                     : N_("Hearts won by an open release")));
        break;
    case FRAME_HEDGING:
        snprintf(head, sizeof head, "%s", say(&table->voice, "Hedging against the leader"));
        break;
    case FRAME_OPS:
    case FRAME_NONE:
    case FRAME_KIND_COUNT:
        head[0] = '\0';
        break;
    }
    snprintf(text, TEXT_SIZE, "%s%s%.*s", head, say(&table->voice, C_("before effects", ": ")),
             TEXT_SIZE / 2, question);
}

static void draw_question(Page *page, const Table *table)
{
    char text[TEXT_SIZE] = "";

    switch (state_decision(&table->view.known, table->rules)) {
    case DECISION_HEADLINE:
        snprintf(text, sizeof text, "%s", say(&table->voice, "Commit a card as your headline"));
        break;
    case DECISION_PLAY:
        snprintf(text, sizeof text, "%s", say(&table->voice, "Play a card"));
        break;
    case DECISION_OPERATION:
        ask_operation(text, table);
        break;
    case DECISION_PICK:
    case DECISION_OPTION:
        ask_pick(text, table);
        break;
    case DECISION_KIND_COUNT:
        break;
    }
    page_begin(page, INDENT);
    page_add(page, 0, PAINT_BOLD ">>> ");
    page_words(page, 0, text);
    page_add(page, 0, PAINT_END);
}

static void draw_choice_in(Page *page, const Table *table, Detail detail)
{
    bool plays = decision_is_private(&table->view.known, table->rules);

    page_clear(page, PAGE_COLUMNS);
    if (!plays) {
        draw_hand_in(page, table, detail);
    }
    draw_question(page, table);
    if (plays) {
        draw_cards(page, table, detail == DETAIL_FULL ? DETAIL_FULL : DETAIL_CUT);
    } else {
        draw_actions(page, table, detail);
    }
}

void draw_choice(Page *page, const Table *table, int lines)
{
    Page choice;

    for (int detail = DETAIL_FULL; detail >= DETAIL_MARKS; detail--) {
        draw_choice_in(&choice, table, (Detail)detail);
        if (choice.count <= lines) {
            break;
        }
    }
    page_append(page, &choice);
}
