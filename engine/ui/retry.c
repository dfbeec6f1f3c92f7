#include "ui/retry.h"

#include <stdbool.h>
#include <stddef.h>

#include "core/state.h"
#include "core/view.h"
#include "match/analysis.h"
#include "match/history.h"
#include "match/paired.h"
#include "ui/replay.h"

static void ask(Replay *replay, int from)
{
    Retry *retry = &replay->retry;
    int mistake = replay_mistake(replay, from);

    if (mistake < 0) {
        retry->phase = RETRY_DONE;
        return;
    }
    replay_go(replay, mistake);
    retry->phase = RETRY_ASKS;
    retry->met++;
}

void retry_begin(Replay *replay)
{
    replay->plays = false;
    replay->tab = REPLAY_CHANCES;
    replay->retry = (Retry){.phase = RETRY_WAITS};
    retry_step(replay);
}

void retry_end(Replay *replay)
{
    replay->retry.phase = RETRY_OFF;
}

void retry_next(Replay *replay)
{
    ask(replay, replay->at + 1);
}

void retry_again(Replay *replay)
{
    replay->retry.phase = RETRY_ASKS;
}

void retry_answer(Replay *replay, Action action)
{
    Retry *retry = &replay->retry;
    const History *history = &replay->history;
    const DecisionAnalysis *found = replay_judgement(replay, replay->at);
    const AnalysisConfig *config = analysis_config(replay->analysis);
    View view;

    if (retry->phase != RETRY_ASKS || found == NULL) {
        return;
    }
    view_of(&view, &history->state[replay->at], history->rules, found->seat);
    trial_begin(&retry->trial, config, history->rules, &view);
    trial_add(&retry->trial, action);
    trial_add(&retry->trial, found->chosen);
    trial_add(&retry->trial, found->best);
    retry->answer = action;
    retry->phase = RETRY_WEIGHS;
    replay->slice = 1;
}

void retry_step(Replay *replay)
{
    Retry *retry = &replay->retry;

    if (retry->phase == RETRY_WAITS && replay->analysed) {
        ask(replay, 0);
    } else if (retry->phase == RETRY_WEIGHS && trial_step(&retry->trial, replay->slice)) {
        retry->phase = RETRY_TELLS;
        RetryVerdict verdict = retry_verdict(replay);
        retry->found += verdict == VERDICT_BEST || verdict == VERDICT_BETTER;
    }
}

/* A difference whose 95 % interval holds 0 is none. */
static int surely(const PairedSum *gain)
{
    int mean = paired_mean(gain);
    int half = paired_half_width(gain);

    return mean > half ? 1 : mean < -half ? -1 : 0;
}

RetryVerdict retry_verdict(const Replay *replay)
{
    const Trial *trial = &replay->retry.trial;
    int chosen = surely(&trial->gain[TRIED_CHOSEN]); /* of it, over the answer */
    int best = surely(&trial->gain[TRIED_BEST]);

    if (action_equal(trial->action[TRIED_ANSWER], trial->action[TRIED_BEST]) ||
        (best <= 0 && chosen < 0)) {
        return VERDICT_BEST;
    }
    return chosen < 0 ? VERDICT_BETTER : chosen > 0 ? VERDICT_WORSE : VERDICT_ALIKE;
}
