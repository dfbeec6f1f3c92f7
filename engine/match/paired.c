#include "match/paired.h"

#include "ai/fixed.h"

/* 1.96 standard errors to either side. */
enum { QUANTILE = 196, QUANTILE_UNIT = 100, WHOLE = 10000 };

void paired_add(PairedSum *sum, int difference)
{
    sum->count++;
    sum->sum += difference;
    sum->squares += (int64_t)difference * difference;
}

int paired_mean(const PairedSum *sum)
{
    return sum->count == 0 ? 0 : (int)(sum->sum * RETURN_SCALE / sum->count);
}

int paired_half_width(const PairedSum *sum)
{
    if (sum->count < 2) {
        return WHOLE;
    }
    int64_t scatter = sum->squares - sum->sum * sum->sum / sum->count;
    /* The square of the standard error, times that of QUANTILE and of RETURN_SCALE. */
    int64_t square =
        scatter * QUANTILE / (sum->count - 1) * QUANTILE * RETURN_SCALE * RETURN_SCALE / sum->count;

    return (int)fixed_root((uint64_t)square) / QUANTILE_UNIT + (scatter > 0);
}
