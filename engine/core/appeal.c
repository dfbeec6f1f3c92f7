#include "core/appeal.h"

#include <stdbool.h>

#include "core/bits.h"
#include "core/block.h"
#include "core/income.h"
#include "core/lanes.h"
#include "core/seats.h"
#include "core/track.h"

/* What appeals have in common for all nations (section 8.1). */
typedef struct Wants {
    Lanes need[STACK_COUNT];  /* lane Need: the bonus of that need, the stack's quality included */
    int8_t trust[BLOC_COUNT]; /* without the system Risk so high that nobody is strict */
    int8_t lax[BLOC_COUNT];   /* what permissive weights cost with the strict */
    int8_t switching;         /* a stack in use stays the favourite up to this lead of another */
    int8_t lean;
} Wants;

enum { TRUST_WITHOUT_RISK = 99 };

static void want_bloc(Wants *wants, const State *state, Bloc bloc, int compute, int industry)
{
    bool permissive = state->track[SLOT_LICENCE + (int)bloc] == LICENCE_PERMISSIVE;
    int price = 2 - state->track[SLOT_PRICE];
    int tiles = bits_count(own_tiles_in_force(state, bloc));
    Stack closed = closed_stack(bloc);
    Stack open = open_stack(bloc);
    /* In the order of Need: compute, price, sovereignty, security, industry. */
    Lanes closed_bonus = {(int8_t)compute, (int8_t)price, (int8_t)-tiles, 2, (int8_t)industry};
    Lanes open_bonus = {(int8_t)compute, 1, (int8_t)(1 + permissive), 0, (int8_t)industry};

    wants->need[closed] = closed_bonus + lanes_all(effective_quality(state, closed));
    wants->need[open] = open_bonus + lanes_all(effective_quality(state, open));
}

static Wants wants_of(const State *state, const Rules *rules)
{
    Wants wants = {.switching = (int8_t)((unsigned)state->track[SLOT_BIFURCATION] / 2),
                   .lean = (int8_t)rules->param[PARAM_LEAN]};
    bool risk = has_system(state, rules, SYSTEM_RISK);
    int bonus = rules->param[PARAM_NEED_BONUS];
    int compute = chip_tier(state, rules, BLOC_CN) - chip_tier(state, rules, BLOC_US);
    int industry = state->track[SLOT_INDUSTRY + BLOC_CN] - state->track[SLOT_INDUSTRY];

    want_bloc(&wants, state, BLOC_US, bonus * (compute < 0), bonus * (industry < 0));
    want_bloc(&wants, state, BLOC_CN, bonus * (compute > 0), bonus * (industry > 0));
#pragma GCC unroll 2
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        bool permissive = state->track[SLOT_LICENCE + bloc] == LICENCE_PERMISSIVE;
        wants.trust[bloc] = (int8_t)(risk ? state->track[SLOT_TRUST + bloc] : TRUST_WITHOUT_RISK);
        wants.lax[bloc] = (int8_t)(risk && permissive ? (unsigned)state->track[SLOT_RISK] / 4 : 0);
    }
    return wants;
}

static Lanes absolute(Lanes lanes)
{
    Lanes negative = lanes < 0;
    return (lanes ^ negative) - negative;
}

/* What a bloc loses with strict regulators, on top of what its licence costs. */
static Lanes distrust_of(const Wants *wants, Lanes strict, Bloc bloc)
{
    return lanes_max(strict + strict - lanes_all(wants->trust[bloc]), lanes_all(0));
}

