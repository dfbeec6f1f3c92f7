/* A program that runs beside this one, and is written to and read from through pipes.  It leads a
 * process group of its own, so that its end takes along what it has started. */

#ifndef TPD_PROCESS_CHILD_H
#define TPD_PROCESS_CHILD_H

#include <sys/types.h>

#include "core/status.h"

enum {
    CHILD_HELD_MAX = 64 * 1024,    /* bytes that are read and not yet taken */
    CHILD_QUEUE_MAX = 1024 * 1024, /* bytes that it has not yet read */
    CHILD_END_SIZE = 80,
};

typedef struct Child {
    pid_t pid;     /* 0: not running */
    int to, from;  /* our ends of the pipes; -1: closed */
    char *queue;   /* owned: what is still to be written */
    size_t queued; /* bytes of it */
    size_t held;   /* bytes in `text` */
    char text[CHILD_HELD_MAX];
    char end[CHILD_END_SIZE]; /* how it ended: "ended with exit status 3" */
} Child;

typedef enum ChildNews {
    CHILD_WROTE,  /* there is more in `text` */
    CHILD_ENDED,  /* it has ended, or writes no more: it is waited for, and `end` tells */
    CHILD_SILENT, /* the time is over */
} ChildNews;

/* Runs `sh -c command`; what it writes to standard error goes where ours goes. */
Status child_start(Child *child, const char *command, Error *err);

/* Queues text for it; what does not fit, or finds no memory, is STATUS_FULL. */
Status child_send(Child *child, const char *text, size_t size);

/* Writes what is queued and reads what comes, until one of the news. */
ChildNews child_wait(Child *child, long long deadline);
void child_take(Child *child, size_t size); /* the first bytes of `text` have been read */

/* Closes the pipes, gives it `grace` milliseconds to end, ends it and its group otherwise, and waits
 * for it.  Nothing happens if it is not running. */
void child_end(Child *child, long long grace);

long long child_now(void); /* milliseconds of a clock that only goes forward */

#endif
