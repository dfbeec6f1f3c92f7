#include "core/track.h"

#include <stdint.h>
#include <string.h>

#include "core/bits.h"
#include "core/nation.h"
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

int chain_length(const State *state, const Rules *rules)
{
    return bits_count(nation_side(state, rules, BLOC_US) & rules->chain);
}

int chip_tier(const State *state, const Rules *rules, Bloc bloc)
{
    int tier = state->track[SLOT_SILICON + (int)bloc];

    if (bloc == BLOC_CN) {
        tier += rules->param[PARAM_CHIP_IMPORTS];
        if (in_force(state, TILE_CHIPS)) {
            tier -= chain_length(state, rules);
        }
    }
    return tier;
}

/* RULES.md section 7, "bites while in force": the compute that the target misses each round. */
static const struct {
    Tile tile;
    int compute;
} income_bite[BLOC_COUNT] = {
    [BLOC_US] = {TILE_MINERALS, 4},
    [BLOC_CN] = {TILE_EQUIP, 3},
};

int compute_income(const State *state, const Rules *rules, Bloc bloc)
{
    uint32_t side = nation_side(state, rules, bloc);
    int open = state->track[SLOT_QUALITY + (int)open_stack(bloc)];
    int rival_open = state->track[SLOT_QUALITY + (int)open_stack(rival_of(bloc))];
    int income = state->track[SLOT_DATACENTRES + (int)bloc] + chip_tier(state, rules, bloc);

    income += bits_count(side & (rules->role[ROLE_MEMORY] | rules->role[ROLE_FOUNDRY]));
    income += open > rival_open;
    if (in_force(state, income_bite[bloc].tile)) {
        income -= income_bite[bloc].compute;
    }
    return income > 1 ? income : 1;
}

/* RULES.md section 13: what the US earns where the bubble is switched off. */
enum { CAPITAL_WITHOUT_BUBBLE = 5 };

int capital_income(const State *state, const Rules *rules, Bloc bloc)
{
    int users = bits_count(nation_users(state, rules, open_stack(bloc)));
    int income = bits_count(nation_side(state, rules, bloc) & rules->role[ROLE_FUND]) +
                 users / rules->param[PARAM_HARDWARE_DIVISOR];

    if (bloc == BLOC_CN) {
        income += rules->param[PARAM_STATE_CAPITAL] - in_force(state, TILE_MINERALS);
    } else {
        bool bubble = has_system(state, rules, SYSTEM_BUBBLE);
        income += bubble ? (state->track[SLOT_VALUATION] + 1) / 2 : CAPITAL_WITHOUT_BUBBLE;
        income += in_force(state, TILE_CHIPS) ? 0 : rules->param[PARAM_CHIP_SALES];
    }
    return income > 0 ? income : 0;
}
