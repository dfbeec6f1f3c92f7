#include <stdio.h>
#include <string.h>

#include "core/explain.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

/* Somebody must hold a card, or the position would be one in which nobody chooses. */
static void make(State *state, const Setup *setup, const char *fields)
{
    const char *hand = setup->seat_count == 2 ? "hand=E01,E11" : "hand=E01,E02,E11,E12";
    char text[FIELD_SIZE];

    snprintf(text, sizeof text, "%s %s", hand, fields);
    position_make(state, setup, shipped_rules(), text);
}

static State game(const char *scenario, int seat_count, const char *fields)
{
    const Setup setup = {.seed = 1,
                         .scenario = rules_find_scenario(shipped_rules(), scenario),
                         .seat_count = seat_count};
    State state;

    make(&state, &setup, fields);
    return state;
}

/* The position after the first Start of a full game for two, but for `fields`. */
static State full_game(const char *fields)
{
    return game("full", 2, fields);
}

static int value(const State *state, Number number, int subject, int object)
{
    return explain_value(state, shipped_rules(), (Question){number, subject, object});
}

static int nation(const char *id)
{
    int index = rules_find_nation(shipped_rules(), id);

    assert_true(index >= 0);
    return index;
}

static uint32_t bit(const char *id)
{
    return UINT32_C(1) << nation(id);
}

/* The term of a number, NULL if there is none. */
static const Term *find_term(Explanation *explanation, const State *state, Question question,
                             TermId id)
{
    explain_number(explanation, state, shipped_rules(), question);
    for (int i = 0; i < explanation->term_count; i++) {
        if (explanation->term[i].id == id) {
            return &explanation->term[i];
        }
    }
    return NULL;
}

static int term_amount(const State *state, Question question, TermId id)
{
    Explanation explanation;
    const Term *term = find_term(&explanation, state, question, id);

    if (term == NULL) {
        fail_msg("%s has no term %s", explain_numbers[question.number].name,
                 explain_terms[id].name);
        return 0;
    }
    return term->amount;
}

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
        full_game(""),
        full_game(
            "control=1,2,3,1,2 B=5 R=9 P=1 D=8,1 S=8,1 E=6,0 compute=0,30 V=10 F=10,1 known=1"),
        game("short", 4, "round=4 Q=10,9,1,1 T=6 known=1 mods=REVENUE:US:-9:game vp=60,0,0,0"),
        game("lesson-1", 2, "round=3"),
    };

    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        for (int number = 0; number < NUMBER_COUNT; number++) {
            check_sums(&states[i], (Number)number);
        }
    }
}

TEST(incomes_of_the_start_position)
{
    State state = full_game("");

    assert_int_equal(value(&state, NUMBER_CHAIN, 0, 0), 4);
    assert_int_equal(value(&state, NUMBER_CHIP_TIER, BLOC_US, 0), 5);
    assert_int_equal(value(&state, NUMBER_CHIP_TIER, BLOC_CN, 0), 5);
    assert_int_equal(value(&state, NUMBER_COMPUTE_INCOME, BLOC_US, 0), 10);
    assert_int_equal(value(&state, NUMBER_COMPUTE_INCOME, BLOC_CN, 0), 9);
    assert_int_equal(value(&state, NUMBER_CAPITAL_INCOME, BLOC_US, 0), 4);
    assert_int_equal(value(&state, NUMBER_CAPITAL_INCOME, BLOC_CN, 0), 5);
}

