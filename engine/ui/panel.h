/* A panel over the screen that it was opened from: title, what it is about, a button to close it. */

#ifndef TPD_UI_PANEL_H
#define TPD_UI_PANEL_H

#include "ui/box.h"
#include "ui/desk.h"
#include "ui/ui.h"

typedef struct Panel {
    int w, h; /* wanted; less where the frame is smaller */
    const char *title;
    const char *note; /* behind the title, small; may be NULL */
} Panel;

/* The place inside, as panel_draw() will return it. */
Box panel_room(const Ui *ui, const Panel *panel);
/* Draws the screen below, veiled, and the panel; returns the place inside.  Esc and the button go
 * back. */
Box panel_draw(Ui *ui, Desk *desk, const Panel *panel);

#endif
