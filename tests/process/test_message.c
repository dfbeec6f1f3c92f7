/* What a program is told: enough to play, and nothing that its seat may not know. */

#include <string.h>

#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"
#include "process/message.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

static void ask(Message *message, const State *state)
{
    const Rules *rules = shipped_rules();
    ActionList legal;
    View view;

    view_of(&view, state, rules, state_current_seat(state, rules));
    state_legal_actions(state, rules, &legal);
    message_question(message, rules, &view, &legal, 12);
}

static void expect_holds(const Message *message, const char *text)
{
    if (strstr(message->text, text) == NULL) {
        fail_msg("'%s' is not in:\n%s", text, message->text);
    }
}

TEST(a_question_is_a_view_the_legal_actions_and_a_number)
{
    static Message message;
    Setup setup = {.seed = 7,
                   .scenario = rules_find_scenario(shipped_rules(), "full"),
                   .seat_count = 2};
    State state;

    position_make(&state, &setup, shipped_rules(), "hand=E08+E20,E11+E12");
    ask(&message, &state);
    assert_int_equal(message.length, strlen(message.text));
    expect_holds(&message, "view mover=US decision=play pile=");
    expect_holds(&message, " committed=0,0 cards=2,2 round=1 phase=action ");
    expect_holds(&message, " hand=E08+E20,- deck=");
    expect_holds(&message, "\nlegal event E08;");
    expect_holds(&message, ";shelve E20\nchoose 12\n");
}

TEST(the_set_up_tells_the_tables_of_the_rules)
{
    static Message message;
    const Rules *rules = shipped_rules();
    Setup setup = {.seed = 123456789123456789,
                   .scenario = rules_find_scenario(rules, "short"),
                   .seat_count = 4};
    State state;
    View view;

    state_init(&state, rules, &setup);
    view_of(&view, &state, rules, 3);
    message_setup(&message, rules, &view, 5000);
    expect_holds(&message, "setup scenario=short seats=4 seat=CO bloc=CN rounds=");
    expect_holds(&message, " limit=5000\n");
    expect_holds(&message, "\nnation India weight=");
    expect_holds(&message, "\ncard E12 side=CN era=early ops=3 once=");
    assert_null(strstr(message.text, "123456789123456789"));
    assert_null(strstr(message.text, "1b69b4bacd05f15")); /* the seed in base 16 */
    message_hello(&message);
    assert_string_equal(message.text, "hello 1\n");
}

/* Dealt anew, what the seat cannot see leaves every byte as it was. */
static void expect_same_samples(const State *state)
{
    enum { DEALS = 3 };
    const Rules *rules = shipped_rules();
    static Message real;
    static Message other;
    View view;

    view_of(&view, state, rules, state_current_seat(state, rules));
    ask(&real, state);
    for (uint64_t deal = 0; deal < DEALS; deal++) {
        State sample;
        view_sample(&sample, &view, rules, rng_mix(deal));
        ask(&other, &sample);
        assert_string_equal(real.text, other.text);
    }
}

static void expect_same_game(const Rules *rules, const Setup *setup)
{
    enum { APART = 5 };
    State state;

    state_init(&state, rules, setup);
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        ActionList legal;
        if (decision % APART == 0) {
            expect_same_samples(&state);
        }
        state_legal_actions(&state, rules, &legal);
        state_apply(&state, rules, policy_choose(1, decision, &legal), NULL);
    }
}

TEST(no_byte_depends_on_what_is_hidden)
{
    const Rules *rules = shipped_rules();

    for (int variant = 0; variant < variant_count(rules); variant++) {
        const Setup setup = variant_setup(variant, (uint64_t)variant + 1);
        expect_same_game(rules, &setup);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_question_is_a_view_the_legal_actions_and_a_number),
        cmocka_unit_test(the_set_up_tells_the_tables_of_the_rules),
        cmocka_unit_test(no_byte_depends_on_what_is_hidden),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
