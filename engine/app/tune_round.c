/* A round of `tpd tune`, and its evidence. */

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#include "ai/evaluation.h"
#include "ai/logistic.h"
#include "app/command.h"
#include "app/tune.h"
#include "core/status.h"
#include "core/vocab.h"
#include "lab/fit.h"
#include "lab/positions.h"
#include "lab/regression.h"

enum { PERCENT = 100, FOURTH = 4 };

/* The scenario that stands for each length. */
static const char *const length_scenario[LENGTH_COUNT] = {"full", "short"};

static const FitGroup groups[] = {
    {LENGTH_FULL, 2}, {LENGTH_FULL, SEATS_MAX}, {LENGTH_SHORT, 2}, {LENGTH_SHORT, SEATS_MAX}};

enum { GROUP_COUNT = sizeof groups / sizeof groups[0] };

void tune_say(Tune *tune, const char *format, ...)
{
    va_list arguments;
    int room = TUNE_EVIDENCE_SIZE - tune->length;

    va_start(arguments, format);
    int length = vsnprintf(tune->evidence + tune->length, (size_t)room, format, arguments);
    va_end(arguments);
    fputs(tune->evidence + tune->length, stdout);
    fflush(stdout);
    tune->length += length < room ? length : room - 1;
}

/* ---- games ---- */

/* Games with 2 seats, and a quarter as many with 4. */
static Outcome gather(Tune *tune, Positions *positions)
{
    Outcome outcome = OUTCOME_RUN;

    for (int i = 0; i < GROUP_COUNT && outcome == OUTCOME_RUN; i++) {
        uint64_t games = tune->options->games;
        const TuneRun run = {.name = "games",
                             .scenario = length_scenario[groups[i].length],
                             .seats = groups[i].seats,
                             .games = groups[i].seats == 2 ? games : (games + FOURTH - 1) / FOURTH};
        int64_t before = positions->count;
        outcome = tune_gather(tune, &run, positions);
        if (outcome == OUTCOME_RUN) {
            tune_say(tune, "games %s, %d seats: %" PRId64 " positions\n", run.scenario, run.seats,
                     positions->count - before);
        }
    }
    return outcome;
}

/* Games of a bot against itself, for the calibration. */
static Outcome gather_self_play(Tune *tune, const Evaluation *evaluation, Positions *positions)
{
    const char *word = tune->options->calibrator;
    const char *name = word == NULL ? tune_new_word : word;
    const Evaluation *own = word == NULL ? evaluation : NULL;
    Outcome outcome = OUTCOME_RUN;

    for (int length = 0; length < LENGTH_COUNT && outcome == OUTCOME_RUN; length++) {
        const TuneRun run = {.name = "self",
                             .scenario = length_scenario[length],
                             .seats = 2,
                             .games = tune->options->games,
                             .word = {name, name},
                             .own = {own, own}};
        outcome = tune_gather(tune, &run, positions);
    }
    return outcome;
}

/* ---- fitting ---- */

static void say_quality(Tune *tune, const char *what, const FitGroup *group,
                        const FitQuality *quality)
{
    tune_say(tune,
             "%s %s, %d seats: %" PRId64 " positions held out, Brier %.4f, log loss %.4f; by round "
             "and VP lead: Brier %.4f, log loss %.4f\n",
             what, length_scenario[group->length], group->seats, quality->table.rows,
             quality->table.brier, quality->table.log_loss, quality->baseline.brier,
             quality->baseline.log_loss);
}

static void say_deciles(Tune *tune, const FitQuality *quality)
{
    tune_say(tune, "  chance → won, in percent:");
    for (int i = 0; i < DECILES; i++) {
        tune_say(tune, " %.1f→%.1f", quality->decile[i].chance * PERCENT,
                 quality->decile[i].won * PERCENT);
    }
    tune_say(tune, "\n");
}

static Status say_group(Tune *tune, const char *what, const Evaluation *evaluation,
                        const Positions *positions, Error *err)
{
    Status status = STATUS_OK;

    for (int i = 0; i < GROUP_COUNT && status == STATUS_OK; i++) {
        FitQuality quality;
        status = fit_quality(&quality, &evaluation->length[groups[i].length], positions, &groups[i],
                             err);
        if (status == STATUS_OK && quality.table.rows > 0) {
            say_quality(tune, what, &groups[i], &quality);
            say_deciles(tune, &quality);
        }
    }
    return status;
}

