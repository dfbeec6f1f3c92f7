/* Who sits where: the value of `--seats` in commands that let bots play. */

#ifndef TPD_APP_SEATING_H
#define TPD_APP_SEATING_H

#include <stdbool.h>

#include "app/bot_files.h"
#include "app/command.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"

typedef struct Seating {
    int count;                 /* 2 or 4 */
    MatchSeat seat[SEATS_MAX]; /* PLAYER_NONE where there is no seat */
    unsigned named;            /* bit per seat that the list names */
    bool people;               /* a seat may be played by `human` */
    BotFiles files;
} Seating;

/* "2", "4" or a list like "US=random,CN=mine.lua" or "UC=random,…": a seat that is not named is
 * random.  A fault is reported as one of `--seats`. */
Outcome seating_parse(Seating *seating, const char *text, const char *command);
/* The same with people: "US=human,CN=greedy".  A seat that is not named is left PLAYER_NONE. */
Outcome seating_parse_people(Seating *seating, const char *text, const char *command);
/* Seats that are left: a person, where there is none yet, then the bot that comes with the program,
 * or where its file is not there the one that is part of it. */
void seating_fill(Seating *seating);
/* Gives one seat to the player of a word, with the fault as it would stand behind `--seats: `. */
Status seating_put(Seating *seating, Seat seat, const char *word, Error *err);
/* The bots of a match that was resumed.  A journal tells who played, but starts no file: of bots
 * outside this program only those that come with it. */
Status seating_again(Seating *seating, Match *match, const char *path, Error *err);
void seating_close(Seating *seating); /* when no bot of it plays any more */

/* The seat called `name` in a game of so many seats; -1 if there is none. */
int seating_find(int seat_count, const char *name);

/* Goes through the seats of a game: for (Seat s = 0; s < SEATS_MAX; s += seating_step(count)). */
int seating_step(int seat_count);

#endif
