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

enum {
    HOOK_PERIOD = 1000,
    MEMORY_UNIT = 16,      /* bytes that cost an instruction */
    STACK_UNIT = 4 * 1024, /* bytes of stack that make every instruction dearer by its own price */
    /* While little memory is in use it may grow fourfold before garbage is looked for, as that is
     * half of a bot's time; then less and less, so that garbage alone does not fill the cage. */
    LITTLE = 2 * 1024 * 1024,
    MUCH = 8 * 1024 * 1024,
    PAUSE_LITTLE = 400,
    PAUSE = 200,
    PAUSE_MUCH = 150,
    COLLECT_SPEED = 200,
    /* Where the last so many bytes begin a run ends at the next hook: Lua would look for garbage
     * twice over before it gave up. */
    LAST_BYTES = 128 * 1024,
    /* Above these a watched run is in doubt. */
    WATCHED_SHARE = 8, /* work in C and memory, as the instructions divided by this */
    WATCHED_STACK = 4 * 1024,
    WATCHED_MEMORY = LITTLE,
};

/* Why a watched run that is not in doubt ends as if it were counted.  Counting changes nothing that a
 * script can see, so only the limits may tell the two apart, and of these a string's length does not
 * hang on how the run is kept.
 * - Instructions: work in C and memory, charged in both, have taken an eighth at most.  With so small
 *   a stack an instruction counts once, or twice if the counting itself has doubled the stack.  So
 *   nothing is used up before 7/16 of the limit have run in Lua, 875 000 of a decision's 2 000 000,
 *   and the watch's patience ends earlier, see bot_watch in script_bot.c.
 * - The stack's limit is far above where doubt begins, even doubled.
 * - Memory: what is in use is below what counting runs begin to look after, garbage and all.  Where
 *   garbage is collected at other moments, it grows to the fourfold of what lives at most: half of
 *   the cage. */

/* All chunks bear this name; the owner knows which file it runs. */
#define CHUNK "chunk"

static const char out_of_instructions[] =
    "runs for more than %d instructions: is there a loop without end?";

/* Ends a run, whose outcome does not count. */
static void stop(lua_State *lua, lua_Debug *event)
{
    (void)event;
    luaL_error(lua, "in doubt");
}

/* Also called while a signal is handled, at any moment of a run: Lua lets a hook be set then. */
static void doubt(void *user)
{
    Sandbox *sandbox = user;

    if (sandbox->meter == SANDBOX_WATCHES && sandbox->lua != NULL) {
        sandbox->is_in_doubt = true;
        lua_sethook(sandbox->lua, stop, LUA_MASKCOUNT, 1);
    }
}

/* The stack has moved to the block that was made last. */
static void note_stack(Sandbox *sandbox, const void *block, size_t size)
{
    sandbox->stack = block;
    sandbox->stack_size = size;
    if (size > WATCHED_STACK) {
        doubt(sandbox);
    }
}

static void *refuse(Sandbox *sandbox, SandboxSpent spent)
{
    if (sandbox->lua != NULL && sandbox->spent == SPENT_NOTHING) {
        sandbox_where(sandbox->lua, &sandbox->place); /* later ones come while the run unwinds */
    }
    sandbox->spent = spent;
    if (spent == SPENT_MEMORY) {
        doubt(sandbox);
    }
    return NULL;
}

static void release(Sandbox *sandbox, void *block, size_t size)
{
    if (block != NULL && block == sandbox->stack) {
        note_stack(sandbox, sandbox->newest, sandbox->newest_size);
    }
    free(block);
    sandbox->memory -= size;
}

/* Where the bytes begin in which a run ends at the next hook. */
static size_t last_bytes(const Sandbox *sandbox)
{
    return sandbox->limits.memory - LAST_BYTES;
}

/* The hook comes a while later, when the script may stand elsewhere. */
static void note_growth(Sandbox *sandbox, size_t before)
{
    size_t last = last_bytes(sandbox);

    if (sandbox->memory > WATCHED_MEMORY) {
        doubt(sandbox);
    }
    if (before <= last && sandbox->memory > last && sandbox->lua != NULL &&
        sandbox->spent == SPENT_NOTHING) {
        sandbox_where(sandbox->lua, &sandbox->place);
    }
}

/* Once the memory is full, Lua collects its garbage and asks again, and would do so for every
 * further block: so a run that was refused memory gets no more. */
static bool is_full(const Sandbox *sandbox, size_t growth)
{
    return growth > 0 &&
           (sandbox->spent == SPENT_MEMORY || growth > sandbox->limits.memory - sandbox->memory);
}

