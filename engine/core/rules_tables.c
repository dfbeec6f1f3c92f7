#include "core/rules_tables.h"

#include <stdbool.h>
#include <stdint.h>

#include "core/nation.h"
#include "core/rng.h"

/* Section 8.2 with the corner of the own side: sign_y is 1 for the open stack, -1 for the closed. */
static void corner_step_at(int sign_y, int x, int y, int step[2])
{
    int dx = CORNER_DEPTH - x;
    int dy = CORNER_DEPTH - sign_y * y;

    dx = dx > 0 ? dx : 0;
    dy = dy > 0 ? dy : 0;
    step[0] = dx > dy;
    step[1] = dx <= dy && dy > 0 ? sign_y : 0;
}

void move_step_at(Move move, int x, int y, int step[2])
{
    step[0] = 0;
    step[1] = 0;
    switch (move) {
    case MOVE_ALIGN:
        step[0] = x < GRID_EDGE;
        break;
    case MOVE_OPEN:
        step[1] = y < GRID_EDGE;
        break;
    case MOVE_CLOSE:
        step[1] = -(y > -GRID_EDGE);
        break;
    case MOVE_CORNER_OPEN:
        corner_step_at(1, x, y, step);
        break;
    case MOVE_CORNER_CLOSED:
        corner_step_at(-1, x, y, step);
        break;
    case MOVE_NEUTRAL:
        step[0] = (x < 0) - (x > 0);
        break;
    case MOVE_COUNT:
        break;
    }
}

static bool passes(const Filter *filter, int x, int y)
{
    int side = x > 0 ? SIDE_SET_OWN : x == 0 ? SIDE_SET_ZERO : SIDE_SET_RIVAL;
    int row = y > 0 ? Y_SET_OPEN : y == 0 ? Y_SET_ZERO : Y_SET_CLOSED;

    return (filter->side & side) != 0 && (filter->y & row) != 0 &&
           (!filter->near_zero || x == 1 || x == -1) &&
           (!filter->outside_rival_quadrant || x >= 0 || y == 0);
}

static bool moves(int move, int x, int y)
{
    int step[2];

    if (move == MOVE_COUNT) {
        return true;
    }
    move_step_at((Move)move, x, y, step);
    return step[0] != 0 || step[1] != 0;
}

static void fill_grid(uint8_t grid[8], const Filter *filter, int move)
{
    for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
        unsigned row = 0;
        for (int y = -GRID_EDGE; y <= GRID_EDGE; y++) {
            row |= (unsigned)(passes(filter, x, y) && moves(move, x, y)) << (y + GRID_EDGE);
        }
        grid[x + GRID_EDGE] = (uint8_t)row;
    }
}

static void fill_grids(Rules *rules)
{
    for (int i = 0; i < rules->filter_count; i++) {
        for (int move = 0; move <= MOVE_COUNT; move++) {
            fill_grid(rules->grid[i][move], &rules->filter[i], move);
        }
    }
}

static void fill_lanes(Rules *rules)
{
    for (int n = 0; n < rules->nation_count; n++) {
        rules->lane_weight[n] = (int8_t)rules->nation[n].weight;
        rules->lane_strict[n] = (int8_t)rules->nation[n].strictness;
        rules->lane_need[n] = (int8_t)rules->nation[n].need;
    }
}

/* A track that a switched-off system holds still has no room to move. */
static void fill_ranges(Scenario *scenario)
{
    for (int track = 0; track < TRACK_COUNT; track++) {
        const TrackInfo *info = &vocab_track[track];
        bool frozen = (scenario->frozen >> track & 1) != 0;
        for (int slot = info->slot; slot < info->slot + info->size; slot++) {
            int start = scenario->start[slot];
            scenario->least[slot] = (int16_t)(frozen ? start : info->least);
            scenario->most[slot] = (int16_t)(frozen ? start : info->most);
        }
    }
    if ((scenario->frozen >> TRACK_PLATEAU & 1) != 0) {
        scenario->least[SLOT_PLATEAU] = (int16_t)vocab_track[TRACK_PLATEAU].most;
        scenario->most[SLOT_PLATEAU] = (int16_t)vocab_track[TRACK_PLATEAU].most;
    }
}

/* Divisors that section 5 writes without a name. */
enum { DATACENTRE_DIVISOR = 3, SILICON_DIVISOR = 2, TRACK_VALUES = 16 };

static void fill_costs(Rules *rules)
{
    const int16_t *param = rules->param;

    for (int value = 0; value < TRACK_VALUES; value++) {
        rules->train_base[value] = (uint8_t)(value + 1 + value / param[PARAM_TRAIN_DIVISOR]);
        rules->optimise_cost[value] =
            (uint8_t)(param[PARAM_OPTIMISE_BASE] + value / param[PARAM_OPTIMISE_DIVISOR]);
        rules->integrate_step[value] = (uint8_t)(value / param[PARAM_INTEGRATE_DIVISOR]);
        rules->datacentre_cost[value] =
            (uint8_t)(param[PARAM_DATACENTRE_BASE] + value / DATACENTRE_DIVISOR);
        rules->silicon_cost[value] = (uint8_t)(param[PARAM_SILICON_BASE] + value / SILICON_DIVISOR);
    }
}

static void fill_uses(Rules *rules)
{
    for (unsigned decision = 0; decision < POLICY_USES; decision++) {
        rules->policy_use[decision] = rng_use(STREAM_POLICY, 0, decision, 0);
    }
    for (unsigned shuffle = 0; shuffle < DEAL_USES; shuffle++) {
        for (unsigned card = 0; card < CARDS_MAX; card++) {
            rules->deal_use[shuffle][card] = rng_use(STREAM_DEAL, shuffle, card, 0);
        }
    }
    for (unsigned card = 0; card < CARDS_MAX; card++) {
        rules->sample_use[card] = rng_use(STREAM_SAMPLE, SAMPLE_CARDS, card, 0);
    }
}

void rules_fill_tables(Rules *rules)
{
    fill_lanes(rules);
    fill_grids(rules);
    fill_costs(rules);
    fill_uses(rules);
    for (int i = 0; i < rules->scenario_count; i++) {
        fill_ranges(&rules->scenario[i]);
    }
}
