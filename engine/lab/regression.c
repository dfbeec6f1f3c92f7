#include "lab/regression.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS_MAX = 60, HALVINGS_MAX = 30, N = REGRESSION_COLUMNS_MAX };

static const double close_enough = 1e-9;
static const double least_scale = 1e-12;

/* A fit while it is made. */
typedef struct Fit {
    const RegressionData *data;
    double weight[N], scale[N]; /* scale: mean square of each column, 0 for one that is always 0 */
    double gradient[N], step[N];
    double curvature[N][N]; /* its lower half; then its Cholesky factor */
    double loss;
    RegressionRow row;
    int used[N], used_count; /* the columns of `row` that are not 0 */
} Fit;

static void read_row(Fit *fit, int64_t index)
{
    const RegressionData *data = fit->data;

    memset(fit->row.x, 0, (size_t)data->columns * sizeof fit->row.x[0]);
    data->row(data->user, index, &fit->row);
    fit->used_count = 0;
    for (int column = 0; column < data->columns; column++) {
        fit->used[fit->used_count] = column;
        fit->used_count += fit->row.x[column] != 0;
    }
}

static double logit_of(const Fit *fit, const double weight[])
{
    double logit = 0;

    for (int i = 0; i < fit->used_count; i++) {
        logit += weight[fit->used[i]] * fit->row.x[fit->used[i]];
    }
    return logit;
}

static double chance_of(double logit)
{
    return 1 / (1 + exp(-logit));
}

/* -log of the chance of what happened, without overflow. */
static double loss_of(double logit, double happened)
{
    double against = happened > 0 ? -logit : logit;

    return against > 0 ? against + log1p(exp(-against)) : log1p(exp(against));
}

static double penalty_of(const Fit *fit, const double weight[])
{
    double sum = 0;

    for (int column = 0; column < fit->data->columns; column++) {
        sum += weight[column] * weight[column] * fit->scale[column];
    }
    return fit->data->penalty * sum / 2;
}

static void measure_columns(Fit *fit)
{
    for (int64_t index = 0; index < fit->data->rows; index++) {
        read_row(fit, index);
        for (int i = 0; i < fit->used_count; i++) {
            double x = fit->row.x[fit->used[i]];
            fit->scale[fit->used[i]] += x * x / (double)fit->data->rows;
        }
    }
}

static void add_row(Fit *fit)
{
    double logit = logit_of(fit, fit->weight);
    double chance = chance_of(logit);
    double spread = chance * (1 - chance);

    fit->loss += loss_of(logit, fit->row.happened);
    for (int i = 0; i < fit->used_count; i++) {
        int a = fit->used[i];
        double x = fit->row.x[a];
        fit->gradient[a] += (chance - fit->row.happened) * x;
        for (int j = 0; j <= i; j++) {
            fit->curvature[a][fit->used[j]] += spread * x * fit->row.x[fit->used[j]];
        }
    }
}

/* Loss, slope and curvature at the weights. */
static void look(Fit *fit)
{
    fit->loss = penalty_of(fit, fit->weight);
    memset(fit->gradient, 0, sizeof fit->gradient);
    memset(fit->curvature, 0, sizeof fit->curvature);
    for (int64_t index = 0; index < fit->data->rows; index++) {
        read_row(fit, index);
        add_row(fit);
    }
    for (int column = 0; column < fit->data->columns; column++) {
        /* A column that is always 0 keeps its weight 0. */
        double scale = fit->scale[column] > least_scale ? fit->scale[column] : 1;
        fit->gradient[column] += fit->data->penalty * fit->scale[column] * fit->weight[column];
        fit->curvature[column][column] += fit->data->penalty * scale;
    }
}

/* What is left of a place of the curvature, with the columns before taken out. */
static double rest(const Fit *fit, int i, int j)
{
    double sum = fit->curvature[i][j];

    for (int k = 0; k < j; k++) {
        sum -= fit->curvature[i][k] * fit->curvature[j][k];
    }
    return sum;
}

