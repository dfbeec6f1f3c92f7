/* What comes between the choices at one table: whose hand may be shown, what a person is told before
 * they choose, when bots may go on.  No rule of the game: only who looks, and when. */

#ifndef TPD_UI_TURNS_H
#define TPD_UI_TURNS_H

#include <stdbool.h>

#include "ai/bot.h"
#include "core/vocab.h"
#include "match/seat.h"
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
    /* Bots, and time. */
    bool paused;           /* bots wait, and the clock stands still */
    bool hurried;          /* bots do not rest until a person is to choose */
    bool thinks;           /* the bot that was asked last has not chosen yet */
    int rest;              /* milliseconds until the next bot may choose */
    Reasons reasons, said; /* of the bot that is asked; of the one that chose last */
    int said_of;           /* that decision; -1: none */
    int clock_at;          /* decisions when the clock was set */
    Seat clock_of;         /* for whom */
    int left;              /* milliseconds on it; below 0 it has run out */
} Turns;

/* A game is on the table, new or resumed. */
void turns_begin(struct Desk *desk);
/* Forgets hands that no longer may be shown; returns who sees the table now. */
Seat turns_look(struct Desk *desk);
/* Time passes, for the clock of who chooses and for bots that rest. */
void turns_pass_time(struct Desk *desk, int milliseconds);
bool turns_clock_runs(const struct Desk *desk);
/* Whether the bot whose turn it is may be asked now. */
bool turns_let_bot(const struct Desk *desk);
/* It has chosen. */
void turns_note_bot(struct Desk *desk);
/* The seat changes hands: its hand is covered from whoever sits here now. */
void turns_hand_over(struct Desk *desk, Seat seat, const MatchSeat *player);
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
