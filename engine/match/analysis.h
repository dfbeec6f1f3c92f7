/* What a finished or unfinished game tells about how it was played.  Three figures, never mixed:
 *
 *   public   the chance that the US wins by what everybody sees, no hand known (ai/evaluation)
 *   of a seat  what it can expect, knowing what it knows, after its choice: the mean return of
 *            random playouts of worlds sampled from its view; in a 2-seat game its chance to win
 *   luck     what a deal, a die or a reveal changed in the public figure: its value after the
 *            decision that brought it, minus its mean over what the seat that chose could not tell
 *            apart.  As in backgammon, luck of both sides is 0 on average, however they play.
 *
 * The loss of a decision is W(best) - W(chosen) of the seat: a search with a key of its own names the
 * best, then both are played out in the same worlds with the same chance, and only that counts.
 * It is below 0 where the playouts prefer what was chosen.  A mistake is a loss whose 95 % interval
 * lies above 3 points of 100.  Skill is what the losses of a seat come to.
 *
 * All figures are in 1/10000.  Stepped by its caller, without a clock or a thread. */

#ifndef TPD_MATCH_ANALYSIS_H
#define TPD_MATCH_ANALYSIS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/history.h"

typedef struct Analysis Analysis;

enum {
    ANALYSIS_PLAYOUTS = 400,    /* of each of two actions, if nobody wants another number */
    ANALYSIS_ITERATIONS = 2000, /* of the search that names the best */
    ANALYSIS_PLAYS = 6,         /* of cards, which a playout goes on for */
    ANALYSIS_WORLDS = 64,       /* over which luck is a mean */
    ANALYSIS_CERTAIN = 10000,
    MISTAKE_LOSS = 300, /* above which the whole interval must lie */
};

typedef struct AnalysisConfig {
    int playouts, iterations;
    int plays; /* of cards after the decision, until a playout is read */
    uint64_t key;
} AnalysisConfig;

typedef struct DecisionAnalysis {
    Seat seat;
    Action chosen, best;          /* the same where the search agrees */
    bool has_choice;              /* there was more than one action */
    int win_chosen, win_best;     /* of the seat, by the playouts */
    int loss, half_width;         /* W(best) - W(chosen), and half its 95 % interval */
    bool mistake;                 /* loss - half_width > MISTAKE_LOSS */
    int public_before, us_public; /* chance that the US wins, before and after */
    bool has_luck;                /* something was dealt, rolled or revealed */
    int us_luck;                  /* of the US; China's is the negative */
} DecisionAnalysis;

typedef struct SeatAnalysis {
    int choices, mistakes; /* decisions with a choice */
    int64_t loss;          /* skill: the sum of its losses */
    int64_t luck;          /* of its bloc */
} SeatAnalysis;

/* The public chance that the US wins in a position. */
int analysis_public(const State *state, const Rules *rules);
/* The return of the seat, 0 .. 1000, if after the action all go on for some plays as the evaluation
 * would have them, as it then stands.  All actions of a world are read at the same time of the game. */
int analysis_play_out(const AnalysisConfig *config, const Rules *rules, const State *world,
                      Action action, Seat seat);

/* Of the decisions that stand; `history` is borrowed.  Freed at any moment, it is cancelled. */
Status analysis_new(Analysis **analysis, const AnalysisConfig *config, const History *history,
                    Error *err);
/* One whose figures are known: analysis_add() each decision in order, of which seat, chosen action and
 * what follows from the others need not be filled. */
Status analysis_new_empty(Analysis **analysis, const AnalysisConfig *config, const History *history,
                          Error *err);
void analysis_add(Analysis *analysis, const DecisionAnalysis *decision);
void analysis_free(Analysis *analysis);

/* Goes on for so many playouts; true: it is done. */
bool analysis_step(Analysis *analysis, int playouts);
int analysis_done(const Analysis *analysis); /* decisions */
const History *analysis_history(const Analysis *analysis);
const AnalysisConfig *analysis_config(const Analysis *analysis);
/* Of a decision that is done. */
const DecisionAnalysis *analysis_decision(const Analysis *analysis, int number);
/* Over the decisions that are done. */
void analysis_seat(const Analysis *analysis, Seat seat, SeatAnalysis *sum);
/* The numbers of the decisions with the greatest certain loss, loss - half_width, the worst first;
 * how many there are. */
int analysis_worst(const Analysis *analysis, int worst[], int most);

#endif
