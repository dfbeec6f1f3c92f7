/* Games of a search against itself, and what an analysis finds in them:
 *
 *   mistakes plain SCENARIO SEED ITERATIONS [PLAYOUTS PLAYS]
 *       how many mistakes, with key 1
 *   mistakes planted SCENARIO SEED ITERATIONS [PLAYOUTS PLAYS]
 *       whether one decision that was replaced by the worst legal one is among the three worst, with
 *       keys 1 and 2
 *
 * The worst is the action with the lowest mean of searches by whoever is next, in 16 worlds.  The
 * decision is the first, behind one that the seed draws, in which the worst costs 10 points of 100 or
 * more by them: where nothing hangs on a choice, nobody can blunder. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ai/search.h"
#include "core/action.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/analysis.h"
#include "match/history.h"
#include "match/seat.h"
#include "support/searches.h"
#include "support/shipped.h"

enum { WORLDS = 16, AFTER = 300, MUCH = 100, WORST = 3, KEYS = 2, KEY_SPREAD = 1000 };

typedef struct Plan {
    const char *scenario;
    uint64_t seed;
    int iterations, playouts, plays; /* the first of the players, the others of the analysis */
    bool plants;
} Plan;

typedef struct Game {
    History history;
    int planted; /* number of the decision; -1: none */
    int cost;    /* by searches, in thousandths */
} Game;

/* ---- playing ---- */

static uint64_t key_at(const Plan *plan, const Game *game)
{
    return plan->seed * KEY_SPREAD + (uint64_t)game->history.count;
}

/* Up to a choice, or the end. */
static void play_forced(State *state, const Rules *rules)
{
    while (!state_is_terminal(state)) {
        ActionList legal;
        state_legal_actions(state, rules, &legal);
        if (legal.count > 1) {
            return;
        }
        state_apply(state, rules, legal.item[0], NULL);
    }
}

/* The return of the seat that chooses, if after this action whoever is next searches. */
static int mean_after(const Plan *plan, const Game *game, Action action)
{
    const SearchConfig config = search_config(AFTER);
    const Rules *rules = game->history.rules;
    const State *state = history_state(&game->history);
    Seat seat = state_current_seat(state, rules);
    int sum = 0;
    View view;

    view_of(&view, state, rules, seat);
    for (int i = 0; i < WORLDS; i++) {
        uint64_t key = rng_mix(key_at(plan, game) + (uint64_t)i);
        int returns[SEATS_MAX];
        SearchResult found;
        State world;
        view_sample(&world, &view, rules, key);
        state_apply(&world, rules, action, NULL);
        play_forced(&world, rules);
        if (state_is_terminal(&world)) {
            state_returns(&world, rules, returns);
            sum += returns[seat];
            continue;
        }
        search_answer(&found, &config, &world, key);
        sum += search_mean(&found.action[search_best(&found)], seat);
    }
    return sum / WORLDS;
}

/* The worst legal action if it costs much against `best`, else `best`. */
static int worst_action(const Plan *plan, Game *game, const ActionList *legal, int best)
{
    int least = mean_after(plan, game, legal->item[best]);
    int worst = best;
    int cost = 0;

    for (int i = 0; i < legal->count; i++) {
        int mean = mean_after(plan, game, legal->item[i]);
        if (least - mean > cost) {
            worst = i;
            cost = least - mean;
        }
    }
    if (cost < MUCH) {
        return best;
    }
    game->planted = game->history.count;
    game->cost = cost;
    return worst;
}

static bool play_one(const Plan *plan, Game *game, int from)
{
    const SearchConfig config = search_config(plan->iterations);
    const State *state = history_state(&game->history);
    ActionList legal;
    SearchResult found;
    int choice = 0;
    Error err;

    state_legal_actions(state, game->history.rules, &legal);
    if (legal.count > 1) {
        search_answer(&found, &config, state, key_at(plan, game));
        choice = search_best(&found);
        if (plan->plants && game->planted < 0 && game->history.count >= from) {
            choice = worst_action(plan, game, &legal, choice);
        }
    }
    if (history_reserve(&game->history, &err) != STATUS_OK) {
        return false;
    }
    history_play(&game->history, legal.item[choice], BY_BOT);
    return true;
}

static bool play(const Plan *plan, Game *game)
{
    enum { FULL = 140, SHORT = 40 };
    const Rules *rules = shipped_rules();
    int scenario = rules_find_scenario(rules, plan->scenario);
    const Setup setup = {.seed = plan->seed, .scenario = scenario, .seat_count = 2};
    Error err;

    game->planted = -1;
    if (scenario < 0 || history_init(&game->history, rules, &setup, NULL, &err) != STATUS_OK) {
        return false;
    }
    int from = rng_below(rng_mix(plan->seed), rules->scenario[scenario].full ? FULL : SHORT);
    while (!state_is_terminal(history_state(&game->history))) {
        if (!play_one(plan, game, from)) {
            return false;
        }
    }
    return true;
}

