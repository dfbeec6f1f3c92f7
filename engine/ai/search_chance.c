#include "ai/search_chance.h"

#include <stdint.h>

#include "ai/evaluation.h"
#include "ai/fixed.h"
#include "ai/logistic.h"
#include "core/seats.h"

typedef struct Calibration {
    int32_t offset, slope;
} Calibration;

enum { FOUR = 4, TABLES = 2 };

static const Calibration calibration[LENGTH_COUNT][TABLES] = {
#define SEARCH_CHANCE(length, seats, offset, slope) \
    [LENGTH_##length][(seats) == FOUR] = {offset, slope},
#include "ai/search_chance.def"
#undef SEARCH_CHANCE
};

/* A return of 1000 is certain; with 4 seats the bloc that wins has the two best returns, 1000 and 667,
 * the other 333 and 0. */
int search_raw_chance(const SearchCount *count, const State *state, Bloc bloc)
{
    enum { FIRST = 1000, BEST = 1667, WORST = 333 };
    int64_t visits = (int64_t)count->visits;
    int64_t sum = (int64_t)count->returns[closed_seat(bloc)];
    int64_t least = 0;
    int64_t most = FIRST * visits;

    if (visits == 0) {
        return CHANCE_CERTAIN / 2;
    }
    if (is_four_seats(state)) {
        sum += (int64_t)count->returns[open_seat(state, bloc)];
        least = WORST * visits;
        most = BEST * visits;
    }
    int64_t chance = ((sum - least) * CHANCE_CERTAIN + (most - least) / 2) / (most - least);
    if (chance < 0) { /* returns are whole numbers, each rounded by itself */
        return 0;
    }
    return chance > CHANCE_CERTAIN ? CHANCE_CERTAIN : (int)chance;
}

int chance_logit(int chance)
{
    int within = chance < 1 ? 1 : chance;

    within = within > CHANCE_CERTAIN - 1 ? CHANCE_CERTAIN - 1 : within;
    int64_t logit = (int64_t)fixed_log((uint32_t)within) -
                    (int64_t)fixed_log((uint32_t)(CHANCE_CERTAIN - within));
    return (int)(logit * LOGIT_ONE / FIXED_ONE);
}

int search_chance(const SearchCount *count, const Rules *rules, const State *state, Bloc bloc)
{
    const Calibration *table = &calibration[evaluation_length(rules, state)][is_four_seats(state)];
    int64_t logit = chance_logit(search_raw_chance(count, state, BLOC_US));
    int chance = logistic(table->offset + table->slope * logit / LOGIT_ONE);

    return bloc == BLOC_US ? chance : CHANCE_CERTAIN - chance;
}
