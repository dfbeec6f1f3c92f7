/* The second opinion of core/explain on a position: what it says is what the kernel uses, or the test
 * fails with both numbers and the state text. */

#ifndef TPD_TESTS_SUPPORT_OPINION_H
#define TPD_TESTS_SUPPORT_OPINION_H

#include "core/explain.h"

/* A position under scrutiny. */
typedef struct Look {
    const Rules *rules;
    const State *state;
} Look;

int opinion_value(const Look *look, Number number, int subject, int object);

/* Fails the test unless the kernel and explain say the same. */
void opinion_same(const Look *look, const char *what, int index, int kernel, int own);
void opinion_same_number(const Look *look, int kernel, Number number, int subject, int object);
/* Two positions, but for the phase. */
void opinion_same_state(const Look *look, const char *what, const State *kernel, const State *own);

/* Every number; what every seat could do now, and what it would be charged; the market and the
 * scoring as if the actions ended now.  `index` chooses what is too slow to be done each time. */
void opinion_check(const Look *look, int index);

/* The offer to a seat that has points is what explain allows, no more and no less, and each line is
 * charged as it says. */
void opinion_check_operations(const Look *look, Seat seat);

/* The position after the whole market, incident die included. */
State opinion_of_market(const Look *look);
/* The position after a scoring. */
State opinion_of_scoring(const Look *look);
/* Who wins if the points decide now (section 11). */
int opinion_of_winner(const Look *look);
/* Of a game that is over. */
void opinion_check_ranking(const Look *look);

#endif
