/* Playouts by the evaluation. */

#include "ai/evaluation.h"
#include "ai/evaluation_policy.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"
#include "support/searches.h"
#include "support/shipped.h"
#include "test.h"

TEST(a_playout_ends_when_its_plays_are_over)
{
    for (int variant = 0; variant < variant_count(shipped_rules()); variant++) {
        State state = searched_position(variant, 5, 12);
        int before = plays_over(shipped_rules(), &state);
        for (int plays = 0; plays < 6 && !state_is_terminal(&state); plays++) {
            State next = state;
            evaluation_play(&evaluation_shipped, shipped_rules(), &next, before + plays);
            assert_true(state_is_terminal(&next) || next.frame_count == 0);
            assert_true(state_is_terminal(&next) ||
                        plays_over(shipped_rules(), &next) >= before + plays);
        }
    }
}

TEST(a_long_playout_ends_the_game)
{
    State state = searched_position(searched_variant("full", 4), 5, 3);

    evaluation_play(&evaluation_shipped, shipped_rules(), &state, 1 << 20);
    assert_true(state_is_terminal(&state));
}

/* Two worlds that differ in nothing but their chance to come: the seat to move chooses the same, as
 * what it tries out is under a third one. */
TEST(nobody_foresees_a_die)
{
    State state = searched_position(searched_variant("short", 2), 4, 30);
    LegalSet set;
    State trial = state;

    trial.seed = rng_mix(state.seed);
    assert_true(trial.seed != state.seed);
    state_legal_set(&state, shipped_rules(), &set);
    int choice = evaluation_choose(&evaluation_shipped, shipped_rules(), &trial, &set);
    State expected = state;
    state_apply_nth(&expected, shipped_rules(), &set, choice, NULL);
    State played = state;
    while (state_equal(&played, &state)) {
        int until = plays_over(shipped_rules(), &played) + 1;
        evaluation_play(&evaluation_shipped, shipped_rules(), &played, until);
    }
    evaluation_play(&evaluation_shipped, shipped_rules(), &expected,
                    plays_over(shipped_rules(), &state) + 1);
    assert_true(state_equal(&played, &expected));
}

/* The calibrated returns are those of the public chance, and sum to what all returns sum to. */
TEST(calibrated_returns_are_those_of_the_public_chance)
{
    for (int variant = 0; variant < variant_count(shipped_rules()); variant++) {
        State state = searched_position(variant, 9, 40);
        int raw[SEATS_MAX];
        int returns[SEATS_MAX];
        int sum = 0;
        int raw_sum = 0;
        View view;
        view_of(&view, &state, shipped_rules(), SEAT_NOBODY);
        int us = evaluation_public(&evaluation_shipped, shipped_rules(), &view, BLOC_US);
        evaluation_returns(&evaluation_shipped, shipped_rules(), &state, raw);
        evaluation_calibrated_returns(&evaluation_shipped, shipped_rules(), &state, returns);
        for (Seat seat = 0; seat < SEATS_MAX; seat++) {
            sum += returns[seat];
            raw_sum += raw[seat];
        }
        assert_int_equal(sum, raw_sum);
        int bloc = state.seat_count == 2 ? returns[0] : returns[0] + returns[1];
        int expected = state.seat_count == 2 ? us / 10 : 333 + us * 1334 / 10000;
        assert_in_range(bloc - expected + 3, 0, 6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_playout_ends_when_its_plays_are_over),
        cmocka_unit_test(a_long_playout_ends_the_game),
        cmocka_unit_test(nobody_foresees_a_die),
        cmocka_unit_test(calibrated_returns_are_those_of_the_public_chance),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
