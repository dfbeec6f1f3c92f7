/* Bots by their words in --seats: a bot of this program, one that comes with it (app/bot_shipped.h),
 * one that searches (ai/search_bot.h), the path of a Lua file, weights for the bot `eval`: eval:FILE,
 * or the command of a program: cmd:"COMMAND". */

#ifndef TPD_APP_BOT_FILES_H
#define TPD_APP_BOT_FILES_H

#include <stdbool.h>

#include "ai/bot.h"
#include "app/command.h"
#include "app/data.h"
#include "core/status.h"
#include "script/script_bot.h"

enum { BOT_FILES_MAX = 65 }; /* seats change hands, and no bot is closed before the game ends */

/* The bots that were asked for and are not of this program. */
typedef struct BotFiles {
    BotMeter meter; /* of those in Lua; BOT_WATCHED where many games are played */
    int count;
    BotType *type[BOT_FILES_MAX]; /* owned; a strategy before the level that it plays in */
} BotFiles;

/* The bot that plays where none is named: one of those that come with the program. */
extern const char bot_files_usual[];

/* As hint_nearest(), among the bots that have a name. */
const char *bot_files_hint(char hint[HINT_SIZE], const char *word);

/* Where the strategy of a level's word lies; a name that there is none of is a fault. */
Status bot_files_character(char path[DATA_PATH_SIZE], const char *name, Error *err);

/* Whether the word names no file or command of the caller's: a journal may start it again. */
bool bot_files_is_shipped(const char *word);
/* Whether the word names a bot, or a file or command as bots have them. */
bool bot_files_is_bot(const char *word);
/* The bot of a word, read if it is a file.  At most BOT_FILES_MAX that are not of this program. */
Status bot_files_find(BotFiles *files, const char *word, const BotType **type, Error *err);
/* Frees a type that is not of this program, whatever made it; NULL is fine. */
void bot_files_free(BotType *type);
/* After the last game. */
void bot_files_close(BotFiles *files);

#endif
