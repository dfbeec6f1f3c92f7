/* Fitting: planted weights come out of data made with them, and chances are what they say. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ai/logistic.h"
#include "core/rng.h"
#include "lab/fit.h"
#include "lab/regression.h"
#include "test.h"

enum { ROWS = 10000, SYNTHETIC = 12000, BLOCK = 4 };

/* A number below 1 that depends on nothing but its names. */
static double uniform(unsigned a, unsigned b)
{
    uint64_t hash = rng_hash(rng_key(99), STREAM_RESAMPLE, a >> 8, a & 0xFF, b);

    return (double)(hash >> 11) / 9007199254740992.0;
}

static const double planted[] = {0.4, -1.2, 0, 2};
enum { PLANTED = sizeof planted / sizeof planted[0] };

static void planted_row(const void *user, int64_t index, RegressionRow *row)
{
    double logit = 0;

    (void)user;
    for (unsigned i = 0; i < PLANTED; i++) {
        row->x[i] = i == 0 ? 1 : 2 * uniform((unsigned)index, i) - 1;
        logit += planted[i] * row->x[i];
    }
    row->happened = uniform((unsigned)index, PLANTED) < 1 / (1 + exp(-logit));
}

static void expect_about(const char *name, double found, double expected, double within)
{
    if (fabs(found - expected) > within) {
        fail_msg("%s: expected about %.2f, found %.4f", name, expected, found);
    }
}

TEST(planted_weights_are_found)
{
    const RegressionData data = {.columns = PLANTED + 1,
                                 .rows = ROWS,
                                 .row = planted_row,
                                 .penalty = 0.1};
    double weight[PLANTED + 1];
    Error err;

    assert_int_equal(regression_fit(weight, &data, &err), STATUS_OK);
    for (int i = 0; i < PLANTED; i++) {
        expect_about("a weight", weight[i], planted[i], 0.1);
    }
    assert_true(weight[PLANTED] == 0); /* a column that is always 0 */
}

TEST(a_greater_penalty_holds_weights_back)
{
    RegressionData data = {.columns = PLANTED, .rows = ROWS, .row = planted_row, .penalty = 1};
    double free_weight[PLANTED];
    double held[PLANTED];

    assert_int_equal(regression_fit(free_weight, &data, NULL), STATUS_OK);
    data.penalty = ROWS;
    assert_int_equal(regression_fit(held, &data, NULL), STATUS_OK);
    assert_true(held[3] > 0 && held[3] < free_weight[3] / 2);
}

TEST(what_is_certain_has_weights_all_the_same)
{
    RegressionData data = {.columns = 1, .rows = 0, .row = planted_row, .penalty = 1};
    double weight[1] = {5};

    assert_int_equal(regression_fit(weight, &data, NULL), STATUS_OK);
    assert_true(weight[0] == 0); /* nothing is known without rows */
    data.rows = 1;               /* separable: only the penalty keeps it finite */
    assert_int_equal(regression_fit(weight, &data, NULL), STATUS_OK);
    assert_true(isfinite(weight[0]) && weight[0] != 0);
}

static const struct {
    EvaluationTerm term;
    int32_t weight[KNOT_COUNT];
} secret[] = {{EVALUATION_SIDE, {300, 300, 300, 300}},
              {EVALUATION_LEAD, {100, 200, 400, 800}},
              {EVALUATION_FRONTIER, {900, 600, 300, -200}}};

static void plant(EvaluationTable *table)
{
    *table = (EvaluationTable){.slope = LOGIT_ONE};
    for (size_t i = 0; i < sizeof secret / sizeof secret[0]; i++) {
        memcpy(table->term[secret[i].term], secret[i].weight, sizeof secret[i].weight);
    }
    table->partner[PARTNER_POINTS][0] = 500;
    table->partner[PARTNER_POINTS][KNOT_COUNT - 1] = 500;
}

static double chance_of(int64_t logit)
{
    return (double)logistic(logit) / CHANCE_CERTAIN;
}

/* Positions of no game, won as often as the planted table says. */
static void make_position(Position *position, const EvaluationTable *table, unsigned index)
{
    int value[EVALUATION_TERM_COUNT] = {0};
    int partner[PARTNER_TERM_COUNT] = {0};

    *position = (Position){.block = index / BLOCK, .seats = SEATS_MAX, .round = 1};
    position->progress = (int16_t)(uniform(index, 1) * PROGRESS_END);
    value[EVALUATION_SIDE] = 1;
    value[EVALUATION_LEAD] = (int)(uniform(index, 2) * 7) - 3;
    value[EVALUATION_FRONTIER] = (int)(uniform(index, 3) * 5) - 2;
    for (int i = 0; i < EVALUATION_TERM_COUNT; i++) {
        position->term[i] = (int16_t)value[i];
    }
    position->lead = position->term[EVALUATION_LEAD];
    partner[PARTNER_POINTS] = (int)(uniform(index, 4) * 7) - 3;
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        position->partner[bloc][PARTNER_POINTS] = (int16_t)partner[PARTNER_POINTS];
        position->closed_leads[bloc] = uniform(index, 6 + (unsigned)bloc) <
                                       chance_of(partner_weigh(table, partner, position->progress));
    }
    position->us_wins =
        uniform(index, 5) < chance_of(evaluation_weigh(table, value, position->progress));
}

