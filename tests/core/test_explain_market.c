#include <stdio.h>

#include "core/explain.h"
#include "support/asked.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

static const char golden_round_1[] = "-2:-2,-1:2,-1:-2,-2:-1,-2:-1,-1:-1,-1:-2,0:1,-1:-1,1:2,1:1,"
                                     "1:1,-1:-1,1:-2,2:-2,2:-2";
static const char golden_round_2[] = "-2:-2,-2:2,-2:-2,-2:-2,-2:-2,-1:-2,-2:-2,0:1,-1:-2,2:2,1:2,"
                                     "1:2,-1:-2,2:-2,2:-2,2:-2";

static void expect_nations(const State *state, const char *nations)
{
    char fields[FIELD_SIZE];

    snprintf(fields, sizeof fields, "nations=%s", nations);
    position_expect(state, shipped_rules(), fields);
}

/* Scores a position as section 10 says. */
static void score(State *state)
{
    const State before = *state;

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int pool = asked_value(&before, NUMBER_STANDARDS, bloc, 0) +
                   asked_value(&before, NUMBER_STOCK, bloc, 0);
        int closed = asked_value(&before, NUMBER_SAFE_SUPPLIER, bloc, 0) +
                     asked_value(&before, NUMBER_PHYSICAL_AI, bloc, 0);
        state->track[SLOT_POOL + bloc] = (int16_t)(state->track[SLOT_POOL + bloc] + pool);
        state->track[SLOT_VP + 2 * bloc] = (int16_t)(state->track[SLOT_VP + 2 * bloc] + closed);
    }
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        int16_t *vp = &state->track[SLOT_VP + stack];
        *vp = (int16_t)(*vp + asked_value(&before, NUMBER_ADOPTION, stack, 0));
    }
}

TEST(market_and_scoring_of_round_1)
{
    State state = asked_full_game("");
    State next;
    Outlook outlook;

    explain_market(&next, &outlook, &state, shipped_rules());
    assert_int_equal(outlook.revenue[BLOC_US], 8);
    assert_int_equal(outlook.revenue[BLOC_CN], 8);
    assert_int_equal(outlook.throttled, 0);
    assert_int_equal(outlook.incident_odds, 0);
    score(&next);
    position_expect(&next, shipped_rules(),
                    "P=5 R=1 B=0 V=6 D=3,3 S=5,1 E=0,1 I=1,2 U=3,3 compute=10,9 capital=18,18 "
                    "vp=11,1,5,5 pool=4,3");
    position_expect(&next, shipped_rules(), "F=4,4 Q=4,2,3,3 control=0,0,0,0,0");
    expect_nations(&next, golden_round_1);
}

TEST(market_and_scoring_of_round_2)
{
    char fields[FIELD_SIZE];
    State next;
    Outlook outlook;

    snprintf(fields, sizeof fields,
             "round=2 P=5 R=1 V=6 capital=23,23 vp=11,1,5,5 pool=4,3 nations=%s", golden_round_1);
    State state = asked_full_game(fields);
    assert_int_equal(asked_value(&state, NUMBER_SEAT_CAPITAL, 0, 0), 23 - 18);
    assert_int_equal(asked_value(&state, NUMBER_SEAT_CAPITAL, 2, 0), 23 - 18);
    explain_market(&next, &outlook, &state, shipped_rules());
    assert_int_equal(outlook.revenue[BLOC_US], 18);
    assert_int_equal(outlook.revenue[BLOC_CN], 6);
    score(&next);
    position_expect(&next, shipped_rules(),
                    "P=5 R=0 B=0 V=7 compute=10,9 capital=30,29 vp=22,2,10,10 pool=8,6");
    expect_nations(&next, golden_round_2);
}

TEST(heavy_customers_are_served_first_and_light_ones_may_still_fit)
{
    /* The users of UC are Germany (2), Britain and Taiwan (1 each), in the order of the table. */
    State two = asked_full_game("compute=1,9");
    State one = asked_full_game("compute=0,9");
    State cards = asked_full_game("compute=1,9 mods=SERVE:US:-2:round");
    State next;
    Outlook outlook;

    explain_market(&next, &outlook, &two, shipped_rules());
    assert_int_equal(outlook.capacity[BLOC_US], 2);
    assert_int_equal(outlook.served_weight[BLOC_US], 2);
    assert_int_equal(outlook.throttled, asked_bit("Britain") | asked_bit("Taiwan"));
    assert_int_equal(next.nation_y[asked_nation("Britain")], 0);
    assert_int_equal(next.nation_y[asked_nation("Germany")], -2);
    assert_int_equal(asked_value(&two, NUMBER_FORECAST_Y, asked_nation("Britain"), 0), 0);
    assert_int_equal(
        asked_amount(&two, (Question){NUMBER_FORECAST_Y, asked_nation("Taiwan"), 0}, TERM_CUT_OFF),
        1);

    explain_market(&next, &outlook, &one, shipped_rules());
    assert_int_equal(outlook.served_weight[BLOC_US], 1);
    assert_int_equal(outlook.throttled, asked_bit("Germany") | asked_bit("Taiwan"));

    assert_int_equal(asked_value(&cards, NUMBER_CAPACITY, BLOC_US, 0), 0);
    assert_int_equal(asked_value(&cards, NUMBER_SERVED_WEIGHT, BLOC_US, 0), 0);
}

