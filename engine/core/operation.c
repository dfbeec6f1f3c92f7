#include "core/operation.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/appeal.h"
#include "core/control.h"
#include "core/frame.h"
#include "core/legal.h"
#include "core/nation.h"
#include "core/release.h"
#include "core/seats.h"
#include "core/track.h"

enum { TRAIN_EFFICIENCY_DIVISOR = 2 }; /* section 5 writes it without a name */

static int at_least_one(int cost)
{
    return cost > 1 ? cost : 1;
}

static int track_most(Track track)
{
    return vocab_track[track].most;
}

/* A better model to learn from (section 5, distil). */
static bool can_distil(const State *state, Seat seat)
{
    Bloc bloc = seat_bloc(seat);
    Bloc rival = rival_of(bloc);
    int frontier = state->track[SLOT_FRONTIER + seat];
    const int16_t *quality = state->track + SLOT_QUALITY;
    unsigned open = state->track[SLOT_LICENCE + (int)rival] == LICENCE_PERMISSIVE;
    unsigned closed = quality[closed_stack(rival)] > frontier;
    unsigned partner = state->track[SLOT_FRONTIER + (seat ^ 1)] > frontier;

    open &= quality[open_stack(rival)] > frontier;
    closed &= bloc == BLOC_US || !in_force(state, TILE_ACCESS);
    partner &= is_four_seats(state);
    return (open | closed | partner) != 0;
}

int cost_train(const State *state, const Rules *rules, Seat seat)
{
    int cost = rules->train_base[state->track[SLOT_FRONTIER + seat]] -
               state->track[SLOT_EFFICIENCY + (int)seat_bloc(seat)] / TRAIN_EFFICIENCY_DIVISOR;

    return at_least_one(cost - rules->param[PARAM_CATCH_UP] * can_distil(state, seat));
}

int cost_optimise(const State *state, const Rules *rules, Bloc bloc)
{
    return rules->optimise_cost[state->track[SLOT_EFFICIENCY + (int)bloc]];
}

int cost_integrate(const State *state, const Rules *rules, Bloc bloc)
{
    int cost = state->track[SLOT_PRICE] +
               rules->integrate_step[state->track[SLOT_INDUSTRY + (int)bloc]] +
               modifier_sum(state, MODIFIER_INTEGRATE, bloc);

    if (bloc == BLOC_CN) {
        cost -= rules->param[PARAM_INTEGRATE_DISCOUNT];
    } else {
        cost += in_force(state, TILE_MINERALS);
    }
    return at_least_one(cost);
}

int cost_datacentre(const State *state, const Rules *rules, Bloc bloc)
{
    return rules->datacentre_cost[state->track[SLOT_DATACENTRES + (int)bloc]];
}

int cost_silicon(const State *state, const Rules *rules, Bloc bloc)
{
    return rules->silicon_cost[state->track[SLOT_SILICON + (int)bloc]];
}

/* Integration needs a model to integrate: anybody's open one, or the own closed one. */
static int industry_cap(const State *state, Bloc bloc)
{
    const int16_t *quality = state->track + SLOT_QUALITY;
    int best = quality[closed_stack(bloc)];

    best = quality[STACK_UO] > best ? quality[STACK_UO] : best;
    best = quality[STACK_CO] > best ? quality[STACK_CO] : best;
    return best + 1 < track_most(TRACK_INDUSTRY) ? best + 1 : track_most(TRACK_INDUSTRY);
}

static bool line_open(const Frame *frame, OperationLine line)
{
    return (frame->chosen >> line & 1) == 0;
}

static uint64_t if_legal(Verb verb, unsigned legal)
{
    return (uint64_t)legal << (verb - VERB_TRAIN);
}

