#include "app/counts.h"

#if TPD_COUNTS

#include <stddef.h>

/* The linker's names (ld --wrap): a call of f goes to __wrap_f, and __real_f is f.  Names and
 * parameters are not ours to choose. */
/* NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming) */
/* NOLINTBEGIN(readability-function-size) */
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_realloc(void *block, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
/* Of <lua.h>, which this module may not include: a Lua state and its continuation are pointers. */
typedef int LuaNext(void *lua, int status, intptr_t context);
void __real_lua_callk(void *lua, int arguments, int results, intptr_t context, LuaNext *next);
void __wrap_lua_callk(void *lua, int arguments, int results, intptr_t context, LuaNext *next);
int __real_lua_pcallk(void *lua, int arguments, int results, int handler, intptr_t context,
                      LuaNext *next);
int __wrap_lua_pcallk(void *lua, int arguments, int results, int handler, intptr_t context,
                      LuaNext *next);
int __real_lua_resume(void *lua, void *from, int arguments, int *results);
int __wrap_lua_resume(void *lua, void *from, int arguments, int *results);

void *__wrap_malloc(size_t size)
{
    counts.allocations++;
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    counts.allocations++;
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size)
{
    counts.allocations++;
    return __real_realloc(block, size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    counts.allocations++;
    return __real_aligned_alloc(alignment, size);
}

void __wrap_lua_callk(void *lua, int arguments, int results, intptr_t context, LuaNext *next)
{
    counts.lua_calls++;
    __real_lua_callk(lua, arguments, results, context, next);
}

int __wrap_lua_pcallk(void *lua, int arguments, int results, int handler, intptr_t context,
                      LuaNext *next)
{
    counts.lua_calls++;
    return __real_lua_pcallk(lua, arguments, results, handler, context, next);
}

int __wrap_lua_resume(void *lua, void *from, int arguments, int *results)
{
    counts.lua_calls++;
    return __real_lua_resume(lua, from, arguments, results);
}
/* NOLINTEND(readability-function-size) */
/* NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming) */

#endif
