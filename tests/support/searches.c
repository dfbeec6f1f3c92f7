#include "support/searches.h"

#include <string.h>

#include "core/rng.h"
#include "core/view.h"
#include "support/shipped.h"
#include "test.h"

Search *search_made(const SearchConfig *config)
{
    Search *search = NULL;
    Error err;

    if (search_new(&search, config, shipped_rules(), &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return search;
}

void search_ask(Search *search, const State *state, uint64_t key)
{
    const Rules *rules = shipped_rules();
    ActionList legal;
    View view;

    state_legal_actions(state, rules, &legal);
    view_of(&view, state, rules, state_current_seat(state, rules));
    search_begin(search, &view, &legal, key);
}

void search_answer(SearchResult *result, const SearchConfig *config, const State *state,
                   uint64_t key)
{
    Search *search = search_made(config);

    search_ask(search, state, key);
    assert_true(search_step(search, config->iterations));
    search_result(search, result);
    search_free(search);
}

State searched_position(int variant, uint64_t seed, int decisions)
{
    const Rules *rules = shipped_rules();
    Setup setup = variant_setup(variant, seed);
    State state;

    state_init(&state, rules, &setup);
    for (int decision = 0; decision < decisions; decision++) {
        ActionList legal;
        state_legal_actions(&state, rules, &legal);
        State next = state;
        state_apply(&next, rules, policy_choose(rng_key(seed), decision, &legal), NULL);
        if (state_is_terminal(&next)) {
            break;
        }
        state = next;
    }
    return state;
}

int searched_variant(const char *scenario, int seat_count)
{
    const Rules *rules = shipped_rules();

    for (int variant = 0; variant < variant_count(rules); variant++) {
        Setup setup = variant_setup(variant, 1);
        if (setup.seat_count == seat_count && strcmp(variant_name(rules, variant), scenario) == 0) {
            return variant;
        }
    }
    fail_msg("no scenario '%s' for %d seats", scenario, seat_count);
    return -1;
}
