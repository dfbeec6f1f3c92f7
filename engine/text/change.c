/* Changes of tracks and places, as short as a map tells them. */

#include <stdbool.h>

#include "core/event.h"
#include "core/seats.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/argument.h"
#include "text/news.h"
#include "text/text.h"
#include "text/voice.h"

/* What the track of a slot is, and whose. */
static Track track_of(int slot)
{
    int track = 0;

    while (slot >= vocab_track[track].slot + vocab_track[track].size) {
        track++;
    }
    return (Track)track;
}

/* Whose track it is; "" for what there is only one of, and for the actor's own. */
static const char *owner_of(const Teller *teller, Track track, int subject, Seat actor)
{
    Scope scope = vocab_track[track].scope;
    int seat_count = teller->seat_count;
    Bloc bloc = scope == SCOPE_BLOC ? (Bloc)subject : seat_bloc(subject);

    switch (scope) {
    case SCOPE_STACK:
    case SCOPE_BLOC:
        return actor != SEAT_NOBODY && bloc == seat_bloc(actor) ? ""
                                                                : text_bloc(teller->voice, bloc);
    case SCOPE_SEAT:
        return subject == actor ? "" : text_seat(teller->voice, seat_count, subject);
    case SCOPE_TILE:
        return text_tile(teller->voice, (Tile)subject);
    case SCOPE_WORLD:
        break;
    }
    return "";
}

static const char *name_of(const Teller *teller, Track track, int subject)
{
    if (track == TRACK_QUALITY) {
        return say(teller->voice, subject % 2 == 1 ? N_("Open model") : N_("Closed model"));
    }
    return text_track(teller->voice, track);
}

static int control_tell(char *out, int size, const Teller *teller, const Event *event)
{
    const TextArgument arguments[] = {
        argument_word("control", text_tile(teller->voice, (Tile)(event->subject - SLOT_CONTROL))),
        argument_number("stage", event->b), argument_end};

    return text_format(
        out, size,
        say(teller->voice, event->b == 0 ? N_("{control} off") : N_("{control} at stage {stage}")),
        arguments);
}

int text_change(char *out, int size, const Teller *teller, const Event *event, Seat actor)
{
    Track track = track_of(event->subject);
    int subject = event->subject - vocab_track[track].slot;
    bool points = track == TRACK_VP || track == TRACK_POOL; /* the screen shows their sums */
    const char *owner = owner_of(teller, track, subject, points ? SEAT_NOBODY : actor);
    const TextArgument arguments[] = {argument_word("whose", owner),
                                      argument_word("track", name_of(teller, track, subject)),
                                      argument_number("before", event->a),
                                      argument_number("after", event->b),
                                      argument_number("change", event->b - event->a),
                                      argument_end};

    out[0] = '\0';
    if (track == TRACK_KNOWN || track == TRACK_LICENCE) {
        return 0;
    }
    if (track == TRACK_CONTROL) {
        return control_tell(out, size, teller, event);
    }
    if (points) {
        return text_format(out, size, say(teller->voice, "{whose} {+change} VP"), arguments);
    }
    return text_format(out, size,
                       owner[0] == '\0' ? "{track} {before}→{after}"
                                        : say(teller->voice, "{whose} {track} {before}→{after}"),
                       arguments);
}

void place_unpack(int packed, int place[2])
{
    enum { PACK = 16, HALF = 8 };

    place[1] = (packed + PACK * PACK + HALF) % PACK - HALF;
    place[0] = (packed - place[1]) / PACK;
}

const char *arrow_between(const int from[2], const int to[2])
{
    if (to[0] != from[0]) {
        return to[0] < from[0] ? "←" : "→";
    }
    if (to[1] != from[1]) {
        return to[1] < from[1] ? "↓" : "↑";
    }
    return "";
}
