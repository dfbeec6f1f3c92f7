/* News that are told together: what was drawn in a deal, scored in a round, throttled in a market. */

#include <stdbool.h>
#include <string.h>

#include "core/event.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/seats.h"
#include "core/vocab.h"
#include "text/argument.h"
#include "text/news.h"
#include "text/news_parts.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"

void news_gather_draw(News *news, const Event *event)
{
    Prose own = {.text = news->own_draws,
                 .size = NEWS_HEAD_SIZE,
                 .length = (int)strlen(news->own_draws)};

    if (event->a < 0) {
        news->drawn[event->subject]++;
        return;
    }
    prose_add(&own, own.length == 0 ? "" : " ");
    prose_add(&own, news->teller.rules->card[event->a].id);
}

void news_tell_draws(News *news)
{
    const Voice *voice = news->teller.voice;
    int seats = news->teller.seat_count;
    char phrase[NEWS_HEAD_SIZE];

    if (news->own_draws[0] != '\0') {
        const TextArgument own[] = {
            argument_word("seat", text_seat(voice, seats, news->teller.viewer)),
            argument_word("cards", news->own_draws), argument_end};
        text_format(phrase, sizeof phrase, say(voice, "{seat} draws {cards}"), own);
        news_add_effect(news, phrase);
        news->own_draws[0] = '\0';
    }
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        const TextArgument other[] = {argument_word("seat", text_seat(voice, seats, seat)),
                                      argument_number("n", news->drawn[seat]), argument_end};
        if (news->drawn[seat] > 0 && news->detail == NEWS_ALL) {
            text_format(phrase, sizeof phrase,
                        say_count(voice, "{seat} draws {n} card", "{seat} draws {n} cards",
                                  news->drawn[seat]),
                        other);
            news_add_effect(news, phrase);
        }
        news->drawn[seat] = 0;
    }
}

void news_gather_score(News *news, const Event *event)
{
    int bloc = event->a >= STACK_COUNT ? event->a - STACK_COUNT : event->a / 2;

    news->points[bloc][event->subject] += event->b;
    news->scoring = true;
}

/* "US +16 VP (Adoption 11, Open standard 3)" */
static void tell_score(News *news, Bloc bloc)
{
    const Voice *voice = news->teller.voice;
    char items[NEWS_HEAD_SIZE];
    char phrase[NEWS_HEAD_SIZE];
    Prose out = prose_start(items, sizeof items);
    int sum = 0;

    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        int points = news->points[bloc][item];
        sum += points;
        if (points != 0) {
            prose_add(&out, out.length == 0 ? "" : say(voice, C_("between effects", ", ")));
            prose_add(&out, text_score_item(voice, (ScoreItem)item));
            prose_add(&out, " ");
            prose_add_number(&out, points, false);
        }
    }
    const TextArgument arguments[] = {argument_word("bloc", text_bloc(voice, bloc)),
                                      argument_number("sum", sum), argument_word("items", items),
                                      argument_end};
    text_format(phrase, sizeof phrase,
                say(voice, news->detail < NEWS_ITEMS || items[0] == '\0'
                               ? N_("{bloc} {+sum} VP")
                               : N_("{bloc} {+sum} VP ({items})")),
                arguments);
    news_add_effect(news, phrase);
}

void news_tell_scores(News *news)
{
    if (!news->scoring) {
        return;
    }
    news->scoring = false;
    news_begin_act(news, say(news->teller.voice, "Scoring"), true);
    tell_score(news, BLOC_US);
    tell_score(news, BLOC_CN);
    memset(news->points, 0, sizeof news->points);
    news_finish_act(news);
    news->market = false;
    news->scored = true;
}

void news_gather_throttled(News *news, const Event *event)
{
    Prose marks = {.text = news->throttled,
                   .size = NEWS_HEAD_SIZE,
                   .length = (int)strlen(news->throttled)};

    prose_add(&marks, marks.length == 0 ? "" : " ");
    prose_add(&marks, news->teller.mark[event->subject]);
}

void news_tell_throttled(News *news)
{
    const TextArgument arguments[] = {argument_word("nations", news->throttled), argument_end};
    char phrase[NEWS_HEAD_SIZE];

    if (news->throttled[0] != '\0') {
        text_format(phrase, sizeof phrase, say(news->teller.voice, "throttles {nations}"),
                    arguments);
        news_add_effect(news, phrase);
        news->throttled[0] = '\0';
    }
}

/* ---- what needs no word of its own ---- */

bool news_is_purse(int slot)
{
    return slot >= SLOT_COMPUTE && slot <= SLOT_CAPITAL_LAST;
}

/* What the bloc earns in the market that is told from `index` on; 0 if none is. */
static int revenue_of(const EventLog *log, int index, Bloc bloc)
{
    int revenue = 0;

    for (; index < log->count; index++) {
        const Event *event = &log->item[index];
        if (event->kind == EVENT_SERVED && event->subject == (int)bloc) {
            revenue = event->a;
        }
    }
    return revenue;
}

/* Revenue reaches the closed seats' purses right before the market is told, and is the last that
 * does. */
static bool is_revenue(const EventLog *log, int index)
{
    int slot = log->item[index].subject;
    int next = index + 1;

    if (slot < SLOT_CAPITAL || slot > SLOT_CAPITAL_LAST || (slot - SLOT_CAPITAL) % 2 != 0) {
        return false;
    }
    while (next < log->count && log->item[next].kind == EVENT_TRACK &&
           news_is_purse(log->item[next].subject) && log->item[next].subject != slot) {
        next++;
    }
    return next < log->count && log->item[next].kind == EVENT_SERVED &&
           revenue_of(log, next, seat_bloc(slot - SLOT_CAPITAL)) > 0;
}

/* Scoring tells its points itself, serving its revenue, and a release that is no operation its
 * quality: the change of the track would say them twice. */
bool news_is_told(const News *news, const EventLog *log, int index)
{
    if (log->item[index].kind != EVENT_TRACK) {
        return false;
    }
    bool scored = index > 0 && log->item[index - 1].kind == EVENT_SCORED;
    bool quality =
        log->item[index].subject >= SLOT_QUALITY && log->item[index].subject <= SLOT_QUALITY_LAST;
    return is_revenue(log, index) || scored || (quality && !news->release);
}
