#include "core/market.h"

#include <string.h>

#include "core/appeal.h"
#include "core/bits.h"
#include "core/control.h"
#include "core/nation.h"
#include "core/rng.h"
#include "core/seats.h"
#include "core/track.h"

/* Numbers that section 9 writes without a name. */
enum {
    PRICE_TOP = 6,
    PRICE_GAP = 2,
    PRICE_EFFICIENCY_DIVISOR = 3,
    INCIDENT_ODDS_BASE = 5,
    DIE_SIDES = 6,
};

typedef struct Service {
    int capacity, served_weight, revenue;
    uint32_t throttled;
} Service;

static int clamp(int value, int least, int most)
{
    if (value < least) {
        return least;
    }
    return value > most ? most : value;
}

/* Section 9.1: the heavy first, then in table order; one that does not fit is throttled, a lighter
 * one may still fit. */
static Service serve(const State *state, const Rules *rules, Bloc bloc)
{
    Service service = {.capacity = state->track[SLOT_COMPUTE + closed_seat(bloc)] +
                                   state->track[SLOT_EFFICIENCY + (int)bloc] +
                                   rules->param[PARAM_SERVE_BASE] +
                                   modifier_sum(state, MODIFIER_SERVE, bloc)};
    uint32_t users = nation_users(state, rules, closed_stack(bloc));
    int left = service.capacity;

    for (int class = 0; class < rules->weight_class_count && users != 0; class ++) {
        int weight = rules->weight_class[class].weight;
        uint32_t waiting = users & rules->weight_class[class].nations;
        users &= ~waiting;
        for (; waiting != 0 && left >= weight; waiting &= waiting - 1) {
            left -= weight;
            service.served_weight += weight;
        }
        service.throttled |= waiting;
    }
    int revenue =
        service.served_weight * state->track[SLOT_PRICE] / rules->param[PARAM_REVENUE_DIVISOR] +
        modifier_sum(state, MODIFIER_REVENUE, bloc);
    if (in_force(state, bloc == BLOC_US ? TILE_DATA : TILE_ACCESS)) {
        revenue -= rules->param[PARAM_WALL_REVENUE];
    }
    service.revenue = revenue > 0 ? revenue : 0;
    return service;
}

static int greater(int a, int b)
{
    return a > b ? a : b;
}

static int price_target(const State *state)
{
    int closed = greater(effective_quality(state, STACK_UC), effective_quality(state, STACK_CC));
    int open = greater(effective_quality(state, STACK_UO), effective_quality(state, STACK_CO));
    int efficiency =
        greater(state->track[SLOT_EFFICIENCY], state->track[SLOT_EFFICIENCY + BLOC_CN]);
    int target = PRICE_TOP - clamp(PRICE_GAP - (closed - open), 0, PRICE_GAP) -
                 efficiency / PRICE_EFFICIENCY_DIVISOR;

    return clamp(target, vocab_track[TRACK_PRICE].least, vocab_track[TRACK_PRICE].most);
}

static void move_price(State *state, const Rules *rules, EventLog *log)
{
    int target = price_target(state);
    int price = state->track[SLOT_PRICE];

    state_gain(state, rules, SLOT_PRICE, (target > price) - (target < price), log);
}

static void drift(State *state, const Rules *rules, uint32_t throttled, EventLog *log)
{
    uint32_t favourite[STACK_COUNT];

    appeal_favourites(state, rules, favourite);
    nation_drift(state, favourite, throttled, log);
}

/* Section 9.5. */
static void value_us(State *state, const Rules *rules, int revenue, EventLog *log)
{
    int valuation = state->track[SLOT_VALUATION];
    int gap = valuation - revenue;

    if (!has_system(state, rules, SYSTEM_BUBBLE)) {
        return;
    }
    if (gap <= 0) {
        state_gain(state, rules, SLOT_VALUATION, 1, log);
    } else if (gap < rules->param[PARAM_CRASH_GAP]) {
        state_gain(state, rules, SLOT_VALUATION, -1, log);
    } else {
        state_gain(state, rules, SLOT_VALUATION, valuation / 2 - valuation, log);
        state_gain(state, rules, SLOT_POOL + BLOC_CN, rules->param[PARAM_CRASH_VP], log);
        event_add(log, EVENT_CRASH, state->track[SLOT_VALUATION], 0, 0);
    }
}

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

static void govern(State *state, const Rules *rules, EventLog *log)
{
    int trust = lesser(state->track[SLOT_TRUST], state->track[SLOT_TRUST + BLOC_CN]);

    if (2 * trust >= state->track[SLOT_RISK]) {
        state_gain(state, rules, SLOT_RISK, -1, log);
    }
}

/* Of six: how many faces of the incident die bring an incident. */
static int incident_odds(const State *state, const Rules *rules)
{
    int risk = state->track[SLOT_RISK];

    if (!has_system(state, rules, SYSTEM_RISK) || risk < rules->param[PARAM_INCIDENT_RISK]) {
        return 0;
    }
    return clamp(risk - INCIDENT_ODDS_BASE, 0, DIE_SIDES);
}

