/* What a position that is not the end is worth to each seat: what a search asks where it cuts its
 * playouts.  Any evaluation can stand behind it; evaluator_default is one. */

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

/* The lead after the next scoring and what pays later, through the logistic function. */
extern const Evaluator evaluator_default;

/* Returns from odds in parts of FIXED_ONE: that China's bloc wins, and that in each bloc the seat of
 * the open model comes before the other one (4 seats). */
void evaluator_spread(const State *state, unsigned china_wins,
                      const unsigned open_leads[BLOC_COUNT], int returns[SEATS_MAX]);

#endif
