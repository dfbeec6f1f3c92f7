/* Logarithm, roots and the logistic function in whole numbers: the same on every machine, whatever
 * its floating point and its libm.  A fixed-point number counts parts of FIXED_ONE. */

#ifndef TPD_AI_FIXED_H
#define TPD_AI_FIXED_H

#include <stdint.h>

enum {
    FIXED_BITS = 16,
    FIXED_ONE = 1 << FIXED_BITS,
    LOGIT_ONE = 1000, /* what fixed_logistic() reads is in thousandths, as weights are */
};

uint32_t fixed_log(uint32_t n);  /* ln n, n >= 1 */
uint32_t fixed_root(uint64_t n); /* of a whole number, rounded down to one */

/* 1 / (1 + exp(-x)), 0 .. FIXED_ONE. */
uint32_t fixed_logistic(int64_t thousandths);

#endif
