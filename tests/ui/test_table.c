/* The table: what a frame shows, and what keys and clicks come to. */

#include <string.h>

#include "ai/bot.h"
#include "core/action.h"
#include "match/match.h"
#include "support/shipped.h"
#include "support/sitting.h"
#include "test.h"
#include "ui/scene.h"
#include "ui/ui.h"

/* Two people: nobody's hand is shown before its owner says that only they look. */
TEST(a_hand_is_hidden_until_its_owner_looks)
{
    Sitting *sitting = sitting_new("short", 2, NULL);

    sitting_frame(sitting);
    assert_int_equal(sitting->desk.scene.view.viewer, SEAT_NOBODY);
    assert_true(sitting_shows(sitting, "US: show my hand, only I am looking"));
    sitting->input.key = UI_KEY_ENTER;
    sitting_frame(sitting);
    sitting_frame(sitting);
    assert_int_equal(sitting->desk.scene.view.viewer, 0);
    assert_true(sitting_shows(sitting, "US: commit a card as headline"));
    sitting_free(sitting);
}

TEST(ending_an_action_with_points_left_asks_once)
{
    Sitting *sitting = sitting_new("lesson-1", 2, &bot_random);
    ActionList legal;

    sitting_frame(sitting);
    sitting->input.key = UI_KEY_LETTER;
    sitting->input.letter = '1';
    sitting_frame(sitting);
    sitting_frame(sitting);
    sitting->input.key = UI_KEY_LETTER;
    sitting->input.letter = 'o';
    sitting_frame(sitting);
    while (match_current_seat(sitting->match) != 0) {
        sitting_frame(sitting);
    }
    sitting_frame(sitting);
    match_legal(sitting->match, &legal);
    assert_int_equal(legal.item[legal.count - 1].verb, VERB_STOP);
    int before = match_decision_count(sitting->match);
    sitting->input.key = UI_KEY_ENTER;
    sitting_frame(sitting);
    sitting_frame(sitting);
    assert_int_equal(match_decision_count(sitting->match), before);
    assert_true(sitting_shows(sitting, "Give up points?"));
    sitting->input.key = UI_KEY_ENTER;
    sitting_frame(sitting);
    assert_true(match_decision_count(sitting->match) > before);
    sitting_free(sitting);
}

TEST(escape_goes_back_step_by_step)
{
    Sitting *sitting = sitting_new("lesson-1", 2, &bot_random);

    sitting_frame(sitting);
    sitting->input.key = UI_KEY_LETTER;
    sitting->input.letter = '2';
    sitting_frame(sitting);
    assert_true(sitting->desk.table.card >= 0);
    sitting->input.key = UI_KEY_BACK;
    sitting_frame(sitting);
    assert_int_equal(sitting->desk.table.card, -1);
    assert_false(sitting->desk.leaves);
    sitting->input.key = UI_KEY_BACK;
    sitting_frame(sitting);
    assert_true(sitting->desk.leaves);
    sitting_free(sitting);
}

/* No two nations may be taken for each other, in either language. */
TEST(nations_have_different_codes)
{
    Voice voices[] = {{.language = LANGUAGE_EN}, {.language = LANGUAGE_ZH}};
    const Rules *rules = shipped_rules();
    char code[NATIONS_MAX][CODE_SIZE];

    for (int v = 0; v < 2; v++) {
        scene_codes(code, &voices[v], rules);
        for (int i = 0; i < rules->nation_count * rules->nation_count; i++) {
            int a = i / rules->nation_count;
            int b = i % rules->nation_count;
            assert_true(a == b || strcmp(code[a], code[b]) != 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hand_is_hidden_until_its_owner_looks),
        cmocka_unit_test(ending_an_action_with_points_left_asks_once),
        cmocka_unit_test(escape_goes_back_step_by_step),
        cmocka_unit_test(nations_have_different_codes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
