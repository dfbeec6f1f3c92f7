/* Declared strategies: what features read, what weights prefer, and why. */

#include <string.h>

#include "ai/features.h"
#include "ai/weights.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"
#include "support/bot_text.h"
#include "support/shipped.h"
#include "test.h"

static int read_feature(const char *name, const State *state, Seat seat)
{
    Reading reading;
    State ahead = *state;
    int feature = vocab_find(feature_name, name);

    assert_true(feature >= 0);
    reading_begin(&reading, shipped_rules(), seat, state, state->round);
    reading_look_ahead(&reading, &ahead);
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
    State ahead = state;
    reading_begin(&reading, shipped_rules(), 0, &state, state.round - 1);
    reading_look_ahead(&reading, &ahead);
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

/* ---- what it remembers within a decision ---- */

static Weights some_weights(uint64_t key)
{
    Weights weights = {.used_count = 0};

    for (int feature = 0; feature < FEATURE_COUNT; feature++) {
        uint64_t hash = rng_mix(key + (uint64_t)feature);
        weights.feature[feature] = hash % 2 == 0 ? 0 : rng_below(hash, 2001) - 1000;
    }
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        weights.verb[verb] = rng_below(rng_mix(~key + (uint64_t)verb), 2001) - 1000;
    }
    weights_prepare(&weights);
    return weights;
}

/* The first action of the highest value, each valued by itself. */
static int best_by_value(const WeightsPosition *at, const ActionList *legal)
{
    int best = 0;

    for (int i = 1; i < legal->count; i++) {
        if (weights_value(at, legal->item[i]) > weights_value(at, legal->item[best])) {
            best = i;
        }
    }
    return best;
}

/* Cards that lead to the same position are valued once, and no card for another. */
TEST(a_choice_is_the_action_of_the_highest_value)
{
    enum { GAMES = 30 };
    const Rules *rules = shipped_rules();

    for (uint64_t seed = 0; seed < GAMES; seed++) {
        Setup setup = variant_setup((int)(seed % (uint64_t)variant_count(rules)), seed);
        Weights weights = some_weights(seed);
        State state;
        state_init(&state, rules, &setup);
        for (int decision = 0; !state_is_terminal(&state); decision++) {
            const WeightsPosition at = {&weights, rules, &state, state_current_seat(&state, rules)};
            ActionList legal;
            state_legal_actions(&state, rules, &legal);
            assert_int_equal(weights_choose(&at, &legal), best_by_value(&at, &legal));
            state_apply(&state, rules, policy_choose(rng_key(seed), decision, &legal), NULL);
        }
    }
}

/* The features that are ahead are read from the position of the others, once it has moved on. */
TEST(a_value_is_the_sum_of_what_features_read)
{
    const Rules *rules = shipped_rules();
    Weights weights = some_weights(5);
    State state;
    Reading reading;
    ActionList legal;

    bot_position(&state, "hand=E08,E11 compute=9,2 R=7 P=4");
    const WeightsPosition at = {&weights, rules, &state, state_current_seat(&state, rules)};
    state_legal_actions(&state, rules, &legal);
    for (int i = 0; i < legal.count; i++) {
        State next = state;
        state_apply(&next, rules, legal.item[i], NULL);
        State ahead = next;
        int64_t sum = weights.verb[legal.item[i].verb];
        reading_begin(&reading, rules, at.seat, &next, state.round);
        reading_look_ahead(&reading, &ahead);
        for (int feature = 0; feature < FEATURE_COUNT; feature++) {
            sum += (int64_t)weights.feature[feature] * feature_read((Feature)feature, &reading);
        }
        assert_true(weights_value(&at, legal.item[i]) == sum);
    }
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
        cmocka_unit_test(a_choice_is_the_action_of_the_highest_value),
        cmocka_unit_test(a_value_is_the_sum_of_what_features_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
