/* Title, saved games, settings and end: what they show, and what is done there. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "ai/bot.h"
#include "core/state.h"
#include "match/match.h"
#include "match/seat.h"
#include "support/looks.h"
#include "support/shell.h"
#include "support/shipped.h"
#include "test.h"
#include "ui/desk.h"
#include "ui/ui.h"

static void add_save(Shell *shell, const char *name, bool over)
{
    SaveLine *save = &shell->save[shell->save_count++];

    *save = (SaveLine){.scenario = 4, .seat_count = 2, .round = 3, .decisions = 41, .over = over};
    snprintf(save->name, sizeof save->name, "%s", name);
    snprintf(save->date, sizeof save->date, "2026-02-03 14:05");
}

/* Somebody who has been here before. */
static Shell *shell_again(Screen screen)
{
    Shell *shell = shell_new(screen);

    shell->desk.settings.tutorial_offered = 1;
    shell->desk.written.tutorial_offered = 1;
    return shell;
}

/* A finished short game between two bots, at its table. */
static Shell *shell_with_end(int seat_count)
{
    Shell *shell = shell_new(SCREEN_TITLE);
    GameWish wish = {.game = {.seed = 5, .scenario = 4, .seat_count = seat_count},
                     .agreement = {.timer = 3, .name = {[0] = "Ada"}}};
    Error err;

    for (Seat seat = 0; seat < SEATS_MAX; seat += SEATS_MAX / seat_count) {
        snprintf(wish.player[seat], SEAT_SPEC_SIZE, "%s", seat == 0 ? "greedy" : "random");
    }
    assert_true(desk_begin(&shell->desk, &wish));
    while (!match_is_over(shell->match)) {
        assert_int_equal(match_step_bot(shell->match, &err), STATUS_OK);
    }
    return shell;
}

/* ---- title ---- */

TEST(continue_goes_on_with_the_newest_game_that_is_not_over)
{
    Shell *shell = shell_again(SCREEN_TITLE);

    shell_frame(shell);
    assert_false(shell_has(shell, "continue", 0));
    add_save(shell, "finished", true);
    add_save(shell, "begun", false);
    add_save(shell, "older", false);
    title_forget(&shell->desk);
    shell_frame(shell);
    assert_true(shell_shows(shell, "Short game · round 3 of 4 · 2026-02-03 14:05"));
    shell_key(shell, UI_KEY_ENTER);
    assert_string_equal(shell->asked, "begun");
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TABLE);
    assert_int_equal(shell->desk.agreement.timer, 2);
    shell_free(shell);
}

/* Esc leaves the table for the title, and Continue finds the same game there. */
TEST(a_game_that_was_left_goes_on)
{
    Shell *shell = shell_again(SCREEN_NEW_GAME);

    shell_frame(shell);
    shell_key(shell, UI_KEY_ENTER);
    const Match *match = shell->desk.match;
    desk_return(&shell->desk, SCREEN_TITLE);
    shell_frame(shell);
    shell_key(shell, UI_KEY_ENTER);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TABLE);
    assert_ptr_equal(shell->desk.match, match);
    assert_int_equal(shell->begun, 1);
    shell_free(shell);
}

TEST(the_title_leads_everywhere_and_out)
{
    Shell *shell = shell_again(SCREEN_TITLE);

    add_save(shell, "begun", false);
    shell_frame(shell);
    shell_walk(shell);
    shell_letter(shell, 's');
    assert_int_equal(desk_screen(&shell->desk), SCREEN_SETTINGS);
    shell_key(shell, UI_KEY_BACK);
    shell_letter(shell, 'l');
    assert_int_equal(desk_screen(&shell->desk), SCREEN_LOAD);
    shell_key(shell, UI_KEY_BACK);
    shell_letter(shell, 'q');
    assert_true(shell->desk.leaves);
    shell_free(shell);
}

/* ---- saved games ---- */

