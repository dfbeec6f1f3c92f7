#include <string.h>

#include "core/explain.h"
#include "support/asked.h"
#include "support/shipped.h"
#include "test.h"

static void check_sum(const State *state, Question question)
{
    const NumberInfo *info = &explain_numbers[question.number];
    Explanation explanation;
    int sum = 0;

    if (!explain_has(info->subject, question.subject, state) ||
        !explain_has(info->object, question.object, state)) {
        return;
    }
    explain_number(&explanation, state, shipped_rules(), question);
    for (int i = 0; i < explanation.term_count; i++) {
        const Term *term = &explanation.term[i];
        sum += term->amount;
        assert_in_range(term->subject, 0,
                        explain_count(explain_terms[term->id].subject, shipped_rules()) - 1);
    }
    assert_int_equal(sum, explanation.value);
}

static void check_sums(const State *state, Number number)
{
    const NumberInfo *info = &explain_numbers[number];

    for (int i = 0; i < explain_count(info->subject, shipped_rules()); i++) {
        for (int j = 0; j < explain_count(info->object, shipped_rules()); j++) {
            check_sum(state, (Question){number, i, j});
        }
    }
}

TEST(the_terms_of_every_number_add_up_to_it)
{
    const State states[] = {
        asked_full_game(""),
        asked_full_game(
            "control=1,2,3,1,2 B=5 R=9 P=1 D=8,1 S=8,1 E=6,0 compute=0,30 V=10 F=10,1 known=1"),
        asked_game("short", 4,
                   "round=4 Q=10,9,1,1 T=6 known=1 mods=REVENUE:US:-9:game vp=60,0,0,0"),
        asked_game("lesson-1", 2, "round=3"),
    };

    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        for (int number = 0; number < NUMBER_COUNT; number++) {
            check_sums(&states[i], (Number)number);
        }
    }
}

TEST(incomes_of_the_start_position)
{
    State state = asked_full_game("");

    assert_int_equal(asked_value(&state, NUMBER_CHAIN, 0, 0), 4);
    assert_int_equal(asked_value(&state, NUMBER_CHIP_TIER, BLOC_US, 0), 5);
    assert_int_equal(asked_value(&state, NUMBER_CHIP_TIER, BLOC_CN, 0), 5);
    assert_int_equal(asked_value(&state, NUMBER_COMPUTE_INCOME, BLOC_US, 0), 10);
    assert_int_equal(asked_value(&state, NUMBER_COMPUTE_INCOME, BLOC_CN, 0), 9);
    assert_int_equal(asked_value(&state, NUMBER_CAPITAL_INCOME, BLOC_US, 0), 4);
    assert_int_equal(asked_value(&state, NUMBER_CAPITAL_INCOME, BLOC_CN, 0), 5);
}

TEST(costs_of_the_start_position)
{
    State state = asked_full_game("");

    assert_int_equal(asked_value(&state, NUMBER_TRAIN_COST, 0, 0), 7);
    assert_int_equal(asked_value(&state, NUMBER_TRAIN_COST, 2, 0), 7);
    assert_int_equal(asked_value(&state, NUMBER_INTEGRATE_COST, BLOC_US, 0), 6);
    assert_int_equal(asked_value(&state, NUMBER_INTEGRATE_COST, BLOC_CN, 0), 6);
    assert_int_equal(asked_value(&state, NUMBER_DATACENTRE_COST, BLOC_US, 0), 3);
    assert_int_equal(asked_value(&state, NUMBER_DATACENTRE_COST, BLOC_CN, 0), 3);
    assert_int_equal(asked_value(&state, NUMBER_SILICON_COST, BLOC_US, 0), 3);
    assert_int_equal(asked_value(&state, NUMBER_SILICON_COST, BLOC_CN, 0), 1);
    assert_int_equal(asked_value(&state, NUMBER_OPTIMISE_COST, BLOC_US, 0), 2);
    assert_int_equal(asked_value(&state, NUMBER_SAFEGUARD_COST, 0, 0), 2);
}

