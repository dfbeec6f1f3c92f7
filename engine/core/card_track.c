#include "core/card_track.h"

#include <stddef.h>

const CardTrack card_track[] = {
#define CARD_TRACK(track, open, name, whose, uses) \
    {name, TRACK_##track, open, SCOPE_##whose, TRACK_USE_##uses},
#include "core/card_tracks.def"
#undef CARD_TRACK
};
const int card_track_count = sizeof card_track / sizeof card_track[0];

const CardTrack *card_track_find(int track, int open, int who, int use)
{
    Scope whose = who == WHO_WORLD ? SCOPE_WORLD : SCOPE_BLOC;

    for (int i = 0; i < card_track_count; i++) {
        const CardTrack *row = &card_track[i];
        if ((int)row->track == track && row->open == open && row->whose == whose &&
            (row->uses & use) != 0) {
            return row;
        }
    }
    return NULL;
}
