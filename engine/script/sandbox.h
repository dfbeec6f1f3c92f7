/* A cage for Lua that strangers wrote: a fresh state with a cap on memory, on instructions and on
 * the length of a string, and a list of harmless names.  Nothing in it can catch the error that ends
 * a script, read a file, see an address or learn something that differs from run to run. */

#ifndef TPD_SCRIPT_SANDBOX_H
#define TPD_SCRIPT_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/status.h"
#include "script/watch.h"

struct lua_State;

enum { SANDBOX_MESSAGE_SIZE = 512 };

typedef struct SandboxLimits {
    size_t memory;    /* bytes in use at a time */
    size_t string;    /* bytes of one string: bounds what one instruction can cost */
    size_t stack;     /* bytes of the stack: bounds what one call can cost; 0: as Lua has it */
    int instructions; /* until sandbox_refill(); work in C and memory taken count too */
} SandboxLimits;

/* Why a run ended, and where. */
typedef struct SandboxFault {
    int line;  /* of the chunk's own code, the outermost on the stack; 0 = unknown */
    int inner; /* innermost line, where that is in a function called from `line`; else 0 */
    char text[SANDBOX_MESSAGE_SIZE];
} SandboxFault;

typedef enum SandboxSpent { SPENT_NOTHING, SPENT_STRING, SPENT_MEMORY } SandboxSpent;

/* How a run is kept to its instructions.  To have Lua count them costs a sixth of a bot's time, so a
 * run may be watched instead. */
typedef enum SandboxMeter {
    SANDBOX_COUNTS,
    SANDBOX_WATCHES,
    SANDBOX_TRUSTS, /* neither, to measure what they cost: an endless loop would have no end */
} SandboxMeter;

typedef struct Sandbox {
    struct lua_State *lua;
    SandboxLimits limits;
    size_t memory; /* in use */
    int instructions_left;
    SandboxSpent spent; /* the limit that an allocation of this run hit */
    SandboxFault place; /* where it did */
    /* Lua's stack is the one block that grows with the depth of calls. */
    const void *stack, *newest;
    size_t stack_size, newest_size;
    int pause; /* percent to which memory grows before garbage is looked for */
    SandboxMeter meter;
    Watch watch;               /* if it watches */
    _Atomic(bool) is_in_doubt; /* the run that was watched, see sandbox_watch() */
    void *user;                /* the owner's, for functions that it registers */
} Sandbox;

/* The sandbox must not move while it lives: Lua points back at it. */
Status sandbox_init(Sandbox *sandbox, const SandboxLimits *limits, void *user, Error *err);
void sandbox_clear(Sandbox *sandbox);

Sandbox *sandbox_of(struct lua_State *lua);

/* From now on runs are watched, in this thread; without effect where nothing can watch, see watch.h.
 * A watched run that could have hit a limit ends soon with `is_in_doubt` set, whatever it returns:
 * the owner must throw the sandbox away, and do all that it did again in one that counts.  Any other
 * ends as it would if it were counted.  Which of the two it is may hang on the machine. */
void sandbox_watch(Sandbox *sandbox, const WatchLimits *limits);

/* From now on so many instructions, whatever is left. */
void sandbox_refill(Sandbox *sandbox, int instructions);

/* Calls `body` with one argument, a light userdata.  STATUS_OK, or why and where it ended. */
typedef int SandboxBody(struct lua_State *lua);
Status sandbox_call(Sandbox *sandbox, SandboxBody *body, void *argument, SandboxFault *fault);

/* Adds names to the fresh environment, which is on top of the stack, and leaves it there. */
typedef void SandboxSetup(struct lua_State *lua, const void *setup_data);

typedef struct SandboxChunk {
    const char *text;
    size_t size;
    SandboxSetup *setup; /* may be NULL */
    const void *setup_data;
} SandboxChunk;

/* Inside a sandbox_call: pushes a text chunk as a function in an environment of its own, which holds
 * the harmless names and what `setup` adds.  Reading any other global is an error that suggests a
 * name. */
void sandbox_push(struct lua_State *lua, const SandboxChunk *chunk);

/* Runs a chunk. */
Status sandbox_run(Sandbox *sandbox, const SandboxChunk *chunk, SandboxFault *fault);

/* Where the running script stands: fills the lines of `fault`. */
void sandbox_where(struct lua_State *lua, SandboxFault *fault);

/* Counts work done in C as that many instructions; raises an error when they are used up. */
void sandbox_charge(struct lua_State *lua, int64_t instructions);
/* Counts the bytes of the texts among the arguments of a function in C, which may read them as
 * numbers. */
void sandbox_charge_texts(struct lua_State *lua);

#endif
