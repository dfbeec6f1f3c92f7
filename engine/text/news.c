/* News are short: an act and what came of it, in paragraphs.  Where they do not fit they are told
 * with less detail, and the log tells the rest. */

#include "text/news.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "core/action.h"
#include "core/seats.h"
#include "core/view.h"
#include "text/argument.h"
#include "text/news_parts.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"

void news_finish_act(News *news)
{
    const Voice *voice = news->teller.voice;
    char text[NEWS_ACT_SIZE];

    if (news->head[0] != '\0' || news->effects[0] != '\0') {
        snprintf(text, sizeof text, "%s%s%s", news->head,
                 news->head[0] != '\0' && news->effects[0] != '\0'
                     ? say(voice, C_("before effects", ": "))
                     : "",
                 news->effects);
        const NewsAct act = {text, news->paragraph || !news->any, news->bloc};
        news->sink(news->user, &act);
        news->any = true;
    }
    news->paragraph = false;
    news->release = false;
    news->head[0] = '\0';
    news->effect = prose_start(news->effects, NEWS_EFFECTS_SIZE);
}

void news_begin_act(News *news, const char *head, bool paragraph)
{
    news_finish_act(news);
    news->paragraph = paragraph;
    news->bloc = paragraph ? -1 : news->bloc;
    snprintf(news->head, NEWS_HEAD_SIZE, "%s", head);
}

void news_add_effect(News *news, const char *phrase)
{
    if (phrase[0] != '\0') {
        prose_add(&news->effect, news->effect.length == 0
                                     ? ""
                                     : say(news->teller.voice, C_("between effects", ", ")));
        prose_add(&news->effect, phrase);
    }
}

static void event_phrase(char phrase[NEWS_HEAD_SIZE], const News *news, const Event *event)
{
    text_event(phrase, news->teller.voice, news->teller.rules, event, news->teller.seat_count);
}

static bool is_control(int slot)
{
    return slot >= SLOT_CONTROL && slot <= SLOT_CONTROL_LAST;
}

static NewsDetail detail_of_effect(const News *news)
{
    return news->actor != SEAT_NOBODY && news->actor == news->teller.reader ? NEWS_OWN
                                                                            : NEWS_EFFECTS;
}

static NewsDetail detail_of_track(const News *news, int slot)
{
    return news_is_purse(slot) || (news->market && is_control(slot)) ? NEWS_ALL
                                                                     : detail_of_effect(news);
}

static void tell_track(News *news, const Event *event)
{
    char phrase[NEWS_HEAD_SIZE];
    bool known_already = news->market && news_is_purse(event->subject); /* revenue is told */

    if (known_already || news->detail < detail_of_track(news, event->subject)) {
        return;
    }
    text_change(phrase, sizeof phrase, &news->teller, event, news->actor);
    news_add_effect(news, phrase);
}

/* The nation, by its mark where many move, and an arrow as in the map. */
static void tell_move(News *news, const Event *event)
{
    const Teller *teller = &news->teller;
    char phrase[NEWS_HEAD_SIZE];
    int from[2];
    int to[2];

    if (news->scored) {
        news_begin_act(news, say(teller->voice, "Hedging"), true);
        news->scored = false;
    }
    place_unpack(event->a, from);
    place_unpack(event->b, to);
    snprintf(phrase, sizeof phrase, "%s%s%s",
             news->market ? teller->mark[event->subject]
                          : text_nation(teller->voice, teller->rules, event->subject),
             news->market ? "" : " ", arrow_between(from, to));
    if (news->detail >= (news->market ? NEWS_OWN : NEWS_HEADS)) {
        news_add_effect(news, phrase);
    }
}

static void tell_served(News *news, const Event *event)
{
    const Voice *voice = news->teller.voice;
    const TextArgument arguments[] = {argument_word("bloc", text_bloc(voice, (Bloc)event->subject)),
                                      argument_number("revenue", event->a), argument_end};
    char phrase[NEWS_HEAD_SIZE];

    if (!news->market) {
        news_begin_act(news, say(voice, "Market"), true);
        news->market = true;
        news->actor = SEAT_NOBODY;
    }
    text_format(phrase, sizeof phrase, say(voice, "{bloc} earns {revenue} capital"), arguments);
    news_add_effect(news, phrase);
}