TEST(costs_of_the_start_position)
{
    State state = full_game("");

    assert_int_equal(value(&state, NUMBER_TRAIN_COST, 0, 0), 7);
    assert_int_equal(value(&state, NUMBER_TRAIN_COST, 2, 0), 7);
    assert_int_equal(value(&state, NUMBER_INTEGRATE_COST, BLOC_US, 0), 6);
    assert_int_equal(value(&state, NUMBER_INTEGRATE_COST, BLOC_CN, 0), 6);
    assert_int_equal(value(&state, NUMBER_DATACENTRE_COST, BLOC_US, 0), 3);
    assert_int_equal(value(&state, NUMBER_DATACENTRE_COST, BLOC_CN, 0), 3);
    assert_int_equal(value(&state, NUMBER_SILICON_COST, BLOC_US, 0), 3);
    assert_int_equal(value(&state, NUMBER_SILICON_COST, BLOC_CN, 0), 1);
    assert_int_equal(value(&state, NUMBER_OPTIMISE_COST, BLOC_US, 0), 2);
    assert_int_equal(value(&state, NUMBER_SAFEGUARD_COST, 0, 0), 2);
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
    State state = full_game("");

    for (size_t i = 0; i < sizeof golden_nation / sizeof golden_nation[0]; i++) {
        int index = nation(golden_nation[i].nation);
        Favourite favourite;

        explain_favourite(&favourite, &state, shipped_rules(), index);
        assert_int_equal(favourite.used, golden_nation[i].used);
        assert_int_equal(favourite.stack, golden_nation[i].favourite);
        assert_int_equal(favourite.tied, golden_nation[i].favourite < 0);
        for (int stack = 0; stack < STACK_COUNT; stack++) {
            assert_int_equal(favourite.appeal[stack], golden_nation[i].appeal[stack]);
        }
        for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
            assert_int_equal(value(&state, NUMBER_COURT_COST, bloc, index),
                             golden_nation[i].cost[bloc]);
        }
    }
}

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
        int pool =
            value(&before, NUMBER_STANDARDS, bloc, 0) + value(&before, NUMBER_STOCK, bloc, 0);
        int closed = value(&before, NUMBER_SAFE_SUPPLIER, bloc, 0) +
                     value(&before, NUMBER_PHYSICAL_AI, bloc, 0);
        state->track[SLOT_POOL + bloc] = (int16_t)(state->track[SLOT_POOL + bloc] + pool);
        state->track[SLOT_VP + 2 * bloc] = (int16_t)(state->track[SLOT_VP + 2 * bloc] + closed);
    }
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        int16_t *vp = &state->track[SLOT_VP + stack];
        *vp = (int16_t)(*vp + value(&before, NUMBER_ADOPTION, stack, 0));
    }
}

TEST(market_and_scoring_of_round_1)
{
    State state = full_game("");
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
    State state = full_game(fields);
    assert_int_equal(value(&state, NUMBER_SEAT_CAPITAL, 0, 0), 23 - 18);
    assert_int_equal(value(&state, NUMBER_SEAT_CAPITAL, 2, 0), 23 - 18);
    explain_market(&next, &outlook, &state, shipped_rules());
    assert_int_equal(outlook.revenue[BLOC_US], 18);
    assert_int_equal(outlook.revenue[BLOC_CN], 6);
    score(&next);
    position_expect(&next, shipped_rules(),
                    "P=5 R=0 B=0 V=7 compute=10,9 capital=30,29 vp=22,2,10,10 pool=8,6");
    expect_nations(&next, golden_round_2);
}

TEST(controls_bite_incomes_and_purses)
{
    State free_trade = full_game("");
    State chips = full_game("control=1,0,0,0,0 B=1");
    State three = full_game("control=1,1,0,1,0 B=3");

    assert_int_equal(value(&free_trade, NUMBER_BITE, TILE_CHIPS, 2), 4);
    assert_int_equal(value(&free_trade, NUMBER_BITE, TILE_CHIPS, 0), 0);
    assert_int_equal(value(&free_trade, NUMBER_BITE, TILE_MINERALS, 0), 4);
    assert_int_equal(value(&chips, NUMBER_CHIP_TIER, BLOC_CN, 0), 1);
    assert_int_equal(value(&chips, NUMBER_COMPUTE_INCOME, BLOC_CN, 0), 5);
    assert_int_equal(value(&chips, NUMBER_CAPITAL_INCOME, BLOC_US, 0), 3);
    assert_int_equal(value(&three, NUMBER_COMPUTE_INCOME, BLOC_US, 0), 6);
    assert_int_equal(value(&three, NUMBER_COMPUTE_INCOME, BLOC_CN, 0), 2);
    assert_int_equal(value(&three, NUMBER_INTEGRATE_COST, BLOC_US, 0), 7);
    assert_int_equal(value(&three, NUMBER_CAPITAL_INCOME, BLOC_CN, 0), 4);
}

TEST(a_bite_takes_no_more_than_the_purse_holds)
{
    State two = full_game("compute=9,2");
    State four = game("full", 4, "compute=1,9,0,0");

    assert_int_equal(value(&two, NUMBER_BITE, TILE_EQUIP, 2), 2);
    assert_int_equal(term_amount(&two, (Question){NUMBER_BITE, TILE_EQUIP, 2}, TERM_AT_MOST), -1);
    assert_int_equal(value(&four, NUMBER_BITE, TILE_MINERALS, 0), 1);
    assert_int_equal(value(&four, NUMBER_BITE, TILE_MINERALS, 1), 2);
}

