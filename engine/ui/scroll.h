/* Entries of which not all have room: the wheel and the page keys move through them. */

#ifndef TPD_UI_SCROLL_H
#define TPD_UI_SCROLL_H

#include "ui/box.h"
#include "ui/ui.h"

typedef struct Scroll {
    int first; /* entry on top */
} Scroll;

/* Takes keys and wheel, where about `shown` of `count` entries fit, and draws a bar at the right. */
void scroll_move(Ui *ui, Box *box, Scroll *scroll, int count, int shown);

#endif
