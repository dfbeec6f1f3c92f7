/* The kernel against core/explain, which computes the same from the words of the rules, one nation
 * after the other: on the same positions of random games, and with the same results. */

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include "app/bench.h"
#include "core/appeal.h"
#include "core/explain.h"
#include "core/legal.h"
#include "core/market.h"
#include "core/playout.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"

enum { PART_POSITIONS = 256, DECISIONS_APART = 7 };

typedef struct Preferences {
    uint32_t favourite[STACK_COUNT];
} Preferences;

typedef struct Timing {
    int64_t fast, naive;
} Timing;

/* Positions in which a seat spends operation points. */
static void sample_game(Bench *bench)
{
    State state;
    uint64_t key = rng_key(bench->setup.seed);

    state_init(&state, bench->rules, &bench->setup);
    bench->setup.seed++;
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        LegalSet set;
        state_legal_set(&state, bench->rules, &set);
        if (set.verb == VERB_STOP && decision % DECISIONS_APART == 0 &&
            bench->position_count < PART_POSITIONS) {
            bench->position[bench->position_count++] = state;
        }
        int choice = playout_choice(bench->rules, key, decision, set.count);
        state_apply(&state, bench->rules, legal_nth(&set, bench->rules, choice), NULL);
    }
}

static Status differ(const Bench *bench, int position, const char *what, Error *err)
{
    return error_set(err, STATUS_ILLEGAL,
                     "tpd bench: %s: expected the same from the kernel and from core/explain, but "
                     "they differ in a position with the hash %016" PRIx64 " of seed %" PRIu64,
                     what, state_hash(&bench->position[position], bench->rules),
                     bench->position[position].seed);
}

static void ask_favourites(Preferences *preferences, const State *state, const Rules *rules)
{
    memset(preferences, 0, sizeof *preferences);
    for (int nation = 0; nation < rules->nation_count; nation++) {
        Favourite favourite;
        explain_favourite(&favourite, state, rules, nation);
        if (favourite.stack >= 0) {
            preferences->favourite[favourite.stack] |= UINT32_C(1) << nation;
        }
    }
}

static Status compare_favourites(const Bench *bench, Timing *timing, Error *err)
{
    Preferences fast[PART_POSITIONS];
    Preferences naive[PART_POSITIONS];

    int64_t start = bench_clock();
    for (int i = 0; i < bench->position_count; i++) {
        appeal_favourites(&bench->position[i], bench->rules, fast[i].favourite);
    }
    int64_t between = bench_clock();
    for (int i = 0; i < bench->position_count; i++) {
        ask_favourites(&naive[i], &bench->position[i], bench->rules);
    }
    *timing = (Timing){between - start, bench_clock() - between};
    for (int i = 0; i < bench->position_count; i++) {
        if (memcmp(&fast[i], &naive[i], sizeof fast[i]) != 0) {
            return differ(bench, i, "favourites", err);
        }
    }
    return STATUS_OK;
}

static Status compare_courts(const Bench *bench, Timing *timing, Error *err)
{
    Courts fast[PART_POSITIONS];
    LegalCourts naive[PART_POSITIONS];

    int64_t start = bench_clock();
    for (int i = 0; i < bench->position_count; i++) {
        const State *state = &bench->position[i];
        Seat seat = state_current_seat(state, bench->rules);
        appeal_courts(state, bench->rules, seat_bloc(seat), state->track[SLOT_CAPITAL + seat],
                      &fast[i]);
    }
    int64_t between = bench_clock();
    for (int i = 0; i < bench->position_count; i++) {
        const State *state = &bench->position[i];
        explain_legal_courts(&naive[i], state, bench->rules,
                             state_current_seat(state, bench->rules));
    }
    *timing = (Timing){between - start, bench_clock() - between};
    for (int i = 0; i < bench->position_count; i++) {
        if (fast[i].align != naive[i].align || fast[i].open != naive[i].open ||
            fast[i].close != naive[i].close) {
            return differ(bench, i, "courts", err);
        }
    }
    return STATUS_OK;
}

/* core/explain stops before the incident die, so positions in which it is rolled are not compared. */
static Status compare_markets(Bench *bench, Timing *timing, Error *err)
{
    enum { FAST_AT = PART_POSITIONS, NAIVE_AT = 2 * PART_POSITIONS };
    State *fast = &bench->position[FAST_AT];
    State *naive = &bench->position[NAIVE_AT];

    int64_t start = bench_clock();
    for (int i = 0; i < bench->position_count; i++) {
        fast[i] = bench->position[i];
        market_run(&fast[i], bench->rules, NULL);
    }
    int64_t between = bench_clock();
    for (int i = 0; i < bench->position_count; i++) {
        explain_market(&naive[i], NULL, &bench->position[i], bench->rules);
    }
    *timing = (Timing){between - start, bench_clock() - between};
    for (int i = 0; i < bench->position_count; i++) {
        bool die = naive[i].track[SLOT_RISK] >= bench->rules->param[PARAM_INCIDENT_RISK];
        if (!die && !state_equal(&fast[i], &naive[i])) {
            return differ(bench, i, "market", err);
        }
    }
    return STATUS_OK;
}

static double ratio(Timing timing)
{
    return (double)timing.naive / (double)timing.fast;
}

Status bench_naive(Bench *bench, Error *err)
{
    Timing favourites;
    Timing courts;
    Timing market;

    bench->position_count = 0;
    while (bench->position_count < PART_POSITIONS) {
        sample_game(bench);
    }
    Status status = compare_favourites(bench, &favourites, err);
    if (status == STATUS_OK) {
        status = compare_courts(bench, &courts, err);
    }
    if (status == STATUS_OK) {
        status = compare_markets(bench, &market, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    Timing all = {favourites.fast + courts.fast + market.fast,
                  favourites.naive + courts.naive + market.naive};
    figure_add(&bench->figure[FIGURE_NAIVE_OVER_FAST], ratio(all));
    figure_add(&bench->figure[FIGURE_NAIVE_FAVOURITES], ratio(favourites));
    figure_add(&bench->figure[FIGURE_NAIVE_COURTS], ratio(courts));
    figure_add(&bench->figure[FIGURE_NAIVE_MARKET], ratio(market));
    return STATUS_OK;
}
