/* Controls (RULES.md section 7), by operation or by event. */

#ifndef TPD_CORE_CONTROL_H
#define TPD_CORE_CONTROL_H

#include <stdbool.h>

#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

/* Off, and its precondition holds. */
bool control_may_impose(const State *state, const Rules *rules, Tile tile);
/* Imposes, and puts the other bloc's trigger on the frame stack. */
void control_impose(State *state, const Rules *rules, Tile tile, Bloc culprit, EventLog *log);
void control_lift(State *state, const Rules *rules, Tile tile, EventLog *log);
/* Market step 4. */
void control_ripen(State *state, const Rules *rules, EventLog *log);

#endif
