/* Odds to chances without floating point: the logistic function from a table. */

#ifndef TPD_AI_LOGISTIC_H
#define TPD_AI_LOGISTIC_H

#include <stdint.h>

enum {
    LOGIT_ONE = 1000,       /* a logit is in thousandths */
    CHANCE_CERTAIN = 10000, /* a chance in units of 1/10000 */
};

/* 1 / (1 + exp(-logit)), rounded to the nearest, but never 0 or CHANCE_CERTAIN: only the end of a game
 * is certain.  logistic(x) + logistic(-x) is CHANCE_CERTAIN. */
int logistic(int64_t logit);

#endif
