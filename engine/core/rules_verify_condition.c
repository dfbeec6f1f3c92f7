#include <stdbool.h>
#include <stddef.h>

#include "core/card_track.h"
#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/rules_verify_program.h"
#include "core/vocab.h"

static bool within(int n, int least, int most)
{
    return n >= least && n <= most;
}

static bool is_group(const Condition *node)
{
    return node->test == TEST_ALL || node->test == TEST_ANY || node->test == TEST_NONE;
}

static const char *comparison_fault(const Condition *node)
{
    if (node->who > WHO_WORLD || node->open > 1 ||
        card_track_find(node->a, node->open, node->who, TRACK_USE_TEST) == NULL) {
        return "no card may test this track";
    }
    if (node->test == TEST_MORE && node->who == WHO_WORLD) {
        return "more() needs a bloc";
    }
    return within(node->n, -COMPARE_MAX, COMPARE_MAX) ? NULL : "the bound is out of range";
}

/* A node by itself; NULL if it is sound. */
static const char *node_fault(const Condition *node)
{
    if (node->reserved != 0) {
        return "a condition has a spare byte set";
    }
    switch ((Test)node->test) {
    case TEST_AT_LEAST:
    case TEST_AT_MOST:
    case TEST_MORE:
        return comparison_fault(node);
    case TEST_IN_FORCE:
    case TEST_NOT_IN_FORCE:
        return node->a < TILE_COUNT ? NULL : "there is no such control";
    case TEST_DIE:
        return within(node->n, 1, DIE_SIDES) ? NULL : "a die shows 1 to 6";
    case TEST_ALL:
    case TEST_ANY:
    case TEST_NONE:
        return NULL;
    case TEST_COUNT:
        break;
    }
    return "there is no such test";
}

/* The groups around a node of a prefix tree. */
typedef struct Groups {
    int depth;
    int end[CONDITION_DEPTH_MAX];
} Groups;

/* Whether node `i` of a tree of `size` nodes ends where it may, and then steps over or into it. */
static const char *place_fault(Groups *around, const Condition *node, int i, int size)
{
    int most = around->depth > 0 ? around->end[around->depth - 1] : size;

    if (node->test == TEST_DIE && size > 1) {
        return "a die stands alone";
    }
    if (node->end > most || (is_group(node) ? node->end <= i + 1 : node->end != i + 1)) {
        return "the condition is not a tree";
    }
    if (is_group(node)) {
        if (around->depth == CONDITION_DEPTH_MAX) {
            return "the condition has too many groups within groups";
        }
        around->end[around->depth++] = node->end;
    }
    while (around->depth > 0 && around->end[around->depth - 1] == i + 1) {
        around->depth--;
    }
    return NULL;
}

const char *rules_condition_fault(const Rules *rules, int first)
{
    Groups around = {.depth = 0};

    if (first >= rules->condition_count) {
        return "there is no such condition";
    }
    const Condition *tree = &rules->condition[first];
    int size = tree->end;
    if (!within(size, 1, CONDITION_NODES_MAX) || first + size > rules->condition_count) {
        return "the condition does not end";
    }
    for (int i = 0; i < size; i++) {
        const char *fault = node_fault(&tree[i]);
        fault = fault != NULL ? fault : place_fault(&around, &tree[i], i, size);
        if (fault != NULL) {
            return fault;
        }
    }
    return NULL;
}
