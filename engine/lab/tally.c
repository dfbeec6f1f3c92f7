#include "lab/tally.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/seats.h"
#include "lab/interval.h"

enum { RETURN_MOST = 1000 };

static TallyCell *cell_of(const Tally *tally, int lineup, Seat slot)
{
    return &tally->cell[lineup * SEATS_MAX + slot];
}

Status tally_init(Tally *tally, const Schedule *schedule, Error *err)
{
    memset(tally, 0, sizeof *tally);
    tally->schedule = schedule;
    tally->cell = calloc((size_t)schedule->lineup_count * SEATS_MAX, sizeof *tally->cell);
    if (tally->cell == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for the standings");
    }
    return STATUS_OK;
}

void tally_clear(Tally *tally)
{
    free(tally->cell);
    tally->cell = NULL;
}

/* The first slot of the line-up with the same bot: a bot may have both seats of its bloc. */
static Seat first_slot(const Lineup *lineup, Seat slot)
{
    Seat first = 0;

    while (lineup->bot[first] != lineup->bot[slot]) {
        first++;
    }
    return first;
}

static void close_block(Tally *tally, int lineup)
{
    for (Seat slot = 0; slot < SEATS_MAX; slot++) {
        const Lineup *bots = &tally->schedule->lineup[lineup];
        int score = tally->open[slot];
        tally->open[slot] = 0;
        if (bots->bot[slot] == LINEUP_EMPTY || first_slot(bots, slot) != slot) {
            continue;
        }
        TallyCell *cell = cell_of(tally, lineup, slot);
        if (cell->blocks < BLOCKS_FEW) {
            cell->first[cell->blocks] = score;
        }
        cell->blocks++;
        cell->sum += score;
        cell->squares += (int64_t)score * score;
    }
}

void tally_add(Tally *tally, const GameResult *result)
{
    const Schedule *schedule = tally->schedule;
    int rotation = (int)(result->game % schedule->rotations);
    int lineup = schedule_lineup(schedule, result->game / schedule->rotations);
    const Lineup *bots = &schedule->lineup[lineup];

    tally->games++;
    tally->decisions += result->decisions;
    tally->endings[result->ending]++;
    tally->us_wins += result->winner == BLOC_US;
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        Seat slot = schedule_slot(schedule, rotation, seat);
        if (bots->bot[slot] != LINEUP_EMPTY) {
            TallyBot *bot = &tally->bot[bots->bot[slot]];
            Seat first = first_slot(bots, slot);
            bot->games += first == slot;
            bot->wins += first == slot && seat_bloc(seat) == result->winner;
            bot->faults += result->faults[seat];
            tally->open[first] += result->returns[seat];
        }
    }
    if (rotation == schedule->rotations - 1) {
        close_block(tally, lineup);
    }
}

static bool is_same_bot(const TallyBot *a, const TallyBot *b)
{
    return a->games == b->games && a->wins == b->wins && a->faults == b->faults;
}

static bool is_same_cell(const TallyCell *a, const TallyCell *b)
{
    return a->blocks == b->blocks && a->sum == b->sum && a->squares == b->squares &&
           memcmp(a->first, b->first, sizeof a->first) == 0;
}

const char *tally_difference(const Tally *a, const Tally *b)
{
    if (a->games != b->games || a->decisions != b->decisions) {
        return "number of games and decisions";
    }
    if (memcmp(a->endings, b->endings, sizeof a->endings) != 0 || a->us_wins != b->us_wins) {
        return "count of endings and wins";
    }
    for (int i = 0; i < a->schedule->setup.bots; i++) {
        if (!is_same_bot(&a->bot[i], &b->bot[i])) {
            return "count of a bot's games, wins and faults";
        }
    }
    for (int i = 0; i < a->schedule->lineup_count * SEATS_MAX; i++) {
        if (!is_same_cell(&a->cell[i], &b->cell[i])) {
            return "table of scores";
        }
    }
    return NULL;
}

/* Adds the blocks of one cell to a pool. */
static void pool_cell(TallyCell *pool, const TallyCell *cell)
{
    for (int64_t i = 0; i < cell->blocks && i < BLOCKS_FEW; i++) {
        if (pool->blocks + i < BLOCKS_FEW) {
            pool->first[pool->blocks + i] = cell->first[i];
        }
    }
    pool->blocks += cell->blocks;
    pool->sum += cell->sum;
    pool->squares += cell->squares;
}

/* `most` is the greatest sum of returns that a block can have. */
static Estimate estimate(const TallyCell *pool, double most)
{
    Estimate made = {.blocks = pool->blocks};
    double n = (double)pool->blocks;
    Interval interval;

    if (pool->blocks == 0) {
        return made;
    }
    double mean = (double)pool->sum / n;
    made.mean = mean / most;
    if (pool->sum == 0 || made.mean >= 1) {
        interval = interval_wilson(made.mean, pool->blocks);
    } else if (pool->blocks < BLOCKS_FEW) {
        interval = interval_resampled(pool->first, (int)pool->blocks);
        interval = (Interval){interval.low / most, interval.high / most};
    } else {
        double variance = ((double)pool->squares - n * mean * mean) / (n - 1);
        interval = interval_student(made.mean, sqrt(fmax(variance, 0)) / most, pool->blocks);
    }
    made.low = fmax(interval.low, 0);
    made.high = fmin(interval.high, 1);
    return made;
}

static bool sits_opposite(const Lineup *lineup, Seat slot, int rival)
{
    for (Seat other = 0; other < SEATS_MAX; other++) {
        if (lineup->bot[other] == rival && seat_bloc(other) != seat_bloc(slot)) {
            return true;
        }
    }
    return false;
}

/* All blocks of the bot, or with a `rival` (from 0) those against it. */
static Estimate pool(const Tally *tally, int bot, int rival)
{
    const Schedule *schedule = tally->schedule;
    TallyCell all = {.blocks = 0};
    int seats = 1;

    for (int lineup = 0; lineup < schedule->lineup_count; lineup++) {
        const Lineup *bots = &schedule->lineup[lineup];
        Seat slot = 0;
        while (slot < SEATS_MAX && bots->bot[slot] != bot) {
            slot++;
        }
        if (slot < SEATS_MAX && (rival < 0 || sits_opposite(bots, slot, rival))) {
            seats = bots->bot[slot | 1] == bot && slot % 2 == 0 ? 2 : 1;
            pool_cell(&all, cell_of(tally, lineup, slot));
        }
    }
    return estimate(&all, (double)RETURN_MOST * schedule->rotations * seats);
}

Estimate tally_score(const Tally *tally, int bot)
{
    return pool(tally, bot, -1);
}

Estimate tally_against(const Tally *tally, int bot, int rival)
{
    return pool(tally, bot, rival);
}
