/* The chance to win that a search has found: the mean of its playouts, calibrated on games of searches
 * against themselves, so that of a hundred times that it says 70 % about seventy are won. */

#ifndef TPD_AI_SEARCH_CHANCE_H
#define TPD_AI_SEARCH_CHANCE_H

#include "ai/search.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

/* That the bloc wins, in 1/10000, as the playouts came out: 0 .. 10000; 5000 without any. */
int search_raw_chance(const SearchCount *count, const State *state, Bloc bloc);
/* Calibrated; never 0 or 10000.  The other bloc's is what is missing to 10000. */
int search_chance(const SearchCount *count, const Rules *rules, const State *state, Bloc bloc);

/* Thousandths of a logit of a chance in 1/10000; of 0 and 10000 as of what is next to them. */
int chance_logit(int chance);

#endif