/* Replaces the curvature by its Cholesky factor; false: it is not positive. */
static bool factor(Fit *fit)
{
    for (int i = 0; i < fit->data->columns; i++) {
        for (int j = 0; j < i; j++) {
            fit->curvature[i][j] = rest(fit, i, j) / fit->curvature[j][j];
        }
        double square = rest(fit, i, i);
        if (!(square > 0)) {
            return false;
        }
        fit->curvature[i][i] = sqrt(square);
    }
    return true;
}

/* The step down: curvature * step = -gradient. */
static void solve(Fit *fit)
{
    int columns = fit->data->columns;

    for (int i = 0; i < columns; i++) {
        double sum = -fit->gradient[i];
        for (int k = 0; k < i; k++) {
            sum -= fit->curvature[i][k] * fit->step[k];
        }
        fit->step[i] = sum / fit->curvature[i][i];
    }
    for (int i = columns - 1; i >= 0; i--) {
        double sum = fit->step[i];
        for (int k = i + 1; k < columns; k++) {
            sum -= fit->curvature[k][i] * fit->step[k];
        }
        fit->step[i] = sum / fit->curvature[i][i];
    }
}

static double loss_at(Fit *fit, const double weight[])
{
    double loss = penalty_of(fit, weight);

    for (int64_t index = 0; index < fit->data->rows; index++) {
        read_row(fit, index);
        loss += loss_of(logit_of(fit, weight), fit->row.happened);
    }
    return loss;
}

/* Goes along the step, half as far as often as it is not downhill; how much was won. */
static double go(Fit *fit)
{
    double next[N];
    double length = 1;

    for (int halving = 0; halving < HALVINGS_MAX; halving++) {
        for (int column = 0; column < fit->data->columns; column++) {
            next[column] = fit->weight[column] + length * fit->step[column];
        }
        double loss = loss_at(fit, next);
        if (loss <= fit->loss) {
            memcpy(fit->weight, next, (size_t)fit->data->columns * sizeof next[0]);
            return fit->loss - loss;
        }
        length /= 2;
    }
    return 0;
}

static Status descend(Fit *fit, Error *err)
{
    for (int step = 0; step < STEPS_MAX; step++) {
        look(fit);
        if (!factor(fit)) {
            return error_set(err, STATUS_PARSE,
                             "the regression has no single answer: expected more games");
        }
        solve(fit);
        if (go(fit) <= close_enough * fit->loss) {
            break;
        }
    }
    return STATUS_OK;
}

Status regression_fit(double weight[], const RegressionData *data, Error *err)
{
    Fit *fit = calloc(1, sizeof *fit);

    assert(data->columns <= N && data->penalty > 0);
    if (fit == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a regression");
    }
    fit->data = data;
    measure_columns(fit);
    Status status = data->rows == 0 ? STATUS_OK : descend(fit, err);
    if (status == STATUS_OK) {
        memcpy(weight, fit->weight, (size_t)data->columns * sizeof weight[0]);
    }
    free(fit);
    return status;
}

double regression_chance(const double weight[], const RegressionData *data, int64_t index)
{
    RegressionRow row = {.happened = 0};
    double logit = 0;

    data->row(data->user, index, &row);
    for (int column = 0; column < data->columns; column++) {
        logit += weight[column] * row.x[column];
    }
    return chance_of(logit);
}

void quality_add(Quality *quality, double chance, double happened)
{
    static const double least = 1e-6;
    double right = happened > 0 ? chance : 1 - chance;

    quality->rows++;
    quality->brier += (chance - happened) * (chance - happened);
    quality->log_loss -= log(right > least ? right : least);
}

void quality_end(Quality *quality)
{
    if (quality->rows > 0) {
        quality->brier /= (double)quality->rows;
        quality->log_loss /= (double)quality->rows;
    }
}
