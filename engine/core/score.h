/* Scoring, hegemony, hedging and the winner (RULES.md sections 10 and 11). */

#ifndef TPD_CORE_SCORE_H
#define TPD_CORE_SCORE_H

#include <stdbool.h>

#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

typedef enum ScoreItem {
    SCORE_ADOPTION,
    SCORE_STANDARDS,
    SCORE_STOCK,
    SCORE_TRUST,
    SCORE_INDUSTRY,
    SCORE_ITEM_COUNT
} ScoreItem;

/* What each item is worth now, signed: to the US below 0, to China above 0; adoption per stack. */
typedef struct Score {
    int adoption[STACK_COUNT];
    int item[SCORE_ITEM_COUNT]; /* [SCORE_ADOPTION] is unused: 0 */
} Score;

void score_now(const State *state, const Rules *rules, Score *score);
void score_round(State *state, const Rules *rules, EventLog *log);
bool score_is_last_round(const State *state, const Rules *rules);
/* Nations that the bloc behind moves by hedging; 0 if the lead is small. */
int score_hedging_moves(const State *state, const Rules *rules);
/* Who wins on points if the game ends now. */
Bloc score_points_winner(const State *state, const Rules *rules);

#endif
