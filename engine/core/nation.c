#include "core/nation.h"

#include "core/bits.h"
#include "core/control.h"
#include "core/lanes.h"
#include "core/rules_tables.h"
#include "core/seats.h"
#include "core/track.h"

/* Where sixteen nations stand. */
typedef struct Block {
    Lanes x, y;
} Block;

static Block load_block(const State *state, int base)
{
    return (Block){lanes_load(state->nation_x + base), lanes_load(state->nation_y + base)};
}

static Lanes on_side(Block block, Bloc bloc)
{
    return bloc == BLOC_US ? block.x < 0 : block.x > 0;
}

static Lanes using_stack(Block block, Stack stack)
{
    return on_side(block, (Bloc)(stack / 2)) & (stack % 2 == 1 ? block.y > 0 : block.y < 0);
}

/* x seen from a bloc: above 0 on its own side. */
static Lanes own_x(Block block, Bloc bloc)
{
    return bloc == BLOC_US ? -block.x : block.x;
}

uint32_t nation_side(const State *state, const Rules *rules, Bloc bloc)
{
    uint32_t set = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        set |= lanes_mask(on_side(load_block(state, base), bloc)) << base;
    }
    return set;
}

uint32_t nation_users(const State *state, const Rules *rules, Stack stack)
{
    uint32_t set = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        set |= lanes_mask(using_stack(load_block(state, base), stack)) << base;
    }
    return set;
}

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
    int tiles = bits_count(control_own_in_force(state, bloc));
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
        used[stack] = using_stack(block, (Stack)stack);
        appeal[stack] = lanes_lookup(wants->need[stack], need) +
                        (lanes_all(wants->lean) & on_side(block, bloc)) + (depth & used[stack]) -
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

void nation_favourites(const State *state, const Rules *rules, uint32_t favourite[STACK_COUNT])
{
    Wants wants = wants_of(state, rules);

#pragma GCC unroll 4
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        favourite[stack] = 0;
    }
    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        Lanes lanes[STACK_COUNT];
        favour(&wants, rules, base, load_block(state, base), lanes);
#pragma GCC unroll 4
        for (int stack = 0; stack < STACK_COUNT; stack++) {
            favourite[stack] |= (lanes_mask(lanes[stack]) << base) & rules->nations;
        }
    }
}

uint32_t nation_targets(const State *state, const Rules *rules, int filter, Move move, Bloc owner)
{
    static const Lanes row_bit = {1, 2, 4, 8, 16, 32, 64};
    Lanes rows = lanes_load_half(rules->grid[filter][move]);
    uint32_t set = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        Block block = load_block(state, base);
        Lanes row = lanes_lookup(rows, own_x(block, owner) + GRID_EDGE);
        Lanes bit = lanes_lookup(row_bit, block.y + GRID_EDGE);
        set |= lanes_mask((row & bit) != 0) << base;
    }
    return set & rules->filter[filter].nations;
}

/* How far sixteen nations would move. */
typedef struct Step {
    Lanes x, y;
} Step;

/* Section 8.2: one step along the axis that is farther from the corner; a tie moves y. */
static Step corner_step(Block block, Stack stack, int depth)
{
    int sign_x = side_sign((Bloc)(stack / 2));
    int sign_y = stack % 2 == 1 ? 1 : -1;
    Lanes dx = lanes_max(lanes_all(depth) - lanes_all(sign_x) * block.x, lanes_all(0));
    Lanes dy = lanes_max(lanes_all(depth) - lanes_all(sign_y) * block.y, lanes_all(0));

    return (Step){lanes_all(sign_x) & (dx > dy), lanes_all(sign_y) & (dx <= dy) & (dy > 0)};
}

static Step step_of(Block block, Move move, Bloc owner)
{
    Lanes zero = lanes_all(0);
    int sign = side_sign(owner);

    switch (move) {
    case MOVE_ALIGN:
        return (Step){lanes_all(sign) & (own_x(block, owner) < GRID_EDGE), zero};
    case MOVE_OPEN:
        return (Step){zero, lanes_all(1) & (block.y < GRID_EDGE)};
    case MOVE_CLOSE:
        return (Step){zero, lanes_all(-1) & (block.y > -GRID_EDGE)};
    case MOVE_CORNER_OPEN:
        return corner_step(block, open_stack(owner), CORNER_DEPTH);
    case MOVE_CORNER_CLOSED:
        return corner_step(block, closed_stack(owner), CORNER_DEPTH);
    case MOVE_NEUTRAL:
        return (Step){(block.x > 0) - (block.x < 0), zero}; /* -1 where x > 0, 1 where x < 0 */
    case MOVE_COUNT:
        break;
    }
    return (Step){zero, zero};
}

static void note_moves(const State *before, const State *after, EventLog *log)
{
    for (int n = 0; n < NATIONS_MAX; n++) {
        int from = 16 * before->nation_x[n] + before->nation_y[n];
        int to = 16 * after->nation_x[n] + after->nation_y[n];
        if (from != to) {
            event_add(log, EVENT_MOVED, n, from, to);
        }
    }
}

