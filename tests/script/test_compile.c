/* Instruction numbers count in the order of the card's text, and each instruction names what follows
 * it (tests/TRACE.md R4, NEXT). */

#include <stdlib.h>
#include <string.h>

#include "core/rules.h"
#include "support/small_rules.h"
#include "test.h"

enum { TEXT_SIZE = 8192 };

static void expect_program(const char *event, FrameKind kind, const char *expected)
{
    Rules *rules = small_rules_with_event(event);
    char text[TEXT_SIZE];

    rules_print_program(text, sizeof text, rules, kind, rules_find_card(rules, "X1"));
    assert_string_equal(text, expected);
    free(rules);
}

static void expect_event(const char *event, const char *expected)
{
    expect_program(event, FRAME_EVENT, expected);
}

static void need_rules(const Rules *rules, const Error *err)
{
    if (rules == NULL) {
        fail_msg("%s", err->text);
    }
}

/* The line that the compiler has for an event or for a whole text. */
static void expect_fault(const char *text, const char *what)
{
    Error err = {0};

    assert_null(small_rules(text, &err));
    if (strstr(err.text, what) == NULL) {
        fail_msg("expected '%s' in '%s'", what, err.text);
    }
}

TEST(instructions_follow_one_another)
{
    expect_event("gain('V', 2), gain('US', 'capital', 2), reveal()", "0 gain(V, 2) > 1\n"
                                                                     "1 gain(US, capital, 2) > 2\n"
                                                                     "2 reveal > end\n");
}

TEST(a_when_counts_one_and_its_list_follows_it)
{
    expect_event("when(in_force('CHIPS'), { gain('CN', 'D', -1), gain('B', 1) }), impose('CHIPS')",
                 "0 when(in_force(CHIPS)) > 1 else 3\n"
                 "1 gain(CN, D, -1) > 2\n"
                 "2 gain(B, 1) > 3\n"
                 "3 impose(CHIPS) > end\n");
}

TEST(a_then_list_goes_on_behind_the_else_list)
{
    expect_event("when(at_most('rival', 'E', 2), { gain('P', 1), gain('P', 2) },"
                 " { gain('P', 3), gain('P', 4) }), reveal()",
                 "0 when(at_most(rival, E, 2)) > 1 else 3\n"
                 "1 gain(P, 1) > 2\n"
                 "2 gain(P, 2) > 5\n"
                 "3 gain(P, 3) > 4\n"
                 "4 gain(P, 4) > 5\n"
                 "5 reveal > end\n");
}

TEST(the_end_of_nested_lists_is_the_end_of_the_outermost)
{
    expect_event("when(die(5), { gain('P', 1), when(at_least('R', 3), { gain('P', 2) }) },"
                 " { when(at_least('R', 4), { gain('P', 3) }, { gain('P', 4) }) })",
                 "0 when(die(5)) > 1 else 4\n"
                 "1 gain(P, 1) > 2\n"
                 "2 when(at_least(R, 3)) > 3 else end\n"
                 "3 gain(P, 2) > end\n"
                 "4 when(at_least(R, 4)) > 5 else 6\n"
                 "5 gain(P, 3) > end\n"
                 "6 gain(P, 4) > end\n");
}

TEST(a_nested_when_without_else_jumps_over_the_outer_else)
{
    expect_event("when(die(5), { when(at_least('R', 3), { gain('P', 2) }) }, { gain('P', 3) }),"
                 " reveal()",
                 "0 when(die(5)) > 1 else 3\n"
                 "1 when(at_least(R, 3)) > 2 else 4\n"
                 "2 gain(P, 2) > 4\n"
                 "3 gain(P, 3) > 4\n"
                 "4 reveal > end\n");
}

TEST(an_option_counts_one_and_both_lists_go_on_behind_it)
{
    expect_event("option({ gain('V', 2), draw('you', 1) }, { discard('rival', 2) }), lift_choice()",
                 "0 option > 1 or 3\n"
                 "1 gain(V, 2) > 2\n"
                 "2 draw(you, 1) > 4\n"
                 "3 discard(rival, 2) > 4\n"
                 "4 lift_choice > end\n");
}

TEST(an_option_inside_a_when_inside_an_option)
{
    expect_event("option({ when(die(2), { option({ gain('P', 1) }, { gain('P', 2) }) }) },"
                 " { gain('P', 3) })",
                 "0 option > 1 or 5\n"
                 "1 when(die(2)) > 2 else end\n"
                 "2 option > 3 or 4\n"
                 "3 gain(P, 1) > end\n"
                 "4 gain(P, 2) > end\n"
                 "5 gain(P, 3) > end\n");
}

