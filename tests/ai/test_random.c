/* The bots of this program. */

#include "ai/bot.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"
#include "support/shipped.h"
#include "test.h"

static Bot *open_random(uint64_t key)
{
    BotConfig config = {.key = key, .seat = 0};
    Bot *bot = NULL;

    assert_int_equal(bot_random.open(&bot, &bot_random, shipped_rules(), &config, NULL), STATUS_OK);
    return bot;
}

static int choose(Bot *bot, int decision, int count)
{
    ActionList legal = {.count = count};
    View view = {.viewer = 0};
    int choice = -1;

    bot->decision = decision;
    assert_int_equal(bot_random.decide(bot, &view, &legal, &choice, NULL), STATUS_OK);
    assert_in_range(choice, 0, count - 1);
    return choice;
}

TEST(bots_are_found_by_their_names)
{
    assert_ptr_equal(bot_find("random"), &bot_random);
    assert_null(bot_find("Random"));
    assert_null(bot_find(""));
}

TEST(random_plays_the_games_of_traces)
{
    uint64_t key = rng_key(7);
    Bot *bot = open_random(key);

    for (int decision = 0; decision < 300; decision++) {
        ActionList legal = {.count = 1 + decision % 40};
        for (int i = 0; i < legal.count; i++) {
            legal.item[i] = (Action){.argument = (uint8_t)i};
        }
        assert_int_equal(choose(bot, decision, legal.count),
                         policy_choose(key, decision, &legal).argument);
    }
    bot_random.close(bot);
}

TEST(random_prefers_nothing)
{
    enum { COUNT = 7, DRAWS = 70000 };
    Bot *bot = open_random(3);
    int chosen[COUNT] = {0};

    for (int decision = 0; decision < DRAWS; decision++) {
        chosen[choose(bot, decision, COUNT)]++;
    }
    for (int i = 0; i < COUNT; i++) { /* 10000 +- 5 standard deviations */
        assert_in_range(chosen[i], 9540, 10460);
    }
    bot_random.close(bot);
}

TEST(what_random_chooses_hangs_on_the_decision_and_nothing_before_it)
{
    Bot *bot = open_random(9);
    Bot *other = open_random(9);
    int first = choose(bot, 40, 100);

    choose(other, 1, 5);
    choose(other, 2, 5);
    assert_int_equal(choose(other, 40, 100), first);
    bot_random.close(bot);
    bot_random.close(other);
    bot_random.close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bots_are_found_by_their_names),
        cmocka_unit_test(random_plays_the_games_of_traces),
        cmocka_unit_test(random_prefers_nothing),
        cmocka_unit_test(what_random_chooses_hangs_on_the_decision_and_nothing_before_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
