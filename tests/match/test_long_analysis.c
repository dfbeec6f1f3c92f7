/* Analyses of games: figures add up, and steps of any size give the same. */

#include <stdbool.h>
#include <string.h>

#include "ai/evaluation.h"
#include "core/rng.h"
#include "core/seats.h"
#include "core/view.h"
#include "match/analysis.h"
#include "match/history.h"
#include "match/paired.h"
#include "support/searches.h"
#include "support/shipped.h"
#include "test.h"

static const AnalysisConfig quick = {.playouts = 40, .iterations = 100, .plays = 4, .key = 1};

static void play(History *history, Action action)
{
    Error err;

    assert_int_equal(history_reserve(history, &err), STATUS_OK);
    history_play(history, action, BY_BOT);
}

static Analysis *analysis_of(const History *history, const AnalysisConfig *config, int step)
{
    Analysis *analysis;
    Error err;

    assert_int_equal(analysis_new(&analysis, config, history, &err), STATUS_OK);
    while (!analysis_step(analysis, step)) {
    }
    return analysis;
}

/* ---- figures ---- */

/* A game of random choices. */
static void play_at_random(History *history, const char *scenario, int seats, uint64_t seed)
{
    const Setup setup = variant_setup(searched_variant(scenario, seats), seed);
    Error err;

    assert_int_equal(history_init(history, shipped_rules(), &setup, NULL, &err), STATUS_OK);
    while (!state_is_terminal(history_state(history))) {
        ActionList legal;
        state_legal_actions(history_state(history), shipped_rules(), &legal);
        play(history, policy_choose(seed, history->count, &legal));
    }
}

static void expect_equal(const DecisionAnalysis *a, const DecisionAnalysis *b)
{
    assert_int_equal(a->seat, b->seat);
    assert_true(action_equal(a->chosen, b->chosen));
    assert_true(action_equal(a->best, b->best));
    assert_int_equal(a->win_chosen, b->win_chosen);
    assert_int_equal(a->win_best, b->win_best);
    assert_int_equal(a->loss, b->loss);
    assert_int_equal(a->half_width, b->half_width);
    assert_int_equal(a->us_luck, b->us_luck);
}

TEST(steps_of_any_size_give_the_same_analysis)
{
    const AnalysisConfig config = {.playouts = 10, .iterations = 20, .plays = 4, .key = 3};
    History history;

    play_at_random(&history, "lesson-1", 2, 5);
    Analysis *one = analysis_of(&history, &config, 1);
    Analysis *other = analysis_of(&history, &config, 100000);
    for (int i = 0; i < history.count; i++) {
        expect_equal(analysis_decision(one, i), analysis_decision(other, i));
    }
    analysis_free(one);
    analysis_free(other);
    history_clear(&history);
}

/* Skill is the sum of the losses of a seat, luck what one bloc gains and the other loses; a decision
 * that the search agrees with loses nothing. */
TEST(the_figures_of_a_game_add_up)
{
    History history;

    play_at_random(&history, "lesson-2", 4, 5);
    Analysis *analysis = analysis_of(&history, &quick, 500);
    int64_t loss[SEATS_MAX] = {0};
    int64_t us_luck = 0;
    for (int i = 0; i < history.count; i++) {
        const DecisionAnalysis *decision = analysis_decision(analysis, i);
        loss[decision->seat] += decision->loss;
        us_luck += decision->us_luck;
        assert_true(decision->has_luck || decision->us_luck == 0);
        assert_true(!action_equal(decision->chosen, decision->best) || decision->loss == 0);
        assert_in_range(decision->loss - (decision->win_best - decision->win_chosen) + 2, 0, 4);
        assert_int_equal(decision->mistake, decision->loss - decision->half_width > MISTAKE_LOSS);
        assert_int_equal(decision->us_public,
                         i + 1 < history.count ? analysis_decision(analysis, i + 1)->public_before
                         : state_winner(history_state(&history)) == BLOC_US ? ANALYSIS_CERTAIN
                                                                            : 0);
    }
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        SeatAnalysis sum;
        analysis_seat(analysis, seat, &sum);
        assert_int_equal(sum.loss, loss[seat]);
        assert_int_equal(sum.luck, seat_bloc(seat) == BLOC_US ? us_luck : -us_luck);
        assert_true(sum.choices > 0);
    }
    analysis_free(analysis);
    history_clear(&history);
}

