#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "app/cards.h"
#include "app/flow.h"
#include "app/play.h"
#include "core/action.h"
#include "core/appeal.h"
#include "core/operation.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"

enum {
    ITEM_SIZE = 128,
    MODES_COLUMN = 54, /* where the ways to play a card stand */
};

/* What follows the words of each verb, as verbs.def says. */
typedef enum ArgumentKind {
    KIND_NONE,
    KIND_CARD,
    KIND_TILE,
    KIND_NATION,
    KIND_OPTION
} ArgumentKind;
static const ArgumentKind argument_kind[VERB_COUNT] = {
#define VERB(id, text, argument, meaning) KIND_##argument,
#include "core/verbs.def"

#undef VERB
};

typedef struct Cost {
    int amount;       /* 0: nothing but the operation point */
    const char *unit; /* after a blank; "" where it stands at the head of the paragraph */
} Cost;

/* What an operation costs its seat beside the operation point (RULES.md section 5). */
static Cost operation_cost(const Table *table, Action action)
{
    const State *state = &table->view.known;
    const Rules *rules = table->rules;
    Seat seat = table->view.viewer;
    Bloc bloc = seat_bloc(seat);

    switch ((Verb)action.verb) {
    case VERB_TRAIN:
        return (Cost){cost_train(state, rules, seat), " compute"};
    case VERB_OPTIMISE:
        return (Cost){cost_optimise(state, rules, bloc), " compute"};
    case VERB_INTEGRATE:
        return (Cost){cost_integrate(state, rules, bloc), " compute"};
    case VERB_BUILD_DATACENTRE:
        return (Cost){cost_datacentre(state, rules, bloc), " capital"};
    case VERB_BUILD_SILICON:
        return (Cost){cost_silicon(state, rules, bloc), " capital"};
    case VERB_SAFEGUARD_TRUST:
    case VERB_SAFEGUARD_RISK:
        return (Cost){rules->param[PARAM_SAFEGUARD_COMPUTE], " compute"};
    case VERB_COURT_ALIGN:
    case VERB_COURT_OPEN:
    case VERB_COURT_CLOSE:
        return (Cost){appeal_court_cost(state, rules, bloc, action.argument), ""};
    case VERB_HEADLINE:
    case VERB_EVENT:
    case VERB_OPS:
    case VERB_OPS_EVENT:
    case VERB_EVENT_OPS:
    case VERB_SHELVE:
    case VERB_RELEASE_API:
    case VERB_RELEASE_OPEN:
    case VERB_RELEASE_CONDITIONAL:
    case VERB_IMPOSE:
    case VERB_LIFT:
    case VERB_STOP:
    case VERB_PICK_NATION:
    case VERB_PICK_TILE:
    case VERB_OPTION:
    case VERB_COUNT:
        break;
    }
    return (Cost){0, ""};
}

static const char *card_title(const Table *table, int card)
{
    return rules_text_in(table->rules, table->rules->card[card].title, LANGUAGE_EN);
}

/* "E05 Venture Flood* (US, 3 ops)" */
static const char *card_line(char text[ITEM_SIZE], const Table *table, int index)
{
    const Card *card = &table->rules->card[index];

    snprintf(text, ITEM_SIZE, "%s %.70s%s (%s, %d ops)", card->id, card_title(table, index),
             card->once ? "*" : "", vocab_side[card->side], card->ops);
    return text;
}

static void print_event(const Table *table, int card)
{
    char program[PROGRAM_TEXT_SIZE];
    Flow flow = flow_begin(6, "");

    flow_words(&flow, card_program(program, table->rules, card));
    flow_end(&flow);
}

/* The numbers of what may be done with the card. */
static void add_modes(Flow *flow, const Table *table, int card)
{
    for (int i = 0; i < table->legal.count; i++) {
        Action action = table->legal.item[i];
        int gap = flow->column < MODES_COLUMN ? MODES_COLUMN - flow->column : 2;
        if (action.argument == card) {
            flow_add(flow, gap, "%2d %s", i + 1, vocab_verb[action.verb]);
        }
    }
}

/* Two lines for each card of the hand: what may be done with it, and its event. */
static void print_cards(const Table *table)
{
    const uint64_t *hand = table->view.known.cards[SET_HAND + table->view.viewer];

    for (int card = set_next(hand, 0); card < CARDS_MAX; card = set_next(hand, card + 1)) {
        char text[ITEM_SIZE];
        Flow flow = flow_begin(2, "");
        flow_add(&flow, 0, "%s", card_line(text, table, card));
        add_modes(&flow, table, card);
        flow_end(&flow);
        print_event(table, card);
    }
}

