/* An analysis beside its journal: read as it was written, and not at all where it is broken or of
 * another game. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/seats.h"
#include "match/analysis.h"
#include "match/analysis_file.h"
#include "match/history.h"
#include "support/matches.h"
#include "support/searches.h"
#include "support/shipped.h"
#include "test.h"

static const AnalysisConfig quick = {.playouts = 2, .iterations = 4, .plays = 1, .key = 5};

/* The first decisions of a random game, their analysis, and a file for it. */
typedef struct Desk {
    History history;
    Analysis *analysis;
    Place place;
} Desk;

static void desk_open(Desk *desk)
{
    enum { DECISIONS = 12 };
    const Setup setup = variant_setup(searched_variant("lesson-1", 2), 5);
    Error err;

    assert_int_equal(history_init(&desk->history, shipped_rules(), &setup, NULL, &err), STATUS_OK);
    for (int i = 0; i < DECISIONS; i++) {
        ActionList legal;
        state_legal_actions(history_state(&desk->history), shipped_rules(), &legal);
        assert_int_equal(history_reserve(&desk->history, &err), STATUS_OK);
        history_play(&desk->history, policy_choose(5, i, &legal), BY_BOT);
    }
    assert_int_equal(analysis_new(&desk->analysis, &quick, &desk->history, &err), STATUS_OK);
    while (!analysis_step(desk->analysis, 100)) {
    }
    desk->place = place_new();
    assert_int_equal(analysis_file_write(desk->place.path, desk->analysis, &err), STATUS_OK);
}

static void desk_close(Desk *desk)
{
    analysis_free(desk->analysis);
    history_clear(&desk->history);
    unlink(desk->place.path);
    place_free(&desk->place);
}

/* What is said of the file; "" if it is read. */
static const char *fault_of(const Desk *desk, const AnalysisConfig *config, Error *err)
{
    Analysis *read;

    *err = (Error){.text = ""};
    if (analysis_file_read(&read, desk->place.path, config, &desk->history, err) == STATUS_OK) {
        analysis_free(read);
    }
    assert_true(analysis_file_is_there(desk->place.path));
    return err->text;
}

static void expect_equal(const DecisionAnalysis *a, const DecisionAnalysis *b)
{
    assert_int_equal(a->seat, b->seat);
    assert_true(action_equal(a->chosen, b->chosen));
    assert_true(action_equal(a->best, b->best));
    assert_int_equal(a->has_choice, b->has_choice);
    assert_int_equal(a->win_chosen, b->win_chosen);
    assert_int_equal(a->win_best, b->win_best);
    assert_int_equal(a->loss, b->loss);
    assert_int_equal(a->half_width, b->half_width);
    assert_int_equal(a->mistake, b->mistake);
    assert_int_equal(a->public_before, b->public_before);
    assert_int_equal(a->us_public, b->us_public);
    assert_int_equal(a->has_luck, b->has_luck);
    assert_int_equal(a->us_luck, b->us_luck);
}

TEST(an_analysis_is_read_as_it_was_written)
{
    Desk desk;
    Analysis *read;
    Error err;

    desk_open(&desk);
    assert_int_equal(analysis_file_read(&read, desk.place.path, &quick, &desk.history, &err),
                     STATUS_OK);
    assert_true(analysis_step(read, 1));
    assert_int_equal(analysis_done(read), desk.history.count);
    for (int i = 0; i < desk.history.count; i++) {
        expect_equal(analysis_decision(read, i), analysis_decision(desk.analysis, i));
    }
    for (Seat seat = 0; seat < SEATS_MAX; seat += 2) {
        SeatAnalysis one;
        SeatAnalysis other;
        analysis_seat(read, seat, &one);
        analysis_seat(desk.analysis, seat, &other);
        assert_memory_equal(&one, &other, sizeof one);
    }
    analysis_free(read);
    desk_close(&desk);
}

TEST(a_game_that_went_on_or_back_has_no_analysis_yet)
{
    ActionList legal;
    Desk desk;
    Error err;

    desk_open(&desk);
    state_legal_actions(history_state(&desk.history), shipped_rules(), &legal);
    assert_int_equal(history_reserve(&desk.history, &err), STATUS_OK);
    history_play(&desk.history, legal.item[0], BY_HAND);
    assert_non_null(strstr(fault_of(&desk, &quick, &err), "of another game"));
    history_back(&desk.history, desk.history.count - 1);
    assert_string_equal(fault_of(&desk, &quick, &err), "");
    history_back(&desk.history, desk.history.count - 2);
    assert_non_null(strstr(fault_of(&desk, &quick, &err), "of another game"));
    desk_close(&desk);
}

TEST(an_analysis_by_other_numbers_is_told_apart)
{
    AnalysisConfig other = quick;
    Desk desk;
    Error err;

    desk_open(&desk);
    other.playouts = 20;
    assert_non_null(
        strstr(fault_of(&desk, &other, &err), "(expected playouts=20, found 'playouts=2')"));
    other = quick;
    other.key = 6;
    assert_non_null(strstr(fault_of(&desk, &other, &err), "(expected key=6, found 'key=5')"));
    desk_close(&desk);
}

/* Cut off anywhere, or with any byte changed, it is not read; and the message is a line. */
TEST(a_broken_file_is_one_clear_line)
{
    size_t size;
    Desk desk;
    Error err;

    desk_open(&desk);
    char *text = matches_read(desk.place.path, &size);
    for (size_t cut = 0; cut < size; cut += 7) {
        matches_write(desk.place.path, text, cut);
        assert_string_not_equal(fault_of(&desk, &quick, &err), "");
        assert_null(strchr(err.text, '\n'));
    }
    for (size_t at = 0; at < size; at += 5) {
        char kept = text[at];
        text[at] = kept == 'x' ? 'y' : 'x';
        matches_write(desk.place.path, text, size);
        assert_string_not_equal(fault_of(&desk, &quick, &err), "");
        text[at] = kept;
    }
    matches_write(desk.place.path, text, size);
    assert_string_equal(fault_of(&desk, &quick, &err), "");
    free(text);
    desk_close(&desk);
}

TEST(where_there_is_no_file_there_is_none_to_complain_about)
{
    History history = {.count = 0};
    Analysis *read;
    Error err;

    assert_int_equal(analysis_file_read(&read, "missing.analysis", &quick, &history, &err),
                     STATUS_IO);
    assert_false(analysis_file_is_there("missing.analysis"));
}

TEST(a_file_that_cannot_be_written_is_a_fault)
{
    Desk desk;
    Error err;

    desk_open(&desk);
    assert_int_equal(analysis_file_write("missing/folder/a.analysis", desk.analysis, &err),
                     STATUS_IO);
    desk_close(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_analysis_is_read_as_it_was_written),
        cmocka_unit_test(a_game_that_went_on_or_back_has_no_analysis_yet),
        cmocka_unit_test(an_analysis_by_other_numbers_is_told_apart),
        cmocka_unit_test(a_broken_file_is_one_clear_line),
        cmocka_unit_test(where_there_is_no_file_there_is_none_to_complain_about),
        cmocka_unit_test(a_file_that_cannot_be_written_is_a_fault),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