/* An operation by its verb and whom it concerns; where a nation goes is told behind it. */
static void tell_operation(News *news, const Event *event)
{
    const Teller *teller = &news->teller;
    Verb verb = (Verb)event->a;
    Action action = {.verb = (uint8_t)event->a, .argument = (uint8_t)event->b};
    char head[NEWS_HEAD_SIZE];

    if (verb >= VERB_COURT_ALIGN && verb <= VERB_COURT_CLOSE) {
        const TextArgument nation[] = {
            argument_word("nation", text_nation(teller->voice, teller->rules, event->b)),
            argument_end};
        text_format(head, sizeof head, say(teller->voice, "Court {nation}"), nation);
    } else if (verb == VERB_IMPOSE || verb == VERB_LIFT) {
        text_action(head, sizeof head, teller->voice, teller->rules, action);
    } else {
        snprintf(head, sizeof head, "%s", text_verb(teller->voice, verb));
    }
    news_begin_act(news, head, false);
    news->bloc = news->any ? news->bloc : (int)seat_bloc(event->subject);
    news->actor = event->subject;
    news->release = verb >= VERB_RELEASE_API && verb <= VERB_RELEASE_CONDITIONAL;
}

static void tell_played(News *news, const Event *event)
{
    char head[NEWS_HEAD_SIZE];

    event_phrase(head, news, event);
    news_begin_act(news, head, true);
    news->bloc = (int)seat_bloc(event->subject);
    news->played = event->a;
    news->for_event = event->b == VERB_EVENT;
}

/* A line that begins an act, or a paragraph. */
static void tell_head(News *news, const Event *event, bool paragraph)
{
    char head[NEWS_HEAD_SIZE];

    event_phrase(head, news, event);
    news_begin_act(news, head, paragraph);
    news->actor = SEAT_NOBODY;
}

static void tell_phrase(News *news, const Event *event)
{
    char phrase[NEWS_HEAD_SIZE];

    event_phrase(phrase, news, event);
    news_add_effect(news, phrase);
}

static void tell_start(News *news, const Event *event)
{
    const Voice *voice = news->teller.voice;
    const TextArgument arguments[] = {argument_number("round", event->subject),
                                      argument_word("bloc", text_bloc(voice, (Bloc)event->a)),
                                      argument_end};
    char head[NEWS_HEAD_SIZE];

    text_format(head, sizeof head, say(voice, "Round {round}, {bloc} acts first"), arguments);
    news_begin_act(news, head, true);
    news->market = false;
    news->scored = false;
    news->actor = SEAT_NOBODY;
}

/* The event of a headline is told with who committed it, as a paragraph. */
static void tell_resolving(News *news, const Event *event)
{
    const Voice *voice = news->teller.voice;
    const TextArgument owner[] = {argument_word("bloc", text_bloc(voice, (Bloc)event->b)),
                                  argument_end};
    char phrase[NEWS_HEAD_SIZE];

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        const Event headline = {.kind = EVENT_REVEALED, .subject = (uint8_t)bloc, .a = event->a};
        if (news->revealed[bloc] != event->a) {
            continue;
        }
        news->revealed[bloc] = -1;
        tell_head(news, &headline, true);
        news->bloc = bloc;
        if (bloc != event->b) {
            text_format(phrase, sizeof phrase, say(voice, "for {bloc}"), owner);
            news_add_effect(news, phrase);
        }
        return;
    }
    news->actor = SEAT_NOBODY;
    if (event->a != news->played) {
        tell_head(news, event, false);
    } else if (!news->for_event) {
        text_format(phrase, sizeof phrase, say(voice, "Event for {bloc}"), owner);
        news_begin_act(news, phrase, false);
    }
}

