/* A cage for Lua that strangers wrote: a fresh state with a cap on memory, on instructions and on
 * the length of a string, and a list of harmless names.  Nothing in it can catch the error that ends
 * a script, read a file, see an address or learn something that differs from run to run. */

#ifndef TPD_SCRIPT_SANDBOX_H
#define TPD_SCRIPT_SANDBOX_H

#include <stddef.h>
#include <stdint.h>

#include "core/status.h"

struct lua_State;

enum { SANDBOX_MESSAGE_SIZE = 512 };

typedef struct SandboxLimits {
    size_t memory;    /* bytes in use at a time */
    size_t string;    /* bytes of one string: bounds what one instruction can cost */
    int instructions; /* of all runs together; work inside C functions counts too */
} SandboxLimits;

/* Why a run ended, and where. */
typedef struct SandboxFault {
    int line;  /* of the chunk's own code, the outermost on the stack; 0 = unknown */
    int inner; /* innermost line, where that is in a function called from `line`; else 0 */
    char text[SANDBOX_MESSAGE_SIZE];
} SandboxFault;

typedef enum SandboxSpent { SPENT_NOTHING, SPENT_STRING, SPENT_MEMORY } SandboxSpent;

typedef struct Sandbox {
    struct lua_State *lua;
    SandboxLimits limits;
    size_t memory; /* in use */
    int instructions_left;
    int last_line;      /* begun last, for errors that leave no stack to look at */
    SandboxSpent spent; /* the limit that an allocation hit last */
    void *user;         /* the owner's, for functions that it registers */
} Sandbox;

/* The sandbox must not move while it lives: Lua points back at it. */
Status sandbox_init(Sandbox *sandbox, const SandboxLimits *limits, void *user, Error *err);
void sandbox_clear(Sandbox *sandbox);

Sandbox *sandbox_of(struct lua_State *lua);

/* Adds names to the fresh environment, which is on top of the stack, and leaves it there. */
typedef void SandboxSetup(struct lua_State *lua, const void *setup_data);

typedef struct SandboxChunk {
    const char *text;
    size_t size;
    SandboxSetup *setup; /* may be NULL */
    const void *setup_data;
} SandboxChunk;

/* Runs a text chunk in an environment of its own: the harmless names and what `setup` adds.  Reading
 * any other global is an error that suggests a name. */
Status sandbox_run(Sandbox *sandbox, const SandboxChunk *chunk, SandboxFault *fault);

/* Where the running script stands: fills the lines of `fault`. */
void sandbox_where(struct lua_State *lua, SandboxFault *fault);

/* Counts work done in C as that many instructions; raises an error when they are used up. */
void sandbox_charge(struct lua_State *lua, int64_t instructions);

#endif
