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
#include "ui/desk_host.h"
#include "ui/scene.h"
#include "ui/screen_end.h"
#include "ui/screen_load.h"
#include "ui/screen_new_game.h"
#include "ui/screen_title.h"
#include "ui/screen_tutorial.h"
#include "ui/settings.h"
#include "ui/ui.h"
#include "ui/window.h"

typedef enum Screen {
#define SCREEN(id, name, function, match, summary) SCREEN_##id,
#include "ui/screens.def"
#undef SCREEN
    SCREEN_COUNT
} Screen;
extern const char *const screen_name[SCREEN_COUNT + 1]; /* ends in NULL */
extern const bool screen_has_match[SCREEN_COUNT];       /* it cannot be without one */

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
} TableMemory;

enum { SCREENS_DEEP = 8, NOTICE_SIZE = 1024 };

typedef struct Desk {
    Match *match; /* borrowed; NULL: no game is open */
    const Rules *rules;
    Voice *voice;
    DeskHost host;
    Settings settings;   /* as all screens want them */
    Settings written;    /* as the host has kept them last */
    Agreement agreement; /* of the match */
    Seat eyes;      /* the person whose hand may be shown now; SEAT_NOBODY: others look as well */
    bool bots_play; /* false: a picture, nothing moves by itself */
    bool again;     /* the next frame will differ, though nobody does anything */
    bool leaves;    /* the window is to be closed */
    bool gives_up;  /* the journal cannot be written: `err` tells; the match ends with the frame */
    bool failed;    /* `err` tells, and nobody can be told of it here */
    Error err;
    char notice[NOTICE_SIZE]; /* to be read before anything else; "": none */
    Scene scene;              /* of the match */
    TableMemory table;
    TitleMemory title;
    NewGameMemory new_game;
    LoadMemory load;
    EndMemory end;
    TutorialMemory tutorial;
    int depth;
    Screen screen[SCREENS_DEEP]; /* the last one is shown */
} Desk;

/* Without a match: `screen` must be one that needs none, until desk_sit_down(). */
void desk_init(Desk *desk, const Rules *rules, Voice *voice, Screen screen);
/* The match that is shown and played from now on; NULL: none. */
void desk_sit_down(Desk *desk, Match *match);
/* Draws the screen on top, answers what people did, lets a bot make at most one choice. */
WindowWish desk_frame(void *user, Ui *ui); /* `user`: the Desk */

void desk_open(Desk *desk, Screen screen);
void desk_back(Desk *desk); /* from the first screen: leave */
Screen desk_screen(const Desk *desk);
int desk_find_screen(const char *name); /* -1: there is none of that name */
/* Goes back as far as `screen`, or opens it in place of all that lie on the first one. */
void desk_return(Desk *desk, Screen screen);

/* Shows `screen` in place of the one on top. */
void desk_replace(Desk *desk, Screen screen);

/* Shows a text that has to be read, in front of the screen. */
void desk_notice(Desk *desk, const char *text);
/* What a service of the host said: true if all is well, else the fault is shown. */
bool desk_went_well(Desk *desk, Status status);

/* Begins or goes on with a game, at the table; false: the fault is shown. */
bool desk_begin(Desk *desk, const GameWish *wish);
bool desk_resume(Desk *desk, const char *save);
/* Gives the game up; its journal stays. */
void desk_stand_up(Desk *desk);

/* The game that the match is, for one more like it, with another seed. */
void desk_wish_again(const Desk *desk, GameWish *wish);

void desk_change_language(Desk *desk, Language language);

/* Makes the choice of the seat whose turn it is. */
void desk_choose(Desk *desk, Action action);
void desk_undo(Desk *desk);
int desk_people(const Desk *desk);
/* The name that was given to the seat's player, else what the player is. */
const char *desk_player_name(const Desk *desk, Seat seat);

#define SCREEN(id, name, function, match, summary) ScreenDraw function;
#include "ui/screens.def"
#undef SCREEN

#endif
