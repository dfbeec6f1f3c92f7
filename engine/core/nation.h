/* The nations on the grid as sets (bit per nation): where they stand, what they use, which match a
 * card's filter, and how they move (RULES.md sections 2.2 and 8.2). */

#ifndef TPD_CORE_NATION_H
#define TPD_CORE_NATION_H

#include "core/state.h"

enum { DRIFT_DEPTH = 2, CORNER_DEPTH = 3 }; /* section 8.2: market, releases and events */

uint32_t nation_side(const State *state, const Rules *rules, Bloc bloc);
uint32_t nation_users(const State *state, const Rules *rules, Stack stack);

/* The nations that match the filter (an index) now, seen from the owner, and that the move would
 * change; MOVE_COUNT: any move, only the filter counts. */
uint32_t nation_targets(const State *state, const Rules *rules, int filter, Move move, Bloc owner);
/* Moves each nation of the set, clamped to the grid. */
void nation_move_all(State *state, uint32_t nations, Move move, Bloc owner, EventLog *log);
void nation_move(State *state, int nation, Move move, Bloc owner, EventLog *log);

/* Market step 3: the throttled y + 1; each other nation a corner step of depth 2 toward its
 * favourite. */
void nation_drift(State *state, const uint32_t favourite[STACK_COUNT], uint32_t throttled,
                  EventLog *log);

/* Sum of the weights of a set. */
int nation_weight(const Rules *rules, uint32_t nations);

#endif
