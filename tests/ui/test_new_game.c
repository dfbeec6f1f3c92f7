/* A new game: what is filled in is what is begun, by mouse and by keyboard. */

#include <string.h>

#include "core/rules.h"
#include "match/match.h"
#include "support/shell.h"
#include "support/shipped.h"
#include "test.h"
#include "ui/desk.h"
#include "ui/ui.h"

TEST(enter_begins_a_short_game_against_a_bot)
{
    Shell *shell = shell_new(SCREEN_NEW_GAME);

    shell_frame(shell);
    shell_key(shell, UI_KEY_ENTER);
    assert_int_equal(shell->begun, 1);
    assert_int_equal(shell->wish.game.seat_count, 2);
    assert_int_equal(shell->wish.game.seed, 4711);
    assert_int_equal(shell->wish.game.scenario, rules_find_scenario(shipped_rules(), "short"));
    assert_string_equal(shell->wish.player[0], "human");
    assert_string_equal(shell->wish.player[2], "greedy");
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TABLE);
    assert_non_null(shell->desk.match);
    shell_free(shell);
}

TEST(every_seat_has_a_player_a_name_and_a_line)
{
    Shell *shell = shell_new(SCREEN_NEW_GAME);

    shell_frame(shell);
    shell_click(shell, "scenario", 0);
    shell_click(shell, "seats", 1);
    shell_click(shell, "player", 2);
    assert_true(shell_shows(shell, "A bot that nobody translated"));
    shell_click(shell, "who", 3);
    assert_string_equal(shell->desk.new_game.wish.player[2], "mine");
    shell_click(shell, "name", 1);
    shell_type(shell, "李");
    shell_type(shell, "an");
    shell_key(shell, UI_KEY_ERASE);
    shell_click(shell, "hands", 1);
    shell_click(shell, "timer", 3);
    shell_click(shell, "start", 0);
    assert_int_equal(shell->wish.game.seat_count, 4);
    assert_string_equal(shell->wish.player[1], "greedy");
    assert_string_equal(shell->wish.player[2], "mine");
    assert_string_equal(shell->wish.agreement.name[1], "李a");
    assert_true(shell->wish.agreement.open_hands);
    assert_int_equal(shell->wish.agreement.timer, 3);
    assert_string_equal(desk_player_name(&shell->desk, 1), "李a");
    assert_string_equal(desk_player_name(&shell->desk, 2), "mine");
    /* Open hands: whoever chooses is seen by all. */
    assert_int_equal(shell->desk.scene.view.viewer, match_current_seat(shell->match));
    shell_free(shell);
}

/* Digits alone make a seed; Esc leaves the field first, and then the screen. */
TEST(a_seed_is_typed)
{
    Shell *shell = shell_new(SCREEN_TITLE);

    shell_frame(shell);
    shell_letter(shell, 'n');
    assert_int_equal(desk_screen(&shell->desk), SCREEN_NEW_GAME);
    shell_click(shell, "seed", 0);
    assert_true(shell->ui.types);
    for (int n = 0; n < 4; n++) {
        shell_key(shell, UI_KEY_ERASE);
    }
    shell_type(shell, "1x2");
    assert_int_equal(shell->desk.new_game.wish.game.seed, 12);
    shell_type(shell, "99999999999999999999999");
    assert_int_equal(strlen(shell->desk.new_game.seed), SEED_TEXT_SIZE - 1);
    shell_key(shell, UI_KEY_BACK);
    assert_false(shell->ui.types);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_NEW_GAME);
    shell_key(shell, UI_KEY_BACK);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TITLE);
    shell_free(shell);
}

TEST(tab_leads_to_everything)
{
    Shell *shell = shell_new(SCREEN_NEW_GAME);

    shell_frame(shell);
    shell_click(shell, "seats", 1);
    shell_walk(shell);
    shell_click(shell, "player", 0);
    shell_walk(shell); /* through the list alone */
    assert_false(shell_has(shell, "start", 0));
    shell_free(shell);
}

TEST(a_game_that_cannot_be_begun_says_so)
{
    Shell *shell = shell_new(SCREEN_NEW_GAME);

    shell->broken = true;
    shell_frame(shell);
    shell_key(shell, UI_KEY_ENTER);
    shell_frame(shell);
    assert_null(shell->desk.match);
    assert_true(shell_shows(shell, "/there: no space left on it"));
    shell_key(shell, UI_KEY_ENTER);
    assert_false(shell_shows(shell, "/there"));
    assert_int_equal(desk_screen(&shell->desk), SCREEN_NEW_GAME);
    shell_free(shell);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enter_begins_a_short_game_against_a_bot),
        cmocka_unit_test(every_seat_has_a_player_a_name_and_a_line),
        cmocka_unit_test(a_seed_is_typed),
        cmocka_unit_test(tab_leads_to_everything),
        cmocka_unit_test(a_game_that_cannot_be_begun_says_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
