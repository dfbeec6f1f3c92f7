/* Within the tutorial: what it waits for, and where that is on the table. */

#ifndef TPD_UI_TUTORIAL_H
#define TPD_UI_TUTORIAL_H

#include <stdbool.h>

#include "ui/box.h"
#include "ui/desk.h"
#include "ui/ui.h"

/* The seat of the person. */
enum { TUTORIAL_SEAT = 0 };

/* Takes in what was chosen since the last frame. */
void tutorial_follow(Desk *desk, const Ui *ui);

/* What is to be pressed now for the step to be done, and the zone of this frame to point at. */
typedef struct TutorialHint {
    const char *text; /* msgid; NULL: the step says all */
    bool there;       /* `box` is a place on the table */
    Box box;
} TutorialHint;

TutorialHint tutorial_hint(const Desk *desk, const Ui *ui);

#endif
