#include "lab/interval.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/rng.h"

/* The 97.5 % point of the normal distribution. */
static const double normal_point = 1.959963984540054;

/* Hill's expansion in powers of 1 / freedom (Abramowitz and Stegun 26.7.5), and what it starts
 * from where it is not good enough. */
double student_point(int64_t freedom)
{
    static const double few[] = {12.706204736, 4.302652730, 3.182446305, 2.776445105,
                                 2.570581836,  2.446911851, 2.364624252, 2.306004135};
    enum { FEW = sizeof few / sizeof few[0] };

    if (freedom >= 1 && freedom <= FEW) {
        return few[freedom - 1];
    }
    double z = normal_point;
    double z2 = z * z;
    double n = (double)freedom;
    double g1 = z * (z2 + 1) / 4;
    double g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + (g1 + (g2 + (g3 + g4 / n) / n) / n) / n;
}

Interval interval_student(double mean, double deviation, int64_t n)
{
    double half = student_point(n - 1) * deviation / sqrt((double)n);

    return (Interval){mean - half, mean + half};
}

Interval interval_wilson(double share, int64_t n)
{
    double z2 = normal_point * normal_point;
    double count = (double)n;
    double middle = share + z2 / (2 * count);
    double half = normal_point * sqrt(share * (1 - share) / count + z2 / (4 * count * count));
    double scale = 1 + z2 / count;

    return (Interval){(middle - half) / scale, (middle + half) / scale};
}

static int compare(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;

    return (left > right) - (left < right);
}

Interval interval_resampled(const int value[], int n)
{
    enum { SAMPLES = 1000, LOW = 24, HIGH = SAMPLES - 1 - LOW };
    int64_t sum[SAMPLES];
    uint64_t key = rng_key((uint64_t)n);

    for (int sample = 0; sample < SAMPLES; sample++) {
        sum[sample] = 0;
        for (int i = 0; i < n; i++) {
            uint64_t hash = rng_hash(key, STREAM_RESAMPLE, (unsigned)sample, (unsigned)i, 0);
            sum[sample] += value[rng_below(hash, n)];
        }
    }
    qsort(sum, SAMPLES, sizeof sum[0], compare); /* equal sums are alike */
    return (Interval){(double)sum[LOW] / n, (double)sum[HIGH] / n};
}
