/* Whether a run of Lua lasts longer than it should, found at almost no cost: two looks at a clock a
 * run, and an alarm for the run that would never come to its end.  What a watch says hangs on the
 * machine, so it may only start something whose outcome does not. */

#ifndef TPD_SCRIPT_WATCH_H
#define TPD_SCRIPT_WATCH_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/* All are nanoseconds. */
typedef struct WatchLimits {
    int64_t patience; /* CPU time of a run above which it is overdue */
    int64_t alarm;    /* after so long an overdue run is interrupted */
    int64_t total;    /* of all runs; the one that passes it is overdue too */
} WatchLimits;

/* Called from a signal handler, in the thread of the run and in the middle of it. */
typedef void WatchAlarm(void *user);

typedef struct Watch {
    WatchLimits limits;
    WatchAlarm *overdue;
    void *user;
    const void *thread; /* that it was made in, and only watches */
    int64_t begun, spent;
    int64_t looked, used; /* when the thread's CPU time was last asked for, and what it was */
    _Atomic(int) *busy;
    bool looks;
    timer_t timer;
    _Atomic(bool) runs, is_armed; /* also of the signal handler */
} Watch;

/* Watches runs in the thread that calls it, by SIGURG: a signal that is ignored where nobody wants
 * it, as here between runs.  False where the system has no such alarm or the program uses SIGURG
 * itself.  A watch must not move, and its thread must not block the signal. */
bool watch_init(Watch *watch, const WatchLimits *limits, WatchAlarm *overdue, void *user);
/* Watches that share this number, 0 at first, tell each other in it whether the machine is busy. */
void watch_share(Watch *watch, _Atomic(int) *busy);
void watch_clear(Watch *watch);

/* False in another thread: the run is not watched. */
bool watch_begin(Watch *watch);
/* Whether the run was overdue. */
bool watch_end(Watch *watch);

#endif
