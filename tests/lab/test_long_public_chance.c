/* The public chance that comes with the program, on games of the bot `eval` against itself that were
 * not among those which it was fitted to: it is calibrated, and knows more than round and VP. */

#include <math.h>
#include <stdio.h>

#include "ai/evaluation_bot.h"
#include "lab/fit.h"
#include "lab/schedule.h"
#include "lab/tournament.h"
#include "support/shipped.h"
#include "test.h"

enum { BLOCKS = 1500, SEED = 20261, EVERY = 8, MANY = 400 };

static Positions self_play(const char *scenario)
{
    const Rules *rules = shipped_rules();
    const ScheduleSetup setup = {.seats = 2, .bots = 2, .seed = SEED, .blocks = scaled(BLOCKS)};
    Schedule schedule;
    Positions positions = {.count = 0};

    assert_int_equal(schedule_init(&schedule, &setup, NULL), STATUS_OK);
    const Tournament tournament = {.rules = rules,
                                   .schedule = &schedule,
                                   .scenario = rules_find_scenario(rules, scenario),
                                   .bot = {&bot_eval.type, &bot_eval.type},
                                   .blocks = {0, schedule_block_count(&schedule)},
                                   .threads = 2};
    const PositionPlan plan = {.tournament = &tournament, .every = EVERY, .once = true};
    assert_int_equal(positions_add(&positions, &plan, NULL), STATUS_OK);
    schedule_clear(&schedule);
    return positions;
}

/* A decile is judged where it has enough positions to tell. */
static void expect_calibrated(const FitQuality *quality)
{
    for (int i = 0; i < DECILES; i++) {
        double off = fabs(quality->decile[i].chance - quality->decile[i].won);
        assert_true(quality->decile[i].rows < MANY || off < 0.1);
    }
}

static void expect_good_chances(GameLength length, const char *scenario)
{
    const FitGroup group = {.length = length, .seats = 2};
    Positions positions = self_play(scenario);
    FitQuality quality;

    assert_int_equal(
        fit_quality(&quality, &evaluation_shipped.length[length], &positions, &group, NULL),
        STATUS_OK);
    printf("%s: %d positions, Brier %.4f, by round and VP lead %.4f\n", scenario,
           (int)quality.table.rows, quality.table.brier, quality.baseline.brier);
    assert_true(quality.table.rows > 0);
    assert_true(quality.table.brier < 0.25);
    if (quality.table.rows >= (int64_t)DECILES * MANY) {
        assert_true(quality.table.brier < quality.baseline.brier);
    }
    expect_calibrated(&quality);
    positions_clear(&positions);
}

TEST(chances_of_the_full_game_come_true)
{
    expect_good_chances(LENGTH_FULL, "full");
}

TEST(chances_of_the_short_game_come_true)
{
    expect_good_chances(LENGTH_SHORT, "short");
}

/* Positions come in order of game, whoever plays them. */
TEST(positions_do_not_depend_on_threads)
{
    const Rules *rules = shipped_rules();
    const ScheduleSetup setup = {.seats = 4, .bots = 2, .seed = 3, .blocks = 6};
    Schedule schedule;
    Positions found[2] = {{.count = 0}, {.count = 0}};

    assert_int_equal(schedule_init(&schedule, &setup, NULL), STATUS_OK);
    Tournament tournament = {.rules = rules,
                             .schedule = &schedule,
                             .scenario = rules_find_scenario(rules, "short"),
                             .bot = {&bot_random, &bot_eval.type},
                             .blocks = {0, schedule_block_count(&schedule)}};
    const PositionPlan plan = {.tournament = &tournament, .every = 3};
    for (int i = 0; i < 2; i++) {
        tournament.threads = i == 0 ? 1 : 3;
        assert_int_equal(positions_add(&found[i], &plan, NULL), STATUS_OK);
    }
    assert_true(found[0].count > 12);
    assert_int_equal(found[0].count, found[1].count);
    assert_memory_equal(found[0].item, found[1].item,
                        (size_t)found[0].count * sizeof found[0].item[0]);
    positions_clear(&found[0]);
    positions_clear(&found[1]);
    schedule_clear(&schedule);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chances_of_the_full_game_come_true),
        cmocka_unit_test(chances_of_the_short_game_come_true),
        cmocka_unit_test(positions_do_not_depend_on_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