static Status fit(Tune *tune, Evaluation *evaluation, const Positions *positions, Error *err)
{
    Status status = STATUS_OK;

    for (int length = 0; length < LENGTH_COUNT && status == STATUS_OK; length++) {
        const FitPlan plan = {.length = (GameLength)length,
                              .penalty = (double)tune->options->penalty,
                              .ahead = !tune->options->without_forecast};
        status = fit_table(&evaluation->length[length], positions, &plan, err);
        evaluation->length[length].offset = 0;
        evaluation->length[length].slope = LOGIT_ONE;
    }
    return status == STATUS_OK ? say_group(tune, "held out", evaluation, positions, err) : status;
}

static Status calibrate(Tune *tune, Evaluation *evaluation, const Positions *positions, Error *err)
{
    Status status = STATUS_OK;

    for (int length = 0; length < LENGTH_COUNT && status == STATUS_OK; length++) {
        EvaluationTable *table = &evaluation->length[length];
        status = fit_calibration(table, positions, (GameLength)length, err);
        tune_say(tune, "calibration %s: offset %d, slope %d thousandths\n", length_scenario[length],
                 (int)table->offset, (int)table->slope);
    }
    return status == STATUS_OK ? say_group(tune, "self-play", evaluation, positions, err) : status;
}

static Outcome fit_to_games(Tune *tune, Evaluation *evaluation)
{
    Positions positions = {.count = 0};
    Outcome outcome = gather(tune, &positions);
    Error err;

    if (outcome == OUTCOME_RUN && fit(tune, evaluation, &positions, &err) != STATUS_OK) {
        outcome = complain_error(&err);
    }
    positions_clear(&positions);
    return outcome;
}

static Outcome calibrate_on_self_play(Tune *tune, Evaluation *evaluation)
{
    Positions positions = {.count = 0};
    Outcome outcome = gather_self_play(tune, evaluation, &positions);
    Error err;

    if (outcome == OUTCOME_RUN && calibrate(tune, evaluation, &positions, &err) != STATUS_OK) {
        outcome = complain_error(&err);
    }
    positions_clear(&positions);
    return outcome;
}

/* ---- the proof ---- */

/* Each length has weights of its own, so each is proved and taken by itself. */
static Outcome prove(Tune *tune, const Evaluation *evaluation, GameLength length)
{
    enum { EVEN = 50 };
    const TuneRun run = {.name = "proof",
                         .scenario = length_scenario[length],
                         .seats = 2,
                         .games = 2 * tune->options->pairs,
                         .word = {tune_new_word, tune_old_word},
                         .own = {evaluation, &tune->old}};
    TuneScore score;
    Outcome outcome = tune_score(tune, &run, &score);

    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    bool gains = score.low > EVEN;
    bool taken = gains || tune->options->force;
    tune_say(tune,
             "proof %s: new weights won %.1f %% of %" PRIu64 " pairs against old, 95 %% interval "
             "%.1f to %.1f: %s\n",
             run.scenario, score.mean, tune->options->pairs, score.low, score.high,
             gains   ? "a gain, taken"
             : taken ? "no gain shown, taken by --force"
                     : "no gain shown, not taken");
    if (taken) {
        tune->best.length[length] = evaluation->length[length];
        tune->is_better[length] = true;
    }
    return OUTCOME_RUN;
}

Outcome tune_round(Tune *tune)
{
    Evaluation evaluation = tune->best;

    tune_say(tune, "round %d\n", tune->round);
    tune->old = tune->best;
    Outcome outcome = fit_to_games(tune, &evaluation);
    if (outcome == OUTCOME_RUN) {
        outcome = calibrate_on_self_play(tune, &evaluation);
    }
    for (int length = 0; length < LENGTH_COUNT && outcome == OUTCOME_RUN; length++) {
        outcome = prove(tune, &evaluation, (GameLength)length);
    }
    return outcome;
}
