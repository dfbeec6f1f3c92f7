#include "ui/log_entry.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/action.h"
#include "core/event.h"
#include "core/state.h"
#include "core/view.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/scene.h"
#include "ui/words.h"

/* What was chosen, in words that hold for whoever reads them. */
static void tell_choice(char *out, int size, const Desk *desk, int decision)
{
    const Voice *voice = desk->voice;
    Action action;

    if (!match_decision_action(desk->match, decision, desk->scene.view.viewer, &action)) {
        snprintf(out, (size_t)size, "%s", text_verb(voice, VERB_HEADLINE));
    } else if (action.verb >= VERB_COURT_ALIGN && action.verb <= VERB_COURT_CLOSE) {
        const TextArgument nation[] = {
            words_text("nation", text_nation(voice, desk->rules, action.argument)), words_end};
        text_format(out, size, say(voice, "Court {nation}"), nation);
    } else {
        text_action(out, size, voice, desk->rules, action);
    }
}

/* The choice tells it, or the event behind it does. */
static bool is_told(const EventLog *log, int index)
{
    EventKind kind = (EventKind)log->item[index].kind;

    if (kind == EVENT_PLAYED || kind == EVENT_OPERATED || kind == EVENT_COMMITTED) {
        return true;
    }
    return kind == EVENT_TRACK && index > 0 && log->item[index - 1].kind == EVENT_SCORED;
}

static void add_line(LogEntry *entry, const char *text)
{
    if (entry->count == LOG_LINES_MAX) {
        return;
    }
    if (entry->count > 0) {
        prose_add_bytes(&entry->prose, "\0", 1);
    }
    entry->line[entry->count++] = entry->prose.length;
    prose_add(&entry->prose, text);
}

static int card_of(const Desk *desk, int decision)
{
    Action action;

    return match_decision_action(desk->match, decision, desk->scene.view.viewer, &action) &&
                   action.verb <= VERB_SHELVE
               ? action.argument
               : -1;
}

void log_entry_tell(LogEntry *entry, const Desk *desk, int decision)
{
    const Scene *scene = &desk->scene;
    int seats = scene->view.known.seat_count;
    char text[EVENT_TEXT_SIZE];
    EventLog log;

    entry->seat = match_decision_seat(desk->match, decision);
    entry->card = card_of(desk, decision);
    entry->count = 0;
    entry->prose = prose_start(entry->text, LOG_TEXT_SIZE);
    tell_choice(text, sizeof text, desk, decision);
    const TextArgument words[] = {words_text("seat", text_seat(desk->voice, seats, entry->seat)),
                                  words_text("action", text), words_end};
    text_format(entry->head, sizeof entry->head, say(desk->voice, "{seat}: {action}"), words);
    event_log_init(&log, NULL, NULL);
    match_events(desk->match, decision, scene->view.viewer, &log);
    for (int i = 0; i < log.count; i++) {
        if (!is_told(&log, i) &&
            text_event(text, desk->voice, desk->rules, &log.item[i], seats) > 0) {
            add_line(entry, text);
        }
    }
}