TEST(releases_move_price_risk_and_labs)
{
    State us = full_game("P=4 F=5,4");
    State china = full_game("F=4,5");

    assert_int_equal(value(&us, NUMBER_RELEASE_PRICE, STACK_UC, 0), 5);
    assert_int_equal(value(&us, NUMBER_RELEASE_RISK, STACK_UC, 0), 2);
    assert_int_equal(value(&china, NUMBER_RELEASE_PRICE, STACK_CO, 0), 5);
    assert_int_equal(value(&china, NUMBER_RELEASE_RISK, STACK_CO, LICENCE_PERMISSIVE), 4);
    assert_int_equal(value(&china, NUMBER_RELEASE_RISK, STACK_CO, LICENCE_CONDITIONAL), 3);
    assert_int_equal(value(&china, NUMBER_RELEASE_LAB, STACK_CO, 0), 4);
    assert_int_equal(value(&china, NUMBER_RELEASE_LAB, STACK_CO, 2), 5);
}

TEST(open_weights_lift_every_lab_but_the_releasing_one)
{
    State state = game("full", 4, "F=3,9,2,8 T=8 known=1");

    assert_int_equal(value(&state, NUMBER_RELEASE_LAB, STACK_UO, 0), 8);
    assert_int_equal(value(&state, NUMBER_RELEASE_LAB, STACK_UO, 1), 9);
    assert_int_equal(value(&state, NUMBER_RELEASE_LAB, STACK_UO, 2), 8);
    assert_int_equal(value(&state, NUMBER_RELEASE_LAB, STACK_UO, 3), 8);
    assert_int_equal(value(&state, NUMBER_RELEASE_LAB, STACK_UC, 2), 2);
    assert_int_equal(value(&state, NUMBER_RELEASE_RISK, STACK_UO, LICENCE_PERMISSIVE), 5);
}

TEST(a_better_model_to_learn_from_counts_once)
{
    State none = full_game("Q=4,2,4,4");
    State both = full_game("Q=7,6,3,3 F=7,4");
    State walled = full_game("Q=7,6,3,3 F=7,4 control=0,0,1,0,0 L=c,c");
    State partner = game("full", 4, "F=6,4,4,4");

    assert_int_equal(value(&none, NUMBER_TRAIN_COST, 0, 0), 7);
    assert_int_equal(term_amount(&both, (Question){NUMBER_TRAIN_COST, 2, 0}, TERM_DISTIL_STACK),
                     -2);
    assert_int_equal(value(&both, NUMBER_TRAIN_COST, 2, 0), 5);
    assert_int_equal(value(&walled, NUMBER_TRAIN_COST, 2, 0), 7);
    assert_int_equal(
        term_amount(&partner, (Question){NUMBER_TRAIN_COST, 1, 0}, TERM_DISTIL_PARTNER), -2);
    assert_int_equal(value(&partner, NUMBER_TRAIN_COST, 1, 0), 5);
}

TEST(four_seats_split_the_incomes_of_their_bloc)
{
    State state = game("full", 4, "");
    State odd = game("full", 4, "V=6 D=4,3");

    assert_int_equal(value(&state, NUMBER_SEAT_COMPUTE, 0, 0), 6);
    assert_int_equal(value(&state, NUMBER_SEAT_COMPUTE, 1, 0), 6);
    assert_int_equal(value(&state, NUMBER_SEAT_COMPUTE, 2, 0), 6);
    assert_int_equal(value(&state, NUMBER_SEAT_COMPUTE, 3, 0), 5);
    assert_int_equal(value(&state, NUMBER_SEAT_CAPITAL, 2, 0), 2);
    assert_int_equal(value(&state, NUMBER_SEAT_CAPITAL, 3, 0), 3);
    assert_int_equal(value(&odd, NUMBER_SEAT_COMPUTE, 0, 0), 7);
    assert_int_equal(value(&odd, NUMBER_SEAT_COMPUTE, 1, 0), 6);
}