/* ---- analysing ---- */

static Analysis *analyse(const Plan *plan, const Game *game, uint64_t key)
{
    const AnalysisConfig config = {.playouts = plan->playouts,
                                   .iterations = ANALYSIS_ITERATIONS,
                                   .plays = plan->plays,
                                   .key = key};
    Analysis *analysis;
    Error err;

    if (analysis_new(&analysis, &config, &game->history, &err) != STATUS_OK) {
        return NULL;
    }
    while (!analysis_step(analysis, ANALYSIS_PLAYOUTS)) {
    }
    return analysis;
}

static int count_mistakes(const Analysis *analysis)
{
    int mistakes = 0;

    for (int i = 0; i < analysis_done(analysis); i++) {
        mistakes += analysis_decision(analysis, i)->mistake;
    }
    return mistakes;
}

/* 1 where it is the worst, 0 where it is not among the three worst. */
static int place_of(const Analysis *analysis, int number)
{
    int worst[WORST];
    int count = analysis_worst(analysis, worst, WORST);

    for (int i = 0; i < count; i++) {
        if (worst[i] == number) {
            return i + 1;
        }
    }
    return 0;
}

static void report(const Plan *plan, const Game *game, uint64_t key, const Analysis *analysis)
{
    for (int i = 0; i < game->history.count; i++) {
        const DecisionAnalysis *decision = analysis_decision(analysis, i);
        char chosen[ACTION_TEXT_SIZE];
        char best[ACTION_TEXT_SIZE];
        if (decision->mistake) {
            action_print(chosen, decision->chosen, game->history.rules);
            action_print(best, decision->best, game->history.rules);
            printf("  %d '%s' loses %.2f ± %.2f against '%s'\n", i, chosen, decision->loss / 100.0,
                   decision->half_width / 100.0, best);
        }
    }
    printf("%s %s seed %" PRIu64 " key %" PRIu64 ": %d decisions, %d mistakes",
           plan->plants ? "planted" : "plain", plan->scenario, plan->seed, key, game->history.count,
           count_mistakes(analysis));
    if (game->planted >= 0) {
        const DecisionAnalysis *decision = analysis_decision(analysis, game->planted);
        printf("; planted %d costs %d.%d by searches, loses %.2f ± %.2f, place %d", game->planted,
               game->cost / 10, game->cost % 10, decision->loss / 100.0,
               decision->half_width / 100.0, place_of(analysis, game->planted));
    }
}

int main(int argc, char *argv[])
{
    enum { ARGUMENTS = 5, ALL_ARGUMENTS = 7 };
    bool tells = argc == ALL_ARGUMENTS; /* the numbers of the analysis */
    static Game game;

    if ((argc != ARGUMENTS && !tells) ||
        (strcmp(argv[1], "plain") != 0 && strcmp(argv[1], "planted") != 0)) {
        (void)fprintf(stderr, "mistakes: expected plain|planted SCENARIO SEED ITERATIONS "
                              "[PLAYOUTS PLAYS]\n");
        return EXIT_FAILURE;
    }
    const Plan plan = {.scenario = argv[2],
                       .seed = strtoull(argv[3], NULL, 10),
                       .iterations = (int)strtol(argv[4], NULL, 10),
                       .playouts = tells ? (int)strtol(argv[5], NULL, 10) : ANALYSIS_PLAYOUTS,
                       .plays = tells ? (int)strtol(argv[6], NULL, 10) : ANALYSIS_PLAYS,
                       .plants = strcmp(argv[1], "planted") == 0};
    if (!play(&plan, &game)) {
        (void)fprintf(stderr, "mistakes: expected a scenario, and memory\n");
        return EXIT_FAILURE;
    }
    double before = (double)clock() / CLOCKS_PER_SEC;
    for (uint64_t key = 1; key <= (plan.plants ? KEYS : 1); key++) {
        Analysis *analysis = analyse(&plan, &game, key);
        if (analysis == NULL) {
            return EXIT_FAILURE;
        }
        report(&plan, &game, key, analysis);
        double now = (double)clock() / CLOCKS_PER_SEC;
        printf("; %.1f s\n", now - before);
        before = now;
        analysis_free(analysis);
    }
    history_clear(&game.history);
    return EXIT_SUCCESS;
}
