/* Within the table's screen: its parts, and what they share during one frame. */

#ifndef TPD_UI_TABLE_H
#define TPD_UI_TABLE_H

#include <stdbool.h>

#include "core/vocab.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/scene.h"
#include "ui/ui.h"

typedef struct Table {
    Ui *ui;
    Desk *desk;
    const Scene *scene;
    const State *shown; /* the position that the board shows: now, or after the market */
    bool small;         /* short of room: gaps and pieces are small */
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
void table_hand_list(Table *table, Box box); /* titles only */
/* table_operations.c: the lines of a card's operations. */
void table_operations(Table *table, Box box);
void table_courts(Table *table, Box board); /* of the nation that was chosen */
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
/* An explanation of a number while its box is pointed at. */
void table_why(Table *table, Box box, Question question);

/* table_piece.c */
typedef struct Piece {
    int nation;
    Box box;    /* square */
    int x, y;   /* where it stands */
    bool ghost; /* as it will be */
} Piece;
void table_piece(Table *table, const Piece *piece);
void table_emblem(Table *table, Bloc bloc, Box box, const char *text);

/* A choice is pointed at: the next frame shows what follows from it. */
void table_point(Table *table, Action action);

#endif
