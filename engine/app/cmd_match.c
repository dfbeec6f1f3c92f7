/* tpd match: bots play a series of games, or one with a journal. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

#include "app/command.h"
#include "app/game.h"
#include "app/options.h"
#include "app/seating.h"
#include "app/series.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"

enum { GAMES_MOST = 1000000000 };

static const Manual manual = {
    .name = "match",
    .arguments = "",
    .text =
        "Bots play games; prints a line for each and a summary: wins of each seat, endings, mean\n"
        "number of decisions.  Game i, counted from 0, has the seed SEED + i: with random bots it\n"
        "is the game that `tpd trace` prints for that seed.\n"
        "\n"
        "A bot is one of `tpd bots` or a Lua file, see scripts/bots/README.md, or a program of "
        "your\n"
        "own in any language, cmd:\"COMMAND\", see scripts/bots/PROTOCOL.md; what a program has\n"
        "played is marked as not reproducible.  A bot that fails forfeits its choice: the first\n"
        "legal action is played, a line `fault SEAT decision N FILE:LINE: why` says so, and the\n"
        "exit status is 1.  After 20 faults in a game it is asked no more there.\n"
        "\n"
        "One game may be kept in a journal, line by line while it is played, and goes on from\n"
        "there after whatever ended the program.  The journal tells scenario, seed and seats, but\n"
        "only --seats names a file or command that is run.\n"
        "\n"
        "json is one object with \"games\" and \"summary\"; csv is a table of the games alone.\n",
    .examples = "  tpd match --scenario full --seats 2 --seed 1 --games 100\n"
                "  tpd match --seats US=greedy,CN=hawk --games 10\n"
                "  tpd match --seats 'CN=cmd:\"python3 scripts/bots/examples/thumb.py\"'\n"
                "  tpd match --seats US=random,CN=random --games 10 --format json\n"
                "  tpd match --scenario short --seats 4 --games 1000 --format csv > games.csv\n"
                "  tpd match --seed 7 --journal game.journal\n"
                "  tpd match --resume game.journal\n"
                "  tpd match --scenario lesson-1 --seats US=hawk,CN=diplomat --reasons\n",
};

typedef struct MatchOptions {
    GameOptions game;
    const char *seats, *journal, *resume;
    uint64_t games;
    int format; /* index into series_format[] */
    bool has_scenario, has_seed, has_games, reasons;
} MatchOptions;

static Outcome read_options(MatchOptions *options, Arguments *arguments)
{
    static const uint64_t range_games[2] = {1, GAMES_MOST};
    const Option table[] = {
        option_given(game_option_scenario(&options->game), &options->has_scenario),
        option_text("seats", "2|4|SEAT=BOT,…", &options->seats,
                    "number of seats, or a bot for each: US, CN; UC, UO, CC, CO (default: 2,\n"
                    "      all random; with --resume, as in the journal)"),
        option_given(game_option_seed(&options->game), &options->has_seed),
        option_given(
            option_number("games", &options->games, range_games, "how many games (default: 1)"),
            &options->has_games),
        option_text("journal", "FILE", &options->journal, "keep the one game in a new file"),
        option_text("resume", "FILE", &options->resume, "play the game of a journal to its end"),
        option_flag("reasons", &options->reasons,
                    "a line `reason SEAT decision N ACTION: why` where a bot says why"),
        option_word("format", series_format_name, &options->format, "default: text"),
        game_option_rules(&options->game),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};

    return options_read(&all, arguments);
}

/* Options that say two different things. */
static Outcome check_options(const MatchOptions *options)
{
    const char *other = options->journal != NULL ? "--journal"
                        : options->has_scenario  ? "--scenario"
                        : options->has_seed      ? "--seed"
                        : options->has_games     ? "--games"
                                                 : NULL;

    if (options->resume != NULL && other != NULL) {
        return complain_usage(manual.name,
                              "--resume: expected no %s beside it: the game is that of the journal",
                              other);
    }
    if (options->journal != NULL && options->games != 1) {
        return complain_usage(
            manual.name, "--journal: expected one game for one journal, found --games %" PRIu64,
            options->games);
    }
    return OUTCOME_RUN;
}

/* For a person who waits while the games go into a file. */
static void show_progress(uint64_t done, uint64_t games)
{
    enum { STEPS = 100 };

    if (done * STEPS / games != (done - 1) * STEPS / games) {
        fprintf(stderr, "\r%" PRIu64 " of %" PRIu64 " games%s", done, games,
                done == games ? "\n" : "");
    }
}

/* Plays `match` and the games that follow it. */
static Status play_series(Series *series, Match *match, const MatchOptions *options, Error *err)
{
    const SeriesFormat *format = &series_format[options->format];
    bool progress = options->games > 1 && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
    Status status = STATUS_OK;

    format->begin(series);
    while (status == STATUS_OK) {
        GameRecord record;
        status = series_play(series, match, &record, err);
        if (status != STATUS_OK) {
            break;
        }
        format->game(series, &record);
        if (progress) {
            show_progress(series->games, options->games);
        }
        if (series->games == options->games || ferror(stdout)) {
            break;
        }
        status = series_open(series, &match, err);
    }
    if (series->games > 0) {
        format->end(series);
    }
    return status;
}

/* Seats the bots: of a resumed game those that the command line names. */
static Outcome seat_bots(Series *series, Seating *seating, const MatchOptions *options)
{
    if (options->resume != NULL && options->seats == NULL) {
        return OUTCOME_RUN;
    }
    Outcome outcome =
        seating_parse(seating, options->seats == NULL ? "2" : options->seats, manual.name);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    series->setup.game.seat_count = seating->count;
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(seating->count)) {
        if (options->resume == NULL || (seating->named >> seat & 1U) != 0) {
            series->setup.seat[seat] = seating->seat[seat];
        }
    }
    return OUTCOME_RUN;
}

static Outcome play_games(Series *series, const MatchOptions *options)
{
    Error err;
    Match *match;

    series->lines = options->format == 0 ? stdout : stderr;
    series->tells = options->reasons;
    series->resumes = options->resume != NULL;
    series->setup.journal_path = series->resumes ? options->resume : options->journal;
    Status status = series_open(series, &match, &err);
    if (status != STATUS_OK) {
        return complain_error(&err);
    }
    status = play_series(series, match, options, &err);
    if (status != STATUS_OK) {
        return complain_error(&err);
    }
    return series_has_forfeits(series) ? OUTCOME_FAILED : OUTCOME_OK;
}

Outcome cmd_match(Arguments arguments)
{
    MatchOptions options = {.game = game_options(), .games = 1};
    Series series = {.games = 0};
    Seating seating = {.count = 0};
    Game game;

    Outcome outcome = read_options(&options, &arguments);
    if (outcome == OUTCOME_RUN) {
        outcome = check_options(&options);
    }
    if (outcome == OUTCOME_RUN) {
        outcome = seat_bots(&series, &seating, &options);
    }
    if (outcome == OUTCOME_RUN) {
        outcome = game_open(&game, &options.game, manual.name);
    }
    if (outcome == OUTCOME_RUN) {
        series.rules = game.rules;
        series.setup.game.seed = game.setup.seed;
        series.setup.game.scenario = game.setup.scenario;
        outcome = play_games(&series, &options);
        game_close(&game);
    }
    seating_close(&seating);
    return outcome;
}
