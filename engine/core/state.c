#include "core/state.h"

#include <assert.h>
#include <string.h>

#include "core/legal.h"
#include "core/operation.h"
#include "core/rng.h"
#include "core/round.h"
#include "core/seats.h"
#include "core/track.h"
#include "core/vm.h"

const char *const decision_name[DECISION_KIND_COUNT] = {"headline", "play", "operation", "pick",
                                                        "option"};

/* The plateau tile (TRACE.md R1); three tiles with equal odds. */
enum { PLATEAU_TILES = 3, PLATEAU_ABSENT = 10 };

static int draw_plateau(const State *state, const Rules *rules)
{
    if (!has_system(state, rules, SYSTEM_PLATEAU)) {
        return PLATEAU_ABSENT;
    }
    uint64_t hash = rng_hash(rng_key(state->seed), STREAM_PLATEAU, 0, 0, 0);
    return rules->param[PARAM_PLATEAU_LEAST] + rng_below(hash, PLATEAU_TILES);
}

/* Start values of seat tracks stand in the slots 0 and 2: each seat of the bloc has them. */
static void place_seat_values(State *state, int slot)
{
    for (Seat closed = 0; closed < SEATS_MAX; closed += 2) {
        int16_t *value = state->track + slot + closed;
        value[1] = (int16_t)(is_four_seats(state) ? value[0] : 0);
    }
}

static void place_start_values(State *state, const Rules *rules)
{
    const Scenario *scenario = &rules->scenario[state->scenario];

    memcpy(state->track, scenario->start, sizeof state->track);
    for (int track = 0; track < TRACK_COUNT; track++) {
        if (vocab_track[track].scope == SCOPE_SEAT) {
            place_seat_values(state, vocab_track[track].slot);
        }
    }
    for (int bloc = 0; bloc < BLOC_COUNT && !is_four_seats(state); bloc++) {
        state_gain(state, rules, SLOT_CAPITAL + closed_seat((Bloc)bloc),
                   scenario->extra_capital[bloc], NULL);
    }
    for (int n = 0; n < rules->nation_count; n++) {
        state->nation_x[n] = rules->nation[n].x;
        state->nation_y[n] = rules->nation[n].y;
    }
}

/* Goes on with what is being resolved or with the round; true if a seat must choose. */
static bool resolve(State *state, const Rules *rules, EventLog *log)
{
    if (state->frame_count == 0) {
        return round_continue(state, rules, log);
    }
    return state->frame[state->frame_count - 1].kind == FRAME_OPS || vm_run(state, rules, log);
}

/* Runs everything automatic, up to the next decision or the end. */
static void advance(State *state, const Rules *rules, EventLog *log)
{
    bool asks = false;

    while (!asks && state->phase != PHASE_END) {
        asks = resolve(state, rules, log);
    }
}

void state_init(State *state, const Rules *rules, const Setup *setup)
{
    assert(setup->seat_count == 2 || setup->seat_count == 4);
    assert(setup->scenario >= 0 && setup->scenario < rules->scenario_count);
    memset(state, 0, sizeof *state);
    state->seed = setup->seed;
    state->scenario = (uint8_t)setup->scenario;
    state->seat_count = (uint8_t)setup->seat_count;
    place_start_values(state, rules);
    state->track[SLOT_PLATEAU] = (int16_t)draw_plateau(state, rules);
    state->phase = PHASE_SCORING; /* as after a round that never was */
    if (!round_continue(state, rules, NULL)) {
        advance(state, rules, NULL);
    }
}

bool state_is_terminal(const State *state)
{
    return state->phase == PHASE_END;
}

DecisionKind state_decision(const State *state, const Rules *rules)
{
    static const uint8_t kind[VERB_COUNT] = {
        [VERB_HEADLINE] = DECISION_HEADLINE, [VERB_EVENT] = DECISION_PLAY,
        [VERB_STOP] = DECISION_OPERATION,    [VERB_PICK_NATION] = DECISION_PICK,
        [VERB_PICK_TILE] = DECISION_PICK,    [VERB_OPTION] = DECISION_OPTION,
    };
    LegalSet set;

    state_legal_set(state, rules, &set);
    return (DecisionKind)kind[set.verb];
}

void state_legal_actions(const State *state, const Rules *rules, ActionList *list)
{
    LegalSet set;

    state_legal_set(state, rules, &set);
    legal_list(&set, rules, list);
}

bool state_is_legal(const State *state, const Rules *rules, Action action)
{
    ActionList list;

    if (state_is_terminal(state)) {
        return false;
    }
    state_legal_actions(state, rules, &list);
    for (int i = 0; i < list.count; i++) {
        if (action_equal(list.item[i], action)) {
            return true;
        }
    }
    return false;
}

static void apply(State *state, const Rules *rules, Action action, int court_cost, EventLog *log)
{
    assert(state->phase != PHASE_END);
    if (action.verb == VERB_HEADLINE) {
        round_commit(state, rules, action.argument, log);
        if (state->frame_count == 0) {
            return; /* the other bloc commits next */
        }
    } else if (action.verb <= VERB_SHELVE) {
        round_play(state, rules, action, log);
    } else if (action.verb <= VERB_STOP) {
        operation_apply(state, rules, action, court_cost, log);
    } else if (vm_answer(state, rules, action.argument, log)) {
        return;
    }
    advance(state, rules, log);
}

void state_apply(State *state, const Rules *rules, Action action, EventLog *log)
{
    bool operates = action.verb >= VERB_TRAIN && action.verb <= VERB_STOP;

    assert(!operates || state->frame_count > 0);
    apply(state, rules, action, operates ? operation_court_cost(state, rules, action) : 0, log);
}

void state_apply_nth(State *state, const Rules *rules, const LegalSet *set, int n, EventLog *log)
{
    Action action = legal_nth(set, rules, n);
    bool courts = action.verb >= VERB_COURT_ALIGN && action.verb <= VERB_COURT_CLOSE;

    apply(state, rules, action, courts ? set->court_cost[action.argument] : 0, log);
}

bool state_equal(const State *a, const State *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}
