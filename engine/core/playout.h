/* Games by the random policy of traces and benchmarks (tests/TRACE.md R1). */

#ifndef TPD_CORE_PLAYOUT_H
#define TPD_CORE_PLAYOUT_H

#include <stdint.h>

#include "core/rules.h"
#include "core/state.h"

/* What the policy chooses at decision number `decision` among `count` actions; key = rng_key(seed). */
int playout_choice(const Rules *rules, uint64_t key, int decision, int count);

/* Plays on to the end, numbering decisions from `first_decision`; returns how many were played. */
int playout_random(State *state, const Rules *rules, int first_decision);
/* The same for at most so many decisions; and until no card or operation is being resolved. */
int playout_cut(State *state, const Rules *rules, int first_decision, int most);
int playout_quiet(State *state, const Rules *rules, int first_decision);

#endif
