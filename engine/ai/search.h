/* Information-set Monte Carlo tree search for 2 and 4 seats.  One tree grows over what one seat
 * knows; each iteration deals anew what that seat cannot see, goes down the tree through what is
 * legal in that sample, adds a node, plays on and adds the returns of all seats on the way back:
 * P. Cowling, E. Powley, D. Whitehouse, Information Set Monte Carlo Tree Search, IEEE Transactions
 * on Computational Intelligence and AI in Games 4(2), 2012 (SO-ISMCTS).
 *
 * A search is stepped by its caller: no step allocates, waits, or depends on anything but what the
 * search began with.  Several trees with different keys may be stepped at the same time by different
 * threads; search_result_add() in the order of the trees makes one result of theirs.
 *
 *     Search *search;
 *     search_new(&search, &config, rules, &err);
 *     search_begin(search, &view, &legal, key);
 *     while (!search_step(search, 100)) { draw a frame }
 *     search_result(search, &result);
 *     choice = search_best(&result);
 *     search_free(search); */

#ifndef TPD_AI_SEARCH_H
#define TPD_AI_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/evaluator.h"
#include "ai/weights.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"

typedef struct Search Search;

enum {
    SEARCH_ITERATIONS_MAX = 4000000, /* of one tree: its sums fit 32 bits */
    SEARCH_NODES_MAX = 1 << 20,      /* of one tree, 40 bytes each */
};

/* How an iteration goes on below the tree. */
typedef enum Playout {
    PLAYOUT_FULL,  /* to the end of the game */
    PLAYOUT_CUT,   /* so many decisions at most, then the evaluator */
    PLAYOUT_QUIET, /* until nothing is being resolved, then the evaluator */
    PLAYOUT_KIND_COUNT
} Playout;

typedef struct SearchConfig {
    int iterations; /* of a decision */
    int nodes;      /* room of the tree; a full tree grows no more, its iterations go on */
    Playout playout;
    int cut;         /* PLAYOUT_CUT: how many decisions */
    int exploration; /* the constant of UCB in thousandths of a return of 1 */
    /* A declared strategy whose likings say which actions are looked at first, whoever chooses; the
     * pull of a liking fades with the visits.  NULL: the likings are the evaluator's. */
    const Weights *prior;
    int pull; /* of what it likes best and nobody has tried, in thousandths of a return of 1;
               * 0: no likings */
    const Evaluator *evaluator; /* NULL: evaluator_default */
} SearchConfig;

/* A budget, and for the rest what has proved best at equal time (tests/README.md): playouts cut after
 * a few decisions, and the evaluator's liking as the prior. */
SearchConfig search_config(int iterations);

/* All memory that the search will ever use.  What `config` points at stays the caller's. */
Status search_new(Search **search, const SearchConfig *config, const Rules *rules, Error *err);
void search_free(Search *search);

/* A new question, of the seat that sees `view` and chooses among `legal`, all that is legal or a part
 * of it; copies both. */
void search_begin(Search *search, const View *view, const ActionList *legal, uint64_t key);
/* After search_begin(): an action of the list that is looked at first, as a prior would have it. */
void search_prefer(Search *search, int action);
/* Goes on for at most so many iterations; true: the budget is spent.  A decision without a choice
 * costs nothing. */
bool search_step(Search *search, int iterations);
int search_iterations(const Search *search); /* spent */
int search_nodes(const Search *search);      /* in the tree */

/* What iterations that went through an action brought: their number, and the sum of the returns of
 * each seat (0 .. 1000 each). */
typedef struct SearchCount {
    uint64_t visits, returns[SEATS_MAX];
} SearchCount;

typedef struct SearchResult {
    int seat; /* that chooses */
    int action_count;
    SearchCount all;
    SearchCount action[ACTIONS_MAX]; /* in the order of the legal list */
} SearchResult;

void search_result(const Search *search, SearchResult *result);
/* Adds another tree's result about the same decision. */
void search_result_add(SearchResult *sum, const SearchResult *other);
/* The action with the most visits; of equals the one with the better mean, then the first. */
int search_best(const SearchResult *result);
/* Mean return of a seat, 0 .. 1000; 0 without visits. */
int search_mean(const SearchCount *count, Seat seat);

#endif
