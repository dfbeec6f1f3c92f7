/* A series of games by bots, and how it is printed. */

#ifndef TPD_APP_SERIES_H
#define TPD_APP_SERIES_H

#include <stdint.h>

#include "app/seating.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

enum { ENDING_COUNT = ENDING_CATASTROPHE + 1 };

typedef struct GameRecord {
    uint64_t number, seed, decisions, hash; /* hash of the last position */
    Bloc winner;
    Seat seat; /* the winning seat of the winning bloc */
    Ending ending;
    int vp[BLOC_COUNT];
} GameRecord;

typedef struct Series {
    const Rules *rules;
    Setup setup; /* of game 0; game i has seed + i */
    Seating seating;
    uint64_t games; /* played so far, with the sums below */
    uint64_t wins[SEATS_MAX], endings[ENDING_COUNT], decisions;
} Series;

/* Plays game `series->games` and counts it. */
void series_play(Series *series, GameRecord *record);

/* One way to print a series on stdout. */
typedef struct SeriesFormat {
    void (*begin)(const Series *series);
    void (*game)(const Series *series, const GameRecord *record);
    void (*end)(const Series *series);
} SeriesFormat;

/* text, json, csv; the list of names ends in NULL. */
extern const SeriesFormat series_format[];
extern const char *const series_format_name[];

#endif
