/* Bots by their words in --seats: a bot of this program, or the path of a Lua file. */

#ifndef TPD_APP_BOT_FILES_H
#define TPD_APP_BOT_FILES_H

#include "ai/bot.h"
#include "core/status.h"
#include "core/vocab.h"

/* The Lua bots that were asked for. */
typedef struct BotFiles {
    int count;
    BotType *type[SEATS_MAX]; /* owned */
} BotFiles;

/* The bot of a word, read if it is a file.  At most SEATS_MAX files. */
Status bot_files_find(BotFiles *files, const char *word, const BotType **type, Error *err);
/* After the last game. */
void bot_files_close(BotFiles *files);

#endif