static void take_step(State *state, int base, Block block, Step step)
{
    lanes_store(state->nation_x + base, block.x + step.x);
    lanes_store(state->nation_y + base, block.y + step.y);
}

static void step_all(State *state, uint32_t nations, Move move, Bloc owner)
{
    for (int base = 0; base < NATIONS_MAX; base += LANE_COUNT) {
        Block block = load_block(state, base);
        Step step = step_of(block, move, owner);
        Lanes chosen = lanes_of(nations >> base);
        take_step(state, base, block, (Step){step.x & chosen, step.y & chosen});
    }
}

void nation_move_all(State *state, uint32_t nations, Move move, Bloc owner, EventLog *log)
{
    if (log == NULL) {
        step_all(state, nations, move, owner);
        return;
    }
    State before = *state;
    step_all(state, nations, move, owner);
    note_moves(&before, state, log);
}

/* Adds to one lane and stores all: a later load of the lanes would wait for a store of one byte. */
static void add_lane(int8_t *lanes, int nation, int amount)
{
    int base = nation / LANE_COUNT * LANE_COUNT;
    Lanes one = lanes_of(UINT32_C(1) << (nation - base)) & lanes_all(amount);

    lanes_store(lanes + base, lanes_load(lanes + base) + one);
}

void nation_move(State *state, int nation, Move move, Bloc owner, EventLog *log)
{
    int sign = side_sign(owner);
    int x = state->nation_x[nation];
    int y = state->nation_y[nation];
    int step[2];

    move_step_at(move, sign * x, y, step);
    add_lane(state->nation_x, nation, sign * step[0]);
    add_lane(state->nation_y, nation, step[1]);
    if (log != NULL) {
        event_add(log, EVENT_MOVED, nation, 16 * x + y,
                  16 * state->nation_x[nation] + state->nation_y[nation]);
    }
}

static void drift_all(State *state, const uint32_t favourite[STACK_COUNT], uint32_t throttled)
{
    for (int base = 0; base < NATIONS_MAX; base += LANE_COUNT) {
        Block block = load_block(state, base);
        Lanes waiting = lanes_of(throttled >> base);
        Step sum = step_of(block, MOVE_OPEN, BLOC_US);
        sum.x &= waiting;
        sum.y &= waiting;
#pragma GCC unroll 4
        for (int stack = 0; stack < STACK_COUNT; stack++) {
            Step step = corner_step(block, (Stack)stack, DRIFT_DEPTH);
            Lanes drawn = lanes_of((favourite[stack] & ~throttled) >> base);
            sum.x |= step.x & drawn;
            sum.y |= step.y & drawn;
        }
        take_step(state, base, block, sum);
    }
}

void nation_drift(State *state, const uint32_t favourite[STACK_COUNT], uint32_t throttled,
                  EventLog *log)
{
    if (log == NULL) {
        drift_all(state, favourite, throttled);
        return;
    }
    State before = *state;
    drift_all(state, favourite, throttled);
    note_moves(&before, state, log);
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
                 own - foreign + (on_side(block, rival) & lanes_all(wants->switching));
    return lanes_max(cost, lanes_all(1));
}

void nation_courts(const State *state, const Rules *rules, Bloc bloc, int capital, Courts *courts)
{
    Wants wants = wants_of(state, rules);
    bool walled = in_force(state, bloc == BLOC_US ? TILE_DATA : TILE_ACCESS);
    Stack wall = closed_stack(rival_of(bloc));

    *courts = (Courts){0, 0, 0, {0}};
    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        Block block = load_block(state, base);
        Lanes x = own_x(block, bloc);
        Lanes cost = court_costs(&wants, rules, base, block, bloc);
        Lanes may = cost <= lanes_all(capital);
        lanes_store(courts->cost + base, cost);
        may &= ~(using_stack(block, wall) & lanes_all(-walled));
        courts->align |= lanes_mask(may & (x < GRID_EDGE)) << base;
        may &= x >= 0;
        courts->open |= lanes_mask(may & (block.y < GRID_EDGE)) << base;
        courts->close |= lanes_mask(may & (block.y > -GRID_EDGE)) << base;
    }
    courts->align &= rules->nations;
    courts->open &= rules->nations;
    courts->close &= rules->nations;
}

int nation_court_cost(const State *state, const Rules *rules, Bloc bloc, int nation)
{
    Wants wants = wants_of(state, rules);
    int base = nation / LANE_COUNT * LANE_COUNT;
    Lanes cost = court_costs(&wants, rules, base, load_block(state, base), bloc);

    return cost[nation - base];
}

int nation_weight(const Rules *rules, uint32_t nations)
{
    int sum = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        sum += lanes_sum(lanes_load(rules->lane_weight + base) & lanes_of(nations >> base));
    }
    return sum;
}
