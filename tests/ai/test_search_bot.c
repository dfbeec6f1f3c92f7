/* Bots that search: their words, their choices, and that nothing but the key and the view matters. */

#include <stdio.h>
#include <string.h>

#include "ai/search_bot.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"
#include "lab/bot_work.h"
#include "lab/game.h"
#include "script/script_bot.h"
#include "support/bot_text.h"
#include "support/searches.h"
#include "support/shipped.h"
#include "test.h"

static BotType *type_of(const char *word, const BotType *character)
{
    BotType *type = NULL;
    Error err;

    if (search_bot_new(&type, word, character, &err) != STATUS_OK) {
        fail_msg("%s: %s", word, err.text);
    }
    return type;
}

TEST(words_say_how_much_is_searched)
{
    SearchWord read;

    assert_int_equal(search_word_read(&read, "search:1000", NULL), STATUS_OK);
    assert_int_equal(read.iterations, 1000);
    assert_int_equal(read.trees, 1);
    assert_int_equal(read.level, -1);
    assert_int_equal(search_word_read(&read, "search:25x3", NULL), STATUS_OK);
    assert_int_equal(read.iterations, 25);
    assert_int_equal(read.trees, 3);
    assert_int_equal(read.playout, PLAYOUT_CUT);
    assert_int_equal(search_word_read(&read, "search:25x3:quiet", NULL), STATUS_OK);
    assert_int_equal(read.playout, PLAYOUT_QUIET);
    assert_int_equal(search_word_read(&read, "search:25:full", NULL), STATUS_OK);
    assert_int_equal(read.playout, PLAYOUT_FULL);
    assert_int_equal(search_word_read(&read, "search:25:cut", NULL), STATUS_OK);
    assert_int_equal(read.cut, 0);
    assert_int_equal(search_word_read(&read, "search:25x3:cut30", NULL), STATUS_OK);
    assert_int_equal(read.playout, PLAYOUT_CUT);
    assert_int_equal(read.cut, 30);
    assert_int_equal(read.trees, 3);
    assert_int_equal(search_word_read(&read, "level:2", NULL), STATUS_OK);
    assert_int_equal(read.level, 1);
    assert_int_equal(read.iterations, level_info[1].iterations);
    assert_string_equal(read.character, "");
    assert_int_equal(search_word_read(&read, "level:5:open-flood", NULL), STATUS_OK);
    assert_int_equal(read.level, LEVEL_COUNT - 1);
    assert_string_equal(read.character, "open-flood");
}

TEST(other_words_are_told_what_is_expected)
{
    static const char *const wrong[] = {
        "search",
        "search:",
        "search:0",
        "search:-1",
        "search:01",
        "search:1x",
        "search:1x0",
        "search:1x9",
        "search:1x2x3",
        "search:4000001",
        "search:1:2",
        "search:1:",
        "search:1:fuller",
        "search: 1",
        "search:99999999999",
        "search:1:cut0",
        "search:1:cut1000",
        "search:1:cut3x",
        "search:1:full3",
        "level",
        "level:",
        "level:0",
        "level:6",
        "level:1x2",
        "level:1:",
        "level:1:../x",
        "level:1:Hawk",
        "level:1:a:b",
    };
    SearchWord read;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        Error err = {.text = ""};
        assert_true(search_word_is(wrong[i]));
        assert_int_equal(search_word_read(&read, wrong[i], &err), STATUS_PARSE);
        assert_non_null(strstr(err.text, "expected"));
        assert_non_null(strstr(err.text, wrong[i]));
    }
    assert_false(search_word_is("searching"));
    assert_false(search_word_is("levels:1"));
    assert_false(search_word_is("random"));
}

TEST(levels_have_names_and_rising_budgets)
{
    for (int level = 1; level < LEVEL_COUNT; level++) {
        const LevelInfo *below = &level_info[level - 1];
        const LevelInfo *info = &level_info[level];
        assert_string_not_equal(info->name, below->name);
        assert_true(info->iterations * info->trees > below->iterations * below->trees);
        assert_true(info->chance <= below->chance);
    }
}

