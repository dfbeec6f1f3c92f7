#include "core/round.h"

#include <stdint.h>

#include "core/deck.h"
#include "core/frame.h"
#include "core/income.h"
#include "core/market.h"
#include "core/score.h"
#include "core/seats.h"
#include "core/track.h"
#include "core/vocab.h"

static Bloc leader(const State *state)
{
    int lead = state_bloc_vp(state, BLOC_US) - state_bloc_vp(state, BLOC_CN);

    if (lead == 0) {
        return state->round % 2 == 1 ? BLOC_US : BLOC_CN;
    }
    return lead > 0 ? BLOC_US : BLOC_CN;
}

static void set_compute(State *state, const Rules *rules, Seat seat, int compute, EventLog *log)
{
    state_gain(state, rules, SLOT_COMPUTE + seat, compute - state->track[SLOT_COMPUTE + seat], log);
}

/* Income; section 13 splits it between the two seats of a bloc. */
static void collect_income(State *state, const Rules *rules, Bloc bloc, EventLog *log)
{
    int compute = compute_income(state, rules, bloc);
    int capital = capital_income(state, rules, bloc);
    Seat closed = closed_seat(bloc);

    if (is_four_seats(state)) {
        Seat open = open_seat(state, bloc);
        int shared = rules->param[PARAM_SHARED_COMPUTE];
        set_compute(state, rules, closed, (compute + 1) / 2 + shared, log);
        set_compute(state, rules, open, compute / 2 + shared, log);
        state_gain(state, rules, SLOT_CAPITAL + closed, capital / 2, log);
        state_gain(state, rules, SLOT_CAPITAL + open, (capital + 1) / 2, log);
    } else {
        set_compute(state, rules, closed, compute, log);
        state_gain(state, rules, SLOT_CAPITAL + closed, capital, log);
    }
}

void round_start(State *state, const Rules *rules, EventLog *log)
{
    state->round++;
    state->turn = 0;
    state->shelved = 0;
    state->dice = 0;
    state->discards = 0;
    state->phase = rules->scenario[state->scenario].headline ? PHASE_HEADLINE : PHASE_ACTION;
    for (int modifier = 0; modifier < MODIFIER_COUNT; modifier++) {
        for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
            state->modifier[modifier][bloc][DURATION_ROUND] = 0;
        }
    }
    state->first_bloc = (uint8_t)leader(state);
    event_add(log, EVENT_START, state->round, state->first_bloc, 0);
    deck_add_eras(state, rules, log);
    deck_deal(state, rules, log);
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        collect_income(state, rules, (Bloc)bloc, log);
    }
}

static bool holds_card(const State *state, Seat seat)
{
    return !set_is_empty(state->cards[SET_HAND + seat]);
}

/* Where a card goes that leaves the hand: a `*` card whose event happens leaves the game. */
static void put_away(State *state, const Rules *rules, int card, bool with_event)
{
    set_add(state->cards[with_event && rules->card[card].once ? SET_REMOVED : SET_DISCARD], card);
}

static Bloc event_owner(const Rules *rules, int card, Bloc player)
{
    uint8_t side = rules->card[card].side;

    return side == SIDE_NEUTRAL ? player : (Bloc)side;
}

/* The event of a card that `seat` plays or commits. */
static void begin_event(State *state, const Rules *rules, int card, Seat seat)
{
    Bloc player = seat_bloc(seat);
    Bloc owner = event_owner(rules, card, player);

    frame_push_event(state, card, owner, owner == player ? seat : headliner(state, owner), player);
}

/* The bloc whose headline resolves first: higher ops; tie: the first bloc's. */
static Bloc first_headline(const State *state, const Rules *rules)
{
    int us = state->headline[BLOC_US] == 0 ? -1 : rules->card[state->headline[BLOC_US] - 1].ops;
    int cn = state->headline[BLOC_CN] == 0 ? -1 : rules->card[state->headline[BLOC_CN] - 1].ops;

    if (us == cn) {
        return (Bloc)state->first_bloc;
    }
    return us > cn ? BLOC_US : BLOC_CN;
}

