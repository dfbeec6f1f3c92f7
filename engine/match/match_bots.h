/* The bots of a match: opened when they are first asked, asked for a choice, and their faults. */

#ifndef TPD_MATCH_MATCH_BOTS_H
#define TPD_MATCH_MATCH_BOTS_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/bot.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/journal.h"

enum { BOT_FAULTS_MAX = 20 }; /* a bot that has failed so often in a game is asked no more */

typedef struct MatchBots {
    Bot *bot[SEATS_MAX]; /* NULL: not open */
    int faults[SEATS_MAX];
    int forgiven[SEATS_MAX];   /* of them: those of players that had the seat before */
    bool is_broken[SEATS_MAX]; /* cannot be opened, and why */
    char broken[SEATS_MAX][JOURNAL_FAULT_SIZE];
    char last_fault[JOURNAL_FAULT_SIZE];
    Reasons *reasons; /* where bots say why they chose; NULL: nobody wants to know */
    BotWork *work;    /* of bots that think in parts; NULL: one after the other */
    int threads;      /* for `work` */
    bool sliced;      /* nobody waits: bots are asked in slices, from when they are opened on */
    bool thinks;      /* the bot that was asked last has not chosen yet */
    bool waits;       /* for somebody else meanwhile */
} MatchBots;

typedef struct BotQuestion {
    const State *state;
    const Rules *rules;
    uint64_t seed; /* of the game */
    int decision;  /* its number, from 0 */
    Seat seat;     /* which chooses now */
    const BotType *type;
} BotQuestion;

/* What the bot chooses.  If it fails, which a bot that cannot be opened does each time, that is the
 * first legal action, and `fault` says why; else `fault` is "".  Running out of memory is an error.
 * In slices nothing is chosen as long as it `thinks`. */
Status bots_choose(MatchBots *bots, const BotQuestion *question, Action *action,
                   char fault[JOURNAL_FAULT_SIZE], Error *err);

/* Adds faults that a journal tells of. */
void bots_count_faults(MatchBots *bots, const int faults[SEATS_MAX]);

/* Another player has taken the seat. */
void bots_forgive(MatchBots *bots, Seat seat);
void bots_close_seat(MatchBots *bots, Seat seat);
void bots_close(MatchBots *bots);

#endif
