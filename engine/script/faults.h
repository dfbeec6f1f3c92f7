/* How the rules compiler reports a fault: with the author's file and line, and at the item that it
 * belongs to. */

#ifndef TPD_SCRIPT_FAULTS_H
#define TPD_SCRIPT_FAULTS_H

#include <lua.h>

#include "core/status.h"
#include "script/compiler.h"
#include "script/sandbox.h"

/* A fault in the call that is running.  With `field`, the line is that of the field where it can be
 * found below the call. */
void fault_add(lua_State *lua, const char *field, const char *format, ...) TPD_PRINTF(3, 4);

/* A fault at a known place of the current source. */
void fault_at(Compiler *compiler, const SandboxFault *where, const char *format, ...)
    TPD_PRINTF(3, 4);

/* The same for something that is not as it should be in the item being read, but can be played. */
void warning_add(lua_State *lua, const char *field, const char *format, ...) TPD_PRINTF(3, 4);

/* The faults of constructors so far belong to the item being read, or to none. */
void fault_settle(Compiler *compiler);

#endif
