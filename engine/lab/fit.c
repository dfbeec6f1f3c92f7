#include "lab/fit.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ai/logistic.h"
#include "core/vocab.h"

static const double calibration_penalty = 1e-3;

/* The positions that a regression reads: one row each, or two for partners. */
typedef struct Selection {
    const Positions *positions;
    const EvaluationTable *table; /* for the calibration */
    int64_t *index;               /* owned; in Positions.item */
    int64_t count;
    bool ahead;
} Selection;

typedef struct Choice {
    GameLength length;
    int seats; /* 0: any */
    bool held_out;
} Choice;

static Status select_positions(Selection *selection, const Positions *positions,
                               const Choice *choice, Error *err)
{
    size_t most = (size_t)positions->count + 1;

    *selection = (Selection){.positions = positions, .index = malloc(most * sizeof(int64_t))};
    if (selection->index == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for positions");
    }
    for (int64_t i = 0; i < positions->count; i++) {
        const Position *position = &positions->item[i];
        if (position->length == choice->length &&
            position_is_held_out(position) == choice->held_out &&
            (choice->seats == 0 || position->seats == choice->seats)) {
            selection->index[selection->count++] = i;
        }
    }
    return STATUS_OK;
}

static const Position *position_at(const Selection *selection, int64_t row)
{
    return &selection->positions->item[selection->index[row]];
}

/* ---- the regressions ---- */

/* A value spreads over the two knots around its place, as evaluation.c blends their sums. */
static void spread(double x[], int value, int progress)
{
    int after = 1;

    while (after < KNOT_COUNT - 1 && progress > knot_progress[after]) {
        after++;
    }
    double from = knot_progress[after - 1];
    double share = (progress - from) / (knot_progress[after] - from);
    x[after - 1] = value * (1 - share);
    x[after] = value * share;
}

static void row_of_terms(const void *user, int64_t index, RegressionRow *row)
{
    const Selection *selection = user;
    const Position *position = position_at(selection, index);

    row->happened = position->us_wins;
    for (int term = 0; term < EVALUATION_TERM_COUNT; term++) {
        if (selection->ahead || !evaluation_term_is_ahead((EvaluationTerm)term)) {
            spread(row->x + (ptrdiff_t)term * KNOT_COUNT, position->term[term], position->progress);
        }
    }
}

/* Two rows a position: one for each bloc. */
static void row_of_partners(const void *user, int64_t index, RegressionRow *row)
{
    const Position *position = position_at(user, index / BLOC_COUNT);
    int bloc = (int)(index % BLOC_COUNT);

    row->happened = position->closed_leads[bloc];
    for (int term = 0; term < PARTNER_TERM_COUNT; term++) {
        spread(row->x + (ptrdiff_t)term * KNOT_COUNT, position->partner[bloc][term],
               position->progress);
    }
}

static int64_t logit_of(const EvaluationTable *table, const Position *position)
{
    int value[EVALUATION_TERM_COUNT];

    for (int term = 0; term < EVALUATION_TERM_COUNT; term++) {
        value[term] = position->term[term];
    }
    return evaluation_weigh(table, value, position->progress);
}

static void row_of_calibration(const void *user, int64_t index, RegressionRow *row)
{
    const Selection *selection = user;
    const Position *position = position_at(selection, index);

    row->happened = position->us_wins;
    row->x[0] = 1;
    row->x[1] = (double)logit_of(selection->table, position) / LOGIT_ONE;
}

static void row_of_baseline(const void *user, int64_t index, RegressionRow *row)
{
    const Position *position = position_at(user, index);

    row->happened = position->us_wins;
    row->x[0] = 1;
    row->x[1] = position->round;
    row->x[2] = position->lead;
    row->x[3] = position->round * position->lead;
}

enum { CALIBRATION_COLUMNS = 2, BASELINE_COLUMNS = 4 };

/* ---- fitting ---- */

static int32_t thousandths(double weight)
{
    return (int32_t)lround(weight * LOGIT_ONE);
}

static void take_weights(int32_t (*table)[KNOT_COUNT], int terms, const double weight[])
{
    for (int i = 0; i < terms * KNOT_COUNT; i++) {
        table[i / KNOT_COUNT][i % KNOT_COUNT] = thousandths(weight[i]);
    }
}

static Status fit_terms(EvaluationTable *table, const Positions *positions, const FitPlan *plan,
                        Error *err)
{
    double weight[REGRESSION_COLUMNS_MAX];
    const Choice choice = {.length = plan->length};
    Selection selection;
    Status status = select_positions(&selection, positions, &choice, err);

    if (status != STATUS_OK) {
        return status;
    }
    selection.ahead = plan->ahead;
    const RegressionData data = {.columns = EVALUATION_TERM_COUNT * KNOT_COUNT,
                                 .rows = selection.count,
                                 .user = &selection,
                                 .row = row_of_terms,
                                 .penalty = plan->penalty};
    status = regression_fit(weight, &data, err);
    if (status == STATUS_OK && selection.count > 0) {
        take_weights(table->term, EVALUATION_TERM_COUNT, weight);
    }
    free(selection.index);
    return status;
}

