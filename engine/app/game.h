/* What every command that plays has in common: the options that name a game, its rules, and the
 * random policy of tests/TRACE.md R1. */

#ifndef TPD_APP_GAME_H
#define TPD_APP_GAME_H

#include <stdint.h>

#include "app/command.h"
#include "app/options.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"

typedef struct GameOptions {
    const char *rules, *scenario;
    int seats; /* index into the words of --seats */
    uint64_t seed;
} GameOptions;

GameOptions game_options(void); /* the defaults */
Option game_option_rules(GameOptions *options);
Option game_option_scenario(GameOptions *options);
Option game_option_seats(GameOptions *options);
Option game_option_seed(GameOptions *options);

typedef struct Game {
    Rules *rules; /* owned */
    Setup setup;
} Game;

/* Loads the rules and looks the scenario up; OUTCOME_RUN: go on, else the fault is reported. */
Outcome game_open(Game *game, const GameOptions *options, const char *command);
void game_close(Game *game);

/* The index of a scenario; -1 and a message in `err` if there is none of that id. */
int game_find_scenario(const Rules *rules, const char *id, Error *err);

/* Decision `number` of the random game with this key, see rng_key(). */
Action game_random_action(const ActionList *legal, uint64_t key, uint64_t number);

/* Makes the position before decision `at` of the random game; refuses what lies behind its end. */
Outcome game_random_position(State *state, const Game *game, uint64_t at, const char *command);

#endif
