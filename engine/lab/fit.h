/* Fits an evaluation to positions of games, and says how good its chances are. */

#ifndef TPD_LAB_FIT_H
#define TPD_LAB_FIT_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/evaluation.h"
#include "core/status.h"
#include "lab/positions.h"
#include "lab/regression.h"

typedef struct FitPlan {
    GameLength length;
    double penalty;
    bool ahead; /* with the terms that are read after the market */
} FitPlan;

/* Fits the weights to the positions of games of this length that are not held out; whole thousandths.
 * What there are no positions of is left as it is. */
Status fit_table(EvaluationTable *table, const Positions *positions, const FitPlan *plan,
                 Error *err);
/* The same for offset and slope of the public chance. */
Status fit_calibration(EvaluationTable *table, const Positions *positions, GameLength length,
                       Error *err);

enum { DECILES = 10 };

/* What the public chance came to, on positions that are held out. */
typedef struct FitQuality {
    Quality table;
    Quality baseline; /* a logistic regression on round, VP lead and their product */
    struct {
        int64_t rows;
        double chance, won; /* means */
    } decile[DECILES];      /* by chance: 0 to 10 %, … */
} FitQuality;

typedef struct FitGroup {
    GameLength length;
    int seats; /* 0: any */
} FitGroup;

Status fit_quality(FitQuality *quality, const EvaluationTable *table, const Positions *positions,
                   const FitGroup *group, Error *err);

#endif
