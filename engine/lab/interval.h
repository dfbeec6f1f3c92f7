/* 95 % intervals for the mean of block scores. */

#ifndef TPD_LAB_INTERVAL_H
#define TPD_LAB_INTERVAL_H

#include <stdint.h>

typedef struct Interval {
    double low, high;
} Interval;

/* The 97.5 % point of Student's t. */
double student_point(int64_t freedom);

/* Mean ± t·s/√n; s is that of the blocks, with n - 1. */
Interval interval_student(double mean, double deviation, int64_t n);
/* Wilson's, for shares that can only be 0 or 1. */
Interval interval_wilson(double share, int64_t n);
/* Percentiles of the means of 1000 samples with repetition; the same ones every time. */
Interval interval_resampled(const int value[], int n);

#endif
