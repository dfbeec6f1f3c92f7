/* Which tracks a card may change and test, and what card authors call them. */

#ifndef TPD_CORE_CARD_TRACK_H
#define TPD_CORE_CARD_TRACK_H

#include "core/vocab.h"

enum { TRACK_USE_GAIN = 1, TRACK_USE_TEST = 2, TRACK_USE_BOTH = 3 };

typedef struct CardTrack {
    const char *name;
    Track track;
    int open;    /* QUALITY: 1 = of the open stack */
    Scope whose; /* SCOPE_BLOC or SCOPE_WORLD */
    int uses;    /* TRACK_USE_... */
} CardTrack;

extern const CardTrack card_track[];
extern const int card_track_count;

/* The row that allows `use` of a track by `who`; NULL if cards may not do that. */
const CardTrack *card_track_find(int track, int open, int who, int use);

#endif
