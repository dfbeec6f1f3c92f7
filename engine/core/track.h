/* The only way a track changes, and what tracks alone tell (RULES.md section 2.2). */

#ifndef TPD_CORE_TRACK_H
#define TPD_CORE_TRACK_H

#include <stdbool.h>

#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

/* Adds `amount` to a slot of State.track[], clamped to the track's range; nothing if a system that
 * is switched off holds the track still.  Returns the change that happened. */
int state_gain(State *state, const Rules *rules, int slot, int amount, EventLog *log);

/* Frontier; reveals the plateau the moment a lab passes it. */
void gain_frontier(State *state, const Rules *rules, Seat seat, int amount, EventLog *log);

/* Risk; at its end the game is over and `culprit` has lost. */
void gain_risk(State *state, const Rules *rules, int amount, Bloc culprit, EventLog *log);

/* The game is over: clears what is being resolved. */
void state_end(State *state, Bloc winner, Ending ending, EventLog *log);

void reveal_plateau(State *state, const Rules *rules, EventLog *log);

bool has_system(const State *state, const Rules *rules, System system);
bool in_force(const State *state, Tile tile);
unsigned tiles_in_force(const State *state); /* bit per Tile */
unsigned own_tiles_in_force(const State *state, Bloc bloc);
Bloc tile_owner(Tile tile);
extern const unsigned tiles_owned[BLOC_COUNT]; /* bit per Tile */
int modifier_sum(const State *state, Modifier modifier, Bloc bloc);

int effective_quality(const State *state, Stack stack); /* eq(Q) */
int best_lab(const State *state, Bloc bloc);

#endif
