/* Who plays: the value of --seats of `tpd play`. */

#ifndef TPD_APP_PLAY_SEATS_H
#define TPD_APP_PLAY_SEATS_H

#include <stdbool.h>

#include "app/command.h"
#include "core/vocab.h"
#include "match/seat.h"

typedef struct PlaySeats {
    int count;                 /* 2 or 4; 0: nobody said */
    MatchSeat seat[SEATS_MAX]; /* PLAYER_NONE where nobody said */
} PlaySeats;

/* "2", "4" or a list like "US=human,CN=random".  A fault is reported. */
Outcome play_seats_parse(PlaySeats *seats, const char *text, const char *command);
/* Seats of a new game that nobody named: a person, if there is none yet, then bots. */
void play_seats_fill(PlaySeats *seats);

#endif
