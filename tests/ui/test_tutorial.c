/* The tutorial: who does as it says sees all of it in the first round; who does not is not stopped. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "match/match.h"
#include "match/seat.h"
#include "support/looks.h"
#include "support/shell.h"
#include "support/shipped.h"
#include "test.h"
#include "ui/desk.h"
#include "ui/tutorial.h"
#include "ui/ui.h"

static bool is_wanted(TutorialStep step, Verb verb)
{
    switch (step) {
    case TUTORIAL_SPEND:
        return verb >= VERB_TRAIN && verb <= VERB_BUILD_SILICON;
    case TUTORIAL_RELEASE:
        return verb >= VERB_RELEASE_API && verb <= VERB_RELEASE_CONDITIONAL;
    case TUTORIAL_COURT:
        return verb >= VERB_COURT_ALIGN && verb <= VERB_COURT_CLOSE;
    case TUTORIAL_CONTROL:
        return verb == VERB_IMPOSE || verb == VERB_LIFT;
    case TUTORIAL_BOARD:
    case TUTORIAL_PLAY:
    case TUTORIAL_FORECAST:
    case TUTORIAL_MARKET:
    case TUTORIAL_STEP_COUNT:
        return false;
    }
    return false;
}

/* What an obedient person chooses: operations, of them the one that is waited for, else to stop. */
static Action obey(const Shell *shell)
{
    const ActionList *legal = &shell->desk.scene.legal;
    TutorialStep step = tutorial_step(&shell->desk);

    for (int i = 0; i < legal->count; i++) {
        Verb verb = (Verb)legal->item[i].verb;
        if (is_wanted(step, verb) || verb == VERB_OPS || verb == VERB_OPS_EVENT) {
            return legal->item[i];
        }
    }
    return legal->item[legal->count - 1];
}

static void one_step(Shell *shell)
{
    TutorialStep step = tutorial_step(&shell->desk);

    if (step == TUTORIAL_BOARD || step == TUTORIAL_FORECAST) {
        shell_letter(shell, 'n');
    } else if (match_current_seat(shell->match) == TUTORIAL_SEAT) {
        desk_choose(&shell->desk, obey(shell));
        shell_frame(shell);
    } else {
        shell_frame(shell);
    }
}

TEST(all_of_it_is_in_the_first_round)
{
    Shell *shell = shell_new(SCREEN_TITLE);
    int looked = 0;

    shell_frame(shell);
    shell_key(shell, UI_KEY_ENTER); /* the offer of the first start */
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TUTORIAL);
    assert_true(shell->wish.is_lesson);
    assert_int_equal(shell->desk.written.tutorial_offered, 1);
    while (tutorial_step(&shell->desk) < TUTORIAL_MARKET && looked++ < 200) {
        one_step(shell);
    }
    assert_int_equal(tutorial_step(&shell->desk), TUTORIAL_MARKET);
    assert_int_equal(match_state(shell->match)->round, 1);
    while (tutorial_step(&shell->desk) < TUTORIAL_STEP_COUNT && looked++ < 400) {
        one_step(shell);
    }
    assert_true(shell_shows(shell, "That is it"));
    shell_letter(shell, 'n');
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TITLE);
    assert_null(shell->match);
    shell_free(shell);
}

TEST(another_choice_is_answered_kindly_and_stands)
{
    Shell *shell = shell_new(SCREEN_TITLE);

    shell_frame(shell);
    tutorial_begin(&shell->desk);
    shell_frame(shell);
    shell_letter(shell, 'n');
    assert_int_equal(tutorial_step(&shell->desk), TUTORIAL_PLAY);
    const ActionList *legal = &shell->desk.scene.legal;
    int at = 0;
    while (legal->item[at].verb != VERB_SHELVE) {
        at++;
    }
    desk_choose(&shell->desk, legal->item[at]);
    shell_frame(shell);
    assert_true(shell_shows(shell, "That is a fair choice too"));
    assert_int_equal(tutorial_step(&shell->desk), TUTORIAL_PLAY);
    assert_true(match_decision_count(shell->match) >= 1);
    shell_free(shell);
}

TEST(escape_asks_once_and_leaves)
{
    Shell *shell = shell_new(SCREEN_TITLE);

    shell_frame(shell);
    tutorial_begin(&shell->desk);
    shell_frame(shell);
    shell_key(shell, UI_KEY_BACK);
    assert_true(shell_shows(shell, "Leave the tutorial?"));
    shell_key(shell, UI_KEY_BACK);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TUTORIAL);
    shell_key(shell, UI_KEY_BACK);
    shell_key(shell, UI_KEY_ENTER);
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TITLE);
    shell_free(shell);
}

TEST(the_offer_is_made_once)
{
    Shell *shell = shell_new(SCREEN_TITLE);

    shell_frame(shell);
    assert_true(shell_has(shell, "offer", 0));
    shell_letter(shell, 'x');
    assert_false(shell_has(shell, "offer", 0));
    assert_int_equal(shell->desk.written.tutorial_offered, 1);
    shell_letter(shell, 't');
    assert_int_equal(desk_screen(&shell->desk), SCREEN_TUTORIAL);
    shell_free(shell);
}

/* Captions of all steps, at every size. */
TEST(every_caption_fits_in_every_look)
{
    Shell *shell = shell_new(SCREEN_TITLE);

    shell_frame(shell);
    tutorial_begin(&shell->desk);
    shell_frame(shell);
    for (int step = 0; step <= TUTORIAL_STEP_COUNT; step++) {
        assert_int_equal(tutorial_step(&shell->desk), step);
        shell->desk.tutorial.otherwise = true;
        looks_draw(shell);
        shell->desk.tutorial.done |= 1U << step;
    }
    shell_free(shell);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_it_is_in_the_first_round),
        cmocka_unit_test(another_choice_is_answered_kindly_and_stands),
        cmocka_unit_test(escape_asks_once_and_leaves),
        cmocka_unit_test(the_offer_is_made_once),
        cmocka_unit_test(every_caption_fits_in_every_look),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
