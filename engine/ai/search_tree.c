/* The tree phase of an iteration: UCB1 over what is legal in the sample (ISUCT). */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ai/evaluator.h"
#include "ai/fixed.h"
#include "ai/logistic.h"
#include "ai/search.h"
#include "ai/search_parts.h"
#include "ai/weights.h"
#include "core/action.h"
#include "core/legal.h"
#include "core/rng.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"

enum { LOG_BITS = 12, SCORE_BITS = 10, PRIOR_BITS = 15 };

/* ---- tables ---- */

int search_count_step(uint32_t count)
{
    int more = 31 - __builtin_clz(count | 1) - COUNT_DIGITS;

    return more <= 0 ? (int)count : (more << COUNT_DIGITS) + (int)(count >> more);
}

void search_tables_fill(SearchTables *tables)
{
    enum { LAST = COUNT_STEPS - 1 };

    for (int step = 1; step < COUNT_STEPS; step++) {
        int more = (step >> COUNT_DIGITS) - 1;
        uint32_t digits = (uint32_t)(step - (more > 0 ? more << COUNT_DIGITS : 0));
        uint32_t count = more > 0 ? digits << more : digits;
        uint64_t root = fixed_root((uint64_t)count << FIXED_BITS); /* in parts of 2^8 */
        tables->root_of_log[step] =
            (uint16_t)fixed_root((uint64_t)fixed_log(count) << (2 * LOG_BITS - FIXED_BITS));
        tables->one_by_root[step] = (uint32_t)(((uint64_t)FIXED_ONE << 8) / root);
    }
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        tables->edge_of_verb[verb] = (uint16_t)action_number((Action){.verb = (uint8_t)verb});
    }
}

/* ---- nodes ---- */

uint32_t search_add_node(Search *search, int edge, int prior)
{
    if (search->node_count == search->config.nodes) {
        return 0;
    }
    search->node[search->node_count] =
        (SearchNode){.edge = (uint16_t)edge, .prior = (uint16_t)prior};
    return (uint32_t)search->node_count++;
}

uint32_t search_find_child(const Search *search, uint32_t node, int edge)
{
    uint32_t at = search->node[node].child;

    while (at != 0 && search->node[at].edge != edge) {
        at = search->node[at].sibling;
    }
    return at;
}

/* A node that is being looked at. */
typedef struct Look {
    const State *world;
    LegalSet set;
    ActionList legal; /* what is in the set */
    Seat seat;        /* that chooses */
    uint32_t node;    /* looked at */
    uint32_t last;    /* its last child, 0: it has none */
    uint32_t best;    /* legal child of the highest score, 0: none */
    int64_t score;    /* of `best` */
    int best_place;   /* in the legal set */
    int untried;      /* legal actions without a child */
} Look;

static void append_child(Search *search, Look *look, uint32_t child)
{
    if (look->last == 0) {
        search->node[look->node].child = child;
    } else {
        search->node[look->last].sibling = child;
    }
    look->last = child;
}

static int edge_of(const Search *search, Action action)
{
    return search->tables.edge_of_verb[action.verb] + action.argument;
}

/* ---- scores ---- */

static int64_t mean_of(const SearchNode *node, Seat seat)
{
    if (node->visits == 0) { /* a root whose children were made with it */
        return 0;
    }
    return (int64_t)(((uint64_t)node->returns[seat] << SCORE_BITS) / node->visits);
}

/* c sqrt(ln available / visits), as a return. */
static int64_t doubt_of(const Search *search, uint32_t available, uint32_t visits)
{
    const SearchTables *tables = &search->tables;
    uint64_t root = (uint64_t)tables->root_of_log[search_count_step(available)] *
                    tables->one_by_root[search_count_step(visits)];

    return (int64_t)(root * (uint64_t)search->config.exploration >>
                     (LOG_BITS + FIXED_BITS - SCORE_BITS));
}

