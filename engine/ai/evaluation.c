#include "ai/evaluation.h"

#include <string.h>

#include "ai/features.h"
#include "ai/logistic.h"
#include "core/nation.h"
#include "core/seats.h"

const int knot_progress[KNOT_COUNT] = {0, 400, 750, PROGRESS_END};

const char *const length_name[LENGTH_COUNT + 1] = {"FULL", "SHORT", NULL};

/* ---- terms ---- */

typedef enum TermKind {
    TERM_KIND_SIDE,
    TERM_KIND_OWN,
    TERM_KIND_DIFFERENCE,
    TERM_KIND_WORLD
} TermKind;

typedef struct TermSource {
    TermKind kind;
    Feature feature, rival;
} TermSource;

#define PARTNER(id, expression, meaning)
static const TermSource term_source[EVALUATION_TERM_COUNT] = {
#define SIDE(id)       {TERM_KIND_SIDE, FEATURE_COUNT, FEATURE_COUNT},
#define OWN(id)        {TERM_KIND_OWN, FEATURE_##id, FEATURE_COUNT},
#define DIFFERENCE(id) {TERM_KIND_DIFFERENCE, FEATURE_##id, FEATURE_RIVAL_##id},
#define WORLD(id)      {TERM_KIND_WORLD, FEATURE_##id, FEATURE_COUNT},
#include "ai/evaluation_terms.def"
#undef SIDE
#undef OWN
#undef DIFFERENCE
#undef WORLD
};

const char *const evaluation_term_name[EVALUATION_TERM_COUNT + 1] = {
#define SIDE(id)       #id,
#define OWN(id)        #id,
#define DIFFERENCE(id) #id,
#define WORLD(id)      #id,
#include "ai/evaluation_terms.def"
#undef SIDE
#undef OWN
#undef DIFFERENCE
#undef WORLD
    NULL};
#undef PARTNER

#define SIDE(id)
#define OWN(id)
#define DIFFERENCE(id)
#define WORLD(id)
const char *const partner_term_name[PARTNER_TERM_COUNT + 1] = {
#define PARTNER(id, expression, meaning) #id,
#include "ai/evaluation_terms.def"
#undef PARTNER
    NULL};

bool evaluation_term_is_ahead(EvaluationTerm term)
{
    return term_source[term].kind != TERM_KIND_SIDE && feature_is_ahead(term_source[term].feature);
}

/* As the US sees it. */
static int term_read(EvaluationTerm term, const Reading *reading)
{
    const TermSource *source = &term_source[term];

    switch (source->kind) {
    case TERM_KIND_SIDE:
        return 1;
    case TERM_KIND_OWN:
    case TERM_KIND_WORLD:
        return feature_read(source->feature, reading);
    case TERM_KIND_DIFFERENCE:
        return feature_read(source->feature, reading) - feature_read(source->rival, reading);
    }
    return 0;
}

void evaluation_read(int value[EVALUATION_TERM_COUNT], const Rules *rules, const State *state,
                     bool ahead)
{
    Reading reading;
    State after;

    reading_begin(&reading, rules, closed_seat(BLOC_US), state, state->round);
    if (ahead) {
        after = *state;
        reading_look_ahead(&reading, &after);
    }
    for (int term = 0; term < EVALUATION_TERM_COUNT; term++) {
        bool is_missing = !ahead && evaluation_term_is_ahead((EvaluationTerm)term);
        value[term] = is_missing ? 0 : term_read((EvaluationTerm)term, &reading);
    }
}

/* ---- with 4 seats: which of the two seats ---- */

typedef struct PartnerReading {
    const Rules *rules;
    const State *state;
    Bloc bloc;
} PartnerReading;

static int points_lead(const PartnerReading *p)
{
    bool full = p->rules->scenario[p->state->scenario].full;
    const int16_t *handicap = p->rules->param + (full ? PARAM_HANDICAP_FULL : PARAM_HANDICAP_SHORT);
    const int16_t *vp = p->state->track + SLOT_VP;
    Stack closed = closed_stack(p->bloc);
    Stack open = open_stack(p->bloc);

    return vp[closed] + handicap[closed] - vp[open] - handicap[open];
}

static int users_lead(const PartnerReading *p)
{
    return nation_weight(p->rules, nation_users(p->state, p->rules, closed_stack(p->bloc))) -
           nation_weight(p->rules, nation_users(p->state, p->rules, open_stack(p->bloc)));
}

/* By how much the bloc has more of a bloc's track than its rival. */
static int track_lead(const PartnerReading *p, Slot slot)
{
    const int16_t *track = p->state->track + slot;

    return track[p->bloc] - track[rival_of(p->bloc)];
}

static int industry_lead(const PartnerReading *p)
{
    int lead = track_lead(p, SLOT_INDUSTRY);

    return lead > 0 ? lead : 0;
}

