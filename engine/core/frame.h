/* The stack of what is being resolved.  The last frame is resolved first; those below it wait. */

#ifndef TPD_CORE_FRAME_H
#define TPD_CORE_FRAME_H

#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

Frame *frame_top(State *state); /* there is one */

/* Each push starts at instruction 0. */
void frame_push_operations(State *state, Seat seat, int points);
void frame_push_event(State *state, int card, Bloc owner, Seat seat, Bloc culprit);
/* Hearts or contract of a release on this stack; `seat` decides. */
void frame_push_hearts(State *state, Stack stack, Seat seat, Bloc culprit);
void frame_push_hedging(State *state, Bloc owner, Seat seat, int moves);
/* The trigger that `owner` has set, if any. */
void frame_push_trigger(State *state, const Rules *rules, TriggerKind kind, Bloc owner,
                        Bloc culprit);
void frame_pop(State *state);
/* Leaves the frame on top ready to go on at `next`, behind an instruction that may start something
 * else.  A frame with nothing left leaves the stack at once, so that what starts comes on top of
 * what waits below. */
void frame_step_over(State *state, int next);

#endif