TEST(heavy_customers_are_served_first_and_light_ones_may_still_fit)
{
    /* The users of UC are Germany (2), Britain and Taiwan (1 each), in the order of the table. */
    State two = full_game("compute=1,9");
    State one = full_game("compute=0,9");
    State cards = full_game("compute=1,9 mods=SERVE:US:-2:round");
    State next;
    Outlook outlook;

    explain_market(&next, &outlook, &two, shipped_rules());
    assert_int_equal(outlook.capacity[BLOC_US], 2);
    assert_int_equal(outlook.served_weight[BLOC_US], 2);
    assert_int_equal(outlook.throttled, bit("Britain") | bit("Taiwan"));
    assert_int_equal(next.nation_y[nation("Britain")], 0);
    assert_int_equal(next.nation_y[nation("Germany")], -2);
    assert_int_equal(value(&two, NUMBER_FORECAST_Y, nation("Britain"), 0), 0);
    assert_int_equal(
        term_amount(&two, (Question){NUMBER_FORECAST_Y, nation("Taiwan"), 0}, TERM_CUT_OFF), 1);

    explain_market(&next, &outlook, &one, shipped_rules());
    assert_int_equal(outlook.served_weight[BLOC_US], 1);
    assert_int_equal(outlook.throttled, bit("Germany") | bit("Taiwan"));

    assert_int_equal(value(&cards, NUMBER_CAPACITY, BLOC_US, 0), 0);
    assert_int_equal(value(&cards, NUMBER_SERVED_WEIGHT, BLOC_US, 0), 0);
}

TEST(a_wall_costs_the_other_bloc_revenue_but_never_below_nothing)
{
    State state = full_game("P=1 control=0,0,1,0,1");

    assert_int_equal(value(&state, NUMBER_REVENUE, BLOC_US, 0), 0);
    assert_int_equal(term_amount(&state, (Question){NUMBER_REVENUE, BLOC_CN, 0}, TERM_WALL), -2);
    assert_int_equal(term_amount(&state, (Question){NUMBER_REVENUE, BLOC_CN, 0}, TERM_AT_LEAST), 1);
}

TEST(the_price_moves_one_step_toward_parity_and_efficiency)
{
    State lead = full_game("Q=6,2,3,3 P=3");
    State parity = full_game("Q=4,4,3,3 P=6");
    State efficient = full_game("Q=4,4,3,3 P=2 E=6,0");
    State plateau = full_game("Q=9,6,3,3 T=6 known=1 P=4 F=9,4");

    assert_int_equal(value(&lead, NUMBER_PRICE_TARGET, 0, 0), 6);
    assert_int_equal(value(&lead, NUMBER_PRICE_NEXT, 0, 0), 4);
    assert_int_equal(value(&parity, NUMBER_PRICE_TARGET, 0, 0), 4);
    assert_int_equal(value(&parity, NUMBER_PRICE_NEXT, 0, 0), 5);
    assert_int_equal(value(&efficient, NUMBER_PRICE_TARGET, 0, 0), 2);
    assert_int_equal(value(&efficient, NUMBER_PRICE_NEXT, 0, 0), 2);
    assert_int_equal(value(&plateau, NUMBER_PRICE_TARGET, 0, 0), 4);
}

TEST(valuation_rises_falls_or_crashes_by_the_revenue_that_is_missed)
{
    State pleased = full_game("V=8");
    State full_house = full_game("V=10 P=6 compute=10,9 E=0,1 mods=REVENUE:US:9:round");
    State disappointed = full_game("V=10");
    State crash = full_game("V=9 P=1 Q=4,4,3,3");
    State next;
    Outlook outlook;

    assert_int_equal(value(&pleased, NUMBER_VALUATION_NEXT, 0, 0), 9);
    assert_int_equal(value(&full_house, NUMBER_VALUATION_NEXT, 0, 0), 10);
    assert_int_equal(value(&disappointed, NUMBER_VALUATION_GAP, 0, 0), 2);
    assert_int_equal(value(&disappointed, NUMBER_VALUATION_NEXT, 0, 0), 9);
    assert_int_equal(value(&crash, NUMBER_VALUATION_GAP, 0, 0), 8);
    explain_market(&next, &outlook, &crash, shipped_rules());
    assert_true(outlook.crash);
    position_expect(&next, shipped_rules(), "V=4 pool=0,3");
}

TEST(a_ripe_control_lashes_back_and_stays_in_force)
{
    State state = full_game("control=3,2,3,1,0 B=4 U=6,6 R=2");
    State next;

    explain_market(&next, NULL, &state, shipped_rules());
    position_expect(&next, shipped_rules(), "control=1,3,1,2,0 B=5 U=5,6 S=5,2 E=0,2 R=1");
}

