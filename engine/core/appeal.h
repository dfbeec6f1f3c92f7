/* What nations want (RULES.md section 8.1): the stack that each likes best, and so what courting it
 * costs (section 5). */

#ifndef TPD_CORE_APPEAL_H
#define TPD_CORE_APPEAL_H

#include <stdint.h>

#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

/* The nations whose favourite is each stack; a nation without one is in none. */
void appeal_favourites(const State *state, const Rules *rules, uint32_t favourite[STACK_COUNT]);

/* Where a seat's bloc may court: what section 5 asks of position, walls and cost <= capital,
 * without what a seat controls. */
typedef struct Courts {
    uint32_t align, open, close;
    int8_t cost[NATIONS_MAX]; /* lanes past the last nation mean nothing */
} Courts;
void appeal_courts(const State *state, const Rules *rules, Bloc bloc, int capital, Courts *courts);
int appeal_court_cost(const State *state, const Rules *rules, Bloc bloc, int nation);

#endif
