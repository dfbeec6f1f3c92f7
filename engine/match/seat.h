/* Who plays a seat of a match, and at whose word a choice is made. */

#ifndef TPD_MATCH_SEAT_H
#define TPD_MATCH_SEAT_H

#include "ai/bot.h"

typedef enum SeatPlayer { PLAYER_NONE, PLAYER_HUMAN, PLAYER_BOT } SeatPlayer;

typedef enum MatchBy { BY_HAND, BY_VOTE, BY_TEACHER, BY_TIMEOUT, BY_BOT, BY_COUNT } MatchBy;

enum { SEAT_SPEC_SIZE = 256 };

typedef struct MatchSeat {
    SeatPlayer player;
    const BotType *type;       /* of PLAYER_BOT; NULL: known by its spec only, nobody decides */
    char spec[SEAT_SPEC_SIZE]; /* the words of --seats: human, random, FILE.lua */
} MatchSeat;

#endif