TEST(a_saved_game_is_renamed_copied_and_deleted)
{
    Shell *shell = shell_new(SCREEN_LOAD);

    add_save(shell, "one", false);
    add_save(shell, "two", true);
    shell_frame(shell);
    shell_walk(shell);
    shell_click(shell, "save", 1);
    shell_letter(shell, 'r');
    shell_type(shell, "!");
    shell_key(shell, UI_KEY_ENTER);
    shell_frame(shell);
    assert_string_equal(shell->save[1].name, "two!");
    assert_true(shell_shows(shell, "two!"));
    shell_letter(shell, 'c');
    shell_key(shell, UI_KEY_ENTER);
    assert_string_equal(shell->asked, "saves/two!.journal");
    shell_letter(shell, 'd');
    assert_true(shell_shows(shell, "Delete the game two!? It cannot"));
    shell_key(shell, UI_KEY_BACK);
    assert_int_equal(shell->save_count, 2);
    shell_letter(shell, 'd');
    shell_key(shell, UI_KEY_ENTER);
    assert_int_equal(shell->save_count, 1);
    assert_string_equal(shell->asked, "two!");
    shell_free(shell);
}

TEST(a_saved_game_is_opened_by_a_second_choice_of_it)
{
    Shell *shell = shell_new(SCREEN_LOAD);

    add_save(shell, "one", false);
    add_save(shell, "two", false);
    shell_frame(shell);
    shell_click(shell, "save", 1);
    assert_int_equal(shell->begun, 0);
    shell_click(shell, "save", 1);
    assert_string_equal(shell->asked, "two");
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TABLE);
    shell_free(shell);
}

TEST(what_cannot_be_done_with_a_file_is_told)
{
    Shell *shell = shell_new(SCREEN_LOAD);

    add_save(shell, "one", false);
    shell->broken = true;
    shell_frame(shell);
    shell_key(shell, UI_KEY_ENTER);
    shell_frame(shell);
    assert_true(shell_shows(shell, "/there: no space left on it"));
    shell_key(shell, UI_KEY_ENTER);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_LOAD);
    shell_free(shell);
}

/* ---- settings ---- */

TEST(settings_are_followed_and_written_at_once)
{
    Shell *shell = shell_new(SCREEN_SETTINGS);

    shell_frame(shell);
    shell_walk(shell);
    assert_int_equal(shell->written, 0);
    shell_click(shell, "set-theme", 1);
    assert_int_equal(shell->ui.theme, THEME_PROJECTOR);
    assert_int_equal(shell->desk.written.theme, THEME_PROJECTOR);
    shell_click(shell, "set-scale", 3);
    assert_int_equal(shell->desk.settings.scale, 200);
    shell_click(shell, "set-animation", SPEED_INSTANT);
    shell_click(shell, "set-language", LANGUAGE_ZH);
    assert_int_equal(shell->voice.language, LANGUAGE_ZH);
    shell_click(shell, "set-names", NAMES_NEUTRAL);
    shell_click(shell, "set-window", 1);
    assert_int_equal(shell->written, 6);
    shell_key(shell, UI_KEY_FULL_SCREEN);
    assert_false(shell->desk.written.full_screen);
    shell_key(shell, UI_KEY_LANGUAGE);
    assert_int_equal(shell->voice.language, LANGUAGE_EN);
    assert_int_equal(shell->written, 8);
    shell_free(shell);
}

TEST(settings_that_cannot_be_written_say_so_once)
{
    Shell *shell = shell_new(SCREEN_SETTINGS);

    shell->broken = true;
    shell_frame(shell);
    shell_click(shell, "set-animation", SPEED_OFF);
    assert_true(shell_shows(shell, "/there: no space left on it"));
    shell_key(shell, UI_KEY_BACK);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_SETTINGS);
    assert_int_equal(shell->desk.settings.animation, SPEED_OFF);
    assert_int_equal(shell->written, 1);
    shell_free(shell);
}

/* ---- the end ---- */

static int sum_of(const EndMemory *end, Bloc bloc)
{
    int sum = 0;

    for (int round = 0; round <= end->rounds; round++) {
        for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
            sum += end->points[bloc][round][item];
        }
    }
    return sum;
}

TEST(the_end_tells_who_won_and_with_what)
{
    Shell *shell = shell_with_end(2);
    const State *state = match_state(shell->match);
    char text[80];

    shell_frame(shell);
    shell_frame(shell);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_END);
    snprintf(text, sizeof text, "US %d · China %d", state_bloc_vp(state, BLOC_US),
             state_bloc_vp(state, BLOC_CN));
    assert_true(shell_shows(shell, text));
    assert_int_equal(shell->desk.end.rounds, 4);
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int sum = sum_of(&shell->desk.end, (Bloc)bloc);
        assert_true(sum > 0 && sum <= state_bloc_vp(state, (Bloc)bloc));
    }
    shell_walk(shell);
    shell_key(shell, UI_KEY_BACK);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TABLE);
    shell_frame(shell);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TABLE); /* it is not opened again */
    shell_free(shell);
}

