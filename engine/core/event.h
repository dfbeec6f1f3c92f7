/* What happened during one state_apply(): for logs, animation, undo fences and statistics.
 * Playouts pass NULL and pay nothing. */

#ifndef TPD_CORE_EVENT_H
#define TPD_CORE_EVENT_H

#include <stddef.h>
#include <stdint.h>

#include "core/vocab.h"

struct State;

typedef struct Event {
    uint8_t kind;    /* EventKind */
    uint8_t subject; /* see events.def */
    int16_t a, b;
} Event;

/* Points at which an observer may look at the position, in the middle of an apply. */
typedef enum Moment {
    MOMENT_REVEAL,     /* the headlines are revealed */
    MOMENT_MARKET,     /* the actions are over, the market has not begun */
    MOMENT_SERVED,     /* after market step 1 */
    MOMENT_PRICED,     /* after market step 2 */
    MOMENT_DRIFTED,    /* after market step 3 */
    MOMENT_BACKLASH,   /* after market step 4 */
    MOMENT_VALUED,     /* after market step 5 */
    MOMENT_GOVERNED,   /* after market step 6 */
    MOMENT_SCORED,     /* after the scoring of a round */
    MOMENT_ROUND_ENDED /* before the next Start: the position's phase is PHASE_START */
} Moment;

typedef void MomentObserver(void *user, Moment moment, const struct State *state);

enum { EVENTS_MAX = 512 };

typedef struct EventLog {
    MomentObserver *observer; /* may be NULL */
    void *user;               /* handed to the observer */
    int count;
    int dropped; /* events that found the log full */
    Event item[EVENTS_MAX];
} EventLog;

void event_log_init(EventLog *log, MomentObserver *observer, void *user);
void event_log_clear(EventLog *log); /* forgets the events, keeps the observer */

/* Out of the way of playouts: use event_add() and event_moment(). */
void event_append(EventLog *log, EventKind kind, int subject, int a, int b)
    __attribute__((cold, noinline));
void event_observe(EventLog *log, Moment moment, const struct State *state)
    __attribute__((cold, noinline));

/* Both do nothing when log is NULL, as it is in a playout. */
static inline void event_add(EventLog *log, EventKind kind, int subject, int a, int b)
{
    if (__builtin_expect(log != NULL, 0)) {
        event_append(log, kind, subject, a, b);
    }
}

static inline void event_moment(EventLog *log, Moment moment, const struct State *state)
{
    if (__builtin_expect(log != NULL, 0)) {
        event_observe(log, moment, state);
    }
}

#endif
