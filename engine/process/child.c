#include "process/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum {
    MILLISECONDS = 1000,
    NANOSECONDS = 1000000, /* of a millisecond */
    NAP = 2 * NANOSECONDS, /* between two looks */
    FIRST_OWN = 3,         /* file descriptors below are standard ones */
    DESCRIPTORS = 1024,    /* those below are closed in the child */
    NOT_STARTED = 127,     /* a shell's exit status for what it cannot find */
};

long long child_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * MILLISECONDS + now.tv_nsec / NANOSECONDS;
}

/* ---- starting ---- */

/* A pipe whose ends are no standard files, even where this program was started without those. */
static bool make_pipe(int ends[2])
{
    int made[2];

    if (pipe(made) != 0) {
        return false;
    }
    for (int i = 0; i < 2; i++) {
        ends[i] = fcntl(made[i], F_DUPFD_CLOEXEC, FIRST_OWN);
        close(made[i]);
    }
    if (ends[0] < 0 || ends[1] < 0) {
        close(ends[0] < 0 ? ends[1] : ends[0]);
        return false;
    }
    return true;
}

static void close_pipe(const int ends[2])
{
    close(ends[0]);
    close(ends[1]);
}

/* In the child: only what is safe after a fork of a program with threads. */
static _Noreturn void become(const char *command, int in, int out)
{
    sigset_t none;

    setpgid(0, 0);
    sigemptyset(&none); /* what this program has asked of signals is not its children's affair */
    pthread_sigmask(SIG_SETMASK, &none, NULL);
    signal(SIGXFSZ, SIG_DFL);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0) {
        _exit(NOT_STARTED);
    }
    for (int i = FIRST_OWN; i < DESCRIPTORS; i++) {
        close(i); /* the journal, other bots' pipes */
    }
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(NOT_STARTED);
}

static void set_nonblocking(int file)
{
    int flags = fcntl(file, F_GETFL);

    fcntl(file, F_SETFL, (int)((unsigned)flags | (unsigned)O_NONBLOCK));
}

Status child_start(Child *child, const char *command, Error *err)
{
    enum { READ, WRITE };
    int to[2];
    int from[2];

    *child = (Child){.to = -1, .from = -1};
    if (!make_pipe(to)) {
        return error_set(err, STATUS_IO, "no pipe can be made for it");
    }
    if (!make_pipe(from)) {
        close_pipe(to);
        return error_set(err, STATUS_IO, "no pipe can be made for it");
    }
    pid_t pid = fork();
    if (pid == 0) {
        become(command, to[READ], from[WRITE]);
    }
    close(to[READ]);
    close(from[WRITE]);
    child->to = to[WRITE];
    child->from = from[READ];
    if (pid < 0) {
        close(child->to);
        close(child->from);
        return error_set(err, STATUS_IO, "no process can be started for it");
    }
    setpgid(pid, pid); /* whoever of the two comes first */
    set_nonblocking(child->to);
    set_nonblocking(child->from);
    child->pid = pid;
    return STATUS_OK;
}

/* ---- talking ---- */

Status child_send(Child *child, const char *text, size_t size)
{
    char *queue = NULL;

    if (child->queued + size <= CHILD_QUEUE_MAX) {
        queue = realloc(child->queue, child->queued + size);
    }
    if (queue == NULL) {
        return STATUS_FULL;
    }
    memcpy(queue + child->queued, text, size);
    child->queue = queue;
    child->queued += size;
    return STATUS_OK;
}

/* write(), but the reader's end is an error and not the signal that would end this program. */
static ssize_t write_quietly(int file, const char *text, size_t size)
{
    const struct timespec at_once = {0, 0};
    sigset_t pipe_signal;
    sigset_t before;

    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
    ssize_t written = write(file, text, size);
    int why = errno;
    if (written < 0 && why == EPIPE) {
        sigtimedwait(&pipe_signal, NULL, &at_once);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = why;
    return written;
}

static bool is_passing(int number)
{
    return number == EAGAIN || number == EWOULDBLOCK || number == EINTR;
}

/* A child that reads no more may still write: that is seen when it is read from. */
static void write_queue(Child *child)
{
    ssize_t written = write_quietly(child->to, child->queue, child->queued);

    if (written > 0) {
        child->queued -= (size_t)written;
        memmove(child->queue, child->queue + written, child->queued);
    } else if (written < 0 && !is_passing(errno)) {
        close(child->to);
        child->to = -1;
    }
}

/* False when nothing more will come. */
static bool read_text(Child *child)
{
    ssize_t size = read(child->from, child->text + child->held, sizeof child->text - child->held);

    if (size > 0) {
        child->held += (size_t)size;
    }
    return size > 0 || (size < 0 && is_passing(errno));
}

/* What comes is read before the time is looked at: an answer that is there counts. */
ChildNews child_wait(Child *child, long long deadline)
{
    enum { END_GRACE = 100 };
    size_t held = child->held;

    while (child->pid != 0 && child->held == held) {
        long long left = deadline - child_now();
        bool writes = child->to >= 0 && child->queued > 0;
        struct pollfd files[] = {{.fd = child->from, .events = POLLIN},
                                 {.fd = writes ? child->to : -1, .events = POLLOUT}};
        int ready = poll(files, 2, left > 0 ? (int)left : 0);
        if (ready > 0 && files[1].revents != 0) {
            write_queue(child);
        }
        if (ready > 0 && files[0].revents != 0 && !read_text(child)) {
            child_end(child, END_GRACE);
        } else if (ready == 0 && left <= 0) {
            return CHILD_SILENT;
        }
    }
    return child->held > held ? CHILD_WROTE : CHILD_ENDED;
}

void child_take(Child *child, size_t size)
{
    child->held -= size;
    memmove(child->text, child->text + size, child->held);
}

/* ---- ending ---- */

/* Whether it has ended within the time, and how. */
static bool ends_within(pid_t pid, long long grace, int *status)
{
    const struct timespec nap = {0, NAP};
    long long deadline = child_now() + grace;

    while (waitpid(pid, status, WNOHANG) == 0) {
        if (child_now() >= deadline) {
            return false;
        }
        nanosleep(&nap, NULL);
    }
    return true;
}

static void tell_end(Child *child, bool by_itself, int status)
{
    const char *hint =
        WIFEXITED(status) && WEXITSTATUS(status) == NOT_STARTED ? ": there is no such program" : "";

    if (!by_itself) {
        snprintf(child->end, sizeof child->end, "wrote no more");
    } else if (WIFEXITED(status)) {
        snprintf(child->end, sizeof child->end, "ended with exit status %d%s", WEXITSTATUS(status),
                 hint);
    } else {
        snprintf(child->end, sizeof child->end, "was ended by signal %d", WTERMSIG(status));
    }
}

void child_end(Child *child, long long grace)
{
    int status = 0;

    if (child->pid == 0) {
        return;
    }
    if (child->to >= 0) {
        close(child->to);
    }
    bool by_itself = ends_within(child->pid, grace, &status);
    kill(-child->pid, SIGKILL); /* what it has started may be left, and keeps the group's number */
    while (!by_itself && waitpid(child->pid, &status, 0) < 0 && errno == EINTR) {
    }
    tell_end(child, by_itself, status);
    close(child->from);
    free(child->queue);
    child->queue = NULL;
    child->queued = 0;
    child->pid = 0;
    child->to = -1;
    child->from = -1;
}