TEST(governance_counts_the_trust_that_backlash_leaves)
{
    State state = full_game("control=0,0,3,0,0 B=1 U=3,6 R=5");
    State trusted = full_game("control=0,0,2,0,0 B=1 U=3,6 R=5");

    assert_int_equal(value(&state, NUMBER_RISK_NEXT, 0, 0), 5);
    assert_int_equal(value(&trusted, NUMBER_RISK_NEXT, 0, 0), 4);
}

TEST(incidents_threaten_from_risk_6)
{
    State five = full_game("R=6 U=3,3");
    State six = full_game("R=6 U=2,3");
    State nine = full_game("R=9 U=2,3");
    State next;

    assert_int_equal(value(&five, NUMBER_INCIDENT_ODDS, 0, 0), 0);
    assert_int_equal(value(&six, NUMBER_INCIDENT_ODDS, 0, 0), 1);
    assert_int_equal(value(&nine, NUMBER_INCIDENT_ODDS, 0, 0), 4);
    next = nine;
    explain_incident(&next, shipped_rules());
    position_expect(&next, shipped_rules(), "R=8 U=1,3");
    assert_int_equal(next.nation_y[nation("France")], 0);
    assert_int_equal(next.nation_y[nation("Netherlands")], -1);
    assert_int_equal(next.nation_y[nation("India")], 1);
}

TEST(switching_costs_keep_a_user_and_a_tie_moves_nobody)
{
    /* Japan uses UC: 4 + lean 2 + depth 1, against CC 6 + need 2. */
    const char nations[] = "nations=-2:-1,-1:1,-1:-1,-2:0,-2:-1,-1:0,-1:-1,0:1,0:-1,1:1,1:0,1:0,"
                           "0:-1,1:-1,2:-1,2:-1 Q=4,2,6,3 F=4,6";
    State state = full_game(nations);
    Favourite favourite;

    explain_favourite(&favourite, &state, shipped_rules(), nation("Japan"));
    assert_int_equal(favourite.appeal[STACK_UC], 7);
    assert_int_equal(favourite.appeal[STACK_CC], 8);
    assert_int_equal(favourite.stack, STACK_CC);
    state.track[SLOT_BIFURCATION] = 2;
    explain_favourite(&favourite, &state, shipped_rules(), nation("Japan"));
    assert_int_equal(favourite.stack, STACK_UC);
    assert_true(favourite.stays);
    explain_favourite(&favourite, &state, shipped_rules(), nation("India"));
    assert_int_equal(favourite.used, -1);
    assert_false(favourite.stays);

    State even = full_game("");
    explain_favourite(&favourite, &even, shipped_rules(), nation("India"));
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

TEST(only_a_lead_scores_and_the_second_half_counts_more)
{
    State tie = full_game("I=2,2 Q=4,3,3,3");
    State late = full_game("round=5 I=1,4 U=4,3");

    assert_int_equal(value(&tie, NUMBER_PHYSICAL_AI, BLOC_US, 0), 0);
    assert_int_equal(value(&tie, NUMBER_SAFE_SUPPLIER, BLOC_US, 0), 0);
    assert_int_equal(value(&tie, NUMBER_STANDARDS, BLOC_US, 0), 0);
    assert_int_equal(value(&tie, NUMBER_STANDARDS, BLOC_CN, 0), 0);
    assert_int_equal(value(&tie, NUMBER_STOCK, BLOC_US, 0), 4);
    assert_int_equal(value(&late, NUMBER_PHYSICAL_AI, BLOC_CN, 0), 9);
    assert_int_equal(value(&late, NUMBER_SAFE_SUPPLIER, BLOC_US, 0), 2);
    assert_int_equal(value(&late, NUMBER_STOCK, BLOC_US, 0), 3);
    assert_int_equal(value(&late, NUMBER_ADOPTION, STACK_UC, 0), 8);
    assert_int_equal(value(&late, NUMBER_ADOPTED_WEIGHT, BLOC_US, 0), 5);
}

TEST(nobody_gains_by_what_both_have)
{
    State state = full_game("I=2,2 Q=4,3,3,3");
    Explanation explanation;
    const int japan = nation("Japan");

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        assert_int_equal(value(&state, NUMBER_OPEN_REACH, bloc, 0), 1);
        assert_null(find_term(&explanation, &state, (Question){NUMBER_APPEAL, japan, 2 * bloc},
                              TERM_NEED_INDUSTRY));
    }
}

