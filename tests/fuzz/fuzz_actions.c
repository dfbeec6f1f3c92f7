/* Bytes play a game: the first choose scenario, seats and seed, then each chooses an action of the
 * legal list, or names one by number, which must be legal if and only if it is listed. */

#include <stddef.h>

#include "support/checked.h"
#include "support/shipped.h"

enum {
    HEADER = 4,       /* variant, seed (2), what a byte means */
    NUMBERED = 0xe0,  /* bytes from here on name an action by number, with the next byte */
    LIST_BYTES = 0xe0 /* bytes below choose from the list */
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_listed(const ActionList *legal, Action action)
{
    for (int i = 0; i < legal->count; i++) {
        if (action_equal(legal->item[i], action)) {
            return true;
        }
    }
    return false;
}

/* True if the action was legal and has been played. */
static bool try_number(State *state, const Rules *rules, const ActionList *legal, int number)
{
    Action action;

    if (!action_from_number(&action, number)) {
        return false;
    }
    bool allowed = state_is_legal(state, rules, action);
    if (allowed != is_listed(legal, action)) {
        checked_fault("an action is legal and not listed, or listed and not legal");
    }
    if (allowed) {
        checked_apply(state, rules, action);
    }
    return allowed;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Rules *rules = shipped_rules();
    State state;

    if (size < HEADER) {
        return 0;
    }
    Setup setup = variant_setup(data[0] % variant_count(rules),
                                (uint64_t)data[1] << 8 | data[2] | (uint64_t)data[3] << 56);
    state_init(&state, rules, &setup);
    checked_position(&state, rules);
    for (size_t i = HEADER; i < size && !state_is_terminal(&state); i++) {
        ActionList legal;
        state_legal_actions(&state, rules, &legal);
        if (data[i] < LIST_BYTES) {
            checked_apply(&state, rules, legal.item[data[i] % legal.count]);
        } else if (i + 1 < size) {
            int high = data[i] - NUMBERED;
            i++;
            (void)try_number(&state, rules, &legal, high << 8 | data[i]);
        }
    }
    return 0;
}
