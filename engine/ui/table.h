/* Within the table's screen: its parts, and what they share during one frame. */

#ifndef TPD_UI_TABLE_H
#define TPD_UI_TABLE_H

#include <stdbool.h>

#include "core/vocab.h"
#include "match/seat.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/motion.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/ui.h"

typedef struct Table {
    Ui *ui;
    Desk *desk;
    const Scene *scene;
    const MatchSeat *seat; /* who plays, [SEATS_MAX] */
    const State *shown;    /* the position that the board shows: now, or after the market */
    const Motion *motion;  /* what moves over the board; NULL: nothing */
    bool retries;          /* a choice of a replay is made again: nothing is undone */
    Subject pointed;       /* what the inspector is to show, and where it is */
    Box pointed_at;
    bool small; /* short of room: gaps and pieces are small */
} Table;

/* Where the parts of the table lie in a frame. */
typedef struct TablePlan {
    Box bar, panel[BLOC_COUNT], board, strip, action;
    int gap;
} TablePlan;

TablePlan table_plan(int w, int h, Theme theme);

/* The world: round, turn, global tracks, plateau, piles. */
void table_world(Table *table, Box box);
void table_panel(Table *table, Bloc bloc, Box box);
void table_map(Table *table, Box box);
/* That another seat than the one in play is to choose, where it is. */
void table_banner(Table *table, Box board);
/* The time that is left, or that bots think or wait. */
void table_clock(Table *table, Box board);
/* The hand or what is to be chosen, and the buttons. */
void table_strip(Table *table, const TablePlan *plan);

/* table_hand.c */
void table_hand(Table *table, Box box);
void table_hand_list(Table *table, Box box); /* in rows */
/* table_operations.c: the lines of a card's operations. */
void table_operations(Table *table, Box box);
void table_courts(Table *table, Box box); /* of the nation that was chosen */
/* table_models.c, table_controls.c */
int table_models_height(const Table *table);
void table_models(Table *table, Bloc bloc, Box box);
int table_controls_height(const Table *table);
void table_controls(Table *table, Bloc bloc, Box box);

/* table_bar.c: segments of a track, with what the forecast adds or takes. */
typedef struct Segments {
    int now, next, most;
    Ink ink;
} Segments;
void table_segments(Table *table, Box box, const Segments *segments);
/* A caption in small letters. */
void table_caption(Table *table, Box box, const char *text);

/* table_inspector.c: shows the subject while its zone is hot. */
void table_show(Table *table, UiTouch touch, Box box, const Subject *subject);
/* The same; a click keeps it there, another lets it go.  A ring tells the focus. */
void table_inspect(Table *table, UiTouch touch, Box box, const Subject *subject);
void table_spotlight(Table *table); /* the card pointed at or selected, by the key C */
/* Both with a zone of its own. */
void table_why(Table *table, Box box, Question question);
void table_tell(Table *table, Box box, const char *msgid);
/* Draws the inspector over the panel that is farther from what it is about. */
void table_inspector(Table *table, const TablePlan *plan);

/* table_piece.c */
typedef struct Piece {
    int nation;
    Box box;    /* square */
    int x, y;   /* where it stands */
    bool ghost; /* as it will be */
} Piece;
void table_piece(Table *table, const Piece *piece);
void table_emblem(Table *table, Bloc bloc, Box box, const char *text);

/* What was pointed at in the last frame is tried out in this one. */
void table_try_pointed(Desk *desk);
/* Where a hint lies: over the panel of the side that does not choose. */
Box table_hint_box(const TablePlan *plan, const Scene *scene);

/* A choice is pointed at: the next frame shows what follows from it. */
void table_point(Table *table, Action action);

#endif
