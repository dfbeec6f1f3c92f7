/* The twins of mid and late cards, and of the programs that belong to no card. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/bench_twin.h"
#include "core/bits.h"
#include "core/control.h"
#include "core/event.h"
#include "core/frame.h"
#include "core/nation.h"
#include "core/release.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/track.h"
#include "core/vocab.h"

/* impose ACCESS; gain R -1 */
TWIN_WHOLE static bool run_m02(State *state, const Rules *rules, int answer, EventLog *log)
{
    Frame *frame = twin_frame(state);

    (void)answer;
    if (frame->next == 0 && !in_force(state, TILE_ACCESS)) {
        frame->next = 1;
        control_impose(state, rules, TILE_ACCESS, (Bloc)frame->culprit, log);
        if (twin_frame(state) != frame) {
            return false; /* China's trigger comes first */
        }
    }
    state_gain(state, rules, SLOT_RISK, -1, log);
    frame_pop(state);
    return false;
}

/* gain US F 1; release api; gain P 1 */
TWIN_WHOLE static bool run_m05(State *state, const Rules *rules, int answer, EventLog *log)
{
    enum { AFTER_RELEASE = 2 };
    Frame *frame = twin_frame(state);
    Seat lab = closed_seat(BLOC_US);

    (void)answer;
    if (frame->next == 0) {
        gain_frontier(state, rules, frame->seat, 1, log);
        if (state->track[SLOT_FRONTIER + lab] > state->track[SLOT_QUALITY + STACK_UC]) {
            Release release = {MODEL_API, BLOC_US, lab, frame->seat, (Bloc)frame->culprit};
            frame->next = AFTER_RELEASE;
            release_model(state, rules, &release, log);
            return false;
        }
    }
    state_gain(state, rules, SLOT_PRICE, 1, log);
    frame_pop(state);
    return false;
}

/* gain CN E 1; release conditional */
TWIN_WHOLE static bool run_m09(State *state, const Rules *rules, int answer, EventLog *log)
{
    Frame frame = *twin_frame(state);
    Seat lab = open_seat(state, BLOC_CN);

    (void)answer;
    frame_pop(state);
    state_gain(state, rules, SLOT_EFFICIENCY + BLOC_CN, 1, log);
    if (state->track[SLOT_FRONTIER + lab] > state->track[SLOT_QUALITY + STACK_CO]) {
        Release release = {MODEL_CONDITIONAL, BLOC_CN, lab, frame.seat, (Bloc)frame.culprit};
        release_model(state, rules, &release, log);
    }
    return false;
}

/* gain B -1; choose 2 {rival side} neutral */
static uint32_t targets_m18(const State *state, const Rules *rules)
{
    const Frame *frame = &state->frame[state->frame_count - 1];

    return nation_side(state, rules, rival_of((Bloc)frame->owner)) & ~frame->chosen;
}

TWIN_WHOLE static NativeChoice pick_m18(const State *state, const Rules *rules)
{
    return twin_pick_nation(targets_m18(state, rules));
}

TWIN_WHOLE static bool run_m18(State *state, const Rules *rules, int answer, EventLog *log)
{
    if (answer < 0) {
        state_gain(state, rules, SLOT_BIFURCATION, -1, log);
        twin_begin_choice(state, 1, 2);
    } else {
        twin_take(state, answer, MOVE_NEUTRAL, log);
    }
    if (twin_frame(state)->left > 0 && targets_m18(state, rules) != 0) {
        return true;
    }
    frame_pop(state);
    return false;
}

/* when(at_most rival E 2, gain rival compute -3, else gain rival compute -1) */
TWIN_WHOLE static bool run_m21(State *state, const Rules *rules, int answer, EventLog *log)
{
    Bloc rival = rival_of((Bloc)twin_frame(state)->owner);
    int loss = state->track[SLOT_EFFICIENCY + (int)rival] <= 2 ? 3 : 1;

    (void)answer;
    state_gain(state, rules, SLOT_COMPUTE + headliner(state, rival), -loss, log);
    frame_pop(state);
    return false;
}

/* M24's `choose 1 {x 0 or rival side} align`, of the event and of the trigger. */
static uint32_t targets_m24(const State *state, const Rules *rules)
{
    return rules->nations & ~nation_side(state, rules, BLOC_US);
}

TWIN_WHOLE static NativeChoice pick_m24(const State *state, const Rules *rules)
{
    return twin_pick_nation(targets_m24(state, rules));
}

/* Asks at instruction `next`, or takes the answer. */
static bool solidarity(State *state, const Rules *rules, int next, int answer, EventLog *log)
{
    if (answer >= 0) {
        nation_move(state, answer, MOVE_ALIGN, BLOC_US, log);
    } else if (targets_m24(state, rules) != 0) {
        twin_begin_choice(state, next, 1);
        return true;
    }
    frame_pop(state);
    return false;
}