static Positions synthetic(const EvaluationTable *table)
{
    Positions positions = {.count = SYNTHETIC, .room = SYNTHETIC};

    positions.item = calloc(SYNTHETIC, sizeof *positions.item);
    assert_non_null(positions.item);
    for (unsigned i = 0; i < SYNTHETIC; i++) {
        make_position(&positions.item[i], table, i);
    }
    return positions;
}

TEST(a_planted_evaluation_is_found)
{
    const FitPlan plan = {.length = LENGTH_FULL, .penalty = 1, .ahead = true};
    EvaluationTable truth;
    EvaluationTable found = {.slope = LOGIT_ONE};

    plant(&truth);
    Positions positions = synthetic(&truth);
    assert_int_equal(fit_table(&found, &positions, &plan, NULL), STATUS_OK);
    for (int i = 0; i < EVALUATION_TERM_COUNT * KNOT_COUNT; i++) {
        int term = i / KNOT_COUNT;
        int knot = i % KNOT_COUNT;
        expect_about(evaluation_term_name[term], found.term[term][knot], truth.term[term][knot],
                     300);
    }
    assert_in_range(found.partner[PARTNER_POINTS][0], 350, 650);
    assert_in_range(found.partner[PARTNER_POINTS][KNOT_COUNT - 1], 350, 650);
    positions_clear(&positions);
}

TEST(what_is_read_after_the_market_can_be_left_out)
{
    const FitPlan plan = {.length = LENGTH_FULL, .penalty = 1, .ahead = false};
    EvaluationTable truth;
    EvaluationTable found = {.slope = LOGIT_ONE};

    plant(&truth);
    Positions positions = synthetic(&truth);
    for (int64_t i = 0; i < positions.count; i++) {
        positions.item[i].term[EVALUATION_ADOPTION] = positions.item[i].term[EVALUATION_LEAD];
    }
    assert_int_equal(fit_table(&found, &positions, &plan, NULL), STATUS_OK);
    assert_int_equal(found.term[EVALUATION_ADOPTION][KNOT_COUNT - 1], 0);
    assert_true(found.term[EVALUATION_LEAD][KNOT_COUNT - 1] > 600);
    positions_clear(&positions);
}

/* Weights that are twice too bold are halved, and so do what they say. */
TEST(a_calibration_mends_what_is_too_bold)
{
    const FitGroup group = {.length = LENGTH_FULL};
    EvaluationTable truth;
    EvaluationTable bold;
    FitQuality before;
    FitQuality after;

    plant(&truth);
    Positions positions = synthetic(&truth);
    bold = truth;
    for (int i = 0; i < EVALUATION_TERM_COUNT * KNOT_COUNT; i++) {
        bold.term[i / KNOT_COUNT][i % KNOT_COUNT] *= 2;
    }
    assert_int_equal(fit_quality(&before, &bold, &positions, &group, NULL), STATUS_OK);
    assert_int_equal(fit_calibration(&bold, &positions, LENGTH_FULL, NULL), STATUS_OK);
    assert_int_equal(fit_quality(&after, &bold, &positions, &group, NULL), STATUS_OK);
    assert_in_range(bold.slope, 420, 580);
    assert_true(abs(bold.offset) < 100);
    assert_int_equal(after.table.rows, SYNTHETIC / 5);
    assert_true(after.table.brier < before.table.brier);
    assert_true(after.table.log_loss < before.table.log_loss);
    assert_true(after.table.brier < after.baseline.brier); /* which knows only the lead */
    for (int i = 0; i < DECILES; i++) {
        assert_true(fabs(after.decile[i].chance - after.decile[i].won) < 0.1);
    }
    positions_clear(&positions);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planted_weights_are_found),
        cmocka_unit_test(a_greater_penalty_holds_weights_back),
        cmocka_unit_test(what_is_certain_has_weights_all_the_same),
        cmocka_unit_test(a_planted_evaluation_is_found),
        cmocka_unit_test(what_is_read_after_the_market_can_be_left_out),
        cmocka_unit_test(a_calibration_mends_what_is_too_bold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