/* The hand while something else is decided. */
static void print_hand(const Table *table)
{
    const uint64_t *hand = table->view.known.cards[SET_HAND + table->view.viewer];
    Flow flow = flow_begin(2, "hand:");

    for (int card = set_next(hand, 0); card < CARDS_MAX; card = set_next(hand, card + 1)) {
        char text[ITEM_SIZE];
        flow_add(&flow, 2, "%s", card_line(text, table, card));
    }
    if (set_is_empty(hand)) {
        flow_add(&flow, 1, "no card");
    }
    flow_end(&flow);
}

static bool takes_nation(Action action)
{
    assert(action.verb < VERB_COUNT);
    return argument_kind[action.verb] == KIND_NATION;
}

static void add_action(Flow *flow, const Table *table, int index)
{
    Action action = table->legal.item[index];
    char text[ACTION_TEXT_SIZE];
    char price[ACTION_TEXT_SIZE] = "";
    Cost cost = operation_cost(table, action);

    action_print(text, action, table->rules);
    if (cost.amount > 0) {
        snprintf(price, sizeof price, " (%d%s)", cost.amount, cost.unit);
    }
    flow_add(flow, flow->column == 0 ? 0 : 3, "%2d %s%s", index + 1,
             takes_nation(action) ? table->rules->nation[action.argument].id : text, price);
}

/* The action after the paragraph that begins with action `first`: all actions without a nation are
 * one, and each verb with nations. */
static int paragraph_end(const ActionList *legal, int first)
{
    Action head = legal->item[first];
    int end = first + 1;

    while (end < legal->count && (takes_nation(head) ? legal->item[end].verb == head.verb
                                                     : !takes_nation(legal->item[end]))) {
        end++;
    }
    return end;
}

static void print_paragraph(const Table *table, int first, int end)
{
    Action action = table->legal.item[first];
    char head[ACTION_TEXT_SIZE] = "";

    if (takes_nation(action)) { /* its verb and unit once, at the head */
        snprintf(head, sizeof head, "%s%s:", vocab_verb[action.verb],
                 action.verb == VERB_PICK_NATION ? "" : " (capital)");
    }
    Flow flow = flow_begin(2, head);
    for (int i = first; i < end; i++) {
        add_action(&flow, table, i);
    }
    flow_end(&flow);
}

/* All actions but those with cards. */
static void print_actions(const Table *table)
{
    for (int i = 0; i < table->legal.count;) {
        int end = paragraph_end(&table->legal, i);
        print_paragraph(table, i, end);
        i = end;
    }
}

/* What the owner of a program chooses. */
static void print_wanted(const Table *table, const Frame *frame)
{
    uint8_t verb = table->legal.item[0].verb;

    if (verb == VERB_PICK_NATION) {
        printf("choose a nation (%d left):\n", frame->left);
    } else if (verb == VERB_PICK_TILE) {
        printf("choose a control to lift:\n");
    } else {
        printf("choose one of two lists:\n");
    }
}

/* What the frame on top asks for. */
static void print_question(const Table *table)
{
    const State *state = &table->view.known;
    const Frame *frame = &state->frame[state->frame_count - 1];
    char card[ITEM_SIZE];

    switch ((FrameKind)frame->kind) {
    case FRAME_OPS:
        printf("Use an operation point (%d left), each kind of operation once:\n", frame->points);
        return;
    case FRAME_EVENT:
    case FRAME_TRIGGER:
        printf("%s of %s - ", frame->kind == FRAME_EVENT ? "Event" : "Trigger",
               card_line(card, table, frame->card));
        break;
    case FRAME_HEARTS:
        printf(frame->card == 0 ? "Contract: a step toward your closed models - "
                                : "Hearts: a step toward your open models - ");
        break;
    case FRAME_HEDGING:
        printf("Hedging: a step toward your side - ");
        break;
    case FRAME_NONE:
    case FRAME_KIND_COUNT:
        break;
    }
    print_wanted(table, frame);
    if (frame->kind == FRAME_EVENT || frame->kind == FRAME_TRIGGER) {
        print_event(table, frame->card);
    }
}

void table_print_choice(const Table *table)
{
    switch (state_decision(&table->view.known, table->rules)) {
    case DECISION_HEADLINE:
        printf("Commit a headline:\n");
        print_cards(table);
        break;
    case DECISION_PLAY:
        printf("Play a card:\n");
        print_cards(table);
        break;
    case DECISION_OPERATION:
    case DECISION_PICK:
    case DECISION_OPTION:
        print_hand(table);
        print_question(table);
        print_actions(table);
        break;
    case DECISION_KIND_COUNT:
        break;
    }
}
