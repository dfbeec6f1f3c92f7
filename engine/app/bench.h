/* tpd bench: how fast the kernel or bots are, in CPU time.  Every figure is sampled once in every repeat, one
 * after the other, so that a slow moment of the machine meets them all; what counts is the median. */

#ifndef TPD_APP_BENCH_H
#define TPD_APP_BENCH_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/bot.h"
#include "app/bench_twin.h"
#include "app/bot_files.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"

typedef enum FigureId {
#define FIGURE(id, key, decimals, meaning) FIGURE_##id,
#include "app/bench_figures.def"
#undef FIGURE
    FIGURE_COUNT
} FigureId;

enum {
    SAMPLES_MAX = 4096,   /* of a figure; further ones are left out */
    POSITIONS_MAX = 2048, /* sampled from random games */
};

typedef struct Figure {
    int count;
    double sample[SAMPLES_MAX];
} Figure;

typedef struct FigureInfo {
    const char *key, *meaning;
    int decimals;
} FigureInfo;
extern const FigureInfo bench_figures[FIGURE_COUNT];

void figure_add(Figure *figure, double sample);
/* Sorts the samples, once all are in; then the value that `quarter` quarters of them do not pass. */
void figure_sort(Figure *figure);
double figure_quartile(const Figure *figure, int quarter);

/* The bots of --bots. */
typedef struct BenchBots {
    BotFiles files, trusted; /* the latter with no budget */
    const BotType *declared, *template, *greedy, *diplomat;
    BotType *accessor; /* owned */
} BenchBots;

typedef struct Bench {
    FigureId first, end; /* the figures that are measured */
    const Rules *rules;
    const char *directory; /* of the rules */
    Setup setup; /* 2 seats; full, for bots short; the seed is the next that no game has had */
    int repeats;
    int64_t slice; /* CPU nanoseconds that a measure of whole games may take in a repeat */
    TwinDeck deck;
    BenchBots bots;
    Rules *loaded; /* room for rules that are loaded again and again */
    State position[POSITIONS_MAX];
    int position_count;
    uint64_t games, decisions;       /* random games of the first measure */
    uint64_t allocations, lua_calls; /* while they were played */
    bool counts;                     /* this build counts them, see app/counts.h */
    uint64_t signature; /* of the final positions of games 0 to 199: did the rules change? */
    Figure figure[FIGURE_COUNT];
} Bench;

int64_t bench_clock(void); /* CPU nanoseconds of this process */

/* One sample of each figure that the measure is about; a fault is reported in `err`. */
Status bench_playouts(Bench *bench, Error *err);
Status bench_vm(Bench *bench, Error *err);
Status bench_naive(Bench *bench, Error *err);
Status bench_search(Bench *bench, Error *err);
Status bench_clone(Bench *bench, Error *err);
Status bench_market(Bench *bench, Error *err);
Status bench_load(Bench *bench, Error *err);

Status bench_bots_init(Bench *bench, Error *err);
void bench_bots_clear(Bench *bench);
Status bench_bot_games(Bench *bench, Error *err);
Status bench_bot_metering(Bench *bench, Error *err);
Status bench_bot_decisions(Bench *bench, Error *err);
Status bench_bot_opening(Bench *bench, Error *err);

uint64_t bench_signature(const Bench *bench);

void bench_print_text(const Bench *bench);
void bench_print_json(const Bench *bench);

#endif
