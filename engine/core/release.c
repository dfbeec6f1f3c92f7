#include "core/release.h"

#include <stdint.h>

#include "core/frame.h"
#include "core/seats.h"
#include "core/track.h"

Stack release_stack(Bloc bloc, Model model)
{
    return model == MODEL_API ? closed_stack(bloc) : open_stack(bloc);
}

static int greater(int a, int b)
{
    return a > b ? a : b;
}

static void publish(State *state, const Rules *rules, Stack stack, Seat lab, EventLog *log)
{
    int slot = SLOT_QUALITY + (int)stack;

    state_gain(state, rules, slot, state->track[SLOT_FRONTIER + lab] - state->track[slot], log);
}

static void release_api(State *state, const Rules *rules, const Release *release, EventLog *log)
{
    Stack stack = closed_stack(release->bloc);

    publish(state, rules, stack, release->lab, log);
    event_add(log, EVENT_RELEASED, (int)stack, state->track[SLOT_QUALITY + (int)stack], 0);
    int open = greater(effective_quality(state, STACK_UO), effective_quality(state, STACK_CO));
    if (effective_quality(state, stack) - open >= rules->param[PARAM_PREMIUM_LEAD]) {
        state_gain(state, rules, SLOT_PRICE, 1, log);
    }
    frame_push_hearts(state, stack, release->chooser, release->culprit);
}

/* Step 3 of an open release: every other lab rises to one below the free weights. */
static void diffuse(State *state, const Rules *rules, const Release *release, EventLog *log)
{
    int reach = state->track[SLOT_QUALITY + (int)open_stack(release->bloc)] - 1;
    int step = is_four_seats(state) ? 1 : 2;

    for (Seat seat = 0; seat < SEATS_MAX; seat += step) {
        if (seat != release->lab && state->track[SLOT_FRONTIER + seat] < reach) {
            gain_frontier(state, rules, seat, reach - state->track[SLOT_FRONTIER + seat], log);
        }
    }
}

static void release_open(State *state, const Rules *rules, const Release *release, EventLog *log)
{
    Stack stack = open_stack(release->bloc);
    Licence licence =
        release->model == MODEL_CONDITIONAL ? LICENCE_CONDITIONAL : LICENCE_PERMISSIVE;
    int licence_slot = SLOT_LICENCE + (int)release->bloc;

    publish(state, rules, stack, release->lab, log);
    state_gain(state, rules, licence_slot, (int)licence - state->track[licence_slot], log);
    int quality = state->track[SLOT_QUALITY + (int)stack];
    event_add(log, EVENT_RELEASED, (int)stack, quality, (int)licence);
    int closed = greater(effective_quality(state, STACK_UC), effective_quality(state, STACK_CC));
    if (effective_quality(state, stack) >= closed - 1) {
        state_gain(state, rules, SLOT_PRICE, -1, log);
    }
    if (licence == LICENCE_PERMISSIVE) {
        diffuse(state, rules, release, log);
    }
    int risk = (licence == LICENCE_PERMISSIVE) + (quality >= rules->param[PARAM_RISK_QUALITY_1]) +
               (quality >= rules->param[PARAM_RISK_QUALITY_2]);
    gain_risk(state, rules, risk, release->culprit, log);
    if (state->phase == PHASE_END) {
        return;
    }
    if (licence == LICENCE_PERMISSIVE) {
        frame_push_hearts(state, stack, release->chooser, release->culprit);
    }
    frame_push_trigger(state, rules, TRIGGER_RELEASE, rival_of(release->bloc), release->culprit);
}

void release_model(State *state, const Rules *rules, const Release *release, EventLog *log)
{
    if (release->model == MODEL_API) {
        release_api(state, rules, release, log);
    } else {
        release_open(state, rules, release, log);
    }
}
