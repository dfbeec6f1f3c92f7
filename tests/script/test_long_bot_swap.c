/* A bot cannot learn what is hidden: everything that its seat may not see is dealt anew, and it
 * chooses the same for the same reasons, or fails in the same way. */

#include <string.h>

#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"
#include "script/files.h"
#include "script/script_bot.h"
#include "support/bot_text.h"
#include "support/shipped.h"
#include "test.h"

enum { STATES = 2000, DEALS = 3, APART = 9 /* decisions between two that are looked at */ };

/* One answer of a fresh bot, so that nothing but the view can matter. */
typedef struct Answer {
    Status status;
    int choice;
    char fault[256];
    Reasons reasons;
} Answer;

static Answer ask(const BotType *type, const State *state, uint64_t key)
{
    Bot *bot = bot_open(type, shipped_rules(), state_current_seat(state, shipped_rules()), key);
    Answer answer = {.choice = -1};
    Error err = {.text = ""};

    bot->reasons = &answer.reasons;
    answer.status = bot_decide(bot, state, 17, &answer.choice, &err);
    memcpy(answer.fault, err.text, sizeof answer.fault - 1);
    type->close(bot);
    return answer;
}

static void expect_same(const BotType *type, const State *state, uint64_t key)
{
    const Rules *rules = shipped_rules();
    Answer real = ask(type, state, key);
    View view;

    view_of(&view, state, rules, state_current_seat(state, rules));
    for (uint64_t deal = 0; deal < DEALS; deal++) {
        State other;
        view_sample(&other, &view, rules, rng_mix(key + deal));
        Answer swapped = ask(type, &other, key);
        assert_int_equal(swapped.status, real.status);
        assert_int_equal(swapped.choice, real.choice);
        assert_string_equal(swapped.fault, real.fault);
        assert_int_equal(swapped.reasons.count, real.reasons.count);
        for (int i = 0; i < real.reasons.count; i++) {
            const Reason *reason = &swapped.reasons.item[i];
            assert_string_equal(reason->text, real.reasons.item[i].text);
            assert_int_equal(reason->thousandths, real.reasons.item[i].thousandths);
        }
    }
}

/* Asks along one random game, at most `most` times; returns how often. */
static int ask_along(const BotType *type, uint64_t seed, int most)
{
    const Rules *rules = shipped_rules();
    Setup setup = variant_setup((int)(seed % (uint64_t)variant_count(rules)), seed);
    State state;
    int asked = 0;

    state_init(&state, rules, &setup);
    for (int decision = 0; !state_is_terminal(&state) && asked < most; decision++) {
        ActionList legal;
        if (decision % APART == (int)(seed % APART)) {
            expect_same(type, &state, seed * 1000 + (uint64_t)decision);
            asked++;
        }
        state_legal_actions(&state, rules, &legal);
        state_apply(&state, rules, policy_choose(rng_key(seed), decision, &legal), NULL);
    }
    return asked;
}

static void play_and_ask(const BotType *type, int states)
{
    uint64_t seed = 1;

    for (int asked = 0; asked < states; seed++) {
        asked += ask_along(type, seed, states - asked);
    }
}

static void ask_file(const char *path)
{
    Error err;
    BotType *type = NULL;

    if (script_bot_new(&type, path, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    play_and_ask(type, scaled(STATES));
    script_bot_free(type);
}

TEST(no_shipped_bot_sees_what_is_hidden)
{
    FileList bots;

    assert_int_equal(file_list_init(&bots, TPD_SOURCE_DIR "/scripts/bots", NULL), STATUS_OK);
    assert_true(bots.count > 0);
    for (int i = 0; i < bots.count; i++) {
        ask_file(bots.path[i]);
    }
    file_list_clear(&bots);
}

TEST(no_bot_that_asks_everything_sees_what_is_hidden)
{
    ask_file(TPD_SOURCE_DIR "/tests/script/good_bots/curious.lua");
}

/* It tells what it sees in samples as well: whatever it finds there is not the truth. */
TEST(what_samples_show_is_no_secret)
{
    BotType *type =
        bot_type_from("return { name = 'teller', choose = function(view, actions)\n"
                      "  local told = ''\n"
                      "  for i = 1, 3 do\n"
                      "    local world = apply(sample(view), actions[i] or actions[1])\n"
                      "    for step = 1, 6 do\n"
                      "      if world.over or world.mover ~= world.seat then break end\n"
                      "      local list = legal(world)\n"
                      "      told = told .. #list .. list[#list].text .. lead(world) .. ' '\n"
                      "      world = apply(world, list[1 + (step + i) % #list])\n"
                      "    end\n"
                      "  end\n"
                      "  error(told)\n"
                      "end }");

    play_and_ask(type, scaled(STATES));
    script_bot_free(type);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_shipped_bot_sees_what_is_hidden),
        cmocka_unit_test(no_bot_that_asks_everything_sees_what_is_hidden),
        cmocka_unit_test(what_samples_show_is_no_secret),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
