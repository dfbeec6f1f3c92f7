/* A search cannot learn what is hidden: everything that its seat may not see is dealt anew, and it
 * counts the same and chooses the same, on every level. */

#include <stdio.h>

#include "ai/search_bot.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"
#include "support/bot_text.h"
#include "support/searches.h"
#include "support/shipped.h"
#include "test.h"

enum {
    STATES = 2000,
    SLOW_STATES = 200, /* of the level that thinks long */
    DECISIONS = 200,   /* a random game has about as many */
};

typedef struct Answer {
    int choice;
    SearchResult result;
} Answer;

static void ask(Answer *answer, const BotType *type, const State *state, uint64_t key)
{
    Bot *bot = bot_open(type, shipped_rules(), state_current_seat(state, shipped_rules()), key);
    Error err = {.text = ""};

    if (bot_decide(bot, state, (int)(key % DECISIONS), &answer->choice, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    search_bot_result(bot, &answer->result);
    type->close(bot);
}

static void expect_same(const BotType *type, const State *state, uint64_t key)
{
    const Rules *rules = shipped_rules();
    Answer real;
    Answer swapped;
    State other;
    View view;

    view_of(&view, state, rules, state_current_seat(state, rules));
    view_sample(&other, &view, rules, rng_mix(key));
    ask(&real, type, state, key);
    ask(&swapped, type, &other, key);
    assert_int_equal(swapped.choice, real.choice);
    assert_memory_equal(&swapped.result, &real.result, sizeof real.result);
}

static void swap(const char *word, int states)
{
    BotType *type = NULL;

    assert_int_equal(search_bot_new(&type, word, NULL, NULL), STATUS_OK);
    for (int i = 0; i < scaled(states); i++) {
        uint64_t seed = (uint64_t)i;
        State state = searched_position(i % variant_count(shipped_rules()), seed,
                                        (int)(rng_mix(seed) % DECISIONS));
        expect_same(type, &state, seed);
    }
    search_bot_free(type);
}

TEST(no_search_sees_what_is_hidden)
{
    swap("search:100", STATES);
    swap("search:30x2", STATES);
}

TEST(no_level_sees_what_is_hidden)
{
    for (int level = 1; level <= LEVEL_COUNT; level++) {
        char word[16];
        snprintf(word, sizeof word, "level:%d", level);
        swap(word, level < LEVEL_COUNT ? STATES : SLOW_STATES);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_search_sees_what_is_hidden),
        cmocka_unit_test(no_level_sees_what_is_hidden),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
