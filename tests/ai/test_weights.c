/* Declared strategies: what features read, what weights prefer, and why. */

#include <string.h>

#include "ai/features.h"
#include "ai/weights.h"
#include "core/state.h"
#include "core/view.h"
#include "support/bot_text.h"
#include "support/shipped.h"
#include "test.h"

static int read_feature(const char *name, const State *state, Seat seat)
{
    Reading reading;
    int feature = vocab_find(feature_name, name);

    assert_true(feature >= 0);
    reading_begin(&reading, shipped_rules(), seat, state, state->round);
    reading_look_ahead(&reading);
    return feature_read((Feature)feature, &reading);
}

/* What a bot with one weight, or two, chooses; as canonical text. */
static const char *choose(const State *state, const char *name, int weight, Reasons *reasons)
{
    static char text[ACTION_TEXT_SIZE];
    const Rules *rules = shipped_rules();
    Weights weights = {.used_count = 0};
    WeightsBot bot = {&weights, rules, 1, reasons};
    ActionList legal;
    View view;

    assert_true(weights_set(&weights, name, weight));
    weights_prepare(&weights);
    state_legal_actions(state, rules, &legal);
    view_of(&view, state, rules, state_current_seat(state, rules));
    action_print(text, legal.item[weights_decide(&bot, &view, &legal)], rules);
    return text;
}

TEST(names_of_features_and_verbs_differ)
{
    for (int i = 0; i < FEATURE_COUNT; i++) {
        assert_int_equal(vocab_find(feature_name, feature_name[i]), i);
        assert_int_equal(vocab_find(vocab_verb, feature_name[i]), -1);
    }
}

TEST(features_are_seen_from_a_seat)
{
    State state;

    bot_position(&state, "D=4,2 F=6,5 U=5,1 R=9 hand=E08,E11");
    assert_int_equal(read_feature("D", &state, 0), 4);
    assert_int_equal(read_feature("rival D", &state, 0), 2);
    assert_int_equal(read_feature("D", &state, 2), 2);
    assert_int_equal(read_feature("F", &state, 2), 5);
    assert_int_equal(read_feature("brink", &state, 2), 2);
    assert_int_equal(read_feature("lead", &state, 0), -read_feature("lead", &state, 2));
    assert_int_equal(read_feature("ahead", &state, 0), -read_feature("ahead", &state, 2));
    assert_true(read_feature("safety", &state, 0) > 0);
    assert_int_equal(read_feature("outcome", &state, 0), 0);
}

/* Nothing of the next round's market counts for this one. */
TEST(after_scoring_nothing_is_ahead)
{
    State state;
    Reading reading;

    bot_position(&state, "hand=E08,E11");
    reading_begin(&reading, shipped_rules(), 0, &state, state.round - 1);
    reading_look_ahead(&reading);
    assert_int_equal(feature_read(FEATURE_AHEAD, &reading), feature_read(FEATURE_LEAD, &reading));
    assert_int_equal(feature_read(FEATURE_REVENUE, &reading), 0);
}

TEST(a_verb_that_weighs_is_preferred)
{
    State state;

    bot_position(&state, "hand=E08,E11");
    assert_string_equal(choose(&state, "shelve", WEIGHT_ONE, NULL), "shelve E08");
    assert_string_equal(choose(&state, "ops", WEIGHT_ONE, NULL), "ops E08");
    assert_string_equal(choose(&state, "shelve", -WEIGHT_ONE, NULL), "event E08");
}

/* E08 pays capital for its event, and gives nothing at once as operations. */
TEST(a_feature_that_weighs_is_sought)
{
    State state;
    Reasons reasons;

    bot_position(&state, "hand=E08,E11");
    assert_string_equal(choose(&state, "capital", WEIGHT_ONE, &reasons), "event E08");
    assert_int_equal(reasons.count, 1);
    assert_string_equal(reasons.item[0].text, "capital");
    assert_true(reasons.item[0].has_number && reasons.item[0].thousandths >= 2L * WEIGHT_ONE);
    assert_string_equal(choose(&state, "points", WEIGHT_ONE, NULL), "ops E08");
}

TEST(an_unknown_name_weighs_nothing)
{
    Weights weights = {.used_count = 0};

    assert_false(weights_set(&weights, "Frontier", 1));
    assert_string_equal(weights_nearest("rival open user"), "rival open users");
    assert_string_equal(weights_nearest("relese open"), "release open");
    assert_null(weights_nearest("something else entirely"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_features_and_verbs_differ),
        cmocka_unit_test(features_are_seen_from_a_seat),
        cmocka_unit_test(after_scoring_nothing_is_ahead),
        cmocka_unit_test(a_verb_that_weighs_is_preferred),
        cmocka_unit_test(a_feature_that_weighs_is_sought),
        cmocka_unit_test(an_unknown_name_weighs_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
