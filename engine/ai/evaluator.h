/* What a position that is not the end is worth to each seat: what a search asks where it cuts its
 * playouts.  Any evaluation can stand behind it. */

#ifndef TPD_AI_EVALUATOR_H
#define TPD_AI_EVALUATOR_H

#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

typedef struct Evaluator {
    /* Expected returns, on the scale of state_returns(); a seat that is not there gets 0.  `state`
     * is a sample and not terminal.  It must not allocate, and says the same for the same position. */
    void (*returns)(const void *data, const State *state, const Rules *rules,
                    int returns[SEATS_MAX]);
    const void *data; /* borrowed */
} Evaluator;

/* The evaluation that comes with the program. */
extern const Evaluator evaluator_default;

#endif