TEST(a_trigger_counts_one_with_all_of_its_list)
{
    static const char event[] =
        "gain('P', 1), trigger('control', { choose(1, { side = { 'zero', 'rival' } }, 'align'),"
        " when(at_least('P', 4), { gain('you', 'VP', 1) }) }), gain('P', 2)";

    expect_event(event, "0 gain(P, 1) > 1\n"
                        "1 trigger(control) > 2\n"
                        "2 gain(P, 2) > end\n");
    expect_program(event, FRAME_TRIGGER,
                   "0 choose(1, { side={zero,rival} }, align) > 1\n"
                   "1 when(at_least(P, 4)) > 2 else end\n"
                   "2 gain(you, VP, 1) > end\n");
}

TEST(a_trigger_may_stand_inside_a_when)
{
    static const char event[] =
        "when(at_least('R', 1), { trigger('release', { when(at_least('V', 2), { gain('P', 1) }) })"
        " }, { when(at_least('V', 3), { gain('P', 2) }) })";

    expect_event(event, "0 when(at_least(R, 1)) > 1 else 2\n"
                        "1 trigger(release) > end\n"
                        "2 when(at_least(V, 3)) > 3 else end\n"
                        "3 gain(P, 2) > end\n");
    expect_program(event, FRAME_TRIGGER,
                   "0 when(at_least(V, 2)) > 1 else end\n"
                   "1 gain(P, 1) > end\n");
}

TEST(every_instruction_has_its_constructor)
{
    expect_event("gain('you', 'VP', -3), choose(2, { need = 'Price' }, 'corner open'),"
                 " each({ strictness = 2 }, 'neutral'), modify('SERVE', 'rival', -2, 'round'),"
                 " draw('you', 1), discard('rival', 1), impose('DATA'), lift('EQUIP'),"
                 " lift_choice(), release('conditional'), vp_count({ y = 'open' }, 3, 4), reveal()",
                 "0 gain(you, VP, -3) > 1\n"
                 "1 choose(2, { need={Price} }, corner open) > 2\n"
                 "2 each({ strictness=2 }, neutral) > 3\n"
                 "3 modify(SERVE, rival, -2, round) > 4\n"
                 "4 draw(you, 1) > 5\n"
                 "5 discard(rival, 1) > 6\n"
                 "6 impose(DATA) > 7\n"
                 "7 lift(EQUIP) > 8\n"
                 "8 lift_choice > 9\n"
                 "9 release(conditional) > 10\n"
                 "10 vp_count({ y={open} }, 3, 4) > 11\n"
                 "11 reveal > end\n");
}

TEST(every_part_of_a_filter_is_read)
{
    expect_event(
        "each({ side = { 'rival', 'own' }, y = { 'closed', 'zero' },"
        " need = { 'Price', 'Compute' }, role = true, strictness = 1, near_zero = true,"
        " outside_rival_quadrant = true, nations = { 'Right-Land', 'Left-Land' } }, 'open')",
        "0 each({ side={own,rival} y={closed,zero} need={Compute,Price} role strictness=1 "
        "near_zero outside_rival_quadrant Left-Land Right-Land }, open) > end\n");
    expect_event("each({ role = false, near_zero = false }, 'close')",
                 "0 each({ }, close) > end\n");
}

TEST(every_condition_has_its_constructor)
{
    expect_event("when(all { at_least('you', 'Q open', 3), at_most('P', 4), more('rival', 'F'),"
                 " any { in_force('CHIPS'), none { not_in_force('DATA') } },"
                 " at_least('CN', 'VP', -5) }, { reveal() })",
                 "0 when(all{at_least(you, Q open, 3), at_most(P, 4), more(rival, F), "
                 "any{in_force(CHIPS), none{not_in_force(DATA)}}, at_least(CN, VP, -5)}) > 1 else "
                 "end\n"
                 "1 reveal > end\n");
}

