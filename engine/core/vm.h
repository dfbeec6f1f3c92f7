/* Runs what is being resolved: the programs of cards, hearts, contracts and hedging, one frame at a
 * time, until a seat must choose. */

#ifndef TPD_CORE_VM_H
#define TPD_CORE_VM_H

#include <stdbool.h>
#include <stdint.h>

#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"

/* Runs the frame on top, which is not an operations frame.  True: a seat must choose.  False: the
 * frame is gone, another lies on top of it, or the game is over. */
bool vm_run(State *state, const Rules *rules, EventLog *log);

/* What the frame on top waits for. */
const Instruction *vm_pending(const State *state, const Rules *rules);
/* The nations among which the running `choose` (or native event) may be answered. */
uint32_t vm_targets(const State *state, const Rules *rules);

/* Answers the choice that the frame on top waits for.  True: a seat must choose again. */
bool vm_answer(State *state, const Rules *rules, int answer, EventLog *log);

#endif