/* Tests are joined by & where && would be a branch: what is legal is too random to predict. */
static uint64_t compute_lines(const State *state, const Rules *rules, const Frame *frame)
{
    Seat seat = frame->seat;
    Bloc bloc = seat_bloc(seat);
    const int16_t *track = state->track;
    int compute = track[SLOT_COMPUTE + seat];
    unsigned train = track[SLOT_FRONTIER + seat] < track_most(TRACK_FRONTIER);
    unsigned optimise = track[SLOT_EFFICIENCY + bloc] < track_most(TRACK_EFFICIENCY);
    unsigned integrate = track[SLOT_INDUSTRY + bloc] < industry_cap(state, bloc);

    train &= cost_train(state, rules, seat) <= compute;
    train &= line_open(frame, LINE_TRAIN);
    optimise &= cost_optimise(state, rules, bloc) <= compute;
    optimise &= line_open(frame, LINE_OPTIMISE);
    integrate &= cost_integrate(state, rules, bloc) <= compute;
    integrate &= line_open(frame, LINE_INTEGRATE);
    integrate &= has_system(state, rules, SYSTEM_INDUSTRY);
    return if_legal(VERB_TRAIN, train) | if_legal(VERB_OPTIMISE, optimise) |
           if_legal(VERB_INTEGRATE, integrate);
}

static uint64_t build_lines(const State *state, const Rules *rules, const Frame *frame)
{
    Bloc bloc = seat_bloc(frame->seat);
    const int16_t *track = state->track;
    int capital = track[SLOT_CAPITAL + frame->seat];
    unsigned datacentre = track[SLOT_DATACENTRES + bloc] < track_most(TRACK_DATACENTRES);
    unsigned silicon = track[SLOT_SILICON + bloc] < track_most(TRACK_SILICON);

    datacentre &= cost_datacentre(state, rules, bloc) <= capital;
    datacentre &= line_open(frame, LINE_DATACENTRE);
    silicon &= cost_silicon(state, rules, bloc) <= capital;
    silicon &= line_open(frame, LINE_SILICON);
    silicon &= bloc == BLOC_US || !in_force(state, TILE_EQUIP);
    return if_legal(VERB_BUILD_DATACENTRE, datacentre) | if_legal(VERB_BUILD_SILICON, silicon);
}

/* A seat of the 4-seat game releases only its own stack. */
static uint64_t release_lines(const State *state, const Frame *frame)
{
    Seat seat = frame->seat;
    Bloc bloc = seat_bloc(seat);
    int frontier = state->track[SLOT_FRONTIER + seat];
    unsigned api = frontier > state->track[SLOT_QUALITY + (int)closed_stack(bloc)];
    unsigned open = frontier > state->track[SLOT_QUALITY + (int)open_stack(bloc)];

    api &= seat == closed_seat(bloc);
    api &= line_open(frame, LINE_API);
    open &= seat == open_seat(state, bloc);
    open &= line_open(frame, LINE_OPEN);
    return if_legal(VERB_RELEASE_API, api) | if_legal(VERB_RELEASE_OPEN, open) |
           if_legal(VERB_RELEASE_CONDITIONAL, open);
}

static uint64_t control_lines(const State *state, const Rules *rules, const Frame *frame)
{
    Bloc bloc = seat_bloc(frame->seat);
    if (!has_system(state, rules, SYSTEM_CONTROL) || !line_open(frame, LINE_CONTROL)) {
        return 0;
    }
    uint64_t lift = tiles_in_force(state) & tiles_owned[bloc];
    uint64_t impose = tiles_owned[bloc] & ~lift;
    if (!control_may_impose(state, rules, TILE_EQUIP)) {
        impose &= ~(UINT64_C(1) << TILE_EQUIP);
    }
    return impose << BIT_IMPOSE | lift << BIT_LIFT;
}

