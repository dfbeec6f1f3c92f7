/* A bot that is watched instead of counted comes to the same: choices, reasons and faults, wherever in
 * a game the watch finds that it must be counted. */

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/state.h"
#include "core/view.h"
#include "script/files.h"
#include "script/script_bot.h"
#include "script/watch.h"
#include "support/bot_text.h"
#include "support/shipped.h"
#include "test.h"

enum { ASKED_MOST = 256, SAID_SIZE = sizeof((Error *)0)->text, SECOND = 1000000000 };

/* What a bot said to one question. */
typedef struct Said {
    int choice; /* -1: a fault */
    char text[SAID_SIZE];
} Said;

typedef struct Sayings {
    int count;
    bool was_watched, is_watched; /* at first, at last */
    Said said[ASKED_MOST];
} Sayings;

static int ask(Said *said, Bot *bot, const State *state, int decision)
{
    Reasons reasons = {.count = 0};
    Error err = {.text = ""};

    bot->reasons = &reasons;
    if (bot_decide(bot, state, decision, &said->choice, &err) != STATUS_OK) {
        said->choice = -1;
        snprintf(said->text, sizeof said->text, "%s", err.text);
        return 0;
    }
    int64_t number = reasons.count > 0 ? reasons.item[0].thousandths : 0;
    snprintf(said->text, sizeof said->text, "%d %s %lld", reasons.count,
             reasons.count > 0 ? reasons.item[0].text : "", (long long)number);
    return said->choice;
}

/* One short game as the US against chance, or its first questions; a fault plays the first action. */
static void play(Sayings *sayings, const BotType *type, int questions)
{
    const Rules *rules = shipped_rules();
    Setup setup = {.seed = 3, .scenario = rules_find_scenario(rules, "short"), .seat_count = 2};
    Error err = {.text = ""};
    Bot *bot = NULL;
    State state;

    memset(sayings, 0, sizeof *sayings);
    if (type->open(&bot, type, rules, &(BotConfig){.key = 1}, &err) != STATUS_OK) {
        snprintf(sayings->said[sayings->count++].text, SAID_SIZE, "%s", err.text);
        return;
    }
    sayings->was_watched = script_bot_is_watched(bot);
    state_init(&state, rules, &setup);
    for (int decision = 0; !state_is_terminal(&state) && sayings->count < questions; decision++) {
        ActionList legal;
        state_legal_actions(&state, rules, &legal);
        Action action = policy_choose(5, decision, &legal);
        if (state_current_seat(&state, rules) == 0) {
            assert_true(sayings->count < ASKED_MOST);
            action = legal.item[ask(&sayings->said[sayings->count++], bot, &state, decision)];
        }
        state_apply(&state, rules, action, NULL);
    }
    sayings->is_watched = script_bot_is_watched(bot);
    type->close(bot);
}

static void expect_said(const Said *counted, const Said *watched, const char *what)
{
    if (counted->choice != watched->choice || strcmp(counted->text, watched->text) != 0) {
        fail_msg("%s: counted %d '%s', watched %d '%s'", what, counted->choice, counted->text,
                 watched->choice, watched->text);
    }
}

static void expect_same(const Sayings *counted, const Sayings *watched, const char *what)
{
    assert_int_equal(counted->count, watched->count);
    for (int i = 0; i < counted->count; i++) {
        expect_said(&counted->said[i], &watched->said[i], what);
    }
}

/* A watch that finds every decision too long when it has ended, interrupts it at once, does either
 * at some moment that chance chooses, or waits longer than any decision can take; and the usual one. */
static const WatchLimits limits[] = {
    {.patience = 0, .alarm = SECOND, .total = SECOND},
    {.patience = 0, .alarm = 1, .total = SECOND},
    {.patience = 30000, .alarm = 100000, .total = SECOND},
    {.patience = 300000, .alarm = 30000, .total = 1000000},
    {.patience = 1000000, .alarm = 10000000, .total = SECOND},
    {.patience = 300000, .alarm = 4000000, .total = 8000000},
};

static void compare_type(BotType *type, const char *what, int questions)
{
    static Sayings counted;
    static Sayings watched;

    play(&counted, type, questions);
    assert_false(counted.was_watched);
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        script_bot_watch(type, &limits[i]);
        play(&watched, type, questions);
        expect_same(&counted, &watched, what);
    }
}

static void compare_folder(const char *folder, int questions)
{
    FileList bots;
    Error err;

    assert_int_equal(file_list_init(&bots, folder, &err), STATUS_OK);
    assert_true(bots.count > 0);
    for (int i = 0; i < bots.count; i++) {
        BotType *type = NULL;
        assert_int_equal(script_bot_new(&type, bots.path[i], &err), STATUS_OK);
        compare_type(type, bots.path[i], questions);
        script_bot_free(type);
    }
    file_list_clear(&bots);
}

TEST(attacks_come_to_the_same)
{
    compare_folder("tests/script/bad_bots", 2);
}

TEST(harmless_bots_come_to_the_same)
{
    compare_folder("tests/script/good_bots", ASKED_MOST);
}

TEST(shipped_bots_come_to_the_same)
{
    compare_folder("scripts/bots", ASKED_MOST);
}

/* ---- what the watch has to find ---- */

/* Remembers what it did; from its tenth decision on every third goes wrong.  What it remembers shows in
 * its choices and reasons, and so does the line where it stood. */
