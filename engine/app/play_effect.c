/* What an action does is found by doing it, on a sample of what the seat knows: so that it is always
 * what the rules do.  Only what does not depend on anything hidden is told. */

#include <stdbool.h>

#include "app/play.h"
#include "core/action.h"
#include "core/event.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/argument.h"
#include "text/news.h"
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
    const Teller teller = table_teller(table);
    char phrase[PHRASE_SIZE] = "";

    if (event->kind == EVENT_TRACK) {
        text_change(phrase, sizeof phrase, &teller, event, table->chooser);
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
