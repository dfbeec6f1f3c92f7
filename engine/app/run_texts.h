/* What a run keeps of its rules and bots, and how it plays with what it keeps. */

#ifndef TPD_APP_RUN_TEXTS_H
#define TPD_APP_RUN_TEXTS_H

#include "ai/bot.h"
#include "core/rules.h"
#include "core/status.h"
#include "lab/schedule.h"
#include "lab/store.h"

/* The bots of a run, ready to play. */
typedef struct RunBots {
    const BotType *type[BOTS_MAX];
    BotType *own[BOTS_MAX]; /* owned, of a Lua file or a command; NULL: a bot of this program */
} RunBots;

/* Finds a bot by its word on the command line, and adds its text to the run. */
Status run_add_bot(Run *run, const char *word, Error *err);
/* Adds the files of the rules in a directory. */
Status run_add_rules(Run *run, const char *directory, Error *err);

/* Makes the bots of a run that the command line describes: commands among them are started by its
 * games, so never those of a run that was read from a file. */
Status run_make_all_bots(RunBots *bots, const Run *asked, const char *path, Error *err);
/* Makes the bots and the rules of what the run holds, whatever the disk holds now; a bot
 * that is a command is left NULL.  `path` is that of the run, for messages. */
Status run_make_bots(RunBots *bots, const Run *run, const char *path, Error *err);
void run_bots_clear(RunBots *bots);
Status run_make_rules(Rules **rules, const Run *run, const char *path, Error *err);

#endif
