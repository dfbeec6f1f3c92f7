/* What a position is worth where playouts are cut. */

#include <stdlib.h>

#include "ai/evaluator.h"
#include "ai/fixed.h"
#include "core/state.h"
#include "support/bot_text.h"
#include "support/searches.h"
#include "support/shipped.h"
#include "test.h"

enum { FULL_SCALE = 1000, ROUNDING = 2 };

static int worth(const State *state, Seat seat)
{
    int returns[SEATS_MAX];

    evaluator_default.returns(evaluator_default.data, state, shipped_rules(), returns);
    return returns[seat];
}

TEST(a_lead_is_worth_more_later)
{
    State early;
    State late;
    State behind;

    bot_position(&early, "pool=20,0 hand=E08,E11");
    bot_position(&late, "pool=20,0 round=6 hand=E08,E11");
    bot_position(&behind, "pool=0,20 hand=E08,E11");
    assert_true(worth(&early, 0) > worth(&behind, 0));
    assert_true(worth(&late, 0) > worth(&early, 0));
}

TEST(two_seats_share_one_return)
{
    for (int decisions = 0; decisions < 100; decisions += 9) {
        State state = searched_position(searched_variant("full", 2), 3, decisions);
        assert_true(abs(worth(&state, 0) + worth(&state, 2) - FULL_SCALE) <= ROUNDING);
        assert_int_equal(worth(&state, 1), 0);
    }
}

/* A bloc that has won for sure takes the first two places, whoever leads in it. */
TEST(odds_are_spread_over_places)
{
    State state = searched_position(searched_variant("short", 4), 1, 5);
    int returns[SEATS_MAX];

    evaluator_spread(&state, FIXED_ONE, (const unsigned[]){FIXED_ONE, 0}, returns);
    assert_int_equal(returns[0], 0);
    assert_int_equal(returns[1], 333);
    assert_int_equal(returns[2], 1000);
    assert_int_equal(returns[3], 667);
    evaluator_spread(&state, FIXED_ONE / 2, (const unsigned[]){FIXED_ONE / 2, FIXED_ONE / 2},
                     returns);
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        assert_in_range(returns[seat], 498, 502);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lead_is_worth_more_later),
        cmocka_unit_test(two_seats_share_one_return),
        cmocka_unit_test(odds_are_spread_over_places),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