TEST(the_stock_counts_a_lab_no_further_than_the_plateau)
{
    State state = full_game("F=10,6 T=6 known=1");

    assert_int_equal(value(&state, NUMBER_STOCK_SIZE, BLOC_US, 0), 60);
    assert_int_equal(value(&state, NUMBER_STOCK_SIZE, BLOC_CN, 0), 54);
}

TEST(who_is_behind_is_hedged_toward_but_not_at_the_end)
{
    State full = full_game("vp=20,0,0,0 pool=0,1");
    State far_ahead = full_game("vp=53,0,0,0");
    State last = full_game("round=8 vp=53,0,0,0");
    State lesson = game("lesson-4", 2, "vp=0,0,5,4");

    assert_int_equal(value(&full, NUMBER_LEAD, BLOC_US, 0), 19);
    assert_int_equal(value(&full, NUMBER_HEDGING, BLOC_CN, 0), 2);
    assert_int_equal(value(&full, NUMBER_HEDGING, BLOC_US, 0), 0);
    assert_int_equal(value(&far_ahead, NUMBER_HEDGING, BLOC_CN, 0), 3);
    assert_int_equal(value(&far_ahead, NUMBER_HEGEMONY, BLOC_US, 0), 1);
    assert_int_equal(value(&last, NUMBER_HEDGING, BLOC_CN, 0), 0);
    assert_int_equal(value(&lesson, NUMBER_HEDGING, BLOC_US, 0), 1);
}

TEST(closed_partners_have_a_handicap)
{
    State full = game("full", 4, "vp=10,16,0,7");
    State brief = game("short", 4, "vp=10,16,0,7");

    assert_int_equal(value(&full, NUMBER_RANKING_POINTS, 0, 0), 16);
    assert_int_equal(value(&full, NUMBER_RANKING_POINTS, 1, 0), 16);
    assert_int_equal(value(&brief, NUMBER_RANKING_POINTS, 0, 0), 13);
    assert_int_equal(value(&brief, NUMBER_RANKING_POINTS, 2, 0), 3);
}

TEST(frozen_systems_stand_still)
{
    State state = game("lesson-3", 2, "control=0,0,3,0,0 B=1");
    LegalOperations operations;
    LegalCourts courts;
    State next;

    assert_int_equal(value(&state, NUMBER_CAPITAL_INCOME, BLOC_US, 0), 6);
    assert_int_equal(value(&state, NUMBER_SAFE_SUPPLIER, BLOC_US, 0), 0);
    assert_int_equal(value(&state, NUMBER_STOCK, BLOC_US, 0), 0);
    assert_int_equal(value(&state, NUMBER_PHYSICAL_AI, BLOC_CN, 0), 0);
    assert_int_equal(value(&state, NUMBER_APPEAL, nation("France"), STACK_UC), 3 + 2);
    assert_int_equal(value(&state, NUMBER_RELEASE_RISK, STACK_CO, LICENCE_PERMISSIVE), 0);
    explain_market(&next, NULL, &state, shipped_rules());
    position_expect(&next, shipped_rules(), "control=0,0,1,0,0 B=2 V=5 U=3,3 R=0");
    explain_legal_operations(&operations, &state, shipped_rules(), 0);
    assert_int_equal(operations.verbs >> VERB_INTEGRATE & 1, 0);
    assert_int_equal(operations.verbs >> VERB_SAFEGUARD_TRUST & 1, 0);

    State lesson = game("lesson-1", 2, "");
    explain_legal_courts(&courts, &lesson, shipped_rules(), 0);
    assert_int_equal(courts.align | courts.open | courts.close, 0);
    explain_legal_operations(&operations, &lesson, shipped_rules(), 0);
    assert_int_equal(operations.impose | operations.lift, 0);
}

TEST(a_seat_courts_whom_it_can_pay_and_reach)
{
    State state = full_game("capital=3,10 control=0,0,1,0,1 B=2");
    LegalCourts us;
    LegalCourts china;

    explain_legal_courts(&us, &state, shipped_rules(), 0);
    assert_true(us.align & bit("Britain"));
    assert_false(us.align & bit("India"));    /* 5 capital */
    assert_false(us.align & bit("Viet-Nam")); /* behind the wall of DATA */
    assert_true(us.open & bit("Britain"));
    assert_false(us.open & bit("Nigeria")); /* on the rival's side */
    explain_legal_courts(&china, &state, shipped_rules(), 2);
    assert_true(china.align & bit("India"));
    assert_true(china.close & bit("India"));
    assert_false(china.align & bit("Britain")); /* behind the wall of ACCESS */
    assert_true(china.align & bit("France"));
    assert_false(china.close & bit("France"));

    State edge = full_game("nations=-3:-3,-1:1,-1:-1,-2:0,-2:0,-1:0,-1:-1,0:3,0:-1,1:1,1:0,1:0,"
                           "0:-1,1:-1,2:-1,2:-1");
    explain_legal_courts(&us, &edge, shipped_rules(), 0);
    assert_false(us.align & bit("Britain"));
    assert_false(us.close & bit("Britain"));
    assert_true(us.open & bit("Britain"));
    assert_false(us.open & bit("India"));
}

