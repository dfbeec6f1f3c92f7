/* Logarithm and roots in whole numbers: the same on every machine, whatever its floating point and its
 * libm.  A fixed-point number counts parts of FIXED_ONE.  The logistic function is in logistic.h. */

#ifndef TPD_AI_FIXED_H
#define TPD_AI_FIXED_H

#include <stdint.h>

enum {
    FIXED_BITS = 16,
    FIXED_ONE = 1 << FIXED_BITS,
};

uint32_t fixed_log(uint32_t n);  /* ln n, n >= 1 */
uint32_t fixed_root(uint64_t n); /* of a whole number, rounded down to one */

#endif
