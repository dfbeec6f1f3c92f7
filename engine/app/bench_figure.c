/* Samples of a figure, their median and quartiles, and the clock. */

#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include "app/bench.h"

const FigureInfo bench_figures[FIGURE_COUNT] = {
#define FIGURE(id, key, decimals, meaning) [FIGURE_##id] = {key, meaning, decimals},
#include "app/bench_figures.def"
#undef FIGURE
};

int64_t bench_clock(void)
{
    enum { NANOSECONDS = 1000000000 };
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * NANOSECONDS + now.tv_nsec;
}

void figure_add(Figure *figure, double sample)
{
    if (figure->count < SAMPLES_MAX) {
        figure->sample[figure->count++] = sample;
    }
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

void figure_sort(Figure *figure)
{
    qsort(figure->sample, (size_t)figure->count, sizeof figure->sample[0], compare);
}

double figure_quartile(const Figure *figure, int quarter)
{
    enum { QUARTERS = 4 };
    int steps = quarter * (figure->count - 1);
    int below = steps / QUARTERS;
    double rest = (double)(steps % QUARTERS) / QUARTERS;

    if (rest == 0) {
        return figure->sample[below];
    }
    return figure->sample[below] + rest * (figure->sample[below + 1] - figure->sample[below]);
}