static int choose(const BotType *type, const State *state, uint64_t key, int decision)
{
    Bot *bot = bot_open(type, shipped_rules(), state_current_seat(state, shipped_rules()), key);
    Error err = {.text = ""};
    int choice = -1;

    if (bot_decide(bot, state, decision, &choice, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    type->close(bot);
    return choice;
}

/* What the trees count, when they are stepped by so many threads. */
static void answer(SearchResult *result, const State *state, int threads)
{
    const Rules *rules = shipped_rules();
    BotType *type = type_of("search:300x3", NULL);
    Bot *bot = bot_open(type, rules, state_current_seat(state, rules), 5);
    ActionList legal;
    View view;
    int choice = -1;

    state_legal_actions(state, rules, &legal);
    view_of(&view, state, rules, state_current_seat(state, rules));
    bot->decision = 9;
    bot_work_threads(bot, type->begin(bot, &view, &legal), threads);
    assert_int_equal(type->finish(bot, &choice, NULL), STATUS_OK);
    search_bot_result(bot, result);
    assert_int_equal(choice, search_best(result));
    assert_int_equal(choice, choose(type, state, 5, 9));
    type->close(bot);
    search_bot_free(type);
}

TEST(threads_do_not_change_what_trees_count)
{
    State state = searched_position(searched_variant("short", 4), 3, 40);
    SearchResult one;

    answer(&one, &state, 1);
    assert_int_equal(one.all.visits, 3 * 300);
    for (int threads = 2; threads <= 4; threads++) {
        SearchResult more;
        answer(&more, &state, threads);
        assert_memory_equal(&more, &one, sizeof one);
    }
}

TEST(trees_have_keys_of_their_own)
{
    State state = searched_position(searched_variant("short", 2), 3, 40);
    SearchConfig config = search_config(300);
    SearchResult three;
    SearchResult one;

    answer(&three, &state, 1);
    search_answer(&one, &config, &state, 5);
    for (int i = 0; i < one.action_count; i++) {
        if (three.action[i].visits != 3 * one.action[i].visits) {
            return;
        }
    }
    fail_msg("three trees have counted three times the same");
}

/* Games of a bot against `random`, from both seats; returns how many it wins. */
static int win(const char *word, const BotType *character, int games)
{
    const Rules *rules = shipped_rules();
    BotType *type = type_of(word, character);
    int wins = 0;

    for (int i = 0; i < games; i++) {
        GameResult result;
        Error err;
        GameSetup setup = {.game = variant_setup(searched_variant("short", 2), (uint64_t)i / 2)};
        Seat seat = i % 2 == 0 ? 0 : 2;
        setup.bot[seat] = type;
        setup.bot[2 - seat] = &bot_random;
        assert_int_equal(game_play(&result, rules, &setup, &err), STATUS_OK);
        assert_int_equal(result.faults[seat], 0);
        wins += result.returns[seat] == 1000;
    }
    search_bot_free(type);
    return wins;
}

TEST(a_small_search_beats_random_play)
{
    assert_true(win("search:30", NULL, 10) >= 9);
    assert_true(win("search:30x2", NULL, 4) == 4);
}

static BotType *strategy(const char *name)
{
    char path[256];
    BotType *type = NULL;
    Error err;

    snprintf(path, sizeof path, TPD_SOURCE_DIR "/scripts/bots/%s.lua", name);
    if (script_bot_new(&type, path, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return type;
}

TEST(levels_play_in_character)
{
    static const char *const names[] = {"hawk", "diplomat"}; /* declared, and with a function */

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        BotType *character = strategy(names[i]);
        char word[64];
        snprintf(word, sizeof word, "level:3:%s", names[i]);
        assert_true(win(word, character, 4) == 4);
        script_bot_free(character);
    }
}

/* How many of the random positions a bot answers as the strategy does by itself. */
static int agree(const BotType *type, const BotType *character, int positions)
{
    int agreed = 0;

    for (int i = 0; i < positions; i++) {
        State state = searched_position(searched_variant("full", 2), (uint64_t)i, 20 + i % 50);
        agreed += choose(type, &state, 1, i) == choose(character, &state, 1, i);
    }
    return agreed;
}

TEST(a_level_with_a_strategy_is_nearer_to_it)
{
    enum { POSITIONS = 60 };
    static const char *const names[] = {"hawk", "diplomat"};
    BotType *plain = type_of("level:3", NULL);

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        BotType *character = strategy(names[i]);
        char word[64];
        snprintf(word, sizeof word, "level:3:%s", names[i]);
        BotType *type = type_of(word, character);
        assert_true(agree(type, character, POSITIONS) > agree(plain, character, POSITIONS));
        search_bot_free(type);
        script_bot_free(character);
    }
    search_bot_free(plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_say_how_much_is_searched),
        cmocka_unit_test(other_words_are_told_what_is_expected),
        cmocka_unit_test(levels_have_names_and_rising_budgets),
        cmocka_unit_test(threads_do_not_change_what_trees_count),
        cmocka_unit_test(trees_have_keys_of_their_own),
        cmocka_unit_test(a_small_search_beats_random_play),
        cmocka_unit_test(levels_play_in_character),
        cmocka_unit_test(a_level_with_a_strategy_is_nearer_to_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
