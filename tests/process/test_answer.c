/* What a program may answer, line by line. */

#include <stdio.h>
#include <string.h>

#include "core/state.h"
#include "process/answer.h"
#include "support/shipped.h"
#include "test.h"

enum { DECISION = 7 };

static ActionList legal_list(void)
{
    Setup setup = variant_setup(0, 1);
    State state;
    ActionList legal;

    state_init(&state, shipped_rules(), &setup);
    state_legal_actions(&state, shipped_rules(), &legal);
    return legal;
}

static Answer read_line(const ActionList *legal, const char *text)
{
    const Question question = {.rules = shipped_rules(), .legal = legal, .decision = DECISION};
    Answer answer;

    assert_int_equal(answer_read(&answer, &question, text, strlen(text)), strlen(text));
    return answer;
}

static void expect_text(const ActionList *legal, const char *line, AnswerKind kind,
                        const char *text)
{
    Answer answer = read_line(legal, line);

    assert_int_equal(answer.kind, kind);
    assert_string_equal(answer.text, text);
}

TEST(a_program_says_which_version_it_speaks_and_its_name)
{
    static const char expected[] = "expected hello 1 NAME with a name of 1 to 40 bytes, found '";
    char text[ANSWER_TEXT_SIZE];

    expect_text(NULL, "hello 1 my bot\n", ANSWER_HELLO, "my bot");
    expect_text(NULL, "hello\t1  x \r\n", ANSWER_HELLO, "x");
    expect_text(NULL, "hello 1 中文\n", ANSWER_HELLO, "中文");
    expect_text(NULL, "hello 2 my bot\n", ANSWER_FAULT,
                "speaks version 2 of the protocol, expected version 1");
    expect_text(NULL, "hello 0 my bot\n", ANSWER_FAULT,
                "speaks version 0 of the protocol, expected version 1");
    static const char *const faults[] = {"",         "hello",     "hello 1",    "hello one x",
                                         "hello1 x", "HELLO 1 x", "choose 7 0", "hello -1 x"};
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        char line[64];
        snprintf(line, sizeof line, "%s\n", faults[i]);
        snprintf(text, sizeof text, "%s%s'", expected, faults[i]);
        expect_text(NULL, line, ANSWER_FAULT, text);
    }
    assert_int_equal(read_line(NULL, "hello 1 aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd\n").kind,
                     ANSWER_HELLO);
    assert_int_equal(read_line(NULL, "hello 1 aaaaaaaaaabbbbbbbbbbccccccccccddddddddddX\n").kind,
                     ANSWER_FAULT);
}

TEST(a_choice_is_an_action_or_its_place_in_the_list)
{
    ActionList legal = legal_list();
    char action[ACTION_TEXT_SIZE];
    char line[ACTION_TEXT_SIZE + 32];

    for (int i = 0; i < legal.count; i++) {
        action_print(action, legal.item[i], shipped_rules());
        snprintf(line, sizeof line, "choose %d %s\n", DECISION, action);
        Answer answer = read_line(&legal, line);
        assert_int_equal(answer.kind, ANSWER_CHOICE);
        assert_int_equal(answer.choice, i);
        snprintf(line, sizeof line, "choose %d %d\r\n", DECISION, i);
        assert_int_equal(read_line(&legal, line).choice, i);
    }
}

TEST(another_action_is_a_fault_that_names_it)
{
    ActionList legal = legal_list();
    char line[64];

    expect_text(&legal, "choose 7 court align India\n", ANSWER_FAULT,
                "'court align India' is not one of its legal actions now");
    expect_text(&legal, "choose 7 -1\n", ANSWER_FAULT, "'-1' is not one of its legal actions now");
    expect_text(&legal, "choose 7 99999999999999999999\n", ANSWER_FAULT,
                "'99999999999999999999' is not one of its legal actions now");
    snprintf(line, sizeof line, "choose 7 %d\n", legal.count);
    assert_int_equal(read_line(&legal, line).kind, ANSWER_FAULT);
    expect_text(&legal, "choose 7\n", ANSWER_FAULT, "expected choose 7 ACTION, found 'choose 7'");
    expect_text(&legal, "choose 8 0\n", ANSWER_FAULT,
                "expected choose 7 ACTION, found 'choose 8 0'");
    expect_text(&legal, "hm\n", ANSWER_FAULT, "expected choose 7 ACTION, found 'hm'");
    expect_text(&legal, "\n", ANSWER_FAULT, "expected choose 7 ACTION, found ''");
}

TEST(what_is_late_is_told_from_what_is_wrong)
{
    ActionList legal = legal_list();

    assert_int_equal(read_line(&legal, "choose 6 0\n").kind, ANSWER_LATE);
    assert_int_equal(read_line(&legal, "choose 0 nonsense\n").kind, ANSWER_LATE);
}

TEST(reasons_are_kept_as_text)
{
    ActionList legal = legal_list();

    expect_text(&legal, "explain compute first, 算力\n", ANSWER_REASON, "compute first, 算力");
    expect_text(&legal, "explain\n", ANSWER_REASON, "");
    expect_text(&legal, "explain a\033[2J\001b\377\300\200c\355\240\200\302\205\n", ANSWER_REASON,
                "a?[2J?b???c?????");
    char line[ANSWER_LINE_MAX] = "explain ";
    memset(line + 8, 'x', 2000);
    line[2008] = '\n';
    Answer answer = read_line(&legal, line);
    assert_int_equal(strlen(answer.text), ANSWER_TEXT_SIZE - 1);
}

TEST(a_line_without_an_end_is_not_read)
{
    const Question question = {.rules = shipped_rules()};
    Answer answer;

    assert_int_equal(answer_read(&answer, &question, "hello 1 bot", 11), 0);
    assert_int_equal(answer.kind, ANSWER_MORE);
    assert_int_equal(answer_read(&answer, &question, "", 0), 0);
    assert_int_equal(answer_read(&answer, &question, "hello 1 a\nhello 1 b\n", 20), 10);
    assert_string_equal(answer.text, "a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_program_says_which_version_it_speaks_and_its_name),
        cmocka_unit_test(a_choice_is_an_action_or_its_place_in_the_list),
        cmocka_unit_test(another_action_is_a_fault_that_names_it),
        cmocka_unit_test(what_is_late_is_told_from_what_is_wrong),
        cmocka_unit_test(reasons_are_kept_as_text),
        cmocka_unit_test(a_line_without_an_end_is_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
