/* Cards on the move: drawing, dealing, discarding (RULES.md sections 3 and 12.1; TRACE.md R1). */

#ifndef TPD_CORE_DECK_H
#define TPD_CORE_DECK_H

#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

/* A card can be played in three ways, so this many cards fill a legal list.  Shipped cards do not
 * come near it; a card of others that draws without end stops here. */
enum { HAND_MAX = ACTIONS_MAX / 3 };

/* Adds the cards of every era that the scenario brings in this round. */
void deck_add_eras(State *state, const Rules *rules, EventLog *log);
/* Every seat draws up to the hand size, in the order of section 3. */
void deck_deal(State *state, const Rules *rules, EventLog *log);
void deck_draw(State *state, const Rules *rules, Seat seat, int count, EventLog *log);
void deck_discard_random(State *state, Seat seat, int count, EventLog *log);

#endif