TEST(a_wall_costs_the_other_bloc_revenue_but_never_below_nothing)
{
    State state = asked_full_game("P=1 control=0,0,1,0,1");

    assert_int_equal(asked_value(&state, NUMBER_REVENUE, BLOC_US, 0), 0);
    assert_int_equal(asked_amount(&state, (Question){NUMBER_REVENUE, BLOC_CN, 0}, TERM_WALL), -2);
    assert_int_equal(asked_amount(&state, (Question){NUMBER_REVENUE, BLOC_CN, 0}, TERM_AT_LEAST),
                     1);
}

TEST(the_price_moves_one_step_toward_parity_and_efficiency)
{
    State lead = asked_full_game("Q=6,2,3,3 P=3");
    State parity = asked_full_game("Q=4,4,3,3 P=6");
    State efficient = asked_full_game("Q=4,4,3,3 P=2 E=6,0");
    State plateau = asked_full_game("Q=9,6,3,3 T=6 known=1 P=4 F=9,4");

    assert_int_equal(asked_value(&lead, NUMBER_PRICE_TARGET, 0, 0), 6);
    assert_int_equal(asked_value(&lead, NUMBER_PRICE_NEXT, 0, 0), 4);
    assert_int_equal(asked_value(&parity, NUMBER_PRICE_TARGET, 0, 0), 4);
    assert_int_equal(asked_value(&parity, NUMBER_PRICE_NEXT, 0, 0), 5);
    assert_int_equal(asked_value(&efficient, NUMBER_PRICE_TARGET, 0, 0), 2);
    assert_int_equal(asked_value(&efficient, NUMBER_PRICE_NEXT, 0, 0), 2);
    assert_int_equal(asked_value(&plateau, NUMBER_PRICE_TARGET, 0, 0), 4);
}

TEST(valuation_rises_falls_or_crashes_by_the_revenue_that_is_missed)
{
    State pleased = asked_full_game("V=8");
    State full_house = asked_full_game("V=10 P=6 compute=10,9 E=0,1 mods=REVENUE:US:9:round");
    State disappointed = asked_full_game("V=10");
    State crash = asked_full_game("V=9 P=1 Q=4,4,3,3");
    State next;
    Outlook outlook;

    assert_int_equal(asked_value(&pleased, NUMBER_VALUATION_NEXT, 0, 0), 9);
    assert_int_equal(asked_value(&full_house, NUMBER_VALUATION_NEXT, 0, 0), 10);
    assert_int_equal(asked_value(&disappointed, NUMBER_VALUATION_GAP, 0, 0), 2);
    assert_int_equal(asked_value(&disappointed, NUMBER_VALUATION_NEXT, 0, 0), 9);
    assert_int_equal(asked_value(&crash, NUMBER_VALUATION_GAP, 0, 0), 8);
    explain_market(&next, &outlook, &crash, shipped_rules());
    assert_true(outlook.crash);
    position_expect(&next, shipped_rules(), "V=4 pool=0,3");
}

TEST(a_ripe_control_lashes_back_and_stays_in_force)
{
    State state = asked_full_game("control=3,2,3,1,0 B=4 U=6,6 R=2");
    State next;

    explain_market(&next, NULL, &state, shipped_rules());
    position_expect(&next, shipped_rules(), "control=1,3,1,2,0 B=5 U=5,6 S=5,2 E=0,2 R=1");
}

TEST(governance_counts_the_trust_that_backlash_leaves)
{
    State state = asked_full_game("control=0,0,3,0,0 B=1 U=3,6 R=5");
    State trusted = asked_full_game("control=0,0,2,0,0 B=1 U=3,6 R=5");

    assert_int_equal(asked_value(&state, NUMBER_RISK_NEXT, 0, 0), 5);
    assert_int_equal(asked_value(&trusted, NUMBER_RISK_NEXT, 0, 0), 4);
}

TEST(incidents_threaten_from_risk_6)
{
    State five = asked_full_game("R=6 U=3,3");
    State six = asked_full_game("R=6 U=2,3");
    State nine = asked_full_game("R=9 U=2,3");
    State next;

    assert_int_equal(asked_value(&five, NUMBER_INCIDENT_ODDS, 0, 0), 0);
    assert_int_equal(asked_value(&six, NUMBER_INCIDENT_ODDS, 0, 0), 1);
    assert_int_equal(asked_value(&nine, NUMBER_INCIDENT_ODDS, 0, 0), 4);
    next = nine;
    explain_incident(&next, shipped_rules());
    position_expect(&next, shipped_rules(), "R=8 U=1,3");
    assert_int_equal(next.nation_y[asked_nation("France")], 0);
    assert_int_equal(next.nation_y[asked_nation("Netherlands")], -1);
    assert_int_equal(next.nation_y[asked_nation("India")], 1);
}

