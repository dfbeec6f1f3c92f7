/* Runs of games for `tpd tune`: each in its file, from which it goes on. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ai/evaluation.h"
#include "ai/evaluation_text.h"
#include "app/command.h"
#include "app/data.h"
#include "app/run_texts.h"
#include "app/tournament.h"
#include "app/tune.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/status.h"
#include "lab/positions.h"
#include "lab/schedule.h"
#include "lab/store.h"
#include "lab/tally.h"
#include "lab/tournament.h"
#include "script/script_bot.h"

const char tune_new_word[] = "eval:new";
const char tune_old_word[] = "eval:old";

static const char command[] = "tune";

/* ---- describing ---- */

static Status add_own(Run *run, const char *word, const Evaluation *evaluation, Error *err)
{
    RunFile *file = &run->bot[run->schedule.bots];
    char *text = malloc(EVALUATION_TEXT_SIZE);

    if (text == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for weights");
    }
    file->size = (size_t)evaluation_print(text, evaluation, word);
    file->text = text;
    snprintf(file->name, sizeof file->name, "%s", word);
    run->schedule.bots++;
    return STATUS_OK;
}

/* The words of a run, or all bots that play the games of this round. */
static Status add_bots(Run *run, const Tune *tune, const TuneRun *what, Error *err)
{
    Status status = STATUS_OK;

    for (int i = 0; i < 2 && what->word[0] != NULL && status == STATUS_OK; i++) {
        status = what->own[i] == NULL ? run_add_bot(run, what->word[i], err)
                                      : add_own(run, what->word[i], what->own[i], err);
    }
    if (what->word[0] != NULL || status != STATUS_OK) {
        return status;
    }
    for (int i = 0; i < tune->bots.count && status == STATUS_OK; i++) {
        status = run_add_bot(run, tune->bots.item[i], err);
    }
    if (status == STATUS_OK && (tune->round > 1 || tune->bots.count < 2)) {
        status = add_own(run, tune_old_word, &tune->old, err);
    }
    return status;
}

/* Blocks that make so many games, or just more. */
static Status choose_blocks(Run *run, uint64_t games, Error *err)
{
    Schedule schedule;

    run->schedule.blocks = 1;
    Status status = schedule_init(&schedule, &run->schedule, err);
    if (status != STATUS_OK) {
        return status;
    }
    uint64_t once = (uint64_t)schedule.lineup_count * (uint64_t)schedule.rotations;
    run->schedule.blocks = (int64_t)((games + once - 1) / once);
    run->blocks = (BlockRange){.first = 0, .end = run->schedule.blocks * schedule.lineup_count};
    schedule_clear(&schedule);
    return STATUS_OK;
}

/* Runs of one command play different deals. */
static uint64_t seed_of(const Tune *tune, const TuneRun *what)
{
    enum { MASK = 0xFFFF };
    uint64_t hash = rng_hash(rng_key(tune->options->seed), STREAM_GAME, (unsigned)tune->round,
                             (unsigned)what->seats, 0);

    for (const char *at = what->name; *at != '\0'; at++) {
        hash = rng_mix(hash ^ (unsigned char)*at);
    }
    return hash;
}

static Status describe(Run *run, const Tune *tune, const TuneRun *what, Error *err)
{
    char directory[DATA_PATH_SIZE];

    run->schedule = (ScheduleSetup){.seats = what->seats, .seed = seed_of(tune, what)};
    run->rules = tune->rules->hash;
    snprintf(run->scenario, sizeof run->scenario, "%s", what->scenario);
    snprintf(run->lua, sizeof run->lua, "%s", script_lua_release());
    snprintf(run->program, sizeof run->program, "tpd %s", TPD_VERSION);
    Status status = add_bots(run, tune, what, err);
    if (status == STATUS_OK) {
        status = data_find_rules(directory, tune->options->rules, err);
    }
    if (status == STATUS_OK) {
        status = run_add_rules(run, directory, err);
    }
    return status == STATUS_OK ? choose_blocks(run, what->games, err) : status;
}

/* ---- playing ---- */

/* A run that has been played, and what is to be made of it. */
typedef struct Played {
    const Tune *tune;
    const TuneRun *what;
    const Run *run;
    RunPlay *play;
    Positions *positions; /* NULL where the score is wanted, and the other way round */
    TuneScore *score;
} Played;

static Status take_positions(const Played *played, Error *err)
{
    const TuneRun *what = played->what;
    Tournament tournament = {.rules = played->tune->rules,
                             .schedule = &played->play->schedule,
                             .scenario = rules_find_scenario(played->tune->rules, what->scenario),
                             .blocks = played->run->blocks,
                             .threads = played->play->threads};
    PositionPlan plan = {.tournament = &tournament, .every = (int)played->tune->options->every};
    RunBots bots;
    Status status = run_make_bots(&bots, played->run, played->play->path, err);

    if (status != STATUS_OK) {
        return status;
    }
    plan.once = what->word[0] != NULL && strcmp(what->word[0], what->word[1]) == 0;
    memcpy(tournament.bot, bots.type, sizeof bots.type);
    status = positions_add(played->positions, &plan, err);
    run_bots_clear(&bots);
    return status;
}

static void take_score(const Played *played)
{
    enum { PERCENT = 100 };
    Estimate estimate = tally_score(&played->play->tally, 0);

    *played->score = (TuneScore){.mean = estimate.mean * PERCENT,
                                 .low = estimate.low * PERCENT,
                                 .high = estimate.high * PERCENT};
}

static Status play_all(const Played *played, Error *err)
{
    RunPlay *play = played->play;
    Status status = run_play_open(play, err);

    if (status == STATUS_OK) {
        status = run_play(play, err);
    }
    if (status != STATUS_OK || play->stopped) {
        return status;
    }
    if (played->score != NULL) {
        take_score(played);
        return STATUS_OK;
    }
    return take_positions(played, err);
}

static Outcome play_run(const Played *played)
{
    RunPlay *play = played->play;
    Error err;
    Error close_err;
    Status status = play_all(played, &err);
    bool stopped = play->stopped;
    Status closed = run_play_close(play, &close_err);

    if (status != STATUS_OK) {
        return complain_error(&err);
    }
    if (closed != STATUS_OK) {
        return complain_error(&close_err);
    }
    return stopped ? complain_failed(command, "stopped: the same command goes on from there")
                   : OUTCOME_RUN;
}

static Outcome run_of(const Tune *tune, const TuneRun *what, Positions *positions, TuneScore *score)
{
    char path[TUNE_PATH_SIZE];
    Run *run = calloc(1, sizeof *run);
    RunPlay play = {.run = run,
                    .rules = tune->rules,
                    .path = path,
                    .threads = (int)tune->options->threads};
    const Played played = {tune, what, run, &play, positions, score};
    Error err;

    if (run == NULL) {
        return complain_failed(command, "out of memory");
    }
    snprintf(path, sizeof path, "%s/%d-%s-%s-%d.db", tune->options->folder, tune->round, what->name,
             what->scenario, what->seats);
    Status status = describe(run, tune, what, &err);
    Outcome outcome = status == STATUS_OK ? play_run(&played) : complain_error(&err);
    run_clear(run);
    free(run);
    return outcome;
}

Outcome tune_gather(const Tune *tune, const TuneRun *run, Positions *positions)
{
    return run_of(tune, run, positions, NULL);
}

Outcome tune_score(const Tune *tune, const TuneRun *run, TuneScore *score)
{
    return run_of(tune, run, NULL, score);
}
