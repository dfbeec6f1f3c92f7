/* The twins of early cards. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/bench_twin.h"
#include "core/control.h"
#include "core/deck.h"
#include "core/event.h"
#include "core/frame.h"
#include "core/nation.h"
#include "core/release.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/track.h"
#include "core/vocab.h"

/* when(in_force CHIPS, gain CN D -1); impose CHIPS */
TWIN_WHOLE static bool run_e03(State *state, const Rules *rules, int answer, EventLog *log)
{
    Bloc culprit = (Bloc)twin_frame(state)->culprit;

    (void)answer;
    frame_pop(state);
    if (in_force(state, TILE_CHIPS)) {
        state_gain(state, rules, SLOT_DATACENTRES + BLOC_CN, -1, log);
    } else {
        control_impose(state, rules, TILE_CHIPS, culprit, log);
    }
    return false;
}

/* choose 2 {need Price/Compute/Industry; outside rival quadrant} corner closed */
static uint32_t targets_e04(const State *state, const Rules *rules)
{
    uint32_t buyers =
        rules->need[NEED_PRICE] | rules->need[NEED_COMPUTE] | rules->need[NEED_INDUSTRY];

    return buyers & twin_reachable(state, rules, STACK_UC) &
           ~state->frame[state->frame_count - 1].chosen;
}

TWIN_WHOLE static NativeChoice pick_e04(const State *state, const Rules *rules)
{
    return twin_pick_nation(targets_e04(state, rules));
}

TWIN_WHOLE static bool run_e04(State *state, const Rules *rules, int answer, EventLog *log)
{
    if (answer < 0) {
        twin_begin_choice(state, 0, 2);
    } else {
        twin_take(state, answer, MOVE_CORNER_CLOSED, log);
    }
    if (twin_frame(state)->left > 0 && targets_e04(state, rules) != 0) {
        return true;
    }
    frame_pop(state);
    return false;
}

/* option(gain V 2; gain US capital 2 | gain US D 1; gain V 1) */
TWIN_WHOLE static bool run_e05(State *state, const Rules *rules, int answer, EventLog *log)
{
    Seat seat = twin_frame(state)->seat;

    if (answer < 0) {
        return true;
    }
    frame_pop(state);
    if (answer == 0) {
        state_gain(state, rules, SLOT_VALUATION, 2, log);
        state_gain(state, rules, SLOT_CAPITAL + seat, 2, log);
    } else {
        state_gain(state, rules, SLOT_DATACENTRES + BLOC_US, 1, log);
        state_gain(state, rules, SLOT_VALUATION, 1, log);
    }
    return false;
}

/* each {chain} align; gain B 1 */
TWIN_WHOLE static bool run_e06(State *state, const Rules *rules, int answer, EventLog *log)
{
    (void)answer;
    nation_move_all(state, rules->chain, MOVE_ALIGN, BLOC_US, log);
    state_gain(state, rules, SLOT_BIFURCATION, 1, log);
    frame_pop(state);
    return false;
}

/* gain US Trust 1; gain R -1 */
TWIN_WHOLE static bool run_e07(State *state, const Rules *rules, int answer, EventLog *log)
{
    (void)answer;
    state_gain(state, rules, SLOT_TRUST + BLOC_US, 1, log);
    state_gain(state, rules, SLOT_RISK, -1, log);
    frame_pop(state);
    return false;
}

/* release open; gain P -1 */
TWIN_WHOLE static bool run_e10(State *state, const Rules *rules, int answer, EventLog *log)
{
    Frame *frame = twin_frame(state);
    Seat lab = open_seat(state, BLOC_CN);

    (void)answer;
    if (frame->next == 0 &&
        state->track[SLOT_FRONTIER + lab] > state->track[SLOT_QUALITY + STACK_CO]) {
        Release release = {MODEL_OPEN, BLOC_CN, lab, frame->seat, (Bloc)frame->culprit};
        frame->next = 1;
        release_model(state, rules, &release, log);
        return false;
    }
    state_gain(state, rules, SLOT_PRICE, -1, log);
    frame_pop(state);
    return false;
}

/* when(in_force CHIPS, gain CN compute 4); when(not_in_force CHIPS, gain CN capital 2) */
TWIN_WHOLE static bool run_e16(State *state, const Rules *rules, int answer, EventLog *log)
{
    Seat seat = twin_frame(state)->seat;

    (void)answer;
    if (in_force(state, TILE_CHIPS)) {
        state_gain(state, rules, SLOT_COMPUTE + seat, 4, log);
    } else {
        state_gain(state, rules, SLOT_CAPITAL + seat, 2, log);
    }
    frame_pop(state);
    return false;
}

