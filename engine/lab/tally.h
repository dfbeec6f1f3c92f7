/* The standings of a tournament.  The unit is the block: the score of a bot in one is the mean of its
 * returns over all its games there, as a share of 1.  Games of a block share their deal, so single
 * games never enter an interval. */

#ifndef TPD_LAB_TALLY_H
#define TPD_LAB_TALLY_H

#include <stdint.h>

#include "core/status.h"
#include "core/vocab.h"
#include "lab/game.h"
#include "lab/schedule.h"

/* Below so many blocks intervals are made by resampling; so many are remembered one by one. */
enum { BLOCKS_FEW = 30 };

/* The block scores of one bot in one line-up, each a sum of returns. */
typedef struct TallyCell {
    int64_t blocks, sum, squares;
    int first[BLOCKS_FEW];
} TallyCell;

typedef struct TallyBot {
    int64_t games;
    int64_t wins; /* games that its bloc won */
    int64_t faults;
} TallyBot;

typedef struct Tally {
    const Schedule *schedule; /* borrowed */
    int64_t games, decisions;
    int64_t endings[ENDING_CATASTROPHE + 1];
    int64_t us_wins;
    TallyBot bot[BOTS_MAX];
    TallyCell *cell;     /* owned; [line-up * SEATS_MAX + first slot of the bot] */
    int open[SEATS_MAX]; /* sums of the block that is not complete, by slot */
} Tally;

Status tally_init(Tally *tally, const Schedule *schedule, Error *err);
void tally_clear(Tally *tally);
/* In order of game, and all games of a block. */
void tally_add(Tally *tally, const GameResult *result);

/* What of two tallies of one schedule is not the same, in words; NULL if nothing is. */
const char *tally_difference(const Tally *a, const Tally *b);

/* A mean block score and where it lies with 95 % confidence. */
typedef struct Estimate {
    int64_t blocks; /* 0: there is none */
    double mean, low, high;
} Estimate;

Estimate tally_score(const Tally *tally, int bot);
/* The same in blocks in which `rival` sits in the other bloc. */
Estimate tally_against(const Tally *tally, int bot, int rival);

#endif
