#include "script/sandbox.h"

#include <assert.h>
#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/sandbox_library.h"

_Static_assert(LUA_VERSION_NUM == 504, "the list of harmless names was made for Lua 5.4");

enum { HOOK_PERIOD = 1000 };

/* All chunks bear this name; the owner knows which file it runs. */
#define CHUNK "chunk"

static const char out_of_instructions[] =
    "runs for more than %d instructions: is there a loop without end?";

static void *allocate(void *user, void *block, size_t old_size, size_t size)
{
    Sandbox *sandbox = user;
    size_t held = block != NULL ? old_size : 0;

    if (size == 0) {
        free(block);
        sandbox->memory -= held;
        return NULL;
    }
    /* For a new block, old_size is the type that Lua wants it for. */
    if (block == NULL && old_size == LUA_TSTRING && size > sandbox->limits.string) {
        sandbox->spent = SPENT_STRING;
        return NULL;
    }
    if (size > held && size - held > sandbox->limits.memory - sandbox->memory) {
        sandbox->spent = SPENT_MEMORY;
        return NULL;
    }
    void *moved = realloc(block, size);
    if (moved != NULL) {
        sandbox->memory = sandbox->memory - held + size;
    }
    return moved;
}

Sandbox *sandbox_of(lua_State *lua)
{
    return *(Sandbox **)lua_getextraspace(lua);
}

void sandbox_charge(lua_State *lua, int64_t instructions)
{
    Sandbox *sandbox = sandbox_of(lua);

    if (instructions > sandbox->instructions_left) {
        sandbox->instructions_left = 0;
        luaL_error(lua, out_of_instructions, sandbox->limits.instructions);
    }
    sandbox->instructions_left -= (int)instructions;
}

static void count_or_note_line(lua_State *lua, lua_Debug *event)
{
    if (event->event == LUA_HOOKLINE) {
        sandbox_of(lua)->last_line = event->currentline;
    } else {
        sandbox_charge(lua, HOOK_PERIOD);
    }
}

/* The line on which the frame at `level` stands; 0 if it is not one of the chunk's functions. */
static int line_at(lua_State *lua, int level)
{
    lua_Debug frame;

    if (!lua_getstack(lua, level, &frame)) {
        return 0;
    }
    lua_getinfo(lua, "Sl", &frame);
    return strcmp(frame.source, "=" CHUNK) == 0 && frame.currentline > 0 ? frame.currentline : 0;
}

/* Reaching a level costs as many steps as it is deep, so an endless recursion is not walked. */
static int outermost_level(lua_State *lua)
{
    lua_Debug frame;
    int known = 0;
    int beyond = 1;

    while (lua_getstack(lua, beyond, &frame)) {
        known = beyond;
        beyond *= 2;
    }
    while (beyond - known > 1) {
        int middle = known + (beyond - known) / 2;
        if (lua_getstack(lua, middle, &frame)) {
            known = middle;
        } else {
            beyond = middle;
        }
    }
    return known;
}

void sandbox_where(lua_State *lua, SandboxFault *fault)
{
    enum { LEVELS_SEEN = 8 }; /* functions of ours that can lie above or below the chunk's */
    int last = outermost_level(lua);

    fault->line = 0;
    fault->inner = 0;
    for (int i = 0; i < LEVELS_SEEN && fault->inner == 0; i++) {
        fault->inner = line_at(lua, i);
    }
    for (int i = 0; i < LEVELS_SEEN && i <= last && fault->line == 0; i++) {
        fault->line = line_at(lua, last - i);
    }
    if (fault->inner == fault->line) {
        fault->inner = 0;
    }
}

/* Lua puts `chunk:LINE: ` before most messages: takes it off and returns the line, or 0. */
static int split_line(const char **message)
{
    static const char prefix[] = CHUNK ":";
    const char *text = *message;

    if (strncmp(text, prefix, sizeof prefix - 1) != 0) {
        return 0;
    }
    char *end;
    long line = strtol(text + sizeof prefix - 1, &end, 10);
    if (line <= 0 || line > INT32_MAX || strncmp(end, ": ", 2) != 0) {
        return 0;
    }
    *message = end + 2;
    return (int)line;
}

/* What a protected run works on. */
typedef struct Run {
    SandboxChunk chunk;
    SandboxFault *fault;
} Run;

/* Hands the whole chunk over at once. */
static const char *read_chunk(lua_State *lua, void *user, size_t *size)
{
    SandboxChunk *chunk = user;
    const char *text = chunk->size > 0 ? chunk->text : NULL;

    (void)lua;
    *size = chunk->size;
    chunk->size = 0;
    return text;
}

