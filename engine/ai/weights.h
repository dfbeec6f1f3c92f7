/* A declared strategy: weights of features and verbs.  As a policy it tries each legal action in one
 * sample of the game and takes the one whose position is worth most; as an evaluation it says what a
 * position is worth.  Integers only: a weight is in thousandths. */

#ifndef TPD_AI_WEIGHTS_H
#define TPD_AI_WEIGHTS_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/bot.h"
#include "ai/features.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"

enum {
    WEIGHT_ONE = 1000,      /* the weight 1 */
    WEIGHT_MOST = 10000000, /* of either sign */
};

typedef struct Weights {
    int32_t feature[FEATURE_COUNT], verb[VERB_COUNT];
    /* Filled by weights_prepare(): the features that weigh something, those ahead last. */
    uint8_t used[FEATURE_COUNT];
    uint8_t used_count, now_count;
} Weights;

/* Sets the weight of a feature, or of the verbs of this name; false: there is none. */
bool weights_set(Weights *weights, const char *name, int thousandths);
/* The name that is most like `name`; NULL: none is close. */
const char *weights_nearest(const char *name);
/* After the last weights_set(). */
void weights_prepare(Weights *weights);

/* Where a seat chooses: a sample of what it sees, and the round. */
typedef struct WeightsPosition {
    const Weights *weights;
    const Rules *rules;
    const State *world;
    Seat seat;
} WeightsPosition;

/* What the position after an action is worth, the verb of the action included, in thousandths. */
int64_t weights_value(const WeightsPosition *at, Action action);
/* The index of the best action, the first of equals. */
int weights_choose(const WeightsPosition *at, const ActionList *legal);
/* Why the action and not the next best: what they differ in, the largest term first. */
void weights_explain(const WeightsPosition *at, const ActionList *legal, int choice,
                     Reasons *reasons);

typedef struct WeightsBot {
    const Weights *weights;
    const Rules *rules;
    uint64_t key;     /* of the sample that it makes */
    Reasons *reasons; /* NULL: nobody wants to know */
} WeightsBot;

/* What the bot chooses that sees `view`. */
int weights_decide(const WeightsBot *bot, const View *view, const ActionList *legal);

#endif