static void incident(State *state, const Rules *rules, EventLog *log)
{
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        if (state->track[SLOT_LICENCE + bloc] == LICENCE_PERMISSIVE) {
            state_gain(state, rules, SLOT_TRUST + bloc, -1, log);
        }
    }
    nation_move_all(state, rules->strict2, MOVE_CLOSE, BLOC_US, log);
    state_gain(state, rules, SLOT_RISK, -1, log);
}

static void roll_incident(State *state, const Rules *rules, EventLog *log)
{
    if (!has_system(state, rules, SYSTEM_RISK) ||
        state->track[SLOT_RISK] < rules->param[PARAM_INCIDENT_RISK]) {
        return;
    }
    uint64_t hash = rng_hash(rng_key(state->seed), STREAM_INCIDENT, state->round, 0, 0);
    int die = 1 + rng_below(hash, DIE_SIDES);
    int odds = incident_odds(state, rules);
    event_add(log, EVENT_INCIDENT, die, odds, 0);
    if (die <= odds) {
        incident(state, rules, log);
    }
}

static void note_service(const Service service[BLOC_COUNT], EventLog *log)
{
    if (log == NULL) {
        return;
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        uint32_t waiting = service[bloc].throttled;
        event_add(log, EVENT_SERVED, bloc, service[bloc].revenue, service[bloc].served_weight);
        for (; waiting != 0; waiting &= waiting - 1) {
            event_add(log, EVENT_THROTTLED, bits_first(waiting), (int)closed_stack((Bloc)bloc), 0);
        }
    }
}

/* Steps 1 to 5 and governance: all but the die. */
static void run_steps(State *state, const Rules *rules, Service service[BLOC_COUNT], EventLog *log)
{
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        service[bloc] = serve(state, rules, (Bloc)bloc);
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        state_gain(state, rules, SLOT_CAPITAL + closed_seat((Bloc)bloc), service[bloc].revenue,
                   log);
    }
    note_service(service, log);
    event_moment(log, MOMENT_SERVED, state);
    move_price(state, rules, log);
    event_moment(log, MOMENT_PRICED, state);
    drift(state, rules, service[BLOC_US].throttled | service[BLOC_CN].throttled, log);
    event_moment(log, MOMENT_DRIFTED, state);
    control_ripen(state, rules, log);
    event_moment(log, MOMENT_BACKLASH, state);
    value_us(state, rules, service[BLOC_US].revenue, log);
    event_moment(log, MOMENT_VALUED, state);
    govern(state, rules, log);
}

void market_run(State *state, const Rules *rules, EventLog *log)
{
    Service service[BLOC_COUNT];

    event_moment(log, MOMENT_MARKET, state);
    run_steps(state, rules, service, log);
    roll_incident(state, rules, log);
    event_moment(log, MOMENT_GOVERNED, state);
}

void market_advance(State *state, const Rules *rules, Market *market)
{
    int pool = state->track[SLOT_POOL + BLOC_CN];
    int valuation = state->track[SLOT_VALUATION];
    Service service[BLOC_COUNT];

    market->price_target = price_target(state);
    run_steps(state, rules, service, NULL);
    market->throttled = service[BLOC_US].throttled | service[BLOC_CN].throttled;
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        market->revenue[bloc] = service[bloc].revenue;
        market->served_weight[bloc] = service[bloc].served_weight;
        market->capacity[bloc] = service[bloc].capacity;
    }
    market->crash = state->track[SLOT_POOL + BLOC_CN] != pool ||
                    (has_system(state, rules, SYSTEM_BUBBLE) &&
                     valuation - service[BLOC_US].revenue >= rules->param[PARAM_CRASH_GAP]);
    market->incident_odds = incident_odds(state, rules);
}

void market_forecast(const State *state, const Rules *rules, Forecast *forecast)
{
    State next = *state;
    Market market;

    market_advance(&next, rules, &market);
    memset(forecast, 0, sizeof *forecast);
    memcpy(forecast->x, next.nation_x, sizeof forecast->x);
    memcpy(forecast->y, next.nation_y, sizeof forecast->y);
    forecast->throttled = market.throttled;
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        forecast->revenue[bloc] = market.revenue[bloc];
        forecast->served_weight[bloc] = market.served_weight[bloc];
        forecast->capacity[bloc] = market.capacity[bloc];
        forecast->efficiency[bloc] = next.track[SLOT_EFFICIENCY + bloc];
        forecast->silicon[bloc] = next.track[SLOT_SILICON + bloc];
        forecast->trust[bloc] = next.track[SLOT_TRUST + bloc];
    }
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        forecast->control[tile] = next.track[SLOT_CONTROL + tile];
    }
    forecast->price_target = market.price_target;
    forecast->price = next.track[SLOT_PRICE];
    forecast->risk = next.track[SLOT_RISK];
    forecast->valuation = next.track[SLOT_VALUATION];
    forecast->bifurcation = next.track[SLOT_BIFURCATION];
    forecast->crash = market.crash;
    forecast->incident_odds = market.incident_odds;
}
