/* Seats that take what the evaluation likes best one action ahead: the bot `eval`, and playouts that
 * are to see what comes of an action without a search. */

#ifndef TPD_AI_EVALUATION_POLICY_H
#define TPD_AI_EVALUATION_POLICY_H

#include "ai/evaluation.h"
#include "core/legal.h"
#include "core/rules.h"
#include "core/state.h"

/* The place in the legal set of the action whose position is worth most to the seat that chooses, the
 * first of equals. */
int evaluation_choose(const Evaluation *evaluation, const Rules *rules, const State *world,
                      const LegalSet *set);

/* Plays of cards that are over, of all rounds. */
int plays_over(const Rules *rules, const State *state);
/* Every seat plays so until so many plays are over and nothing is being resolved, or the game has ended.
 * No seat foresees dice or deals of `world`: it tries its actions under others. */
void evaluation_play(const Evaluation *evaluation, const Rules *rules, State *world, int until);

#endif
