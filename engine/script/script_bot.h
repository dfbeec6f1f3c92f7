/* Bots from Lua files: strategies of strangers, caged.  What they may use stands in bot_api.def and
 * scripts/bots/README.md. */

#ifndef TPD_SCRIPT_SCRIPT_BOT_H
#define TPD_SCRIPT_SCRIPT_BOT_H

#include <stdbool.h>
#include <stddef.h>

#include "ai/bot.h"
#include "core/status.h"

struct WatchLimits;

enum {
    BOT_MEMORY_MAX = 16 * 1024 * 1024,
    BOT_LOAD_INSTRUCTIONS = 4000000,
    BOT_DECISION_INSTRUCTIONS = 2000000,
};

/* Reads the file and keeps its text; fails only if it cannot be read.  Each game opens a fresh Lua:
 * a bot remembers nothing of another one.  A text that is no bot is a fault when it is opened, like
 * every other fault: `FILE:LINE: what`, with the path as given. */
Status script_bot_new(BotType **type, const char *path, Error *err);
/* The same for a text that is in memory already and stays the caller's. */
Status script_bot_new_text(BotType **type, const char *path, const char *text, size_t size,
                           Error *err);
void script_bot_free(BotType *type); /* none of its bots is open */

/* How its bots are kept to their budget, from the next that is opened on.  What comes of it is the
 * same for all of these, to the line of a fault: */
typedef enum BotMeter {
    BOT_COUNTED, /* as at first: Lua counts every instruction */
    BOT_WATCHED, /* not before a decision lasts long: a sixth faster.  For programs that play many
                  * games: it takes SIGURG, and each bot stays in the thread that opened it */
    BOT_TRUSTED, /* never, only to measure what the others cost: an endless loop has no end */
} BotMeter;
void script_bot_meter(BotType *type, BotMeter meter);
/* Whether a bot that was to be watched is so still; for tests. */
bool script_bot_is_watched(const Bot *bot);
/* BOT_WATCHED with limits of its own, for tests. */
void script_bot_watch(BotType *type, const struct WatchLimits *limits);

/* The Lua that runs them, as "Lua 5.4.6". */
const char *script_lua_release(void);

#endif
