/* What an action does is found by doing it, on a sample of what the seat knows: so that it is always
 * what the rules do.  Only what does not depend on anything hidden is told. */

#include <stdbool.h>

#include "app/play.h"
#include "app/play_page.h"
#include "core/action.h"
#include "core/event.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"

enum { PHRASE_SIZE = EVENT_TEXT_SIZE };

typedef struct Trial {
    EventLog log;
    int market; /* events before the market; -1: it was not reached */
} Trial;

static void note_market(void *user, Moment moment, const State *state)
{
    Trial *trial = user;

    (void)state;
    if (moment == MOMENT_MARKET && trial->market < 0) {
        trial->market = trial->log.count;
    }
}

static void try_action(Trial *trial, const Table *table, Action action)
{
    State sample;

    view_sample(&sample, &table->view, table->rules, 0);
    event_log_init(&trial->log, note_market, trial);
    trial->market = -1;
    state_apply(&sample, table->rules, action, &trial->log);
    if (trial->market >= 0) {
        trial->log.count = trial->market;
    }
}

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
static const char *owner_of(const Table *table, Track track, int subject, Seat actor)
{
    Scope scope = vocab_track[track].scope;
    int seat_count = table->view.known.seat_count;
    Bloc bloc = scope == SCOPE_BLOC ? (Bloc)subject : seat_bloc(subject);

    switch (scope) {
    case SCOPE_STACK:
    case SCOPE_BLOC:
        return actor != SEAT_NOBODY && bloc == seat_bloc(actor) ? ""
                                                                : text_bloc(&table->voice, bloc);
    case SCOPE_SEAT:
        return subject == actor ? "" : text_seat(&table->voice, seat_count, subject);
    case SCOPE_TILE:
        return text_tile(&table->voice, (Tile)subject);
    case SCOPE_WORLD:
        break;
    }
    return "";
}

static const char *name_of(const Table *table, Track track, int subject)
{
    if (track == TRACK_QUALITY) {
        return say(&table->voice, subject % 2 == 1 ? N_("Open model") : N_("Closed model"));
    }
    return text_track(&table->voice, track);
}

static int control_tell(char *out, int size, const Table *table, const Event *event)
{
    const TextArgument arguments[] = {
        argument_word("control", text_tile(&table->voice, (Tile)(event->subject - SLOT_CONTROL))),
        argument_number("stage", event->b), argument_end};

    return text_format(
        out, size,
        say(&table->voice, event->b == 0 ? N_("{control} off") : N_("{control} at stage {stage}")),
        arguments);
}

int change_tell(char *out, int size, const Table *table, const Event *event, Seat actor)
{
    Track track = track_of(event->subject);
    int subject = event->subject - vocab_track[track].slot;
    bool points = track == TRACK_VP || track == TRACK_POOL; /* the screen shows their sums */
    const char *owner = owner_of(table, track, subject, points ? SEAT_NOBODY : actor);
    const TextArgument arguments[] = {argument_word("whose", owner),
                                      argument_word("track", name_of(table, track, subject)),
                                      argument_number("before", event->a),
                                      argument_number("after", event->b),
                                      argument_number("change", event->b - event->a),
                                      argument_end};

    out[0] = '\0';
    if (track == TRACK_KNOWN || track == TRACK_LICENCE) {
        return 0;
    }
    if (track == TRACK_CONTROL) {
        return control_tell(out, size, table, event);
    }
    if (points) {
        return text_format(out, size, say(&table->voice, "{whose} {+change} VP"), arguments);
    }
    return text_format(out, size,
                       owner[0] == '\0' ? "{track} {before}→{after}"
                                        : say(&table->voice, "{whose} {track} {before}→{after}"),
                       arguments);
}

/* ---- one action ---- */

/* What the action's name says, or its card: behind a pick the event that asked goes on. */
static bool is_named(Action action, const Event *event)
{
    if (action.verb == VERB_PICK_NATION) {
        return event->kind != EVENT_MOVED || event->subject != action.argument;
    }
    return event->kind == EVENT_TRACK && event->subject == SLOT_CONTROL + action.argument &&
           (action.verb == VERB_IMPOSE || action.verb == VERB_LIFT ||
            action.verb == VERB_PICK_TILE);
}

