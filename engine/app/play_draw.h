/* What the files that draw a screen share. */

#ifndef TPD_APP_PLAY_DRAW_H
#define TPD_APP_PLAY_DRAW_H

#include <stdbool.h>

#include "app/play.h"
#include "core/vocab.h"

enum {
    EDGE = 2 * GRID_EDGE + 1,                     /* cells of a side of the map */
    CELL_MARKS = 2,                               /* nations that stand side by side in a cell */
    MARK_COLUMNS = 3,                             /* two, and the arrow */
    CELL_COLUMNS = 1 + CELL_MARKS * MARK_COLUMNS, /* with its left border */
    MAP_LEFT = 3,
    MAP_COLUMNS = MAP_LEFT + EDGE * CELL_COLUMNS + 1,
    VALUE_COLUMNS = 6,
    TRACKS_COLUMNS = 24,
    ITEM_SIZE = 1024,
    TEXT_SIZE = 4096, /* of a card's event; a longer one is cut, and `card` tells it */
};

/* play_board.c */
bool table_has(const Table *table, System system);
void page_say(Page *page, int gap, const char *format, const TextArgument *arguments);
const char *side_paint(int x);
/* play_map.c, play_tracks.c: parts of the board. */
void draw_map(Page *map, const Table *table);
void draw_tracks(Page *page, const Table *table);

/* How much is told: with all that the cards of the hand say, with a line of each, with their titles,
 * and with marks for the names of nations. */
typedef enum Detail { DETAIL_MARKS, DETAIL_TITLES, DETAIL_CUT, DETAIL_FULL } Detail;

/* play_hand.c */
void draw_card_title(char text[ITEM_SIZE], const Table *table, int index); /* with paint */
void page_number(Page *page, int gap, int number);
void draw_cards(Page *page, const Table *table, Detail detail);
void draw_hand_in(Page *page, const Table *table, Detail detail);

#endif
