/* tpd tournament: bots play each other, and a file keeps every game. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/options.h"
#include "app/run_texts.h"
#include "app/standings.h"
#include "app/tournament.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "lab/schedule.h"
#include "lab/store.h"
#include "lab/tally.h"
#include "lab/tournament.h"
#include "script/script_bot.h"

enum { SHARDS_MAX = 1000000 };

static const Manual manual = {
    .name = "tournament",
    .arguments = "BOT BOT…",
    .text =
        "Bots play each other.  A block is one deal, played once in every rotation of the seats;\n"
        "scores and their 95 % intervals are those of blocks.\n"
        "\n"
        "With 2 seats every pair of bots plays N blocks of 2 games.  With 4 seats every four bots\n"
        "form three line-ups, one for each way to part them in two blocs, and each plays N blocks\n"
        "of 4 games; 2 or 3 bots have both seats of a bloc instead, and every pair plays N blocks\n"
        "of 2 games.  A score is the mean of a bot's returns in percent: with 2 seats the share "
        "of\n"
        "games won.\n"
        "\n"
        "A BOT is one of `tpd bots`, a Lua file, or a program of your own, cmd:\"COMMAND\"; the\n"
        "same one may play under two names.  A run with a command is marked as not reproducible, "
        "has\n"
        "no run hash, and is only gone on with where the command line has the command.\n"
        "\n"
        "Results of all others follow from bots, rules, --seed and the other options alone: the\n"
        "number of threads and shards and interruptions do not change them, and the run hash "
        "shows\n"
        "it.\n"
        "\n"
        "With -o every game is kept in a file (SQLite; engine/lab/store.h describes its tables).\n"
        "Ctrl-C ends after the games in hand; the same command goes on from there, and one that "
        "is\n"
        "finished prints the standings at once.  `tpd verify` plays games of the file again.\n",
    .examples = "  tpd tournament greedy random\n"
                "  tpd tournament --blocks 150 --threads 2 -o run.db greedy mine.lua random\n"
                "  tpd tournament --gauntlet --scenario short mine.lua greedy random\n"
                "  tpd tournament --seats 4 --format json greedy random random random\n"
                "  seq 8 | xargs -P2 -I{} tpd tournament --shard {}/8 -o part-{}.db greedy random\n"
                "  tpd merge part-*.db -o run.db\n",
};

typedef struct TournamentOptions {
    GameOptions game;
    uint64_t blocks, threads;
    const char *shard, *path;
    bool gauntlet;
    int format;
} TournamentOptions;

static Outcome read_options(TournamentOptions *options, Arguments *arguments)
{
    static const uint64_t range_blocks[2] = {1, BLOCKS_MOST};
    static const uint64_t range_threads[2] = {1, THREADS_MAX};
    const Option table[] = {
        game_option_scenario(&options->game),
        game_option_seats(&options->game),
        option_number("blocks", &options->blocks, range_blocks,
                      "deals for each pair or line-up (default: 100)"),
        option_flag("gauntlet", &options->gauntlet,
                    "only games with the first bot, instead of each against each"),
        option_number("seed", &options->game.seed, range_seed,
                      "from which the seeds of all games are mixed, 0 to 2^64-1 (default: 1)"),
        option_number("threads", &options->threads, range_threads,
                      "how many games are played at a time (default: 1)"),
        option_text("o", "FILE", &options->path, "keep the games here, or go on with those there"),
        option_text("shard", "I/N", &options->shard,
                    "only part I of N, from 1, to be put together by tpd merge"),
        option_word("format", standings_format_name, &options->format, "default: text"),
        game_option_rules(&options->game),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};

    return options_read(&all, arguments);
}

static Outcome bad_shard(const char *text)
{
    enum { ECHO_SIZE = 64 };
    char echo[ECHO_SIZE];

    return complain_usage(manual.name,
                          "--shard: expected I/N with I from 1 to N, as in 2/8, found '%s'",
                          printable(echo, sizeof echo, text));
}

/* The blocks of the run, or of its part. */
static Outcome choose_blocks(Run *run, const TournamentOptions *options)
{
    enum { TEXT_SIZE = 32 };
    static const uint64_t range[2] = {1, SHARDS_MAX};
    uint64_t part[2] = {1, 1};
    char index[TEXT_SIZE];
    Schedule schedule;
    Error err;

    if (options->shard != NULL) {
        size_t length = strcspn(options->shard, "/");
        snprintf(index, sizeof index, "%.*s", (int)length, options->shard);
        if (length >= sizeof index || options->shard[length] == '\0' ||
            !number_parse(&part[0], index, range) ||
            !number_parse(&part[1], options->shard + length + 1, range) || part[0] > part[1]) {
            return bad_shard(options->shard);
        }
        if (options->path == NULL) {
            return complain_usage(manual.name, "--shard: expected -o FILE beside it");
        }
    }
    if (schedule_init(&schedule, &run->schedule, &err) != STATUS_OK) {
        return complain_usage(manual.name, "%s", err.text);
    }
    run->blocks = schedule_shard(&schedule, (int64_t)part[0], (int64_t)part[1]);
    schedule_clear(&schedule);
    return OUTCOME_RUN;
}

