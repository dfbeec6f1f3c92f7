/* The market (RULES.md section 9), and its numbers as they would be if the actions ended now. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/explain.h"
#include "core/explain_parts.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

enum {
    LEAST_REVENUE = 0,
    TOP_PRICE = 6, /* section 9.2 */
    FULL_PARITY = 2,
    EFFICIENCY_PRICE_DIVISOR = 3,
    LEAST_TARGET = 1,
    MOST_TARGET = 6,
    DRIFT_DEPTH = 2,  /* section 8.2 */
    TRUST_FACTOR = 2, /* section 9.6 */
    SAFE_FACES = 5,
    DIE_FACES = 6,
    STRICT_ON_INCIDENTS = 2,
};

void number_capacity(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int seat = explain_seat_of_stack(at, closed_stack(bloc));

    term_add(out, TERM_COMPUTE_LEFT, seat, track(at, SLOT_COMPUTE, seat));
    term_add(out, TERM_EFFICIENCY, bloc, track(at, SLOT_EFFICIENCY, bloc));
    term_add(out, TERM_SERVE_BASE, 0, param(at, PARAM_SERVE_BASE));
    term_add_modifier(out, at, MODIFIER_SERVE, bloc);
}

static int heaviest(const Rules *rules)
{
    int weight = 0;

    for (int nation = 0; nation < rules->nation_count; nation++) {
        weight = larger(weight, rules->nation[nation].weight);
    }
    return weight;
}

static void serve(Explanation *out, int nation, int weight, int *left)
{
    if (weight <= *left) {
        term_add_made_of(out, (Term){TERM_SERVED, nation, weight, *left, weight, 0});
        *left -= weight;
    } else {
        term_add_made_of(out, (Term){TERM_THROTTLED, nation, 0, *left, weight, 0});
    }
}

static void serve_weight(Explanation *out, const Position *at, int stack, int weight, int *left)
{
    for (int nation = 0; nation < at->rules->nation_count; nation++) {
        if (at->rules->nation[nation].weight == weight && explain_used_stack(at, nation) == stack) {
            serve(out, nation, weight, left);
        }
    }
}

/* Heavy users first, then in the order of the table. */
void number_served_weight(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int left = value_of(at, NUMBER_CAPACITY, bloc, 0);

    for (int weight = heaviest(at->rules); weight >= 0; weight--) {
        serve_weight(out, at, closed_stack(bloc), weight, &left);
    }
}

void number_revenue(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int served = value_of(at, NUMBER_SERVED_WEIGHT, bloc, 0);
    int price = track(at, SLOT_PRICE, 0);
    int divisor = param(at, PARAM_REVENUE_DIVISOR);
    Tile wall = bloc == BLOC_US ? TILE_DATA : TILE_ACCESS;

    term_add_made_of(out, (Term){TERM_API_SALES, closed_stack(bloc), served * price / divisor,
                                 served, price, divisor});
    term_add_modifier(out, at, MODIFIER_REVENUE, bloc);
    if (in_force(at, wall)) {
        term_add(out, TERM_WALL, (int)wall, -param(at, PARAM_WALL_REVENUE));
    }
    term_at_least(out, LEAST_REVENUE);
}

void number_price_target(Explanation *out, const Position *at)
{
    int closed = explain_best_quality(at, STACK_UC, STACK_CC);
    int open = explain_best_quality(at, STACK_UO, STACK_CO);
    int parity = smaller(FULL_PARITY, larger(0, FULL_PARITY - (closed - open)));
    int us = track(at, SLOT_EFFICIENCY, BLOC_US);
    int china = track(at, SLOT_EFFICIENCY, BLOC_CN);
    int most = larger(us, china);

    term_add(out, TERM_TOP_PRICE, 0, TOP_PRICE);
    term_add_made_of(out, (Term){TERM_PARITY_GAP, 0, -parity, closed, open, 0});
    term_add_made_of(out,
                     (Term){TERM_WORLD_EFFICIENCY, us >= china ? BLOC_US : BLOC_CN,
                            -(most / EFFICIENCY_PRICE_DIVISOR), most, EFFICIENCY_PRICE_DIVISOR, 0});
    term_at_least(out, LEAST_TARGET);
    term_at_most(out, MOST_TARGET);
}

void number_price_next(Explanation *out, const Position *at)
{
    int price = track(at, SLOT_PRICE, 0);
    int target = value_of(at, NUMBER_PRICE_TARGET, 0, 0);

    term_add(out, TERM_PRICE, 0, price);
    term_add_made_of(
        out, (Term){TERM_TOWARD_TARGET, 0, (target > price) - (target < price), target, 0, 0});
}

void number_valuation_gap(Explanation *out, const Position *at)
{
    term_add(out, TERM_VALUATION, 0, track(at, SLOT_VALUATION, 0));
    term_add(out, TERM_US_REVENUE, BLOC_US, -value_of(at, NUMBER_REVENUE, BLOC_US, 0));
}

static bool crashes(const Position *at)
{
    return has_system(at, SYSTEM_BUBBLE) &&
           value_of(at, NUMBER_VALUATION_GAP, 0, 0) >= param(at, PARAM_CRASH_GAP);
}