static int trust_leads(const PartnerReading *p)
{
    return track_lead(p, SLOT_TRUST) > 0;
}

void partner_read(int value[PARTNER_TERM_COUNT], const Rules *rules, const State *state, Bloc bloc)
{
    const PartnerReading reading = {rules, state, bloc};
    const PartnerReading *p = &reading;

#define PARTNER(id, expression, meaning) value[PARTNER_##id] = expression;
#include "ai/evaluation_terms.def"
#undef PARTNER
}
#undef SIDE
#undef OWN
#undef DIFFERENCE
#undef WORLD

/* ---- weights ---- */

const Evaluation evaluation_shipped = {
#define WEIGHT(length_, id, ...) .length[LENGTH_##length_].term[EVALUATION_##id] = {__VA_ARGS__},
#define SHARE(length_, id, ...)  .length[LENGTH_##length_].partner[PARTNER_##id] = {__VA_ARGS__},
#define CALIBRATION(length_, offset_, slope_) \
    .length[LENGTH_##length_].offset = offset_, .length[LENGTH_##length_].slope = slope_,
#include "ai/evaluation.def"
#undef WEIGHT
#undef SHARE
#undef CALIBRATION
};

GameLength evaluation_length(const Rules *rules, const State *state)
{
    return rules->scenario[state->scenario].full ? LENGTH_FULL : LENGTH_SHORT;
}

int evaluation_progress(const Rules *rules, const State *state)
{
    const Scenario *scenario = &rules->scenario[state->scenario];
    int plays = BLOC_COUNT * scenario->acts;
    int played = (state->round - 1) * plays + state->turn;

    return played * PROGRESS_END / (scenario->rounds * plays);
}

/* Between the knots around the place. */
static int64_t blend(const int64_t sum[KNOT_COUNT], int progress)
{
    int after = 1;

    while (after < KNOT_COUNT - 1 && progress > knot_progress[after]) {
        after++;
    }
    int from = knot_progress[after - 1];
    int to = knot_progress[after];
    return (sum[after - 1] * (to - progress) + sum[after] * (progress - from)) / (to - from);
}

static bool weighs(const int32_t weight[KNOT_COUNT])
{
    int32_t any = 0;

    for (int knot = 0; knot < KNOT_COUNT; knot++) {
        any |= weight[knot];
    }
    return any != 0;
}

static void add_term(int64_t sum[KNOT_COUNT], const int32_t weight[KNOT_COUNT], int value)
{
    for (int knot = 0; knot < KNOT_COUNT; knot++) {
        sum[knot] += (int64_t)weight[knot] * value;
    }
}

int64_t evaluation_weigh(const EvaluationTable *table, const int value[EVALUATION_TERM_COUNT],
                         int progress)
{
    int64_t sum[KNOT_COUNT] = {0};

    for (int term = 0; term < EVALUATION_TERM_COUNT; term++) {
        add_term(sum, table->term[term], value[term]);
    }
    return blend(sum, progress);
}

int64_t partner_weigh(const EvaluationTable *table, const int value[PARTNER_TERM_COUNT],
                      int progress)
{
    int64_t sum[KNOT_COUNT] = {0};

    for (int term = 0; term < PARTNER_TERM_COUNT; term++) {
        add_term(sum, table->partner[term], value[term]);
    }
    return blend(sum, progress);
}

static bool looks_ahead(const EvaluationTable *table)
{
    for (int term = 0; term < EVALUATION_TERM_COUNT; term++) {
        if (evaluation_term_is_ahead((EvaluationTerm)term) && weighs(table->term[term])) {
            return true;
        }
    }
    return false;
}

static const EvaluationTable *table_of(const Evaluation *evaluation, const Rules *rules,
                                       const State *state)
{
    return &evaluation->length[evaluation_length(rules, state)];
}

int64_t evaluation_logit(const Evaluation *evaluation, const Rules *rules, const State *state,
                         Bloc bloc)
{
    const EvaluationTable *table = table_of(evaluation, rules, state);
    int64_t sum[KNOT_COUNT] = {0};
    Reading reading;
    State ahead;

    reading_begin(&reading, rules, closed_seat(BLOC_US), state, state->round);
    if (looks_ahead(table)) {
        ahead = *state;
        reading_look_ahead(&reading, &ahead);
    }
    for (int term = 0; term < EVALUATION_TERM_COUNT; term++) {
        if (weighs(table->term[term])) {
            add_term(sum, table->term[term], term_read((EvaluationTerm)term, &reading));
        }
    }
    int64_t logit = blend(sum, evaluation_progress(rules, state));
    return bloc == BLOC_US ? logit : -logit;
}

static int certain(const State *state, Bloc bloc)
{
    return state_winner(state) == bloc ? CHANCE_CERTAIN : 0;
}

int evaluation_win(const Evaluation *evaluation, const Rules *rules, const State *state, Bloc bloc)
{
    if (state_is_terminal(state)) {
        return certain(state, bloc);
    }
    return logistic(evaluation_logit(evaluation, rules, state, bloc));
}

/* Not when terminal. */
static int calibrated(const Evaluation *evaluation, const Rules *rules, const State *state)
{
    const EvaluationTable *table = table_of(evaluation, rules, state);
    int64_t logit = evaluation_logit(evaluation, rules, state, BLOC_US);

    return logistic(table->offset + table->slope * logit / LOGIT_ONE);
}

int evaluation_public(const Evaluation *evaluation, const Rules *rules, const View *view, Bloc bloc)
{
    const State *known = &view->known;

    if (state_is_terminal(known)) {
        return certain(known, bloc);
    }
    int chance = calibrated(evaluation, rules, known);
    return bloc == BLOC_US ? chance : CHANCE_CERTAIN - chance;
}

/* ---- returns (RULES.md section 11, and state_returns()) ---- */

enum {
    RETURN_FIRST = 1000,
    RETURN_SECOND = 667,
    RETURN_THIRD = 333, /* and the last has 0: a place within the bloc is worth 333 either way */
    PLACE_WORTH = RETURN_FIRST - RETURN_SECOND,
    LOSERS_SUM = RETURN_THIRD,
    WINNERS_MORE = RETURN_FIRST + RETURN_SECOND - RETURN_THIRD,
};

/* The chance that the closed seat of the bloc will be before the open one. */
static int closed_chance(const EvaluationTable *table, const Rules *rules, const State *state,
                         Bloc bloc)
{
    int value[PARTNER_TERM_COUNT];

    partner_read(value, rules, state, bloc);
    return logistic(partner_weigh(table, value, evaluation_progress(rules, state)));
}

/* Its return times CHANCE_CERTAIN, if its bloc wins with this chance. */
static int64_t seat_return(const EvaluationTable *table, const Rules *rules, const State *state,
                           Seat seat, int win)
{
    Bloc bloc = seat_bloc(seat);
    int before = closed_chance(table, rules, state, bloc);

    if (seat != closed_seat(bloc)) {
        before = CHANCE_CERTAIN - before;
    }
    return (int64_t)RETURN_SECOND * win + (int64_t)PLACE_WORTH * before;
}

int64_t evaluation_worth(const Evaluation *evaluation, const Rules *rules, const State *state,
                         Seat seat)
{
    enum { BEYOND = 1 << 30 }; /* an end is better or worse than any guess */
    Bloc bloc = seat_bloc(seat);
    int returns[SEATS_MAX];

    if (state_is_terminal(state)) {
        state_returns(state, rules, returns);
        return (state_winner(state) == bloc ? BEYOND : -BEYOND) + returns[seat];
    }
    if (!is_four_seats(state)) {
        return evaluation_logit(evaluation, rules, state, bloc);
    }
    int win = evaluation_win(evaluation, rules, state, bloc);
    return seat_return(table_of(evaluation, rules, state), rules, state, seat, win);
}

static int rounded(int64_t fine)
{
    return (int)((fine + CHANCE_CERTAIN / 2) / CHANCE_CERTAIN);
}

/* If the US wins with this chance. */
static void split_returns(const EvaluationTable *table, const Rules *rules, const State *state,
                          int win, int returns[SEATS_MAX])
{
    memset(returns, 0, SEATS_MAX * sizeof returns[0]);
    if (!is_four_seats(state)) {
        returns[closed_seat(BLOC_US)] = rounded((int64_t)RETURN_FIRST * win);
        returns[closed_seat(BLOC_CN)] = RETURN_FIRST - returns[closed_seat(BLOC_US)];
        return;
    }
    int us = LOSERS_SUM + rounded((int64_t)WINNERS_MORE * win);
    int sum[BLOC_COUNT] = {us, 2 * LOSERS_SUM + WINNERS_MORE - us};
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        Seat closed = closed_seat((Bloc)bloc);
        int own = bloc == BLOC_US ? win : CHANCE_CERTAIN - win;
        returns[closed] = rounded(seat_return(table, rules, state, closed, own));
        returns[open_seat(state, (Bloc)bloc)] = sum[bloc] - returns[closed];
    }
}

void evaluation_returns(const Evaluation *evaluation, const Rules *rules, const State *state,
                        int returns[SEATS_MAX])
{
    if (state_is_terminal(state)) {
        state_returns(state, rules, returns);
        return;
    }
    split_returns(table_of(evaluation, rules, state), rules, state,
                  evaluation_win(evaluation, rules, state, BLOC_US), returns);
}

void evaluation_calibrated_returns(const Evaluation *evaluation, const Rules *rules,
                                   const State *state, int returns[SEATS_MAX])
{
    if (state_is_terminal(state)) {
        state_returns(state, rules, returns);
        return;
    }
    split_returns(table_of(evaluation, rules, state), rules, state,
                  calibrated(evaluation, rules, state), returns);
}
