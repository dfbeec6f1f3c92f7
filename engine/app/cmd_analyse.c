/* tpd analyse: what a recorded game tells about how it was played. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/analysis_print.h"
#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/journal_file.h"
#include "app/options.h"
#include "app/voice.h"
#include "core/rules.h"
#include "core/status.h"
#include "match/analysis.h"
#include "match/analysis_file.h"
#include "match/history.h"
#include "match/journal.h"
#include "text/voice.h"

static const Manual manual = {
    .name = "analyse",
    .arguments = "JOURNAL",
    .text =
        "Judges every choice of a recorded game from the view of the seat that made it: a search\n"
        "names the best action, then it and the chosen one are played on in the same worlds with\n"
        "the same chance, by players who look one action ahead and by small searches.  What the\n"
        "chosen one is worth less is its loss; its 95 % interval is wider where the two kinds of\n"
        "players differ, and a loss whose interval lies above 3 points of 100 is a mistake.  "
        "Apart\n"
        "from that stand the public chance, which knows no hand, and luck: what deals, dice and\n"
        "reveals changed in it against what was to be expected.\n"
        "\n"
        "With --keep the analysis is written to JOURNAL.analysis, and read from there as long as\n"
        "the game and the numbers of the command are the same.\n"
        "\n"
        "--format json prints one object; chances, losses and luck are in 1/10000:\n"
        "  analysis   1, the version of this format; then scenario, seats (how many), key,\n"
        "             playouts, iterations\n"
        "  decisions  one object each: number, seat, chosen, best (actions in the words of the\n"
        "             journal), choice (there was more than one action), win_chosen, win_best (of\n"
        "             the seat), loss, half_width (of the 95 % interval), mistake, public_before,\n"
        "             public_after (of the US), luck (of the US; null where nothing was dealt,\n"
        "             rolled or revealed)\n"
        "  players    one object a seat: seat, choices, mistakes, loss (their sum), luck (of its\n"
        "             bloc)\n"
        "  worst      numbers of the decisions with the greatest losses, at most 3\n",
    .examples = "  tpd analyse game.journal\n"
                "  tpd analyse game.journal --keep\n"
                "  tpd analyse game.journal --playouts 1000 --key 2\n"
                "  tpd analyse game.journal --format json >game.json\n",
};

enum { STEP = 5000 };

typedef struct AnalyseOptions {
    GameOptions game;
    VoiceOptions voice;
    uint64_t playouts, iterations, key;
    int format;
    bool keep, again;
} AnalyseOptions;

static bool is_standard_input(const char *name)
{
    return strcmp(name, "-") == 0;
}

static Outcome read_options(AnalyseOptions *options, Arguments *arguments)
{
    static const uint64_t range[2] = {2, 1000000};
    static const char *const formats[] = {"text", "json", NULL};
    const Option table[] = {
        option_number("playouts", &options->playouts, range,
                      "of each of the two actions (default: 150)"),
        option_number("iterations", &options->iterations, range,
                      "of the search that names the best action (default: 2000)"),
        option_number("key", &options->key, range_seed,
                      "of the chance in searches and playouts (default: 1)"),
        option_flag("keep", &options->keep, "write the analysis beside the journal"),
        option_flag("again", &options->again, "make it, even if it lies beside the journal"),
        option_word("format", formats, &options->format, "text or json (default: text)"),
        voice_option_lang(&options->voice),
        voice_option_names(&options->voice),
        game_option_rules(&options->game),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Outcome outcome = options_read(&all, arguments);

    if (outcome == OUTCOME_RUN && arguments->count != 1) {
        return complain_usage(manual.name, "expected one journal, or - for standard input");
    }
    if (outcome == OUTCOME_RUN && options->keep && is_standard_input(arguments->item[0])) {
        return complain_usage(manual.name, "--keep: expected a journal that is a file");
    }
    return outcome;
}

/* What is asked about which game. */
typedef struct Asked {
    const AnalyseOptions *options;
    const char *journal;
    const AnalysisConfig *config;
    const History *history;
} Asked;

/* How far it is, for a person who waits. */
static void show_progress(const Analysis *analysis, int count, bool last)
{
    if (isatty(STDERR_FILENO) != 0) {
        (void)fprintf(stderr, "\r%d/%d%s", analysis_done(analysis), count, last ? "\n" : "");
    }
}

/* An analysis that lies beside the journal; false: there is none that fits, and a line says why. */
static bool read_kept(Analysis **analysis, const Asked *asked)
{
    char path[ANALYSIS_PATH_SIZE];
    Error err;

    if (asked->options->again || is_standard_input(asked->journal) ||
        analysis_file_path(path, asked->journal, &err) != STATUS_OK) {
        return false;
    }
    if (analysis_file_read(analysis, path, asked->config, asked->history, &err) == STATUS_OK) {
        return true;
    }
    if (analysis_file_is_there(path)) {
        (void)fprintf(stderr, "tpd %s: %s\n", manual.name, err.text);
    }
    return false;
}

static Status keep(const Asked *asked, const Analysis *analysis, Error *err)
{
    char path[ANALYSIS_PATH_SIZE];
    Status status = analysis_file_path(path, asked->journal, err);

    return status == STATUS_OK ? analysis_file_write(path, analysis, err) : status;
}

static Status make(Analysis **analysis, const Asked *asked, Error *err)
{
    Status status = analysis_new(analysis, asked->config, asked->history, err);

    if (status != STATUS_OK) {
        return status;
    }
    while (!analysis_step(*analysis, STEP)) {
        show_progress(*analysis, asked->history->count, false);
    }
    show_progress(*analysis, asked->history->count, true);
    if (asked->options->keep) {
        status = keep(asked, *analysis, err);
    }
    if (status != STATUS_OK) {
        analysis_free(*analysis);
    }
    return status;
}

static Outcome analyse(const Asked *asked, const Voice *voice)
{
    const AnalysisPage page = {.voice = voice, .history = asked->history, .config = asked->config};
    Analysis *analysis;
    Error err;

    if (!read_kept(&analysis, asked) && make(&analysis, asked, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    if (asked->options->format == 0) {
        analysis_print_text(&page, analysis);
    } else {
        analysis_print_json(&page, analysis);
    }
    analysis_free(analysis);
    return OUTCOME_OK;
}

static Outcome run(const AnalyseOptions *options, const char *name, const Rules *rules)
{
    const AnalysisConfig config = {.playouts = (int)options->playouts,
                                   .iterations = (int)options->iterations,
                                   .plays = ANALYSIS_PLAYS,
                                   .key = options->key};
    Journal journal;
    const Asked asked = {options, name, &config, &journal.history};
    Voice voice;
    Outcome outcome = journal_file_read(&journal, name, rules, manual.name);

    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    outcome = voice_open(&voice, &options->voice);
    if (outcome == OUTCOME_RUN) {
        outcome = analyse(&asked, &voice);
        voice_close(&voice);
    }
    journal_clear(&journal);
    return outcome;
}

Outcome cmd_analyse(Arguments arguments)
{
    AnalyseOptions options = {.game = game_options(),
                              .voice = voice_options(),
                              .playouts = ANALYSIS_PLAYOUTS,
                              .iterations = ANALYSIS_ITERATIONS,
                              .key = 1};
    Rules *rules;
    Error err;

    Outcome outcome = read_options(&options, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (data_load_rules(&rules, options.game.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    outcome = run(&options, arguments.item[0], rules);
    data_free_rules(rules);
    return outcome;
}
