#include "core/explain.h"
#include "support/asked.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

TEST(frozen_systems_stand_still)
{
    State state = asked_game("lesson-3", 2, "control=0,0,3,0,0 B=1");
    LegalOperations operations;
    LegalCourts courts;
    State next;

    assert_int_equal(asked_value(&state, NUMBER_CAPITAL_INCOME, BLOC_US, 0), 6);
    assert_int_equal(asked_value(&state, NUMBER_SAFE_SUPPLIER, BLOC_US, 0), 0);
    assert_int_equal(asked_value(&state, NUMBER_STOCK, BLOC_US, 0), 0);
    assert_int_equal(asked_value(&state, NUMBER_PHYSICAL_AI, BLOC_CN, 0), 0);
    assert_int_equal(asked_value(&state, NUMBER_APPEAL, asked_nation("France"), STACK_UC), 3 + 2);
    assert_int_equal(asked_value(&state, NUMBER_RELEASE_RISK, STACK_CO, LICENCE_PERMISSIVE), 0);
    explain_market(&next, NULL, &state, shipped_rules());
    position_expect(&next, shipped_rules(), "control=0,0,1,0,0 B=2 V=5 U=3,3 R=0");
    explain_legal_operations(&operations, &state, shipped_rules(), 0);
    assert_int_equal(operations.verbs >> VERB_INTEGRATE & 1, 0);
    assert_int_equal(operations.verbs >> VERB_SAFEGUARD_TRUST & 1, 0);

    State lesson = asked_game("lesson-1", 2, "");
    explain_legal_courts(&courts, &lesson, shipped_rules(), 0);
    assert_int_equal(courts.align | courts.open | courts.close, 0);
    explain_legal_operations(&operations, &lesson, shipped_rules(), 0);
    assert_int_equal(operations.impose | operations.lift, 0);
}

TEST(a_seat_courts_whom_it_can_pay_and_reach)
{
    State state = asked_full_game("capital=3,10 control=0,0,1,0,1 B=2");
    LegalCourts us;
    LegalCourts china;

    explain_legal_courts(&us, &state, shipped_rules(), 0);
    assert_true(us.align & asked_bit("Britain"));
    assert_false(us.align & asked_bit("India"));    /* 5 capital */
    assert_false(us.align & asked_bit("Viet-Nam")); /* behind the wall of DATA */
    assert_true(us.open & asked_bit("Britain"));
    assert_false(us.open & asked_bit("Nigeria")); /* on the rival's side */
    explain_legal_courts(&china, &state, shipped_rules(), 2);
    assert_true(china.align & asked_bit("India"));
    assert_true(china.close & asked_bit("India"));
    assert_false(china.align & asked_bit("Britain")); /* behind the wall of ACCESS */
    assert_true(china.align & asked_bit("France"));
    assert_false(china.close & asked_bit("France"));

    State edge =
        asked_full_game("nations=-3:-3,-1:1,-1:-1,-2:0,-2:0,-1:0,-1:-1,0:3,0:-1,1:1,1:0,1:0,"
                        "0:-1,1:-1,2:-1,2:-1");
    explain_legal_courts(&us, &edge, shipped_rules(), 0);
    assert_false(us.align & asked_bit("Britain"));
    assert_false(us.close & asked_bit("Britain"));
    assert_true(us.open & asked_bit("Britain"));
    assert_false(us.open & asked_bit("India"));
}

TEST(each_of_four_seats_courts_toward_its_own_half)
{
    State state = asked_game("full", 4, "capital=20,20,20,20");
    LegalCourts courts;

    explain_legal_courts(&courts, &state, shipped_rules(), 0);
    assert_int_equal(courts.open, 0);
    assert_true(courts.close & asked_bit("Britain"));
    explain_legal_courts(&courts, &state, shipped_rules(), 3);
    assert_int_equal(courts.close, 0);
    assert_true(courts.open & asked_bit("India"));
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
    State start = asked_full_game("");
    State poor = asked_full_game("compute=1,1 capital=0,0");
    State done =
        asked_full_game("F=10,10 T=8 known=1 Q=10,10,10,10 E=6,6 D=8,8 S=8,8 I=10,10 U=6,6 R=0 "
                        "compute=30,30 capital=30,30");
    State equip = asked_full_game("control=0,1,0,0,0 B=1");

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
    State state = asked_full_game("Q=4,2,6,3 I=5,5 F=4,6 compute=20,20");

    assert_int_equal(asked_value(&state, NUMBER_INTEGRATE_LIMIT, BLOC_US, 0), 5);
    assert_int_equal(asked_value(&state, NUMBER_INTEGRATE_LIMIT, BLOC_CN, 0), 7);
    assert_int_equal(verbs(&state, 0) & verb(VERB_INTEGRATE), 0);
    assert_int_not_equal(verbs(&state, 2) & verb(VERB_INTEGRATE), 0);
}

TEST(a_seat_imposes_and_lifts_its_own_tiles)
{
    State start = asked_full_game("control=1,0,0,0,0 B=1");
    State lost =
        asked_full_game("nations=-2:-1,-1:1,-1:-1,0:0,-2:0,-1:0,-1:-1,0:1,0:-1,1:1,1:0,1:0,"
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frozen_systems_stand_still),
        cmocka_unit_test(a_seat_courts_whom_it_can_pay_and_reach),
        cmocka_unit_test(each_of_four_seats_courts_toward_its_own_half),
        cmocka_unit_test(operations_need_their_preconditions_and_their_price),
        cmocka_unit_test(industry_grows_one_step_beyond_the_best_model_within_reach),
        cmocka_unit_test(a_seat_imposes_and_lifts_its_own_tiles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
