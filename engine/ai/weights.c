#include "ai/weights.h"

#include <assert.h>
#include <stddef.h>
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

/* The sum of weight times feature over a part of `used`. */
static int64_t sum_used(const Weights *weights, int from, int to, const Reading *reading)
{
    int64_t sum = 0;

    for (int i = from; i < to; i++) {
        Feature feature = (Feature)weights->used[i];
        sum += (int64_t)weights->feature[feature] * feature_read(feature, reading);
    }
    return sum;
}

/* What a position is worth, which is taken through the market for it.  All a bot's time is spent
 * here: put into one piece it takes four fifths of it. */
__attribute__((flatten)) static int64_t value_of(const WeightsPosition *at, State *state)
{
    const Weights *weights = at->weights;
    Reading reading;

    reading_begin(&reading, at->rules, at->seat, state, at->world->round);
    int64_t value = sum_used(weights, 0, weights->now_count, &reading);
    if (weights->used_count > weights->now_count) {
        reading_look_ahead(&reading, state);
        value += sum_used(weights, weights->now_count, weights->used_count, &reading);
    }
    return value;
}

int64_t weights_value(const WeightsPosition *at, Action action)
{
    int64_t value = at->weights->verb[action.verb];

    if (at->weights->used_count == 0) {
        return value;
    }
    State next = *at->world;
    state_apply(&next, at->rules, action, NULL);
    return value + value_of(at, &next);
}

/* ---- as a policy ---- */

enum { CARD_VERBS = VERB_SHELVE + 1, OPS_SLOTS = 8, SLOTS = CARD_VERBS * OPS_SLOTS };

/* Positions that have been valued in this decision.  Many a card is committed, shelved or played for
 * its points with the same result: features see no cards. */
typedef struct Valued {
    uint64_t known; /* bit per slot */
    State state[SLOTS];
    int64_t value[SLOTS];
} Valued;
_Static_assert(SLOTS <= 64, "Valued.known has a bit for each");

/* Whether two positions are the same but for where cards lie, which are hidden headlines included. */
static bool differ_in_cards_only(const State *a, const State *b)
{
    enum {
        FROM = offsetof(State, nation_x),
        HEADLINE = offsetof(State, headline),
        REST = offsetof(State, scenario),
    };
    const char *x = (const char *)a;
    const char *y = (const char *)b;

    return memcmp(x + FROM, y + FROM, HEADLINE - FROM) == 0 &&
           memcmp(x + REST, y + REST, sizeof *a - REST) == 0;
}

/* Where the position after a card is kept; cards with the same points are likely to be the same. */
static int slot_of(const Rules *rules, Action action)
{
    return action.verb * OPS_SLOTS + rules->card[action.argument].ops % OPS_SLOTS;
}

/* weights_value() of an action with a card. */
static int64_t value_of_card(const WeightsPosition *at, Action action, Valued *valued)
{
    int slot = slot_of(at->rules, action);
    int64_t *value = &valued->value[slot];
    State next = *at->world;

    state_apply(&next, at->rules, action, NULL);
    if ((valued->known >> slot & 1) == 0 || !differ_in_cards_only(&next, &valued->state[slot])) {
        valued->known |= UINT64_C(1) << slot;
        valued->state[slot] = next;
        *value = value_of(at, &next);
    }
    return *value + at->weights->verb[action.verb];
}

/* The best action but for the one at `without`; -1: none. */
static int best_without(const WeightsPosition *at, const ActionList *legal, int without)
{
    int64_t most = INT64_MIN;
    int best = -1;
    Valued valued;

    valued.known = 0;
    for (int i = 0; i < legal->count; i++) {
        if (i == without) {
            continue;
        }
        Action action = legal->item[i];
        bool with_card = action.verb < CARD_VERBS && at->weights->used_count > 0;
        int64_t value = with_card ? value_of_card(at, action, &valued) : weights_value(at, action);
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
    State next = *at->world;
    State ahead;

    state_apply(&next, at->rules, action, NULL);
    ahead = next;
    reading_begin(&reading, at->rules, at->seat, &next, at->world->round);
    reading_look_ahead(&reading, &ahead);
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