/* when(more you Q open, gain you VP 1); choose 1 {outside rival quadrant} corner open */
static uint32_t targets_e17(const State *state, const Rules *rules)
{
    Bloc owner = (Bloc)state->frame[state->frame_count - 1].owner;

    return twin_reachable(state, rules, open_stack(owner));
}

TWIN_WHOLE static NativeChoice pick_e17(const State *state, const Rules *rules)
{
    return twin_pick_nation(targets_e17(state, rules));
}

TWIN_WHOLE static bool run_e17(State *state, const Rules *rules, int answer, EventLog *log)
{
    enum { CHOOSE = 2 };
    Bloc owner = (Bloc)twin_frame(state)->owner;

    if (answer < 0) {
        const int16_t *quality = state->track + SLOT_QUALITY;
        if (quality[open_stack(owner)] > quality[open_stack(rival_of(owner))]) {
            state_gain(state, rules, SLOT_POOL + (int)owner, 1, log);
        }
        if (targets_e17(state, rules) != 0) {
            twin_begin_choice(state, CHOOSE, 1);
            return true;
        }
    } else {
        nation_move(state, answer, MOVE_CORNER_OPEN, owner, log);
    }
    frame_pop(state);
    return false;
}

static bool is_trusted_more(const State *state, Bloc bloc)
{
    const int16_t *trust = state->track + SLOT_TRUST;

    return trust[bloc] > trust[rival_of(bloc)];
}

/* each {strictness 2} close; when(more you Trust, choose 2 {strictness 2} align) */
static uint32_t targets_e18(const State *state, const Rules *rules)
{
    const Frame *frame = &state->frame[state->frame_count - 1];

    return rules->strict2 & twin_alignable(state, rules, (Bloc)frame->owner) & ~frame->chosen;
}

TWIN_WHOLE static NativeChoice pick_e18(const State *state, const Rules *rules)
{
    return twin_pick_nation(targets_e18(state, rules));
}

TWIN_WHOLE static bool run_e18(State *state, const Rules *rules, int answer, EventLog *log)
{
    enum { CHOOSE = 2 };

    if (answer < 0) {
        Bloc owner = (Bloc)twin_frame(state)->owner;
        nation_move_all(state, rules->strict2, MOVE_CLOSE, owner, log);
        if (!is_trusted_more(state, owner)) {
            frame_pop(state);
            return false;
        }
        twin_begin_choice(state, CHOOSE, 2);
    } else {
        twin_take(state, answer, MOVE_ALIGN, log);
    }
    if (twin_frame(state)->left > 0 && targets_e18(state, rules) != 0) {
        return true;
    }
    frame_pop(state);
    return false;
}

/* choose 2 {rival side; need Compute/Security/Industry} neutral */
static uint32_t targets_e20(const State *state, const Rules *rules)
{
    const Frame *frame = &state->frame[state->frame_count - 1];
    uint32_t exposed =
        rules->need[NEED_COMPUTE] | rules->need[NEED_SECURITY] | rules->need[NEED_INDUSTRY];

    return nation_side(state, rules, rival_of((Bloc)frame->owner)) & exposed & ~frame->chosen;
}

TWIN_WHOLE static NativeChoice pick_e20(const State *state, const Rules *rules)
{
    return twin_pick_nation(targets_e20(state, rules));
}

TWIN_WHOLE static bool run_e20(State *state, const Rules *rules, int answer, EventLog *log)
{
    if (answer < 0) {
        twin_begin_choice(state, 0, 2);
    } else {
        twin_take(state, answer, MOVE_NEUTRAL, log);
    }
    if (twin_frame(state)->left > 0 && targets_e20(state, rules) != 0) {
        return true;
    }
    frame_pop(state);
    return false;
}

/* choose 2 {x 0} align */
static uint32_t targets_e22(const State *state, const Rules *rules)
{
    return rules->nations & ~nation_side(state, rules, BLOC_US) &
           ~nation_side(state, rules, BLOC_CN) & ~state->frame[state->frame_count - 1].chosen;
}

TWIN_WHOLE static NativeChoice pick_e22(const State *state, const Rules *rules)
{
    return twin_pick_nation(targets_e22(state, rules));
}

