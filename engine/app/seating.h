/* Who sits where: the value of `--seats` in commands that let bots play. */

#ifndef TPD_APP_SEATING_H
#define TPD_APP_SEATING_H

#include "app/bot_files.h"
#include "app/command.h"
#include "core/vocab.h"
#include "match/seat.h"

typedef struct Seating {
    int count;                 /* 2 or 4 */
    MatchSeat seat[SEATS_MAX]; /* PLAYER_NONE where there is no seat */
    unsigned named;            /* bit per seat that the list names; the others are random */
    BotFiles files;
} Seating;

/* "2", "4" or a list like "US=random,CN=mine.lua" or "UC=random,…": a seat that is not named is
 * random.  A fault is reported as one of `--seats`. */
Outcome seating_parse(Seating *seating, const char *text, const char *command);
void seating_close(Seating *seating); /* when no bot of it plays any more */

/* The seat called `name` in a game of so many seats; -1 if there is none. */
int seating_find(int seat_count, const char *name);

/* Goes through the seats of a game: for (Seat s = 0; s < SEATS_MAX; s += seating_step(count)). */
int seating_step(int seat_count);

#endif
