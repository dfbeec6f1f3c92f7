#include <stdbool.h>
#include <stdio.h>

#include "app/play.h"
#include "app/play_page.h"
#include "core/action.h"
#include "core/event.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/argument.h"
#include "text/text.h"
#include "text/voice.h"

enum { INDENT = 4 };

/* What was chosen, in words that hold for whoever reads them. */
static void tell_choice(char text[ACTION_LABEL_SIZE], const Table *table, int decision)
{
    const Voice *voice = &table->voice;
    Action action;

    if (!match_decision_action(table->match, decision, table->view.viewer, &action)) {
        snprintf(text, ACTION_LABEL_SIZE, "%s", text_verb(voice, VERB_HEADLINE));
        return;
    }
    if (action.verb >= VERB_COURT_ALIGN && action.verb <= VERB_COURT_CLOSE) {
        const TextArgument nation[] = {
            argument_word("nation", text_nation(voice, table->rules, action.argument)),
            argument_end};
        text_format(text, ACTION_LABEL_SIZE, say(voice, "Court {nation}"), nation);
        return;
    }
    text_action(text, ACTION_LABEL_SIZE, voice, table->rules, action);
}

static void draw_decision(Page *page, const Table *table, int decision)
{
    const Voice *voice = &table->voice;
    Seat seat = match_decision_seat(table->match, decision);
    char choice[ACTION_LABEL_SIZE];
    char line[EVENT_TEXT_SIZE];

    tell_choice(choice, table, decision);
    const TextArgument arguments[] = {
        argument_number("n", decision),
        argument_word("seat", text_seat(voice, table->view.known.seat_count, seat)),
        argument_word("action", choice), argument_end};
    text_format(line, sizeof line, say(voice, "{n} {seat}: {action}"), arguments);
    page_begin(page, INDENT);
    page_add(page, 0, PAINT_BOLD);
    page_words(page, 0, line);
    page_add(page, 0, PAINT_END);
}

/* The choice itself has been told. */
static bool is_choice(const Event *event)
{
    return event->kind == EVENT_PLAYED || event->kind == EVENT_OPERATED ||
           event->kind == EVENT_COMMITTED;
}

/* Scoring tells its points itself. */
static bool is_told_already(const EventLog *log, int index)
{
    return log->item[index].kind == EVENT_TRACK && index > 0 &&
           log->item[index - 1].kind == EVENT_SCORED;
}

void draw_log(Page *page, const Table *table, int decision)
{
    EventLog log;

    event_log_init(&log, NULL, NULL);
    match_events(table->match, decision, table->view.viewer, &log);
    draw_decision(page, table, decision);
    for (int i = 0; i < log.count; i++) {
        char line[EVENT_TEXT_SIZE];
        if (is_choice(&log.item[i]) || is_told_already(&log, i) ||
            text_event(line, &table->voice, table->rules, &log.item[i],
                       table->view.known.seat_count) == 0) {
            continue;
        }
        page_begin(page, INDENT + 2);
        page_column(page, INDENT);
        page_words(page, 0, line);
    }
}