static void tell_paragraph(News *news, const Event *event)
{
    tell_head(news, event, true);
}

static void tell_act(News *news, const Event *event)
{
    tell_head(news, event, false);
}

static void tell_revealed(News *news, const Event *event)
{
    news->revealed[event->subject] = event->a;
}

static void tell_released(News *news, const Event *event)
{
    if (!news->release) {
        tell_phrase(news, event);
    }
}

static void tell_committed(News *news, const Event *event)
{
    if (!news->reveals) {
        tell_head(news, event, true);
        news->bloc = event->subject;
    }
}

static void tell_shuffled(News *news, const Event *event)
{
    if (news->detail == NEWS_ALL) {
        tell_phrase(news, event);
    }
}

static void tell_crash(News *news, const Event *event)
{
    (void)event;
    news_add_effect(news, say(news->teller.voice, "valuations crash"));
}

typedef void Tell(News *news, const Event *event);

static Tell *const tellers[EVENT_KIND_COUNT] = {
    [EVENT_START] = tell_start,
    [EVENT_SHUFFLED] = tell_shuffled,
    [EVENT_DREW] = news_gather_draw,
    [EVENT_DISCARDED] = tell_phrase,
    [EVENT_COMMITTED] = tell_committed,
    [EVENT_REVEALED] = tell_revealed,
    [EVENT_PLAYED] = tell_played,
    [EVENT_PASSED] = tell_paragraph,
    [EVENT_RESOLVING] = tell_resolving,
    [EVENT_OPERATED] = tell_operation,
    [EVENT_TRACK] = tell_track,
    [EVENT_MOVED] = tell_move,
    [EVENT_RELEASED] = tell_released,
    [EVENT_TRIGGERED] = tell_act,
    [EVENT_TRIGGER_SET] = tell_act,
    [EVENT_MODIFIED] = tell_phrase,
    [EVENT_DIE] = tell_act,
    [EVENT_PLATEAU] = tell_phrase,
    [EVENT_SERVED] = tell_served,
    [EVENT_THROTTLED] = news_gather_throttled,
    [EVENT_BACKLASH] = tell_phrase,
    [EVENT_CRASH] = tell_crash,
    [EVENT_INCIDENT] = tell_phrase,
    [EVENT_SCORED] = news_gather_score,
    [EVENT_ENDED] = NULL, /* the result tells it */
};

void news_decision(News *news, const EventLog *log)
{
    for (int i = 0; i < log->count; i++) {
        const Event *event = &log->item[i];
        if (news_is_told(news, log, i)) {
            continue;
        }
        if (event->kind != EVENT_DREW) {
            news_tell_draws(news);
        }
        if (event->kind != EVENT_SCORED) {
            news_tell_scores(news);
        }
        if (event->kind != EVENT_THROTTLED) {
            news_tell_throttled(news);
        }
        if (tellers[event->kind] != NULL) {
            tellers[event->kind](news, event);
        }
    }
    news_tell_draws(news);
    news_tell_scores(news);
}

void news_begin(News *news, const Teller *teller, NewsDetail detail, NewsSink *sink, void *user)
{
    *news = (News){.teller = *teller,
                   .detail = detail,
                   .sink = sink,
                   .user = user,
                   .bloc = -1,
                   .actor = SEAT_NOBODY,
                   .played = -1,
                   .revealed = {-1, -1}};
    news->effect = prose_start(news->effects, NEWS_EFFECTS_SIZE);
}

void news_pick(News *news, Seat seat)
{
    const Voice *voice = news->teller.voice;
    const TextArgument arguments[] = {
        argument_word("seat", text_seat(voice, news->teller.seat_count, seat)), argument_end};
    char head[NEWS_HEAD_SIZE];

    text_format(head, sizeof head, say(voice, "{seat} chooses"), arguments);
    news_begin_act(news, head, true);
    news->bloc = (int)seat_bloc(seat);
}

void news_end(News *news)
{
    news_finish_act(news);
}
