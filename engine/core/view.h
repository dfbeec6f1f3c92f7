/* View: what one seat may know (RULES.md section 11, hidden information).  Another type than State,
 * so that a bot cannot be handed a State by mistake. */

#ifndef TPD_CORE_VIEW_H
#define TPD_CORE_VIEW_H

#include <stdint.h>

#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

enum { SEAT_NOBODY = -1 }; /* a spectator: sees no hand */

typedef struct View {
    /* The position with everything hidden blanked: seed 0; other hands, other committed headlines
     * and what lies in the draw pile united in SET_DECK; a headline that another seat has committed
     * 0; an unknown plateau reads 10, which plays the same as long as it is unknown (RULES.md 2.2). */
    State known;
    uint8_t hand_count[SEATS_MAX], deck_count;
    uint8_t committed[BLOC_COUNT]; /* 1: the bloc has committed a headline that is not revealed */
    int8_t viewer;                 /* seat, or SEAT_NOBODY */
} View;

void view_of(View *view, const State *state, const Rules *rules, Seat viewer);

/* Deals everything hidden anew: a position that the viewer cannot tell from the real one.  `key`
 * chooses which; it becomes the seed of the sample's own future. */
void view_sample(State *state, const View *view, const Rules *rules, uint64_t key);

#endif