/* RULES.md, appendix A. */
static const struct {
    const char *nation;
    int used, appeal[STACK_COUNT], favourite, cost[BLOC_COUNT];
} golden_nation[] = {
    {"Britain", STACK_UC, {9, 4, 5, 3}, STACK_UC, {2, 4}},
    {"France", STACK_UO, {3, 4, 0, 1}, STACK_UO, {2, 4}},
    {"Germany", STACK_UC, {4, 1, 2, 2}, STACK_UC, {3, 5}},
    {"Netherlands", -1, {7, 3, 4, 2}, STACK_UC, {2, 4}},
    {"Japan", -1, {6, 4, 5, 5}, STACK_UC, {3, 5}},
    {"Korea", -1, {6, 4, 3, 3}, STACK_UC, {2, 4}},
    {"Taiwan", STACK_UC, {9, 4, 5, 3}, STACK_UC, {2, 4}},
    {"India", -1, {4, 4, 3, 4}, -1, {5, 5}},
    {"Gulf-States", -1, {4, 2, 3, 3}, STACK_UC, {3, 5}},
    {"Brazil", STACK_CO, {3, 3, 4, 6}, STACK_CO, {5, 3}},
    {"Indonesia", -1, {0, 3, 1, 6}, STACK_CO, {5, 3}},
    {"Nigeria", -1, {4, 4, 5, 6}, STACK_CO, {4, 2}},
    {"Singapore", -1, {5, 1, 4, 2}, STACK_UC, {2, 4}},
    {"Viet-Nam", STACK_CC, {4, 2, 8, 7}, STACK_CC, {4, 2}},
    {"Pakistan", STACK_CC, {6, 2, 8, 5}, STACK_CC, {4, 2}},
    {"Russia", STACK_CC, {6, 2, 8, 5}, STACK_CC, {5, 3}},
};

TEST(appeals_favourites_and_court_costs_of_the_start_position)
{
    State state = asked_full_game("");

    for (size_t i = 0; i < sizeof golden_nation / sizeof golden_nation[0]; i++) {
        int index = asked_nation(golden_nation[i].nation);
        Favourite favourite;

        explain_favourite(&favourite, &state, shipped_rules(), index);
        assert_int_equal(favourite.used, golden_nation[i].used);
        assert_int_equal(favourite.stack, golden_nation[i].favourite);
        assert_int_equal(favourite.tied, golden_nation[i].favourite < 0);
        for (int stack = 0; stack < STACK_COUNT; stack++) {
            assert_int_equal(favourite.appeal[stack], golden_nation[i].appeal[stack]);
        }
        for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
            assert_int_equal(asked_value(&state, NUMBER_COURT_COST, bloc, index),
                             golden_nation[i].cost[bloc]);
        }
    }
}

TEST(controls_bite_incomes_and_purses)
{
    State free_trade = asked_full_game("");
    State chips = asked_full_game("control=1,0,0,0,0 B=1");
    State three = asked_full_game("control=1,1,0,1,0 B=3");

    assert_int_equal(asked_value(&free_trade, NUMBER_BITE, TILE_CHIPS, 2), 4);
    assert_int_equal(asked_value(&free_trade, NUMBER_BITE, TILE_CHIPS, 0), 0);
    assert_int_equal(asked_value(&free_trade, NUMBER_BITE, TILE_MINERALS, 0), 4);
    assert_int_equal(asked_value(&chips, NUMBER_CHIP_TIER, BLOC_CN, 0), 1);
    assert_int_equal(asked_value(&chips, NUMBER_COMPUTE_INCOME, BLOC_CN, 0), 5);
    assert_int_equal(asked_value(&chips, NUMBER_CAPITAL_INCOME, BLOC_US, 0), 3);
    assert_int_equal(asked_value(&three, NUMBER_COMPUTE_INCOME, BLOC_US, 0), 6);
    assert_int_equal(asked_value(&three, NUMBER_COMPUTE_INCOME, BLOC_CN, 0), 2);
    assert_int_equal(asked_value(&three, NUMBER_INTEGRATE_COST, BLOC_US, 0), 7);
    assert_int_equal(asked_value(&three, NUMBER_CAPITAL_INCOME, BLOC_CN, 0), 4);
}