TEST(each_of_four_seats_courts_toward_its_own_half)
{
    State state = game("full", 4, "capital=20,20,20,20");
    LegalCourts courts;

    explain_legal_courts(&courts, &state, shipped_rules(), 0);
    assert_int_equal(courts.open, 0);
    assert_true(courts.close & bit("Britain"));
    explain_legal_courts(&courts, &state, shipped_rules(), 3);
    assert_int_equal(courts.close, 0);
    assert_true(courts.open & bit("India"));
}

static uint32_t verbs(const State *state, Seat seat)
{
    LegalOperations operations;

    explain_legal_operations(&operations, state, shipped_rules(), seat);
    return operations.verbs;
}

static uint32_t verb(Verb which)
{
    return UINT32_C(1) << which;
}

TEST(operations_need_their_preconditions_and_their_price)
{
    State start = full_game("");
    State poor = full_game("compute=1,1 capital=0,0");
    State done = full_game("F=10,10 T=8 known=1 Q=10,10,10,10 E=6,6 D=8,8 S=8,8 I=10,10 U=6,6 R=0 "
                           "compute=30,30 capital=30,30");
    State equip = full_game("control=0,1,0,0,0 B=1");

    assert_int_equal(verbs(&start, 0), verb(VERB_TRAIN) | verb(VERB_OPTIMISE) |
                                           verb(VERB_INTEGRATE) | verb(VERB_BUILD_DATACENTRE) |
                                           verb(VERB_BUILD_SILICON) | verb(VERB_RELEASE_OPEN) |
                                           verb(VERB_RELEASE_CONDITIONAL) |
                                           verb(VERB_SAFEGUARD_TRUST) | verb(VERB_SAFEGUARD_RISK));
    assert_int_equal(verbs(&poor, 0), verb(VERB_RELEASE_OPEN) | verb(VERB_RELEASE_CONDITIONAL));
    assert_int_equal(verbs(&done, 0), 0);
    assert_int_equal(verbs(&equip, 2) & verb(VERB_BUILD_SILICON), 0);
    assert_int_not_equal(verbs(&equip, 0) & verb(VERB_BUILD_SILICON), 0);
}

TEST(industry_grows_one_step_beyond_the_best_model_within_reach)
{
    State state = full_game("Q=4,2,6,3 I=5,5 F=4,6 compute=20,20");

    assert_int_equal(value(&state, NUMBER_INTEGRATE_LIMIT, BLOC_US, 0), 5);
    assert_int_equal(value(&state, NUMBER_INTEGRATE_LIMIT, BLOC_CN, 0), 7);
    assert_int_equal(verbs(&state, 0) & verb(VERB_INTEGRATE), 0);
    assert_int_not_equal(verbs(&state, 2) & verb(VERB_INTEGRATE), 0);
}

TEST(a_seat_imposes_and_lifts_its_own_tiles)
{
    State start = full_game("control=1,0,0,0,0 B=1");
    State lost = full_game("nations=-2:-1,-1:1,-1:-1,0:0,-2:0,-1:0,-1:-1,0:1,0:-1,1:1,1:0,1:0,"
                           "0:-1,1:-1,2:-1,2:-1");
    LegalOperations operations;

    explain_legal_operations(&operations, &start, shipped_rules(), 0);
    assert_int_equal(operations.impose, 1U << TILE_EQUIP | 1U << TILE_ACCESS);
    assert_int_equal(operations.lift, 1U << TILE_CHIPS);
    explain_legal_operations(&operations, &start, shipped_rules(), 2);
    assert_int_equal(operations.impose, 1U << TILE_MINERALS | 1U << TILE_DATA);
    assert_int_equal(operations.lift, 0);
    explain_legal_operations(&operations, &lost, shipped_rules(), 0);
    assert_int_equal(operations.impose, 1U << TILE_CHIPS | 1U << TILE_ACCESS);
}

