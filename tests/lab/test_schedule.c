/* Who plays whom: every rotation, every parting, and different deals. */

#include <stdlib.h>
#include <string.h>

#include "lab/schedule.h"
#include "test.h"

static Schedule make(int seats, int bots, int64_t blocks)
{
    const ScheduleSetup setup = {.seats = seats, .bots = bots, .blocks = blocks, .seed = 1};
    Schedule schedule;

    assert_int_equal(schedule_init(&schedule, &setup, NULL), STATUS_OK);
    return schedule;
}

TEST(a_pair_changes_seats)
{
    Schedule schedule = make(2, 3, 10);
    int bot[SEATS_MAX];

    assert_int_equal(schedule.lineup_count, 3);
    assert_int_equal(schedule_block_count(&schedule), 30);
    schedule_bots(&schedule, 2, bot);
    assert_int_equal(bot[0], 0);
    assert_int_equal(bot[2], 2);
    schedule_bots(&schedule, 3, bot);
    assert_int_equal(bot[0], 2);
    assert_int_equal(bot[2], 0);
    assert_int_equal(bot[1], LINEUP_EMPTY);
    schedule_clear(&schedule);
}

TEST(a_gauntlet_has_only_games_of_the_first)
{
    const ScheduleSetup setup = {.seats = 2, .bots = 5, .blocks = 1, .gauntlet = true};
    const ScheduleSetup fours = {.seats = 4, .bots = 5, .blocks = 1, .gauntlet = true};
    Schedule schedule;

    assert_int_equal(schedule_init(&schedule, &setup, NULL), STATUS_OK);
    assert_int_equal(schedule.lineup_count, 4);
    schedule_clear(&schedule);
    assert_int_equal(schedule_init(&schedule, &fours, NULL), STATUS_OK);
    assert_int_equal(schedule.lineup_count, 4 * 3);
    for (int i = 0; i < schedule.lineup_count; i++) {
        assert_int_equal(schedule.lineup[i].bot[0], 0);
    }
    schedule_clear(&schedule);
}

/* In the whole schedule of six bots in fours each has each seat, each partner and each rival as
 * often as every other. */
TEST(fours_are_even)
{
    enum { BOTS = 6 };
    Schedule schedule = make(4, BOTS, 1);
    int at[BOTS][SEATS_MAX] = {{0}};
    int with[BOTS][BOTS] = {{0}};
    int against[BOTS][BOTS] = {{0}};

    assert_int_equal(schedule.lineup_count, 15 * 3);
    for (int64_t game = 0; game < schedule_block_count(&schedule) * 4; game++) {
        int bot[SEATS_MAX];
        schedule_bots(&schedule, game, bot);
        for (Seat seat = 0; seat < SEATS_MAX; seat++) {
            at[bot[seat]][seat]++;
            with[bot[seat]][bot[seat ^ 1]]++;
            against[bot[seat]][bot[seat ^ 2]]++;
            against[bot[seat]][bot[seat ^ 3]]++;
        }
    }
    for (int a = 0; a < BOTS; a++) {
        for (Seat seat = 0; seat < SEATS_MAX; seat++) {
            assert_int_equal(at[a][seat], at[0][0]);
        }
        for (int b = 0; b < BOTS; b++) {
            assert_int_equal(with[a][b], a == b ? 0 : with[0][1]);
            assert_int_equal(against[a][b], a == b ? 0 : against[0][1]);
        }
    }
    schedule_clear(&schedule);
}

TEST(partners_stay_partners_in_a_block)
{
    Schedule schedule = make(4, 4, 1);

    for (int64_t game = 0; game < 12; game++) {
        int bot[SEATS_MAX];
        schedule_bots(&schedule, game, bot);
        Seat first = 0;
        while (bot[first] != 0) {
            first++;
        }
        assert_int_equal(bot[first ^ 1], 1 + (int)(game / 4));
    }
    schedule_clear(&schedule);
}

TEST(two_bots_have_whole_blocs_of_four_seats)
{
    Schedule schedule = make(4, 2, 1);
    int bot[SEATS_MAX];

    assert_int_equal(schedule.rotations, 2);
    schedule_bots(&schedule, 1, bot);
    assert_int_equal(bot[0], 1);
    assert_int_equal(bot[1], 1);
    assert_int_equal(bot[2], 0);
    assert_int_equal(bot[3], 0);
    schedule_clear(&schedule);
}

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(uint64_t));
}

TEST(seeds_are_large_and_all_different)
{
    enum { BLOCKS = 200000 };
    Schedule schedule = make(2, 2, BLOCKS);
    uint64_t *seed = malloc(BLOCKS * sizeof *seed);
    int small = 0;

    assert_non_null(seed);
    for (int i = 0; i < BLOCKS; i++) {
        seed[i] = schedule_seed(&schedule, i);
        small += seed[i] >> 48 == 0;
    }
    qsort(seed, BLOCKS, sizeof *seed, compare);
    for (int i = 1; i < BLOCKS; i++) {
        assert_true(seed[i - 1] != seed[i]);
    }
    assert_true(small < 30);
    free(seed);
    schedule_clear(&schedule);
}

TEST(shards_are_the_whole_and_nothing_twice)
{
    Schedule schedule = make(2, 3, 7);

    for (int64_t count = 1; count <= 30; count++) {
        int64_t next = 0;
        for (int64_t i = 1; i <= count; i++) {
            BlockRange range = schedule_shard(&schedule, i, count);
            assert_int_equal(range.first, next);
            assert_true(range.end - range.first <= 21 / count + 1);
            next = range.end;
        }
        assert_int_equal(next, 21);
    }
    schedule_clear(&schedule);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pair_changes_seats),
        cmocka_unit_test(a_gauntlet_has_only_games_of_the_first),
        cmocka_unit_test(fours_are_even),
        cmocka_unit_test(partners_stay_partners_in_a_block),
        cmocka_unit_test(two_bots_have_whole_blocs_of_four_seats),
        cmocka_unit_test(seeds_are_large_and_all_different),
        cmocka_unit_test(shards_are_the_whole_and_nothing_twice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
