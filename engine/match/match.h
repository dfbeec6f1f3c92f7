/* A game in progress: who sits where, whose choice it is, and a journal that survives a crash.
 * Every front end plays through this header; what it shows comes from match_view(). */

#ifndef TPD_MATCH_MATCH_H
#define TPD_MATCH_MATCH_H

#include <stdbool.h>

#include "ai/bot.h"
#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/history.h"
#include "match/seat.h"

typedef struct Match Match;

typedef struct MatchSetup {
    Setup game;         /* of a new match */
    const State *start; /* the position in which a new match begins; NULL: that of the set-up */
    MatchSeat seat[SEATS_MAX];
    const char *journal_path; /* NULL: none; a new match wants a name that is not in use */
    bool sync;                /* each line reaches the disk before it counts: people play */
    long (*seconds)(void);    /* a clock for the `t=` of the journal; NULL: none */
} MatchSetup;

/* Makes the journal, if there is to be one. */
Status match_new(Match **match, const Rules *rules, const MatchSetup *setup, Error *err);

/* Goes on with the game of the journal, which is appended to.  Its faults are refused with one line
 * and the file is as it was; only an unfinished last line is cut off.  Seats of `setup` that are not
 * PLAYER_NONE take the place of the journal's.  A journal never names what is run: a seat whose bot
 * is not of this program has no `type` until match_seat_change() gives it one. */
Status match_resume(Match **match, const Rules *rules, const MatchSetup *setup, Error *err);
void match_free(Match *match);

/* For the referee: tests, results.  Front ends use views. */
const State *match_state(const Match *match);
void match_view(const Match *match, Seat viewer, View *view);
const Rules *match_rules(const Match *match);
const Setup *match_setup(const Match *match);

/* All positions so far, for a replay, which shows of them what its viewer may know. */
const History *match_history(const Match *match);

bool match_is_over(const Match *match);
int match_decision_count(const Match *match);           /* those that stand */
Seat match_current_seat(const Match *match);            /* not when it is over */
void match_legal(const Match *match, ActionList *list); /* empty when it is over */
SeatPlayer match_player(const Match *match, Seat seat);
const MatchSeat *match_seat(const Match *match, Seat seat);

/* The choice of the current seat: one line of the journal, written before it counts.
 * STATUS_ILLEGAL: nothing has happened.  STATUS_IO: the journal could not be written; the match is
 * to be given up, and goes on from what the file holds. */
Status match_submit(Match *match, Action action, MatchBy by, Error *err);

/* Asks the bot of the current seat.  A bot that fails forfeits the choice: the first legal action is
 * played, and the fault counted. */
Status match_step_bot(Match *match, Error *err);
/* The same for who must not wait: a slice of it.  `chose` is false as long as the bot thinks.  A match
 * is asked either in this way or by match_step_bot(), not by both. */
Status match_think_bot(Match *match, bool *chose, Error *err);
/* Whether the bot that thinks has nothing to do meanwhile: the next slice need not come at once. */
bool match_bot_waits(const Match *match);
/* From now on match_step_bot() leaves there why the bot chose, none if it did not say; NULL: nobody
 * wants to know. */
void match_want_reasons(Match *match, Reasons *reasons);
/* How it has the parts of a long decision worked on, from now on. */
void match_work_with(Match *match, BotWork *work, int threads);
int match_fault_count(const Match *match, Seat seat);
const char *match_last_fault(const Match *match); /* one line; "" if there was none */

/* Undo goes back to the last choice that no bot made, with all that bots chose since. */
int match_undo_target(const Match *match); /* that decision; -1 if there is none */
UndoKind match_can_undo(const Match *match);
/* A take-back wants `confirmed` and is marked in the journal; without it, STATUS_ILLEGAL. */
Status match_undo(Match *match, bool confirmed, Error *err);
/* The same for any earlier decision. */
UndoKind match_can_undo_to(const Match *match, int decision);
Status match_undo_to(Match *match, int decision, bool confirmed, Error *err);
/* The action taken back here last, to be submitted again; false if there is none. */
bool match_redo_action(const Match *match, Action *action);

/* The seat changes hands; the same player again (to give a bot its type) leaves no line. */
Status match_seat_change(Match *match, Seat seat, const MatchSeat *player, Error *err);

/* What happened, as one seat may know it (SEAT_NOBODY: a spectator). */
enum { CARD_HIDDEN = -1 };
/* The number of the seat's last decision, from which on it wants news; -1 before its first. */
int match_last_decision(const Match *match, Seat seat);
Seat match_decision_seat(const Match *match, int decision);
int match_decision_round(const Match *match, int decision);
/* False if what was chosen is hidden from the viewer: another seat's headline before the reveal. */
bool match_decision_action(const Match *match, int decision, Seat viewer, Action *action);
/* The events of one decision.  The card of a draw or of a headline that the viewer may not know is
 * CARD_HIDDEN; nothing else in a log is secret, as a plateau that changes is revealed. */
void match_events(const Match *match, int decision, Seat viewer, EventLog *log);

#endif
