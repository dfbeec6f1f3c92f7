/* Plays the games of a schedule on several threads and hands them on in order, so that what comes
 * out does not depend on how many there are. */

#ifndef TPD_LAB_TOURNAMENT_H
#define TPD_LAB_TOURNAMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/bot.h"
#include "core/rules.h"
#include "core/status.h"
#include "lab/game.h"
#include "lab/schedule.h"

enum { THREADS_MAX = 256 };

typedef struct Tournament {
    const Rules *rules;
    const Schedule *schedule;
    int scenario;
    const BotType *bot[BOTS_MAX];
    BlockRange blocks; /* to play */
    int threads;
} Tournament;

/* Called by the thread that runs the tournament. */
typedef struct TournamentSink {
    void *user;
    /* Every game, in order. */
    Status (*game)(void *user, const GameResult *result, Error *err);
    /* Between blocks, some times a second: sets `stop` to end before the last game. */
    Status (*pause)(void *user, bool *stop, Error *err);
} TournamentSink;

/* What a game of the schedule is. */
void tournament_game(const Tournament *tournament, int64_t game, GameSetup *setup);

/* Ends after the last game, or where a sink stops or fails; whole blocks have been handed on then,
 * and the games that were being played are forgotten. */
Status tournament_run(const Tournament *tournament, const TournamentSink *sink, Error *err);

#endif
