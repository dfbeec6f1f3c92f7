#include "core/nation_scalar.h"

#include <stdbool.h>
#include <stddef.h>

#include "core/income.h"
#include "core/nation.h"
#include "core/seats.h"
#include "core/track.h"

static int absolute(int value)
{
    return value < 0 ? -value : value;
}

static uint32_t bit(int nation)
{
    return UINT32_C(1) << nation;
}

static int own_side(const State *state, int nation, Bloc bloc)
{
    return state->nation_x[nation] * side_sign(bloc);
}

/* The stack that a nation uses, or -1. */
static int used_stack(const State *state, int nation)
{
    int x = state->nation_x[nation];
    int y = state->nation_y[nation];

    return x == 0 || y == 0 ? -1 : 2 * (x > 0) + (y > 0);
}

uint32_t scalar_side(const State *state, const Rules *rules, Bloc bloc)
{
    uint32_t set = 0;

    for (int n = 0; n < rules->nation_count; n++) {
        if (own_side(state, n, bloc) > 0) {
            set |= bit(n);
        }
    }
    return set;
}

uint32_t scalar_users(const State *state, const Rules *rules, Stack stack)
{
    uint32_t set = 0;

    for (int n = 0; n < rules->nation_count; n++) {
        if (used_stack(state, n) == (int)stack) {
            set |= bit(n);
        }
    }
    return set;
}

/* Section 8.1: the bonus of a nation's need. */
static int need_bonus(const State *state, const Rules *rules, Need need, Stack stack)
{
    Bloc bloc = (Bloc)(stack / 2);
    bool open = stack % 2 == 1;
    int bonus = rules->param[PARAM_NEED_BONUS];

    switch (need) {
    case NEED_COMPUTE:
        return chip_tier(state, rules, bloc) > chip_tier(state, rules, rival_of(bloc)) ? bonus : 0;
    case NEED_PRICE:
        return open ? 1 : 2 - state->track[SLOT_PRICE];
    case NEED_SOVEREIGNTY:
        if (open) {
            return state->track[SLOT_LICENCE + bloc] == LICENCE_PERMISSIVE ? 2 : 1;
        }
        return bloc == BLOC_US ? -(in_force(state, TILE_CHIPS) + in_force(state, TILE_EQUIP) +
                                   in_force(state, TILE_ACCESS))
                               : -(in_force(state, TILE_MINERALS) + in_force(state, TILE_DATA));
    case NEED_SECURITY:
        return open ? 0 : 2;
    case NEED_INDUSTRY:
        return state->track[SLOT_INDUSTRY + bloc] > state->track[SLOT_INDUSTRY + rival_of(bloc)]
                   ? bonus
                   : 0;
    case NEED_COUNT:
        break;
    }
    return 0;
}

static int strictness(const State *state, const Rules *rules, int nation, Stack stack)
{
    int strict = rules->nation[nation].strictness;
    int distrust = 2 * strict - state->track[SLOT_TRUST + stack / 2];
    bool permissive =
        stack % 2 == 1 && state->track[SLOT_LICENCE + stack / 2] == LICENCE_PERMISSIVE;

    if (!has_system(state, rules, SYSTEM_RISK)) {
        return 0;
    }
    return (distrust > 0 ? distrust : 0) +
           (permissive && strict >= 2 ? state->track[SLOT_RISK] / 4 : 0);
}

static int appeal(const State *state, const Rules *rules, int nation, Stack stack)
{
    int value = effective_quality(state, stack) +
                need_bonus(state, rules, (Need)rules->nation[nation].need, stack) -
                strictness(state, rules, nation, stack);
    int x = absolute(state->nation_x[nation]);
    int y = absolute(state->nation_y[nation]);

    if (own_side(state, nation, (Bloc)(stack / 2)) > 0) {
        value += rules->param[PARAM_LEAN];
    }
    if (used_stack(state, nation) == (int)stack) {
        value += x < y ? x : y;
    }
    return value;
}

static int favourite_of(const State *state, const Rules *rules, int nation)
{
    int value[STACK_COUNT];
    int best = 0;
    int ties = 0;
    int used = used_stack(state, nation);

    for (int stack = 0; stack < STACK_COUNT; stack++) {
        value[stack] = appeal(state, rules, nation, (Stack)stack);
        if (stack > 0 && value[stack] == value[best]) {
            ties++;
        } else if (stack > 0 && value[stack] > value[best]) {
            best = stack;
            ties = 0;
        }
    }
    if (used >= 0 && value[best] - value[used] <= state->track[SLOT_BIFURCATION] / 2) {
        return used;
    }
    return ties == 0 ? best : -1;
}

void scalar_favourites(const State *state, const Rules *rules, uint32_t favourite[STACK_COUNT])
{
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        favourite[stack] = 0;
    }
    for (int n = 0; n < rules->nation_count; n++) {
        int stack = favourite_of(state, rules, n);
        if (stack >= 0) {
            favourite[stack] |= bit(n);
        }
    }
}

static bool matches(const State *state, const Filter *filter, int nation, Bloc owner)
{
    int x = own_side(state, nation, owner);
    int y = state->nation_y[nation];
    int side = x > 0 ? SIDE_SET_OWN : x == 0 ? SIDE_SET_ZERO : SIDE_SET_RIVAL;
    int row = y > 0 ? Y_SET_OPEN : y == 0 ? Y_SET_ZERO : Y_SET_CLOSED;

    return (filter->nations & bit(nation)) != 0 && (filter->side & side) != 0 &&
           (filter->y & row) != 0 && (!filter->near_zero || absolute(x) == 1) &&
           (!filter->outside_rival_quadrant || x >= 0 || y == 0);
}