void number_valuation_next(Explanation *out, const Position *at)
{
    int valuation = track(at, SLOT_VALUATION, 0);
    int gap = value_of(at, NUMBER_VALUATION_GAP, 0, 0);

    term_add(out, TERM_VALUATION, 0, valuation);
    if (!has_system(at, SYSTEM_BUBBLE)) {
        return;
    }
    if (gap <= 0) {
        term_add(out, TERM_PLEASED, 0, 1);
    } else if (crashes(at)) {
        term_add_made_of(out, (Term){TERM_CRASH, 0, valuation / 2 - valuation, gap, 0, 0});
    } else {
        term_add_made_of(out, (Term){TERM_DISAPPOINTED, 0, -1, gap, 0, 0});
    }
    term_at_least(out, vocab_track[TRACK_VALUATION].least);
    term_at_most(out, vocab_track[TRACK_VALUATION].most);
}

void number_crash_vp(Explanation *out, const Position *at)
{
    if (crashes(at)) {
        term_add(out, TERM_CRASH_GAIN, BLOC_CN, param(at, PARAM_CRASH_VP));
    }
}

/* The wall whose backlash costs a bloc Trust. */
static Tile own_wall(int bloc)
{
    return bloc == BLOC_US ? TILE_ACCESS : TILE_DATA;
}

static bool is_ripe(const Position *at, Tile tile)
{
    return in_force(at, tile) && track(at, SLOT_CONTROL, (int)tile) >= param(at, PARAM_RIPE_STAGE);
}

/* Governance comes after the backlash, which may cost Trust. */
static int trust_at_governance(const Position *at, int bloc)
{
    int trust = track(at, SLOT_TRUST, bloc);
    bool lost = has_system(at, SYSTEM_RISK) && is_ripe(at, own_wall(bloc));

    return lost ? larger(vocab_track[TRACK_TRUST].least, trust - 1) : trust;
}

void number_risk_next(Explanation *out, const Position *at)
{
    int risk = track(at, SLOT_RISK, 0);
    int trust = smaller(trust_at_governance(at, BLOC_US), trust_at_governance(at, BLOC_CN));

    term_add(out, TERM_RISK, 0, risk);
    if (has_system(at, SYSTEM_RISK) && TRUST_FACTOR * trust >= risk) {
        term_add_made_of(out, (Term){TERM_GOVERNANCE, 0, -1, trust, risk, 0});
        term_at_least(out, vocab_track[TRACK_RISK].least);
    }
}

void number_incident_odds(Explanation *out, const Position *at)
{
    int risk = value_of(at, NUMBER_RISK_NEXT, 0, 0);
    int least = param(at, PARAM_INCIDENT_RISK);

    term_add(out, TERM_RISK_NEXT, 0, risk);
    term_add(out, TERM_SAFE_FACES, 0, -SAFE_FACES);
    term_at_least(out, 0);
    term_at_most(out, DIE_FACES);
    if (risk < least && out->value > 0) {
        term_add_made_of(out, (Term){TERM_NO_ROLL, 0, -out->value, least, 0, 0});
    }
}

/* Changes a track of a position inside its range; one that a missing system holds still stays. */
static void change(State *next, const Rules *rules, Track which, int subject, int amount)
{
    const Position at = {next, rules};
    const TrackInfo *info = &vocab_track[which];
    int16_t *value = &next->track[info->slot + subject];

    if (which == TRACK_TRUST && !has_system(&at, SYSTEM_RISK)) {
        return;
    }
    *value = (int16_t)smaller(info->most, larger(info->least, *value + amount));
}

static uint32_t throttled_users(const Position *at, int bloc)
{
    uint32_t throttled = 0;
    Explanation served;

    explain_number(&served, at->state, at->rules, (Question){NUMBER_SERVED_WEIGHT, bloc, 0});
    for (int i = 0; i < served.term_count; i++) {
        if (served.term[i].id == TERM_THROTTLED) {
            throttled |= UINT32_C(1) << served.term[i].subject;
        }
    }
    return throttled;
}

static void serve_and_pay(State *next, Outlook *outlook, const Rules *rules)
{
    const Position at = {next, rules};

    outlook->throttled = 0;
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        outlook->capacity[bloc] = value_of(&at, NUMBER_CAPACITY, bloc, 0);
        outlook->served_weight[bloc] = value_of(&at, NUMBER_SERVED_WEIGHT, bloc, 0);
        outlook->revenue[bloc] = value_of(&at, NUMBER_REVENUE, bloc, 0);
        outlook->throttled |= throttled_users(&at, bloc);
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int seat = explain_seat_of_stack(&at, closed_stack(bloc));
        change(next, rules, TRACK_CAPITAL, seat, outlook->revenue[bloc]);
    }
}

/* Where a nation of the position `at` drifts to, -1 as favourite for none. */
static Place drifted(const Position *at, int nation, int favourite, bool throttled)
{
    Place from = {at->state->nation_x[nation], at->state->nation_y[nation]};

    if (throttled) {
        return (Place){from.x, smaller(GRID_EDGE, from.y + 1)};
    }
    if (favourite < 0) {
        return from;
    }
    return explain_corner_step(from, (Stack)favourite, DRIFT_DEPTH);
}

