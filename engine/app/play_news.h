/* What the files of the news share. */

#ifndef TPD_APP_PLAY_NEWS_H
#define TPD_APP_PLAY_NEWS_H

#include <stdbool.h>

#include "app/play.h"
#include "app/play_page.h"
#include "core/event.h"
#include "core/score.h"
#include "core/vocab.h"
#include "text/prose.h"
#include "text/text.h"

enum { HEAD_SIZE = EVENT_TEXT_SIZE, EFFECTS_SIZE = 4096, INDENT = 2, MARK_ROOM = 2 };

/* From where on something is told. */
typedef enum NewsDetail {
    NEWS_HEADS,   /* who did what */
    NEWS_EFFECTS, /* what came of it */
    NEWS_ITEMS,   /* what points were scored for */
    NEWS_OWN,     /* what came of the reader's own acts, and how the market moved nations */
    NEWS_ALL,     /* purses, what others draw, stages of controls */
} NewsDetail;

typedef struct News {
    Page *page;
    const Table *table;
    NewsDetail detail;
    /* The act that is being told. */
    bool paragraph; /* it begins one */
    char head[HEAD_SIZE], effects[EFFECTS_SIZE];
    Prose effect;
    /* What has been told before. */
    Seat reader;
    Seat actor;                /* whose operation it is */
    int played;                /* card that was played last; -1: none */
    bool for_event;            /* it was for its event alone */
    int revealed[BLOC_COUNT];  /* headline of the bloc, before its event begins; -1: none */
    bool release;              /* the act is an operation that releases */
    bool reveals;              /* the headlines that are committed are revealed as well */
    bool market;               /* between the actions and the scoring */
    bool scored;               /* between the scoring and the next round */
    char throttled[HEAD_SIZE]; /* marks of nations that one bloc does not serve */
    int drawn[SEATS_MAX];
    char own_draws[HEAD_SIZE]; /* ids of what the reader drew */
    int points[BLOC_COUNT][SCORE_ITEM_COUNT];
    bool scoring;
} News;

/* play_news.c: an act with a head, which begins a paragraph or not, and what came of it. */
void news_begin_act(News *news, const char *head, bool paragraph);
void news_add_effect(News *news, const char *phrase);
void news_finish_act(News *news);

/* play_gather.c */
void news_gather_draw(News *news, const Event *event);
void news_tell_draws(News *news);
void news_gather_score(News *news, const Event *event);
void news_tell_scores(News *news);
void news_gather_throttled(News *news, const Event *event);
void news_tell_throttled(News *news);
bool news_is_purse(int slot);
/* Whether an event of the log is told by another one. */
bool news_is_told(const News *news, const EventLog *log, int index);

#endif
