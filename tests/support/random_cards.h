/* Cards that nobody has written: random programs of everything that card authors may use, as Lua. */

#ifndef TPD_TESTS_SUPPORT_RANDOM_CARDS_H
#define TPD_TESTS_SUPPORT_RANDOM_CARDS_H

#include <stdint.h>

#include "core/rules.h"

/* The shipped rules and, behind their cards, random ones by `key` as far as there is room.  Returns
 * the index of the first; a fault fails the test. */
int random_cards_load(Rules *rules, uint64_t key);

#endif
