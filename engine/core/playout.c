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

/* Inlined with all that it calls; playout_random() has a copy of its own, as it is the fastest so. */
__attribute__((flatten)) static void play_one(State *state, const Rules *rules, uint64_t key,
                                              int decision)
{
    LegalSet set;

    state_legal_set(state, rules, &set);
    state_apply_nth(state, rules, &set, playout_choice(rules, key, decision, set.count), NULL);
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

int playout_cut(State *state, const Rules *rules, int first_decision, int most)
{
    uint64_t key = rng_key(state->seed);
    int decision = first_decision;

    for (; !state_is_terminal(state) && decision - first_decision < most; decision++) {
        play_one(state, rules, key, decision);
    }
    return decision - first_decision;
}

int playout_quiet(State *state, const Rules *rules, int first_decision)
{
    uint64_t key = rng_key(state->seed);
    int decision = first_decision;

    for (; !state_is_terminal(state) && state->frame_count > 0; decision++) {
        play_one(state, rules, key, decision);
    }
    return decision - first_decision;
}
