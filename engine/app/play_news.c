/* The news of a screen: as much detail as fits. */

#include <stdbool.h>
#include <string.h>

#include "app/play.h"
#include "app/play_page.h"
#include "core/action.h"
#include "core/event.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/news.h"
#include "text/voice.h"

enum { INDENT = 2, MARK_ROOM = 2 };

/* Whether a headline is revealed in the decisions from `first` on. */
static bool reveals_headlines(const Table *table, int first)
{
    EventLog log;
    bool reveals = false;

    event_log_init(&log, NULL, NULL);
    for (int decision = first; decision < match_decision_count(table->match); decision++) {
        match_events(table->match, decision, table->view.viewer, &log);
        for (int i = 0; i < log.count; i++) {
            reveals = reveals || log.item[i].kind == EVENT_REVEALED;
        }
    }
    return reveals;
}

typedef struct Printer {
    Page *page;
    const Voice *voice;
} Printer;

static void print_act(void *user, const NewsAct *act)
{
    const Printer *printer = user;

    if (act->paragraph) {
        page_begin(printer->page, INDENT);
        page_add(printer->page, 0, "· ");
    } else {
        page_join(printer->page, say(printer->voice, C_("between acts", "; ")));
    }
    page_words(printer->page, 0, act->text);
}

static void tell_all(Page *page, const Table *table, int first, NewsDetail detail)
{
    const Teller teller = table_teller(table);
    Printer printer = {page, &table->voice};
    News news;
    EventLog log;
    Action action;

    page_clear(page, PAGE_COLUMNS - MARK_ROOM);
    news_begin(&news, &teller, detail, print_act, &printer);
    news.reveals = reveals_headlines(table, first);
    event_log_init(&log, NULL, NULL);
    if (match_decision_action(table->match, first, table->view.viewer, &action) &&
        action.verb >= VERB_PICK_NATION) {
        news_pick(&news, match_decision_seat(table->match, first));
    }
    for (int decision = first; decision < match_decision_count(table->match); decision++) {
        match_events(table->match, decision, table->view.viewer, &log);
        news_decision(&news, &log);
    }
    news_end(&news);
}

/* Leaves out the oldest lines. */
static void keep_last(Page *page, int lines)
{
    int dropped = page->count - lines;

    if (dropped <= 0 || lines <= 0) {
        page_cut(page, lines < 0 ? 0 : lines);
        return;
    }
    memmove(page->line[0], page->line[dropped], (size_t)lines * LINE_SIZE);
    page->count = lines;
}

void draw_news(Page *page, const Table *table, int first, int lines)
{
    Page news;

    for (int detail = NEWS_ALL; detail >= NEWS_HEADS; detail--) {
        tell_all(&news, table, first, (NewsDetail)detail);
        if (news.count <= lines) {
            break;
        }
    }
    if (news.count > lines && lines > 1) {
        keep_last(&news, lines - 1);
        page_line(page, say(&table->voice, "… and before that, see: log"));
    }
    keep_last(&news, lines);
    page_append(page, &news);
}
