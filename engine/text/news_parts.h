/* What the files of the news share. */

#ifndef TPD_TEXT_NEWS_PARTS_H
#define TPD_TEXT_NEWS_PARTS_H

#include <stdbool.h>

#include "core/event.h"
#include "text/news.h"

/* news.c: an act with a head, which begins a paragraph or not, and what came of it. */
void news_begin_act(News *news, const char *head, bool paragraph);
void news_add_effect(News *news, const char *phrase);
void news_finish_act(News *news);

/* news_gather.c */
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