TEST(a_bite_takes_no_more_than_the_purse_holds)
{
    State two = asked_full_game("compute=9,2");
    State four = asked_game("full", 4, "compute=1,9,0,0");

    assert_int_equal(asked_value(&two, NUMBER_BITE, TILE_EQUIP, 2), 2);
    assert_int_equal(asked_amount(&two, (Question){NUMBER_BITE, TILE_EQUIP, 2}, TERM_AT_MOST), -1);
    assert_int_equal(asked_value(&four, NUMBER_BITE, TILE_MINERALS, 0), 1);
    assert_int_equal(asked_value(&four, NUMBER_BITE, TILE_MINERALS, 1), 2);
}

TEST(releases_move_price_risk_and_labs)
{
    State us = asked_full_game("P=4 F=5,4");
    State china = asked_full_game("F=4,5");

    assert_int_equal(asked_value(&us, NUMBER_RELEASE_PRICE, STACK_UC, 0), 5);
    assert_int_equal(asked_value(&us, NUMBER_RELEASE_RISK, STACK_UC, 0), 2);
    assert_int_equal(asked_value(&china, NUMBER_RELEASE_PRICE, STACK_CO, 0), 5);
    assert_int_equal(asked_value(&china, NUMBER_RELEASE_RISK, STACK_CO, LICENCE_PERMISSIVE), 4);
    assert_int_equal(asked_value(&china, NUMBER_RELEASE_RISK, STACK_CO, LICENCE_CONDITIONAL), 3);
    assert_int_equal(asked_value(&china, NUMBER_RELEASE_LAB, STACK_CO, 0), 4);
    assert_int_equal(asked_value(&china, NUMBER_RELEASE_LAB, STACK_CO, 2), 5);
}

TEST(open_weights_lift_every_lab_but_the_releasing_one)
{
    State state = asked_game("full", 4, "F=3,9,2,8 T=8 known=1");

    assert_int_equal(asked_value(&state, NUMBER_RELEASE_LAB, STACK_UO, 0), 8);
    assert_int_equal(asked_value(&state, NUMBER_RELEASE_LAB, STACK_UO, 1), 9);
    assert_int_equal(asked_value(&state, NUMBER_RELEASE_LAB, STACK_UO, 2), 8);
    assert_int_equal(asked_value(&state, NUMBER_RELEASE_LAB, STACK_UO, 3), 8);
    assert_int_equal(asked_value(&state, NUMBER_RELEASE_LAB, STACK_UC, 2), 2);
    assert_int_equal(asked_value(&state, NUMBER_RELEASE_RISK, STACK_UO, LICENCE_PERMISSIVE), 5);
}

TEST(a_better_model_to_learn_from_counts_once)
{
    State none = asked_full_game("Q=4,2,4,4");
    State both = asked_full_game("Q=7,6,3,3 F=7,4");
    State walled = asked_full_game("Q=7,6,3,3 F=7,4 control=0,0,1,0,0 L=c,c");
    State partner = asked_game("full", 4, "F=6,4,4,4");

    assert_int_equal(asked_value(&none, NUMBER_TRAIN_COST, 0, 0), 7);
    assert_int_equal(asked_amount(&both, (Question){NUMBER_TRAIN_COST, 2, 0}, TERM_DISTIL_STACK),
                     -2);
    assert_int_equal(asked_value(&both, NUMBER_TRAIN_COST, 2, 0), 5);
    assert_int_equal(asked_value(&walled, NUMBER_TRAIN_COST, 2, 0), 7);
    assert_int_equal(
        asked_amount(&partner, (Question){NUMBER_TRAIN_COST, 1, 0}, TERM_DISTIL_PARTNER), -2);
    assert_int_equal(asked_value(&partner, NUMBER_TRAIN_COST, 1, 0), 5);
}

