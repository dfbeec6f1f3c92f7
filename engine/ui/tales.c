#include "ui/tales.h"

#include <stdbool.h>
#include <stddef.h>

#include "core/action.h"
#include "core/event.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/scene.h"

static void keep(void *user, const NewsAct *act)
{
    Tales *tales = user;

    if (!act->paragraph || tales->count == TALES_MAX) {
        prose_add(&tales->prose, say(tales->voice, C_("between acts", "; ")));
        prose_add(&tales->prose, act->text);
        return;
    }
    if (tales->count > 0) {
        prose_add_bytes(&tales->prose, "\0", 1);
    }
    tales->tale[tales->count++] = (Tale){tales->prose.length, act->bloc};
    prose_add(&tales->prose, act->text);
}

static bool reveals(const EventLog *log)
{
    for (int i = 0; i < log->count; i++) {
        if (log->item[i].kind == EVENT_REVEALED) {
            return true;
        }
    }
    return false;
}

/* Whether a headline is revealed in the decisions from `first` on. */
static bool reveals_headlines(const Desk *desk, int first)
{
    EventLog log;
    bool found = false;

    event_log_init(&log, NULL, NULL);
    for (int n = first; n < match_decision_count(desk->match) && !found; n++) {
        match_events(desk->match, n, desk->scene.view.viewer, &log);
        found = reveals(&log);
    }
    return found;
}

void tales_gather(Tales *tales, const Desk *desk, int first, NewsDetail detail)
{
    const Scene *scene = &desk->scene;
    Seat viewer = scene->view.viewer;
    const Teller teller = {.voice = desk->voice,
                           .rules = desk->rules,
                           .mark = scene->code,
                           .seat_count = scene->view.known.seat_count,
                           .viewer = viewer,
                           .reader = viewer != SEAT_NOBODY ? viewer : scene->chooser};
    News news;
    EventLog log;
    Action action;

    tales->count = 0;
    tales->voice = desk->voice;
    tales->prose = prose_start(tales->text, TALES_TEXT);
    news_begin(&news, &teller, detail, keep, tales);
    news.reveals = reveals_headlines(desk, first);
    event_log_init(&log, NULL, NULL);
    if (first < match_decision_count(desk->match) &&
        match_decision_action(desk->match, first, viewer, &action) &&
        action.verb >= VERB_PICK_NATION) {
        news_pick(&news, match_decision_seat(desk->match, first));
    }
    for (int n = first; n < match_decision_count(desk->match); n++) {
        match_events(desk->match, n, viewer, &log);
        news_decision(&news, &log);
    }
    news_end(&news);
}

const char *tales_text(const Tales *tales, int index)
{
    return tales->text + tales->tale[index].start;
}
