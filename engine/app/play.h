/* A game at a terminal: people and bots at one table.  A screen is drawn for one seat, and all that
 * it shows comes from the View of that seat. */

#ifndef TPD_APP_PLAY_H
#define TPD_APP_PLAY_H

#include <stdbool.h>

#include "app/play_page.h"
#include "core/action.h"
#include "core/explain.h"
#include "core/score.h"
#include "core/state.h"
#include "core/view.h"
#include "match/match.h"
#include "text/news.h"
#include "text/voice.h"

enum { MARK_SIZE = NATION_MARK_SIZE };

typedef struct Table {
    const Match *match;
    const Rules *rules;
    Voice voice;
    View view;        /* of the seat that looks; of a spectator where others look as well */
    Seat chooser;     /* whose choice it is; SEAT_NOBODY when the game is over */
    ActionList legal; /* of that choice; empty where it is not to be shown */
    State ahead;      /* the position after the market, if the actions ended now */
    Outlook outlook;
    Score score;                       /* of that position */
    char mark[NATIONS_MAX][MARK_SIZE]; /* of two columns for each nation, no two alike: the map's */
} Table;

/* Looks at the match as it stands now: `viewer` sees it, and its own hand, SEAT_NOBODY no hand. */
void table_look(Table *table, const Match *match, Seat viewer);
/* Finds the marks of the nations, from their labels in the voice; after each change of the voice. */
void table_mark_nations(Table *table);
/* Who tells what happened to whom the table is shown. */
Teller table_teller(const Table *table);
/* Whether what is to be chosen, by its kind, shows the chooser's hand. */
bool decision_is_private(const State *state, const Rules *rules);

/* play_board.c: title, world, map, tracks and nations. */
void draw_board(Page *page, const Table *table);

/* play_news.c: what happened in the decisions from number `first` on, in at most so many lines. */
void draw_news(Page *page, const Table *table, int first, int lines);
/* play_log.c */
/* One decision, line by line. */
void draw_log(Page *page, const Table *table, int decision);

/* play_choice.c: what is to be decided, the hand, and the numbered actions, in at most so many lines
 * if that can be. */
void draw_choice(Page *page, const Table *table, int lines);
void draw_hand(Page *page, const Table *table);

/* play_effect.c: what an operation or a pick would do and cost, before it is done; false where that
 * is a card's event and so told by the card. */
enum { EFFECT_SIZE = 1024 };
bool effect_tell(char text[EFFECT_SIZE], const Table *table, Action action);

/* play_find.c: the index of the action that the words mean: its number, its canonical text or its
 * label, or the beginning of one.  -1: none, and `reason` says why. */
enum { REASON_SIZE = 512 };
int table_find_action(const Table *table, const char *words, char reason[REASON_SIZE]);
/* The card of an id, or of words of a title that only one has; -1: none.  The list names those that
 * they may mean. */
int table_find_card(const Table *table, const char *words);
void table_list_cards(char list[REASON_SIZE], const Table *table, const char *words);
/* Blind to the case of letters: does the text begin with these, is it the same? */
bool text_begins(const char *text, const char *letters);
bool text_is(const char *text, const char *other);

/* play_help.c */
void draw_help(Page *page, const Table *table);

#endif