TEST(four_seats_split_the_incomes_of_their_bloc)
{
    State state = asked_game("full", 4, "");
    State odd = asked_game("full", 4, "V=6 D=4,3");

    assert_int_equal(asked_value(&state, NUMBER_SEAT_COMPUTE, 0, 0), 6);
    assert_int_equal(asked_value(&state, NUMBER_SEAT_COMPUTE, 1, 0), 6);
    assert_int_equal(asked_value(&state, NUMBER_SEAT_COMPUTE, 2, 0), 6);
    assert_int_equal(asked_value(&state, NUMBER_SEAT_COMPUTE, 3, 0), 5);
    assert_int_equal(asked_value(&state, NUMBER_SEAT_CAPITAL, 2, 0), 2);
    assert_int_equal(asked_value(&state, NUMBER_SEAT_CAPITAL, 3, 0), 3);
    assert_int_equal(asked_value(&odd, NUMBER_SEAT_COMPUTE, 0, 0), 7);
    assert_int_equal(asked_value(&odd, NUMBER_SEAT_COMPUTE, 1, 0), 6);
}

TEST(switching_costs_keep_a_user_and_a_tie_moves_nobody)
{
    /* Japan uses UC: 4 + lean 2 + depth 1, against CC 6 + need 2. */
    const char nations[] = "nations=-2:-1,-1:1,-1:-1,-2:0,-2:-1,-1:0,-1:-1,0:1,0:-1,1:1,1:0,1:0,"
                           "0:-1,1:-1,2:-1,2:-1 Q=4,2,6,3 F=4,6";
    State state = asked_full_game(nations);
    Favourite favourite;

    explain_favourite(&favourite, &state, shipped_rules(), asked_nation("Japan"));
    assert_int_equal(favourite.appeal[STACK_UC], 7);
    assert_int_equal(favourite.appeal[STACK_CC], 8);
    assert_int_equal(favourite.stack, STACK_CC);
    state.track[SLOT_BIFURCATION] = 2;
    explain_favourite(&favourite, &state, shipped_rules(), asked_nation("Japan"));
    assert_int_equal(favourite.stack, STACK_UC);
    assert_true(favourite.stays);
    explain_favourite(&favourite, &state, shipped_rules(), asked_nation("India"));
    assert_int_equal(favourite.used, -1);
    assert_false(favourite.stays);

    State even = asked_full_game("");
    explain_favourite(&favourite, &even, shipped_rules(), asked_nation("India"));
    assert_true(favourite.tied);
    assert_int_equal(favourite.stack, -1);
}

TEST(a_corner_step_goes_along_the_longer_way_and_y_first_in_a_tie)
{
    Place place = explain_corner_step((Place){3, 1}, STACK_UO, 3);
    assert_int_equal(place.x, 2);
    assert_int_equal(place.y, 1);
    place = explain_corner_step((Place){0, 0}, STACK_CC, 2);
    assert_int_equal(place.x, 0);
    assert_int_equal(place.y, -1);
    place = explain_corner_step((Place){-3, -2}, STACK_UC, 2);
    assert_int_equal(place.x, -3);
    assert_int_equal(place.y, -2);
    place = explain_corner_step((Place){-3, -2}, STACK_UC, 3);
    assert_int_equal(place.y, -3);
}

