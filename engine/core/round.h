/* The round (RULES.md section 3): Start, headline, plays, and what follows the last play. */

#ifndef TPD_CORE_ROUND_H
#define TPD_CORE_ROUND_H

#include <stdbool.h>

#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"

/* Begins the next round, up to its first decision or to the point where the frames take over. */
void round_start(State *state, const Rules *rules, EventLog *log);

/* Goes on with the round when nothing is being resolved.  True: a seat must commit or play a card. */
bool round_continue(State *state, const Rules *rules, EventLog *log);

/* A seat commits a headline; when both have, they are revealed and begin to resolve. */
void round_commit(State *state, const Rules *rules, int card, EventLog *log);

/* A seat plays a card in one of the modes of section 4. */
void round_play(State *state, const Rules *rules, Action action, EventLog *log);

#endif
