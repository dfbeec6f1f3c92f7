/* The end of a game: who has won, and with what. */

#ifndef TPD_UI_SCREEN_END_H
#define TPD_UI_SCREEN_END_H

#include <stdbool.h>

#include "core/score.h"
#include "core/vocab.h"

enum { END_ROUNDS_MAX = 16 };

/* Points of victory by round and item, as the scoring of each round gave them. */
typedef struct EndMemory {
    bool seen;    /* the screen was shown by itself */
    bool counted; /* what follows is filled in */
    int rounds;
    int points[BLOC_COUNT][END_ROUNDS_MAX + 1][SCORE_ITEM_COUNT];
} EndMemory;

#endif
