/* Who sits where: the value of `--seats`. */

#ifndef TPD_APP_SEATING_H
#define TPD_APP_SEATING_H

#include <stdbool.h>

#include "app/command.h"
#include "core/vocab.h"
#include "match/seat.h"

typedef struct Seating {
    bool people;               /* may `human` be said? */
    int count;                 /* 2 or 4 */
    MatchSeat seat[SEATS_MAX]; /* PLAYER_NONE where the list names nobody */
} Seating;

/* "2", "4" or a list like "US=random,CN=random" or "UC=random,…".  A fault is reported as one of
 * `--seats`.  The caller has set `people`. */
Outcome seating_parse(Seating *seating, const char *text, const char *command);

/* Seats the bot of this name where nobody sits yet. */
void seating_fill(Seating *seating, const char *bot);

void seating_human(MatchSeat *seat);
/* False if the word is the name of no bot. */
bool seating_bot(MatchSeat *seat, const char *spec);

/* The seat called `name` in a game of so many seats; -1 if there is none. */
int seating_find(int seat_count, const char *name);

/* Goes through the seats of a game: for (Seat s = 0; s < SEATS_MAX; s += seating_step(count)). */
int seating_step(int seat_count);

#endif
