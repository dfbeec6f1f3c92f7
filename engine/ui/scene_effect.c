/* What a choice does is found by doing it on a sample of what the seat knows: so it is always what
 * the rules do.  Only what does not depend on anything hidden is told. */

#include <stdbool.h>
#include <stddef.h>

#include "core/action.h"
#include "core/event.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/scene.h"
#include "ui/words.h"

static Track track_of(int slot)
{
    int track = 0;

    while (slot >= vocab_track[track].slot + vocab_track[track].size) {
        track++;
    }
    return (Track)track;
}

/* Whose it is; "" for what there is one of in the world. */
static const char *owner_of(const Scene *scene, Track track, int subject)
{
    const Voice *voice = scene->voice;

    switch (vocab_track[track].scope) {
    case SCOPE_STACK:
        return text_stack(voice, (Stack)subject);
    case SCOPE_BLOC:
        return text_bloc(voice, (Bloc)subject);
    case SCOPE_SEAT:
        return text_seat(voice, scene->view.known.seat_count, subject);
    case SCOPE_TILE:
        return text_tile(voice, (Tile)subject);
    case SCOPE_WORLD:
        break;
    }
    return "";
}

static void tell_track(Prose *out, const Scene *scene, const Event *event)
{
    char phrase[PHRASE_SIZE];
    Track track = track_of(event->subject);
    const char *owner = owner_of(scene, track, event->subject - vocab_track[track].slot);
    const TextArgument words[] = {
        words_text("whose", owner), words_text("track", text_track(scene->voice, track)),
        words_number("before", event->a), words_number("after", event->b), words_end};

    if (track == TRACK_KNOWN || track == TRACK_LICENCE) {
        return;
    }
    text_format(phrase, sizeof phrase,
                owner[0] == '\0' ? "{track} {before} → {after}"
                                 : say(scene->voice, "{whose}: {track} {before} → {after}"),
                words);
    prose_add(out, out->length > 0 ? "\n" : "");
    prose_add(out, phrase);
}

static void tell_other(Prose *out, const Scene *scene, const Event *event)
{
    char line[EVENT_TEXT_SIZE];

    if (text_event(line, scene->voice, scene->rules, event, scene->view.known.seat_count) > 0) {
        prose_add(out, out->length > 0 ? "\n" : "");
        prose_add(out, line);
    }
}

/* With these begins what others do, or what is not known yet. */
static bool ends_trial(const Event *event)
{
    static const bool ends[EVENT_KIND_COUNT] = {
        [EVENT_START] = true,     [EVENT_SHUFFLED] = true, [EVENT_DREW] = true,
        [EVENT_DISCARDED] = true, [EVENT_REVEALED] = true, [EVENT_PASSED] = true,
        [EVENT_RESOLVING] = true, [EVENT_DIE] = true,      [EVENT_PLATEAU] = true,
        [EVENT_SERVED] = true,
    };

    return ends[event->kind];
}

void scene_effect(char *out, int size, const Scene *scene, Action action)
{
    State sample;
    EventLog log;
    Prose prose = prose_start(out, size);

    if (action.verb < VERB_TRAIN || action.verb == VERB_STOP || action.verb == VERB_OPTION) {
        return;
    }
    view_sample(&sample, &scene->view, scene->rules, 0);
    event_log_init(&log, NULL, NULL);
    state_apply(&sample, scene->rules, action, &log);
    for (int i = 0; i < log.count && !ends_trial(&log.item[i]); i++) {
        const Event *event = &log.item[i];
        if (event->kind == EVENT_TRACK) {
            tell_track(&prose, scene, event);
        } else if (event->kind == EVENT_MOVED || event->kind == EVENT_TRIGGERED ||
                   event->kind == EVENT_ENDED) {
            tell_other(&prose, scene, event);
        }
    }
}