/* trigger control (below); choose 1 {x 0 or rival side} align */
TWIN_WHOLE static bool run_m24(State *state, const Rules *rules, int answer, EventLog *log)
{
    const Frame *frame = twin_frame(state);

    if (answer < 0) {
        state->trigger[TRIGGER_CONTROL][BLOC_US] = (uint8_t)(frame->card + 1);
        event_add(log, EVENT_TRIGGER_SET, BLOC_US, frame->card, TRIGGER_CONTROL);
    }
    return solidarity(state, rules, 1, answer, log);
}

/* choose 1 {x 0 or rival side} align */
TWIN_WHOLE static bool run_m24_trigger(State *state, const Rules *rules, int answer, EventLog *log)
{
    return solidarity(state, rules, 0, answer, log);
}

/* lift CHIPS; gain US capital 3; choose 2 {need Compute/Sovereignty} align */
static uint32_t targets_l03(const State *state, const Rules *rules)
{
    uint32_t customers = rules->need[NEED_COMPUTE] | rules->need[NEED_SOVEREIGNTY];

    return customers & twin_alignable(state, rules, BLOC_US) &
           ~state->frame[state->frame_count - 1].chosen;
}

TWIN_WHOLE static NativeChoice pick_l03(const State *state, const Rules *rules)
{
    return twin_pick_nation(targets_l03(state, rules));
}

TWIN_WHOLE static bool run_l03(State *state, const Rules *rules, int answer, EventLog *log)
{
    enum { CHOOSE = 2 };

    if (answer < 0) {
        if (in_force(state, TILE_CHIPS)) {
            control_lift(state, rules, TILE_CHIPS, log);
        }
        state_gain(state, rules, SLOT_CAPITAL + twin_frame(state)->seat, 3, log);
        twin_begin_choice(state, CHOOSE, 2);
    } else {
        twin_take(state, answer, MOVE_ALIGN, log);
    }
    if (twin_frame(state)->left > 0 && targets_l03(state, rules) != 0) {
        return true;
    }
    frame_pop(state);
    return false;
}

/* vp_count {own side; y open} 3 3 */
TWIN_WHOLE static bool run_l12(State *state, const Rules *rules, int answer, EventLog *log)
{
    enum { USERS_PER_VP = 3, VP_MOST = 3 };
    Bloc owner = (Bloc)twin_frame(state)->owner;
    int vp = bits_count(nation_users(state, rules, open_stack(owner))) / USERS_PER_VP;

    (void)answer;
    state_gain(state, rules, SLOT_POOL + (int)owner, vp < VP_MOST ? vp : VP_MOST, log);
    frame_pop(state);
    return false;
}

/* reveal; gain T -1 */
TWIN_WHOLE static bool run_l15(State *state, const Rules *rules, int answer, EventLog *log)
{
    (void)answer;
    reveal_plateau(state, rules, log);
    state_gain(state, rules, SLOT_PLATEAU, -1, log);
    frame_pop(state);
    return false;
}

/* gain R -2; lift_choice; gain you Trust 1 */
TWIN_WHOLE static NativeChoice pick_l17(const State *state, const Rules *rules)
{
    Bloc owner = (Bloc)state->frame[state->frame_count - 1].owner;

    (void)rules;
    return (NativeChoice){own_tiles_in_force(state, owner), VERB_PICK_TILE};
}

TWIN_WHOLE static bool run_l17(State *state, const Rules *rules, int answer, EventLog *log)
{
    Frame *frame = twin_frame(state);
    Bloc owner = (Bloc)frame->owner;

    if (answer >= 0) {
        control_lift(state, rules, (Tile)answer, log);
    } else {
        state_gain(state, rules, SLOT_RISK, -2, log);
        if (own_tiles_in_force(state, owner) != 0) {
            frame->next = 1;
            return true;
        }
    }
    state_gain(state, rules, SLOT_TRUST + (int)owner, 1, log);
    frame_pop(state);
    return false;
}

static int roll_die(State *state, int needed, EventLog *log)
{
    enum { DIE_SIDES = 6 };
    uint64_t hash = rng_hash(rng_key(state->seed), STREAM_DIE, state->round, state->dice, 0);
    int die = 1 + rng_below(hash, DIE_SIDES);

    state->dice++;
    event_add(log, EVENT_DIE, die, needed, 0);
    return die;
}

/* gain R 1; when(die 5, gain R 1); gain rival Trust -1; each {strictness 2} close */
TWIN_WHOLE static bool run_l19(State *state, const Rules *rules, int answer, EventLog *log)
{
    enum { NEEDED = 5 };
    const Frame *frame = twin_frame(state);
    Bloc owner = (Bloc)frame->owner;
    Bloc culprit = (Bloc)frame->culprit;

    (void)answer;
    gain_risk(state, rules, 1, culprit, log);
    if (state->phase != PHASE_END && roll_die(state, NEEDED, log) >= NEEDED) {
        gain_risk(state, rules, 1, culprit, log);
    }
    if (state->phase == PHASE_END) {
        return false;
    }
    state_gain(state, rules, SLOT_TRUST + (int)rival_of(owner), -1, log);
    nation_move_all(state, rules->strict2, MOVE_CLOSE, owner, log);
    frame_pop(state);
    return false;
}

