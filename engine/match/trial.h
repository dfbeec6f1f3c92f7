/* Several actions of one decision, played out in the same worlds with the same chance, as an analysis
 * does with two: what is better than what, and how surely.  Stepped by its caller. */

#ifndef TPD_MATCH_TRIAL_H
#define TPD_MATCH_TRIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/analysis.h"
#include "match/paired.h"

enum { TRIAL_ACTIONS = 3 };

typedef struct Trial {
    const Rules *rules; /* borrowed */
    AnalysisConfig config;
    View view;
    Seat seat; /* that chooses */
    int count, worlds;
    Action action[TRIAL_ACTIONS];
    int64_t sum[TRIAL_ACTIONS];    /* of returns */
    PairedSum gain[TRIAL_ACTIONS]; /* against the first action */
} Trial;

/* The question of the seat that sees `view` and chooses; actions may be alike. */
void trial_begin(Trial *trial, const AnalysisConfig *config, const Rules *rules, const View *view);
void trial_add(Trial *trial, Action action);
/* At most so many worlds more; true: all of config.playouts are done. */
bool trial_step(Trial *trial, int worlds);
/* The seat's mean return with an action, in 1/10000. */
int trial_win(const Trial *trial, int action);

#endif
