/* What a position is worth: the chance that a bloc wins, from weights of named features that were
 * fitted to games (`tpd tune`).  Nothing hidden is read, so a sample, the position and a view of
 * nobody are worth the same; and what one bloc gains the other loses.  Integers only. */

#ifndef TPD_AI_EVALUATION_H
#define TPD_AI_EVALUATION_H

#include <stdbool.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"

typedef enum EvaluationTerm {
#define SIDE(id)       EVALUATION_##id,
#define OWN(id)        EVALUATION_##id,
#define DIFFERENCE(id) EVALUATION_##id,
#define WORLD(id)      EVALUATION_##id,
#define PARTNER(id, expression, meaning)
#include "ai/evaluation_terms.def"
#undef SIDE
#undef OWN
#undef DIFFERENCE
#undef WORLD
#undef PARTNER
    EVALUATION_TERM_COUNT
} EvaluationTerm;

typedef enum PartnerTerm {
#define SIDE(id)
#define OWN(id)
#define DIFFERENCE(id)
#define WORLD(id)
#define PARTNER(id, expression, meaning) PARTNER_##id,
#include "ai/evaluation_terms.def"
#undef SIDE
#undef OWN
#undef DIFFERENCE
#undef WORLD
#undef PARTNER
    PARTNER_TERM_COUNT
} PartnerTerm;

/* Points of a game at which each term has a weight; between them it is a straight line. */
enum { KNOT_COUNT = 4, PROGRESS_END = 1000 };
extern const int knot_progress[KNOT_COUNT]; /* of PROGRESS_END */

/* Long and short games have weights of their own: Scenario.full tells which. */
typedef enum GameLength { LENGTH_FULL, LENGTH_SHORT, LENGTH_COUNT } GameLength;

/* Weights in thousandths of a logit for one unit of a term. */
typedef struct EvaluationTable {
    int32_t term[EVALUATION_TERM_COUNT][KNOT_COUNT];
    int32_t partner[PARTNER_TERM_COUNT][KNOT_COUNT];
    int32_t offset, slope; /* of the public chance: offset + slope * logit / LOGIT_ONE */
} EvaluationTable;

typedef struct Evaluation {
    EvaluationTable length[LENGTH_COUNT];
} Evaluation;

/* Words of evaluation.def; they end in NULL. */
extern const char *const length_name[LENGTH_COUNT + 1];
extern const char *const evaluation_term_name[EVALUATION_TERM_COUNT + 1];
extern const char *const partner_term_name[PARTNER_TERM_COUNT + 1];

/* The weights that come with the program: evaluation.def. */
extern const Evaluation evaluation_shipped;

/* Whether a term is read after the market of the round: if none of them weighs, there is no market. */
bool evaluation_term_is_ahead(EvaluationTerm term);

/* ---- what a position is worth: none of these changes it, and none reads what is hidden ---- */

/* Thousandths of a logit that the bloc wins; not when terminal.  The other bloc's is the negative. */
int64_t evaluation_logit(const Evaluation *evaluation, const Rules *rules, const State *state,
                         Bloc bloc);
/* The chance that the bloc wins, in 1/10000.  When terminal: 0 or 10000. */
int evaluation_win(const Evaluation *evaluation, const Rules *rules, const State *state, Bloc bloc);
/* What state_returns() will be on average, and the same sum; when terminal just that. */
void evaluation_returns(const Evaluation *evaluation, const Rules *rules, const State *state,
                        int returns[SEATS_MAX]);
/* The same where the chance that a bloc wins is the calibrated one. */
void evaluation_calibrated_returns(const Evaluation *evaluation, const Rules *rules,
                                   const State *state, int returns[SEATS_MAX]);
/* By which a seat that looks one action ahead compares positions: finer than its return. */
int64_t evaluation_worth(const Evaluation *evaluation, const Rules *rules, const State *state,
                         Seat seat);
/* The *public* chance that the bloc wins, in 1/10000: calibrated on games, whoever looks. */
int evaluation_public(const Evaluation *evaluation, const Rules *rules, const View *view,
                      Bloc bloc);

/* ---- what it is made of, for fitting ---- */

GameLength evaluation_length(const Rules *rules, const State *state);
/* How far the game is, 0 .. PROGRESS_END. */
int evaluation_progress(const Rules *rules, const State *state);
/* The terms as the US sees them; without `ahead` those after the market are 0. */
void evaluation_read(int value[EVALUATION_TERM_COUNT], const Rules *rules, const State *state,
                     bool ahead);
/* The logit of these terms, and of these of a bloc that its closed seat will be before the open one. */
int64_t evaluation_weigh(const EvaluationTable *table, const int value[EVALUATION_TERM_COUNT],
                         int progress);
int64_t partner_weigh(const EvaluationTable *table, const int value[PARTNER_TERM_COUNT],
                      int progress);
void partner_read(int value[PARTNER_TERM_COUNT], const Rules *rules, const State *state, Bloc bloc);

#endif