static Outcome add_bots(Run *run, const Arguments *bots)
{
    Error err;

    if (bots->count < 2) {
        return complain_usage(manual.name, "expected two bots or more, as in tpd tournament greedy "
                                           "random");
    }
    if (bots->count > BOTS_MAX) {
        return complain_usage(manual.name, "expected at most %d bots, found %d", BOTS_MAX,
                              bots->count);
    }
    for (int i = 0; i < bots->count; i++) {
        Status status = run_add_bot(run, bots->item[i], &err);
        if (status == STATUS_PARSE) {
            return complain_usage(manual.name, "%s", err.text);
        }
        if (status != STATUS_OK) {
            return complain_error(&err);
        }
    }
    return OUTCOME_RUN;
}

static Outcome describe(Run *run, const Game *game, const TournamentOptions *options,
                        const Arguments *bots)
{
    char directory[DATA_PATH_SIZE];
    Error err;

    run->schedule = (ScheduleSetup){.seats = game->setup.seat_count,
                                    .gauntlet = options->gauntlet,
                                    .seed = game->setup.seed,
                                    .blocks = (int64_t)options->blocks};
    run->rules = game->rules->hash;
    snprintf(run->scenario, sizeof run->scenario, "%s",
             game->rules->scenario[game->setup.scenario].id);
    snprintf(run->lua, sizeof run->lua, "%s", script_lua_release());
    snprintf(run->program, sizeof run->program, "tpd %s", TPD_VERSION);
    Outcome outcome = add_bots(run, bots);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    Status status = data_find_rules(directory, options->game.rules, &err);
    if (status == STATUS_OK) {
        status = run_add_rules(run, directory, &err);
    }
    return status == STATUS_OK ? choose_blocks(run, options) : complain_error(&err);
}

static void print(const RunPlay *play, int format)
{
    Standings standings = {.run = play->run,
                           .schedule = &play->schedule,
                           .tally = &play->tally,
                           .games = play->games,
                           .run_hash = play->run_hash};

    standings_print[format](&standings);
}

static Outcome play_run(const Run *run, const Rules *rules, const TournamentOptions *options)
{
    RunPlay play = {.run = run,
                    .rules = rules,
                    .path = options->path,
                    .threads = (int)options->threads};
    Error err;
    Error close_err;

    run_signals_begin();
    run_size_signal_ignore();
    Status status = run_play_open(&play, &err);
    if (status == STATUS_OK) {
        status = run_play(&play, &err);
        if (status == STATUS_OK) {
            print(&play, options->format);
        }
    }
    int64_t games = play.tally.games;
    Status closed = run_play_close(&play, &close_err);
    if (status != STATUS_OK) {
        return complain_error(&err);
    }
    if (closed != STATUS_OK) {
        return complain_error(&close_err);
    }
    if (games < play.games) {
        return complain_failed(
            manual.name, "stopped after %" PRId64 " of %" PRId64 " games%s", games, play.games,
            options->path == NULL ? "" : ": the same command goes on from there");
    }
    return OUTCOME_OK;
}

static Outcome run_tournament(const TournamentOptions *options, const Arguments *bots)
{
    Run *run = calloc(1, sizeof *run);
    Game game;

    if (run == NULL) {
        return complain_failed(manual.name, "out of memory");
    }
    Outcome outcome = game_open(&game, &options->game, manual.name);
    if (outcome == OUTCOME_RUN) {
        outcome = describe(run, &game, options, bots);
        if (outcome == OUTCOME_RUN) {
            outcome = play_run(run, game.rules, options);
        }
        game_close(&game);
    }
    run_clear(run);
    free(run);
    return outcome;
}

Outcome cmd_tournament(Arguments arguments)
{
    enum { BLOCKS = 100 };
    TournamentOptions options = {.game = game_options(), .blocks = BLOCKS, .threads = 1};
    Outcome outcome = read_options(&options, &arguments);

    return outcome == OUTCOME_RUN ? run_tournament(&options, &arguments) : outcome;
}
