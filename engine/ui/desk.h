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
#include "ui/turns.h"
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
    bool points;    /* a choice is pointed at */
    Action pointed;
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
    Turns turns;
    int depth;
    Screen screen[SCREENS_DEEP]; /* the last one is shown */
    int drawn;                   /* of them, while they are drawn from below */
} Desk;

void desk_init(Desk *desk, Match *match, Voice *voice, Screen screen);
/* Draws the screen on top, answers what people did, lets a bot make at most one choice. */
WindowWish desk_frame(void *desk, Ui *ui);

void desk_open(Desk *desk, Screen screen);
void desk_back(Desk *desk); /* from the first screen: leave */
/* Shows a card in full. */
void desk_show_card(Desk *desk, int card);
Screen desk_screen(const Desk *desk);
/* Draws the screen from which the one that is being drawn was opened; nothing of it answers. */
void desk_below(Desk *desk, Ui *ui);
/* Looks at the match again, for whom may see it. */
void desk_look(Desk *desk);

/* Makes the choice of the seat whose turn it is. */
void desk_choose(Desk *desk, Action action);
void desk_undo(Desk *desk);
int desk_people(const Desk *desk);

#define SCREEN(id, name, function, summary) ScreenDraw function;
#include "ui/screens.def"
#undef SCREEN

#endif
