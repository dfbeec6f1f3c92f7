/* Whole random games, each with a seed of its own. */

#include <stdint.h>

#include "app/bench.h"
#include "app/counts.h"
#include "core/playout.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"

enum { GAMES_A_LOOK = 16 }; /* between two looks at the clock */

static const double nanoseconds = 1e9;

static int play_game(const Rules *rules, Setup *setup)
{
    State state;

    state_init(&state, rules, setup);
    setup->seed++;
    return playout_random(&state, rules, 0);
}

Status bench_playouts(Bench *bench, Error *err)
{
    Counts before = counts;
    int64_t start = bench_clock();
    int64_t spent = 0;
    int games = 0;
    int decisions = 0;

    (void)err;
    while (spent < bench->slice) {
        for (int i = 0; i < GAMES_A_LOOK; i++) {
            decisions += play_game(bench->rules, &bench->setup);
        }
        games += GAMES_A_LOOK;
        spent = bench_clock() - start;
    }
    bench->allocations += counts.allocations - before.allocations;
    bench->lua_calls += counts.lua_calls - before.lua_calls;
    bench->games += (uint64_t)games;
    bench->decisions += (uint64_t)decisions;
    figure_add(&bench->figure[FIGURE_DECISIONS_PER_SECOND],
               decisions * nanoseconds / (double)spent);
    figure_add(&bench->figure[FIGURE_GAMES_PER_SECOND], games * nanoseconds / (double)spent);
    return STATUS_OK;
}

uint64_t bench_signature(const Bench *bench)
{
    enum { GAMES = 200 };
    Setup setup = bench->setup;
    uint64_t signature = 0;

    for (int game = 0; game < GAMES; game++) {
        State state;
        setup.seed = (uint64_t)game;
        state_init(&state, bench->rules, &setup);
        playout_random(&state, bench->rules, 0);
        signature = rng_mix(signature ^ state_hash(&state, bench->rules));
    }
    return signature;
}
