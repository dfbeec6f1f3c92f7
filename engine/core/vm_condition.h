/* The tests of a card's `when`. */

#ifndef TPD_CORE_VM_CONDITION_H
#define TPD_CORE_VM_CONDITION_H

#include <stdbool.h>

#include "core/rules.h"
#include "core/state.h"

/* Whether the tree that begins at `condition` holds for the frame's owner and event seat.  Not for
 * a die. */
bool condition_holds(const State *state, const Condition *condition, const Frame *frame);

#endif