static Status fit_partners(EvaluationTable *table, const Positions *positions, const FitPlan *plan,
                           Error *err)
{
    double weight[REGRESSION_COLUMNS_MAX];
    const Choice choice = {.length = plan->length, .seats = SEATS_MAX};
    Selection selection;
    Status status = select_positions(&selection, positions, &choice, err);

    if (status != STATUS_OK) {
        return status;
    }
    const RegressionData data = {.columns = PARTNER_TERM_COUNT * KNOT_COUNT,
                                 .rows = BLOC_COUNT * selection.count,
                                 .user = &selection,
                                 .row = row_of_partners,
                                 .penalty = plan->penalty};
    status = regression_fit(weight, &data, err);
    if (status == STATUS_OK && selection.count > 0) {
        take_weights(table->partner, PARTNER_TERM_COUNT, weight);
    }
    free(selection.index);
    return status;
}

Status fit_calibration(EvaluationTable *table, const Positions *positions, GameLength length,
                       Error *err)
{
    double weight[CALIBRATION_COLUMNS];
    const Choice choice = {.length = length};
    Selection selection;
    Status status = select_positions(&selection, positions, &choice, err);

    if (status != STATUS_OK) {
        return status;
    }
    selection.table = table;
    const RegressionData data = {.columns = CALIBRATION_COLUMNS,
                                 .rows = selection.count,
                                 .user = &selection,
                                 .row = row_of_calibration,
                                 .penalty = calibration_penalty};
    status = regression_fit(weight, &data, err);
    if (status == STATUS_OK && selection.count > 0) {
        table->offset = thousandths(weight[0]);
        table->slope = thousandths(weight[1]);
    }
    free(selection.index);
    return status;
}

Status fit_table(EvaluationTable *table, const Positions *positions, const FitPlan *plan,
                 Error *err)
{
    EvaluationTable made = *table;
    Status status = fit_terms(&made, positions, plan, err);

    if (status == STATUS_OK) {
        status = fit_partners(&made, positions, plan, err);
    }
    if (status == STATUS_OK) {
        *table = made;
    }
    return status;
}

/* ---- how good it is ---- */

static void count_chance(FitQuality *quality, double chance, const Position *position)
{
    int decile = chance >= 1 ? DECILES - 1 : (int)(chance * DECILES);

    quality_add(&quality->table, chance, position->us_wins);
    quality->decile[decile].rows++;
    quality->decile[decile].chance += chance;
    quality->decile[decile].won += position->us_wins;
}

static void end_deciles(FitQuality *quality)
{
    for (int i = 0; i < DECILES; i++) {
        if (quality->decile[i].rows > 0) {
            quality->decile[i].chance /= (double)quality->decile[i].rows;
            quality->decile[i].won /= (double)quality->decile[i].rows;
        }
    }
}

static Status fit_baseline(double weight[BASELINE_COLUMNS], RegressionData *data,
                           const Positions *positions, const FitGroup *group, Error *err)
{
    const Choice choice = {.length = group->length, .seats = group->seats};
    Selection taught;
    Status status = select_positions(&taught, positions, &choice, err);

    if (status != STATUS_OK) {
        return status;
    }
    *data = (RegressionData){.columns = BASELINE_COLUMNS,
                             .rows = taught.count,
                             .user = &taught,
                             .row = row_of_baseline,
                             .penalty = calibration_penalty};
    status = regression_fit(weight, data, err);
    free(taught.index);
    return status;
}

Status fit_quality(FitQuality *quality, const EvaluationTable *table, const Positions *positions,
                   const FitGroup *group, Error *err)
{
    double weight[BASELINE_COLUMNS] = {0};
    const Choice choice = {.length = group->length, .seats = group->seats, .held_out = true};
    RegressionData baseline;
    Selection selection;
    Status status = fit_baseline(weight, &baseline, positions, group, err);

    memset(quality, 0, sizeof *quality);
    if (status == STATUS_OK) {
        status = select_positions(&selection, positions, &choice, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    baseline.user = &selection;
    for (int64_t row = 0; row < selection.count; row++) {
        const Position *position = position_at(&selection, row);
        int64_t logit = table->offset + table->slope * logit_of(table, position) / LOGIT_ONE;
        count_chance(quality, (double)logistic(logit) / CHANCE_CERTAIN, position);
        quality_add(&quality->baseline, regression_chance(weight, &baseline, row),
                    position->us_wins);
    }
    free(selection.index);
    quality_end(&quality->table);
    quality_end(&quality->baseline);
    end_deciles(quality);
    return STATUS_OK;
}
