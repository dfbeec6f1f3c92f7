#include "core/track.h"

#include <stdint.h>
#include <string.h>

#include "core/seats.h"

static int clamp(int value, int least, int most)
{
    if (value < least) {
        return least;
    }
    return value > most ? most : value;
}

int state_gain(State *state, const Rules *rules, int slot, int amount, EventLog *log)
{
    const Scenario *scenario = &rules->scenario[state->scenario];
    int before = state->track[slot];
    int after = clamp(before + amount, scenario->least[slot], scenario->most[slot]);

    state->track[slot] = (int16_t)after;
    if (log != NULL && after != before) {
        event_add(log, EVENT_TRACK, slot, before, after);
    }
    return after - before;
}

void reveal_plateau(State *state, const Rules *rules, EventLog *log)
{
    if (state->track[SLOT_KNOWN] == 0 && state_gain(state, rules, SLOT_KNOWN, 1, log) == 1) {
        event_add(log, EVENT_PLATEAU, state->track[SLOT_PLATEAU], 0, 0);
    }
}

void gain_frontier(State *state, const Rules *rules, Seat seat, int amount, EventLog *log)
{
    state_gain(state, rules, SLOT_FRONTIER + seat, amount, log);
    if (state->track[SLOT_FRONTIER + seat] > state->track[SLOT_PLATEAU]) {
        reveal_plateau(state, rules, log);
    }
}

void gain_risk(State *state, const Rules *rules, int amount, Bloc culprit, EventLog *log)
{
    state_gain(state, rules, SLOT_RISK, amount, log);
    if (state->track[SLOT_RISK] == vocab_track[TRACK_RISK].most) {
        state_end(state, rival_of(culprit), ENDING_CATASTROPHE, log);
    }
}

void state_end(State *state, Bloc winner, Ending ending, EventLog *log)
{
    state->phase = PHASE_END;
    state->result = (uint8_t)(1 + (int)winner + 2 * (int)ending);
    memset(state->frame, 0, sizeof state->frame);
    state->frame_count = 0;
    event_add(log, EVENT_ENDED, (int)winner, (int)ending, 0);
}

bool has_system(const State *state, const Rules *rules, System system)
{
    return (rules->scenario[state->scenario].systems >> system & 1) != 0;
}

bool in_force(const State *state, Tile tile)
{
    return state->track[SLOT_CONTROL + (int)tile] != 0;
}

/* Written out: legality asks for it at every operation. */
unsigned tiles_in_force(const State *state)
{
    const int16_t *stage = state->track + SLOT_CONTROL;

    return (unsigned)((stage[TILE_CHIPS] != 0) << TILE_CHIPS |
                      (stage[TILE_EQUIP] != 0) << TILE_EQUIP |
                      (stage[TILE_ACCESS] != 0) << TILE_ACCESS |
                      (stage[TILE_MINERALS] != 0) << TILE_MINERALS |
                      (stage[TILE_DATA] != 0) << TILE_DATA);
}

const unsigned tiles_owned[BLOC_COUNT] = {
    [BLOC_US] = 1U << TILE_CHIPS | 1U << TILE_EQUIP | 1U << TILE_ACCESS,
    [BLOC_CN] = 1U << TILE_MINERALS | 1U << TILE_DATA,
};

Bloc tile_owner(Tile tile)
{
    return (tiles_owned[BLOC_US] >> tile & 1) != 0 ? BLOC_US : BLOC_CN;
}

unsigned own_tiles_in_force(const State *state, Bloc bloc)
{
    return tiles_in_force(state) & tiles_owned[bloc];
}

int modifier_sum(const State *state, Modifier modifier, Bloc bloc)
{
    const int8_t *sum = state->modifier[modifier][bloc];

    return sum[DURATION_ROUND] + sum[DURATION_GAME];
}

int effective_quality(const State *state, Stack stack)
{
    int quality = state->track[SLOT_QUALITY + (int)stack];
    int plateau = state->track[SLOT_PLATEAU];

    return quality < plateau ? quality : plateau;
}

int best_lab(const State *state, Bloc bloc)
{
    int closed = state->track[SLOT_FRONTIER + closed_seat(bloc)];
    int open = state->track[SLOT_FRONTIER + open_seat(state, bloc)];

    return closed > open ? closed : open;
}
