#include "support/opinion.h"

#include <stdlib.h>
#include <string.h>

#include "core/appeal.h"
#include "core/income.h"
#include "core/market.h"
#include "core/nation.h"
#include "core/operation.h"
#include "core/rng.h"
#include "core/score.h"
#include "core/track.h"
#include "test.h"

static _Noreturn void fail_at(const Look *look, const char *what, int index, int kernel, int own)
{
    static char text[STATE_TEXT_SIZE];

    state_print(text, look->state, look->rules);
    fail_msg("%s [%d] in %s, %d seats: the kernel says %d, explain %d\n%s", what, index,
             look->rules->scenario[look->state->scenario].id, look->state->seat_count, kernel, own,
             text);
    abort();
}

void opinion_same(const Look *look, const char *what, int index, int kernel, int own)
{
    if (kernel != own) {
        fail_at(look, what, index, kernel, own);
    }
}

int opinion_value(const Look *look, Number number, int subject, int object)
{
    return explain_value(look->state, look->rules, (Question){number, subject, object});
}

void opinion_same_number(const Look *look, int kernel, Number number, int subject, int object)
{
    int own = opinion_value(look, number, subject, object);

    if (kernel != own) {
        fail_at(look, explain_numbers[number].name,
                explain_numbers[number].object == EXPLAIN_NOTHING ? subject : object, kernel, own);
    }
}

static bool plays(const State *state, Seat seat)
{
    return explain_has(EXPLAIN_SEAT, seat, state);
}

static void check_tracks(const Look *look)
{
    const State *state = look->state;
    const Rules *rules = look->rules;

    opinion_same_number(look, chain_length(state, rules), NUMBER_CHAIN, 0, 0);
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        opinion_same_number(look, chip_tier(state, rules, (Bloc)bloc), NUMBER_CHIP_TIER, bloc, 0);
        opinion_same_number(look, compute_income(state, rules, (Bloc)bloc), NUMBER_COMPUTE_INCOME,
                            bloc, 0);
        opinion_same_number(look, capital_income(state, rules, (Bloc)bloc), NUMBER_CAPITAL_INCOME,
                            bloc, 0);
        opinion_same_number(look, state_bloc_vp(state, (Bloc)bloc), NUMBER_BLOC_VP, bloc, 0);
    }
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        opinion_same_number(look, effective_quality(state, (Stack)stack), NUMBER_EFFECTIVE_QUALITY,
                            stack, 0);
    }
}

static void check_costs(const Look *look)
{
    const State *state = look->state;
    const Rules *rules = look->rules;

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        opinion_same_number(look, cost_optimise(state, rules, (Bloc)bloc), NUMBER_OPTIMISE_COST,
                            bloc, 0);
        opinion_same_number(look, cost_integrate(state, rules, (Bloc)bloc), NUMBER_INTEGRATE_COST,
                            bloc, 0);
        opinion_same_number(look, cost_datacentre(state, rules, (Bloc)bloc), NUMBER_DATACENTRE_COST,
                            bloc, 0);
        opinion_same_number(look, cost_silicon(state, rules, (Bloc)bloc), NUMBER_SILICON_COST, bloc,
                            0);
        for (int nation = 0; nation < rules->nation_count; nation++) {
            opinion_same_number(look, appeal_court_cost(state, rules, (Bloc)bloc, nation),
                                NUMBER_COURT_COST, bloc, nation);
        }
    }
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (plays(state, seat)) {
            opinion_same_number(look, cost_train(state, rules, seat), NUMBER_TRAIN_COST, seat, 0);
        }
    }
}

static void check_favourites(const Look *look)
{
    uint32_t favourite[STACK_COUNT];

    appeal_favourites(look->state, look->rules, favourite);
    for (int nation = 0; nation < look->rules->nation_count; nation++) {
        int kernel = -1;
        Favourite own;
        for (int stack = 0; stack < STACK_COUNT; stack++) {
            kernel = (favourite[stack] >> nation & 1) != 0 ? stack : kernel;
        }
        explain_favourite(&own, look->state, look->rules, nation);
        opinion_same(look, "favourite", nation, kernel, own.stack);
        uint32_t users = own.used < 0 ? 0 : nation_users(look->state, look->rules, (Stack)own.used);
        opinion_same(look, "user", nation, own.used < 0 || (users >> nation & 1) != 0, true);
    }
}

