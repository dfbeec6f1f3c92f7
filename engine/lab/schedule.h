/* Who plays whom in a tournament, and on which deals.  All of it follows from the set-up, so that a
 * game is known by its number alone: any shard, thread or later run plays the same one. */

#ifndef TPD_LAB_SCHEDULE_H
#define TPD_LAB_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"
#include "core/vocab.h"

enum {
    BOTS_MAX = 64,       /* of a tournament */
    FOURS_BOTS_MAX = 16, /* where line-ups of four are formed */
    ROTATIONS_MAX = 4,
    BLOCKS_MOST = 1000000000,
    LINEUP_EMPTY = -1, /* a slot of a line-up without a seat */
};

typedef struct ScheduleSetup {
    int seats; /* 2 or 4 */
    int bots;
    bool gauntlet; /* only line-ups with bot 0 */
    uint64_t seed;
    int64_t blocks; /* of each line-up */
} ScheduleSetup;

/* The bots of a game by seat, in rotation 0. */
typedef struct Lineup {
    int bot[SEATS_MAX];
} Lineup;

/* A block is one deal, played in every rotation of the line-up's seats; the blocks of the line-ups
 * take turns.  2 seats: a pair, 2 rotations.  4 seats: two blocs against each other; their seats
 * and the seats in them change places, 4 rotations.  Each four bots form three line-ups, one for
 * each way to part them in two blocs.  With 2 or 3 bots a bot has both seats of its bloc, and there
 * are 2 rotations. */
typedef struct Schedule {
    ScheduleSetup setup;
    int rotations, lineup_count;
    Lineup *lineup; /* owned */
} Schedule;

Status schedule_init(Schedule *schedule, const ScheduleSetup *setup, Error *err);
void schedule_clear(Schedule *schedule);

int64_t schedule_block_count(const Schedule *schedule);
int schedule_lineup(const Schedule *schedule, int64_t block);
/* The seed of the block's games: 64 mixed bits, and different ones for each block. */
uint64_t schedule_seed(const Schedule *schedule, int64_t block);
/* Which slot of the line-up sits at `seat` in a rotation. */
Seat schedule_slot(const Schedule *schedule, int rotation, Seat seat);
/* The bot at each seat of a game; LINEUP_EMPTY where there is no seat. */
void schedule_bots(const Schedule *schedule, int64_t game, int bot[SEATS_MAX]);

/* The blocks of shard `index` of `count`, from 1: first to end - 1. */
typedef struct BlockRange {
    int64_t first, end;
} BlockRange;

BlockRange schedule_shard(const Schedule *schedule, int64_t index, int64_t count);

#endif
