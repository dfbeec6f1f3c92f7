/* The market phase, once on each of many positions in which the actions of a round of a random game
 * are over; new ones for every repeat, or the processor learns them by heart. */

#include <stddef.h>
#include <stdint.h>

#include "app/bench.h"
#include "core/event.h"
#include "core/legal.h"
#include "core/market.h"
#include "core/playout.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/status.h"

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

Status bench_market(Bench *bench, Error *err)
{
    (void)err;
    bench->position_count = 0;
    while (bench->position_count < POSITIONS_MAX) {
        play_watched(bench);
    }
    int64_t start = bench_clock();
    for (int i = 0; i < bench->position_count; i++) {
        market_run(&bench->position[i], bench->rules, NULL);
    }
    int64_t spent = bench_clock() - start;
    figure_add(&bench->figure[FIGURE_MARKET], (double)spent / bench->position_count);
    return STATUS_OK;
}
