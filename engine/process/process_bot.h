/* Bots that are programs of their own, in any language: they are asked over pipes, in the words of
 * scripts/bots/PROTOCOL.md, under limits of time.  They are not caged and not reproducible. */

#ifndef TPD_PROCESS_PROCESS_BOT_H
#define TPD_PROCESS_PROCESS_BOT_H

#include <stdbool.h>

#include "ai/bot.h"
#include "core/status.h"

enum {
    PROCESS_SILENCES_MAX = 3,       /* then it is ended, and asked no more in this game */
    PROCESS_FLOOD_SIZE = 64 * 1024, /* bytes that it may write for one choice */
};

/* Milliseconds: until a program says hello; for one choice; to end when the game is over. */
typedef struct ProcessLimits {
    long long hello, choice, bye;
} ProcessLimits;

extern const ProcessLimits process_limits; /* those of every game: 10 s, 5 s, 1 s */

/* Nothing is started yet: each game and seat runs the command anew, with `sh -c`. */
Status process_bot_new(BotType **type, const char *command, const ProcessLimits *limits,
                       Error *err);
void process_bot_free(BotType *type); /* none of its bots is open */

bool process_bot_is(const BotType *type);
/* Of an open bot: the name that it has given itself, and what it said about its last choice, or "".
 * As much of that as Reasons hold is told to who asks for them, too. */
const char *process_bot_name(const Bot *bot);
const char *process_bot_reason(const Bot *bot);

#endif
