#include "support/checked.h"

#include <stdio.h>
#include <stdlib.h>

#include "support/shipped.h"

_Noreturn void checked_fault(const char *what)
{
    (void)fprintf(stderr, "%s\n", what);
    abort();
}

void checked_position(const State *state, const Rules *rules)
{
    Error err = {0};

    if (state_check(state, rules, &err) != STATUS_OK) {
        checked_fault(err.text);
    }
    if (!state_is_terminal(state)) {
        ActionList legal;
        state_legal_actions(state, rules, &legal);
        if (legal.count < 1 || legal.count > ACTIONS_MAX) {
            checked_fault("a legal list is empty or too long");
        }
    }
}

void checked_apply(State *state, const Rules *rules, Action action)
{
    state_apply(state, rules, action, NULL);
    checked_position(state, rules);
}

void checked_play(State *state, const Rules *rules, uint64_t key, int most)
{
    for (int decision = 0; decision < most && !state_is_terminal(state); decision++) {
        ActionList legal;
        state_legal_actions(state, rules, &legal);
        checked_apply(state, rules, policy_choose(key, decision, &legal));
    }
}
