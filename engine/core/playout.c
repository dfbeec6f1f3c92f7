#include "core/playout.h"

#include <stddef.h>

#include "core/rng.h"

int playout_choice(uint64_t key, int decision, int count)
{
    unsigned number = (unsigned)decision;

    return rng_below(rng_hash(key, STREAM_POLICY, number >> 16, number & 0xFFFF, 0), count);
}

int playout_random(State *state, const Rules *rules, int first_decision)
{
    uint64_t key = rng_key(state->seed);
    int decision = first_decision;

    for (; !state_is_terminal(state); decision++) {
        LegalSet set;
        state_legal_set(state, rules, &set);
        int choice = playout_choice(key, decision, set.count);
        state_apply(state, rules, legal_nth(&set, rules, choice), NULL);
    }
    return decision - first_decision;
}
