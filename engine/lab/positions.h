/* Positions of a tournament's games, and how each game ended: what an evaluation is fitted to. */

#ifndef TPD_LAB_POSITIONS_H
#define TPD_LAB_POSITIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/evaluation.h"
#include "core/status.h"
#include "core/vocab.h"
#include "lab/tournament.h"

typedef struct Position {
    int64_t block;
    int16_t term[EVALUATION_TERM_COUNT];             /* as the US sees them */
    int16_t partner[BLOC_COUNT][PARTNER_TERM_COUNT]; /* with 4 seats */
    int16_t progress, lead;                          /* lead: VP of the US less those of China */
    uint8_t length, seats, round;
    bool us_wins, closed_leads[BLOC_COUNT]; /* the last with 4 seats */
} Position;

typedef struct Positions {
    int64_t count, room;
    Position *item; /* owned */
} Positions;

void positions_clear(Positions *positions);
bool position_is_held_out(const Position *position); /* every fifth block tests, the others teach */

/* Which positions are taken: every `every`-th decision of a game, counted from one that differs from
 * game to game. */
typedef struct PositionPlan {
    const Tournament *tournament;
    int every;
    bool once; /* each deal: a bot that plays itself plays the same game in both rotations */
} PositionPlan;

/* Plays the games and adds their positions, in order of game, whatever the number of threads. */
Status positions_add(Positions *positions, const PositionPlan *plan, Error *err);

#endif
