/* Iterations of a search in the middle of full games for two, with playouts to the end and cut. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ai/search.h"
#include "app/bench.h"
#include "core/action.h"
#include "core/legal.h"
#include "core/playout.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"

enum { MIDDLE = 110, CUT = 30, ITERATIONS = 4096, A_LOOK = 256 };

static const double nanoseconds = 1e9;

/* The first position with a choice after the middle of the next random game; false: it ended before. */
static bool find_choice(Bench *bench, State *state)
{
    uint64_t key = rng_key(bench->setup.seed);
    LegalSet set = {.count = 0};

    state_init(state, bench->rules, &bench->setup);
    bench->setup.seed++;
    for (int decision = 0; !state_is_terminal(state); decision++) {
        state_legal_set(state, bench->rules, &set);
        if (decision >= MIDDLE && set.count > 1) {
            return true;
        }
        state_apply_nth(state, bench->rules, &set,
                        playout_choice(bench->rules, key, decision, set.count), NULL);
    }
    return false;
}

static Status measure(Bench *bench, Playout playout, FigureId figure, Error *err)
{
    SearchConfig config = search_config(ITERATIONS);
    Search *search;
    int64_t start;
    int64_t spent = 0;
    int iterations = 0;

    config.playout = playout;
    config.cut = CUT;
    config.pull = 0; /* iterations alone */
    Status status = search_new(&search, &config, bench->rules, err);
    if (status != STATUS_OK) {
        return status;
    }
    while (spent < bench->slice) {
        State state;
        View view;
        ActionList legal;
        while (!find_choice(bench, &state)) {
        }
        state_legal_actions(&state, bench->rules, &legal);
        view_of(&view, &state, bench->rules, state_current_seat(&state, bench->rules));
        search_begin(search, &view, &legal, bench->setup.seed);
        start = bench_clock();
        while (!search_step(search, A_LOOK)) {
        }
        spent += bench_clock() - start;
        iterations += search_iterations(search);
    }
    search_free(search);
    figure_add(&bench->figure[figure], iterations * nanoseconds / (double)spent);
    return STATUS_OK;
}

Status bench_search(Bench *bench, Error *err)
{
    Status status = measure(bench, PLAYOUT_FULL, FIGURE_SEARCH, err);

    return status == STATUS_OK ? measure(bench, PLAYOUT_CUT, FIGURE_SEARCH_CUT, err) : status;
}
