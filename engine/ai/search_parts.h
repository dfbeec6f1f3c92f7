/* What the parts of a search share.  Private to engine/ai. */

#ifndef TPD_AI_SEARCH_PARTS_H
#define TPD_AI_SEARCH_PARTS_H

#include <stdint.h>

#include "ai/search.h"
#include "core/action.h"
#include "core/legal.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"

enum {
    PRIOR_MOST = 1 << 15,
    /* A headline that its seat commits and the searching seat does not see: one edge, whatever the
     * card, as it cannot choose by what it does not know. */
    EDGE_HIDDEN = ACTION_NUMBER_MAX,
    EDGE_NONE,
    EDGE_COUNT,
    PATH_MAX_LENGTH = 256,
};

/* Reached by an edge from its parent; node 0 is the root, so 0 is nobody's child. */
typedef struct SearchNode {
    uint32_t child, sibling;    /* first child; next child of the same parent, in order of making */
    uint32_t visits, available; /* iterations through it; in which its action was legal */
    uint32_t returns[SEATS_MAX]; /* sums */
    uint16_t edge;               /* action_number(), or EDGE_HIDDEN */
    uint16_t prior;              /* 0 .. PRIOR_MOST: how much the declared strategy likes it */
    uint8_t has_priors;          /* 1: all children that were legal once are made */
    uint8_t reserved[3];
} SearchNode;

_Static_assert(sizeof(SearchNode) <= 48, "a cache line holds little more than one");

/* Of a count: as it is up to 31, above that with five binary digits. */
enum { COUNT_DIGITS = 4, COUNT_STEPS = 464 };

typedef struct SearchTables {
    uint16_t root_of_log[COUNT_STEPS]; /* sqrt(ln n) in parts of 2^12 */
    uint32_t one_by_root[COUNT_STEPS]; /* 1 / sqrt(n) in parts of FIXED_ONE */
    uint16_t edge_of_verb[VERB_COUNT]; /* action_number() of the verb's first argument */
} SearchTables;

struct Search {
    SearchConfig config;
    const Rules *rules;
    View view;
    ActionList legal;
    uint64_t key;
    int iterations, node_count;
    int preferred; /* edge of the root that search_prefer() has named, or EDGE_NONE */
    SearchTables tables;
    uint8_t place[EDGE_COUNT]; /* while a node is looked at: 1 + place in the legal set, else 0 */
    SearchNode node[];
};

typedef struct SearchPath {
    int length;
    uint32_t node[PATH_MAX_LENGTH];
} SearchPath;

void search_tables_fill(SearchTables *tables);
int search_count_step(uint32_t count);

/* A node without a parent yet; 0: there is no room (or it is the first). */
uint32_t search_add_node(Search *search, int edge, int prior);

/* The child that an edge leads to; 0: there is none. */
uint32_t search_find_child(const Search *search, uint32_t node, int edge);

/* Goes down from the root, playing in `world`, to a new node, the end of the game or a full pool's
 * edge; `path` has the nodes, the root first. */
void search_descend(Search *search, State *world, SearchPath *path);

#endif
