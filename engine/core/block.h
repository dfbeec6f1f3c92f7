/* Where sixteen nations stand, and which of them are on a side or use a stack: lanes of -1 and 0. */

#ifndef TPD_CORE_BLOCK_H
#define TPD_CORE_BLOCK_H

#include <stdint.h>

#include "core/lanes.h"
#include "core/state.h"
#include "core/vocab.h"

typedef struct Block {
    Lanes x, y;
} Block;

/* The nations from `base` on, a multiple of LANE_COUNT. */
static inline Block block_load(const State *state, int base)
{
    return (Block){lanes_load(state->nation_x + base), lanes_load(state->nation_y + base)};
}

static inline Lanes block_side(Block block, Bloc bloc)
{
    return bloc == BLOC_US ? block.x < 0 : block.x > 0;
}

static inline Lanes block_users(Block block, Stack stack)
{
    return block_side(block, (Bloc)(stack / 2)) & (stack % 2 == 1 ? block.y > 0 : block.y < 0);
}

/* x seen from a bloc: above 0 on its own side. */
static inline Lanes block_own_x(Block block, Bloc bloc)
{
    return bloc == BLOC_US ? -block.x : block.x;
}

#endif
