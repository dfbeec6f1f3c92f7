/* The browser of cards, the spotlight and the handbook: one key from everywhere, and back. */

#include <string.h>

#include "ai/bot.h"
#include "core/explain.h"
#include "core/rules.h"
#include "support/shipped.h"
#include "support/sitting.h"
#include "support/voices.h"
#include "test.h"
#include "text/handbook.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/pages.h"
#include "ui/ui.h"

/* A handbook in small: the program's own is read by the program. */
static Status print_small(void *user, const Voice *voice, HandbookSink *sink, void *to, Error *err)
{
    (void)user;
    (void)voice;
    (void)err;
    sink(to, "# A game\n\n## 1. First\n\nOne line\n  and its *other* half; see section 2.\n\n");
    sink(to, "- an item\n- another\n\n```\nletters\n```\n\n## 2. Second\n\n");
    sink(to, "| a | b |\n|---|---|\n| 1 | two |\n\n### 2.1 Below\n\nThe end.\n");
    return STATUS_OK;
}

static Sitting *reader(void)
{
    Sitting *sitting = sitting_new("lesson-1", 2, &bot_random);

    sitting->desk.host.print_handbook = print_small;
    sitting_frame(sitting);
    return sitting;
}

TEST(text_for_a_terminal_becomes_passages)
{
    static Pages pages;
    Cell cell[CELLS_MAX];
    int at = 0;

    print_small(NULL, NULL, pages_add, &pages, NULL);
    pages_cut(&pages);
    assert_int_equal(pages.chapter_count, 2);
    assert_string_equal(pages.text + pages.passage[0].start, "1. First");
    const char *text = pages.text + pages.passage[1].start;
    assert_string_equal(text, "One line and its other half; see section 2.");
    assert_int_equal(pages_link(&pages, text, &at), 1);
    assert_int_equal(pages.passage[2].kind, PASSAGE_ITEM);
    assert_int_equal(pages.passage[pages.chapter[1] + 2].kind, PASSAGE_ROW);
    assert_int_equal(pages_cells(pages.text + pages.passage[pages.chapter[1] + 2].start, cell), 2);
    assert_int_equal(cell[1].length, 3);
    assert_memory_equal(cell[1].text, "two", 3);
}

TEST(the_handbook_opens_from_the_table_and_leads_back)
{
    Sitting *sitting = reader();

    sitting_key(sitting, UI_KEY_HANDBOOK);
    assert_true(sitting_shows(sitting, "One line and its other half; see section 2."));
    sitting_click(sitting, ui_id("link", 1));
    assert_true(sitting_shows(sitting, "2.1 Below"));
    sitting_key(sitting, UI_KEY_BACK);
    assert_int_equal(desk_screen(&sitting->desk), SCREEN_TABLE);
    sitting_key(sitting, UI_KEY_HANDBOOK); /* the page is remembered */
    assert_true(sitting_shows(sitting, "2.1 Below"));
    sitting_key(sitting, UI_KEY_HANDBOOK);
    assert_int_equal(desk_screen(&sitting->desk), SCREEN_TABLE);
    sitting_free(sitting);
}

TEST(from_a_number_it_opens_at_the_section_that_the_number_names)
{
    Sitting *sitting = reader();

    sitting_click(sitting, ui_id("why", (int)NUMBER_CHIP_TIER * 10000));
    sitting_key(sitting, UI_KEY_HANDBOOK);
    assert_true(sitting_shows(sitting, "2.1 Below"));
    sitting_free(sitting);
}

TEST(what_is_searched_for_is_found_and_leads_to_its_page)
{
    Sitting *sitting = reader();

    sitting_key(sitting, UI_KEY_HANDBOOK);
    strcpy(sitting->desk.handbook.search, "the END");
    sitting_frame(sitting);
    assert_true(sitting_shows(sitting, "The end."));
    assert_false(sitting_shows(sitting, "another"));
    sitting_click(sitting, ui_id("found", sitting->desk.handbook.pages.passage_count - 1));
    assert_int_equal(sitting->desk.handbook.chapter, 1);
    assert_string_equal(sitting->desk.handbook.search, "");
    sitting_free(sitting);
}

static int listed(const Sitting *sitting)
{
    int count = 0;

    for (int card = 0; card < shipped_rules()->card_count; card++) {
        for (int i = 0; i < sitting->ui.zone_count; i++) {
            count += sitting->ui.zone[i].id == ui_id("browse", card);
        }
    }
    return count;
}

TEST(cards_can_be_filtered_and_searched)
{
    Sitting *sitting = reader();
    CardsMemory *memory = &sitting->desk.cards;

    sitting->h = 4000; /* all of them */
    sitting_key(sitting, UI_KEY_CARDS);
    assert_int_equal(listed(sitting), shipped_rules()->card_count);
    memory->points = 5;
    sitting_frame(sitting);
    int fives = listed(sitting);
    assert_in_range(fives, 1, shipped_rules()->card_count / 2);
    memory->points = 0;
    strcpy(memory->search, "chip ALLIANCE");
    sitting_frame(sitting);
    assert_int_equal(listed(sitting), 1);
    assert_true(sitting_shows(sitting, "Chip Alliance*"));
    sitting_key(sitting, UI_KEY_CARDS);
    assert_int_equal(desk_screen(&sitting->desk), SCREEN_TABLE);
    sitting_free(sitting);
}

static bool shows_large_letters(const Sitting *sitting)
{
    for (int i = 0; i < sitting->list.count; i++) {
        if (sitting->list.item[i].kind == DRAW_TEXT && sitting->list.item[i].type == TYPE_SPOT) {
            return true;
        }
    }
    return false;
}

/* In letters of 22 at least, in both languages, where the frame is that of issue 7's sizes. */
TEST(the_spotlight_shows_every_card_large)
{
    Sitting *sitting = reader();

    desk_show_card(&sitting->desk, 0);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        sitting->voice = *voices_in((Language)language);
        for (int card = 0; card < shipped_rules()->card_count; card++) {
            sitting->desk.turns.card = card;
            sitting_frame(sitting);
            assert_true(shows_large_letters(sitting));
        }
    }
    sitting_free(sitting);
}

TEST(the_key_c_puts_the_card_pointed_at_into_the_spotlight)
{
    Sitting *sitting = reader();

    sitting_letter(sitting, '1');
    int card = sitting->desk.table.card;
    sitting_letter(sitting, 'c');
    assert_int_equal(desk_screen(&sitting->desk), SCREEN_CARD);
    assert_int_equal(sitting->desk.turns.card, card);
    sitting_key(sitting, UI_KEY_BACK);
    assert_int_equal(desk_screen(&sitting->desk), SCREEN_TABLE);
    sitting_free(sitting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_for_a_terminal_becomes_passages),
        cmocka_unit_test(the_handbook_opens_from_the_table_and_leads_back),
        cmocka_unit_test(from_a_number_it_opens_at_the_section_that_the_number_names),
        cmocka_unit_test(what_is_searched_for_is_found_and_leads_to_its_page),
        cmocka_unit_test(cards_can_be_filtered_and_searched),
        cmocka_unit_test(the_spotlight_shows_every_card_large),
        cmocka_unit_test(the_key_c_puts_the_card_pointed_at_into_the_spotlight),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
