/* The Lua bots that come with the program, known by bare names: scripts/bots/NAME.lua beside the rules
 * that are used without --rules. */

#ifndef TPD_APP_BOT_SHIPPED_H
#define TPD_APP_BOT_SHIPPED_H

#include <stdbool.h>

#include "app/data.h"
#include "script/files.h"

enum { SHIPPED_MAX = 64, SHIPPED_NAME_SIZE = 40, SHIPPED_TEXT_SIZE = 160 };

typedef struct ShippedBots {
    int count;
    char name[SHIPPED_MAX][SHIPPED_NAME_SIZE]; /* in the order of bytes */
    int file[SHIPPED_MAX];                     /* its place in `files` */
    FileList files;
} ShippedBots;

/* Looks into the folder; none where it is not there. */
void shipped_bots_init(ShippedBots *bots);
void shipped_bots_clear(ShippedBots *bots);

/* Whether there is a bot of this name, and where. */
bool shipped_bot_find(char path[DATA_PATH_SIZE], const char *name);

/* What a bot is: the first sentence of the comment "-- NAME: …" that its file begins with; "" if it
 * has none. */
void shipped_bot_describe(char text[SHIPPED_TEXT_SIZE], const ShippedBots *bots, int bot);

#endif
