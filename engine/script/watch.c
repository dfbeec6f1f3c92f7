/* IWYU pragma: no_include <bits/types/__sigval_t.h> */
/* IWYU pragma: no_include <bits/types/sigevent_t.h> */
/* IWYU pragma: no_include <bits/types/siginfo_t.h> */
/* IWYU pragma: no_include <bits/types/struct_itimerspec.h> */
/* NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming): for gettid() */
#define _GNU_SOURCE
#include "script/watch.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

/* The sanitizer for threads keeps a signal back until the next call of the C library, which an
 * endless loop never makes. */
#if defined(__SANITIZE_THREAD__)
#define TPD_SIGNALS_ARE_LATE 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define TPD_SIGNALS_ARE_LATE 1
#endif
#endif

#if defined(__linux__) && !defined(TPD_SIGNALS_ARE_LATE)

/* The C library of some systems has no name for it yet. */
#ifdef sigev_notify_thread_id
#define TPD_EVENT_THREAD sigev_notify_thread_id
#else
#define TPD_EVENT_THREAD _sigev_un._tid
#endif

enum {
    NANOSECONDS = 1000000000,
    /* The thread's CPU time is dear to ask for: once in so many nanoseconds, and not at all before a
     * run has lasted long, which is where a thread has to wait for a processor.  Then watches look for
     * it, as many as this. */
    LOOK_EVERY = 250000,
    BUSY_WATCHES = 100,
};

static int64_t read_clock(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * NANOSECONDS + now.tv_nsec;
}

/* Every thread has an errno of its own. */
static const void *this_thread(void)
{
    return &errno;
}

static void arm(Watch *watch)
{
    const struct itimerspec once = {.it_value = {.tv_sec = watch->limits.alarm / NANOSECONDS,
                                                 .tv_nsec = watch->limits.alarm % NANOSECONDS}};

    watch->is_armed = true;
    timer_settime(watch->timer, 0, &once, NULL);
}

/* A thread that had to wait for a processor has used less than has passed, and not more than since
 * the last look. */
static bool is_overdue(const Watch *watch, int64_t passed)
{
    if (passed <= watch->limits.patience) {
        return false;
    }
    if (watch->busy != NULL) {
        atomic_store_explicit(watch->busy, BUSY_WATCHES, memory_order_relaxed);
    }
    return !watch->looks ||
           read_clock(CLOCK_THREAD_CPUTIME_ID) - watch->used > watch->limits.patience;
}

/* The alarm is left to ring when its run has ended, as most have: to stop it would cost more. */
static void ring(int number, siginfo_t *info, void *context)
{
    int before = errno;

    (void)number;
    (void)context;
    if (info->si_code == SI_TIMER && info->si_value.sival_ptr != NULL) {
        Watch *watch = info->si_value.sival_ptr;
        watch->is_armed = false;
        if (watch->runs && is_overdue(watch, read_clock(CLOCK_MONOTONIC) - watch->begun)) {
            watch->overdue(watch->user);
        } else if (watch->runs) {
            arm(watch);
        }
    }
    errno = before;
}

/* Whether SIGURG reaches ring(), and this thread. */
static bool take_signal(void)
{
    struct sigaction action;
    sigset_t blocked;

    if (sigaction(SIGURG, NULL, &action) != 0 || pthread_sigmask(SIG_BLOCK, NULL, &blocked) != 0 ||
        sigismember(&blocked, SIGURG)) {
        return false;
    }
    if ((action.sa_flags & SA_SIGINFO) != 0) {
        return action.sa_sigaction == ring;
    }
    if (action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN) {
        return false;
    }
    action = (struct sigaction){.sa_sigaction = ring, .sa_flags = SA_SIGINFO | SA_RESTART};
    return sigaction(SIGURG, &action, NULL) == 0;
}

bool watch_init(Watch *watch, const WatchLimits *limits, WatchAlarm *overdue, void *user)
{
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID,
                             .sigev_signo = SIGURG,
                             .sigev_value = {.sival_ptr = watch}};

    *watch = (Watch){.limits = *limits, .overdue = overdue, .user = user, .thread = this_thread()};
    event.TPD_EVENT_THREAD = gettid();
    return take_signal() && timer_create(CLOCK_MONOTONIC, &event, &watch->timer) == 0;
}

void watch_share(Watch *watch, _Atomic(int) *busy)
{
    int watches = atomic_load_explicit(busy, memory_order_relaxed);

    watch->busy = busy;
    watch->looks = watches > 0;
    if (watches > 0) { /* others may count the same one: it is no exact number */
        atomic_store_explicit(busy, watches - 1, memory_order_relaxed);
    }
}

/* An alarm that rings just now does so before the call comes back. */
void watch_clear(Watch *watch)
{
    timer_delete(watch->timer);
}

bool watch_begin(Watch *watch)
{
    if (watch->thread != this_thread()) {
        return false;
    }
    int64_t now = read_clock(CLOCK_MONOTONIC);
    if (watch->looks && now - watch->looked > LOOK_EVERY) {
        watch->looked = now;
        watch->used = read_clock(CLOCK_THREAD_CPUTIME_ID);
    }
    watch->begun = now;
    watch->runs = true; /* from here on ring() may come */
    if (!watch->is_armed) {
        arm(watch);
    }
    return true;
}

bool watch_end(Watch *watch)
{
    watch->runs = false;
    int64_t passed = read_clock(CLOCK_MONOTONIC) - watch->begun;
    watch->spent += passed < watch->limits.patience ? passed : watch->limits.patience;
    return watch->spent > watch->limits.total || is_overdue(watch, passed);
}

#else

bool watch_init(Watch *watch, const WatchLimits *limits, WatchAlarm *overdue, void *user)
{
    *watch = (Watch){.limits = *limits, .overdue = overdue, .user = user};
    return false;
}

void watch_share(Watch *watch, _Atomic(int) *busy)
{
    watch->busy = busy;
}

void watch_clear(Watch *watch)
{
    (void)watch;
}

bool watch_begin(Watch *watch)
{
    (void)watch;
    return false;
}

bool watch_end(Watch *watch)
{
    (void)watch;
    return true;
}

#endif
