/* Bots by their words in --seats: a bot of this program, one that comes with it (app/bot_shipped.h), the path of a Lua
 * file, or the command of a program: cmd:"COMMAND". */

#ifndef TPD_APP_BOT_FILES_H
#define TPD_APP_BOT_FILES_H

#include <stdbool.h>

#include "ai/bot.h"
#include "app/command.h"
#include "core/status.h"

enum { BOT_FILES_MAX = 64 }; /* seats change hands, and no bot is closed before the game ends */

/* The bots that were asked for and are not of this program. */
typedef struct BotFiles {
    int count;
    BotType *type[BOT_FILES_MAX]; /* owned */
} BotFiles;

/* The bot that plays where none is named: one of those that come with the program. */
extern const char bot_files_usual[];

/* As hint_nearest(), among the bots that have a name. */
const char *bot_files_hint(char hint[HINT_SIZE], const char *word);

/* Whether the word names a bot, or a file or command as bots have them. */
bool bot_files_is_bot(const char *word);
/* The bot of a word, read if it is a file.  At most BOT_FILES_MAX that are not of this program. */
Status bot_files_find(BotFiles *files, const char *word, const BotType **type, Error *err);
/* After the last game. */
void bot_files_close(BotFiles *files);

#endif