static int64_t score_of(const Search *search, const SearchNode *child, const Look *look)
{
    const SearchNode *known = child->visits > 0 ? child : &search->node[look->node];

    int64_t pull = (int64_t)search->config.pull * child->prior / (child->visits + 1);

    return mean_of(known, look->seat) +
           doubt_of(search, child->available, child->visits > 0 ? child->visits : 1) +
           (pull >> (PRIOR_BITS - SCORE_BITS));
}

/* ---- priors ---- */

static uint32_t last_child(const Search *search, uint32_t node)
{
    uint32_t last = 0;

    for (uint32_t at = search->node[node].child; at != 0; at = search->node[at].sibling) {
        last = at;
    }
    return last;
}

/* The child of this edge, made if there is room. */
static void set_prior(Search *search, Look *look, int edge, int prior)
{
    uint32_t child = search_find_child(search, look->node, edge);

    if (child == 0) {
        child = search_add_node(search, edge, prior);
        if (child != 0) {
            append_child(search, look, child);
        }
        return;
    }
    search->node[child].prior = (uint16_t)prior;
}

/* What a declared strategy makes of an action, in thousandths of a victory point; or the evaluator,
 * in thousandths of a return, of which twenty a point. */
static int64_t liking(const Search *search, const Look *look, Action action)
{
    enum { POINT = 1000, A_POINT = 20 };
    const Evaluator *evaluator = search->config.evaluator;
    const WeightsPosition at = {search->config.prior, search->rules, look->world, look->seat};
    int returns[SEATS_MAX];

    if (search->config.prior != NULL) {
        return weights_value(&at, action);
    }
    State next = *look->world;
    state_apply(&next, search->rules, action, NULL);
    if (state_is_terminal(&next)) {
        state_returns(&next, search->rules, returns);
    } else {
        evaluator->returns(evaluator->data, &next, search->rules, returns);
    }
    return (int64_t)returns[look->seat] * POINT / A_POINT;
}

/* The best action has PRIOR_MOST, one that is worth two points less about half of it. */
static int prior_of(int64_t value, int64_t best)
{
    enum { POINTS = 2 };

    return 2 * PRIOR_MOST * logistic((value - best) / POINTS) / CHANCE_CERTAIN;
}

/* Makes a child for each action that is legal in this sample. */
static void fill_priors(Search *search, Look *look)
{
    int64_t value[ACTIONS_MAX];
    int64_t best = INT64_MIN;

    for (int n = 0; n < look->set.count; n++) {
        value[n] = liking(search, look, look->legal.item[n]);
        best = value[n] > best ? value[n] : best;
    }
    look->last = last_child(search, look->node);
    for (int n = 0; n < look->set.count; n++) {
        int edge = edge_of(search, look->legal.item[n]);
        bool is_preferred = look->node == 0 && edge == search->preferred;
        int prior =
            search->preferred != EDGE_NONE && look->node == 0 ? 0 : prior_of(value[n], best);
        set_prior(search, look, edge, is_preferred ? PRIOR_MOST : prior);
    }
    search->node[look->node].has_priors = 1;
}

/* At the root at once, elsewhere when so many iterations have come by that it pays. */
static bool wants_priors(const Search *search, const Look *look)
{
    enum { VISITS = 16 };
    const SearchNode *node = &search->node[look->node];

    if (node->has_priors != 0 || look->set.count == 1) {
        return false;
    }
    return search->config.pull > 0 && (look->node == 0 || node->visits >= VISITS);
}

/* ---- going down ---- */

static void look_at_children(Search *search, Look *look)
{
    int seen = 0;

    look->best = 0;
    look->last = 0;
    look->score = INT64_MIN;
    for (uint32_t at = search->node[look->node].child; at != 0; at = search->node[at].sibling) {
        SearchNode *child = &search->node[at];
        look->last = at;
        if (search->place[child->edge] == 0) {
            continue;
        }
        seen++;
        child->available++;
        int64_t score = score_of(search, child, look);
        if (score > look->score) {
            look->best = at;
            look->score = score;
            look->best_place = search->place[child->edge] - 1;
        }
        search->place[child->edge] = 0;
    }
    look->untried = look->set.count - seen;
}