TEST(only_a_lead_scores_and_the_second_half_counts_more)
{
    State tie = asked_full_game("I=2,2 Q=4,3,3,3");
    State late = asked_full_game("round=5 I=1,4 U=4,3");

    assert_int_equal(asked_value(&tie, NUMBER_PHYSICAL_AI, BLOC_US, 0), 0);
    assert_int_equal(asked_value(&tie, NUMBER_SAFE_SUPPLIER, BLOC_US, 0), 0);
    assert_int_equal(asked_value(&tie, NUMBER_STANDARDS, BLOC_US, 0), 0);
    assert_int_equal(asked_value(&tie, NUMBER_STANDARDS, BLOC_CN, 0), 0);
    assert_int_equal(asked_value(&tie, NUMBER_STOCK, BLOC_US, 0), 4);
    assert_int_equal(asked_value(&late, NUMBER_PHYSICAL_AI, BLOC_CN, 0), 9);
    assert_int_equal(asked_value(&late, NUMBER_SAFE_SUPPLIER, BLOC_US, 0), 2);
    assert_int_equal(asked_value(&late, NUMBER_STOCK, BLOC_US, 0), 3);
    assert_int_equal(asked_value(&late, NUMBER_ADOPTION, STACK_UC, 0), 8);
    assert_int_equal(asked_value(&late, NUMBER_ADOPTED_WEIGHT, BLOC_US, 0), 5);
}

TEST(nobody_gains_by_what_both_have)
{
    State state = asked_full_game("I=2,2 Q=4,3,3,3");
    Explanation explanation;
    const int japan = asked_nation("Japan");

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        assert_int_equal(asked_value(&state, NUMBER_OPEN_REACH, bloc, 0), 1);
        assert_null(asked_term(&explanation, &state, (Question){NUMBER_APPEAL, japan, 2 * bloc},
                               TERM_NEED_INDUSTRY));
    }
}

TEST(the_stock_counts_a_lab_no_further_than_the_plateau)
{
    State state = asked_full_game("F=10,6 T=6 known=1");

    assert_int_equal(asked_value(&state, NUMBER_STOCK_SIZE, BLOC_US, 0), 60);
    assert_int_equal(asked_value(&state, NUMBER_STOCK_SIZE, BLOC_CN, 0), 54);
}

TEST(who_is_behind_is_hedged_toward_but_not_at_the_end)
{
    State full = asked_full_game("vp=20,0,0,0 pool=0,1");
    State far_ahead = asked_full_game("vp=53,0,0,0");
    State last = asked_full_game("round=8 vp=53,0,0,0");
    State lesson = asked_game("lesson-4", 2, "vp=0,0,5,4");

    assert_int_equal(asked_value(&full, NUMBER_LEAD, BLOC_US, 0), 19);
    assert_int_equal(asked_value(&full, NUMBER_HEDGING, BLOC_CN, 0), 2);
    assert_int_equal(asked_value(&full, NUMBER_HEDGING, BLOC_US, 0), 0);
    assert_int_equal(asked_value(&far_ahead, NUMBER_HEDGING, BLOC_CN, 0), 3);
    assert_int_equal(asked_value(&far_ahead, NUMBER_HEGEMONY, BLOC_US, 0), 1);
    assert_int_equal(asked_value(&last, NUMBER_HEDGING, BLOC_CN, 0), 0);
    assert_int_equal(asked_value(&lesson, NUMBER_HEDGING, BLOC_US, 0), 1);
}

TEST(closed_partners_have_a_handicap)
{
    State full = asked_game("full", 4, "vp=10,16,0,7");
    State brief = asked_game("short", 4, "vp=10,16,0,7");

    assert_int_equal(asked_value(&full, NUMBER_RANKING_POINTS, 0, 0), 16);
    assert_int_equal(asked_value(&full, NUMBER_RANKING_POINTS, 1, 0), 16);
    assert_int_equal(asked_value(&brief, NUMBER_RANKING_POINTS, 0, 0), 13);
    assert_int_equal(asked_value(&brief, NUMBER_RANKING_POINTS, 2, 0), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(market_and_scoring_of_round_1),
        cmocka_unit_test(market_and_scoring_of_round_2),
        cmocka_unit_test(heavy_customers_are_served_first_and_light_ones_may_still_fit),
        cmocka_unit_test(a_wall_costs_the_other_bloc_revenue_but_never_below_nothing),
        cmocka_unit_test(the_price_moves_one_step_toward_parity_and_efficiency),
        cmocka_unit_test(valuation_rises_falls_or_crashes_by_the_revenue_that_is_missed),
        cmocka_unit_test(a_ripe_control_lashes_back_and_stays_in_force),
        cmocka_unit_test(governance_counts_the_trust_that_backlash_leaves),
        cmocka_unit_test(incidents_threaten_from_risk_6),
        cmocka_unit_test(only_a_lead_scores_and_the_second_half_counts_more),
        cmocka_unit_test(nobody_gains_by_what_both_have),
        cmocka_unit_test(the_stock_counts_a_lab_no_further_than_the_plateau),
        cmocka_unit_test(who_is_behind_is_hedged_toward_but_not_at_the_end),
        cmocka_unit_test(closed_partners_have_a_handicap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
