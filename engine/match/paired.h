/* Differences of two choices that were played out in the same worlds: their mean, and how sure it
 * is.  The luck that both meet cancels out, so that few worlds tell more than many separate ones. */

#ifndef TPD_MATCH_PAIRED_H
#define TPD_MATCH_PAIRED_H

#include <stdint.h>

enum { RETURN_SCALE = 10 /* a return of 1000 is a chance of 10000 */ };

typedef struct PairedSum {
    int64_t count, sum, squares; /* of differences of returns, or sums of some */
} PairedSum;

void paired_add(PairedSum *sum, int difference);
/* In 1/10000, rounded toward 0; 0 of none. */
int paired_mean(const PairedSum *sum);
/* Half the width of the 95 % interval around it, rounded up, by the normal approximation; a whole
 * unit, 10000, where there are fewer than two. */
int paired_half_width(const PairedSum *sum);

#endif
