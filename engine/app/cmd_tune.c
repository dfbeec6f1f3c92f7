/* tpd tune: the weights of the evaluation, from games. */

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ai/evaluation.h"
#include "ai/evaluation_text.h"
#include "app/command.h"
#include "app/data.h"
#include "app/options.h"
#include "app/run_texts.h"
#include "app/tournament.h"
#include "app/tune.h"
#include "core/rules.h"
#include "core/status.h"
#include "lab/schedule.h"
#include "lab/store.h"
#include "lab/tournament.h"

static const Manual manual = {
    .name = "tune",
    .arguments = "[BOT…]",
    .text =
        "Fits the weights by which the bot `eval` says what a position is worth.  A round of it:\n"
        "bots play each other, in the full and the short game and with 2 and 4 seats; weights are\n"
        "fitted to positions of those games by logistic regression, a fifth of the deals is held\n"
        "out to say how good they are; games of the new weights against themselves calibrate the\n"
        "public chance; and the new weights prove themselves against the old in N pairs of games,\n"
        "in the full and the short game.  Each length has weights of its own, which are taken if\n"
        "the 95 % interval of their score lies above 50 %.\n"
        "\n"
        "A BOT is one of this program, a Lua file, or eval:FILE; without any, all strategies that\n"
        "come with the program play.  From round 2 on the best weights so far play as well.\n"
        "\n"
        "All games are kept in the folder, and the same command goes on from there, whatever "
        "ended\n"
        "it; the same command gives the same weights.  evidence.txt there says what came of it,\n"
        "evaluation.def are the best weights: eval:DIR/evaluation.def plays by them.\n",
    .examples = "  tpd tune -o tuned\n"
                "  tpd tune -o tuned --rounds 3 --threads 2 --table engine/ai/evaluation.def\n"
                "  tpd tune -o quick --games 200 --pairs 20 scripts/bots/balanced.lua eval\n"
                "  tpd tournament eval:tuned/evaluation.def eval\n",
};

/* The strategies that come with the program. */
static const char *const shipped[] = {
    "scripts/bots/balanced.lua", "scripts/bots/open-flood.lua",
    "scripts/bots/hawk.lua",     "scripts/bots/industrialist.lua",
    "scripts/bots/diplomat.lua", "scripts/bots/closed-frontier.lua",
    "scripts/bots/greedy.lua"};

enum { SHIPPED_COUNT = sizeof shipped / sizeof shipped[0] };

