/* Places on the screen, in logical pixels: whole numbers, the origin at the top left.  A screen is
 * laid out by cutting pieces off a box. */

#ifndef TPD_UI_BOX_H
#define TPD_UI_BOX_H

#include <stdbool.h>

typedef struct Spot {
    int x, y;
} Spot;

typedef struct Box {
    int x, y, w, h;
} Box;

Spot box_centre(Box box);
bool box_has(Box box, Spot spot);
bool box_holds(Box box, Box inner);
Box box_meet(Box a, Box b); /* what both cover; w or h is 0 where that is nothing */
Box box_inset(Box box, int by);
Box box_around(Spot centre, int w, int h);

/* Cut a piece off, with a gap behind it; `box` is what is left. */
Box box_cut_left(Box *box, int w, int gap);
Box box_cut_right(Box *box, int w, int gap);
Box box_cut_top(Box *box, int h, int gap);
Box box_cut_bottom(Box *box, int h, int gap);

/* The n-th of `count` equal pieces from left to right, or from top to bottom. */
Box box_column(Box box, int n, int count, int gap);
Box box_row(Box box, int n, int count, int gap);

#endif
