/* Operations (RULES.md section 5): what each line costs, when it is allowed, what it does. */

#ifndef TPD_CORE_OPERATION_H
#define TPD_CORE_OPERATION_H

#include "core/state.h"

int cost_train(const State *state, const Rules *rules, Seat seat);       /* compute */
int cost_optimise(const State *state, const Rules *rules, Bloc bloc);    /* compute */
int cost_integrate(const State *state, const Rules *rules, Bloc bloc);   /* compute */
int cost_datacentre(const State *state, const Rules *rules, Bloc bloc);  /* capital */
int cost_silicon(const State *state, const Rules *rules, Bloc bloc);     /* capital */

/* The lines open to the seat whose operations frame is given, as bits of LegalSet. */
void operation_legal(const State *state, const Rules *rules, const Frame *frame, uint64_t bits[2]);

/* Spends one point of the operations frame on top. */
void operation_apply(State *state, const Rules *rules, Action action, EventLog *log);

#endif
