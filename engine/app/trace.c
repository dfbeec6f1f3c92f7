#include "app/trace.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "core/vocab.h"
#include "match/journal.h"

static Status send(Trace *trace)
{
    return trace->sink(trace->user, trace->line);
}

static Status send_state(Trace *trace, const char *word, const State *state)
{
    int length = snprintf(trace->line, sizeof trace->line, "%s ", word);

    state_print(trace->line + length, state, trace->rules);
    return send(trace);
}

/* Keeps the position at a round's end: its line comes after that of the decision, whose hash is not
 * known before the next Start is done. */
static void keep_round_end(void *user, Moment moment, const struct State *state)
{
    Trace *trace = user;

    if (moment == MOMENT_ROUND_ENDED) {
        assert(trace->ended_count < TRACE_ROUNDS_MAX);
        trace->ended[trace->ended_count++] = *state;
    }
}

static void list_choice(Trace *trace)
{
    trace->choice.count = 0;
    if (!state_is_terminal(&trace->state)) {
        state_legal_actions(&trace->state, trace->rules, &trace->choice);
    }
}

Status trace_begin(Trace *trace)
{
    event_log_init(&trace->log, keep_round_end, trace);
    trace->decisions = 0;
    state_init(&trace->state, trace->rules, &trace->setup);
    list_choice(trace);

    snprintf(trace->line, sizeof trace->line, "trace 1 scenario=%s seats=%d seed=%" PRIu64 "%s%s",
             trace->rules->scenario[trace->setup.scenario].id, trace->setup.seat_count,
             trace->setup.seed, trace->legal ? " legal=1" : "", trace->states ? " states=1" : "");
    Status status = send(trace);
    return status == STATUS_OK ? send_state(trace, "state", &trace->state) : status;
}

static Status send_decision(Trace *trace, const State *before, Action action)
{
    char text[ACTION_TEXT_SIZE];

    action_print(text, action, trace->rules);
    snprintf(trace->line, sizeof trace->line, "%" PRIu64 " %s %s n=%d %s h=%016" PRIx64,
             trace->decisions,
             vocab_seat(before->seat_count, state_current_seat(before, trace->rules)),
             decision_name[state_decision(before, trace->rules)], trace->choice.count, text,
             state_hash(&trace->state, trace->rules));
    return send(trace);
}

static Status send_legal(Trace *trace)
{
    int length = snprintf(trace->line, sizeof trace->line, "legal");

    for (int i = 0; i < trace->choice.count; i++) {
        trace->line[length++] = i == 0 ? ' ' : '|';
        length += action_print(trace->line + length, trace->choice.item[i], trace->rules);
    }
    return send(trace);
}

static Status send_round_ends(Trace *trace)
{
    for (int i = 0; i < trace->ended_count; i++) {
        Status status = send_state(trace, "state", &trace->ended[i]);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

Status trace_play(Trace *trace, Action action)
{
    State before = trace->state;

    trace->ended_count = 0;
    event_log_clear(&trace->log);
    state_apply(&trace->state, trace->rules, action, &trace->log);

    Status status = send_decision(trace, &before, action);
    if (status == STATUS_OK && trace->legal) {
        status = send_legal(trace);
    }
    if (status == STATUS_OK) {
        status = send_round_ends(trace);
    }
    if (status == STATUS_OK && trace->states) {
        status = send_state(trace, "after", &trace->state);
    }
    trace->decisions++;
    list_choice(trace);
    return status;
}

Status trace_finish(Trace *trace)
{
    const State *state = &trace->state;
    Status status = send_state(trace, "state", state);

    if (status != STATUS_OK) {
        return status;
    }
    journal_print_end(trace->line, state, trace->rules, trace->decisions);
    return send(trace);
}
