/* What a nation wants (RULES.md sections 2.2 and 8). */

#include <stdint.h>

#include "core/explain.h"
#include "core/explain_parts.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

enum {
    NEED_OPEN_PRICE = 1, /* section 8.1, as the others */
    NEED_CLOSED_PRICE = 2,
    NEED_PERMISSIVE_LICENCE = 2,
    NEED_CONDITIONAL_LICENCE = 1,
    NEED_CLOSED_SECURITY = 2,
    STRICTNESS_FACTOR = 2,
    STRICT_ON_WEIGHTS = 2, /* strictness from which permissive weights are a worry */
    RISK_DIVISOR = 4,
    SWITCHING_DIVISOR = 2,
};

void number_effective_quality(Explanation *out, const Position *at)
{
    int stack = out->question.subject;
    int quality = track(at, SLOT_QUALITY, stack);
    int plateau = track(at, SLOT_PLATEAU, 0);

    term_add(out, TERM_QUALITY, stack, quality);
    if (quality > plateau) {
        term_add_made_of(out, (Term){TERM_PLATEAU, 0, plateau - quality, plateau, 0, 0});
    }
}

static int magnitude(int a)
{
    return a < 0 ? -a : a;
}

static int depth_of(const Position *at, int nation)
{
    return smaller(magnitude(at->state->nation_x[nation]), magnitude(at->state->nation_y[nation]));
}

void number_depth(Explanation *out, const Position *at)
{
    int nation = out->question.subject;

    term_add_made_of(out, (Term){TERM_DEPTH, nation, depth_of(at, nation),
                                 magnitude(at->state->nation_x[nation]),
                                 magnitude(at->state->nation_y[nation]), 0});
}

static void add_need_of_compute(Explanation *out, const Position *at, int bloc)
{
    int own = value_of(at, NUMBER_CHIP_TIER, bloc, 0);
    int other = value_of(at, NUMBER_CHIP_TIER, rival_of(bloc), 0);

    if (own > other) {
        term_add(out, TERM_NEED_COMPUTE, bloc, param(at, PARAM_NEED_BONUS));
    }
}

static void add_need_of_price(Explanation *out, const Position *at, int stack)
{
    int price = track(at, SLOT_PRICE, 0);

    if (is_open(stack)) {
        term_add(out, TERM_NEED_PRICE_OPEN, stack, NEED_OPEN_PRICE);
    } else {
        term_add_made_of(out, (Term){TERM_NEED_PRICE_CLOSED, stack, NEED_CLOSED_PRICE - price,
                                     price, NEED_CLOSED_PRICE, 0});
    }
}

static void add_need_of_sovereignty(Explanation *out, const Position *at, int stack)
{
    int bloc = bloc_of(stack);
    int tiles = explain_tiles_in_force(at, bloc);

    if (!is_open(stack)) {
        term_add_made_of(out, (Term){TERM_NEED_UNCUT, stack, -tiles, tiles, 0, 0});
    } else if (is_permissive(at, bloc)) {
        term_add(out, TERM_NEED_PERMISSIVE, stack, NEED_PERMISSIVE_LICENCE);
    } else {
        term_add(out, TERM_NEED_CONDITIONAL, stack, NEED_CONDITIONAL_LICENCE);
    }
}

static void add_need(Explanation *out, const Position *at, int nation, int stack)
{
    int bloc = bloc_of(stack);
    int industry = track(at, SLOT_INDUSTRY, bloc);

    switch ((Need)at->rules->nation[nation].need) {
    case NEED_COMPUTE:
        add_need_of_compute(out, at, bloc);
        break;
    case NEED_PRICE:
        add_need_of_price(out, at, stack);
        break;
    case NEED_SOVEREIGNTY:
        add_need_of_sovereignty(out, at, stack);
        break;
    case NEED_SECURITY:
        if (!is_open(stack)) {
            term_add(out, TERM_NEED_SECURITY, stack, NEED_CLOSED_SECURITY);
        }
        break;
    case NEED_INDUSTRY:
        if (industry > track(at, SLOT_INDUSTRY, rival_of(bloc))) {
            term_add(out, TERM_NEED_INDUSTRY, bloc, param(at, PARAM_NEED_BONUS));
        }
        break;
    case NEED_COUNT:
        break;
    }
}

static void add_strictness(Explanation *out, const Position *at, int nation, int stack)
{
    int strict = at->rules->nation[nation].strictness;
    int trust = track(at, SLOT_TRUST, bloc_of(stack));
    int risk = track(at, SLOT_RISK, 0);

    if (!has_system(at, SYSTEM_RISK)) {
        return;
    }
    term_add_made_of(out, (Term){TERM_STRICTNESS, nation,
                                 -larger(0, STRICTNESS_FACTOR * strict - trust), strict, trust, 0});
    if (is_open(stack) && is_permissive(at, bloc_of(stack)) && strict >= STRICT_ON_WEIGHTS) {
        term_add_made_of(
            out, (Term){TERM_RISKY_WEIGHTS, nation, -(risk / RISK_DIVISOR), risk, RISK_DIVISOR, 0});
    }
}

void number_appeal(Explanation *out, const Position *at)
{
    int nation = out->question.subject;
    int stack = out->question.object;
    int bloc = bloc_of(stack);

    term_add(out, TERM_EFFECTIVE_QUALITY, stack, value_of(at, NUMBER_EFFECTIVE_QUALITY, stack, 0));
    add_need(out, at, nation, stack);
    if (explain_own_side_distance(at, nation, bloc) > 0) {
        term_add(out, TERM_LEAN, bloc, param(at, PARAM_LEAN));
    }
    if (explain_used_stack(at, nation) == stack) {
        term_add(out, TERM_LOCK_IN, nation, depth_of(at, nation));
    }
    add_strictness(out, at, nation, stack);
}

/* The single stack of the highest appeal, -1 if several share it. */
static int single_best(const Favourite *favourite)
{
    int single = -1;

    for (int stack = 0; stack < STACK_COUNT; stack++) {
        if (favourite->appeal[stack] != favourite->best) {
            continue;
        }
        if (single >= 0) {
            return -1;
        }
        single = stack;
    }
    return single;
}

void explain_favourite(Favourite *favourite, const State *state, const Rules *rules, int nation)
{
    const Position at = {state, rules};

    favourite->used = explain_used_stack(&at, nation);
    favourite->switching_cost = track(&at, SLOT_BIFURCATION, 0) / SWITCHING_DIVISOR;
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        favourite->appeal[stack] = value_of(&at, NUMBER_APPEAL, nation, stack);
    }
    favourite->best = favourite->appeal[0];
    for (int stack = 1; stack < STACK_COUNT; stack++) {
        favourite->best = larger(favourite->best, favourite->appeal[stack]);
    }
    favourite->stays =
        favourite->used >= 0 &&
        favourite->best - favourite->appeal[favourite->used] <= favourite->switching_cost;
    favourite->stack = favourite->stays ? favourite->used : single_best(favourite);
    favourite->tied = favourite->stack < 0;
}

Place explain_corner_step(Place from, Stack toward, int depth)
{
    int sx = bloc_of((int)toward) == BLOC_US ? -1 : 1;
    int sy = is_open((int)toward) ? 1 : -1;
    int dx = larger(0, depth - sx * from.x);
    int dy = larger(0, depth - sy * from.y);

    if (dx == 0 && dy == 0) {
        return from;
    }
    return dx > dy ? (Place){from.x + sx, from.y} : (Place){from.x, from.y + sy};
}
