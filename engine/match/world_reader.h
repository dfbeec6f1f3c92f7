/* What a world is worth to a seat after an action, as two kinds of players see it: where they differ,
 * nobody should be sure. */

#ifndef TPD_MATCH_WORLD_READER_H
#define TPD_MATCH_WORLD_READER_H

#include <stdint.h>

#include "ai/search.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"

typedef struct WorldReader {
    const Rules *rules; /* borrowed */
    Search *search;     /* owned */
    int plays;          /* of cards, until a playout is read */
    Seat seat;          /* whose return is wanted */
} WorldReader;

enum { READINGS = 2 };

/* Expected returns of the seat. */
typedef struct WorldReading {
    int played;   /* all go on as the evaluation would have them, and it reads the position then */
    int searched; /* whoever chooses next asks a small search of what that seat knows */
} WorldReading;

Status world_reader_init(WorldReader *reader, const Rules *rules, int plays, Error *err);
void world_reader_clear(WorldReader *reader);

/* The return of the seat, 0 .. 1000, if after the action all go on for so many cards as the evaluation
 * would have them, as it then stands: the first of the two readings.  All actions of a world are read
 * at the same time of the game. */
int world_read_playing(const Rules *rules, int plays, const State *world, Action action, Seat seat);

/* After a legal action in the world; the same world, action and key are worth the same. */
WorldReading world_read(WorldReader *reader, const State *world, Action action, uint64_t key);

#endif
