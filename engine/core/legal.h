/* The legal choices of a position as a set, without writing a list: what playouts and searches use. */

#ifndef TPD_CORE_LEGAL_H
#define TPD_CORE_LEGAL_H

#include <stdint.h>

#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

/* Operations are bits in the order of the legal list: word 0 has the lines without a nation from
 * bit 0 (verb - VERB_TRAIN, each IMPOSE and LIFT with a bit a tile) and `align` from bit 32; word 1
 * has `open` from bit 0 and `close` from bit 32. */
enum {
    BIT_IMPOSE = VERB_IMPOSE - VERB_TRAIN,
    BIT_LIFT = BIT_IMPOSE + TILE_COUNT,
    BIT_SAFEGUARD = BIT_LIFT + TILE_COUNT,
    BIT_ALIGN = 32,
    BIT_OPEN = 64,
    BIT_CLOSE = 96,
};

typedef struct LegalSet {
    uint64_t bits[2]; /* cards, operations, nations, tiles or options */
    uint8_t
        verb; /* HEADLINE, PICK_NATION, PICK_TILE, OPTION; EVENT for a play; STOP for an operation */
    uint8_t modes; /* ways to play a card: 3, or 2 when the seat has shelved; else 1 */
    uint8_t bloc;  /* of the seat that chooses */
    uint8_t count; /* of legal actions, at least 1 */
    int8_t court_cost[NATIONS_MAX]; /* capital; only of nations that may be courted */
} LegalSet;

/* Not for a terminal position. */
void state_legal_set(const State *state, const Rules *rules, LegalSet *set);
/* The n-th action of the legal list, 0 <= n < set->count. */
Action legal_nth(const LegalSet *set, const Rules *rules, int n);
/* All of them, in order. */
void legal_list(const LegalSet *set, const Rules *rules, ActionList *list);

/* state_apply() of legal_nth(), which does not work out again what the set of this position knows. */
void state_apply_nth(State *state, const Rules *rules, const LegalSet *set, int n, EventLog *log);

#endif
