/* The evaluation: chances from a table, one number for both blocs, and nothing hidden in it. */

#include <math.h>
#include <string.h>

#include "ai/evaluation.h"
#include "ai/evaluation_bot.h"
#include "ai/evaluation_text.h"
#include "ai/logistic.h"
#include "core/rng.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "support/bot_text.h"
#include "support/shipped.h"
#include "test.h"

enum { GAMES = 3, RETURNS_TWO = 1000, RETURNS_FOUR = 2000 };

typedef void Look(const State *state, int decision);

/* Shows every position of random games of every scenario and number of seats, the last one too. */
static void look_at_games(Look *look)
{
    const Rules *rules = shipped_rules();

    for (int game = 0; game < GAMES * variant_count(rules); game++) {
        Setup setup = variant_setup(game % variant_count(rules), (uint64_t)game);
        State state;
        ActionList legal;
        state_init(&state, rules, &setup);
        for (int decision = 0; !state_is_terminal(&state); decision++) {
            look(&state, decision);
            state_legal_actions(&state, rules, &legal);
            state_apply(&state, rules, policy_choose(rng_key(setup.seed), decision, &legal), NULL);
        }
        look(&state, 0);
    }
}

static void expect_exact(int logit, int chance)
{
    double exact = CHANCE_CERTAIN / (1 + exp(-logit / 1000.0));

    if (fabs(chance - exact) > 1) {
        fail_msg("logistic(%d): expected %.2f, found %d", logit, exact, chance);
    }
}

TEST(the_table_is_the_logistic_function)
{
    for (int logit = -12000; logit <= 12000; logit++) {
        int chance = logistic(logit);
        expect_exact(logit, chance);
        assert_int_equal(chance + logistic(-logit), CHANCE_CERTAIN);
        assert_true(chance >= logistic(logit - 1));
    }
    assert_int_equal(logistic(0), CHANCE_CERTAIN / 2);
    assert_int_equal(logistic(INT64_MAX), CHANCE_CERTAIN - 1);
    assert_int_equal(logistic(-INT64_MAX), 1);
}

static void look_from_both_sides(const State *state, int decision)
{
    const Rules *rules = shipped_rules();
    const Evaluation *shipped = &evaluation_shipped;
    View view;

    (void)decision;
    view_of(&view, state, rules, SEAT_NOBODY);
    assert_int_equal(evaluation_win(shipped, rules, state, BLOC_US) +
                         evaluation_win(shipped, rules, state, BLOC_CN),
                     CHANCE_CERTAIN);
    assert_int_equal(evaluation_public(shipped, rules, &view, BLOC_US) +
                         evaluation_public(shipped, rules, &view, BLOC_CN),
                     CHANCE_CERTAIN);
    if (!state_is_terminal(state)) {
        assert_int_equal(evaluation_logit(shipped, rules, state, BLOC_US),
                         -evaluation_logit(shipped, rules, state, BLOC_CN));
    }
}

TEST(what_one_bloc_gains_the_other_loses)
{
    look_at_games(look_from_both_sides);
}

static void look_at_returns(const State *state, int decision)
{
    const Rules *rules = shipped_rules();
    int returns[SEATS_MAX];
    int exact[SEATS_MAX];
    int sum = 0;

    (void)decision;
    evaluation_returns(&evaluation_shipped, rules, state, returns);
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        assert_in_range(returns[seat], 0, RETURNS_TWO);
        sum += returns[seat];
    }
    assert_int_equal(sum, is_four_seats(state) ? RETURNS_FOUR : RETURNS_TWO);
    if (state_is_terminal(state)) {
        state_returns(state, rules, exact);
        assert_memory_equal(returns, exact, sizeof exact);
        assert_int_equal(evaluation_win(&evaluation_shipped, rules, state, state_winner(state)),
                         CHANCE_CERTAIN);
    }
}

TEST(returns_sum_to_those_of_the_rules_and_are_exact_at_the_end)
{
    look_at_games(look_at_returns);
}

/* With all hands, headlines, the draw pile and the plateau dealt anew. */
static void look_behind_the_cards(const State *state, int decision)
{
    const Rules *rules = shipped_rules();
    const Evaluation *shipped = &evaluation_shipped;
    View view;
    State sample;

    view_of(&view, state, rules, SEAT_NOBODY);
    int chance = evaluation_public(shipped, rules, &view, BLOC_US);
    if (state_is_terminal(state)) {
        return;
    }
    view_sample(&sample, &view, rules, rng_mix((uint64_t)decision));
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        assert_int_equal(evaluation_worth(shipped, rules, state, seat),
                         evaluation_worth(shipped, rules, &sample, seat));
    }
    view_of(&view, &sample, rules, SEAT_NOBODY);
    assert_int_equal(evaluation_public(shipped, rules, &view, BLOC_US), chance);
    view_of(&view, state, rules, state_current_seat(state, rules));
    assert_int_equal(evaluation_public(shipped, rules, &view, BLOC_US), chance);
}

TEST(nothing_hidden_is_read)
{
    look_at_games(look_behind_the_cards);
}