TEST(terms_name_whom_they_are_about_and_what_they_are_made_of)
{
    State state = asked_full_game("control=1,0,0,0,0 B=1 Q=7,2,3,3 F=7,4 E=0,3 compute=10,5");
    Explanation explanation;

    const Term *term = asked_term(&explanation, &state, (Question){NUMBER_CHIP_TIER, BLOC_CN, 0},
                                  TERM_CHIPS_CEILING);
    assert_non_null(term);
    assert_int_equal(term->subject, TILE_CHIPS);
    assert_int_equal(term->a, 4);
    term = asked_term(&explanation, &state, (Question){NUMBER_TRAIN_COST, 2, 0}, TERM_DISTIL_STACK);
    assert_non_null(term);
    assert_int_equal(term->subject, STACK_UC);
    assert_int_equal(term->a, 7);
    assert_int_equal(term->b, 4);
    term = asked_term(&explanation, &state, (Question){NUMBER_REVENUE, BLOC_US, 0}, TERM_API_SALES);
    assert_non_null(term);
    assert_int_equal(term->subject, STACK_UC);
    assert_int_equal(term->amount, term->a * term->b / term->c);
    term = asked_term(&explanation, &state, (Question){NUMBER_PRICE_TARGET, 0, 0},
                      TERM_WORLD_EFFICIENCY);
    assert_non_null(term);
    assert_int_equal(term->subject, BLOC_CN);
    assert_int_equal(term->amount, -1);
    term =
        asked_term(&explanation, &state, (Question){NUMBER_APPEAL, asked_nation("Japan"), STACK_CO},
                   TERM_NEED_INDUSTRY);
    assert_non_null(term);
    assert_int_equal(term->subject, BLOC_CN);
}

TEST(questions_go_to_what_the_game_has)
{
    State two = asked_full_game("");
    State four = asked_game("full", 4, "");

    assert_true(explain_has(EXPLAIN_SEAT, 2, &two));
    assert_false(explain_has(EXPLAIN_SEAT, 1, &two));
    assert_true(explain_has(EXPLAIN_SEAT, 1, &four));
    assert_true(explain_has(EXPLAIN_STACK, 1, &two));
    assert_int_equal(explain_count(EXPLAIN_NATION, shipped_rules()), 16);
    assert_int_equal(explain_count(EXPLAIN_LICENCE, shipped_rules()), 2);
    assert_int_equal(explain_count(EXPLAIN_NOTHING, shipped_rules()), 1);
}

TEST(names_and_sections_are_given_for_every_row)
{
    for (int i = 0; i < NUMBER_COUNT; i++) {
        assert_true(strlen(explain_numbers[i].name) > 0);
        assert_true(strlen(explain_numbers[i].meaning) > 0);
        for (int j = 0; j < i; j++) {
            assert_string_not_equal(explain_numbers[i].name, explain_numbers[j].name);
        }
    }
    for (int i = 0; i < TERM_COUNT; i++) {
        assert_true(strlen(explain_terms[i].meaning) > 0);
        for (int j = 0; j < i; j++) {
            assert_string_not_equal(explain_terms[i].name, explain_terms[j].name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_terms_of_every_number_add_up_to_it),
        cmocka_unit_test(incomes_of_the_start_position),
        cmocka_unit_test(costs_of_the_start_position),
        cmocka_unit_test(appeals_favourites_and_court_costs_of_the_start_position),
        cmocka_unit_test(controls_bite_incomes_and_purses),
        cmocka_unit_test(a_bite_takes_no_more_than_the_purse_holds),
        cmocka_unit_test(releases_move_price_risk_and_labs),
        cmocka_unit_test(open_weights_lift_every_lab_but_the_releasing_one),
        cmocka_unit_test(a_better_model_to_learn_from_counts_once),
        cmocka_unit_test(four_seats_split_the_incomes_of_their_bloc),
        cmocka_unit_test(switching_costs_keep_a_user_and_a_tie_moves_nobody),
        cmocka_unit_test(a_corner_step_goes_along_the_longer_way_and_y_first_in_a_tie),
        cmocka_unit_test(terms_name_whom_they_are_about_and_what_they_are_made_of),
        cmocka_unit_test(questions_go_to_what_the_game_has),
        cmocka_unit_test(names_and_sections_are_given_for_every_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
