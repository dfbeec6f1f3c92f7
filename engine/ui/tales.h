/* What happened since a decision, in sentences, as one seat may know it. */

#ifndef TPD_UI_TALES_H
#define TPD_UI_TALES_H

#include "text/news.h"
#include "text/prose.h"
#include "text/voice.h"
#include "ui/desk.h"

enum { TALES_MAX = 80, TALES_TEXT = 32 * 1024 };

typedef struct Tale {
    int start; /* in Tales.text, where it ends with a zero */
    int bloc;  /* whose doing it is; -1: nobody's */
} Tale;

typedef struct Tales {
    int count;
    Tale tale[TALES_MAX];
    Prose prose;
    char text[TALES_TEXT];
    const Voice *voice;
} Tales;

void tales_gather(Tales *tales, const Desk *desk, int first, NewsDetail detail);
const char *tales_text(const Tales *tales, int index);

#endif