static void *allocate(void *user, void *block, size_t old_size, size_t size)
{
    Sandbox *sandbox = user;
    size_t held = block != NULL ? old_size : 0;
    size_t growth = size > held ? size - held : 0;

    if (size == 0) {
        release(sandbox, block, held);
        return NULL;
    }
    /* For a new block, old_size is the type that Lua wants it for. */
    if (block == NULL && old_size == LUA_TSTRING && size > sandbox->limits.string) {
        return refuse(sandbox, SPENT_STRING);
    }
    if (is_full(sandbox, growth)) {
        return refuse(sandbox, SPENT_MEMORY);
    }
    bool is_stack = block != NULL && block == sandbox->stack;
    void *moved = realloc(block, size);
    if (moved == NULL) {
        return NULL;
    }
    size_t before = sandbox->memory;
    sandbox->memory = before - held + size;
    sandbox->instructions_left -= (int)(growth / MEMORY_UNIT);
    if (is_stack) {
        note_stack(sandbox, moved, size);
    }
    sandbox->newest = moved;
    sandbox->newest_size = size;
    note_growth(sandbox, before);
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
        doubt(sandbox);
        luaL_error(lua, out_of_instructions, sandbox->limits.instructions);
    }
    sandbox->instructions_left -= (int)instructions;
}

void sandbox_refill(Sandbox *sandbox, int instructions)
{
    sandbox->limits.instructions = instructions;
    sandbox->instructions_left =
        sandbox->meter == SANDBOX_WATCHES ? instructions / WATCHED_SHARE : instructions;
}

static int pause_for(size_t memory)
{
    if (memory < LITTLE) {
        return PAUSE_LITTLE;
    }
    return memory < MUCH ? PAUSE : PAUSE_MUCH;
}

static void set_pause(Sandbox *sandbox, int pause)
{
    sandbox->pause = pause;
    lua_gc(sandbox->lua, LUA_GCINC, pause, COLLECT_SPEED, 0);
}

/* Looks after the memory of a run. */
static void watch_memory(lua_State *lua, Sandbox *sandbox)
{
    int pause = pause_for(sandbox->memory);

    if (pause < sandbox->pause) {
        set_pause(sandbox, pause);
    }
    if (sandbox->memory > last_bytes(sandbox)) {
        sandbox->spent = SPENT_MEMORY;
        luaL_error(lua, "out of memory"); /* print_spent() says it better */
    }
}

