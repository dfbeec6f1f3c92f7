/* What the handbook remembers: its text, the page, and what was searched for. */

#ifndef TPD_UI_SCREEN_HANDBOOK_H
#define TPD_UI_SCREEN_HANDBOOK_H

#include <stdbool.h>

#include "text/voice.h"
#include "ui/pages.h"
#include "ui/scroll.h"

enum { SEARCH_SIZE = 64 };

typedef struct HandbookMemory {
    bool read; /* `pages` holds it in the words of `voice` */
    Voice voice;
    const char *section; /* where it opens; NULL: where it was left */
    int chapter;         /* that is open */
    Scroll page;         /* its first passage */
    Scroll found;        /* of what the search finds */
    char search[SEARCH_SIZE];
    Pages pages;
} HandbookMemory;

#endif