TEST(terms_name_whom_they_are_about_and_what_they_are_made_of)
{
    State state = full_game("control=1,0,0,0,0 B=1 Q=7,2,3,3 F=7,4 E=0,3 compute=10,5");
    Explanation explanation;

    const Term *term = find_term(&explanation, &state, (Question){NUMBER_CHIP_TIER, BLOC_CN, 0},
                                 TERM_CHIPS_CEILING);
    assert_non_null(term);
    assert_int_equal(term->subject, TILE_CHIPS);
    assert_int_equal(term->a, 4);
    term = find_term(&explanation, &state, (Question){NUMBER_TRAIN_COST, 2, 0}, TERM_DISTIL_STACK);
    assert_non_null(term);
    assert_int_equal(term->subject, STACK_UC);
    assert_int_equal(term->a, 7);
    assert_int_equal(term->b, 4);
    term = find_term(&explanation, &state, (Question){NUMBER_REVENUE, BLOC_US, 0}, TERM_API_SALES);
    assert_non_null(term);
    assert_int_equal(term->subject, STACK_UC);
    assert_int_equal(term->amount, term->a * term->b / term->c);
    term = find_term(&explanation, &state, (Question){NUMBER_PRICE_TARGET, 0, 0},
                     TERM_WORLD_EFFICIENCY);
    assert_non_null(term);
    assert_int_equal(term->subject, BLOC_CN);
    assert_int_equal(term->amount, -1);
    term = find_term(&explanation, &state, (Question){NUMBER_APPEAL, nation("Japan"), STACK_CO},
                     TERM_NEED_INDUSTRY);
    assert_non_null(term);
    assert_int_equal(term->subject, BLOC_CN);
}

TEST(questions_go_to_what_the_game_has)
{
    State two = full_game("");
    State four = game("full", 4, "");

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
        cmocka_unit_test(market_and_scoring_of_round_1),
        cmocka_unit_test(market_and_scoring_of_round_2),
        cmocka_unit_test(controls_bite_incomes_and_purses),
        cmocka_unit_test(a_bite_takes_no_more_than_the_purse_holds),
        cmocka_unit_test(releases_move_price_risk_and_labs),
        cmocka_unit_test(open_weights_lift_every_lab_but_the_releasing_one),
        cmocka_unit_test(a_better_model_to_learn_from_counts_once),
        cmocka_unit_test(four_seats_split_the_incomes_of_their_bloc),
        cmocka_unit_test(heavy_customers_are_served_first_and_light_ones_may_still_fit),
        cmocka_unit_test(a_wall_costs_the_other_bloc_revenue_but_never_below_nothing),
        cmocka_unit_test(the_price_moves_one_step_toward_parity_and_efficiency),
        cmocka_unit_test(valuation_rises_falls_or_crashes_by_the_revenue_that_is_missed),
        cmocka_unit_test(a_ripe_control_lashes_back_and_stays_in_force),
        cmocka_unit_test(governance_counts_the_trust_that_backlash_leaves),
        cmocka_unit_test(incidents_threaten_from_risk_6),
        cmocka_unit_test(switching_costs_keep_a_user_and_a_tie_moves_nobody),
        cmocka_unit_test(a_corner_step_goes_along_the_longer_way_and_y_first_in_a_tie),
        cmocka_unit_test(only_a_lead_scores_and_the_second_half_counts_more),
        cmocka_unit_test(nobody_gains_by_what_both_have),
        cmocka_unit_test(the_stock_counts_a_lab_no_further_than_the_plateau),
        cmocka_unit_test(who_is_behind_is_hedged_toward_but_not_at_the_end),
        cmocka_unit_test(closed_partners_have_a_handicap),
        cmocka_unit_test(frozen_systems_stand_still),
        cmocka_unit_test(a_seat_courts_whom_it_can_pay_and_reach),
        cmocka_unit_test(each_of_four_seats_courts_toward_its_own_half),
        cmocka_unit_test(operations_need_their_preconditions_and_their_price),
        cmocka_unit_test(industry_grows_one_step_beyond_the_best_model_within_reach),
        cmocka_unit_test(a_seat_imposes_and_lifts_its_own_tiles),
        cmocka_unit_test(terms_name_whom_they_are_about_and_what_they_are_made_of),
        cmocka_unit_test(questions_go_to_what_the_game_has),
        cmocka_unit_test(names_and_sections_are_given_for_every_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