/* What one instruction can copy grows with the stack, and so does its price. */
static void count(lua_State *lua, lua_Debug *event)
{
    Sandbox *sandbox = sandbox_of(lua);
    int64_t price = 1;

    (void)event;
    watch_memory(lua, sandbox);
    if (sandbox->limits.stack > 0) {
        if (sandbox->stack_size > sandbox->limits.stack) {
            luaL_error(lua, "calls itself too deeply: is there a recursion without end?");
        }
        price += (int64_t)(sandbox->stack_size / STACK_UNIT);
    }
    sandbox_charge(lua, HOOK_PERIOD * price);
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

/* What a protected call works on. */
typedef struct Run {
    SandboxBody *body;
    void *argument;
    SandboxFault *fault;
} Run;

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

static int run_with_handler(lua_State *lua)
{
    Run *run = lua_touserdata(lua, 1);

    lua_pushlightuserdata(lua, run);
    lua_pushcclosure(lua, note_error, 1);
    lua_pushcfunction(lua, run->body);
    lua_pushlightuserdata(lua, run->argument);
    int status = lua_pcall(lua, 1, 0, -3);
    if (status == LUA_ERRMEM) {
        return lua_error(lua); /* the handler was not asked */
    }
    lua_pushboolean(lua, status == LUA_OK);
    return 1;
}

static void print_spent(const Sandbox *sandbox, SandboxFault *fault)
{
    *fault = sandbox->place;
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

/* False: the run cannot be had. */
static bool begin_run(Sandbox *sandbox)
{
    switch (sandbox->meter) {
    case SANDBOX_COUNTS:
        lua_sethook(sandbox->lua, count, LUA_MASKCOUNT, HOOK_PERIOD);
        return true;
    case SANDBOX_WATCHES:
        sandbox->is_in_doubt = !watch_begin(&sandbox->watch);
        return !sandbox->is_in_doubt;
    case SANDBOX_TRUSTS:
        break;
    }
    return true;
}

static void end_run(Sandbox *sandbox)
{
    if (sandbox->meter == SANDBOX_WATCHES &&
        (watch_end(&sandbox->watch) || sandbox->instructions_left < 0)) {
        sandbox->is_in_doubt = true;
    }
    lua_sethook(sandbox->lua, NULL, 0, 0);
}

Status sandbox_call(Sandbox *sandbox, SandboxBody *body, void *argument, SandboxFault *fault)
{
    lua_State *lua = sandbox->lua;
    Run run = {.body = body, .argument = argument, .fault = fault};
    int top = lua_gettop(lua);

    *fault = (SandboxFault){0};
    sandbox->place = *fault;
    sandbox->spent = SPENT_NOTHING;
    if (sandbox->pause != pause_for(sandbox->memory)) {
        set_pause(sandbox, pause_for(sandbox->memory));
    }
    if (!begin_run(sandbox)) {
        return STATUS_PARSE;
    }
    lua_pushcfunction(lua, run_with_handler);
    lua_pushlightuserdata(lua, &run);
    int status = lua_pcall(lua, 1, 1, 0);
    bool done = status == LUA_OK && lua_toboolean(lua, -1);
    lua_settop(lua, top);
    end_run(sandbox);
    if (done) {
        return STATUS_OK;
    }
    if (status == LUA_OK && sandbox->spent == SPENT_NOTHING) {
        return STATUS_PARSE; /* note_error() has filled the fault */
    }
    print_spent(sandbox, fault);
    Status why = sandbox->spent != SPENT_NOTHING ? STATUS_PARSE : STATUS_MEMORY;
    sandbox->spent = SPENT_NOTHING;
    lua_gc(lua, LUA_GCCOLLECT); /* what filled the memory may be garbage now */
    return why;
}

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

void sandbox_push(lua_State *lua, const SandboxChunk *chunk)
{
    SandboxChunk rest = *chunk;

    luaL_checkstack(lua, LUA_MINSTACK, NULL);
    if (lua_load(lua, read_chunk, &rest, "=" CHUNK, "t") != LUA_OK) {
        lua_error(lua);
    }
    sandbox_library_push(lua);
    if (chunk->setup != NULL) {
        chunk->setup(lua, chunk->setup_data);
    }
    const char *upvalue = lua_setupvalue(lua, -2, 1);
    assert(upvalue != NULL);
    (void)upvalue;
}

static int run_chunk(lua_State *lua)
{
    sandbox_push(lua, lua_touserdata(lua, 1));
    lua_call(lua, 0, 0);
    return 0;
}

Status sandbox_run(Sandbox *sandbox, const SandboxChunk *chunk, SandboxFault *fault)
{
    SandboxChunk run = *chunk;

    return sandbox_call(sandbox, run_chunk, &run, fault);
}

static int open_libraries(lua_State *lua)
{
    sandbox_library_open(lua);
    return 0;
}

/* Lets the stack grow, so that the allocator learns which block it is. */
static void find_stack(Sandbox *sandbox)
{
    enum { MORE_SLOTS = 100 };
    size_t before = sandbox->memory;

    sandbox->newest = NULL;
    lua_checkstack(sandbox->lua, MORE_SLOTS);
    if (sandbox->memory > before) {
        note_stack(sandbox, sandbox->newest, sandbox->newest_size);
    }
}

Status sandbox_init(Sandbox *sandbox, const SandboxLimits *limits, void *user, Error *err)
{
    *sandbox = (Sandbox){.limits = *limits, .user = user};
    sandbox->lua = lua_newstate(allocate, sandbox);
    if (sandbox->lua == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory");
    }
    *(Sandbox **)lua_getextraspace(sandbox->lua) = sandbox;
    find_stack(sandbox);
    set_pause(sandbox, PAUSE_LITTLE);
    lua_pushcfunction(sandbox->lua, open_libraries);
    if (lua_pcall(sandbox->lua, 0, 0, 0) != LUA_OK) {
        sandbox_clear(sandbox);
        return error_set(err, STATUS_MEMORY, "out of memory");
    }
    sandbox_refill(sandbox, limits->instructions);
    return STATUS_OK;
}

void sandbox_watch(Sandbox *sandbox, const WatchLimits *limits)
{
    if (sandbox->stack_size <= WATCHED_STACK && sandbox->memory <= WATCHED_MEMORY &&
        watch_init(&sandbox->watch, limits, doubt, sandbox)) {
        sandbox->meter = SANDBOX_WATCHES;
    }
}

void sandbox_clear(Sandbox *sandbox)
{
    if (sandbox->meter == SANDBOX_WATCHES) {
        watch_clear(&sandbox->watch);
        sandbox->meter = SANDBOX_COUNTS;
    }
    if (sandbox->lua != NULL) {
        lua_close(sandbox->lua);
        sandbox->lua = NULL;
    }
}
