/* What an action does is found by doing it, on a sample of what the seat knows: so that it is always
 * what the rules do.  Only what does not depend on anything hidden is told. */

#include <stdio.h>
#include <string.h>

#include "app/play.h"
#include "core/seats.h"
#include "text/text.h"
#include "core/writer.h"

enum { PHRASE_SIZE = 256 };

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

/* "" for what there is only one of. */
static const char *owner_of(const Table *table, Track track, int subject)
{
    switch (vocab_track[track].scope) {
    case SCOPE_STACK:
        return text_stack(&table->voice, (Stack)subject);
    case SCOPE_BLOC:
        return text_bloc(&table->voice, (Bloc)subject);
    case SCOPE_SEAT:
        return text_seat(&table->voice, table->view.known.seat_count, subject);
    case SCOPE_TILE:
        return text_tile(&table->voice, (Tile)subject);
    case SCOPE_WORLD:
        break;
    }
    return "";
}

static int control_tell(char *out, int size, const Table *table, const Event *event)
{
    const TextArgument arguments[] = {
        argument_word("control",
                      text_tile(&table->voice, (Tile)(event->subject - SLOT_CONTROL))),
        argument_number("stage", event->b), argument_end};

    return text_format(out, size,
                       say(&table->voice, event->b == 0 ? N_("{control} off")
                                                        : N_("{control} at stage {stage}")),
                       arguments);
}

int change_tell(char *out, int size, const Table *table, const Event *event)
{
    Track track = track_of(event->subject);
    const char *owner = owner_of(table, track, event->subject - vocab_track[track].slot);
    const TextArgument arguments[] = {argument_word("whose", owner),
                                      argument_word("track", text_track(&table->voice, track)),
                                      argument_number("before", event->a),
                                      argument_number("after", event->b),
                                      argument_end};

    out[0] = '\0';
    if (track == TRACK_KNOWN || track == TRACK_LICENCE) {
        return 0;
    }
    if (track == TRACK_CONTROL) {
        return control_tell(out, size, table, event);
    }
    if (track == TRACK_VP || track == TRACK_POOL) {
        return text_format(out, size, say(&table->voice, "{whose} VP {before}→{after}"), arguments);
    }
    return text_format(out, size,
                       owner[0] == '\0' ? "{track} {before}→{after}"
                                        : say(&table->voice, "{whose} {track} {before}→{after}"),
                       arguments);
}

/* ---- one action ---- */

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
        [EVENT_START] = true,    [EVENT_SHUFFLED] = true, [EVENT_DREW] = true,
        [EVENT_DISCARDED] = true, [EVENT_REVEALED] = true, [EVENT_PASSED] = true,
        [EVENT_RESOLVING] = true, [EVENT_DIE] = true,      [EVENT_PLATEAU] = true,
    };

    return ends[event->kind];
}

static void add_phrase(Writer *out, const Table *table, const char *phrase)
{
    if (phrase[0] != '\0') {
        write_text(out, out->length == 0 ? "" : say(&table->voice, C_("between effects", ", ")));
        write_text(out, phrase);
    }
}

static void place_tell(char phrase[PHRASE_SIZE], const Table *table, const Event *event)
{
    enum { PACK = 16, HALF = 8 }; /* how events.def packs a place */
    int y = (event->b + PACK * PACK + HALF) % PACK - HALF;
    const TextArgument arguments[] = {
        argument_word("nation", text_nation(&table->voice, table->rules, event->subject)),
        argument_number("x", (event->b - y) / PACK), argument_number("y", y), argument_end};

    text_format(phrase, PHRASE_SIZE, say(&table->voice, "{nation} to ({x}, {y})"), arguments);
}

static void add_event(Writer *out, const Table *table, const Event *event)
{
    char phrase[PHRASE_SIZE] = "";

    if (event->kind == EVENT_TRACK) {
        change_tell(phrase, sizeof phrase, table, event);
    } else if (event->kind == EVENT_MOVED) {
        place_tell(phrase, table, event);
    } else if (event->kind == EVENT_TRIGGERED || event->kind == EVENT_ENDED) {
        text_event(phrase, sizeof phrase, &table->voice, table->rules, event,
                   table->view.known.seat_count);
    }
    add_phrase(out, table, phrase);
}

static void add_cost(Writer *out, const Table *table, const Event *event)
{
    bool compute = event->subject < SLOT_CAPITAL;
    const TextArgument arguments[] = {argument_number("n", event->a - event->b), argument_end};
    char cost[PHRASE_SIZE];

    text_format(cost, sizeof cost,
                say(&table->voice, compute ? N_(" ({n} compute)") : N_(" ({n} capital)")),
                arguments);
    write_text(out, cost);
}

bool effect_tell(char text[EFFECT_SIZE], const Table *table, Action action)
{
    char costs[PHRASE_SIZE];
    Trial trial;
    Writer out = writer_start(text, EFFECT_SIZE);
    Writer cost = writer_start(costs, sizeof costs);

    if (action.verb < VERB_TRAIN || action.verb == VERB_STOP || action.verb == VERB_OPTION) {
        return false;
    }
    try_action(&trial, table, action);
    for (int i = 0; i < trial.log.count && !ends_trial(&trial.log.item[i]); i++) {
        if (is_cost(table, action, &trial.log.item[i])) {
            add_cost(&cost, table, &trial.log.item[i]);
        } else {
            add_event(&out, table, &trial.log.item[i]);
        }
    }
    write_text(&out, costs);
    return out.length > 0;
}
