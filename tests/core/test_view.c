#include <string.h>

#include "core/view.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

enum { HIDDEN_PLATEAU = 10 }; /* what an unknown plateau reads in a view */

static Setup full_game(int seat_count)
{
    return (Setup){.seed = 7,
                   .scenario = rules_find_scenario(shipped_rules(), "full"),
                   .seat_count = seat_count};
}

static bool holds(const uint64_t set[2], const char *card)
{
    int index = rules_find_card(shipped_rules(), card);
    return (set[index / 64] >> (index % 64) & 1) != 0;
}

static void look(View *view, int seat_count, const char *fields, Seat viewer)
{
    Setup setup = full_game(seat_count);
    State state;

    position_make(&state, &setup, shipped_rules(), fields);
    view_of(view, &state, shipped_rules(), viewer);
}

TEST(a_seat_sees_its_own_hand_and_how_many_cards_others_hold)
{
    View view;

    look(&view, 2, "hand=E08+E09,E11+E12+E13", 0);
    assert_int_equal(view.viewer, 0);
    assert_true(holds(view.known.cards[SET_HAND + 0], "E08"));
    assert_true(holds(view.known.cards[SET_HAND + 0], "E09"));
    assert_int_equal(view.known.cards[SET_HAND + 2][0] | view.known.cards[SET_HAND + 2][1], 0);
    assert_int_equal(view.hand_count[0], 2);
    assert_int_equal(view.hand_count[2], 3);
    assert_int_equal(view.deck_count, 26 - 5);
}

TEST(what_a_seat_cannot_see_could_lie_anywhere)
{
    View view;

    look(&view, 2, "hand=E08+E09,E11+E12+E13 discard=E01 removed=E18", 0);
    assert_true(holds(view.known.cards[SET_DECK], "E11"));
    assert_true(holds(view.known.cards[SET_DECK], "E12"));
    assert_true(holds(view.known.cards[SET_DECK], "E02"));
    assert_false(holds(view.known.cards[SET_DECK], "E08"));
    assert_false(holds(view.known.cards[SET_DECK], "E01"));
    assert_true(holds(view.known.cards[SET_DISCARD], "E01"));
    assert_true(holds(view.known.cards[SET_REMOVED], "E18"));
    assert_int_equal(view.deck_count, 26 - 7);
}

TEST(partners_do_not_see_each_others_hands)
{
    View view;

    look(&view, 4, "hand=E01,E02,E03,E04", 1);
    assert_true(holds(view.known.cards[SET_HAND + 1], "E02"));
    assert_true(holds(view.known.cards[SET_DECK], "E01"));
    assert_true(holds(view.known.cards[SET_DECK], "E03"));
    assert_true(holds(view.known.cards[SET_DECK], "E04"));
}

TEST(a_spectator_sees_no_hand)
{
    View view;

    look(&view, 2, "hand=E08+E09,E11+E12+E13", SEAT_NOBODY);
    assert_int_equal(view.viewer, SEAT_NOBODY);
    assert_true(holds(view.known.cards[SET_DECK], "E08"));
    assert_true(holds(view.known.cards[SET_DECK], "E11"));
    assert_int_equal(view.hand_count[0], 2);
    assert_int_equal(view.hand_count[2], 3);
}

TEST(a_committed_headline_is_seen_by_who_committed_it_only)
{
    View view;
    int e08 = rules_find_card(shipped_rules(), "E08");

    look(&view, 2, "phase=headline hand=E09,E11+E12 headline=E08,-", 0);
    assert_int_equal(view.known.headline[BLOC_US], e08 + 1);
    assert_int_equal(view.committed[BLOC_US], 1);
    assert_int_equal(view.committed[BLOC_CN], 0);
    assert_false(holds(view.known.cards[SET_DECK], "E08"));

    look(&view, 2, "phase=headline hand=E09,E11+E12 headline=E08,-", 2);
    assert_int_equal(view.known.headline[BLOC_US], 0);
    assert_int_equal(view.committed[BLOC_US], 1);
    assert_true(holds(view.known.cards[SET_DECK], "E08"));
    assert_int_equal(view.hand_count[0], 1);
}

TEST(a_partner_does_not_see_the_headliners_card)
{
    View view;

    look(&view, 4, "phase=headline hand=-,E02,E03,E04 headline=E08,-", 1);
    assert_int_equal(view.known.headline[BLOC_US], 0);
    assert_int_equal(view.committed[BLOC_US], 1);
    assert_true(holds(view.known.cards[SET_DECK], "E08"));

    look(&view, 4, "phase=headline hand=-,E02,E03,E04 headline=E08,-", 0);
    assert_int_not_equal(view.known.headline[BLOC_US], 0);
}

