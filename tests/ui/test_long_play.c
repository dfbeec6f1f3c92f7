/* Whole games through the table's own input path, by somebody who clicks or types at random. */

#include <stdbool.h>

#include "ai/bot.h"
#include "match/match.h"
#include "support/sitting.h"
#include "test.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/ui.h"

enum { ACTS_MOST = 8000 };

static unsigned dice(Sitting *sitting, unsigned faces)
{
    sitting->chance = sitting->chance * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(sitting->chance >> 33) % faces;
}

/* Zones that must not be hit by chance: they take back, read for long, or change how everything
 * looks. */
static bool goes_back(uint32_t id)
{
    return id == ui_id("undo", 0) || id == ui_id("agree", 0) || id == ui_id("log", 0) ||
           id == ui_id("language", 0) || id == ui_id("theme", 0);
}

static void click_somewhere(Sitting *sitting)
{
    UiZone zone = sitting->ui.zone[dice(sitting, (unsigned)sitting->ui.zone_count)];

    if (goes_back(zone.id)) {
        return;
    }
    sitting->input.mouse = box_centre(zone.box);
    sitting_frame(sitting); /* it is hovered first */
    sitting->input.pressed = true;
    sitting_frame(sitting);
    sitting_frame(sitting);
}

/* Tab to some zone, Enter; now and then a digit, or a letter of a button. */
static void type_something(Sitting *sitting)
{
    static const char letters[] = "123456eos";

    for (unsigned n = dice(sitting, 12); n > 0; n--) {
        sitting->input.key = UI_KEY_NEXT;
        sitting_frame(sitting);
    }
    if (sitting->ui.by_key && goes_back(sitting->ui.focus)) {
        return;
    }
    unsigned letter = dice(sitting, 2 * sizeof letters);
    sitting->input.key = letter < sizeof letters - 1 ? UI_KEY_LETTER : UI_KEY_ENTER;
    sitting->input.letter = letters[letter < sizeof letters - 1 ? letter : sizeof letters - 1];
    sitting_frame(sitting);
    sitting_frame(sitting);
}

/* Whoever has come to another screen goes on there for a while, and back. */
static void return_to_table(Sitting *sitting)
{
    if (desk_screen(&sitting->desk) != SCREEN_TABLE && dice(sitting, 3) == 0) {
        sitting->input.key = UI_KEY_BACK;
        sitting_frame(sitting);
    }
}

static void play_whole(Sitting *sitting, void (*act)(Sitting *sitting))
{
    int acts = 0;

    sitting_frame(sitting);
    while (!match_is_over(sitting->match) && acts++ < ACTS_MOST) {
        act(sitting);
        return_to_table(sitting);
    }
    assert_true(match_is_over(sitting->match));
    sitting_frame(sitting);
}

TEST(a_whole_game_can_be_played_by_mouse)
{
    Sitting *sitting = sitting_new("short", 2, &bot_random);

    play_whole(sitting, click_somewhere);
    sitting_free(sitting);
}

TEST(a_whole_game_can_be_played_by_keyboard)
{
    Sitting *sitting = sitting_new("short", 2, &bot_random);

    play_whole(sitting, type_something);
    sitting_free(sitting);
}

TEST(four_people_can_play_at_one_table)
{
    Sitting *sitting = sitting_new("lesson-4", 4, NULL);

    play_whole(sitting, click_somewhere);
    sitting_free(sitting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_game_can_be_played_by_mouse),
        cmocka_unit_test(a_whole_game_can_be_played_by_keyboard),
        cmocka_unit_test(four_people_can_play_at_one_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
