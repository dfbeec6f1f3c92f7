/* Play for fuzz targets: every position is checked, and the first fault aborts with its line. */

#ifndef TPD_TESTS_SUPPORT_CHECKED_H
#define TPD_TESTS_SUPPORT_CHECKED_H

#include "core/state.h"

/* Aborts unless the position is sound and, before the end, somebody may do something. */
void checked_position(const State *state, const Rules *rules);

/* Plays a legal action; the position afterwards is checked. */
void checked_apply(State *state, const Rules *rules, Action action);

/* Plays on at random, by `key`, for at most `most` decisions. */
void checked_play(State *state, const Rules *rules, uint64_t key, int most);

/* Aborts with a line about what should have been. */
_Noreturn void checked_fault(const char *what);

#endif
