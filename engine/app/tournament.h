/* A run while it is played: its store, its standings, and what a person sees of them. */

#ifndef TPD_APP_TOURNAMENT_H
#define TPD_APP_TOURNAMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/status.h"
#include "lab/digest.h"
#include "lab/schedule.h"
#include "lab/store.h"
#include "lab/tally.h"

typedef struct RunPlay {
    const Run *run;
    const Rules *rules;
    const char *path; /* of the store; NULL: none */
    int threads;
    bool stopped; /* by a signal, before its last game */
    Schedule schedule;
    Tally tally;
    RunHash *hash;
    char run_hash[DIGEST_SIZE]; /* "" before the last game, or if a command plays */
    Store *store;
    int64_t games;                     /* to be played by this run or shard */
    int64_t before;                    /* of them, when it was opened */
    int64_t committed;                 /* games in the file */
    double begun, shown, committed_at; /* seconds of a clock */
} RunPlay;

/* Opens the store and counts what it holds; what is whole has a summary that says it. */
Status run_play_open(RunPlay *play, Error *err);
/* Plays what is missing, until a signal asks to stop. */
Status run_play(RunPlay *play, Error *err);
/* Also after a failure of the others; closes the store. */
Status run_play_close(RunPlay *play, Error *err);

/* SIGINT and SIGTERM wait until they are asked for. */
void run_signals_begin(void);
/* A file that becomes too big is an error like any other. */
void run_size_signal_ignore(void);

#endif
