#include <stdbool.h>
#include <stdio.h>

#include "app/play.h"
#include "app/play_draw.h"
#include "app/play_page.h"
#include "core/action.h"
#include "core/explain.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/argument.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"
#include "text/width.h"

enum {
    EFFECT_STOP = 49, /* operations stand in columns that begin there */
    PICK_STOP = 33,   /* and picks there */
    COURT_GAP = 2,
    INDENT = 4,
};

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
    page_number(page, 0, entry->number);
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
        page_number(page, 0, i + 1);
        page_words(page, 1, text);
    }
}

/* Draws the action, or all courts with the first of them; returns the index of what comes next. */
static int draw_action(Page *page, const Table *table, Detail detail, int index)
{
    Action action = table->legal.item[index];

    if (is_court(action)) {
        draw_courts(page, table, detail);
        while (index < table->legal.count && is_court(table->legal.item[index])) {
            index++;
        }
        return index;
    }
    if (action.verb == VERB_PICK_NATION) {
        add_pick(page, table, index);
    } else {
        if (action.verb == VERB_STOP && page->count > 0) {
            page_begin(page, INDENT);
        }
        add_effect(page, table, index);
    }
    return index + 1;
}

static void draw_actions(Page *page, const Table *table, Detail detail)
{
    Page list; /* so that its first action begins a line */

    if (table->legal.item[0].verb == VERB_OPTION) {
        draw_options(page, table);
        return;
    }
    page_clear(&list, PAGE_COLUMNS);
    for (int index = 0; index < table->legal.count;) {
        index = draw_action(&list, table, detail, index);
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
        say(&table->voice, "Spend an operation point ({points} left); each line once with a card"),
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
        draw_card_title(head, table, frame->card);
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
