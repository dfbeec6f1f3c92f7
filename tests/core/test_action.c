#include <string.h>

#include "core/action.h"
#include "support/shipped.h"
#include "test.h"

/* How many arguments a verb has with these rules: TRACE.md R3. */
static int argument_count(Verb verb, const Rules *rules)
{
    enum { ARGUMENT_CARD, ARGUMENT_NONE, ARGUMENT_TILE, ARGUMENT_NATION, ARGUMENT_OPTION };
    static const int argument[VERB_COUNT] = {
#define VERB(id, text, argument, meaning) ARGUMENT_##argument,
#include "core/verbs.def"
#undef VERB
    };
    const int count[] = {[ARGUMENT_CARD] = rules->card_count,
                         [ARGUMENT_NONE] = 1,
                         [ARGUMENT_TILE] = TILE_COUNT,
                         [ARGUMENT_NATION] = rules->nation_count,
                         [ARGUMENT_OPTION] = 2};
    return count[argument[verb]];
}

static Action make_action(Verb verb, int argument)
{
    return (Action){.verb = (uint8_t)verb, .argument = (uint8_t)argument};
}

typedef void ActionCheck(Action action, const Rules *rules);

static void for_each_action(const Rules *rules, ActionCheck *check)
{
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        int count = argument_count((Verb)verb, rules);
        for (int argument = 0; argument < count; argument++) {
            check(make_action((Verb)verb, argument), rules);
        }
    }
}

static void check_text_round_trip(Action action, const Rules *rules)
{
    char text[ACTION_TEXT_SIZE];
    Action parsed = {0};
    Error err = {0};
    int length = action_print(text, action, rules);

    assert_int_equal(length, strlen(text));
    if (action_parse(&parsed, text, rules, &err) != STATUS_OK) {
        fail_msg("'%s': %s", text, err.text);
    }
    assert_memory_equal(&parsed, &action, sizeof action);
}

TEST(every_action_is_what_its_text_says)
{
    for_each_action(shipped_rules(), check_text_round_trip);
}

static void check_number_round_trip(Action action, const Rules *rules)
{
    Action again = {0};
    int number = action_number(action);

    (void)rules;
    assert_in_range(number, 0, ACTION_NUMBER_MAX - 1);
    assert_true(action_from_number(&again, number));
    assert_memory_equal(&again, &action, sizeof action);
}

TEST(every_action_is_what_its_number_says)
{
    for_each_action(shipped_rules(), check_number_round_trip);
}

/* Also of actions that the shipped rules do not have: a table over numbers fits every rule set. */
TEST(every_number_is_of_one_action_or_of_none)
{
    int actions = 0;

    for (int number = 0; number < ACTION_NUMBER_MAX; number++) {
        Action action = {0};
        if (action_from_number(&action, number)) {
            assert_int_equal(action_number(action), number);
            actions++;
        }
    }
    /* 6 verbs take a card, 11 nothing, 3 a tile, 4 a nation, 1 an option */
    assert_int_equal(actions, 6 * CARDS_MAX + 11 + 3 * TILE_COUNT + 4 * NATIONS_MAX + 2);
}

TEST(numbers_outside_the_range_are_of_no_action)
{
    Action action = {0};

    assert_false(action_from_number(&action, -1));
    assert_false(action_from_number(&action, ACTION_NUMBER_MAX));
    assert_false(action_from_number(&action, 1 << 30));
}

TEST(actions_are_equal_if_verb_and_argument_are)
{
    assert_true(action_equal(make_action(VERB_IMPOSE, 2), make_action(VERB_IMPOSE, 2)));
    assert_false(action_equal(make_action(VERB_IMPOSE, 2), make_action(VERB_IMPOSE, 3)));
    assert_false(action_equal(make_action(VERB_IMPOSE, 2), make_action(VERB_LIFT, 2)));
}