/* All favourites are found, at the new price, before any nation moves. */
static void drift(State *next, const Rules *rules, uint32_t throttled)
{
    const State before = *next;
    const Position at = {&before, rules};

    for (int nation = 0; nation < rules->nation_count; nation++) {
        Favourite favourite;
        explain_favourite(&favourite, &before, rules, nation);
        Place to = drifted(&at, nation, favourite.stack, (throttled >> nation & 1) != 0);
        next->nation_x[nation] = (int8_t)to.x;
        next->nation_y[nation] = (int8_t)to.y;
    }
}

static void lash_back(State *next, const Rules *rules, Tile tile)
{
    switch (tile) {
    case TILE_CHIPS:
        change(next, rules, TRACK_EFFICIENCY, BLOC_CN, 1);
        change(next, rules, TRACK_SILICON, BLOC_CN, 1);
        break;
    case TILE_EQUIP:
        change(next, rules, TRACK_SILICON, BLOC_CN, 1);
        break;
    case TILE_ACCESS:
        change(next, rules, TRACK_BIFURCATION, 0, 1);
        change(next, rules, TRACK_TRUST, BLOC_US, -1);
        break;
    case TILE_MINERALS:
        change(next, rules, TRACK_SILICON, BLOC_US, 1);
        break;
    case TILE_DATA:
        change(next, rules, TRACK_BIFURCATION, 0, 1);
        change(next, rules, TRACK_TRUST, BLOC_CN, -1);
        break;
    }
}

static void age_controls(State *next, const Rules *rules)
{
    const Position at = {next, rules};

    for (int i = 0; i < TILE_COUNT; i++) {
        Tile tile = (Tile)i;
        if (is_ripe(&at, tile)) {
            next->track[SLOT_CONTROL + i] = 1;
            lash_back(next, rules, tile);
        } else if (in_force(&at, tile)) {
            next->track[SLOT_CONTROL + i]++;
        }
    }
}

void explain_market(State *next, Outlook *outlook, const State *state, const Rules *rules)
{
    const Position before = {state, rules};
    const Position after = {next, rules};
    Outlook own;
    Outlook *seen = outlook != NULL ? outlook : &own;

    *next = *state;
    serve_and_pay(next, seen, rules);
    seen->price_target = value_of(&after, NUMBER_PRICE_TARGET, 0, 0);
    next->track[SLOT_PRICE] = (int16_t)value_of(&after, NUMBER_PRICE_NEXT, 0, 0);
    drift(next, rules, seen->throttled);
    age_controls(next, rules);
    /* Valuation looks at the revenue of step 1, which only the old position tells. */
    seen->crash = crashes(&before);
    next->track[SLOT_VALUATION] = (int16_t)value_of(&before, NUMBER_VALUATION_NEXT, 0, 0);
    change(next, rules, TRACK_POOL, BLOC_CN, value_of(&before, NUMBER_CRASH_VP, 0, 0));
    seen->incident_odds = value_of(&before, NUMBER_INCIDENT_ODDS, 0, 0);
    next->track[SLOT_RISK] = (int16_t)value_of(&before, NUMBER_RISK_NEXT, 0, 0);
}

void explain_incident(State *state, const Rules *rules)
{
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        if (state->track[SLOT_LICENCE + bloc] == LICENCE_PERMISSIVE) {
            change(state, rules, TRACK_TRUST, bloc, -1);
        }
    }
    for (int nation = 0; nation < rules->nation_count; nation++) {
        if (rules->nation[nation].strictness >= STRICT_ON_INCIDENTS) {
            state->nation_y[nation] = (int8_t)larger(-GRID_EDGE, state->nation_y[nation] - 1);
        }
    }
    change(state, rules, TRACK_RISK, 0, -1);
}

static void explain_forecast(Explanation *out, const Position *at, bool along_y)
{
    int nation = out->question.subject;
    State next;
    Outlook outlook;

    explain_market(&next, &outlook, at->state, at->rules);
    int from = along_y ? at->state->nation_y[nation] : at->state->nation_x[nation];
    int to = along_y ? next.nation_y[nation] : next.nation_x[nation];
    term_add(out, TERM_STANDS, nation, from);
    if (to == from) {
        return;
    }
    if ((outlook.throttled >> nation & 1) != 0) {
        term_add(out, TERM_CUT_OFF, nation, to - from);
        return;
    }
    Favourite favourite;
    State priced = *at->state;
    priced.track[SLOT_PRICE] = (int16_t)value_of(at, NUMBER_PRICE_NEXT, 0, 0);
    explain_favourite(&favourite, &priced, at->rules, nation);
    term_add(out, TERM_DRIFT, favourite.stack, to - from);
}

void number_forecast_x(Explanation *out, const Position *at)
{
    explain_forecast(out, at, false);
}

void number_forecast_y(Explanation *out, const Position *at)
{
    explain_forecast(out, at, true);
}
