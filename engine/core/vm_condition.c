#include "core/vm_condition.h"

#include <assert.h>
#include <stdint.h>

#include "core/seats.h"
#include "core/track.h"
#include "core/vocab.h"

/* What a condition compares: "F of a bloc is its best lab, Q is the plain value, VP the bloc's"
 * (RULES.md section 12.2). */
static int subject_value(const State *state, const Condition *condition, Bloc bloc, Seat event_seat)
{
    switch ((Track)condition->a) {
    case TRACK_FRONTIER:
        return best_lab(state, bloc);
    case TRACK_QUALITY:
        return state
            ->track[SLOT_QUALITY + (int)(condition->open ? open_stack(bloc) : closed_stack(bloc))];
    case TRACK_VP:
    case TRACK_POOL:
        return state_bloc_vp(state, bloc);
    case TRACK_COMPUTE:
    case TRACK_CAPITAL:
        return state->track[vocab_track[condition->a].slot + event_purse(state, bloc, event_seat)];
    case TRACK_DATACENTRES:
    case TRACK_SILICON:
    case TRACK_EFFICIENCY:
    case TRACK_INDUSTRY:
    case TRACK_TRUST:
    case TRACK_LICENCE:
        return state->track[vocab_track[condition->a].slot + (int)bloc];
    case TRACK_PRICE:
    case TRACK_RISK:
    case TRACK_BIFURCATION:
    case TRACK_VALUATION:
    case TRACK_PLATEAU:
    case TRACK_KNOWN:
    case TRACK_CONTROL:
    case TRACK_COUNT:
        break;
    }
    return state->track[vocab_track[condition->a].slot];
}

static Bloc bloc_compared(const Condition *condition, const Frame *frame)
{
    if (condition->who <= WHO_CN) {
        return (Bloc)condition->who;
    }
    return condition->who == WHO_RIVAL ? rival_of((Bloc)frame->owner) : (Bloc)frame->owner;
}

static bool leaf_holds(const State *state, const Condition *condition, const Frame *frame)
{
    Bloc bloc = bloc_compared(condition, frame);

    switch ((Test)condition->test) {
    case TEST_AT_LEAST:
        return subject_value(state, condition, bloc, frame->seat) >= condition->n;
    case TEST_AT_MOST:
        return subject_value(state, condition, bloc, frame->seat) <= condition->n;
    case TEST_MORE:
        return subject_value(state, condition, bloc, frame->seat) >
               subject_value(state, condition, rival_of(bloc), frame->seat);
    case TEST_IN_FORCE:
        return in_force(state, (Tile)condition->a);
    case TEST_NOT_IN_FORCE:
        return !in_force(state, (Tile)condition->a);
    case TEST_DIE:
    case TEST_ALL:
    case TEST_ANY:
    case TEST_NONE:
    case TEST_COUNT:
        break;
    }
    assert(false); /* groups and dice are not leaves */
    return false;
}

static bool is_group(const Condition *condition)
{
    return condition->test >= TEST_ALL && condition->test <= TEST_NONE;
}

/* ANY and NONE are settled by a child that holds, ALL by one that does not. */
static bool settles(const Condition *group, bool child)
{
    return child == (group->test != TEST_ALL);
}

/* What a group is worth when a child has settled it, or when none has. */
static bool group_value(const Condition *group, bool settled)
{
    return settled == (group->test == TEST_ANY);
}

bool condition_holds(const State *state, const Condition *condition, const Frame *frame)
{
    const Condition *open[CONDITION_DEPTH_MAX]; /* the groups around node i, the innermost last */
    int depth = 0;
    int i = 0;

    if (!is_group(condition)) {
        return leaf_holds(state, condition, frame);
    }
    for (;;) {
        if (is_group(&condition[i])) {
            assert(depth < CONDITION_DEPTH_MAX);
            open[depth++] = &condition[i++];
            continue;
        }
        bool value = leaf_holds(state, &condition[i], frame);
        i = condition[i].end;
        /* Close every group that this value settles or that ends here. */
        while (depth > 0 && (settles(open[depth - 1], value) || i == open[depth - 1]->end)) {
            value = group_value(open[depth - 1], settles(open[depth - 1], value));
            i = open[--depth]->end;
        }
        if (depth == 0) {
            return value;
        }
    }
}