/* The favourites of sixteen nations: -1 in the lane of at most one stack. */
static void favour(const Wants *wants, const Rules *rules, int base, Block block,
                   Lanes favourite[STACK_COUNT])
{
    Lanes strict = lanes_load(rules->lane_strict + base);
    Lanes need = lanes_load(rules->lane_need + base);
    Lanes very_strict = strict >= 2;
    Lanes depth = -lanes_max(-absolute(block.x), -absolute(block.y));
    Lanes appeal[STACK_COUNT];
    Lanes used[STACK_COUNT];
    Lanes best = lanes_all(INT8_MIN);
    Lanes in_use = lanes_all(0);
    Lanes current = lanes_all(0);

#pragma GCC unroll 4
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        Bloc bloc = (Bloc)(stack / 2);
        used[stack] = block_users(block, (Stack)stack);
        appeal[stack] = lanes_lookup(wants->need[stack], need) +
                        (lanes_all(wants->lean) & block_side(block, bloc)) + (depth & used[stack]) -
                        distrust_of(wants, strict, bloc);
        if (stack % 2 == 1) {
            appeal[stack] -= very_strict & lanes_all(wants->lax[bloc]);
        }
        best = lanes_max(best, appeal[stack]);
        in_use |= used[stack];
        current |= used[stack] & appeal[stack];
    }
    Lanes keep = in_use & (best - current <= lanes_all(wants->switching));
    Lanes highest = lanes_all(0);
#pragma GCC unroll 4
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        highest += appeal[stack] == best;
    }
    Lanes single = (highest == -1) & ~keep;
#pragma GCC unroll 4
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        favourite[stack] = (keep & used[stack]) | (single & (appeal[stack] == best));
    }
}

void appeal_favourites(const State *state, const Rules *rules, uint32_t favourite[STACK_COUNT])
{
    Wants wants = wants_of(state, rules);

#pragma GCC unroll 4
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        favourite[stack] = 0;
    }
    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        Lanes lanes[STACK_COUNT];
        favour(&wants, rules, base, block_load(state, base), lanes);
#pragma GCC unroll 4
        for (int stack = 0; stack < STACK_COUNT; stack++) {
            favourite[stack] |= (lanes_mask(lanes[stack]) << base) & rules->nations;
        }
    }
}

/* Section 5, "court cost", of sixteen nations. */
static Lanes court_costs(const Wants *wants, const Rules *rules, int base, Block block, Bloc bloc)
{
    Lanes favourite[STACK_COUNT];
    Bloc rival = rival_of(bloc);

    favour(wants, rules, base, block, favourite);
    Lanes own = favourite[closed_stack(bloc)] | favourite[open_stack(bloc)];
    Lanes foreign = favourite[closed_stack(rival)] | favourite[open_stack(rival)];
    Lanes cost = lanes_all(rules->param[PARAM_COURT_BASE]) + lanes_load(rules->lane_weight + base) +
                 own - foreign + (block_side(block, rival) & lanes_all(wants->switching));
    return lanes_max(cost, lanes_all(1));
}

void appeal_courts(const State *state, const Rules *rules, Bloc bloc, int capital, Courts *courts)
{
    Wants wants = wants_of(state, rules);
    bool walled = in_force(state, bloc == BLOC_US ? TILE_DATA : TILE_ACCESS);
    Stack wall = closed_stack(rival_of(bloc));

    *courts = (Courts){0, 0, 0, {0}};
    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        Block block = block_load(state, base);
        Lanes x = block_own_x(block, bloc);
        Lanes cost = court_costs(&wants, rules, base, block, bloc);
        Lanes may = cost <= lanes_all(capital);
        lanes_store(courts->cost + base, cost);
        may &= ~(block_users(block, wall) & lanes_all(-walled));
        courts->align |= lanes_mask(may & (x < GRID_EDGE)) << base;
        may &= x >= 0;
        courts->open |= lanes_mask(may & (block.y < GRID_EDGE)) << base;
        courts->close |= lanes_mask(may & (block.y > -GRID_EDGE)) << base;
    }
    courts->align &= rules->nations;
    courts->open &= rules->nations;
    courts->close &= rules->nations;
}

int appeal_court_cost(const State *state, const Rules *rules, Bloc bloc, int nation)
{
    Wants wants = wants_of(state, rules);
    int base = nation / LANE_COUNT * LANE_COUNT;
    Lanes cost = court_costs(&wants, rules, base, block_load(state, base), bloc);

    return cost[nation - base];
}
