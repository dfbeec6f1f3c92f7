/* The inspector: why a number is what it is, where it is, and how it goes away. */

#include "ai/bot.h"
#include "core/explain.h"
#include "core/vocab.h"
#include "match/match.h"
#include "support/shipped.h"
#include "support/sitting.h"
#include "support/voices.h"
#include "test.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/subject.h"
#include "ui/theme.h"
#include "ui/ui.h"

static const Spot nowhere = {-1, -1};

static uint32_t income_zone(void)
{
    return ui_id("why", (int)NUMBER_CHIP_TIER * 10000);
}

static Box inspector_box(const Sitting *sitting)
{
    for (int i = 0; i < sitting->ui.zone_count; i++) {
        if (sitting->ui.zone[i].id == ui_id("inspector", 0)) {
            return sitting->ui.zone[i].box;
        }
    }
    return (Box){0, 0, 0, 0};
}

TEST(a_number_pointed_at_shows_terms_that_add_up)
{
    Sitting *sitting = sitting_new("short", 2, &bot_random);
    Explanation why;
    int sum = 0;

    sitting_frame(sitting);
    sitting_point_at(sitting, income_zone());
    explain_number(&why, &sitting->desk.scene.view.known, shipped_rules(),
                   (Question){NUMBER_CHIP_TIER, BLOC_US, 0});
    for (int n = 0; n < why.term_count; n++) {
        sum += why.term[n].amount;
    }
    assert_int_equal(sum, why.value);
    assert_true(sitting_shows(sitting, "US: chip tier"));
    assert_true(sitting_shows_part(sitting, "Rules, section 2.3."));
    sitting_point(sitting, nowhere);
    assert_false(sitting_shows(sitting, "US: chip tier"));
    sitting_free(sitting);
}

/* Pointed at on the left it lies in the right panel, and the other way round. */
TEST(the_inspector_lies_over_the_far_panel_only)
{
    Sitting *sitting = sitting_new("short", 2, &bot_random);

    sitting_frame(sitting);
    sitting_point_at(sitting, income_zone());
    assert_true(inspector_box(sitting).x > sitting->w / 2);
    sitting_point_at(sitting, ui_id("why", (int)NUMBER_CHIP_TIER * 10000 + 100));
    Box box = inspector_box(sitting);
    assert_true(box.w > 0 && box.x + box.w < sitting->w / 2);
    sitting_free(sitting);
}

TEST(a_click_keeps_it_and_escape_closes_it_and_nothing_else)
{
    Sitting *sitting = sitting_new("short", 2, &bot_random);

    sitting_frame(sitting);
    sitting_click(sitting, income_zone());
    sitting_point(sitting, nowhere);
    assert_true(sitting_shows(sitting, "US: chip tier"));
    sitting_key(sitting, UI_KEY_BACK);
    assert_false(sitting_shows(sitting, "US: chip tier"));
    assert_false(sitting->desk.leaves);
    sitting_free(sitting);
}

TEST(a_card_that_was_kept_open_is_gone_when_another_seat_may_look)
{
    Sitting *sitting = sitting_new("lesson-1", 2, NULL);

    sitting_frame(sitting);
    sitting_key(sitting, UI_KEY_ENTER);
    sitting->desk.table.pinned = (Subject){.kind = SUBJECT_CARD, .index = 1};
    desk_choose(&sitting->desk, sitting->desk.scene.legal.item[0]);
    assert_int_equal(sitting->desk.table.pinned.kind, SUBJECT_NONE);
    sitting_free(sitting);
}

/* ---- room ---- */

static void show(Sitting *sitting, const Subject *subject)
{
    sitting->desk.table.pinned = *subject;
    sitting_frame(sitting); /* which ends the test where something does not fit */
}

static void show_numbers(Sitting *sitting, Number number)
{
    const Rules *rules = shipped_rules();
    const NumberInfo *info = &explain_numbers[number];
    const State *state = &sitting->desk.scene.view.known;

    int objects = explain_count(info->object, rules);

    for (int i = 0; i < explain_count(info->subject, rules) * objects; i++) {
        const Question question = {number, i / objects, i % objects};
        if (explain_has(info->subject, question.subject, state) &&
            explain_has(info->object, question.object, state)) {
            show(sitting, &(Subject){.kind = SUBJECT_NUMBER, .question = question});
        }
    }
}

static void show_all(Sitting *sitting)
{
    for (int nation = 0; nation < shipped_rules()->nation_count; nation++) {
        show(sitting, &(Subject){.kind = SUBJECT_NATION, .index = nation});
    }
    for (int card = 0; card < shipped_rules()->card_count; card++) {
        show(sitting, &(Subject){.kind = SUBJECT_CARD, .index = card});
    }
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        show(sitting, &(Subject){.kind = SUBJECT_TILE, .index = tile});
    }
    for (int number = 0; number < NUMBER_COUNT; number++) {
        show_numbers(sitting, (Number)number);
    }
}

static void show_all_in(Sitting *sitting, Language language, Theme theme)
{
    static const int sizes[][2] = {{1024, 768}, {960, 540}};

    sitting->voice = *voices_in(language);
    sitting->ui.theme = theme;
    for (int n = 0; n < 2; n++) {
        sitting->w = sizes[n][0];
        sitting->h = sizes[n][1];
        sitting_frame(sitting);
        show_all(sitting);
    }
}

/* Where room is shortest, for all that can be asked about; Chinese where there is a catalogue. */
TEST(everything_fits_into_the_inspector)
{
    Sitting *sitting = sitting_new("full", 2, &bot_random);

    sitting->desk.bots_play = false;
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        for (int theme = 0; theme < THEME_COUNT; theme++) {
            show_all_in(sitting, (Language)language, (Theme)theme);
        }
    }
    sitting_free(sitting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_pointed_at_shows_terms_that_add_up),
        cmocka_unit_test(the_inspector_lies_over_the_far_panel_only),
        cmocka_unit_test(a_click_keeps_it_and_escape_closes_it_and_nothing_else),
        cmocka_unit_test(a_card_that_was_kept_open_is_gone_when_another_seat_may_look),
        cmocka_unit_test(everything_fits_into_the_inspector),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
