#include <string.h>

#include "core/vocab.h"
#include "test.h"

TEST(track_slots_follow_each_other_without_gap)
{
    int slot = 0;

    for (int track = 0; track < TRACK_COUNT; track++) {
        assert_int_equal(vocab_track[track].slot, slot);
        assert_true(vocab_track[track].least <= vocab_track[track].most);
        slot += vocab_track[track].size;
    }
    assert_int_equal(slot, SLOT_COUNT);
    assert_true(SLOT_COUNT <= TRACK_SLOTS);
}

TEST(a_scope_has_as_many_subjects_as_there_are)
{
    static const int size[] = {[SCOPE_STACK] = STACK_COUNT,
                               [SCOPE_BLOC] = BLOC_COUNT,
                               [SCOPE_SEAT] = SEATS_MAX,
                               [SCOPE_WORLD] = 1,
                               [SCOPE_TILE] = TILE_COUNT};

    for (int track = 0; track < TRACK_COUNT; track++) {
        assert_int_equal(vocab_track[track].size, size[vocab_track[track].scope]);
    }
}

/* The order of the state text (TRACE.md R4), which the tracks are printed in. */
TEST(tracks_stand_in_the_order_of_the_state_text)
{
    static const char *const order[] = {"vp", "pool", "D", "S",       "E",       "I", "U",
                                        "F",  "Q",    "L", "compute", "capital", "P", "R",
                                        "B",  "V",    "T", "known",   "control"};

    assert_int_equal(sizeof order / sizeof order[0], TRACK_COUNT);
    for (int track = 0; track < TRACK_COUNT; track++) {
        assert_string_equal(vocab_track[track].text, order[track]);
    }
}

TEST(parameter_slots_follow_each_other_without_gap)
{
    int slot = 0;

    for (int i = 0; i < vocab_param_count; i++) {
        assert_int_equal(vocab_param[i].slot, slot);
        assert_true(vocab_param[i].count >= 1);
        assert_true(vocab_param[i].least <= vocab_param[i].most);
        slot += vocab_param[i].count;
    }
    assert_int_equal(slot, PARAM_SLOTS);
}

TEST(a_word_is_found_at_the_index_of_its_enum)
{
    assert_int_equal(vocab_find(vocab_tile, "MINERALS"), TILE_MINERALS);
    assert_int_equal(vocab_find(vocab_phase, "end"), PHASE_END);
    assert_int_equal(vocab_find(vocab_move, "corner closed"), MOVE_CORNER_CLOSED);
    assert_int_equal(vocab_find(vocab_verb, "release conditional"), VERB_RELEASE_CONDITIONAL);
    assert_int_equal(vocab_find(vocab_modifier, "REVENUE"), MODIFIER_REVENUE);
    assert_int_equal(vocab_find(vocab_tile, "minerals"), -1);
    assert_int_equal(vocab_find(vocab_tile, ""), -1);
    assert_int_equal(vocab_find(vocab_tile, "MINERALSX"), -1);
}

/* A list that lost its NULL, or has a word too few for its enum, would be read past its end. */
TEST(each_list_has_one_word_for_each_enum_value)
{
    static const struct {
        const char *const *list;
        int count;
    } list[] = {
        {vocab_bloc, BLOC_COUNT},
        {vocab_stack, STACK_COUNT},
        {vocab_tile, TILE_COUNT},
        {vocab_phase, PHASE_END + 1},
        {vocab_ending, 3},
        {vocab_era, ERA_COUNT},
        {vocab_side, SIDE_NEUTRAL + 1},
        {vocab_who, WHO_WORLD + 1},
        {vocab_need, NEED_COUNT},
        {vocab_role, ROLE_COUNT},
        {vocab_system, SYSTEM_COUNT},
        {vocab_move, MOVE_COUNT},
        {vocab_modifier, MODIFIER_COUNT},
        {vocab_duration, DURATION_GAME + 1},
        {vocab_trigger, TRIGGER_COUNT},
        {vocab_model, MODEL_COUNT},
        {vocab_verb, VERB_COUNT},
    };

    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        for (int word = 0; word < list[i].count; word++) {
            assert_non_null(list[i].list[word]);
            assert_true(list[i].list[word][0] != '\0');
        }
        assert_null(list[i].list[list[i].count]);
    }
}

TEST(seats_are_called_by_bloc_or_by_stack)
{
    assert_string_equal(vocab_seat(2, 0), "US");
    assert_string_equal(vocab_seat(2, 2), "CN");
    assert_string_equal(vocab_seat(4, 0), "UC");
    assert_string_equal(vocab_seat(4, 1), "UO");
    assert_string_equal(vocab_seat(4, 2), "CC");
    assert_string_equal(vocab_seat(4, 3), "CO");
}

TEST(a_slip_of_the_pen_finds_the_word_that_was_meant)
{
    assert_string_equal(vocab_nearest(vocab_tile, "CHIP"), "CHIPS");
    assert_string_equal(vocab_nearest(vocab_tile, "mineral"), "MINERALS");
    assert_string_equal(vocab_nearest(vocab_need, "Sovreignty"), "Sovereignty");
    assert_string_equal(vocab_nearest(vocab_verb, "relase open"), "release open");
}

TEST(a_word_unlike_all_others_suggests_none)
{
    assert_null(vocab_nearest(vocab_tile, "zzzzzzzz"));
    assert_null(vocab_nearest(vocab_tile, "a word that is far longer than any that is compared"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(track_slots_follow_each_other_without_gap),
        cmocka_unit_test(a_scope_has_as_many_subjects_as_there_are),
        cmocka_unit_test(tracks_stand_in_the_order_of_the_state_text),
        cmocka_unit_test(parameter_slots_follow_each_other_without_gap),
        cmocka_unit_test(a_word_is_found_at_the_index_of_its_enum),
        cmocka_unit_test(each_list_has_one_word_for_each_enum_value),
        cmocka_unit_test(seats_are_called_by_bloc_or_by_stack),
        cmocka_unit_test(a_slip_of_the_pen_finds_the_word_that_was_meant),
        cmocka_unit_test(a_word_unlike_all_others_suggests_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
