/* What the browser of cards remembers: the filters, where it stands. */

#ifndef TPD_UI_SCREEN_CARDS_H
#define TPD_UI_SCREEN_CARDS_H

#include "ui/scroll.h"

enum { CARD_SEARCH_SIZE = 64 };

typedef struct CardsMemory {
    int side, era, points; /* 0: all; else one more than its number, points as they are */
    char search[CARD_SEARCH_SIZE];
    Scroll list;
    int card; /* that was pointed at last */
} CardsMemory;

#endif
