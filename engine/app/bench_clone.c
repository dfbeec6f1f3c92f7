/* Copying a position, as a search does at every step: `State next = *state;`. */

#include <stdint.h>

#include "app/bench.h"
#include "core/state.h"
#include "core/status.h"

enum {
    SOURCES = 16, /* with as many targets: more than one position, less than the first cache */
    ROUNDS = 2000,
};

Status bench_clone(Bench *bench, Error *err)
{
    State *from = bench->position;
    State *to = bench->position + SOURCES;

    (void)err;
    int64_t start = bench_clock();
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < SOURCES; i++) {
            to[i] = from[i];
            /* The compiler must take it that somebody reads every copy and changes every source. */
            __asm__ volatile("" : : "r"(to), "r"(from) : "memory");
        }
    }
    int64_t spent = bench_clock() - start;
    figure_add(&bench->figure[FIGURE_CLONE], (double)spent / (ROUNDS * SOURCES));
    return STATUS_OK;
}
