/* The harmless part of Lua's libraries, and what replaces the harmful part. */

#ifndef TPD_SCRIPT_SANDBOX_LIBRARY_H
#define TPD_SCRIPT_SANDBOX_LIBRARY_H

#include <lua.h>

/* Once a state: opens the libraries, keeps what is allowed, also behind the methods of strings. */
void sandbox_library_open(lua_State *lua);

/* Pushes a fresh environment with copies that no other environment shares. */
void sandbox_library_push(lua_State *lua);

#endif