/* The place of a random action that has no child, -1 if there is none; also forgets all places, of
 * which looking at the children has left those without one. */
static int take_untried(Search *search, const Look *look)
{
    int found = -1;

    if (look->untried == 0) {
        return -1;
    }
    int nth = rng_below(rng_mix(look->world->seed + look->node), look->untried);
    for (int n = 0; n < look->set.count; n++) {
        uint8_t *place = &search->place[edge_of(search, look->legal.item[n])];
        if (*place != 0 && nth-- == 0) {
            found = n;
        }
        *place = 0;
    }
    return found;
}

/* One step down: the place of what is played, and the node that it leads to (0: no room for one). */
typedef struct Step {
    int place;
    uint32_t node;
} Step;

static Step grow(Search *search, Look *look, int place)
{
    Action action = look->legal.item[place];
    uint32_t child = search_add_node(search, edge_of(search, action), 0);

    if (child != 0) {
        append_child(search, look, child);
        search->node[child].available = 1;
    }
    return (Step){place, child};
}

static bool is_offered(const Search *search, Action action)
{
    for (int i = 0; i < search->legal.count; i++) {
        if (action_equal(search->legal.item[i], action)) {
            return true;
        }
    }
    return false;
}

/* At the root what the caller's list leaves out is as if it were not legal; returns how much. */
static int bar_actions(Search *search, const Look *look)
{
    int barred = 0;

    if (look->node != 0 || look->set.count == search->legal.count) {
        return 0;
    }
    for (int n = 0; n < look->set.count; n++) {
        if (!is_offered(search, look->legal.item[n])) {
            search->place[edge_of(search, look->legal.item[n])] = 0;
            barred++;
        }
    }
    return barred;
}

static Step choose(Search *search, Look *look)
{
    if (wants_priors(search, look)) {
        fill_priors(search, look);
    }
    for (int n = 0; n < look->set.count; n++) {
        search->place[edge_of(search, look->legal.item[n])] = (uint8_t)(n + 1);
    }
    int barred = bar_actions(search, look);
    look_at_children(search, look);
    look->untried -= barred;
    int untried = take_untried(search, look);
    if (untried >= 0 && (look->best == 0 || search->node_count < search->config.nodes)) {
        return grow(search, look, untried);
    }
    return (Step){look->best_place, look->best};
}

static bool is_hidden(const Search *search, const Look *look)
{
    return look->set.verb == VERB_HEADLINE && look->seat != search->view.viewer &&
           look->world->headline[rival_of(seat_bloc(look->seat))] == 0;
}

/* A card that nobody sees yet: any with equal odds, as a sample deals those that lie there already. */
static Step commit_hidden(Search *search, Look *look)
{
    Step step = {.place = rng_below(rng_mix(look->world->seed + look->node), look->set.count)};

    for (uint32_t at = search->node[look->node].child; at != 0; at = search->node[at].sibling) {
        look->last = at;
        if (search->node[at].edge == EDGE_HIDDEN) {
            step.node = at;
            return step;
        }
    }
    step.node = search_add_node(search, EDGE_HIDDEN, 0);
    if (step.node != 0) {
        append_child(search, look, step.node);
    }
    return step;
}

void search_descend(Search *search, State *world, SearchPath *path)
{
    Look look;

    look.world = world;
    look.node = 0;
    path->node[path->length++] = 0;
    while (!state_is_terminal(world) && path->length < PATH_MAX_LENGTH) {
        state_legal_set(world, search->rules, &look.set);
        legal_list(&look.set, search->rules, &look.legal);
        look.seat = state_current_seat(world, search->rules);
        look.last = 0;
        Step step = is_hidden(search, &look) ? commit_hidden(search, &look) : choose(search, &look);
        state_apply_nth(world, search->rules, &look.set, step.place, NULL);
        if (step.node == 0) {
            return;
        }
        path->node[path->length++] = step.node;
        look.node = step.node;
        if (search->node[step.node].visits == 0 && look.set.count > 1) {
            return;
        }
    }
}
