#include "script/sandbox_library.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/vocab.h"
#include "script/sandbox.h"

enum {
    CONVERSION_COST = 200, /* instructions that one % of string.format may take */
    NUMBER_COST = 40,      /* of a number that may have to be printed or read */
    JOIN_COST = 40,        /* of one value of table.concat, likewise */
    UNPACK_MAX = 200,      /* values of one table.unpack */
    NAMES_MAX = 256,       /* of an environment, for suggestions */
};

/* The registry keeps the master copy under this field. */
#define MASTER "sandbox.library"

/* ---- functions whose originals cost more than they count, or show addresses ---- */

/* Charges a function of the C library for what it may read, then calls it. */
static int charged(lua_State *lua)
{
    int64_t cost = 0;

    for (int i = 1; i <= lua_gettop(lua); i++) {
        int type = lua_type(lua, i);
        if (type == LUA_TSTRING || type == LUA_TTABLE) {
            cost += (int64_t)lua_rawlen(lua, i);
        } else if (type == LUA_TNUMBER) {
            cost += NUMBER_COST;
        }
    }
    sandbox_charge(lua, cost);
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

/* The same for a function that prints nothing, but reads a text as a number if it is given one. */
static int charged_for_texts(lua_State *lua)
{
    sandbox_charge_texts(lua);
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

void sandbox_charge_texts(lua_State *lua)
{
    int64_t cost = 0;

    for (int i = lua_gettop(lua); i > 0; i--) {
        if (lua_type(lua, i) == LUA_TSTRING) {
            cost += (int64_t)lua_rawlen(lua, i);
        }
    }
    if (cost > 0) {
        sandbox_charge(lua, cost);
    }
}

static int library_tostring(lua_State *lua)
{
    luaL_checkany(lua, 1);
    sandbox_charge(lua, NUMBER_COST);
    switch (lua_type(lua, 1)) {
    case LUA_TNIL:
    case LUA_TBOOLEAN:
    case LUA_TNUMBER:
    case LUA_TSTRING:
        luaL_tolstring(lua, 1, NULL);
        break;
    default: /* without the address, which differs from run to run */
        lua_pushstring(lua, luaL_typename(lua, 1));
        break;
    }
    return 1;
}

/* Lua's own string.format, without %p and without values that print as an address. */
static int library_format(lua_State *lua)
{
    const char *format = luaL_checkstring(lua, 1);

    for (const char *at = strchr(format, '%'); at != NULL; at = strchr(at, '%')) {
        sandbox_charge(lua, CONVERSION_COST);
        at += 1 + strspn(at + 1, "-+ #0123456789.");
        if (*at == 'p') {
            return luaL_error(lua, "string.format: '%%p' is not available");
        }
        at += *at != '\0';
    }
    for (int i = 2; i <= lua_gettop(lua); i++) {
        int type = lua_type(lua, i);
        if (type != LUA_TSTRING && type != LUA_TNUMBER && type != LUA_TBOOLEAN &&
            type != LUA_TNIL) {
            return luaL_error(lua, "string.format: cannot format a %s", lua_typename(lua, type));
        }
    }
    return charged(lua);
}

static int library_unpack(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_Integer first = luaL_optinteger(lua, 2, 1);
    lua_Integer last = luaL_optinteger(lua, 3, (lua_Integer)lua_rawlen(lua, 1));

    if (first > last) {
        return 0;
    }
    if ((lua_Unsigned)last - (lua_Unsigned)first >= UNPACK_MAX) {
        return luaL_error(lua, "table.unpack: expected at most %d values", UNPACK_MAX);
    }
    int count = (int)(last - first) + 1;
    luaL_checkstack(lua, count, NULL);
    sandbox_charge(lua, count);
    for (int i = 0; i < count; i++) {
        lua_rawgeti(lua, 1, first + i);
    }
    return count;
}

static int library_concat(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_Integer length = (lua_Integer)lua_rawlen(lua, 1);

    luaL_argcheck(lua, luaL_optinteger(lua, 4, length) <= length, 4, "beyond the end of the table");
    sandbox_charge(lua, JOIN_COST * length);
    return charged(lua);
}

/* Adding and removing at the end moves nothing. */
static int at_the_end(lua_State *lua, int arguments)
{
    return lua_gettop(lua) > arguments ? charged(lua)
                                       : lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

static int library_insert(lua_State *lua)
{
    return at_the_end(lua, 2);
}

static int library_remove(lua_State *lua)
{
    return at_the_end(lua, 1);
}

/* Whether the value at `a` sorts before that at `b`; argument 2 is the order, or none. */
static int sorts_before(lua_State *lua, int a, int b)
{
    if (lua_isnoneornil(lua, 2)) {
        return lua_compare(lua, a, b, LUA_OPLT);
    }
    lua_pushvalue(lua, 2);
    lua_pushvalue(lua, a);
    lua_pushvalue(lua, b);
    lua_call(lua, 2, 1);
    int before = lua_toboolean(lua, -1);
    lua_pop(lua, 1);
    return before;
}

/* Merges two sorted runs, [low, middle) and [middle, high), of the table at `from` into `to`. */
static void merge_runs(lua_State *lua, const int table[2], const lua_Integer bound[3])
{
    lua_Integer left = bound[0];
    lua_Integer right = bound[1];

    for (lua_Integer i = bound[0]; i < bound[2]; i++) {
        bool take_right = left == bound[1];
        if (left < bound[1] && right < bound[2]) {
            lua_rawgeti(lua, table[0], right);
            lua_rawgeti(lua, table[0], left);
            take_right = sorts_before(lua, lua_gettop(lua) - 1, lua_gettop(lua));
            lua_pop(lua, 2);
        }
        lua_rawgeti(lua, table[0], take_right ? right++ : left++);
        lua_rawseti(lua, table[1], i);
    }
}

/* A merge sort: stable, and unlike Lua's own it never asks the clock for a pivot. */
static int library_sort(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    if (!lua_isnoneornil(lua, 2)) {
        luaL_checktype(lua, 2, LUA_TFUNCTION);
    }
    lua_settop(lua, 2);
    lua_Integer end = (lua_Integer)lua_rawlen(lua, 1) + 1;
    int table[2] = {1, 3};
    lua_createtable(lua, 0, 0);
    for (lua_Integer width = 1; width < end - 1; width *= 2) {
        sandbox_charge(lua, end);
        for (lua_Integer low = 1; low < end; low += 2 * width) {
            lua_Integer middle = low + width < end ? low + width : end;
            lua_Integer high = middle + width < end ? middle + width : end;
            merge_runs(lua, table, (lua_Integer[]){low, middle, high});
        }
        table[0] = 4 - table[0];
        table[1] = 4 - table[1];
    }
    for (lua_Integer i = 1; table[0] != 1 && i < end; i++) {
        lua_rawgeti(lua, table[0], i);
        lua_rawseti(lua, 1, i);
    }
    return 0;
}

/* ---- the lists ---- */

typedef struct Library {
    const char *name;                /* NULL: its names are globals */
    const char *const *plain;        /* taken as they are */
    const char *const *numeric;      /* taken with a charge for texts, which they read as numbers */
    const char *const *charged;      /* taken with a charge for what they read */
    const struct luaL_Reg *replaced; /* ours; the original is their upvalue 1 */
    lua_CFunction open;
} Library;

static const char *const nothing[] = {NULL};
static const char *const base_plain[] = {"assert", "error", "ipairs", "type", NULL};
static const char *const base_numeric[] = {"select", NULL};
static const char *const base_charged[] = {"tonumber", NULL};
static const char *const string_charged[] = {"byte",  "char",    "len", "lower",
                                             "upper", "reverse", "sub", NULL};
/* Only what is exact on every machine. */
static const char *const math_plain[] = {"huge", "maxinteger", "mininteger", "pi", "type", NULL};
static const char *const math_numeric[] = {"abs",  "ceil", "floor",     "fmod", "max", "min",
                                           "modf", "sqrt", "tointeger", "ult",  NULL};
static const luaL_Reg base_replaced[] = {{"tostring", library_tostring}, {NULL, NULL}};
static const luaL_Reg string_replaced[] = {{"format", library_format}, {NULL, NULL}};
static const luaL_Reg table_replaced[] = {{"concat", library_concat}, {"insert", library_insert},
                                          {"remove", library_remove}, {"sort", library_sort},
                                          {"unpack", library_unpack}, {NULL, NULL}};
static const luaL_Reg none_replaced[] = {{NULL, NULL}};

static const Library libraries[] = {
    {NULL, base_plain, base_numeric, base_charged, base_replaced, luaopen_base},
    {"string", nothing, nothing, string_charged, string_replaced, luaopen_string},
    {"table", nothing, nothing, nothing, table_replaced, luaopen_table},
    {"math", math_plain, math_numeric, nothing, none_replaced, luaopen_math},
};

/* Takes names of the library at `from` over into the table on top, each inside of `wrapper`. */
static void take_wrapped(lua_State *lua, const char *const *names, lua_CFunction wrapper, int from)
{
    for (int i = 0; names[i] != NULL; i++) {
        lua_getfield(lua, from, names[i]);
        lua_pushcclosure(lua, wrapper, 1);
        lua_setfield(lua, -2, names[i]);
    }
}

/* The original library is at `from`; fills the table on top. */
static void take_names(lua_State *lua, const Library *library, int from)
{
    for (int i = 0; library->plain[i] != NULL; i++) {
        lua_getfield(lua, from, library->plain[i]);
        lua_setfield(lua, -2, library->plain[i]);
    }
    take_wrapped(lua, library->numeric, charged_for_texts, from);
    take_wrapped(lua, library->charged, charged, from);
    for (const luaL_Reg *entry = library->replaced; entry->name != NULL; entry++) {
        lua_getfield(lua, from, entry->name);
        lua_pushcclosure(lua, entry->func, 1);
        lua_setfield(lua, -2, entry->name);
    }
}

static void copy_table(lua_State *lua, int from)
{
    from = lua_absindex(lua, from);
    lua_newtable(lua);
    lua_pushnil(lua);
    while (lua_next(lua, from) != 0) {
        lua_pushvalue(lua, -2);
        lua_insert(lua, -2);
        lua_rawset(lua, -4);
    }
}

/* ---- environments ---- */

/* Names of the table at index 1, in no order that matters: the nearest word is the same. */
static int collect_names(lua_State *lua, const char *names[NAMES_MAX + 1])
{
    int count = 0;

    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        lua_pop(lua, 1);
        if (count < NAMES_MAX && lua_type(lua, -1) == LUA_TSTRING) {
            names[count++] = lua_tostring(lua, -1);
        }
    }
    names[count] = NULL;
    return count;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names that Lua has elsewhere and scripts here have not. */
static const char *const kept_out[] = {
    "collectgarbage", "coroutine",    "debug",   "dofile", "find",     "getmetatable",
    "gmatch",         "gsub",         "io",      "load",   "loadfile", "match",
    "next",           "os",           "package", "pairs",  "pcall",    "print",
    "random",         "rawequal",     "rawget",  "rawlen", "rawset",   "rep",
    "require",        "setmetatable", "utf8",    "xpcall", NULL};

/* __index of an environment and of its libraries: an unknown name is a slip of the pen, or
 * something the cage keeps out. */
static int refuse_unknown(lua_State *lua)
{
    const char *names[NAMES_MAX + 1];
    const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";

    if (vocab_find(kept_out, name) >= 0) {
        return luaL_error(lua, "'%s' is not available here", name);
    }
    qsort(names, (size_t)collect_names(lua, names), sizeof names[0], compare_names);
    const char *nearest = vocab_nearest(names, name);
    if (nearest == NULL) {
        return luaL_error(lua, "there is no '%s' here", name);
    }
    return luaL_error(lua, "there is no '%s' here, did you mean '%s'?", name, nearest);
}

/* Makes the table on top answer for names that it does not have. */
static void guard_names(lua_State *lua)
{
    lua_createtable(lua, 0, 1);
    lua_pushcfunction(lua, refuse_unknown);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, -2);
}

/* ("x"):rep() must not find what string.rep is not, and "1" + 1 would read a long string for the
 * price of one instruction. */
static void cage_string_methods(lua_State *lua, int master)
{
    static const char *const arithmetic[] = {"__add", "__sub", "__mul",  "__mod", "__pow",
                                             "__div", "__unm", "__idiv", NULL};

    lua_pushliteral(lua, "");
    lua_getmetatable(lua, -1);
    for (int i = 0; arithmetic[i] != NULL; i++) {
        lua_pushnil(lua);
        lua_setfield(lua, -2, arithmetic[i]);
    }
    lua_getfield(lua, master, "string");
    copy_table(lua, -1);
    guard_names(lua);
    lua_setfield(lua, -3, "__index");
    lua_pop(lua, 3);
}

void sandbox_library_open(lua_State *lua)
{
    luaL_checkstack(lua, LUA_MINSTACK, NULL);
    lua_newtable(lua);
    int master = lua_gettop(lua);
    for (size_t i = 0; i < sizeof libraries / sizeof libraries[0]; i++) {
        const Library *library = &libraries[i];

        luaL_requiref(lua, library->name != NULL ? library->name : LUA_GNAME, library->open, 0);
        if (library->name == NULL) {
            lua_pushvalue(lua, master);
        } else {
            lua_newtable(lua);
        }
        take_names(lua, library, lua_gettop(lua) - 1);
        if (library->name == NULL) {
            lua_pop(lua, 2);
        } else {
            lua_setfield(lua, master, library->name);
            lua_pop(lua, 1);
        }
    }
    cage_string_methods(lua, master);
    lua_setfield(lua, LUA_REGISTRYINDEX, MASTER);
}

void sandbox_library_push(lua_State *lua)
{
    lua_getfield(lua, LUA_REGISTRYINDEX, MASTER);
    copy_table(lua, -1);
    for (size_t i = 0; i < sizeof libraries / sizeof libraries[0]; i++) {
        if (libraries[i].name != NULL) {
            lua_getfield(lua, -1, libraries[i].name);
            copy_table(lua, -1);
            guard_names(lua);
            lua_setfield(lua, -3, libraries[i].name);
            lua_pop(lua, 1);
        }
    }
    guard_names(lua);
    lua_remove(lua, -2);
}
