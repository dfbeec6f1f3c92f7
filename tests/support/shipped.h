/* What the tests that play games share: the shipped rules, every game that they offer, and the
 * random policy of tests/TRACE.md R1. */

#ifndef TPD_TESTS_SUPPORT_SHIPPED_H
#define TPD_TESTS_SUPPORT_SHIPPED_H

#include "core/state.h"

/* The rules of rules/, read once a process.  A fault in them ends the test with its line. */
const Rules *shipped_rules(void);

/* The combinations of scenario and seat count, numbered from 0. */
int variant_count(const Rules *rules);
Setup variant_setup(int variant, uint64_t seed);
const char *variant_name(const Rules *rules, int variant); /* the scenario's id */

/* TPD_SCALE percent of a long test's full number, at least 1. */
int scaled(int full);

/* What the random policy plays as decision number `decision` of the game with this key. */
Action policy_choose(uint64_t key, int decision, const ActionList *legal);

#endif
