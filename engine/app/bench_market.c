/* The market phase on positions in which the actions of a round of a random game are over; new ones
 * for every repeat, or the processor learns them by heart. */

#include <stddef.h>

#include "app/bench.h"
#include "core/market.h"
#include "core/playout.h"
#include "core/rng.h"

static void collect(void *user, Moment moment, const State *state)
{
    Bench *bench = user;

    if (moment == MOMENT_MARKET && bench->position_count < POSITIONS_MAX) {
        bench->position[bench->position_count++] = *state;
    }
}

/* A random game, watched. */
static void play_watched(Bench *bench)
{
    EventLog log;
    State state;
    uint64_t key = rng_key(bench->setup.seed);

    event_log_init(&log, collect, bench);
    state_init(&state, bench->rules, &bench->setup);
    bench->setup.seed++;
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        LegalSet set;
        state_legal_set(&state, bench->rules, &set);
        int choice = playout_choice(bench->rules, key, decision, set.count);
        event_log_clear(&log);
        state_apply(&state, bench->rules, legal_nth(&set, bench->rules, choice), &log);
    }
}

static int64_t time_copies(const Bench *bench)
{
    int64_t start = bench_clock();

    for (int i = 0; i < bench->position_count; i++) {
        State next = bench->position[i];
        __asm__ volatile("" : : "r"(&next) : "memory");
    }
    return bench_clock() - start;
}

static int64_t time_markets(const Bench *bench)
{
    int64_t start = bench_clock();

    for (int i = 0; i < bench->position_count; i++) {
        State next = bench->position[i];
        market_run(&next, bench->rules, NULL);
        __asm__ volatile("" : : "r"(&next) : "memory");
    }
    return bench_clock() - start;
}

Status bench_market(Bench *bench, Error *err)
{
    (void)err;
    bench->position_count = 0;
    while (bench->position_count < POSITIONS_MAX) {
        play_watched(bench);
    }
    time_copies(bench); /* so that both find the positions equally far from the processor */
    int64_t copies = time_copies(bench);
    int64_t markets = time_markets(bench);
    figure_add(&bench->figure[FIGURE_MARKET], (double)(markets - copies) / bench->position_count);
    return STATUS_OK;
}