static Outcome read_options(TuneOptions *options, Arguments *arguments)
{
    static const uint64_t range_games[2] = {20, 10000000};
    static const uint64_t range_rounds[2] = {1, 99};
    static const uint64_t range_pairs[2] = {10, 1000000};
    static const uint64_t range_threads[2] = {1, THREADS_MAX};
    static const uint64_t range_every[2] = {1, 1000};
    static const uint64_t range_penalty[2] = {1, 1000000};
    const Option table[] = {
        option_text("o", "DIR", &options->folder, "keep games and evidence here, or go on there"),
        option_number("games", &options->games, range_games,
                      "with 2 seats of each length a round; a quarter with 4 (default: 8000)"),
        option_number("rounds", &options->rounds, range_rounds,
                      "rounds at most; it ends after one that gains nothing (default: 1)"),
        option_number("pairs", &options->pairs, range_pairs,
                      "pairs of games of each proof (default: 200)"),
        option_number("every", &options->every, range_every,
                      "take one position in so many decisions (default: 8)"),
        option_number("penalty", &options->penalty, range_penalty,
                      "on half the squared weight of a scaled term (default: 10)"),
        option_flag("without-forecast", &options->without_forecast,
                    "weigh nothing that is read after the market"),
        option_text("calibrate", "BOT", &options->calibrator,
                    "whose games calibrate the public chance (default: the new weights)"),
        option_flag("force", &options->force, "take new weights that show no gain"),
        option_text("table", "FILE", &options->table,
                    "write the best weights there too, if they are better"),
        option_text("note", "TEXT", &options->note, "a line for the head of the weights"),
        option_number("seed", &options->seed, range_seed,
                      "from which all deals are mixed, 0 to 2^64-1 (default: 1)"),
        option_number("threads", &options->threads, range_threads,
                      "how many games are played at a time (default: 1)"),
        option_text("rules", "DIR", &options->rules, "use these rules instead of the shipped ones"),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Outcome outcome = options_read(&all, arguments);

    if (outcome == OUTCOME_RUN && options->folder == NULL) {
        return complain_usage(manual.name, "expected -o DIR, a folder for games and evidence");
    }
    if (outcome == OUTCOME_RUN && arguments->count >= BOTS_MAX) {
        return complain_usage(manual.name, "expected at most %d bots, found %d", BOTS_MAX - 1,
                              arguments->count);
    }
    return outcome;
}

/* ---- writing ---- */

Outcome tune_write(const char *path, const char *text)
{
    char beside[TUNE_PATH_SIZE];
    char why[SYSTEM_TEXT_SIZE];

    if (snprintf(beside, sizeof beside, "%s.part", path) >= (int)sizeof beside) {
        return complain_failed(manual.name, "expected a shorter path than %.40s…", path);
    }
    FILE *file = fopen(beside, "w");
    bool written =
        file != NULL && fputs(text, file) >= 0 && fflush(file) == 0 && fsync(fileno(file)) == 0;
    int number = errno;
    if (file != NULL && fclose(file) != 0 && written) {
        written = false;
        number = errno;
    }
    if (!written || rename(beside, path) != 0) {
        number = written ? errno : number;
        unlink(beside);
        return complain_failed(manual.name, "%s: %s", path, system_text(why, number));
    }
    return OUTCOME_RUN;
}

static Outcome make_folder(const char *path)
{
    enum { MODE = 0777 };
    char why[SYSTEM_TEXT_SIZE];

    if (mkdir(path, MODE) != 0 && errno != EEXIST) {
        return complain_failed(manual.name, "%s: %s", path, system_text(why, errno));
    }
    return OUTCOME_RUN;
}

/* What the head of the weights says, and the evidence begins with. */
static void print_head(char *text, size_t size, const Tune *tune)
{
    const TuneOptions *options = tune->options;

    snprintf(text, size,
             "Weights of the evaluation, fitted to games by\n"
             "  tpd tune --games %" PRIu64 " --rounds %" PRIu64 " --pairs %" PRIu64
             " --every %" PRIu64 " --penalty %" PRIu64 " --seed %" PRIu64 "%s%s%s%s\n"
             "with tpd %s and rules %016" PRIx64 "%s%s.\n",
             options->games, options->rounds, options->pairs, options->every, options->penalty,
             options->seed, options->without_forecast ? " --without-forecast" : "",
             options->force ? " --force" : "", options->calibrator == NULL ? "" : " --calibrate ",
             options->calibrator == NULL ? "" : options->calibrator, TPD_VERSION, tune->rules->hash,
             options->note == NULL ? "" : "; ", options->note == NULL ? "" : options->note);
}

static const char rows_meaning[] =
    "WEIGHT(length, term, …): thousandths of a logit for one unit at each of knot_progress[]\n"
    "SHARE(length, term, …): the same for a term of PARTNER: which seat of a bloc will be ahead\n"
    "CALIBRATION(length, offset, slope): of the public chance, in thousandths\n";

static Outcome write_results(const Tune *tune)
{
    enum { HEAD_SIZE = 2048 };
    char path[TUNE_PATH_SIZE];
    char head[HEAD_SIZE];
    char *text = malloc(EVALUATION_TEXT_SIZE);
    bool better = tune->is_better[LENGTH_FULL] || tune->is_better[LENGTH_SHORT];

    if (text == NULL) {
        return complain_failed(manual.name, "out of memory");
    }
    print_head(head, sizeof head, tune);
    size_t length = strlen(head);
    snprintf(head + length, sizeof head - length, "%s", rows_meaning);
    evaluation_print(text, &tune->best, head);
    snprintf(path, sizeof path, "%s/evaluation.def", tune->options->folder);
    Outcome outcome = tune_write(path, text);
    if (outcome == OUTCOME_RUN && better && tune->options->table != NULL) {
        outcome = tune_write(tune->options->table, text);
    }
    free(text);
    snprintf(path, sizeof path, "%s/evidence.txt", tune->options->folder);
    return outcome == OUTCOME_RUN ? tune_write(path, tune->evidence) : outcome;
}

/* ---- running ---- */

static bool has_gained(const Tune *tune)
{
    return memcmp(&tune->best, &tune->old, sizeof tune->best) != 0;
}

static Outcome run_rounds(Tune *tune)
{
    enum { HEAD_SIZE = 1024 };
    char head[HEAD_SIZE];
    Outcome outcome = OUTCOME_RUN;

    print_head(head, sizeof head, tune);
    tune_say(tune, "%s", head);
    for (int i = 0; i < tune->bots.count; i++) {
        tune_say(tune, "bot %s\n", tune->bots.item[i]);
    }
    for (tune->round = 1; tune->round <= (int)tune->options->rounds && outcome == OUTCOME_RUN;
         tune->round++) {
        outcome = tune_round(tune);
        if (outcome == OUTCOME_RUN) {
            outcome = write_results(tune);
        }
        if (!has_gained(tune)) {
            break;
        }
    }
    return outcome == OUTCOME_RUN ? OUTCOME_OK : outcome;
}

/* Before anything is written: whether each word names a bot that a run can keep. */
static Outcome check_bots(const Arguments *bots)
{
    Run *run = calloc(1, sizeof *run);
    Status status = STATUS_OK;
    Error err;

    if (run == NULL) {
        return complain_failed(manual.name, "out of memory");
    }
    for (int i = 0; i < bots->count && status == STATUS_OK; i++) {
        status = run_add_bot(run, bots->item[i], &err);
    }
    run_clear(run);
    free(run);
    if (status == STATUS_PARSE) {
        return complain_usage(manual.name, "%s", err.text);
    }
    return status == STATUS_OK ? OUTCOME_RUN : complain_error(&err);
}

static Outcome run_tune(const TuneOptions *options, Arguments bots)
{
    char *words[SHIPPED_COUNT];
    Rules *rules;
    Error err;
    Tune *tune = calloc(1, sizeof *tune);

    if (tune == NULL) {
        return complain_failed(manual.name, "out of memory");
    }
    if (bots.count == 0) {
        memcpy(words, shipped, sizeof words);
        bots = (Arguments){SHIPPED_COUNT, words};
    }
    Outcome outcome = check_bots(&bots);
    if (outcome == OUTCOME_RUN) {
        outcome = make_folder(options->folder);
    }
    if (outcome == OUTCOME_RUN && data_load_rules(&rules, options->rules, &err) != STATUS_OK) {
        outcome = complain_error(&err);
    } else if (outcome == OUTCOME_RUN) {
        *tune =
            (Tune){.options = options, .rules = rules, .bots = bots, .best = evaluation_shipped};
        run_signals_begin();
        run_size_signal_ignore();
        outcome = run_rounds(tune);
        data_free_rules(rules);
    }
    free(tune);
    return outcome;
}

Outcome cmd_tune(Arguments arguments)
{
    enum { GAMES = 8000, PAIRS = 200, EVERY = 8, PENALTY = 10 };
    TuneOptions options = {.games = GAMES,
                           .rounds = 1,
                           .pairs = PAIRS,
                           .threads = 1,
                           .seed = 1,
                           .every = EVERY,
                           .penalty = PENALTY};
    Outcome outcome = read_options(&options, &arguments);

    return outcome == OUTCOME_RUN ? run_tune(&options, arguments) : outcome;
}
