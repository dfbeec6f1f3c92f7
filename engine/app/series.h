/* A series of games by bots, and how it is printed. */

#ifndef TPD_APP_SERIES_H
#define TPD_APP_SERIES_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/rules.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/match.h"

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
    MatchSetup setup; /* of game 0; game i has seed + i */
    bool resumes;     /* the only game is that of setup.journal_path */
    bool tells;       /* why a bot chose, where it says why */
    FILE *lines;      /* where that, and each forfeited decision, leaves a line */
    uint64_t games;   /* played so far, with the sums below */
    uint64_t wins[SEATS_MAX], endings[ENDING_COUNT], decisions, forfeits[SEATS_MAX];
} Series;

/* Sets up the next game.  A resumed one tells the series what is played and by whom. */
Status series_open(Series *series, Match **match, Error *err);
/* Plays it to its end, counts it and frees it. */
Status series_play(Series *series, Match *match, GameRecord *record, Error *err);

/* Whether the same command prints the same again: no bot is a program of its own. */
bool series_is_reproducible(const Series *series);
bool series_has_forfeits(const Series *series);

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
