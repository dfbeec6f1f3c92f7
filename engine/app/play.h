/* A game at a terminal: the table between a person's seat and bots.  Everything that is shown comes
 * from the View of that seat. */

#ifndef TPD_APP_PLAY_H
#define TPD_APP_PLAY_H

#include "app/seating.h"
#include "core/view.h"

enum { LABEL_SIZE = 3 }; /* two letters */

typedef struct Table {
    const Rules *rules;
    View view;        /* of the person's seat */
    ActionList legal; /* the person's choice; empty when another seat is to decide */
    /* Two letters for each nation, no two alike, for the map. */
    char label[NATIONS_MAX][LABEL_SIZE];
} Table;

/* play_board.c: names the nations; draws map and tracks. */
void table_name_nations(Table *table);
void table_print_board(const Table *table);

/* play_choice.c: what is to be decided, the hand and the numbered actions. */
void table_print_choice(const Table *table);

/* play_news.c: tells what happened, as far as the person may know.  `before` is the view before
 * the action. */
void table_tell(const Table *table, const EventLog *log);

/* play_input.c: finds the action that a line of input means: a number, a text or the beginning of
 * one.  -1: none, and `reason` says why. */
enum { REASON_SIZE = 320 };
int table_find_action(const Table *table, const char *input, char reason[REASON_SIZE]);

/* Blind to case: does the text begin with these letters, is it the same? */
bool text_begins(const char *text, const char *letters);
bool text_is(const char *text, const char *other);

/* play_help.c */
void table_print_help(void);

#endif