TEST(texts_are_those_of_the_trace_page)
{
    static const struct {
        const char *text;
        Verb verb;
        int argument;
    } row[] = {
        {"headline E06", VERB_HEADLINE, 5},
        {"event L22", VERB_EVENT, 71},
        {"ops M01", VERB_OPS, 26},
        {"ops-event E09", VERB_OPS_EVENT, 8},
        {"event-ops E09", VERB_EVENT_OPS, 8},
        {"shelve E26", VERB_SHELVE, 25},
        {"build datacentre", VERB_BUILD_DATACENTRE, 0},
        {"release conditional", VERB_RELEASE_CONDITIONAL, 0},
        {"impose EQUIP", VERB_IMPOSE, TILE_EQUIP},
        {"lift MINERALS", VERB_LIFT, TILE_MINERALS},
        {"safeguard risk", VERB_SAFEGUARD_RISK, 0},
        {"court align Gulf-States", VERB_COURT_ALIGN, 8},
        {"court close Viet-Nam", VERB_COURT_CLOSE, 13},
        {"stop", VERB_STOP, 0},
        {"pick India", VERB_PICK_NATION, 7},
        {"pick CHIPS", VERB_PICK_TILE, TILE_CHIPS},
        {"option 2", VERB_OPTION, 1},
    };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        char text[ACTION_TEXT_SIZE];
        action_print(text, make_action(row[i].verb, row[i].argument), shipped_rules());
        assert_string_equal(text, row[i].text);
    }
}

static void expect_refusal(const char *text)
{
    Action action = make_action(VERB_STOP, 0);
    Error err = {0};

    if (action_parse(&action, text, shipped_rules(), &err) == STATUS_OK) {
        fail_msg("'%s' was taken for an action", text);
    }
    assert_int_equal(err.status, STATUS_PARSE);
    assert_true(err.text[0] != '\0');
    assert_null(strchr(err.text, '\n'));
    assert_true(action_equal(action, make_action(VERB_STOP, 0)));
    assert_int_equal(action_parse(&action, text, shipped_rules(), NULL), STATUS_PARSE);
}

TEST(what_is_no_action_is_refused_in_one_line)
{
    static const char *const bad[] = {
        "",
        " ",
        "train ",
        " train",
        "Train",
        "trains",
        "train 1",
        "train\n",
        "stop now",
        "build",
        "build  datacentre",
        "build silicone",
        "release",
        "release closed",
        "headline",
        "headline ",
        "headline E99",
        "headline e06",
        "event E06 ",
        "event E06 E07",
        "event-ops",
        "shelve India",
        "impose",
        "impose chips",
        "impose India",
        "lift CHIPS EQUIP",
        "safeguard",
        "court",
        "court India",
        "court align",
        "court align Gulf States",
        "court align Atlantis",
        "court sideways India",
        "pick",
        "pick E06",
        "pick pick",
        "option",
        "option 0",
        "option 3",
        "option 01",
        "option -1",
        "option 1 2",
        "court align a-nation-with-a-name-that-is-far-longer-than-any-that-the-rules-may-have",
    };

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        expect_refusal(bad[i]);
    }
}

static void expect_suggestion(const char *text, const char *meant)
{
    Action action = {0};
    Error err = {0};

    assert_int_equal(action_parse(&action, text, shipped_rules(), &err), STATUS_PARSE);
    if (strstr(err.text, meant) == NULL) {
        fail_msg("'%s' should suggest '%s', but: %s", text, meant, err.text);
    }
}

TEST(a_slip_in_an_action_is_answered_with_what_was_meant)
{
    static const char *const slip[][2] = {
        {"court align Brasil", "Brazil"}, {"impose CHIP", "CHIPS"},
        {"pick Indai", "India"},          {"headline E6", "E06"},
        {"optimize", "optimise"},         {"release apy", "api"},
        {"lift MINERAL", "MINERALS"},     {"safegaurd risk", "safeguard risk"},
    };

    for (size_t i = 0; i < sizeof slip / sizeof slip[0]; i++) {
        expect_suggestion(slip[i][0], slip[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_is_what_its_text_says),
        cmocka_unit_test(every_action_is_what_its_number_says),
        cmocka_unit_test(every_number_is_of_one_action_or_of_none),
        cmocka_unit_test(numbers_outside_the_range_are_of_no_action),
        cmocka_unit_test(actions_are_equal_if_verb_and_argument_are),
        cmocka_unit_test(texts_are_those_of_the_trace_page),
        cmocka_unit_test(what_is_no_action_is_refused_in_one_line),
        cmocka_unit_test(a_slip_in_an_action_is_answered_with_what_was_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
