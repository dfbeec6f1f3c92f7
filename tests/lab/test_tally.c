/* Standings and their intervals, worked by hand or known from tables. */

#include <math.h>

#include "lab/interval.h"
#include "lab/tally.h"
#include "test.h"

static void assert_near(double found, double expected, double within)
{
    if (fabs(found - expected) > within) {
        fail_msg("expected %.9f, found %.9f", expected, found);
    }
}

TEST(student_points_are_those_of_the_tables)
{
    static const struct {
        int freedom;
        double point;
    } row[] = {{1, 12.706205}, {8, 2.306004},  {9, 2.262157},   {12, 2.178813},
               {29, 2.045230}, {30, 2.042272}, {100, 1.983972}, {1000, 1.962339}};

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        assert_near(student_point(row[i].freedom), row[i].point, 2e-5);
    }
}

TEST(wilson_is_sure_of_nothing_after_ten_wins)
{
    Interval all = interval_wilson(1, 10);
    Interval some = interval_wilson(0.3, 50);

    assert_near(all.low, 0.722467, 1e-6);
    assert_near(all.high, 1, 1e-6);
    assert_near(some.low, 0.191036, 1e-6);
    assert_near(some.high, 0.437504, 1e-6);
}

TEST(resampling_is_the_same_every_time_and_about_right)
{
    int value[20];

    for (int i = 0; i < 20; i++) {
        value[i] = i % 4 == 0 ? 0 : 2000;
    }
    Interval interval = interval_resampled(value, 20);
    Interval again = interval_resampled(value, 20);
    assert_true(interval.low == again.low && interval.high == again.high);
    /* 1500 ± 1.96 · 866 / √20 */
    assert_near(interval.low, 1120, 110);
    assert_near(interval.high, 1880, 110);
}

/* Plays blocks of a schedule in which bot 0 wins `wins` of the games of each block. */
static void add_blocks(Tally *tally, int count, int wins)
{
    const Schedule *schedule = tally->schedule;

    for (int i = 0; i < count; i++) {
        for (int rotation = 0; rotation < 2; rotation++) {
            GameResult result = {.game = tally->games, .decisions = 7};
            int bot[SEATS_MAX];
            schedule_bots(schedule, result.game, bot);
            Seat winner = (bot[0] == 0) == (rotation < wins) ? 0 : 2;
            result.returns[winner] = 1000;
            result.winner = winner == 0 ? BLOC_US : BLOC_CN;
            result.faults[0] = 1;
            tally_add(tally, &result);
        }
    }
}

TEST(the_block_is_the_unit)
{
    const ScheduleSetup setup = {.seats = 2, .bots = 2, .blocks = 100};
    Schedule schedule;
    Tally tally;

    assert_int_equal(schedule_init(&schedule, &setup, NULL), STATUS_OK);
    assert_int_equal(tally_init(&tally, &schedule, NULL), STATUS_OK);
    add_blocks(&tally, 40, 1);
    Estimate even = tally_score(&tally, 0);
    assert_near(even.mean, 0.5, 1e-12); /* a win and a loss on the same deal tell nothing */
    assert_near(even.high - even.low, 0, 1e-9);
    add_blocks(&tally, 60, 2);
    Estimate score = tally_score(&tally, 0);
    assert_int_equal(score.blocks, 100);
    assert_near(score.mean, 0.8, 1e-12);
    /* s² of 40 × 0.5 and 60 × 1: (40 · 0.09 + 60 · 0.04) / 99 = 0.0606061; t(99) = 1.984217 */
    assert_near(score.low, 0.8 - 0.0488481, 1e-5);
    assert_near(score.high, 0.8 + 0.0488481, 1e-5);
    Estimate rival = tally_against(&tally, 1, 0);
    assert_near(rival.mean, 0.2, 1e-12);
    assert_near(rival.high, 0.2 + 0.0488481, 1e-5);
    assert_int_equal(tally.bot[0].wins, 160);
    assert_int_equal(tally.bot[0].games, 200);
    assert_int_equal(tally.bot[0].faults + tally.bot[1].faults, 200);
    assert_int_equal(tally.decisions, 1400);
    tally_clear(&tally);
    schedule_clear(&schedule);
}

TEST(a_bot_with_both_seats_of_its_bloc_scores_their_mean)
{
    const ScheduleSetup setup = {.seats = 4, .bots = 2, .blocks = 1};
    Schedule schedule;
    Tally tally;

    assert_int_equal(schedule_init(&schedule, &setup, NULL), STATUS_OK);
    assert_int_equal(tally_init(&tally, &schedule, NULL), STATUS_OK);
    tally_add(&tally, &(GameResult){.game = 0, .returns = {1000, 667, 333, 0}});
    tally_add(&tally, &(GameResult){.game = 1, .returns = {1000, 0, 667, 333}});
    assert_near(tally_score(&tally, 0).mean, (1000 + 667 + 667 + 333) / 4000.0, 1e-12);
    assert_near(tally_score(&tally, 1).mean, (333 + 0 + 1000 + 0) / 4000.0, 1e-12);
    assert_int_equal(tally.bot[0].games, 2);
    tally_clear(&tally);
    schedule_clear(&schedule);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(student_points_are_those_of_the_tables),
        cmocka_unit_test(wilson_is_sure_of_nothing_after_ten_wins),
        cmocka_unit_test(resampling_is_the_same_every_time_and_about_right),
        cmocka_unit_test(the_block_is_the_unit),
        cmocka_unit_test(a_bot_with_both_seats_of_its_bloc_scores_their_mean),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
