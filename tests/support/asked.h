/* Questions to core/explain about positions of the shipped rules. */

#ifndef TPD_TESTS_SUPPORT_ASKED_H
#define TPD_TESTS_SUPPORT_ASKED_H

#include <stdint.h>

#include "core/explain.h"
#include "core/state.h"

/* The position after the first Start, but for `fields` ("P=4 F=5,4"). */
State asked_game(const char *scenario, int seat_count, const char *fields);
State asked_full_game(const char *fields); /* for two */

int asked_value(const State *state, Number number, int subject, int object);

int asked_nation(const char *id);
uint32_t asked_bit(const char *id); /* of a set of nations */

/* The term of a number, NULL if there is none; it lives in `explanation`. */
const Term *asked_term(Explanation *explanation, const State *state, Question question, TermId id);
/* What it adds; it must be there. */
int asked_amount(const State *state, Question question, TermId id);

#endif
