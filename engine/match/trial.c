#include "match/trial.h"

#include <assert.h>

#include "core/rng.h"
#include "core/state.h"
#include "match/world_reader.h"

enum { USE_TRIAL = 16, LOW_BITS = 16, LOW_MASK = 0xFFFF }; /* what STREAM_SEARCH is hashed for */

void trial_begin(Trial *trial, const AnalysisConfig *config, const Rules *rules, const View *view)
{
    *trial = (Trial){.rules = rules,
                     .config = *config,
                     .view = *view,
                     .seat = state_current_seat(&view->known, rules)};
}

void trial_add(Trial *trial, Action action)
{
    assert(trial->count < TRIAL_ACTIONS && trial->worlds == 0);
    trial->action[trial->count++] = action;
}

/* An action that stands there twice is played out once. */
static int play_once(const Trial *trial, const State *world, int number, const int returns[])
{
    for (int i = 0; i < number; i++) {
        if (action_equal(trial->action[i], trial->action[number])) {
            return returns[i];
        }
    }
    return world_read_playing(trial->rules, trial->config.plays, world, trial->action[number],
                              trial->seat);
}

static void play_world(Trial *trial)
{
    int returns[TRIAL_ACTIONS];
    State world;
    uint64_t key =
        rng_hash(rng_key(trial->config.key), STREAM_SEARCH, (unsigned)trial->worlds >> LOW_BITS,
                 (unsigned)trial->worlds & LOW_MASK, USE_TRIAL);

    view_sample(&world, &trial->view, trial->rules, key);
    for (int i = 0; i < trial->count; i++) {
        returns[i] = play_once(trial, &world, i, returns);
        trial->sum[i] += returns[i];
        paired_add(&trial->gain[i], returns[i] - returns[0]);
    }
    trial->worlds++;
}

bool trial_step(Trial *trial, int worlds)
{
    for (int i = 0; i < worlds && trial->worlds < trial->config.playouts; i++) {
        play_world(trial);
    }
    return trial->worlds == trial->config.playouts;
}

int trial_win(const Trial *trial, int action)
{
    return trial->worlds == 0 ? 0 : (int)(trial->sum[action] * RETURN_SCALE / trial->worlds);
}
