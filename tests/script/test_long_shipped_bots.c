/* Every file of scripts/bots plays without a fault, also by rules with a card that its author never
 * saw; and the example of scripts/bots/README.md, cut out of it, is worth its page. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/seats.h"
#include "core/state.h"
#include "match/match.h"
#include "script/files.h"
#include "script/script.h"
#include "script/script_bot.h"
#include "support/bot_text.h"
#include "support/page.h"
#include "support/rule_folder.h"
#include "support/shipped.h"
#include "test.h"

enum { EXAMPLE_LINES = 25, GAMES = 200, PERCENT_WON = 80 };

/* Plays the match to its end; returns whether the bot that sits there, without a fault, won. */
static bool play_match(const Rules *rules, const MatchSetup *setup, Bloc own)
{
    Match *match = NULL;
    Error err = {.text = ""};

    assert_int_equal(match_new(&match, rules, setup, &err), STATUS_OK);
    while (!match_is_over(match)) {
        assert_int_equal(match_step_bot(match, &err), STATUS_OK);
    }
    assert_string_equal(match_last_fault(match), "");
    bool has_won = state_winner(match_state(match)) == own;
    match_free(match);
    return has_won;
}

/* The games of a bot against chance, on both sides; returns how many it won. */
static int play_games(const BotType *type, const Rules *rules, const char *scenario, int games)
{
    int won = 0;

    for (int game = 0; game < games; game++) {
        Bloc own = (Bloc)(game % BLOC_COUNT);
        MatchSetup setup = {.game = {.seed = (uint64_t)game / BLOC_COUNT + 1,
                                     .scenario = rules_find_scenario(rules, scenario),
                                     .seat_count = 2}};
        for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
            setup.seat[closed_seat((Bloc)bloc)] =
                (MatchSeat){.player = PLAYER_BOT, .type = bloc == (int)own ? type : &bot_random};
        }
        won += play_match(rules, &setup, own);
    }
    return won;
}

static void play_file(const char *path, const Rules *rules, const char *scenario, int games)
{
    BotType *type = NULL;
    Error err;

    if (script_bot_new(&type, path, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    play_games(type, rules, scenario, games);
    script_bot_free(type);
}

static void for_each_bot(const Rules *rules, const char *scenario, int games)
{
    FileList bots;

    assert_int_equal(file_list_init(&bots, TPD_SOURCE_DIR "/scripts/bots", NULL), STATUS_OK);
    assert_true(bots.count >= 8);
    for (int i = 0; i < bots.count; i++) {
        play_file(bots.path[i], rules, scenario, games);
    }
    file_list_clear(&bots);
}

TEST(every_shipped_bot_plays_without_a_fault)
{
    for_each_bot(shipped_rules(), "full", scaled(GAMES));
    for_each_bot(shipped_rules(), "lesson-1", 2);
}

/* The shipped rules and one card more, in a folder of their own. */
static Rules *rules_with_a_new_card(void)
{
    static const char card[] =
        "card { id = 'L99', title = { en = 'A card of tomorrow', zh = '明日之牌' },\n"
        "  concept = { en = 'Nobody has seen it yet.', zh = '还没有人见过。' },\n"
        "  side = 'neutral', era = 'early', ops = 3,\n"
        "  event = { gain('you', 'D', 1), choose(1, {}, 'align'), draw('you', 1) } }\n";
    char folder[FOLDER_SIZE];
    Error err = {.text = ""};
    Rules *rules = calloc(1, sizeof *rules);

    assert_non_null(rules);
    folder_make(folder);
    folder_add(folder, TPD_SOURCE_DIR "/rules");
    folder_write(folder, "cards/9-tomorrow.lua", card);
    if (script_load_rules(rules, folder, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    folder_remove(folder);
    return rules;
}

TEST(every_shipped_bot_plays_a_card_it_never_saw)
{
    Rules *rules = rules_with_a_new_card();

    assert_int_equal(rules->card_count, shipped_rules()->card_count + 1);
    for_each_bot(rules, "short", 4);
    for_each_bot(rules, "full", 2);
    free(rules);
}

/* The first or second Lua of the page: what a reader saves as mine.lua. */
static char *cut_example(int number)
{
    static const char begin[] = "```lua\n";
    char *page = page_read("scripts/bots/README.md");
    char *from = page;

    for (int i = 0; i <= number; i++) {
        from = strstr(from, begin);
        assert_non_null(from);
        from += strlen(begin);
    }
    char *end = strstr(from, "```");
    assert_non_null(end);
    *end = '\0';
    memmove(page, from, strlen(from) + 1);
    return page;
}

static void expect_worth(int number)
{
    char *example = cut_example(number);
    BotType *type = bot_type_from(example);
    int games = scaled(GAMES) < 20 ? 20 : scaled(GAMES);
    int lines = 0;

    for (const char *at = example; *at != '\0'; at++) {
        lines += *at == '\n';
    }
    assert_in_range(lines, 1, EXAMPLE_LINES);
    int won = play_games(type, shipped_rules(), "short", games);
    print_message("example %d: %d lines, won %d of %d\n", number, lines, won, games);
    assert_true(won * 100 >= games * PERCENT_WON);
    script_bot_free(type);
    free(example);
}

TEST(the_examples_of_the_page_beat_chance)
{
    expect_worth(0);
    expect_worth(1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_bot_plays_without_a_fault),
        cmocka_unit_test(every_shipped_bot_plays_a_card_it_never_saw),
        cmocka_unit_test(the_examples_of_the_page_beat_chance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
