#include "match/analysis.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ai/evaluation.h"
#include "ai/search.h"
#include "core/event.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "match/paired.h"
#include "match/world_reader.h"

enum { LOW_BITS = 16, LOW_MASK = 0xFFFF };

/* What STREAM_SEARCH is hashed for beside what a search uses. */
typedef enum AnalysisUse { USE_SEARCH = 8, USE_PLAYOUT, USE_LUCK, USE_READING } AnalysisUse;

typedef enum Stage { STAGE_SEARCH, STAGE_PLAYOUTS, STAGE_LUCK } Stage;

struct Analysis {
    AnalysisConfig config;
    const History *history; /* borrowed */
    Search *search;         /* names the best */
    WorldReader reader;
    DecisionAnalysis *decision; /* one a decision of the history; owned */
    uint64_t key;
    int done; /* and the number of the decision in work */
    /* Of the decision in work. */
    Stage stage;
    View view;
    int played;                   /* worlds of the stage */
    PairedSum pair;               /* of both readings added */
    int64_t apart;                /* sum of their differences */
    int64_t chosen_sum, best_sum; /* of returns, both readings added */
    int64_t luck_sum;
};

/* ---- making ---- */

static void begin_decision(Analysis *analysis);

Status analysis_new_empty(Analysis **analysis, const AnalysisConfig *config, const History *history,
                          Error *err)
{
    Analysis *made = calloc(1, sizeof *made);
    DecisionAnalysis *decision = calloc((size_t)history->count + 1, sizeof *decision);

    if (made == NULL || decision == NULL) {
        free(made);
        free(decision);
        return error_set(err, STATUS_MEMORY, "out of memory for an analysis");
    }
    made->config = *config;
    made->history = history;
    made->decision = decision;
    made->key = rng_key(config->key);
    *analysis = made;
    return STATUS_OK;
}

Status analysis_new(Analysis **analysis, const AnalysisConfig *config, const History *history,
                    Error *err)
{
    const SearchConfig search = search_config(config->iterations);
    Analysis *made = NULL;
    Status status = analysis_new_empty(&made, config, history, err);

    if (status != STATUS_OK) {
        return status;
    }
    assert(made != NULL);
    status = search_new(&made->search, &search, history->rules, err);
    if (status == STATUS_OK) {
        status = world_reader_init(&made->reader, history->rules, config->plays, err);
    }
    if (status != STATUS_OK) {
        analysis_free(made);
        return status;
    }
    begin_decision(made);
    *analysis = made;
    return STATUS_OK;
}

void analysis_free(Analysis *analysis)
{
    if (analysis != NULL) {
        search_free(analysis->search);
        world_reader_clear(&analysis->reader);
        free(analysis->decision);
        free(analysis);
    }
}

/* ---- the public figure ---- */

int analysis_public(const State *state, const Rules *rules)
{
    View view;

    if (state_is_terminal(state)) {
        return state_winner(state) == BLOC_US ? ANALYSIS_CERTAIN : 0;
    }
    view_of(&view, state, rules, SEAT_NOBODY);
    return evaluation_public(&evaluation_shipped, rules, &view, BLOC_US);
}

static bool is_chance(EventKind kind)
{
    return kind == EVENT_DREW || kind == EVENT_DISCARDED || kind == EVENT_REVEALED ||
           kind == EVENT_DIE || kind == EVENT_PLATEAU || kind == EVENT_INCIDENT;
}

/* Whether the decision in work brought a deal, a die or a reveal. */
static bool has_chance(const Analysis *analysis)
{
    EventLog log;

    event_log_init(&log, NULL, NULL);
    history_events(analysis->history, analysis->done, &log);
    for (int i = 0; i < log.count; i++) {
        if (is_chance((EventKind)log.item[i].kind)) {
            return true;
        }
    }
    return false;
}

/* ---- one decision ---- */