TEST(one_more_game_keeps_or_swaps_the_seats)
{
    Shell *shell = shell_with_end(2);

    shell_frame(shell);
    shell_letter(shell, 'x');
    assert_int_equal(shell->begun, 2);
    assert_string_equal(shell->wish.player[0], "random");
    assert_string_equal(shell->wish.player[2], "greedy");
    assert_string_equal(shell->wish.agreement.name[2], "Ada");
    assert_int_equal(shell->wish.game.seed, 4711);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TABLE);
    shell_free(shell);
    shell = shell_with_end(4);
    shell_frame(shell);
    shell_letter(shell, 'a');
    assert_string_equal(shell->wish.player[0], "greedy");
    assert_string_equal(shell->wish.agreement.name[0], "Ada");
    assert_int_equal(shell->wish.agreement.timer, 3);
    shell_free(shell);
}

TEST(a_finished_game_is_saved_as_a_copy)
{
    Shell *shell = shell_with_end(2);

    add_save(shell, "finished", true);
    shell_frame(shell);
    shell_letter(shell, 's');
    assert_int_equal(desk_screen(&shell->desk), SCREEN_LOAD);
    shell_key(shell, UI_KEY_ENTER);
    assert_string_equal(shell->asked, "saves/finished.journal");
    assert_non_null(shell->desk.match);
    shell_key(shell, UI_KEY_BACK);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_END);
    shell_letter(shell, 't');
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TITLE);
    shell_free(shell);
}

/* The journal is full: the game is given up with a word, and the title is still there. */
TEST(a_journal_that_cannot_be_written_is_told_at_once)
{
    Shell *shell = shell_new(SCREEN_NEW_GAME);

    shell_frame(shell);
    shell_key(shell, UI_KEY_ENTER);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TABLE);
    shell->desk.gives_up = true;
    error_set(&shell->desk.err, STATUS_IO, "/there/game.journal: no space left on it");
    shell_frame(shell);
    assert_null(shell->desk.match);
    assert_true(shell_shows(shell, "/there/game.journal: no space left on it"));
    shell_key(shell, UI_KEY_ENTER);
    shell_frame(shell);
    shell_free(shell);
}

/* ---- every look ---- */

TEST(every_screen_fits_in_every_look)
{
    static const Screen screens[] = {SCREEN_TITLE, SCREEN_NEW_GAME, SCREEN_LOAD, SCREEN_SETTINGS};

    for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++) {
        Shell *shell = shell_new(screens[i]);
        for (int n = 0; n < 30; n++) {
            add_save(shell, "a-very-long-name-that-somebody-gave-to-a-saved-game-of-theirs", n % 2);
        }
        looks_draw(shell);
        shell->desk.load.asks = LOAD_ASKS_DELETE;
        if (screens[i] == SCREEN_NEW_GAME) {
            shell_click(shell, "seats", 1);
        }
        looks_draw(shell);
        shell->desk.new_game.asks = 3;
        desk_notice(&shell->desk, "/a/very/long/path/to/a/file: no space left on the device");
        looks_draw(shell);
        shell_free(shell);
    }
    Shell *shell = shell_with_end(4);
    shell_frame(shell);
    looks_draw(shell);
    shell_free(shell);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(continue_goes_on_with_the_newest_game_that_is_not_over),
        cmocka_unit_test(a_game_that_was_left_goes_on),
        cmocka_unit_test(the_title_leads_everywhere_and_out),
        cmocka_unit_test(a_saved_game_is_renamed_copied_and_deleted),
        cmocka_unit_test(a_saved_game_is_opened_by_a_second_choice_of_it),
        cmocka_unit_test(what_cannot_be_done_with_a_file_is_told),
        cmocka_unit_test(settings_are_followed_and_written_at_once),
        cmocka_unit_test(settings_that_cannot_be_written_say_so_once),
        cmocka_unit_test(the_end_tells_who_won_and_with_what),
        cmocka_unit_test(one_more_game_keeps_or_swaps_the_seats),
        cmocka_unit_test(a_finished_game_is_saved_as_a_copy),
        cmocka_unit_test(a_journal_that_cannot_be_written_is_told_at_once),
        cmocka_unit_test(every_screen_fits_in_every_look),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
