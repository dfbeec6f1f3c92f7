#include "ai/evaluation_policy.h"

#include <stddef.h>
#include <stdint.h>

#include "core/rng.h"
#include "core/vocab.h"

int evaluation_choose(const Evaluation *evaluation, const Rules *rules, const State *world,
                      const LegalSet *set)
{
    Seat seat = state_current_seat(world, rules);
    int64_t most = INT64_MIN;
    int best = 0;

    for (int n = 0; n < set->count; n++) {
        State next = *world;
        state_apply_nth(&next, rules, set, n, NULL);
        int64_t worth = evaluation_worth(evaluation, rules, &next, seat);
        if (worth > most) {
            most = worth;
            best = n;
        }
    }
    return best;
}

int plays_over(const Rules *rules, const State *state)
{
    return (state->round - 1) * BLOC_COUNT * rules->scenario[state->scenario].acts + state->turn;
}

void evaluation_play(const Evaluation *evaluation, const Rules *rules, State *world, int until)
{
    while (!state_is_terminal(world) &&
           (world->frame_count > 0 || plays_over(rules, world) < until)) {
        LegalSet set;
        int choice = 0;
        state_legal_set(world, rules, &set);
        if (set.count > 1) {
            State trial = *world;
            trial.seed = rng_mix(world->seed);
            choice = evaluation_choose(evaluation, rules, &trial, &set);
        }
        state_apply_nth(world, rules, &set, choice, NULL);
    }
}