static uint64_t key_of(const Analysis *analysis, AnalysisUse use, int world)
{
    uint64_t key = rng_hash(analysis->key, STREAM_SEARCH, (unsigned)analysis->done >> LOW_BITS,
                            (unsigned)analysis->done & LOW_MASK, use);

    return rng_hash(key, STREAM_SEARCH, (unsigned)world >> LOW_BITS, (unsigned)world & LOW_MASK,
                    use);
}

/* What the game itself tells, and what follows from the other figures. */
static void fill_known(DecisionAnalysis *decision, const History *history, int number)
{
    ActionList legal;

    state_legal_actions(&history->state[number], history->rules, &legal);
    decision->seat = history->choice[number].seat;
    decision->chosen = history->choice[number].action;
    decision->has_choice = legal.count > 1;
    decision->mistake = decision->loss - decision->half_width > MISTAKE_LOSS;
}

void analysis_add(Analysis *analysis, const DecisionAnalysis *decision)
{
    DecisionAnalysis *own = &analysis->decision[analysis->done];

    *own = *decision;
    fill_known(own, analysis->history, analysis->done);
    analysis->done++;
}

static void begin_decision(Analysis *analysis)
{
    const History *history = analysis->history;
    int number = analysis->done;

    if (number >= history->count) {
        return;
    }
    const State *state = &history->state[number];
    DecisionAnalysis *decision = &analysis->decision[number];
    ActionList legal;

    state_legal_actions(state, history->rules, &legal);
    view_of(&analysis->view, state, history->rules, history->choice[number].seat);
    *decision = (DecisionAnalysis){.best = history->choice[number].action,
                                   .public_before = analysis_public(state, history->rules),
                                   .us_public = analysis_public(state + 1, history->rules),
                                   .has_luck = has_chance(analysis)};
    fill_known(decision, history, number);
    analysis->reader.seat = decision->seat;
    analysis->stage = STAGE_SEARCH;
    analysis->played = 0;
    analysis->pair = (PairedSum){.count = 0};
    analysis->apart = 0;
    analysis->chosen_sum = 0;
    analysis->best_sum = 0;
    analysis->luck_sum = 0;
    search_begin(analysis->search, &analysis->view, &legal, key_of(analysis, USE_SEARCH, 0));
}

static void next_stage(Analysis *analysis, Stage stage)
{
    analysis->stage = stage;
    analysis->played = 0;
}

/* The best by the search, if it is not what was chosen. */
static void name_best(Analysis *analysis)
{
    const History *history = analysis->history;
    DecisionAnalysis *decision = &analysis->decision[analysis->done];
    SearchResult found;
    ActionList legal;

    if (decision->has_choice) {
        state_legal_actions(&history->state[analysis->done], history->rules, &legal);
        search_result(analysis->search, &found);
        decision->best = legal.item[search_best(&found)];
    }
    next_stage(analysis, STAGE_PLAYOUTS);
}

static void play_world(Analysis *analysis)
{
    const DecisionAnalysis *decision = &analysis->decision[analysis->done];
    State world;

    view_sample(&world, &analysis->view, analysis->history->rules,
                key_of(analysis, USE_PLAYOUT, analysis->played));
    uint64_t key = key_of(analysis, USE_READING, analysis->played);
    WorldReading chosen = world_read(&analysis->reader, &world, decision->chosen, key);
    WorldReading best = chosen;
    if (!action_equal(decision->chosen, decision->best)) {
        best = world_read(&analysis->reader, &world, decision->best, key);
    }
    int played = best.played - chosen.played;
    int searched = best.searched - chosen.searched;
    analysis->chosen_sum += chosen.played + chosen.searched;
    analysis->best_sum += best.played + best.searched;
    analysis->apart += played - searched;
    paired_add(&analysis->pair, played + searched);
    analysis->played++;
}