TEST(the_plateau_is_hidden_until_it_is_revealed)
{
    View view;

    look(&view, 2, "hand=E08,E11 T=7 known=0", 0);
    assert_int_equal(view.known.track[SLOT_PLATEAU], HIDDEN_PLATEAU);
    look(&view, 2, "hand=E08,E11 T=7 known=1", 0);
    assert_int_equal(view.known.track[SLOT_PLATEAU], 7);
}

TEST(the_seed_is_hidden)
{
    View view;

    look(&view, 2, "hand=E08,E11", 0);
    assert_int_equal(view.known.seed, 0);
}

/* A view's bytes may be compared and hashed: what is the same to see is the same to compare. */
TEST(every_byte_of_a_view_is_set)
{
    Setup setup = full_game(2);
    State state;
    View a;
    View b;

    position_make(&state, &setup, shipped_rules(), "hand=E08,E11");
    memset(&a, 0x00, sizeof a);
    memset(&b, 0xff, sizeof b);
    view_of(&a, &state, shipped_rules(), 0);
    view_of(&b, &state, shipped_rules(), 0);
    assert_memory_equal(&a, &b, sizeof a);
}

TEST(a_sample_is_a_whole_position_with_the_same_view)
{
    Setup setup = full_game(2);
    State state;
    State sample;
    View view;
    View again;
    Error err = {0};

    position_make(&state, &setup, shipped_rules(), "hand=E08+E09,E11+E12+E13 discard=E01");
    view_of(&view, &state, shipped_rules(), 0);
    memset(&sample, 0x5a, sizeof sample);
    view_sample(&sample, &view, shipped_rules(), 1);
    assert_int_equal(state_check(&sample, shipped_rules(), &err), STATUS_OK);
    view_of(&again, &sample, shipped_rules(), 0);
    assert_memory_equal(&view, &again, sizeof view);
    assert_true(holds(sample.cards[SET_HAND + 0], "E08"));
    assert_in_range(sample.track[SLOT_PLATEAU], 6, 8);
}

TEST(a_key_chooses_the_sample)
{
    Setup setup = full_game(2);
    State state;
    State one;
    State same;
    State other;
    View view;

    position_make(&state, &setup, shipped_rules(), "hand=E08+E09,E11+E12+E13+E14+E15");
    view_of(&view, &state, shipped_rules(), 0);
    view_sample(&one, &view, shipped_rules(), 1);
    view_sample(&same, &view, shipped_rules(), 1);
    view_sample(&other, &view, shipped_rules(), 2);
    assert_true(state_equal(&one, &same));
    assert_int_not_equal(one.seed, other.seed);
    assert_memory_not_equal(one.cards[SET_HAND + 2], other.cards[SET_HAND + 2],
                            sizeof one.cards[SET_HAND + 2]);
}

enum { SAMPLES = 3000 };

/* Every hidden card is as likely as any other to be in the hand that is not seen.  4 of 24. */
TEST(samples_deal_every_hidden_card_equally_often)
{
    enum { HIDDEN = 24, IN_HAND = 4, EXPECTED = SAMPLES * IN_HAND / HIDDEN, SLACK = 90 };
    Setup setup = full_game(2);
    State state;
    View view;
    int seen[CARDS_MAX] = {0};

    position_make(&state, &setup, shipped_rules(), "hand=E08+E09,E11+E12+E13+E14");
    view_of(&view, &state, shipped_rules(), 0);
    for (uint64_t key = 0; key < SAMPLES; key++) {
        State sample;
        view_sample(&sample, &view, shipped_rules(), key);
        for (int card = 0; card < 26; card++) {
            seen[card] += (int)(sample.cards[SET_HAND + 2][0] >> card & 1);
        }
    }
    for (int card = 0; card < 26; card++) {
        bool own = holds(state.cards[SET_HAND + 0], shipped_rules()->card[card].id);
        assert_in_range(seen[card], own ? 0 : EXPECTED - SLACK, own ? 0 : EXPECTED + SLACK);
    }
}

/* Nor do cards come in pairs: any two of them are as likely as any others to be held together. */
TEST(samples_deal_hidden_cards_independently)
{
    enum { CARDS = 26, EXPECTED = SAMPLES * 4 * 3 / (24 * 23), SLACK = 45 };
    Setup setup = full_game(2);
    State state;
    View view;
    int together[CARDS - 1] = {0};

    position_make(&state, &setup, shipped_rules(), "hand=E25+E26,E11+E12+E13+E14");
    view_of(&view, &state, shipped_rules(), 0);
    for (uint64_t key = 0; key < SAMPLES; key++) {
        State sample;
        view_sample(&sample, &view, shipped_rules(), key);
        uint64_t hand = sample.cards[SET_HAND + 2][0];
        for (int card = 0; card < CARDS - 1; card++) {
            together[card] += (hand >> card & 3) == 3;
        }
    }
    for (int card = 0; card < CARDS - 3; card++) { /* the last two are in the other hand */
        assert_in_range(together[card], EXPECTED - SLACK, EXPECTED + SLACK);
    }
}

