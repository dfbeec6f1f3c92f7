#include "match/hint.h"

#include <stdlib.h>

#include "ai/search.h"
#include "ai/search_chance.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/vocab.h"

struct Hint {
    const Rules *rules; /* borrowed */
    Search *search;
    View view;
    ActionList legal;
    Seat seat; /* that chooses; a spectator may ask about what everybody sees */
};

Status hint_new(Hint **hint, int iterations, const Rules *rules, Error *err)
{
    const SearchConfig config = search_config(iterations);
    Hint *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a hint");
    }
    made->rules = rules;
    Status status = search_new(&made->search, &config, rules, err);
    if (status != STATUS_OK) {
        free(made);
        return status;
    }
    *hint = made;
    return STATUS_OK;
}

void hint_free(Hint *hint)
{
    if (hint != NULL) {
        search_free(hint->search);
        free(hint);
    }
}

void hint_begin(Hint *hint, const View *view, const ActionList *legal, uint64_t key)
{
    hint->view = *view;
    hint->legal = *legal;
    hint->seat = state_current_seat(&view->known, hint->rules);
    search_begin(hint->search, view, legal, key);
}

bool hint_step(Hint *hint, int iterations)
{
    return search_step(hint->search, iterations);
}

/* ---- what was found ---- */

static void compare(const Hint *hint, HintAction *item, int against)
{
    Prospect after;
    Prospect other;
    HintReason *reason = &item->reason;

    *reason = (HintReason){.against = against};
    if (against < 0) {
        return;
    }
    reason->after = prospect_after(&after, &hint->view, hint->rules, item->action);
    reason->other = prospect_after(&other, &hint->view, hint->rules, hint->legal.item[against]);
    if (reason->after == FORESIGHT_CLEAR && reason->other == FORESIGHT_CLEAR) {
        prospect_compare(&reason->forecast, &after, &other, seat_bloc(hint->seat));
    }
}

static HintAction describe(const Hint *hint, const SearchResult *found, int index, int against)
{
    enum { TENTH = 10 }; /* of a thousandth is what a chance is counted in */
    const SearchCount *count = &found->action[index];
    uint64_t all = found->all.visits;
    HintAction item = {
        .index = index,
        .action = hint->legal.item[index],
        .visits = count->visits,
        .share = all == 0 ? HINT_CERTAIN : (int)(count->visits * HINT_CERTAIN / all),
        .win = (search_chance(count, hint->rules, &hint->view.known, seat_bloc(hint->seat)) +
                TENTH / 2) /
               TENTH};

    compare(hint, &item, against);
    return item;
}

static void read_search(const Hint *hint, SearchResult *found)
{
    search_result(hint->search, found);
    found->seat = hint->seat;
}

/* The best of those that are not taken yet, as search_best() orders them; -1: none. */
static int best_left(const SearchResult *found, const bool taken[ACTIONS_MAX])
{
    SearchResult left = *found;
    int best = -1;

    for (int i = 0; i < found->action_count; i++) {
        if (taken[i]) {
            left.action[i] = (SearchCount){.visits = 0};
        } else if (best < 0) {
            best = i;
        }
    }
    if (best < 0) {
        return -1;
    }
    int index = search_best(&left);
    return taken[index] ? best : index;
}

/* The indices of the best actions, best first; how many there are. */
static int rank(const SearchResult *found, int ranked[HINT_ACTIONS])
{
    bool taken[ACTIONS_MAX] = {false};
    int count = 0;

    while (count < HINT_ACTIONS) {
        int index = best_left(found, taken);
        if (index < 0) {
            break;
        }
        taken[index] = true;
        ranked[count++] = index;
    }
    return count;
}

void hint_result(const Hint *hint, HintResult *result)
{
    SearchResult found;
    int ranked[HINT_ACTIONS];

    read_search(hint, &found);
    *result = (HintResult){.seat = hint->seat, .playouts = found.all.visits};
    result->count = rank(&found, ranked);
    for (int i = 0; i < result->count; i++) {
        int against = i > 0 ? ranked[0] : -1;
        if (i == 0 && result->count > 1) {
            against = ranked[1];
        }
        result->item[i] = describe(hint, &found, ranked[i], against);
    }
}

void hint_why_not(const Hint *hint, int index, HintAction *best, HintAction *other)
{
    SearchResult found;
    int ranked[HINT_ACTIONS] = {0};

    read_search(hint, &found);
    int count = rank(&found, ranked);
    int runner_up = count > 1 ? ranked[1] : -1;
    *best = describe(hint, &found, ranked[0], index == ranked[0] ? runner_up : index);
    *other = index == ranked[0] ? *best : describe(hint, &found, index, ranked[0]);
}
