#include "core/nation.h"

#include "core/block.h"
#include "core/lanes.h"
#include "core/rules_tables.h"
#include "core/seats.h"

uint32_t nation_side(const State *state, const Rules *rules, Bloc bloc)
{
    uint32_t set = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        set |= lanes_mask(block_side(block_load(state, base), bloc)) << base;
    }
    return set;
}

uint32_t nation_users(const State *state, const Rules *rules, Stack stack)
{
    uint32_t set = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        set |= lanes_mask(block_users(block_load(state, base), stack)) << base;
    }
    return set;
}

uint32_t nation_targets(const State *state, const Rules *rules, int filter, Move move, Bloc owner)
{
    static const Lanes row_bit = {1, 2, 4, 8, 16, 32, 64};
    Lanes rows = lanes_load_half(rules->grid[filter][move]);
    uint32_t set = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        Block block = block_load(state, base);
        Lanes row = lanes_lookup(rows, block_own_x(block, owner) + GRID_EDGE);
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
        return (Step){lanes_all(sign) & (block_own_x(block, owner) < GRID_EDGE), zero};
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
        Block block = block_load(state, base);
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
        Block block = block_load(state, base);
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

int nation_weight(const Rules *rules, uint32_t nations)
{
    int sum = 0;

    for (int base = 0; base < rules->nation_count; base += LANE_COUNT) {
        sum += lanes_sum(lanes_load(rules->lane_weight + base) & lanes_of(nations >> base));
    }
    return sum;
}
