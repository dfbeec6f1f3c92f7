#include "core/control.h"

#include <stdint.h>

#include "core/frame.h"
#include "core/income.h"
#include "core/nation.h"
#include "core/seats.h"
#include "core/track.h"

bool control_may_impose(const State *state, const Rules *rules, Tile tile)
{
    if (in_force(state, tile)) {
        return false;
    }
    return tile != TILE_EQUIP ||
           (nation_side(state, rules, BLOC_US) & rules->role[ROLE_LITHOGRAPHY]) != 0;
}

/* "Bites at once": in a 4-seat game the closed purse pays half, rounded up; what one purse lacks the
 * other does not pay. */
static void bite(State *state, const Rules *rules, Bloc target, int compute, EventLog *log)
{
    if (is_four_seats(state)) {
        state_gain(state, rules, SLOT_COMPUTE + closed_seat(target), -((compute + 1) / 2), log);
        state_gain(state, rules, SLOT_COMPUTE + open_seat(state, target), -(compute / 2), log);
    } else {
        state_gain(state, rules, SLOT_COMPUTE + closed_seat(target), -compute, log);
    }
}

void control_impose(State *state, const Rules *rules, Tile tile, Bloc culprit, EventLog *log)
{
    Bloc target = rival_of(tile_owner(tile));
    int compute = rules->param[PARAM_BITE + (int)tile];

    if (tile == TILE_CHIPS) {
        compute += chain_length(state, rules);
    }
    state_gain(state, rules, SLOT_CONTROL + (int)tile, 1, log);
    state_gain(state, rules, SLOT_BIFURCATION, 1, log);
    nation_move_all(state, rules->need[NEED_SOVEREIGNTY], MOVE_OPEN, target, log);
    if (compute > 0) {
        bite(state, rules, target, compute, log);
    }
    frame_push_trigger(state, rules, TRIGGER_CONTROL, target, culprit);
}

void control_lift(State *state, const Rules *rules, Tile tile, EventLog *log)
{
    state_gain(state, rules, SLOT_CONTROL + (int)tile, -state->track[SLOT_CONTROL + (int)tile],
               log);
    state_gain(state, rules, SLOT_BIFURCATION, -1, log);
}

/* Section 7, "backlash". */
static void backlash(State *state, const Rules *rules, Tile tile, EventLog *log)
{
    event_add(log, EVENT_BACKLASH, (int)tile, 0, 0);
    switch (tile) {
    case TILE_CHIPS:
        state_gain(state, rules, SLOT_EFFICIENCY + BLOC_CN, 1, log);
        state_gain(state, rules, SLOT_SILICON + BLOC_CN, 1, log);
        break;
    case TILE_EQUIP:
        state_gain(state, rules, SLOT_SILICON + BLOC_CN, 1, log);
        break;
    case TILE_MINERALS:
        state_gain(state, rules, SLOT_SILICON + BLOC_US, 1, log);
        break;
    case TILE_ACCESS:
    case TILE_DATA:
        state_gain(state, rules, SLOT_BIFURCATION, 1, log);
        state_gain(state, rules, SLOT_TRUST + (int)tile_owner(tile), -1, log);
        break;
    }
}

void control_ripen(State *state, const Rules *rules, EventLog *log)
{
    int ripe = rules->param[PARAM_RIPE_STAGE];

    for (int tile = 0; tile < TILE_COUNT; tile++) {
        int stage = state->track[SLOT_CONTROL + tile];
        if (stage == 0) {
            continue;
        }
        if (stage < ripe) {
            state_gain(state, rules, SLOT_CONTROL + tile, 1, log);
        } else {
            state_gain(state, rules, SLOT_CONTROL + tile, 1 - stage, log);
            backlash(state, rules, (Tile)tile, log);
        }
    }
}
