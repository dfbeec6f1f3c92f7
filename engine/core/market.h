/* The market (RULES.md section 9) and its forecast. */

#ifndef TPD_CORE_MARKET_H
#define TPD_CORE_MARKET_H

#include <stdint.h>

#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

/* What the market would do if the actions ended now: steps 1 to 5 and governance. */
typedef struct Forecast {
    int8_t x[NATIONS_MAX], y[NATIONS_MAX]; /* where each nation would stand */
    uint32_t throttled;                    /* nations that would not be served */
    int revenue[BLOC_COUNT], served_weight[BLOC_COUNT], capacity[BLOC_COUNT];
    int price_target, price, risk, valuation, bifurcation;
    int control[TILE_COUNT]; /* stages afterwards */
    int efficiency[BLOC_COUNT], silicon[BLOC_COUNT], trust[BLOC_COUNT];
    int crash;         /* 1: the valuation crashes */
    int incident_odds; /* of 6: chance that an incident follows */
} Forecast;

/* Runs the whole market phase. */
void market_run(State *state, const Rules *rules, EventLog *log);

/* What a market brings that the position after it does not show. */
typedef struct Market {
    uint32_t throttled; /* nations that are not served */
    int revenue[BLOC_COUNT], served_weight[BLOC_COUNT], capacity[BLOC_COUNT];
    int price_target;
    int crash;         /* 1: the valuation crashes */
    int incident_odds; /* of 6: chance that an incident follows */
} Market;

/* Takes the position through the market up to the incident die, as if the actions ended now.  Uses
 * nothing hidden: an unknown plateau never bites (RULES.md section 2.2). */
void market_advance(State *state, const Rules *rules, Market *market);

/* What market_advance() would do, number by number. */
void market_forecast(const State *state, const Rules *rules, Forecast *forecast);

#endif
