/* The scalar twin of nation.h: one nation at a time, plainly.  Tests compare the two. */

#ifndef TPD_CORE_NATION_SCALAR_H
#define TPD_CORE_NATION_SCALAR_H

#include <stdint.h>

#include "core/appeal.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

uint32_t scalar_side(const State *state, const Rules *rules, Bloc bloc);
uint32_t scalar_users(const State *state, const Rules *rules, Stack stack);
void scalar_favourites(const State *state, const Rules *rules, uint32_t favourite[STACK_COUNT]);
uint32_t scalar_targets(const State *state, const Rules *rules, int filter, Move move, Bloc owner);
void scalar_move_all(State *state, uint32_t nations, Move move, Bloc owner, EventLog *log);
void scalar_drift(State *state, const uint32_t favourite[STACK_COUNT], uint32_t throttled,
                  EventLog *log);
void scalar_courts(const State *state, const Rules *rules, Bloc bloc, int capital, Courts *courts);
int scalar_court_cost(const State *state, const Rules *rules, Bloc bloc, int nation);
int scalar_weight(const Rules *rules, uint32_t nations);

#endif
