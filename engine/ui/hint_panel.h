/* A hint on the table: a stepped search over what the seat that chooses may know, its best actions, and
 * why not another. */

#ifndef TPD_UI_HINT_PANEL_H
#define TPD_UI_HINT_PANEL_H

#include <stdbool.h>

#include "core/action.h"
#include "core/view.h"
#include "match/hint.h"
#include "ui/box.h"
#include "ui/scene.h"
#include "ui/ui.h"

struct Desk;

typedef struct HintDesk {
    Hint *hint; /* owned */
    bool done;
    int slice;
    int spent; /* iterations so far */
    View view; /* that was asked about */
    ActionList legal;
    HintResult result;
    int shown; /* of the result, with its reason */
    int other; /* why not this?  Index in the legal list; -1: nothing */
} HintDesk;

/* Whether there is a question: somebody chooses, and the viewer may see among what. */
bool hint_can(const Scene *scene);
void hint_open(struct Desk *desk, const Scene *scene);
void hint_close(struct Desk *desk);
bool hint_is_open(const struct Desk *desk);
/* Goes on with the search, draws it in the box and answers; a hint of another position is closed. */
void hint_panel(Ui *ui, struct Desk *desk, const Scene *scene, Box box);

#endif
