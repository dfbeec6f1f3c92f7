/* What happened, told shortly: an act and what came of it, "US plays E05 for its event: Silicon
 * 3→4".  Acts that belong together make a paragraph.  Who calls hands over the events of one decision
 * after the other, as the reader may know them. */

#ifndef TPD_TEXT_NEWS_H
#define TPD_TEXT_NEWS_H

#include <stdbool.h>

#include "core/event.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/vocab.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"

enum {
    NATION_MARK_SIZE = 16,
    NEWS_HEAD_SIZE = EVENT_TEXT_SIZE,
    NEWS_EFFECTS_SIZE = 4096,
    NEWS_ACT_SIZE = NEWS_HEAD_SIZE + NEWS_EFFECTS_SIZE,
};

/* Who tells, and to whom. */
typedef struct Teller {
    const Voice *voice;
    const Rules *rules;
    const char (*mark)[NATION_MARK_SIZE]; /* of each nation: what a map calls it */
    int seat_count;
    Seat viewer; /* whose own draws are told; -1: nobody's */
    Seat reader; /* whose acts need less telling; -1: nobody's */
} Teller;

/* From where on something is told. */
typedef enum NewsDetail {
    NEWS_HEADS,   /* who did what */
    NEWS_EFFECTS, /* what came of it */
    NEWS_ITEMS,   /* what points were scored for */
    NEWS_OWN,     /* what came of the reader's own acts, and how the market moved nations */
    NEWS_ALL,     /* purses, what others draw, stages of controls */
} NewsDetail;

typedef struct NewsAct {
    const char *text;
    bool paragraph; /* it begins one */
    int bloc;       /* whose act it is; -1: nobody's, the world goes on */
} NewsAct;

typedef void NewsSink(void *user, const NewsAct *act);

typedef struct News {
    Teller teller;
    NewsDetail detail;
    NewsSink *sink;
    void *user;
    bool reveals; /* the headlines that are committed are revealed as well; set by who calls */
    /* The act that is being told. */
    bool paragraph, any;
    int bloc;
    char head[NEWS_HEAD_SIZE], effects[NEWS_EFFECTS_SIZE];
    Prose effect;
    /* What has been told before. */
    Seat actor;                     /* whose operation it is */
    int played;                     /* card that was played last; -1: none */
    bool for_event;                 /* it was for its event alone */
    int revealed[BLOC_COUNT];       /* headline of the bloc, before its event begins; -1: none */
    bool release;                   /* the act is an operation that releases */
    bool market;                    /* between the actions and the scoring */
    bool scored;                    /* between the scoring and the next round */
    char throttled[NEWS_HEAD_SIZE]; /* marks of nations that one bloc does not serve */
    int drawn[SEATS_MAX];
    char own_draws[NEWS_HEAD_SIZE]; /* ids of what the reader drew */
    int points[BLOC_COUNT][SCORE_ITEM_COUNT];
    bool scoring;
} News;

void news_begin(News *news, const Teller *teller, NewsDetail detail, NewsSink *sink, void *user);
/* The news begin with a pick of the seat.  Picks have no event of their own, and what they belong to
 * is older than the news. */
void news_pick(News *news, Seat seat);
void news_decision(News *news, const EventLog *log);
void news_end(News *news);

/* "Frontier 4→5" of a change of a track; with its owner, where that is not the seat of the actor. */
int text_change(char *out, int size, const Teller *teller, const Event *event, Seat actor);
/* The place that an event packs, see events.def. */
void place_unpack(int packed, int place[2]);
/* An arrow from one place of the grid to another; "" if they are the same. */
const char *arrow_between(const int from[2], const int to[2]);

#endif
