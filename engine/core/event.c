#include "core/event.h"

#include <stddef.h>

void event_log_init(EventLog *log, MomentObserver *observer, void *user)
{
    log->observer = observer;
    log->user = user;
    event_log_clear(log);
}

void event_log_clear(EventLog *log)
{
    log->count = 0;
    log->dropped = 0;
}

void event_append(EventLog *log, EventKind kind, int subject, int a, int b)
{
    if (log->count == EVENTS_MAX) {
        log->dropped++;
        return;
    }
    log->item[log->count++] = (Event){.kind = (uint8_t)kind,
                                      .subject = (uint8_t)subject,
                                      .a = (int16_t)a,
                                      .b = (int16_t)b};
}

void event_observe(EventLog *log, Moment moment, const struct State *state)
{
    if (log->observer != NULL) {
        log->observer(log->user, moment, state);
    }
}