TEST(the_worst_decisions_have_the_greatest_losses)
{
    enum { WORST = 3 };
    int worst[WORST];
    History history;

    play_at_random(&history, "lesson-1", 2, 7);
    Analysis *analysis = analysis_of(&history, &quick, 500);
    assert_int_equal(analysis_worst(analysis, worst, WORST), WORST);
    for (int i = 0; i < history.count; i++) {
        const DecisionAnalysis *decision = analysis_decision(analysis, i);
        bool named = i == worst[0] || i == worst[1] || i == worst[2];
        bool agreed = action_equal(decision->chosen, decision->best);
        assert_true(named || agreed ||
                    decision->loss <= analysis_decision(analysis, worst[2])->loss);
    }
    assert_true(analysis_decision(analysis, worst[0])->loss >=
                analysis_decision(analysis, worst[1])->loss);
    analysis_free(analysis);
    history_clear(&history);
}

/* ---- the public figure and luck ---- */

/* All that some seat or nobody sees but others do not is dealt anew. */
TEST(the_public_figure_knows_no_hand)
{
    enum { STATES = 2000, DECISIONS = 200 };
    int swapped = 0;

    for (int i = 0; i < scaled(STATES); i++) {
        uint64_t seed = (uint64_t)i + 1;
        State state = searched_position(i % variant_count(shipped_rules()), seed,
                                        rng_below(rng_mix(seed), DECISIONS));
        State other;
        View view;
        View other_view;
        view_of(&view, &state, shipped_rules(), SEAT_NOBODY);
        view_sample(&other, &view, shipped_rules(), rng_mix(seed + 9));
        swapped += memcmp(other.cards, state.cards, sizeof state.cards) != 0;
        view_of(&other_view, &other, shipped_rules(), SEAT_NOBODY);
        for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
            assert_int_equal(
                evaluation_public(&evaluation_shipped, shipped_rules(), &view, (Bloc)bloc),
                evaluation_public(&evaluation_shipped, shipped_rules(), &other_view, (Bloc)bloc));
        }
    }
    assert_true(swapped > scaled(STATES) / 2);
}

/* Whoever has bad luck in one game has good luck in another: the mean of many games is within three
 * standard errors of 0, and luck there is. */
TEST(luck_is_nobodys_on_average)
{
    enum { GAMES = 100, SIGMAS = 3 };
    const AnalysisConfig config = {.playouts = 2, .iterations = 2, .plays = 0, .key = 1};
    double sum = 0;
    double squares = 0;
    int games = scaled(GAMES) < 8 ? 8 : scaled(GAMES);

    for (int game = 0; game < games; game++) {
        SeatAnalysis seat;
        History history;
        play_at_random(&history, "short", 2, (uint64_t)game + 40);
        Analysis *analysis = analysis_of(&history, &config, 1000);
        analysis_seat(analysis, closed_seat(BLOC_US), &seat);
        sum += (double)seat.luck;
        squares += (double)seat.luck * (double)seat.luck;
        analysis_free(analysis);
        history_clear(&history);
    }
    assert_true(squares > 0);
    assert_true(sum * sum <= SIGMAS * SIGMAS * squares);
}

/* ---- intervals ---- */

TEST(a_paired_difference_that_never_varies_is_certain)
{
    PairedSum sum = {.count = 0};

    assert_int_equal(paired_half_width(&sum), ANALYSIS_CERTAIN);
    for (int i = 0; i < 100; i++) {
        paired_add(&sum, 100);
    }
    assert_int_equal(paired_mean(&sum), 1000);
    assert_int_equal(paired_half_width(&sum), 0);
}

/* 60 wins and 40 losses of 1000: mean 0.2, standard deviation 0.98473, half width 0.193007. */
TEST(a_paired_difference_has_the_interval_of_the_normal_approximation)
{
    PairedSum sum = {.count = 0};

    for (int i = 0; i < 100; i++) {
        paired_add(&sum, i < 60 ? 1000 : -1000);
    }
    assert_int_equal(paired_mean(&sum), 2000);
    assert_in_range(paired_half_width(&sum), 1929, 1931);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_of_any_size_give_the_same_analysis),
        cmocka_unit_test(the_figures_of_a_game_add_up),
        cmocka_unit_test(the_worst_decisions_have_the_greatest_losses),
        cmocka_unit_test(the_public_figure_knows_no_hand),
        cmocka_unit_test(luck_is_nobodys_on_average),
        cmocka_unit_test(a_paired_difference_that_never_varies_is_certain),
        cmocka_unit_test(a_paired_difference_has_the_interval_of_the_normal_approximation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
