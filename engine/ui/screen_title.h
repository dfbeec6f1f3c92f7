/* The title: go on, begin, or look something up. */

#ifndef TPD_UI_SCREEN_TITLE_H
#define TPD_UI_SCREEN_TITLE_H

#include <stdbool.h>

#include "ui/desk_host.h"

typedef struct TitleMemory {
    bool looked; /* for the newest game that is not over: `save` is it */
    bool has_save;
    SaveLine save;
} TitleMemory;

struct Desk;

/* Saved games may be others now. */
void title_forget(struct Desk *desk);

#endif
