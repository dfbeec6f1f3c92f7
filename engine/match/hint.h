/* What a seat might choose, and why: a search over what it may know, and the forecast after an action
 * against that after the runner-up.  Stepped by its caller, so that a screen goes on; nothing in it
 * is a clock or a thread, and the same question has the same answer everywhere.
 *
 *     Hint *hint;
 *     hint_new(&hint, HINT_ITERATIONS, rules, &err);
 *     hint_begin(hint, &view, &legal, key);
 *     while (!hint_step(hint, 100)) { draw a frame }
 *     hint_result(hint, &result);
 *     hint_free(hint); */

#ifndef TPD_MATCH_HINT_H
#define TPD_MATCH_HINT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/action.h"
#include "core/prospect.h"
#include "core/rules.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"

typedef struct Hint Hint;

enum {
    HINT_ITERATIONS = 4000, /* of a question, if nobody wants another number */
    HINT_ACTIONS = 3,       /* that a result names */
    HINT_CERTAIN = 1000,    /* of chances and shares */
};

/* Why an action and not another: the difference of their forecasts, where both are clear. */
typedef struct HintReason {
    int against;     /* the other action: its index in the legal list; -1: there is none */
    Foresight after; /* of the action, and of the other */
    Foresight other;
    Comparison forecast;
} HintReason;

typedef struct HintAction {
    int index; /* in the legal list */
    Action action;
    uint64_t visits; /* playouts that the search gave it */
    int share;       /* of all, in thousandths */
    int win;         /* chance that the seat's bloc wins, in thousandths: calibrated */
    HintReason reason;
} HintAction;

typedef struct HintResult {
    Seat seat;
    uint64_t playouts; /* in all */
    int count;         /* of actions, the best first; the runner-up of the first is the second, of
                          all others the first */
    HintAction item[HINT_ACTIONS];
} HintResult;

Status hint_new(Hint **hint, int iterations, const Rules *rules, Error *err);
void hint_free(Hint *hint);

/* The question of the seat that sees `view` and chooses among `legal`; both are copied.  Where the
 * choice is no secret, the view may be a spectator's. */
void hint_begin(Hint *hint, const View *view, const ActionList *legal, uint64_t key);
/* At most so many iterations more; true: it is done. */
bool hint_step(Hint *hint, int iterations);
void hint_result(const Hint *hint, HintResult *result);
/* The best action against any other: what the answer to "why not?" is made of.  Of the best itself both
 * are the best against the runner-up. */
void hint_why_not(const Hint *hint, int index, HintAction *best, HintAction *other);

#endif