static void reveal_headlines(State *state, const Rules *rules, EventLog *log)
{
    Bloc first = first_headline(state, rules);
    Bloc order[BLOC_COUNT] = {rival_of(first), first}; /* the last pushed resolves first */

    for (int i = 0; i < BLOC_COUNT; i++) {
        Bloc bloc = order[i];
        int card = state->headline[bloc] - 1;
        if (card < 0) {
            continue;
        }
        state->headline[bloc] = 0;
        event_add(log, EVENT_REVEALED, (int)bloc, card, 0);
        put_away(state, rules, card, true);
        begin_event(state, rules, card, headliner(state, bloc));
    }
    event_moment(log, MOMENT_REVEAL, state);
}

void round_commit(State *state, const Rules *rules, int card, EventLog *log)
{
    Seat seat = committing_seat(state);
    Bloc bloc = seat_bloc(seat);

    set_remove(state->cards[SET_HAND + seat], card);
    state->headline[bloc] = (uint8_t)(card + 1);
    event_add(log, EVENT_COMMITTED, (int)bloc, card, 0);
    if (bloc == BLOC_US && holds_card(state, headliner(state, BLOC_CN))) {
        return;
    }
    reveal_headlines(state, rules, log);
}

void round_play(State *state, const Rules *rules, Action action, EventLog *log)
{
    Seat seat = playing_seat(state);
    int card = action.argument;
    int points = rules->card[card].ops;
    bool with_event = action.verb != VERB_OPS && action.verb != VERB_SHELVE;

    state->turn++;
    set_remove(state->cards[SET_HAND + seat], card);
    put_away(state, rules, card, with_event);
    event_add(log, EVENT_PLAYED, seat, card, action.verb);
    if (action.verb == VERB_SHELVE) {
        state->shelved |= (uint8_t)(1 << seat);
    }
    if (action.verb == VERB_EVENT_OPS || action.verb == VERB_OPS) {
        frame_push_operations(state, seat, points);
    }
    if (with_event) {
        begin_event(state, rules, card, seat);
    }
    if (action.verb == VERB_OPS_EVENT) {
        frame_push_operations(state, seat, points);
    }
}

/* Plays and passes of the action phase.  False when all are used up. */
static bool await_play(State *state, const Rules *rules, EventLog *log)
{
    int plays = BLOC_COUNT * rules->scenario[state->scenario].acts;

    for (; state->turn < plays; state->turn++) {
        Seat seat = playing_seat(state);
        if (holds_card(state, seat)) {
            return true;
        }
        event_add(log, EVENT_PASSED, seat, 0, 0);
    }
    return false;
}

static void end_on_points(State *state, const Rules *rules, EventLog *log)
{
    state_end(state, score_points_winner(state, rules), ENDING_POINTS, log);
}

/* Market, scoring, and hegemony or hedging. */
static void close_actions(State *state, const Rules *rules, EventLog *log)
{
    market_run(state, rules, log);
    state->phase = PHASE_SCORING;
    score_round(state, rules, log);
    if (score_is_last_round(state, rules)) {
        end_on_points(state, rules, log);
        return;
    }
    int lead = state_bloc_vp(state, BLOC_US) - state_bloc_vp(state, BLOC_CN);
    int hegemony = rules->param[PARAM_HEGEMONY_LEAD];
    Bloc ahead = lead > 0 ? BLOC_US : BLOC_CN;
    if (lead >= hegemony || -lead >= hegemony) {
        state_end(state, ahead, ENDING_HEGEMONY, log);
        return;
    }
    int moves = score_hedging_moves(state, rules);
    if (moves > 0) {
        Bloc behind = rival_of(ahead);
        frame_push_hedging(state, behind, headliner(state, behind), moves);
    }
}

static void next_round(State *state, const Rules *rules, EventLog *log)
{
    state->phase = PHASE_START;
    event_moment(log, MOMENT_ROUND_ENDED, state);
    round_start(state, rules, log);
}

static bool awaits_headline(const State *state)
{
    return holds_card(state, headliner(state, BLOC_US)) ||
           holds_card(state, headliner(state, BLOC_CN));
}

bool round_continue(State *state, const Rules *rules, EventLog *log)
{
    switch ((Phase)state->phase) {
    case PHASE_HEADLINE:
        /* The headlines have resolved, or nobody had a card to commit. */
        state->phase = PHASE_ACTION;
        break;
    case PHASE_ACTION:
        if (await_play(state, rules, log)) {
            return true;
        }
        close_actions(state, rules, log);
        break;
    case PHASE_SCORING:
        next_round(state, rules, log);
        return state->phase == PHASE_HEADLINE && awaits_headline(state);
    case PHASE_START:
    case PHASE_END:
        break;
    }
    return false;
}