/* Section 8.2: which axis a corner step changes, in the direction of the stack; 0, 0 at the corner. */
static void corner_step(const State *state, int nation, Stack stack, int depth, int step[2])
{
    int sign_x = side_sign((Bloc)(stack / 2));
    int sign_y = stack % 2 == 1 ? 1 : -1;
    int dx = depth - sign_x * state->nation_x[nation];
    int dy = depth - sign_y * state->nation_y[nation];

    dx = dx > 0 ? dx : 0;
    dy = dy > 0 ? dy : 0;
    step[0] = dx > dy ? sign_x : 0;
    step[1] = dx <= dy && dy > 0 ? sign_y : 0;
}

/* How far a move would take a nation, clamped to the grid. */
static void move_step(const State *state, int nation, Move move, Bloc owner, int step[2])
{
    int x = own_side(state, nation, owner);
    int y = state->nation_y[nation];

    step[0] = 0;
    step[1] = 0;
    switch (move) {
    case MOVE_ALIGN:
        step[0] = x < GRID_EDGE ? side_sign(owner) : 0;
        break;
    case MOVE_OPEN:
        step[1] = y < GRID_EDGE;
        break;
    case MOVE_CLOSE:
        step[1] = y > -GRID_EDGE ? -1 : 0;
        break;
    case MOVE_CORNER_OPEN:
        corner_step(state, nation, open_stack(owner), CORNER_DEPTH, step);
        break;
    case MOVE_CORNER_CLOSED:
        corner_step(state, nation, closed_stack(owner), CORNER_DEPTH, step);
        break;
    case MOVE_NEUTRAL:
        step[0] = x > 0 ? -side_sign(owner) : x < 0 ? side_sign(owner) : 0;
        break;
    case MOVE_COUNT:
        break;
    }
}

static bool can_move(const State *state, int nation, Move move, Bloc owner)
{
    int step[2];

    move_step(state, nation, move, owner, step);
    return move == MOVE_COUNT || step[0] != 0 || step[1] != 0;
}

uint32_t scalar_targets(const State *state, const Rules *rules, int filter, Move move, Bloc owner)
{
    uint32_t set = 0;

    for (int n = 0; n < rules->nation_count; n++) {
        if (matches(state, &rules->filter[filter], n, owner) && can_move(state, n, move, owner)) {
            set |= bit(n);
        }
    }
    return set;
}

static void take_step(State *state, int nation, const int step[2], EventLog *log)
{
    int before = 16 * state->nation_x[nation] + state->nation_y[nation];

    state->nation_x[nation] = (int8_t)(state->nation_x[nation] + step[0]);
    state->nation_y[nation] = (int8_t)(state->nation_y[nation] + step[1]);
    if (log != NULL && (step[0] != 0 || step[1] != 0)) {
        event_add(log, EVENT_MOVED, nation, before,
                  16 * state->nation_x[nation] + state->nation_y[nation]);
    }
}

void scalar_move_all(State *state, uint32_t nations, Move move, Bloc owner, EventLog *log)
{
    for (; nations != 0; nations &= nations - 1) {
        int n = __builtin_ctz(nations);
        int step[2];
        move_step(state, n, move, owner, step);
        take_step(state, n, step, log);
    }
}

void scalar_drift(State *state, const uint32_t favourite[STACK_COUNT], uint32_t throttled,
                  EventLog *log)
{
    scalar_move_all(state, throttled, MOVE_OPEN, BLOC_US, log);
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        for (uint32_t set = favourite[stack] & ~throttled; set != 0; set &= set - 1) {
            int n = __builtin_ctz(set);
            int step[2];
            corner_step(state, n, (Stack)stack, DRIFT_DEPTH, step);
            take_step(state, n, step, log);
        }
    }
}

static int court_cost(const State *state, const Rules *rules, Bloc bloc, int nation, int favourite)
{
    int cost = rules->param[PARAM_COURT_BASE] + rules->nation[nation].weight;

    if (favourite >= 0) {
        cost += favourite / 2 == (int)bloc ? -1 : 1;
    }
    if (own_side(state, nation, bloc) < 0) {
        cost += state->track[SLOT_BIFURCATION] / 2;
    }
    return cost > 1 ? cost : 1;
}

int scalar_court_cost(const State *state, const Rules *rules, Bloc bloc, int nation)
{
    return court_cost(state, rules, bloc, nation, favourite_of(state, rules, nation));
}

void scalar_courts(const State *state, const Rules *rules, Bloc bloc, int capital, Courts *courts)
{
    Tile wall = bloc == BLOC_US ? TILE_DATA : TILE_ACCESS;
    int walled_stack = in_force(state, wall) ? (int)closed_stack(rival_of(bloc)) : -2;

    *courts = (Courts){0, 0, 0, {0}};
    for (int n = 0; n < rules->nation_count; n++) {
        int x = own_side(state, n, bloc);
        int y = state->nation_y[n];
        courts->cost[n] = (int8_t)scalar_court_cost(state, rules, bloc, n);
        if (used_stack(state, n) == walled_stack || courts->cost[n] > capital) {
            continue;
        }
        courts->align |= x < GRID_EDGE ? bit(n) : 0;
        courts->open |= x >= 0 && y < GRID_EDGE ? bit(n) : 0;
        courts->close |= x >= 0 && y > -GRID_EDGE ? bit(n) : 0;
    }
}

int scalar_weight(const Rules *rules, uint32_t nations)
{
    int sum = 0;

    for (; nations != 0; nations &= nations - 1) {
        sum += rules->nation[__builtin_ctz(nations)].weight;
    }
    return sum;
}