static uint64_t safeguard_lines(const State *state, const Rules *rules, const Frame *frame)
{
    Bloc bloc = seat_bloc(frame->seat);
    int compute = state->track[SLOT_COMPUTE + frame->seat];
    unsigned may = compute >= rules->param[PARAM_SAFEGUARD_COMPUTE];

    may &= has_system(state, rules, SYSTEM_RISK);
    may &= line_open(frame, LINE_SAFEGUARD);
    unsigned trust = may & (state->track[SLOT_TRUST + (int)bloc] < track_most(TRACK_TRUST));
    unsigned risk = may & (state->track[SLOT_RISK] > 0);
    return (uint64_t)trust << BIT_SAFEGUARD | (uint64_t)risk << (BIT_SAFEGUARD + 1);
}

static void court_lines(const State *state, const Rules *rules, const Frame *frame, LegalSet *set)
{
    Bloc bloc = seat_bloc(frame->seat);
    Courts courts;

    appeal_courts(state, rules, bloc, state->track[SLOT_CAPITAL + frame->seat], &courts);
    memcpy(set->court_cost, courts.cost, sizeof set->court_cost);
    set->bits[0] |= (uint64_t)courts.align << BIT_ALIGN;
    if (frame->seat == open_seat(state, bloc)) {
        set->bits[1] |= courts.open;
    }
    if (frame->seat == closed_seat(bloc)) {
        set->bits[1] |= (uint64_t)courts.close << (BIT_CLOSE - BIT_OPEN);
    }
}

void operation_legal(const State *state, const Rules *rules, const Frame *frame, LegalSet *set)
{
    set->bits[0] = compute_lines(state, rules, frame) | build_lines(state, rules, frame) |
                   release_lines(state, frame) | control_lines(state, rules, frame) |
                   safeguard_lines(state, rules, frame);
    set->bits[1] = 0;
    if (has_system(state, rules, SYSTEM_COURT) && line_open(frame, LINE_COURT)) {
        court_lines(state, rules, frame, set);
    }
}

/* The purse holds the cost: nothing to clamp. */
static void pay(State *state, int slot, int cost, EventLog *log)
{
    int before = state->track[slot];

    assert(before >= cost);
    state->track[slot] = (int16_t)(before - cost);
    event_add(log, EVENT_TRACK, slot, before, before - cost);
}

static OperationLine line_of(Verb verb)
{
    static const uint8_t line[VERB_COUNT] = {
        [VERB_TRAIN] = LINE_TRAIN,
        [VERB_OPTIMISE] = LINE_OPTIMISE,
        [VERB_INTEGRATE] = LINE_INTEGRATE,
        [VERB_BUILD_DATACENTRE] = LINE_DATACENTRE,
        [VERB_BUILD_SILICON] = LINE_SILICON,
        [VERB_RELEASE_API] = LINE_API,
        [VERB_RELEASE_OPEN] = LINE_OPEN,
        [VERB_RELEASE_CONDITIONAL] = LINE_OPEN,
        [VERB_IMPOSE] = LINE_CONTROL,
        [VERB_LIFT] = LINE_CONTROL,
        [VERB_SAFEGUARD_TRUST] = LINE_SAFEGUARD,
        [VERB_SAFEGUARD_RISK] = LINE_SAFEGUARD,
        [VERB_COURT_ALIGN] = LINE_COURT,
        [VERB_COURT_OPEN] = LINE_COURT,
        [VERB_COURT_CLOSE] = LINE_COURT,
    };
    return (OperationLine)line[verb];
}

static void build(State *state, const Rules *rules, Seat seat, Verb verb, EventLog *log)
{
    Bloc bloc = seat_bloc(seat);
    bool datacentre = verb == VERB_BUILD_DATACENTRE;
    int cost = datacentre ? cost_datacentre(state, rules, bloc) : cost_silicon(state, rules, bloc);

    pay(state, SLOT_CAPITAL + seat, cost, log);
    state_gain(state, rules, (datacentre ? SLOT_DATACENTRES : SLOT_SILICON) + (int)bloc, 1, log);
    state_gain(state, rules, SLOT_COMPUTE + seat, rules->param[PARAM_BUILD_COMPUTE], log);
}

