/* Bots by their words in --seats: a bot of this program, one that comes with it, the path of a Lua
 * file, weights for the bot `eval`: eval:FILE, or the command of a program: cmd:"COMMAND". */

#ifndef TPD_APP_BOT_FILES_H
#define TPD_APP_BOT_FILES_H

#include <stdbool.h>

#include "ai/bot.h"
#include "core/status.h"
#include "core/vocab.h"

/* The bots that were asked for and are not of this program. */
typedef struct BotFiles {
    int count;
    BotType *type[SEATS_MAX]; /* owned */
} BotFiles;

/* The bot that comes with the program as scripts/bots/greedy.lua, beside the rules that are used
 * without --rules. */
extern const char bot_files_shipped[];

/* Whether the word names a bot, or a file or command as bots have them. */
bool bot_files_is_bot(const char *word);
/* The bot of a word, read if it is a file.  At most SEATS_MAX that are not of this program. */
Status bot_files_find(BotFiles *files, const char *word, const BotType **type, Error *err);
/* After the last game. */
void bot_files_close(BotFiles *files);

#endif
