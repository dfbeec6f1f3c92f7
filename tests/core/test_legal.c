/* The set of legal actions and its two readings: the n-th, and all of them. */

#include "core/action.h"
#include "core/legal.h"
#include "core/playout.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "support/shipped.h"
#include "test.h"

static void expect_readings_agree(const LegalSet *set, const Rules *rules)
{
    ActionList list;

    legal_list(set, rules, &list);
    assert_int_equal(list.count, set->count);
    for (int n = 0; n < list.count; n++) {
        assert_true(action_equal(list.item[n], legal_nth(set, rules, n)));
    }
}

TEST(a_list_has_the_actions_of_the_set_in_order)
{
    const Rules *rules = shipped_rules();

    for (int game = 0; game < 20; game++) {
        const Setup setup = {(uint64_t)game, rules_find_scenario(rules, "full"), game % 2 ? 4 : 2};
        uint64_t key = rng_key(setup.seed);
        LegalSet set;
        State state;
        state_init(&state, rules, &setup);
        for (int decision = 0; !state_is_terminal(&state); decision++) {
            state_legal_set(&state, rules, &set);
            expect_readings_agree(&set, rules);
            state_apply_nth(&state, rules, &set, playout_choice(rules, key, decision, set.count),
                            NULL);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_has_the_actions_of_the_set_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