static void remember(char text[BOT_TEXT_SIZE], const char *wrong)
{
    snprintf(text, BOT_TEXT_SIZE,
             "local turn, sum, kept = 0, math.random(1000), {}\n"
             "return { name = 'test', choose = function(view, actions)\n"
             "  turn = turn + 1\n"
             "  kept[turn] = actions[math.random(#actions)]\n"
             "  sum = sum + math.random(1000) + lead(sample(view))\n"
             "  if turn > 9 and turn %% 3 == 0 then\n"
             "    %s\n"
             "  end\n"
             "  return actions[sum %% #actions + 1], { { kept[1 + sum %% turn].text, sum } }\n"
             "end }\n",
             wrong);
}

TEST(every_way_to_run_for_long_is_found)
{
    static const char *const wrong[] = {
        "while true do end",
        "repeat until false",
        "::again:: goto again",
        "for i = 1, 1e18 do end",
        "for i = 1, 2e6 do end",
        "local function f() return f() end f()",
        "local function f() return 1 + f() end f()",
        "table.sort({ 1, 2, 3 }, function() while true do end end)",
        "while true do local t = {} end",
        "local t = {} while true do t[#t + 1] = {} end",
        "local s = '' while true do s = s .. 'xxxxxxxx' end",
        "local s = sample(view) while true do s:playouts(10) end",
        "while true do sample(view) end",
        "for i = 1, 3e5 do string.format('%d', i) end",
        "for i = 1, 4e4 do kept[-i] = { i } end",
    };
    char text[BOT_TEXT_SIZE];

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        remember(text, wrong[i]);
        BotType *type = bot_type_from(text);
        compare_type(type, wrong[i], 16);
        script_bot_free(type);
    }
}

static bool is_watchable(void)
{
    Watch watch;
    bool can = watch_init(&watch, &limits[0], NULL, NULL);

    if (can) {
        watch_clear(&watch);
    }
    return can;
}

/* Plays a bot that goes wrong, or one that does not. */
static void play_text(Sayings *sayings, const char *wrong, const WatchLimits *watch)
{
    char text[BOT_TEXT_SIZE];

    remember(text, wrong);
    BotType *type = bot_type_from(text);
    script_bot_watch(type, watch);
    play(sayings, type, 11 + 1);
    script_bot_free(type);
}

/* Otherwise the tests above would compare counted bots with counted bots. */
TEST(only_a_bot_in_doubt_is_counted)
{
    static const WatchLimits patient = {.patience = SECOND, .alarm = SECOND, .total = SECOND};
    static Sayings sayings;

    if (!is_watchable()) {
        skip();
    }
    play_text(&sayings, "sum = sum + 1", &patient);
    assert_true(sayings.was_watched && sayings.is_watched);
    play_text(&sayings, "sum = sum + 1", &limits[0]);
    assert_true(sayings.was_watched && !sayings.is_watched);
    play_text(&sayings, "for i = 1, 2000 do local t = { 1, 2, 3, 4, 5, 6, 7, 8 } end", &patient);
    assert_true(sayings.was_watched && sayings.is_watched);
    play_text(&sayings, "for i = 1, 40000 do local t = { 1, 2, 3, 4, 5, 6, 7, 8 } end", &patient);
    assert_true(sayings.was_watched && !sayings.is_watched);
    play_text(&sayings, "local function f(n) return n > 0 and 1 + f(n - 1) or 0 end f(100)",
              &patient);
    assert_true(sayings.was_watched && !sayings.is_watched);
    play_text(&sayings, "for i = 1, 4e4 do kept[-i] = i end", &patient);
    assert_true(sayings.was_watched && !sayings.is_watched);
}

static void *play_elsewhere(void *user)
{
    Bot *bot = user;
    State state;
    Said said;

    bot_position(&state, "hand=E08,E11");
    assert_int_equal(ask(&said, bot, &state, 1), 0);
    assert_false(script_bot_is_watched(bot));
    return NULL;
}

/* Another thread has no alarm, so the bot is counted there. */
TEST(a_bot_may_move_to_another_thread)
{
    BotType *type = bot_type_from("return { name = 'test', choose = function(view, actions)\n"
                                  "return actions[1] end }");
    pthread_t thread;

    script_bot_meter(type, BOT_WATCHED);
    Bot *bot = bot_open(type, shipped_rules(), 0, 1);
    assert_int_equal(pthread_create(&thread, NULL, play_elsewhere, bot), 0);
    assert_int_equal(pthread_join(thread, NULL), 0);
    type->close(bot);
    script_bot_free(type);
}

static void handle(int number)
{
    (void)number;
}

/* The program needs the signal for something else, or has it blocked: bots are counted. */
TEST(a_signal_in_use_is_left_alone)
{
    struct sigaction own = {.sa_handler = handle};
    struct sigaction before;
    static Sayings sayings;
    sigset_t urgent;

    assert_int_equal(sigaction(SIGURG, &own, &before), 0);
    play_text(&sayings, "while true do end", &limits[5]);
    assert_false(sayings.was_watched);
    assert_int_equal(sigaction(SIGURG, &before, &own), 0);
    assert_true(own.sa_handler == handle);
    sigemptyset(&urgent);
    sigaddset(&urgent, SIGURG);
    assert_int_equal(pthread_sigmask(SIG_BLOCK, &urgent, NULL), 0);
    play_text(&sayings, "while true do end", &limits[5]);
    assert_false(sayings.was_watched);
    assert_int_equal(pthread_sigmask(SIG_UNBLOCK, &urgent, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attacks_come_to_the_same),
        cmocka_unit_test(harmless_bots_come_to_the_same),
        cmocka_unit_test(shipped_bots_come_to_the_same),
        cmocka_unit_test(every_way_to_run_for_long_is_found),
        cmocka_unit_test(only_a_bot_in_doubt_is_counted),
        cmocka_unit_test(a_bot_may_move_to_another_thread),
        cmocka_unit_test(a_signal_in_use_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
