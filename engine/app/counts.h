/* What must not happen while games are played is counted: the linker leads every call that our code
 * makes of malloc and its like, and of Lua's ways to run a function, through counts.c.  Calls inside
 * the libraries themselves pass by. */

#ifndef TPD_APP_COUNTS_H
#define TPD_APP_COUNTS_H

#include <stdint.h>

typedef struct Counts {
    uint64_t allocations, lua_calls;
} Counts;

extern _Thread_local Counts counts; /* in main.c */

#endif
