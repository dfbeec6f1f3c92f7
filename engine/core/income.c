#include "core/income.h"

#include <stdbool.h>
#include <stdint.h>

#include "core/bits.h"
#include "core/nation.h"
#include "core/seats.h"
#include "core/track.h"

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
