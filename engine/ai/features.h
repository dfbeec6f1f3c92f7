/* Named numbers of a position, seen from a seat: what a declared strategy weighs.  The names and
 * their meaning stand in features.def. */

#ifndef TPD_AI_FEATURES_H
#define TPD_AI_FEATURES_H

#include <stdbool.h>

#include "core/market.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/state.h"
#include "core/vocab.h"

typedef enum Feature {
#define FEATURE(id, name, when, expression, meaning) FEATURE_##id,
#define PAIR(id, name, when, expression, meaning)    FEATURE_##id, FEATURE_RIVAL_##id,
#include "ai/features.def"
#undef FEATURE
#undef PAIR
    FEATURE_COUNT
} Feature;

/* By Feature; ends in NULL, as the lists of vocab.h do. */
extern const char *const feature_name[FEATURE_COUNT + 1];
/* Whether it is read after the market of the round. */
bool feature_is_ahead(Feature feature);

/* A position that is being read. */
typedef struct Reading {
    const Rules *rules;
    const State *now;
    Seat seat;
    Bloc you;
    bool scored;        /* the round has ended meanwhile: the lead has what there was to score */
    const State *ahead; /* these three of a reading ahead only */
    Market market;
    Score score;
} Reading;

/* `round` is that in which the seat chooses.  What is hidden in `now` is a sample's: dealt anew. */
void reading_begin(Reading *reading, const Rules *rules, Seat seat, const State *now, int round);
/* Adds the market, for features that are ahead.  `ahead` is a copy of the position, which is taken
 * through the market; or the position itself, if only features that are ahead are still to be read. */
void reading_look_ahead(Reading *reading, State *ahead);
int feature_read(Feature feature, const Reading *reading);

#endif
