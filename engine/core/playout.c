#include "core/playout.h"

#include <stddef.h>

#include "core/legal.h"
#include "core/rng.h"

int playout_choice(const Rules *rules, uint64_t key, int decision, int count)
{
    unsigned number = (unsigned)decision;
    uint64_t use = number < POLICY_USES ? rules->policy_use[number]
                                        : rng_use(STREAM_POLICY, number >> 16, number & 0xFFFF, 0);

    return rng_below(rng_mix(key ^ use), count);
}

__attribute__((flatten)) int playout_random(State *state, const Rules *rules, int first_decision)
{
    uint64_t key = rng_key(state->seed);
    int decision = first_decision;

    for (; !state_is_terminal(state); decision++) {
        LegalSet set;
        state_legal_set(state, rules, &set);
        state_apply_nth(state, rules, &set, playout_choice(rules, key, decision, set.count), NULL);
    }
    return decision - first_decision;
}
