/* The lines of a trace (tests/TRACE.md R5), made while a game is played.  Whoever plays chooses the
 * actions and receives the lines: `tpd trace` prints them, `tpd verify` compares them. */

#ifndef TPD_APP_TRACE_H
#define TPD_APP_TRACE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"

enum {
    TRACE_ROUNDS_MAX = 256,
    /* Bytes of a line, its zero included: the longest is a legal list or a state text. */
    TRACE_LINE_SIZE = ACTIONS_MAX * ACTION_TEXT_SIZE + STATE_TEXT_SIZE,
};

/* Takes one line without its end; anything but STATUS_OK stops the trace and is passed on. */
typedef Status TraceSink(void *user, const char *line);

typedef struct Trace {
    const Rules *rules;
    Setup setup;
    bool legal, states; /* with `legal` lines, with `after` lines */
    TraceSink *sink;
    void *user;
    State state;
    ActionList choice; /* the legal actions of `state`; empty when the game is over */
    uint64_t decisions;
    EventLog log;
    int ended_count;
    State ended[TRACE_ROUNDS_MAX]; /* the rounds' ends that the last action passed */
    char line[TRACE_LINE_SIZE];
} Trace;

/* The caller has set rules, setup, legal, states, sink and user, and keeps them until the end.
 * The first line and the first `state` line. */
Status trace_begin(Trace *trace);
/* Plays a legal action: its decision line and what belongs to it. */
Status trace_play(Trace *trace, Action action);
/* The lines after the end of the game. */
Status trace_finish(Trace *trace);

#endif