static void check_forecast(const Look *look)
{
    Forecast kernel;
    Outlook own;
    State next;
    const int16_t *track = next.track;

    market_forecast(look->state, look->rules, &kernel);
    explain_market(&next, &own, look->state, look->rules);
    for (int nation = 0; nation < look->rules->nation_count; nation++) {
        opinion_same(look, "forecast x", nation, kernel.x[nation], next.nation_x[nation]);
        opinion_same(look, "forecast y", nation, kernel.y[nation], next.nation_y[nation]);
        opinion_same(look, "throttled", nation, (kernel.throttled >> nation & 1) != 0,
                     (own.throttled >> nation & 1) != 0);
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        opinion_same(look, "revenue", bloc, kernel.revenue[bloc], own.revenue[bloc]);
        opinion_same(look, "served weight", bloc, kernel.served_weight[bloc],
                     own.served_weight[bloc]);
        opinion_same(look, "capacity", bloc, kernel.capacity[bloc], own.capacity[bloc]);
        opinion_same(look, "efficiency", bloc, kernel.efficiency[bloc],
                     track[SLOT_EFFICIENCY + bloc]);
        opinion_same(look, "silicon", bloc, kernel.silicon[bloc], track[SLOT_SILICON + bloc]);
        opinion_same(look, "trust", bloc, kernel.trust[bloc], track[SLOT_TRUST + bloc]);
        opinion_same_number(look, own.revenue[bloc], NUMBER_REVENUE, bloc, 0);
    }
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        opinion_same(look, "control", tile, kernel.control[tile], track[SLOT_CONTROL + tile]);
    }
    opinion_same(look, "price target", 0, kernel.price_target, own.price_target);
    opinion_same(look, "price", 0, kernel.price, track[SLOT_PRICE]);
    opinion_same(look, "risk", 0, kernel.risk, track[SLOT_RISK]);
    opinion_same(look, "valuation", 0, kernel.valuation, track[SLOT_VALUATION]);
    opinion_same(look, "bifurcation", 0, kernel.bifurcation, track[SLOT_BIFURCATION]);
    opinion_same(look, "crash", 0, kernel.crash, own.crash);
    opinion_same(look, "incident odds", 0, kernel.incident_odds, own.incident_odds);
    opinion_same_number(look, kernel.price, NUMBER_PRICE_NEXT, 0, 0);
    opinion_same_number(look, kernel.valuation, NUMBER_VALUATION_NEXT, 0, 0);
    opinion_same_number(look, kernel.risk, NUMBER_RISK_NEXT, 0, 0);
}

/* Where nations go is also a number of its own; one nation a position is enough. */
static void check_forecast_terms(const Look *look, int nation)
{
    Forecast kernel;

    market_forecast(look->state, look->rules, &kernel);
    opinion_same_number(look, kernel.x[nation], NUMBER_FORECAST_X, nation, 0);
    opinion_same_number(look, kernel.y[nation], NUMBER_FORECAST_Y, nation, 0);
}

State opinion_of_market(const Look *look)
{
    State next;
    Outlook outlook;

    explain_market(&next, &outlook, look->state, look->rules);
    uint64_t hash = rng_hash(rng_key(next.seed), STREAM_INCIDENT, (unsigned)next.round, 0, 0);
    if (1 + rng_below(hash, 6) <= outlook.incident_odds) {
        explain_incident(&next, look->rules);
    }
    return next;
}

void opinion_same_state(const Look *look, const char *what, const State *kernel, const State *own)
{
    for (int slot = 0; slot < TRACK_SLOTS; slot++) {
        if (kernel->track[slot] != own->track[slot]) {
            fail_at(look, what, slot, kernel->track[slot], own->track[slot]);
        }
    }
    for (int nation = 0; nation < NATIONS_MAX; nation++) {
        opinion_same(look, what, nation, kernel->nation_x[nation], own->nation_x[nation]);
        opinion_same(look, what, nation, kernel->nation_y[nation], own->nation_y[nation]);
    }
    State rest = *own;
    rest.phase = kernel->phase;
    opinion_same(look, what, -1, state_equal(kernel, &rest), true);
}

