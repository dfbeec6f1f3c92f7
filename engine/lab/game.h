/* One game of bots, played to its end as fast as it goes, and what is kept of it. */

#ifndef TPD_LAB_GAME_H
#define TPD_LAB_GAME_H

#include <stdint.h>

#include "ai/bot.h"
#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"

enum { LEADS_MAX = ROUNDS_MAX }; /* rounds of which the lead is kept */

typedef struct GameResult {
    int64_t game;  /* its number in the schedule */
    uint64_t hash; /* of the last position */
    int returns[SEATS_MAX], faults[SEATS_MAX];
    int decisions;
    Ending ending;
    Bloc winner;
    int rounds;          /* that were begun */
    int lead[LEADS_MAX]; /* VP of the US less those of China at the end of each */
    int verbs[BLOC_COUNT][VERB_COUNT];
} GameResult;

/* Is shown every position in which a seat chooses, before it does. */
typedef struct GameWatch {
    void (*position)(void *user, const State *state, int decision); /* NULL: nobody watches */
    void *user;
} GameWatch;

typedef struct GameSetup {
    Setup game;
    const BotType *bot[SEATS_MAX]; /* NULL where there is no seat */
    GameWatch watch;
} GameSetup;

/* Bots fail as in match_step_bot(): what `tpd match` plays with this seed is the same game.  Fills
 * all of `result` but `game`. */
Status game_play(GameResult *result, const Rules *rules, const GameSetup *setup, Error *err);

#endif
