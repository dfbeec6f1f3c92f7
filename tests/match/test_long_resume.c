/* A journal that ends anywhere is the same game once it is resumed. */

#include <stdlib.h>
#include <string.h>

#include "support/matches.h"
#include "support/shipped.h"
#include "test.h"

/* Where the line behind the head begins. */
static size_t head_size(const char *text)
{
    return (size_t)(strstr(text, "\nround ") - text) + 1;
}

static void resume_at_every_line(Setup setup)
{
    Place place = place_new();
    size_t size;
    char *text = place_record(&place, setup, &size);

    for (size_t cut = head_size(text); cut <= size; cut++) {
        if (text[cut - 1] == '\n') {
            matches_write(place.path, text, cut);
            place_play_on(&place);
            place_expect(&place, text, size, cut);
        }
    }
    free(text);
    place_free(&place);
}

TEST(a_game_resumed_at_any_decision_is_the_same_game)
{
    resume_at_every_line(matches_game("short", 2, 7));
    resume_at_every_line(matches_game("lesson-3", 4, 2));
}

static void expect_refused(const Place *place, const char *text, size_t cut)
{
    const MatchSetup setup = {.journal_path = place->path};
    Match *match = NULL;
    Error err = {.text = ""};

    matches_write(place->path, text, cut);
    assert_int_not_equal(match_resume(&match, shipped_rules(), &setup, &err), STATUS_OK);
    assert_non_null(strstr(err.text, "game.journal:"));
    assert_null(strchr(err.text, '\n'));
    place_expect(place, text, cut, cut);
}

TEST(an_unfinished_line_is_cut_off_and_played_anew)
{
    enum { STEP = 7 }; /* through the head, which has many lines that are alike */
    Place place = place_new();
    size_t size;
    char *text = place_record(&place, matches_game("lesson-1", 2, 8), &size);

    for (size_t cut = 0; cut < head_size(text); cut += STEP) {
        expect_refused(&place, text, cut);
    }
    for (size_t cut = head_size(text); cut <= size; cut++) {
        matches_write(place.path, text, cut);
        place_play_on(&place);
        place_expect(&place, text, size, cut);
    }
    free(text);
    place_free(&place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_game_resumed_at_any_decision_is_the_same_game),
        cmocka_unit_test(an_unfinished_line_is_cut_off_and_played_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