static void judge(Analysis *analysis)
{
    DecisionAnalysis *decision = &analysis->decision[analysis->done];
    int64_t count = analysis->pair.count;

    decision->win_chosen = (int)(analysis->chosen_sum * RETURN_SCALE / (READINGS * count));
    decision->win_best = (int)(analysis->best_sum * RETURN_SCALE / (READINGS * count));
    decision->loss = paired_mean(&analysis->pair) / READINGS;
    /* Chance is not all that there is to doubt: players are, and so both kinds must agree. */
    decision->half_width = (paired_half_width(&analysis->pair) + 1) / READINGS +
                           (int)(llabs(analysis->apart) * RETURN_SCALE / count);
    decision->mistake = decision->loss - decision->half_width > MISTAKE_LOSS;
    next_stage(analysis, STAGE_LUCK);
}

static void try_luck(Analysis *analysis)
{
    const Rules *rules = analysis->history->rules;
    State world;

    view_sample(&world, &analysis->view, rules, key_of(analysis, USE_LUCK, analysis->played));
    state_apply(&world, rules, analysis->decision[analysis->done].chosen, NULL);
    analysis->luck_sum += analysis_public(&world, rules);
    analysis->played++;
}

static void finish_decision(Analysis *analysis)
{
    DecisionAnalysis *decision = &analysis->decision[analysis->done];

    if (decision->has_luck) {
        decision->us_luck = decision->us_public - (int)(analysis->luck_sum / ANALYSIS_WORLDS);
    }
    analysis->done++;
    begin_decision(analysis);
}

/* ---- stepping ---- */

static void step_once(Analysis *analysis)
{
    const DecisionAnalysis *decision = &analysis->decision[analysis->done];

    switch (analysis->stage) {
    case STAGE_SEARCH:
        if (search_step(analysis->search, 1)) {
            name_best(analysis);
        }
        break;
    case STAGE_PLAYOUTS:
        play_world(analysis);
        if (analysis->played == analysis->config.playouts) {
            judge(analysis);
        }
        break;
    case STAGE_LUCK:
        if (decision->has_luck) {
            try_luck(analysis);
        }
        if (!decision->has_luck || analysis->played == ANALYSIS_WORLDS) {
            finish_decision(analysis);
        }
        break;
    }
}

bool analysis_step(Analysis *analysis, int playouts)
{
    int count = analysis->history->count;

    for (int i = 0; i < playouts && analysis->done < count; i++) {
        step_once(analysis);
    }
    return analysis->done == count;
}

int analysis_done(const Analysis *analysis)
{
    return analysis->done;
}

const History *analysis_history(const Analysis *analysis)
{
    return analysis->history;
}

const AnalysisConfig *analysis_config(const Analysis *analysis)
{
    return &analysis->config;
}

/* ---- what was found ---- */

const DecisionAnalysis *analysis_decision(const Analysis *analysis, int number)
{
    return &analysis->decision[number];
}

void analysis_seat(const Analysis *analysis, Seat seat, SeatAnalysis *sum)
{
    *sum = (SeatAnalysis){.choices = 0};
    for (int i = 0; i < analysis->done; i++) {
        const DecisionAnalysis *decision = &analysis->decision[i];
        sum->luck += seat_bloc(seat) == BLOC_US ? decision->us_luck : -decision->us_luck;
        if (decision->seat == seat && decision->has_choice) {
            sum->choices++;
            sum->mistakes += decision->mistake;
            sum->loss += decision->loss;
        }
    }
}

int analysis_worst(const Analysis *analysis, int worst[], int most)
{
    int count = 0;

    for (int i = 0; i < analysis->done; i++) {
        const DecisionAnalysis *decision = &analysis->decision[i];
        int place = count;
        if (action_equal(decision->chosen, decision->best)) {
            continue;
        }
        while (place > 0 && analysis->decision[worst[place - 1]].loss < decision->loss) {
            place--;
        }
        if (place < most) {
            int moved = (count < most ? count : most - 1) - place;
            memmove(&worst[place + 1], &worst[place], (size_t)moved * sizeof worst[0]);
            worst[place] = i;
            count += count < most;
        }
    }
    return count;
}
