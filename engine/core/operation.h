/* Operations (RULES.md section 5): what each line costs, when it is allowed, what it does. */

#ifndef TPD_CORE_OPERATION_H
#define TPD_CORE_OPERATION_H

#include "core/action.h"
#include "core/event.h"
#include "core/legal.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

int cost_train(const State *state, const Rules *rules, Seat seat);      /* compute */
int cost_optimise(const State *state, const Rules *rules, Bloc bloc);   /* compute */
int cost_integrate(const State *state, const Rules *rules, Bloc bloc);  /* compute */
int cost_datacentre(const State *state, const Rules *rules, Bloc bloc); /* capital */
int cost_silicon(const State *state, const Rules *rules, Bloc bloc);    /* capital */

/* The lines open to the seat whose operations frame is given: bits and court costs of the set. */
void operation_legal(const State *state, const Rules *rules, const Frame *frame, LegalSet *set);

/* What a court of the seat that is spending costs now; 0 for any other action. */
int operation_court_cost(const State *state, const Rules *rules, Action action);

/* Spends one point of the operations frame on top. */
void operation_apply(State *state, const Rules *rules, Action action, int court_cost,
                     EventLog *log);

#endif
