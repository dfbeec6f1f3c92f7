#include "ai/evaluator.h"

#include "ai/evaluation.h"

static void fitted_returns(const void *data, const State *state, const Rules *rules,
                           int returns[SEATS_MAX])
{
    evaluation_returns(data, rules, state, returns);
}

const Evaluator evaluator_default = {fitted_returns, &evaluation_shipped};
