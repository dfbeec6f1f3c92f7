/* Who is who: signs, purses and headliners of blocs, and what each seat controls. */

#ifndef TPD_CORE_SEATS_H
#define TPD_CORE_SEATS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/state.h"
#include "core/vocab.h"

Bloc rival_of(Bloc bloc);
int side_sign(Bloc bloc); /* US -1, China +1: the direction of x toward the bloc */
Bloc seat_bloc(Seat seat);
Seat closed_seat(Bloc bloc); /* whose purse serves API customers */
Seat open_seat(const State *state, Bloc bloc);
Stack closed_stack(Bloc bloc);
Stack open_stack(Bloc bloc);
bool is_four_seats(const State *state);
Seat headliner(const State *state, Bloc bloc); /* RULES.md section 13, 4-seat mode */
/* The seat whose purse, lab and hand an event means for `bloc` (section 12.2). */
Seat event_purse(const State *state, Bloc bloc, Seat event_seat);
/* The seat that makes the next play of the action phase; it may hold no card. */
Seat playing_seat(const State *state);
/* The seat that commits a headline next. */
Seat committing_seat(const State *state);

bool set_has(const uint64_t set[2], int card);
void set_add(uint64_t set[2], int card);
void set_remove(uint64_t set[2], int card);
bool set_is_empty(const uint64_t set[2]);
int set_count(const uint64_t set[2]);
int set_nth(const uint64_t set[2], int n);     /* the n-th card in card order, from 0 */
int set_next(const uint64_t set[2], int card); /* first card >= `card`, or CARDS_MAX */

#endif
