/* What all screens share: the game in progress, the voice, which screen is shown and how to go back.
 * A screen is one function that draws itself and answers; it is named in screens.def. */

#ifndef TPD_UI_DESK_H
#define TPD_UI_DESK_H

#include <stdbool.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/ui.h"
#include "ui/window.h"

typedef enum Screen {
#define SCREEN(id, name, function, summary) SCREEN_##id,
#include "ui/screens.def"
#undef SCREEN
    SCREEN_COUNT
} Screen;
extern const char *const screen_name[SCREEN_COUNT + 1]; /* ends in NULL */

struct Desk;

typedef void ScreenDraw(Ui *ui, struct Desk *desk);

/* What the table remembers from frame to frame, and what no undo should bring back. */
typedef struct TableMemory {
    int card;   /* that is selected; -1: none */
    int nation; /* whose courts are offered; -1: none */
    int tab[BLOC_COUNT];
    bool asks_stop; /* ending a card with points left was asked for once */
    bool asks_undo; /* taking back what the table must agree to was asked for once */
    bool points;    /* a choice is pointed at */
    Action pointed;
    Subject pinned; /* what the inspector keeps showing */
    Bloc pinned_on; /* the panel that it lies over */
} TableMemory;

/* What the desk cannot do by itself. */
typedef struct DeskHost {
    void *user;
    Status (*change_language)(void *user, Voice *voice, Language language, Error *err);
} DeskHost;

enum { SCREENS_DEEP = 8 };

typedef struct Desk {
    Match *match; /* borrowed */
    const Rules *rules;
    Voice *voice;
    DeskHost host;
    Seat eyes;      /* the person whose hand may be shown now; SEAT_NOBODY: others look as well */
    bool bots_play; /* false: a picture, nothing moves by itself */
    bool again;     /* the next frame will differ, though nobody does anything */
    bool leaves;    /* the window is to be closed */
    bool failed;    /* `err` tells */
    Error err;
    Scene scene;
    TableMemory table;
    int depth;
    Screen screen[SCREENS_DEEP]; /* the last one is shown */
} Desk;

void desk_init(Desk *desk, Match *match, Voice *voice, Screen screen);
/* Draws the screen on top, answers what people did, lets a bot make at most one choice. */
WindowWish desk_frame(void *desk, Ui *ui);

void desk_open(Desk *desk, Screen screen);
void desk_back(Desk *desk); /* from the first screen: leave */

/* Makes the choice of the seat whose turn it is. */
void desk_choose(Desk *desk, Action action);
void desk_undo(Desk *desk);
int desk_people(const Desk *desk);

#define SCREEN(id, name, function, summary) ScreenDraw function;
#include "ui/screens.def"
#undef SCREEN

#endif