static void count_plateaus(int seen[HIDDEN_PLATEAU + 1], const char *fields)
{
    Setup setup = full_game(2);
    State state;
    View view;

    position_make(&state, &setup, shipped_rules(), fields);
    view_of(&view, &state, shipped_rules(), 0);
    for (uint64_t key = 0; key < SAMPLES; key++) {
        State sample;
        view_sample(&sample, &view, shipped_rules(), key);
        assert_in_range(sample.track[SLOT_PLATEAU], 6, 8);
        seen[sample.track[SLOT_PLATEAU]]++;
    }
}

TEST(samples_draw_an_unknown_plateau_among_the_tiles_that_no_lab_has_passed)
{
    enum { SLACK = 150 };
    int any[HIDDEN_PLATEAU + 1] = {0};
    int high[HIDDEN_PLATEAU + 1] = {0};
    int top[HIDDEN_PLATEAU + 1] = {0};

    count_plateaus(any, "hand=E08,E11 T=8 F=6,4");
    for (int tile = 6; tile <= 8; tile++) {
        assert_in_range(any[tile], SAMPLES / 3 - SLACK, SAMPLES / 3 + SLACK);
    }
    count_plateaus(high, "hand=E08,E11 T=8 F=4,7");
    assert_int_equal(high[6], 0);
    assert_in_range(high[7], SAMPLES / 2 - SLACK, SAMPLES / 2 + SLACK);
    count_plateaus(top, "hand=E08,E11 T=8 F=8,4");
    assert_int_equal(top[8], SAMPLES);
}

TEST(a_sample_keeps_a_plateau_that_is_known)
{
    Setup setup = full_game(2);
    State state;
    State sample;
    View view;

    position_make(&state, &setup, shipped_rules(), "hand=E08,E11 T=7 known=1");
    view_of(&view, &state, shipped_rules(), 0);
    for (uint64_t key = 0; key < 20; key++) {
        view_sample(&sample, &view, shipped_rules(), key);
        assert_int_equal(sample.track[SLOT_PLATEAU], 7);
    }
}

TEST(a_scenario_without_plateau_has_none_in_a_sample)
{
    const Rules *rules = shipped_rules();
    Setup setup = {.seed = 7, .scenario = rules_find_scenario(rules, "lesson-1"), .seat_count = 2};
    State state;
    State sample;
    View view;

    state_init(&state, rules, &setup);
    view_of(&view, &state, rules, 0);
    view_sample(&sample, &view, rules, 3);
    assert_int_equal(sample.track[SLOT_PLATEAU], HIDDEN_PLATEAU);
}

/* The rival committed a card that its hand allowed: own or neutral if it had one. */
TEST(a_sample_deals_a_committed_headline_anew)
{
    Setup setup = full_game(2);
    State state;
    View view;
    int different = 0;

    position_make(&state, &setup, shipped_rules(),
                  "phase=headline hand=E09+E10,E11+E12 headline=E08,-");
    view_of(&view, &state, shipped_rules(), 2);
    for (uint64_t key = 0; key < 200; key++) {
        State sample;
        Error err = {0};
        view_sample(&sample, &view, shipped_rules(), key);
        assert_int_not_equal(sample.headline[BLOC_US], 0);
        assert_int_equal(state_check(&sample, shipped_rules(), &err), STATUS_OK);
        different += sample.headline[BLOC_US] != state.headline[BLOC_US];
    }
    assert_true(different > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_seat_sees_its_own_hand_and_how_many_cards_others_hold),
        cmocka_unit_test(what_a_seat_cannot_see_could_lie_anywhere),
        cmocka_unit_test(partners_do_not_see_each_others_hands),
        cmocka_unit_test(a_spectator_sees_no_hand),
        cmocka_unit_test(a_committed_headline_is_seen_by_who_committed_it_only),
        cmocka_unit_test(a_partner_does_not_see_the_headliners_card),
        cmocka_unit_test(the_plateau_is_hidden_until_it_is_revealed),
        cmocka_unit_test(the_seed_is_hidden),
        cmocka_unit_test(every_byte_of_a_view_is_set),
        cmocka_unit_test(a_sample_is_a_whole_position_with_the_same_view),
        cmocka_unit_test(a_key_chooses_the_sample),
        cmocka_unit_test(samples_deal_every_hidden_card_equally_often),
        cmocka_unit_test(samples_deal_hidden_cards_independently),
        cmocka_unit_test(samples_draw_an_unknown_plateau_among_the_tiles_that_no_lab_has_passed),
        cmocka_unit_test(a_sample_keeps_a_plateau_that_is_known),
        cmocka_unit_test(a_scenario_without_plateau_has_none_in_a_sample),
        cmocka_unit_test(a_sample_deals_a_committed_headline_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
