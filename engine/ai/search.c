#include "ai/search.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "ai/search_parts.h"
#include "core/playout.h"
#include "core/rng.h"
#include "core/state.h"

enum { NODES_SPARE = 1024, VISITS_A_NODE = 2, LOW_BITS = 16, LOW_MASK = 0xFFFF };

/* What STREAM_SEARCH is hashed for: its `c`. */
typedef enum SearchUse { USE_WORLD, USE_TREE } SearchUse;

/* ---- making ---- */

SearchConfig search_config(int iterations)
{
    enum { EXPLORATION = 500, CUT = 8, PULL = 2000 };
    int wanted = iterations > SEARCH_NODES_MAX / VISITS_A_NODE
                     ? SEARCH_NODES_MAX
                     : iterations * VISITS_A_NODE + NODES_SPARE;

    return (SearchConfig){.iterations = iterations,
                          .nodes = wanted < SEARCH_NODES_MAX ? wanted : SEARCH_NODES_MAX,
                          .playout = PLAYOUT_CUT,
                          .cut = CUT,
                          .exploration = EXPLORATION,
                          .pull = PULL};
}

Status search_new(Search **search, const SearchConfig *config, const Rules *rules, Error *err)
{
    assert(config->iterations >= 0 && config->iterations <= SEARCH_ITERATIONS_MAX);
    assert(config->nodes >= 1 && config->nodes <= SEARCH_NODES_MAX);
    Search *made = malloc(sizeof *made + (size_t)config->nodes * sizeof made->node[0]);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a search");
    }
    memset(made, 0, sizeof *made);
    made->config = *config;
    made->rules = rules;
    if (config->evaluator == NULL) {
        made->config.evaluator = &evaluator_default;
    }
    search_tables_fill(&made->tables);
    *search = made;
    return STATUS_OK;
}

void search_free(Search *search)
{
    free(search);
}

/* ---- one iteration ---- */

static void returns_of(const Search *search, State *world, int depth, int returns[SEATS_MAX])
{
    const SearchConfig *config = &search->config;
    const Rules *rules = search->rules;

    switch (config->playout) {
    case PLAYOUT_FULL:
        playout_random(world, rules, depth);
        break;
    case PLAYOUT_CUT:
        playout_cut(world, rules, depth, config->cut);
        break;
    case PLAYOUT_QUIET:
        playout_quiet(world, rules, depth);
        break;
    case PLAYOUT_KIND_COUNT:
        break;
    }
    if (state_is_terminal(world)) {
        state_returns(world, rules, returns);
    } else {
        config->evaluator->returns(config->evaluator->data, world, rules, returns);
    }
}

static void back_up(Search *search, const SearchPath *path, const int returns[SEATS_MAX])
{
    for (int i = 0; i < path->length; i++) {
        SearchNode *node = &search->node[path->node[i]];
        node->visits++;
        for (Seat seat = 0; seat < SEATS_MAX; seat++) {
            node->returns[seat] += (uint32_t)returns[seat];
        }
    }
}

static void iterate(Search *search)
{
    unsigned number = (unsigned)search->iterations;
    uint64_t key =
        rng_hash(search->key, STREAM_SEARCH, number >> LOW_BITS, number & LOW_MASK, USE_WORLD);
    SearchPath path = {.length = 0};
    int returns[SEATS_MAX];
    State world;

    view_sample(&world, &search->view, search->rules, key);
    search_descend(search, &world, &path);
    returns_of(search, &world, path.length - 1, returns);
    back_up(search, &path, returns);
    search->iterations++;
}

/* ---- stepping ---- */

void search_begin(Search *search, const View *view, const ActionList *legal, uint64_t key)
{
    search->view = *view;
    search->legal = *legal;
    search->key = rng_key(key);
    search->iterations = 0;
    search->node_count = 0;
    search->preferred = EDGE_NONE;
    search_add_node(search, 0, 0);
}

void search_prefer(Search *search, int action)
{
    assert(action >= 0 && action < search->legal.count);
    search->preferred = action_number(search->legal.item[action]);
}

bool search_step(Search *search, int iterations)
{
    int budget = search->legal.count > 1 ? search->config.iterations : 0;
    int left = budget - search->iterations;

    for (int i = 0; i < iterations && i < left; i++) {
        iterate(search);
    }
    return search->iterations >= budget;
}

int search_iterations(const Search *search)
{
    return search->iterations;
}

int search_nodes(const Search *search)
{
    return search->node_count;
}

/* ---- results ---- */

static void count_node(SearchCount *count, const SearchNode *node)
{
    count->visits += node->visits;
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        count->returns[seat] += node->returns[seat];
    }
}

void search_result(const Search *search, SearchResult *result)
{
    *result = (SearchResult){.seat = search->view.viewer, .action_count = search->legal.count};
    count_node(&result->all, &search->node[0]);
    for (int i = 0; i < search->legal.count; i++) {
        uint32_t child = search_find_child(search, 0, action_number(search->legal.item[i]));
        if (child != 0) {
            count_node(&result->action[i], &search->node[child]);
        }
    }
}

static void add_count(SearchCount *sum, const SearchCount *other)
{
    sum->visits += other->visits;
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        sum->returns[seat] += other->returns[seat];
    }
}

void search_result_add(SearchResult *sum, const SearchResult *other)
{
    assert(sum->action_count == other->action_count && sum->seat == other->seat);
    add_count(&sum->all, &other->all);
    for (int i = 0; i < sum->action_count; i++) {
        add_count(&sum->action[i], &other->action[i]);
    }
}

static bool is_better(const SearchCount *a, const SearchCount *b, Seat seat)
{
    if (a->visits != b->visits) {
        return a->visits > b->visits;
    }
    return a->returns[seat] > b->returns[seat];
}

int search_best(const SearchResult *result)
{
    Seat seat = result->seat < 0 ? 0 : result->seat;
    int best = 0;

    for (int i = 1; i < result->action_count; i++) {
        best = is_better(&result->action[i], &result->action[best], seat) ? i : best;
    }
    return best;
}

int search_mean(const SearchCount *count, Seat seat)
{
    if (count->visits == 0) {
        return 0;
    }
    return (int)((count->returns[seat] + count->visits / 2) / count->visits);
}