static void spend_compute(State *state, const Rules *rules, Seat seat, Verb verb, EventLog *log)
{
    Bloc bloc = seat_bloc(seat);
    int purse = SLOT_COMPUTE + seat;

    if (verb == VERB_TRAIN) {
        pay(state, purse, cost_train(state, rules, seat), log);
        gain_frontier(state, rules, seat, 1, log);
    } else if (verb == VERB_OPTIMISE) {
        pay(state, purse, cost_optimise(state, rules, bloc), log);
        state_gain(state, rules, SLOT_EFFICIENCY + (int)bloc, 1, log);
    } else if (verb == VERB_INTEGRATE) {
        pay(state, purse, cost_integrate(state, rules, bloc), log);
        state_gain(state, rules, SLOT_INDUSTRY + (int)bloc, 1, log);
    } else {
        pay(state, purse, rules->param[PARAM_SAFEGUARD_COMPUTE], log);
        if (verb == VERB_SAFEGUARD_TRUST) {
            state_gain(state, rules, SLOT_TRUST + (int)bloc, 1, log);
        } else {
            state_gain(state, rules, SLOT_RISK, -1, log);
        }
    }
}

static void court(State *state, Seat seat, Action action, EventLog *log)
{
    static const Move move[] = {MOVE_ALIGN, MOVE_OPEN, MOVE_CLOSE};

    nation_move(state, action.argument, move[action.verb - VERB_COURT_ALIGN], seat_bloc(seat), log);
}

static void release_by_operation(State *state, const Rules *rules, Seat seat, Verb verb,
                                 EventLog *log)
{
    static const Model model[] = {MODEL_API, MODEL_OPEN, MODEL_CONDITIONAL};
    Release release = {
        .model = model[verb - VERB_RELEASE_API],
        .bloc = seat_bloc(seat),
        .lab = seat,
        .chooser = seat,
        .culprit = seat_bloc(seat),
    };
    release_model(state, rules, &release, log);
}

static bool is_court(Action action)
{
    return action.verb >= VERB_COURT_ALIGN && action.verb <= VERB_COURT_CLOSE;
}

/* All of a line but the price of a court, which is paid already. */
static void run_line(State *state, const Rules *rules, Seat seat, Action action, EventLog *log)
{
    Verb verb = (Verb)action.verb;

    if (is_court(action)) {
        court(state, seat, action, log);
    } else if (verb == VERB_BUILD_DATACENTRE || verb == VERB_BUILD_SILICON) {
        build(state, rules, seat, verb, log);
    } else if (verb >= VERB_RELEASE_API && verb <= VERB_RELEASE_CONDITIONAL) {
        release_by_operation(state, rules, seat, verb, log);
    } else if (verb == VERB_IMPOSE) {
        control_impose(state, rules, (Tile)action.argument, seat_bloc(seat), log);
    } else if (verb == VERB_LIFT) {
        control_lift(state, rules, (Tile)action.argument, log);
    } else {
        spend_compute(state, rules, seat, verb, log);
    }
}

void operation_apply(State *state, const Rules *rules, Action action, int court_cost, EventLog *log)
{
    Frame *frame = &state->frame[state->frame_count - 1];
    Seat seat = frame->seat;

    event_add(log, EVENT_OPERATED, seat, action.verb, action.argument);
    if (action.verb == VERB_STOP) {
        frame_pop(state);
        return;
    }
    if (is_court(action)) {
        pay(state, SLOT_CAPITAL + seat, court_cost, log);
    }
    frame->points--;
    frame->chosen |= UINT32_C(1) << line_of((Verb)action.verb);
    if (frame->points == 0) {
        frame_pop(
            state); /* before the line runs: what it starts comes on top of what waits below */
    }
    run_line(state, rules, seat, action, log);
}

int operation_court_cost(const State *state, const Rules *rules, Action action)
{
    Seat seat = state->frame[state->frame_count - 1].seat;

    return is_court(action) ? appeal_court_cost(state, rules, seat_bloc(seat), action.argument) : 0;
}
