/* tpd match: bots play a series of games. */

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

enum { GAMES_MOST = 1000000000 };

static const Manual manual = {
    .name = "match",
    .arguments = "",
    .text =
        "Bots play games; prints a line for each and a summary: wins of each seat, endings, mean\n"
        "number of decisions.  Game i, counted from 0, has the seed SEED + i: with random bots it\n"
        "is the game that `tpd trace` prints for that seed.\n"
        "\n"
        "json is one object with \"games\" and \"summary\"; csv is a table of the games alone.\n",
    .examples = "  tpd match --scenario full --seats 2 --seed 1 --games 100\n"
                "  tpd match --seats US=random,CN=random --games 10 --format json\n"
                "  tpd match --scenario short --seats 4 --games 1000 --format csv > games.csv\n",
};

typedef struct MatchOptions {
    GameOptions game;
    const char *seats;
    uint64_t games;
    int format; /* index into series_format[] */
} MatchOptions;

static Outcome read_options(MatchOptions *options, Arguments *arguments)
{
    static const uint64_t range_games[2] = {1, GAMES_MOST};
    const Option table[] = {
        game_option_scenario(&options->game),
        option_text("seats", "2|4|SEAT=BOT,…", &options->seats,
                    "number of seats, or a bot for each: US, CN; UC, UO, CC, CO (default: 2,\n"
                    "      all random)"),
        game_option_seed(&options->game),
        option_number("games", &options->games, range_games, "how many games (default: 1)"),
        option_word("format", series_format_name, &options->format, "default: text"),
        game_option_rules(&options->game),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};

    return options_read(&all, arguments);
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

static void play_series(Series *series, uint64_t games, const SeriesFormat *format)
{
    bool progress = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);

    format->begin(series);
    while (series->games < games && !ferror(stdout)) {
        GameRecord record;
        series_play(series, &record);
        format->game(series, &record);
        if (progress) {
            show_progress(series->games, games);
        }
    }
    if (series->games > 0) {
        format->end(series);
    }
}

Outcome cmd_match(Arguments arguments)
{
    MatchOptions options = {.game = game_options(), .seats = "2", .games = 1};
    Game game;
    Series series = {0};

    Outcome outcome = read_options(&options, &arguments);
    if (outcome == OUTCOME_RUN) {
        outcome = seating_parse(&series.seating, options.seats, manual.name);
    }
    if (outcome == OUTCOME_RUN) {
        outcome = game_open(&game, &options.game, manual.name);
    }
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    series.rules = game.rules;
    series.setup = game.setup;
    series.setup.seat_count = series.seating.count;
    play_series(&series, options.games, &series_format[options.format]);
    game_close(&game);
    return OUTCOME_OK;
}