/* option(gain you D 1; gain you capital 1 | gain you E 1; gain you compute 2) */
TWIN_WHOLE static bool run_l22(State *state, const Rules *rules, int answer, EventLog *log)
{
    Bloc owner = (Bloc)twin_frame(state)->owner;
    Seat seat = twin_frame(state)->seat;

    if (answer < 0) {
        return true;
    }
    frame_pop(state);
    if (answer == 0) {
        state_gain(state, rules, SLOT_DATACENTRES + (int)owner, 1, log);
        state_gain(state, rules, SLOT_CAPITAL + seat, 1, log);
    } else {
        state_gain(state, rules, SLOT_EFFICIENCY + (int)owner, 1, log);
        state_gain(state, rules, SLOT_COMPUTE + seat, 2, log);
    }
    return false;
}

/* Contract and hearts (RULES.md section 6): choose 1 {y 0 or as the stack; outside rival quadrant}
 * corner step to the stack. */
static uint32_t targets_release(const State *state, const Rules *rules, Stack stack)
{
    return twin_reachable(state, rules, stack) & ~twin_across(state, rules, stack);
}

TWIN_WHOLE static NativeChoice pick_contract(const State *state, const Rules *rules)
{
    Bloc owner = (Bloc)state->frame[state->frame_count - 1].owner;

    return twin_pick_nation(targets_release(state, rules, closed_stack(owner)));
}

TWIN_WHOLE static NativeChoice pick_hearts(const State *state, const Rules *rules)
{
    Bloc owner = (Bloc)state->frame[state->frame_count - 1].owner;

    return twin_pick_nation(targets_release(state, rules, open_stack(owner)));
}

TWIN_WHOLE static bool run_contract(State *state, const Rules *rules, int answer, EventLog *log)
{
    Bloc owner = (Bloc)twin_frame(state)->owner;

    if (answer >= 0) {
        nation_move(state, answer, MOVE_CORNER_CLOSED, owner, log);
    } else if (targets_release(state, rules, closed_stack(owner)) != 0) {
        twin_begin_choice(state, 0, 1);
        return true;
    }
    frame_pop(state);
    return false;
}

TWIN_WHOLE static bool run_hearts(State *state, const Rules *rules, int answer, EventLog *log)
{
    Bloc owner = (Bloc)twin_frame(state)->owner;

    if (answer >= 0) {
        nation_move(state, answer, MOVE_CORNER_OPEN, owner, log);
    } else if (targets_release(state, rules, open_stack(owner)) != 0) {
        twin_begin_choice(state, 0, 1);
        return true;
    }
    frame_pop(state);
    return false;
}

/* Hedging (RULES.md section 10): choose as many as the frame says {} align */
static uint32_t targets_hedging(const State *state, const Rules *rules)
{
    const Frame *frame = &state->frame[state->frame_count - 1];

    return twin_alignable(state, rules, (Bloc)frame->owner) & ~frame->chosen;
}

TWIN_WHOLE static NativeChoice pick_hedging(const State *state, const Rules *rules)
{
    return twin_pick_nation(targets_hedging(state, rules));
}

TWIN_WHOLE static bool run_hedging(State *state, const Rules *rules, int answer, EventLog *log)
{
    if (answer >= 0) {
        twin_take(state, answer, MOVE_ALIGN, log);
    }
    if (twin_frame(state)->left > 0 && targets_hedging(state, rules) != 0) {
        return true;
    }
    frame_pop(state);
    return false;
}

const Twin twins_late[] = {
    {"M02", FRAME_EVENT, 0, {run_m02, NULL}},
    {"M05", FRAME_EVENT, 0, {run_m05, NULL}},
    {"M09", FRAME_EVENT, 0, {run_m09, NULL}},
    {"M18", FRAME_EVENT, 0, {run_m18, pick_m18}},
    {"M21", FRAME_EVENT, 0, {run_m21, NULL}},
    {"M24", FRAME_EVENT, 0, {run_m24, pick_m24}},
    {"M24", FRAME_TRIGGER, 0, {run_m24_trigger, pick_m24}},
    {"L03", FRAME_EVENT, 0, {run_l03, pick_l03}},
    {"L12", FRAME_EVENT, 0, {run_l12, NULL}},
    {"L15", FRAME_EVENT, 0, {run_l15, NULL}},
    {"L17", FRAME_EVENT, 0, {run_l17, pick_l17}},
    {"L19", FRAME_EVENT, 0, {run_l19, NULL}},
    {"L22", FRAME_EVENT, 0, {run_l22, twin_pick_option}},
    {NULL, FRAME_HEARTS, 0, {run_contract, pick_contract}},
    {NULL, FRAME_HEARTS, 1, {run_hearts, pick_hearts}},
    {NULL, FRAME_HEDGING, 0, {run_hedging, pick_hedging}},
};
const int twins_late_count = sizeof twins_late / sizeof twins_late[0];
