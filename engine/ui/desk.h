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
#include "ui/motion.h"
#include "ui/scene.h"
#include "ui/screen_cards.h"
#include "ui/screen_end.h"
#include "ui/screen_handbook.h"
#include "ui/screen_load.h"
#include "ui/screen_new_game.h"
#include "ui/screen_title.h"
#include "ui/screen_tutorial.h"
#include "ui/settings.h"
#include "ui/subject.h"
#include "ui/turns.h"
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
    bool points;    /* a choice is pointed at */
    Action pointed;
    Subject pinned;      /* what the inspector keeps showing */
    Bloc pinned_on;      /* the panel that it lies over */
    const char *section; /* of the rules, that the inspector names; NULL: none */
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
    bool soon;      /* it will in a moment */
    bool leaves;    /* the window is to be closed */
    bool gives_up;  /* the journal cannot be written: `err` tells; the match ends with the frame */
    bool failed;    /* `err` tells, and nobody can be told of it here */
    Error err;
    char notice[NOTICE_SIZE]; /* to be read before anything else; "": none */
    Scene scene;              /* of the match */
    TableMemory table;
    Turns turns;
    Motion motion;
    TitleMemory title;
    NewGameMemory new_game;
    struct Replay *replay; /* owned; NULL: none is open */
    struct HintDesk *hint; /* owned; NULL: nobody has asked for one */
    CardsMemory cards;
    HandbookMemory handbook;
    LoadMemory load;
    EndMemory end;
    TutorialMemory tutorial;
    int depth;
    Screen screen[SCREENS_DEEP]; /* the last one is shown */
    int drawn;                   /* of them, while they are drawn from below */
} Desk;

/* Without a match: `screen` must be one that needs none, until desk_sit_down(). */
void desk_init(Desk *desk, const Rules *rules, Voice *voice, Screen screen);
/* Frees what screens have kept; the match stays its owner's. */
void desk_clear(Desk *desk);
/* The match that is shown and played from now on; NULL: none. */
void desk_sit_down(Desk *desk, Match *match);
/* Draws the screen on top, answers what people did, lets a bot make at most one choice. */
WindowWish desk_frame(void *user, Ui *ui); /* `user`: the Desk */

void desk_open(Desk *desk, Screen screen);
void desk_back(Desk *desk); /* from the first screen: leave */
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
/* The name that was given to the seat's player, else what the player is. */
const char *desk_player_name(const Desk *desk, Seat seat);

#define SCREEN(id, name, function, match, summary) ScreenDraw function;
#include "ui/screens.def"
#undef SCREEN

#endif