static void check_market(const Look *look)
{
    State own = opinion_of_market(look);
    State kernel = *look->state;

    market_run(&kernel, look->rules, NULL);
    opinion_same_state(look, "market", &kernel, &own);
}

State opinion_of_scoring(const Look *look)
{
    static const Number to_pool[] = {NUMBER_STANDARDS, NUMBER_STOCK};
    static const Number to_closed[] = {NUMBER_SAFE_SUPPLIER, NUMBER_PHYSICAL_AI};
    State next = *look->state;

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int16_t *pool = &next.track[SLOT_POOL + bloc];
        int16_t *closed = &next.track[SLOT_VP + 2 * bloc];
        for (int i = 0; i < 2; i++) {
            *pool = (int16_t)(*pool + opinion_value(look, to_pool[i], bloc, 0));
            *closed = (int16_t)(*closed + opinion_value(look, to_closed[i], bloc, 0));
        }
    }
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        int16_t *vp = &next.track[SLOT_VP + stack];
        *vp = (int16_t)(*vp + opinion_value(look, NUMBER_ADOPTION, stack, 0));
    }
    return next;
}

static void check_scoring(const Look *look)
{
    State own = opinion_of_scoring(look);
    State kernel = *look->state;
    int lead = opinion_value(look, NUMBER_LEAD, BLOC_US, 0);

    score_round(&kernel, look->rules, NULL);
    opinion_same_state(look, "scoring", &kernel, &own);
    if (!score_is_last_round(look->state, look->rules)) {
        opinion_same_number(look, score_hedging_moves(look->state, look->rules), NUMBER_HEDGING,
                            lead > 0 ? BLOC_CN : BLOC_US, 0);
        opinion_same_number(look, 0, NUMBER_HEDGING, lead > 0 ? BLOC_US : BLOC_CN, 0);
    }
}

int opinion_of_winner(const Look *look)
{
    const int ahead[] = {
        opinion_value(look, NUMBER_LEAD, BLOC_CN, 0),
        opinion_value(look, NUMBER_ADOPTED_WEIGHT, BLOC_CN, 0) -
            opinion_value(look, NUMBER_ADOPTED_WEIGHT, BLOC_US, 0),
        look->state->track[SLOT_TRUST + BLOC_CN] - look->state->track[SLOT_TRUST + BLOC_US],
    };

    for (size_t i = 0; i < sizeof ahead / sizeof ahead[0]; i++) {
        if (ahead[i] != 0) {
            return ahead[i] > 0 ? BLOC_CN : BLOC_US;
        }
    }
    return 1 - look->state->first_bloc;
}

void opinion_check_ranking(const Look *look)
{
    Seat ranking[SEATS_MAX];

    state_ranking(look->state, look->rules, ranking);
    for (int place = 0; place + 1 < look->state->seat_count; place++) {
        Seat better = ranking[place];
        Seat worse = ranking[place + 1];
        if (better / 2 != worse / 2) {
            opinion_same(look, "winning bloc", place, better / 2, (int)state_winner(look->state));
            continue;
        }
        int lead = opinion_value(look, NUMBER_RANKING_POINTS, better, 0) -
                   opinion_value(look, NUMBER_RANKING_POINTS, worse, 0);
        opinion_same(look, "ranking", place, true, lead > 0 || (lead == 0 && better % 2 == 0));
    }
}

void opinion_check(const Look *look, int index)
{
    check_tracks(look);
    check_costs(look);
    check_favourites(look);
    check_forecast(look);
    check_forecast_terms(look, index % look->rules->nation_count);
    check_market(look);
    check_scoring(look);
    opinion_same(look, "winner on points", 0, (int)score_points_winner(look->state, look->rules),
                 opinion_of_winner(look));
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (plays(look->state, seat)) {
            opinion_check_operations(look, seat);
        }
    }
}