/* Called where the error is raised, while the stack still shows where that is. */
static int note_error(lua_State *lua)
{
    Run *run = lua_touserdata(lua, lua_upvalueindex(1));
    const char *message = "raises an error that is not a text";

    if (lua_type(lua, 1) == LUA_TSTRING) {
        message = lua_tostring(lua, 1);
    }
    sandbox_where(lua, run->fault);
    int line = split_line(&message);
    if (run->fault->line == 0) {
        run->fault->line = line;
    }
    snprintf(run->fault->text, sizeof run->fault->text, "%s", message);
    return 0;
}

static int run_chunk(lua_State *lua)
{
    Run *run = lua_touserdata(lua, 1);

    luaL_checkstack(lua, LUA_MINSTACK, NULL);
    if (lua_load(lua, read_chunk, &run->chunk, "=" CHUNK, "t") != LUA_OK) {
        return lua_error(lua);
    }
    sandbox_library_push(lua);
    if (run->chunk.setup != NULL) {
        run->chunk.setup(lua, run->chunk.setup_data);
    }
    const char *upvalue = lua_setupvalue(lua, -2, 1);
    assert(upvalue != NULL);
    (void)upvalue;
    lua_call(lua, 0, 0);
    return 0;
}

static int run_with_handler(lua_State *lua)
{
    Run *run = lua_touserdata(lua, 1);

    lua_pushlightuserdata(lua, run);
    lua_pushcclosure(lua, note_error, 1);
    lua_pushcfunction(lua, run_chunk);
    lua_pushlightuserdata(lua, run);
    int status = lua_pcall(lua, 1, 0, -3);
    if (status == LUA_ERRMEM) {
        return lua_error(lua); /* the handler was not asked */
    }
    lua_pushboolean(lua, status == LUA_OK);
    return 1;
}

static void print_spent(const Sandbox *sandbox, SandboxFault *fault)
{
    switch (sandbox->spent) {
    case SPENT_STRING:
        snprintf(fault->text, sizeof fault->text, "makes a string of more than %zu bytes",
                 sandbox->limits.string);
        return;
    case SPENT_MEMORY:
        snprintf(fault->text, sizeof fault->text, "needs more than %zu bytes of memory",
                 sandbox->limits.memory);
        return;
    case SPENT_NOTHING:
        snprintf(fault->text, sizeof fault->text, "out of memory");
        return;
    }
}

Status sandbox_run(Sandbox *sandbox, const SandboxChunk *chunk, SandboxFault *fault)
{
    lua_State *lua = sandbox->lua;
    Run run = {.chunk = *chunk, .fault = fault};

    *fault = (SandboxFault){0};
    sandbox->spent = SPENT_NOTHING;
    sandbox->last_line = 0;
    lua_sethook(lua, count_or_note_line, LUA_MASKCOUNT | LUA_MASKLINE, HOOK_PERIOD);
    lua_pushcfunction(lua, run_with_handler);
    lua_pushlightuserdata(lua, &run);
    int status = lua_pcall(lua, 1, 1, 0);
    bool done = status == LUA_OK && lua_toboolean(lua, -1);
    lua_settop(lua, 0);
    lua_sethook(lua, NULL, 0, 0);
    if (done) {
        return STATUS_OK;
    }
    if (status == LUA_OK) {
        return STATUS_PARSE; /* note_error() has filled the fault */
    }
    fault->line = sandbox->last_line;
    print_spent(sandbox, fault);
    return sandbox->spent != SPENT_NOTHING ? STATUS_PARSE : STATUS_MEMORY;
}

static int open_libraries(lua_State *lua)
{
    sandbox_library_open(lua);
    return 0;
}

Status sandbox_init(Sandbox *sandbox, const SandboxLimits *limits, void *user, Error *err)
{
    *sandbox =
        (Sandbox){.limits = *limits, .instructions_left = limits->instructions, .user = user};
    sandbox->lua = lua_newstate(allocate, sandbox);
    if (sandbox->lua == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory");
    }
    *(Sandbox **)lua_getextraspace(sandbox->lua) = sandbox;
    lua_pushcfunction(sandbox->lua, open_libraries);
    if (lua_pcall(sandbox->lua, 0, 0, 0) != LUA_OK) {
        sandbox_clear(sandbox);
        return error_set(err, STATUS_MEMORY, "out of memory");
    }
    return STATUS_OK;
}

void sandbox_clear(Sandbox *sandbox)
{
    if (sandbox->lua != NULL) {
        lua_close(sandbox->lua);
        sandbox->lua = NULL;
    }
}
