/* The bots of a match: opened when they are first asked, asked for a choice, and their faults. */

#ifndef TPD_MATCH_MATCH_BOTS_H
#define TPD_MATCH_MATCH_BOTS_H

#include "ai/bot.h"
#include "core/action.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/history.h"
#include "match/journal.h"

typedef struct MatchBots {
    Bot *bot[SEATS_MAX]; /* NULL: not open */
    int faults[SEATS_MAX];
    char last_fault[JOURNAL_FAULT_SIZE];
} MatchBots;

typedef struct BotQuestion {
    const History *history;
    Seat seat; /* which chooses now */
    const BotType *type;
} BotQuestion;

/* What the bot chooses.  If it fails that is the first legal action, and `fault` says why; else
 * `fault` is "".  A bot that cannot be opened is an error. */
Status bots_choose(MatchBots *bots, const BotQuestion *question, Action *action,
                   char fault[JOURNAL_FAULT_SIZE], Error *err);

/* Adds faults that a journal tells of. */
void bots_count_faults(MatchBots *bots, const int faults[SEATS_MAX]);

void bots_close_seat(MatchBots *bots, Seat seat);
void bots_close(MatchBots *bots);

#endif
