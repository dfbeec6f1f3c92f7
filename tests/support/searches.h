/* Searches of positions, for tests. */

#ifndef TPD_TESTS_SUPPORT_SEARCHES_H
#define TPD_TESTS_SUPPORT_SEARCHES_H

#include <stdint.h>

#include "ai/search.h"
#include "core/state.h"

/* A search of the shipped rules; one that cannot be made fails the test. */
Search *search_made(const SearchConfig *config);

/* Asks what the seat to move should do in `state`, up to the first step. */
void search_ask(Search *search, const State *state, uint64_t key);

/* A new search's whole answer about `state`. */
void search_answer(SearchResult *result, const SearchConfig *config, const State *state,
                   uint64_t key);

/* The position after so many decisions of a random game of this variant, or the last one in which
 * somebody chooses. */
State searched_position(int variant, uint64_t seed, int decisions);
/* The number of a variant, by its scenario's id. */
int searched_variant(const char *scenario, int seat_count);

#endif
