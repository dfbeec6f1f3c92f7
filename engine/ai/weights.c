#include "ai/weights.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TERMS_MAX = FEATURE_COUNT + VERB_COUNT };

/* ---- making ---- */

static bool set_verbs(Weights *weights, const char *name, int thousandths)
{
    bool found = false;

    for (int verb = 0; verb < VERB_COUNT; verb++) { /* two are called `pick` */
        if (strcmp(vocab_verb[verb], name) == 0) {
            weights->verb[verb] = thousandths;
            found = true;
        }
    }
    return found;
}

bool weights_set(Weights *weights, const char *name, int thousandths)
{
    assert(abs(thousandths) <= WEIGHT_MOST);
    int feature = vocab_find(feature_name, name);
    if (feature < 0) {
        return set_verbs(weights, name, thousandths);
    }
    weights->feature[feature] = thousandths;
    return true;
}

const char *weights_nearest(const char *name)
{
    const char *words[TERMS_MAX + 1];

    memcpy(words, feature_name, FEATURE_COUNT * sizeof words[0]);
    memcpy(words + FEATURE_COUNT, vocab_verb, (VERB_COUNT + 1) * sizeof words[0]);
    return vocab_nearest(words, name);
}

/* Lists the features that weigh something, of those that are ahead or of the others. */
static void list_used(Weights *weights, bool is_ahead)
{
    for (int feature = 0; feature < FEATURE_COUNT; feature++) {
        if (weights->feature[feature] != 0 && feature_is_ahead((Feature)feature) == is_ahead) {
            weights->used[weights->used_count++] = (uint8_t)feature;
        }
    }
}

void weights_prepare(Weights *weights)
{
    weights->used_count = 0;
    list_used(weights, false);
    weights->now_count = weights->used_count;
    list_used(weights, true);
}

/* ---- as an evaluation ---- */

static void read_after(Reading *reading, State *next, const WeightsPosition *at, Action action)
{
    *next = *at->world;
    state_apply(next, at->rules, action, NULL);
    reading_begin(reading, at->rules, at->seat, next, at->world->round);
    if (at->weights->used_count > at->weights->now_count) {
        reading_look_ahead(reading);
    }
}

int64_t weights_value(const WeightsPosition *at, Action action)
{
    const Weights *weights = at->weights;
    int64_t value = weights->verb[action.verb];
    Reading reading;
    State next;

    if (weights->used_count == 0) {
        return value;
    }
    read_after(&reading, &next, at, action);
    for (int i = 0; i < weights->used_count; i++) {
        Feature feature = (Feature)weights->used[i];
        value += (int64_t)weights->feature[feature] * feature_read(feature, &reading);
    }
    return value;
}

/* ---- as a policy ---- */

/* The best action but for the one at `without`; -1: none. */
static int best_without(const WeightsPosition *at, const ActionList *legal, int without)
{
    int64_t most = INT64_MIN;
    int best = -1;

    for (int i = 0; i < legal->count; i++) {
        if (i == without) {
            continue;
        }
        int64_t value = weights_value(at, legal->item[i]);
        if (value > most) {
            most = value;
            best = i;
        }
    }
    return best;
}

int weights_choose(const WeightsPosition *at, const ActionList *legal)
{
    return best_without(at, legal, -1);
}

/* ---- why ---- */

typedef struct Term {
    const char *name;
    int64_t amount;
} Term;

/* What each feature and verb adds for an action, in a fixed order; returns how many there are. */
static int list_terms(Term terms[TERMS_MAX], const WeightsPosition *at, Action action)
{
    const Weights *weights = at->weights;
    int count = 0;
    Reading reading;
    State next;

    read_after(&reading, &next, at, action);
    for (int i = 0; i < weights->used_count; i++) {
        Feature feature = (Feature)weights->used[i];
        terms[count++] = (Term){feature_name[feature], (int64_t)weights->feature[feature] *
                                                           feature_read(feature, &reading)};
    }
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        terms[count++] =
            (Term){vocab_verb[verb], verb == action.verb ? (int64_t)weights->verb[verb] : 0};
    }
    return count;
}

/* The term of the largest amount, which is set to 0; NULL: all are 0. */
static Term *largest_term(Term terms[TERMS_MAX], int count)
{
    Term *largest = NULL;

    for (int i = 0; i < count; i++) {
        if (terms[i].amount != 0 &&
            (largest == NULL || llabs(terms[i].amount) > llabs(largest->amount))) {
            largest = &terms[i];
        }
    }
    return largest;
}

void weights_explain(const WeightsPosition *at, const ActionList *legal, int choice,
                     Reasons *reasons)
{
    int other = best_without(at, legal, choice);
    Term terms[TERMS_MAX];
    Term others[TERMS_MAX];

    reasons->count = 0;
    if (other < 0) {
        return;
    }
    int count = list_terms(terms, at, legal->item[choice]);
    list_terms(others, at, legal->item[other]);
    for (int i = 0; i < count; i++) {
        terms[i].amount -= others[i].amount;
    }
    for (Term *term = largest_term(terms, count); term != NULL && reasons->count < REASONS_MAX;
         term = largest_term(terms, count)) {
        Reason *reason = &reasons->item[reasons->count++];
        *reason = (Reason){.has_number = true, .thousandths = term->amount};
        snprintf(reason->text, sizeof reason->text, "%s", term->name);
        term->amount = 0;
    }
}

int weights_decide(const WeightsBot *bot, const View *view, const ActionList *legal)
{
    State world;
    const WeightsPosition at = {bot->weights, bot->rules, &world, view->viewer};

    if (bot->reasons != NULL) {
        bot->reasons->count = 0;
    }
    if (legal->count == 1) {
        return 0;
    }
    view_sample(&world, view, bot->rules, bot->key);
    int choice = weights_choose(&at, legal);
    if (bot->reasons != NULL) {
        weights_explain(&at, legal, choice, bot->reasons);
    }
    return choice;
}