/* What the seat pays for an operation. */
static bool is_cost(const Table *table, Action action, const Event *event)
{
    int seat = (int)table->chooser;

    return event->kind == EVENT_TRACK && event->b < event->a && action.verb >= VERB_TRAIN &&
           action.verb <= VERB_COURT_CLOSE &&
           (event->subject == SLOT_COMPUTE + seat || event->subject == SLOT_CAPITAL + seat);
}

/* With these begins what others do, or what is not known yet. */
static bool ends_trial(const Event *event)
{
    static const bool ends[EVENT_KIND_COUNT] = {
        [EVENT_START] = true,     [EVENT_SHUFFLED] = true, [EVENT_DREW] = true,
        [EVENT_DISCARDED] = true, [EVENT_REVEALED] = true, [EVENT_PASSED] = true,
        [EVENT_RESOLVING] = true, [EVENT_DIE] = true,      [EVENT_PLATEAU] = true,
    };

    return ends[event->kind];
}

static void add_phrase(Prose *out, const Table *table, const char *phrase)
{
    if (phrase[0] != '\0') {
        prose_add(out, out->length == 0 ? "" : say(&table->voice, C_("between effects", ", ")));
        prose_add(out, phrase);
    }
}

void place_unpack(int packed, int place[2])
{
    enum { PACK = 16, HALF = 8 };

    place[1] = (packed + PACK * PACK + HALF) % PACK - HALF;
    place[0] = (packed - place[1]) / PACK;
}

/* A nation that is picked by its place, others by mark and arrow. */
static void move_tell(char phrase[PHRASE_SIZE], const Table *table, const Event *event, bool picked)
{
    int from[2];
    int to[2];

    place_unpack(event->a, from);
    place_unpack(event->b, to);
    const TextArgument arguments[] = {
        argument_word("nation", text_nation(&table->voice, table->rules, event->subject)),
        argument_word("mark", table->mark[event->subject]),
        argument_word("arrow", arrow_between(from, to)),
        argument_number("x", to[0]),
        argument_number("y", to[1]),
        argument_end};
    text_format(phrase, PHRASE_SIZE,
                picked ? say(&table->voice, "{nation} {arrow} ({x}, {y})") : "{mark}{arrow}",
                arguments);
}

static void add_event(Prose *out, const Table *table, const Event *event, Action action)
{
    char phrase[PHRASE_SIZE] = "";

    if (event->kind == EVENT_TRACK) {
        change_tell(phrase, sizeof phrase, table, event, table->chooser);
    } else if (event->kind == EVENT_MOVED) {
        move_tell(phrase, table, event, action.verb == VERB_PICK_NATION);
    } else if (event->kind == EVENT_TRIGGERED || event->kind == EVENT_ENDED) {
        text_event(phrase, &table->voice, table->rules, event, table->view.known.seat_count);
    }
    add_phrase(out, table, phrase);
}

static void add_cost(Prose *out, const Table *table, const Event *event)
{
    bool compute = event->subject < SLOT_CAPITAL;
    const TextArgument arguments[] = {argument_number("n", event->a - event->b), argument_end};
    char cost[PHRASE_SIZE];

    text_format(cost, sizeof cost,
                say(&table->voice, compute ? N_(" ({n} compute)") : N_(" ({n} capital)")),
                arguments);
    prose_add(out, cost);
}

bool effect_tell(char text[EFFECT_SIZE], const Table *table, Action action)
{
    char costs[PHRASE_SIZE];
    Trial trial;
    Prose out = prose_start(text, EFFECT_SIZE);
    Prose cost = prose_start(costs, sizeof costs);

    if (action.verb < VERB_TRAIN || action.verb == VERB_STOP || action.verb == VERB_OPTION) {
        return false;
    }
    try_action(&trial, table, action);
    for (int i = 0; i < trial.log.count && !ends_trial(&trial.log.item[i]); i++) {
        if (is_cost(table, action, &trial.log.item[i])) {
            add_cost(&cost, table, &trial.log.item[i]);
        } else if (!is_named(action, &trial.log.item[i])) {
            add_event(&out, table, &trial.log.item[i], action);
        }
    }
    prose_add(&out, costs);
    return out.length > 0;
}
