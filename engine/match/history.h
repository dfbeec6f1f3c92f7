/* The decisions of a game and the position before each, so that any of them can be gone back to.
 * Positions are values: going back copies, nothing is undone. */

#ifndef TPD_MATCH_HISTORY_H
#define TPD_MATCH_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/seat.h"

typedef struct Choice {
    Action action;
    uint8_t seat, by; /* Seat, MatchBy */
    bool reveals;     /* somebody learned what was hidden: a card, a die, the plateau, a headline */
} Choice;

typedef struct History {
    const Rules *rules; /* borrowed */
    Setup setup;
    int count;      /* decisions that stand */
    int made;       /* with those behind them that were taken back and may be made again */
    int room;       /* of the arrays */
    State *state;   /* [0..made]: the position before a decision; [count] is the present one */
    Choice *choice; /* [0..made-1] */
} History;

typedef enum UndoKind {
    UNDO_FREE,      /* nobody but the seat that chose has learned or chosen anything since */
    UNDO_TAKE_BACK, /* the table must agree */
    UNDO_NONE,      /* there is no such decision */
} UndoKind;

/* `start` is the position in which the game begins, or NULL for that of the set-up. */
Status history_init(History *history, const Rules *rules, const Setup *setup, const State *start,
                    Error *err);
/* The decisions of another that stand; it may go on meanwhile. */
Status history_copy(History *history, const History *from, Error *err);
void history_clear(History *history);

const State *history_state(const History *history);
Seat history_seat(const History *history); /* whose decision it is; not when the game is over */

/* Makes room for one more decision, so that history_play() cannot fail. */
Status history_reserve(History *history, Error *err);
void history_play(History *history, Action action, MatchBy by); /* legal, and reserved for */

/* Whether the viewer may know, in the position before decision `at`, what was chosen in decision
 * `number`: all but a headline of another seat that is not revealed yet.  A later choice counts as
 * just made. */
bool history_tells(const History *history, int number, Seat viewer, int at);

/* Going back to decision `to`: what it takes, and doing it. */
UndoKind history_undo_kind(const History *history, int to);
void history_back(History *history, int to);

/* The decision that was taken back here last and may be made again; NULL if there is none. */
const Choice *history_undone(const History *history);

/* Plays decision `number` once more and tells what happened in it. */
void history_events(const History *history, int number, EventLog *log);

#endif