TWIN_WHOLE static bool run_e22(State *state, const Rules *rules, int answer, EventLog *log)
{
    if (answer < 0) {
        twin_begin_choice(state, 0, 2);
    } else {
        twin_take(state, answer, MOVE_ALIGN, log);
    }
    if (twin_frame(state)->left > 0 && targets_e22(state, rules) != 0) {
        return true;
    }
    frame_pop(state);
    return false;
}

/* gain R 1; when(more you Trust, gain rival Trust -1) */
TWIN_WHOLE static bool run_e23(State *state, const Rules *rules, int answer, EventLog *log)
{
    const Frame *frame = twin_frame(state);
    Bloc owner = (Bloc)frame->owner;

    (void)answer;
    gain_risk(state, rules, 1, (Bloc)frame->culprit, log);
    if (state->phase == PHASE_END) {
        return false;
    }
    if (is_trusted_more(state, owner)) {
        state_gain(state, rules, SLOT_TRUST + (int)rival_of(owner), -1, log);
    }
    frame_pop(state);
    return false;
}

/* modify SERVE rival -2 round; gain rival compute -1 */
TWIN_WHOLE static bool run_e24(State *state, const Rules *rules, int answer, EventLog *log)
{
    Bloc rival = rival_of((Bloc)twin_frame(state)->owner);
    int8_t *serve = &state->modifier[MODIFIER_SERVE][rival][DURATION_ROUND];

    (void)answer;
    *serve = (int8_t)(*serve - 2); /* a round has not the plays to pass the bound of a byte */
    event_add(log, EVENT_MODIFIED, (int)rival, MODIFIER_SERVE, -2);
    state_gain(state, rules, SLOT_COMPUTE + headliner(state, rival), -1, log);
    frame_pop(state);
    return false;
}

/* trigger release (below); gain CN compute 2 */
TWIN_WHOLE static bool run_e25(State *state, const Rules *rules, int answer, EventLog *log)
{
    const Frame *frame = twin_frame(state);

    (void)answer;
    state->trigger[TRIGGER_RELEASE][BLOC_CN] = (uint8_t)(frame->card + 1);
    event_add(log, EVENT_TRIGGER_SET, BLOC_CN, frame->card, TRIGGER_RELEASE);
    state_gain(state, rules, SLOT_COMPUTE + frame->seat, 2, log);
    frame_pop(state);
    return false;
}

/* gain you capital 1; gain you compute 1 */
TWIN_WHOLE static bool run_e25_trigger(State *state, const Rules *rules, int answer, EventLog *log)
{
    Seat seat = twin_frame(state)->seat;

    (void)answer;
    state_gain(state, rules, SLOT_CAPITAL + seat, 1, log);
    state_gain(state, rules, SLOT_COMPUTE + seat, 1, log);
    frame_pop(state);
    return false;
}

/* discard rival 1; draw you 1 */
TWIN_WHOLE static bool run_e26(State *state, const Rules *rules, int answer, EventLog *log)
{
    const Frame *frame = twin_frame(state);

    (void)answer;
    deck_discard_random(state, headliner(state, rival_of((Bloc)frame->owner)), 1, log);
    deck_draw(state, rules, frame->seat, 1, log);
    frame_pop(state);
    return false;
}

const Twin twins_early[] = {
    {"E03", FRAME_EVENT, 0, {run_e03, NULL}},
    {"E04", FRAME_EVENT, 0, {run_e04, pick_e04}},
    {"E05", FRAME_EVENT, 0, {run_e05, twin_pick_option}},
    {"E06", FRAME_EVENT, 0, {run_e06, NULL}},
    {"E07", FRAME_EVENT, 0, {run_e07, NULL}},
    {"E10", FRAME_EVENT, 0, {run_e10, NULL}},
    {"E16", FRAME_EVENT, 0, {run_e16, NULL}},
    {"E17", FRAME_EVENT, 0, {run_e17, pick_e17}},
    {"E18", FRAME_EVENT, 0, {run_e18, pick_e18}},
    {"E20", FRAME_EVENT, 0, {run_e20, pick_e20}},
    {"E22", FRAME_EVENT, 0, {run_e22, pick_e22}},
    {"E23", FRAME_EVENT, 0, {run_e23, NULL}},
    {"E24", FRAME_EVENT, 0, {run_e24, NULL}},
    {"E25", FRAME_EVENT, 0, {run_e25, NULL}},
    {"E25", FRAME_TRIGGER, 0, {run_e25_trigger, NULL}},
    {"E26", FRAME_EVENT, 0, {run_e26, NULL}},
};
const int twins_early_count = sizeof twins_early / sizeof twins_early[0];