static void look_at_terms(const State *state, int decision)
{
    const Rules *rules = shipped_rules();
    const EvaluationTable *table = &evaluation_shipped.length[evaluation_length(rules, state)];
    int value[EVALUATION_TERM_COUNT];

    (void)decision;
    if (state_is_terminal(state)) {
        return;
    }
    int progress = evaluation_progress(rules, state);
    assert_in_range(progress, 0, PROGRESS_END);
    evaluation_read(value, rules, state, true);
    assert_int_equal(evaluation_weigh(table, value, progress),
                     evaluation_logit(&evaluation_shipped, rules, state, BLOC_US));
}

TEST(terms_that_are_fitted_are_those_that_are_played_by)
{
    look_at_games(look_at_terms);
}

/* What ten victory points more are worth to the US. */
static int gain_of_ten(const char *less, const char *more)
{
    State even;
    State ahead;

    bot_position(&even, less);
    bot_position(&ahead, more);
    return evaluation_win(&evaluation_shipped, shipped_rules(), &ahead, BLOC_US) -
           evaluation_win(&evaluation_shipped, shipped_rules(), &even, BLOC_US);
}

TEST(a_lead_is_worth_more_near_the_end)
{
    int early = gain_of_ten("round=2 pool=20,20 hand=E08,E11", "round=2 pool=30,20 hand=E08,E11");
    int late = gain_of_ten("round=8 pool=20,20 hand=E08,E11", "round=8 pool=30,20 hand=E08,E11");

    assert_true(late > early && late > 1000);
}

TEST(weights_are_the_same_when_printed_and_read)
{
    char text[EVALUATION_TEXT_SIZE];
    Evaluation read = {0};

    assert_true(evaluation_print(text, &evaluation_shipped, "one line\nand another\n") > 0);
    assert_int_equal(evaluation_parse(&read, "w.def", text, NULL), STATUS_OK);
    assert_memory_equal(&read, &evaluation_shipped, sizeof read);
}

static void expect_refused(const char *text, const char *what)
{
    Evaluation evaluation = evaluation_shipped;
    Error err;

    assert_int_equal(evaluation_parse(&evaluation, "w.def", text, &err), STATUS_PARSE);
    assert_string_equal(err.text, what);
    assert_memory_equal(&evaluation, &evaluation_shipped, sizeof evaluation);
}

TEST(weights_that_are_none_are_refused_with_their_line)
{
    expect_refused("/* a */\nWEIGHT(FULL, LED, 1, 2, 3, 4)\n", "w.def:2: unknown term 'LED'");
    expect_refused("WEIGHT(LONG, LEAD, 1, 2, 3, 4)\n", "w.def:1: unknown length of game 'LONG'");
    expect_refused("\nWEIGH(FULL, LEAD, 1, 2, 3, 4)\n", "w.def:2: unknown row 'WEIGH'");
    expect_refused("WEIGHT(FULL, LEAD, 1, 2)\n", "w.def:1: expected 4 numbers, found 2");
    expect_refused("CALIBRATION(FULL, 1)\n", "w.def:1: expected CALIBRATION(FULL, offset, slope)");
    expect_refused("WEIGHT(FULL, LEAD, 1, x)\n",
                   "w.def:1: expected whole numbers from -1000000 to 1000000, one for each knot, "
                   "found ' x)'");
    expect_refused("WEIGHT(FULL, LEAD, 1, 2, 3, 4\n", "w.def:1: expected ')', found ''");
    expect_refused("return {}\n",
                   "w.def:1: expected a row as WEIGHT(FULL, LEAD, …), found 'return {}'");
    expect_refused("/* no end\n", "w.def:1: expected a comment that ends in */, found '/* no end'");
}

/* A bot whose only weight is capital seeks it: E08 pays some for its event. */
TEST(the_bot_takes_what_its_weights_prefer)
{
    static const char text[] = "WEIGHT(FULL, CAPITAL, 100, 100, 100, 100)\n";
    BotType *type;
    State state;
    ActionList legal;
    char action[ACTION_TEXT_SIZE];
    int choice;

    assert_int_equal(evaluation_bot_new(&type, "eval:w.def", text, NULL), STATUS_OK);
    bot_position(&state, "hand=E08,E11");
    Bot *bot = bot_open(type, shipped_rules(), 0, 1);
    assert_int_equal(bot_decide(bot, &state, 0, &choice, NULL), STATUS_OK);
    state_legal_actions(&state, shipped_rules(), &legal);
    action_print(action, legal.item[choice], shipped_rules());
    assert_string_equal(action, "event E08");
    type->close(bot);
    evaluation_bot_free(type);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_is_the_logistic_function),
        cmocka_unit_test(what_one_bloc_gains_the_other_loses),
        cmocka_unit_test(returns_sum_to_those_of_the_rules_and_are_exact_at_the_end),
        cmocka_unit_test(nothing_hidden_is_read),
        cmocka_unit_test(terms_that_are_fitted_are_those_that_are_played_by),
        cmocka_unit_test(a_lead_is_worth_more_near_the_end),
        cmocka_unit_test(weights_are_the_same_when_printed_and_read),
        cmocka_unit_test(weights_that_are_none_are_refused_with_their_line),
        cmocka_unit_test(the_bot_takes_what_its_weights_prefer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
