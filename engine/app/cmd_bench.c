/* tpd bench: how fast the kernel is, or bots. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "app/bench.h"
#include "app/bench_twin.h"
#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/options.h"
#include "core/rules.h"
#include "core/status.h"

static const Manual manual = {
    .name = "bench",
    .arguments = "",
    .text =
        "Measures in CPU time how fast this build plays, on one core and in under 30 seconds:\n"
        "random full 2-seat games, each with a seed of its own; the card programs against the "
        "same\n"
        "events by hand in C, in games of a deck of nothing but those cards; the kernel against\n"
        "core/explain; searches from the middle of games; copying a position; a market; loading "
        "the rules.  All are measured in "
        "turn,\n"
        "again and again, and the medians count; text also shows the quartiles and the number of\n"
        "samples.  The signature is a hash over the ends of 200 games: it changes with the rules.\n"
        "\n"
        "A game that the card programs and C play differently is a fault: exit status 1.\n"
        "\n"
        "With --bots it measures the bots that come with the program instead: games a second on "
        "the\n"
        "short scenario, seats changing after each (random; declared weights; template and "
        "greedy,\n"
        "each in a Lua state of its own); how much more time it takes that a bot in Lua is kept "
        "to\n"
        "its budget, against the same games without one; a decision of a bot in Lua that asks "
        "about\n"
        "each of its actions; and how long the Lua state of a bot takes, which every game makes\n"
        "anew.\n",
    .examples = "  tpd bench\n"
                "  tpd bench --bots\n"
                "  tpd bench --format json > bench.json\n"
                "  tpd bench --quick\n",
};

static const char *const format_name[] = {"text", "json", NULL};
static void (*const print_format[])(const Bench *bench) = {bench_print_text, bench_print_json};

/* In the order in which one repeat takes them. */
typedef Status Measure(Bench *bench, Error *err);
static Measure *const measures_of_kernel[] = {bench_playouts, bench_vm,     bench_naive,
                                              bench_search,   bench_market, bench_clone,
                                              bench_load,     NULL};
static Measure *const measures_of_bots[] = {bench_bot_games, bench_bot_metering,
                                            bench_bot_decisions, bench_bot_opening, NULL};

enum {
    REPEATS = 21,
    SLICE_MS = 100,
    QUICK_REPEATS = 3,
    QUICK_SLICE_MS = 10,
    SECONDS_MOST = 25,
    NANOSECONDS_A_MS = 1000000,
};

static Status take_samples(Bench *bench, Error *err)
{
    Measure *const *measures = bench->first == FIGURE_BOTS ? measures_of_bots : measures_of_kernel;

    for (int i = 0; measures[i] != NULL; i++) {
        Status status = measures[i](bench, err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

/* The first round warms the machine up: its times do not count, its games do. */
static void forget_samples(Bench *bench)
{
    for (int i = 0; i < FIGURE_COUNT; i++) {
        bench->figure[i].count = 0;
    }
}

static void show_progress(int repeat, int repeats)
{
    if (isatty(STDERR_FILENO)) {
        fprintf(stderr, "\rrepeat %d of %d%s", repeat, repeats, repeat == repeats ? "\n" : "");
    }
}

/* On a machine that is slow or has other things to do there are fewer repeats. */
static Status repeat_samples(Bench *bench, Error *err)
{
    struct timespec start;
    struct timespec now;
    int wanted = bench->repeats;

    clock_gettime(CLOCK_MONOTONIC, &start);
    bench->repeats = 0;
    do {
        show_progress(bench->repeats + 1, wanted);
        Status status = take_samples(bench, err);
        if (status != STATUS_OK) {
            return status;
        }
        bench->repeats++;
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while (bench->repeats < wanted && now.tv_sec - start.tv_sec < SECONDS_MOST);
    return STATUS_OK;
}

static Status measure(Bench *bench, Error *err)
{
    Status status = take_samples(bench, err);

    if (status != STATUS_OK) {
        return status;
    }
    forget_samples(bench);
    status = repeat_samples(bench, err);
    if (status != STATUS_OK) {
        return status;
    }
    for (int i = (int)bench->first; i < (int)bench->end; i++) {
        figure_sort(&bench->figure[i]);
    }
    return STATUS_OK;
}

static Status run_bots(Bench *bench, Error *err)
{
    Status status = bench_bots_init(bench, err);

    if (status == STATUS_OK) {
        status = measure(bench, err);
    }
    bench_bots_clear(bench);
    return status;
}

static Status run_kernel(Bench *bench, Error *err)
{
    bench->loaded = malloc(sizeof *bench->loaded);
    if (bench->loaded == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for the rules");
    }
    Status status = twin_deck_init(&bench->deck, bench->rules, err);
    if (status == STATUS_OK) {
        status = measure(bench, err);
        bench->signature = bench_signature(bench);
        twin_deck_clear(&bench->deck);
    }
    free(bench->loaded);
    return status;
}

static Outcome run(Bench *bench, int format)
{
    Error err;
    Status status = bench->first == FIGURE_BOTS ? run_bots(bench, &err) : run_kernel(bench, &err);

    if (status != STATUS_OK) {
        return complain_error(&err);
    }
    print_format[format](bench);
    return OUTCOME_OK;
}

typedef struct BenchOptions {
    bool quick, bots;
    int format;
} BenchOptions;

static Outcome bench_game(const Game *game, const char *directory, const BenchOptions *options)
{
    Bench *bench = calloc(1, sizeof *bench);

    if (bench == NULL) {
        return complain_failed(manual.name, "out of memory for the samples");
    }
    bench->rules = game->rules;
    bench->directory = directory;
    bench->setup = game->setup;
    bench->first = options->bots ? FIGURE_BOTS : (FigureId)0;
    bench->end = options->bots ? FIGURE_COUNT : FIGURE_BOTS;
    bench->repeats = options->quick ? QUICK_REPEATS : REPEATS;
    bench->slice = (int64_t)(options->quick ? QUICK_SLICE_MS : SLICE_MS) * NANOSECONDS_A_MS;
    Outcome outcome = run(bench, options->format);
    free(bench);
    return outcome;
}

Outcome cmd_bench(Arguments arguments)
{
    GameOptions options = game_options();
    BenchOptions chosen = {.format = 0};
    const Option table[] = {
        option_word("format", format_name, &chosen.format, "default: text"),
        option_flag("bots", &chosen.bots, "the bots that come with the program"),
        option_flag("quick", &chosen.quick,
                    "3 short repeats, done in less than 3 seconds: rough figures"),
        game_option_rules(&options),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    char directory[DATA_PATH_SIZE];
    Error err;
    Game game;

    Outcome outcome = options_read(&all, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (data_find_rules(directory, options.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    options.scenario = chosen.bots ? "short" : options.scenario;
    outcome = game_open(&game, &options, manual.name);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    outcome = bench_game(&game, directory, &chosen);
    game_close(&game);
    return outcome;
}
