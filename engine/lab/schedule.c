#include "lab/schedule.h"

#include <assert.h>
#include <stdlib.h>

#include "core/rng.h"

enum { FOUR = 4, PARTINGS = 3 };

static bool is_of_fours(const ScheduleSetup *setup)
{
    return setup->seats == SEATS_MAX && setup->bots >= FOUR;
}

static Status check(const ScheduleSetup *setup, Error *err)
{
    int most = is_of_fours(setup) && setup->bots > FOURS_BOTS_MAX ? FOURS_BOTS_MAX : BOTS_MAX;

    if (setup->bots < 2 || setup->bots > most) {
        return error_set(err, STATUS_PARSE, "expected 2 to %d bots for %d seats, found %d", most,
                         setup->seats, setup->bots);
    }
    return STATUS_OK;
}

static void add(Schedule *schedule, const Lineup *lineup)
{
    schedule->lineup[schedule->lineup_count++] = *lineup;
}

/* Two bots in a game of 2 seats, or each with both seats of its bloc in one of 4. */
static void add_pair(Schedule *schedule, int a, int b)
{
    if (schedule->setup.seats == SEATS_MAX) {
        add(schedule, &(Lineup){{a, a, b, b}});
    } else {
        add(schedule, &(Lineup){{a, LINEUP_EMPTY, b, LINEUP_EMPTY}});
    }
}

static void add_pairs(Schedule *schedule)
{
    const ScheduleSetup *setup = &schedule->setup;
    int first_end = setup->gauntlet ? 1 : setup->bots;

    for (int a = 0; a < first_end; a++) {
        for (int b = a + 1; b < setup->bots; b++) {
            add_pair(schedule, a, b);
        }
    }
}

static void add_partings(Schedule *schedule, const int four[FOUR])
{
    add(schedule, &(Lineup){{four[0], four[1], four[2], four[3]}});
    add(schedule, &(Lineup){{four[0], four[2], four[1], four[3]}});
    add(schedule, &(Lineup){{four[0], four[3], four[1], four[2]}});
}

/* The next set of four in order; false after the last. */
static bool next_four(int four[FOUR], int bots)
{
    int at = FOUR - 1;

    while (at >= 0 && four[at] == bots - FOUR + at) {
        at--;
    }
    if (at < 0) {
        return false;
    }
    four[at]++;
    for (int i = at + 1; i < FOUR; i++) {
        four[i] = four[i - 1] + 1;
    }
    return true;
}

static void add_fours(Schedule *schedule)
{
    int four[FOUR] = {0, 1, 2, 3};

    do {
        if (schedule->setup.gauntlet && four[0] != 0) {
            break;
        }
        add_partings(schedule, four);
    } while (next_four(four, schedule->setup.bots));
}

static size_t lineups_most(const ScheduleSetup *setup)
{
    size_t n = (size_t)setup->bots;

    if (is_of_fours(setup)) {
        return PARTINGS * (n * (n - 1) / 2 * (n - 2) / 3 * (n - 3) / 4);
    }
    return n * (n - 1) / 2;
}

Status schedule_init(Schedule *schedule, const ScheduleSetup *setup, Error *err)
{
    Status status = check(setup, err);

    if (status != STATUS_OK) {
        return status;
    }
    *schedule = (Schedule){.setup = *setup, .rotations = is_of_fours(setup) ? ROTATIONS_MAX : 2};
    schedule->lineup = malloc(lineups_most(setup) * sizeof *schedule->lineup);
    if (schedule->lineup == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for the line-ups");
    }
    if (is_of_fours(setup)) {
        add_fours(schedule);
    } else {
        add_pairs(schedule);
    }
    return STATUS_OK;
}

void schedule_clear(Schedule *schedule)
{
    free(schedule->lineup);
    *schedule = (Schedule){.lineup_count = 0};
}

int64_t schedule_block_count(const Schedule *schedule)
{
    return schedule->setup.blocks * schedule->lineup_count;
}

int schedule_lineup(const Schedule *schedule, int64_t block)
{
    return (int)(block % schedule->lineup_count);
}

uint64_t schedule_seed(const Schedule *schedule, int64_t block)
{
    enum { HIGH = 32, MIDDLE = 16, MASK = 0xFFFF };
    uint64_t number = (uint64_t)block;

    return rng_hash(rng_key(schedule->setup.seed), STREAM_GAME, (unsigned)(number >> HIGH & MASK),
                    (unsigned)(number >> MIDDLE & MASK), (unsigned)(number & MASK));
}

/* Bit 1 of a seat is its bloc, bit 0 its place in it: turning a bit round changes those places. */
Seat schedule_slot(const Schedule *schedule, int rotation, Seat seat)
{
    unsigned turned = (unsigned)rotation * (schedule->rotations == 2 ? 2U : 1U);

    return (Seat)((unsigned)seat ^ turned);
}

void schedule_bots(const Schedule *schedule, int64_t game, int bot[SEATS_MAX])
{
    int64_t block = game / schedule->rotations;
    int rotation = (int)(game % schedule->rotations);
    const Lineup *lineup = &schedule->lineup[schedule_lineup(schedule, block)];

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        bot[seat] = lineup->bot[schedule_slot(schedule, rotation, seat)];
    }
}

BlockRange schedule_shard(const Schedule *schedule, int64_t index, int64_t count)
{
    int64_t blocks = schedule_block_count(schedule);
    int64_t share = blocks / count;
    int64_t more = blocks % count; /* the first shards have one more */

    assert(index >= 1 && index <= count);
    int64_t first = (index - 1) * share + (index - 1 < more ? index - 1 : more);
    return (BlockRange){.first = first, .end = first + share + (index - 1 < more)};
}
