/* Rounds of `tpd tune`: games are played, weights fitted to them, and proved against those before. */

#ifndef TPD_APP_TUNE_H
#define TPD_APP_TUNE_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/evaluation.h"
#include "app/command.h"
#include "core/rules.h"
#include "core/status.h"
#include "lab/positions.h"

enum { TUNE_PATH_SIZE = 4096, TUNE_EVIDENCE_SIZE = 256 * 1024 };

typedef struct TuneOptions {
    const char *folder, *rules, *table, *note, *calibrator;
    uint64_t games, rounds, pairs, threads, seed, every, penalty;
    bool force, without_forecast;
} TuneOptions;

typedef struct Tune {
    const TuneOptions *options;
    const Rules *rules;
    Arguments bots;       /* that play the games, beside the best evaluation from round 2 on */
    Evaluation best, old; /* old: what this round must beat */
    bool is_better[LENGTH_COUNT]; /* than what the run began with */
    int round;
    int length; /* of the evidence so far */
    char evidence[TUNE_EVIDENCE_SIZE];
} Tune;

/* A run of games in the folder. */
typedef struct TuneRun {
    const char *name, *scenario; /* name: what its file is called after */
    int seats;
    uint64_t games;
    const char *word[2];      /* the bots; NULL: all of Tune.bots */
    const Evaluation *own[2]; /* the weights of a word that is tune_new_word or tune_old_word */
} TuneRun;

extern const char tune_new_word[], tune_old_word[];

/* Plays what is missing of the run, and adds its positions or tells its score: that of the first bot,
 * as mean and interval in percent.  OUTCOME_RUN: go on. */
Outcome tune_gather(const Tune *tune, const TuneRun *run, Positions *positions);
typedef struct TuneScore {
    double mean, low, high;
} TuneScore;
Outcome tune_score(const Tune *tune, const TuneRun *run, TuneScore *score);

/* One round; says in the evidence and on stdout what came of it. */
Outcome tune_round(Tune *tune);
void tune_say(Tune *tune, const char *format, ...) TPD_PRINTF(2, 3);
/* Writes a file whole or not at all: beside it, and then in its place. */
Outcome tune_write(const char *path, const char *text);

#endif
