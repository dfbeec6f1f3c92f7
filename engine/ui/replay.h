/* A game that is looked at again: its decisions, where one is in them, through whose eyes, and what an
 * analysis has found so far.  Nothing here draws.
 *
 * Before the end only what a person may know already is shown: the public side, and the past of the
 * one seat whose hand that person may see. */

#ifndef TPD_UI_REPLAY_H
#define TPD_UI_REPLAY_H

#include <stdbool.h>

#include "core/action.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/analysis.h"
#include "match/history.h"
#include "match/seat.h"
#include "ui/desk_host.h"
#include "ui/retry.h"

struct Desk;

enum { EYES_ALL = SEAT_NOBODY - 1 }; /* every hand is seen; SEAT_NOBODY: none is */

typedef enum ReplayTab { REPLAY_CHANCES, REPLAY_CARDS, REPLAY_SKILL, REPLAY_TAB_COUNT } ReplayTab;

typedef struct Replay {
    History history; /* owned */
    MatchSeat seat[SEATS_MAX];
    const void *match; /* that it is of: another one is another game; NULL: of a saved game */
    bool all_open;     /* the game is over, or was played with open hands */
    Seat person;       /* before that: whose eyes may be had; SEAT_NOBODY: nobody's */
    Seat eyes;         /* or EYES_ALL */
    int at;            /* the position before this decision is shown */
    int *chance;       /* [0..history.count], public, that the US wins; owned */
    ReplayTab tab;
    bool plays;
    int waited; /* milliseconds since the last step, while it plays */
    AnalysisConfig config;
    char path[HOST_PATH_SIZE]; /* of the journal, beside which an analysis is kept; "": nowhere */
    Analysis *analysis;        /* owned; NULL: none was asked for */
    bool analysed;             /* it is done */
    int slice;                 /* of its steps in a frame */
    Retry retry;
    bool asks_start; /* how to go on from here */
} Replay;

/* Looks at the game; `replay` is left as it was on a fault. */
Status replay_new(Replay **replay, const History *history, const MatchSeat seat[SEATS_MAX],
                  Error *err);
void replay_free(Replay *replay);

/* ---- where, and through whose eyes ---- */

void replay_go(Replay *replay, int at);
/* The first decision of the next round, or of this or the one before. */
int replay_round_after(const Replay *replay);
int replay_round_before(const Replay *replay);
bool replay_is_over(const Replay *replay); /* what is shown is the end of the game */
/* The decisions of the round that is shown: from *first, before *end. */
void replay_round(const Replay *replay, int *first, int *end);

bool replay_may_have(const Replay *replay, Seat eyes);
void replay_take_eyes(Replay *replay, Seat eyes);
void replay_next_eyes(Replay *replay);
/* Whose view of the position is shown. */
Seat replay_viewer(const Replay *replay);
/* What was chosen; false where the eyes may not know it. */
bool replay_action(const Replay *replay, int number, Action *action);

/* ---- what was found ---- */

/* Goes on with an analysis for a few milliseconds; true: it is done.  `passed` since the last time. */
bool replay_analyse(Replay *replay, int passed);
/* The one beside the journal at once, if it is still true; else a new one. */
Status replay_begin_analysis(Replay *replay, Error *err);
void replay_drop_analysis(Replay *replay);
/* What the analysis says about a decision, NULL where it has not come so far, or the eyes may not
 * see it. */
const DecisionAnalysis *replay_judgement(const Replay *replay, int number);
/* The next mistake that the eyes see, from `from` on; -1: there is none. */
int replay_mistake(const Replay *replay, int from);

/* ---- the desk's ---- */

/* Opens the game of a save; false: the fault is shown. */
bool replay_open_save(struct Desk *desk, const char *save);
/* Makes sure that the desk's replay is of the game it should be; false: there is none. */
bool replay_ready(struct Desk *desk);
void replay_close(struct Desk *desk);
/* A choice on the table, while it is asked for. */
void replay_answer(struct Desk *desk, Action action);

#endif