TEST(a_value_may_be_used_in_many_places)
{
    Error err = {0};
    Rules *rules =
        small_rules("local step = each({ strictness = 2 }, 'close')\n"
                    "for i = 1, 2 do\n"
                    "  local cold = at_most('P', i)\n"
                    "  card { id = 'X' .. i, side = 'US', era = 'early', ops = i,\n"
                    "    title = { en = 'T', zh = '题' },\n"
                    "    concept = { en = 'C', zh = '念' },\n"
                    "    event = { step, when(cold, { step, when(cold, { step }) }) } }\n"
                    "end\n",
                    &err);
    char text[TEXT_SIZE];

    need_rules(rules, &err);
    rules_print_program(text, sizeof text, rules, FRAME_EVENT, 1);
    assert_string_equal(text, "0 each({ strictness=2 }, close) > 1\n"
                              "1 when(at_most(P, 1)) > 2 else end\n"
                              "2 each({ strictness=2 }, close) > 3\n"
                              "3 when(at_most(P, 1)) > 4 else end\n"
                              "4 each({ strictness=2 }, close) > end\n");
    rules_print_program(text, sizeof text, rules, FRAME_EVENT, 2);
    assert_non_null(strstr(text, "1 when(at_most(P, 2)) > 2 else end\n"));
    free(rules);
}

TEST(a_list_is_read_when_it_is_given)
{
    Error err = {0};
    Rules *rules =
        small_rules("local list = { reveal() }\n"
                    "local test = when(at_least('P', 1), list)\n"
                    "list[2] = test\n" /* no cycle: `test` has its copy of the list */
                    "card { id = 'X1', side = 'US', era = 'early', ops = 1,\n"
                    "  title = { en = 'T', zh = '题' }, concept = { en = 'C', zh = '念' },\n"
                    "  event = list }\n",
                    &err);
    char text[TEXT_SIZE];

    need_rules(rules, &err);
    rules_print_program(text, sizeof text, rules, FRAME_EVENT, 1);
    assert_string_equal(text, "0 reveal > 1\n"
                              "1 when(at_least(P, 1)) > 2 else end\n"
                              "2 reveal > end\n");
    free(rules);
}

TEST(a_program_of_200_instructions_fits)
{
    Error err = {0};
    Rules *rules =
        small_rules("local list = {}\n"
                    "for i = 1, 200 do list[i] = reveal() end\n"
                    "card { id = 'X1', side = 'US', era = 'early', ops = 1,\n"
                    "  title = { en = 'T', zh = '题' }, concept = { en = 'C', zh = '念' },\n"
                    "  event = list }\n",
                    &err);

    need_rules(rules, &err);
    assert_non_null(rules);
    Program program = rules->program[FRAME_EVENT][1];
    assert_int_equal(program.length, PROGRAM_MAX);
    assert_int_equal(rules->instruction[program.start + 198].next, 199);
    assert_int_equal(rules->instruction[program.start + 199].next, PROGRAM_END);
    free(rules);
}

TEST(programs_that_double_are_cut_off)
{
    expect_fault("local list = { reveal() }\n"
                 "for i = 1, 60 do\n"
                 "  list = { when(at_least('P', 1), list, list) }\n"
                 "end\n"
                 "card { id = 'X1', event = list }\n",
                 "the program has more than 200 instructions");
    expect_fault("local test = at_least('P', 1)\n"
                 "for i = 1, 60 do\n"
                 "  test = all { test, test }\n"
                 "end\n"
                 "card { id = 'X1', event = { when(test, { reveal() }) } }\n",
                 "groups within groups");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(instructions_follow_one_another),
        cmocka_unit_test(a_when_counts_one_and_its_list_follows_it),
        cmocka_unit_test(a_then_list_goes_on_behind_the_else_list),
        cmocka_unit_test(the_end_of_nested_lists_is_the_end_of_the_outermost),
        cmocka_unit_test(a_nested_when_without_else_jumps_over_the_outer_else),
        cmocka_unit_test(an_option_counts_one_and_both_lists_go_on_behind_it),
        cmocka_unit_test(an_option_inside_a_when_inside_an_option),
        cmocka_unit_test(a_trigger_counts_one_with_all_of_its_list),
        cmocka_unit_test(a_trigger_may_stand_inside_a_when),
        cmocka_unit_test(every_instruction_has_its_constructor),
        cmocka_unit_test(every_part_of_a_filter_is_read),
        cmocka_unit_test(every_condition_has_its_constructor),
        cmocka_unit_test(a_value_may_be_used_in_many_places),
        cmocka_unit_test(a_list_is_read_when_it_is_given),
        cmocka_unit_test(a_program_of_200_instructions_fits),
        cmocka_unit_test(programs_that_double_are_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
