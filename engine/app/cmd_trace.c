/* tpd trace: the random game of a seed, decision by decision (tests/TRACE.md R5). */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/command.h"
#include "app/game.h"
#include "app/options.h"
#include "app/trace.h"
#include "core/action.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/status.h"

static const Manual manual = {
    .name = "trace",
    .arguments = "",
    .text =
        "Plays the random game of a seed and prints each decision with the hash of the position\n"
        "that follows it.  tests/TRACE.md describes the format; `tpd verify` checks it.\n",
    .examples = "  tpd trace --scenario full --seats 2 --seed 7\n"
                "  tpd trace --scenario short --seats 4 --seed 1 --legal --states\n"
                "  tpd trace --seed 18446744073709551615 | tpd verify -\n",
};

static Status print_line(void *user, const char *line)
{
    FILE *file = user;

    fputs(line, file);
    putc('\n', file);
    return ferror(file) ? STATUS_IO : STATUS_OK;
}

/* A line that could not be written ends it; main.c reports that. */
static void print_trace(Trace *trace)
{
    uint64_t key = rng_key(trace->setup.seed);
    Status status = trace_begin(trace);

    while (status == STATUS_OK && trace->choice.count > 0) {
        status = trace_play(trace, game_random_action(&trace->choice, key, trace->decisions));
    }
    if (status == STATUS_OK) {
        trace_finish(trace);
    }
}

Outcome cmd_trace(Arguments arguments)
{
    GameOptions options = game_options();
    bool legal = false;
    bool states = false;
    const Option table[] = {
        game_option_scenario(&options),
        game_option_seats(&options),
        game_option_seed(&options),
        option_flag("legal", &legal, "print the list of legal actions under each decision"),
        option_flag("states", &states, "print the whole position after each decision"),
        game_option_rules(&options),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Game game;

    Outcome outcome = options_read(&all, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    outcome = game_open(&game, &options, manual.name);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    Trace *trace = malloc(sizeof *trace);
    if (trace == NULL) {
        game_close(&game);
        return complain_failed(manual.name, "out of memory");
    }
    trace->rules = game.rules;
    trace->setup = game.setup;
    trace->legal = legal;
    trace->states = states;
    trace->sink = print_line;
    trace->user = stdout;
    print_trace(trace);
    free(trace);
    game_close(&game);
    return OUTCOME_OK;
}
