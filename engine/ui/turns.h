/* What comes between the choices at one table: whose hand may be shown, what a person is told before
 * they choose, when bots may go on.  No rule of the game: only who looks, and when. */

#ifndef TPD_UI_TURNS_H
#define TPD_UI_TURNS_H

#include <stdbool.h>

#include "core/vocab.h"
#include "ui/scroll.h"

struct Desk;

typedef struct Turns {
    bool skips_sheet; /* the scoring sheet does not open by itself */
    bool handed;      /* a seat changed hands while several people sat here */
    int curtains;     /* how often the screen was handed over */
    int told;         /* decisions up to which the seat that chooses has been told the news */
    int scored;       /* decisions that have been looked through for a scoring */
    int sheet_round;  /* whose scoring sheet is shown; 0: the last one */
    int log_round;    /* of which the log is shown; 0: the present one */
    Scroll log, piles;
    int card; /* that is shown in full */
} Turns;

/* A game is on the table, new or resumed. */
void turns_begin(struct Desk *desk);
/* Forgets hands that no longer may be shown; returns who sees the table now. */
Seat turns_look(struct Desk *desk);
/* Opens what must be seen before the table: a scoring sheet, the privacy screen, the news. */
void turns_step(struct Desk *desk);
/* The person who is to choose says that only they look. */
void turns_accept(struct Desk *desk);
/* Something was taken back: what follows from the position has been seen. */
void turns_rewind(struct Desk *desk);

/* The decision in which the round was scored, -1: it was not yet. */
int turns_scoring(const struct Desk *desk, int round);
/* The decision with which the news of the seat begin: its last that was no answer to a card; -1:
 * nobody else has done anything since. */
int turns_first_news(const struct Desk *desk, Seat seat);

#endif
