/* Logistic regression: the weights that make what happened most likely, held back by a penalty on
 * their squares.  The same data give the same weights. */

#ifndef TPD_LAB_REGRESSION_H
#define TPD_LAB_REGRESSION_H

#include <stdint.h>

#include "core/status.h"

enum { REGRESSION_COLUMNS_MAX = 160 };

/* One observation: columns, most of which may be 0, and whether it happened (0 or 1). */
typedef struct RegressionRow {
    double x[REGRESSION_COLUMNS_MAX];
    double happened;
} RegressionRow;

typedef struct RegressionData {
    int columns;
    int64_t rows;
    const void *user;
    void (*row)(const void *user, int64_t index, RegressionRow *row); /* x is all 0 before */
    /* On half the squared weight of a column whose values are about 1: each is scaled to that. */
    double penalty;
} RegressionData;

/* Newton's method.  Without rows all weights are 0. */
Status regression_fit(double weight[], const RegressionData *data, Error *err);

/* The chance that a row happens. */
double regression_chance(const double weight[], const RegressionData *data, int64_t index);

/* How good chances are: both are 0 for one that always knows, Brier 0.25 for one that never does. */
typedef struct Quality {
    int64_t rows;
    double brier, log_loss;
} Quality;

void quality_add(Quality *quality, double chance, double happened); /* sums until quality_end() */
void quality_end(Quality *quality);                                 /* makes means of the sums */

#endif
