/* Declared strategies: the weights that a bot's file returns. */

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "ai/weights.h"
#include "script/bot_lua.h"

/* What is wrong with a table of weights.  Lua walks it in another order in each run, so of several
 * faults the one whose name sorts first is told. */
typedef struct WeightsFault {
    const char *name; /* NULL: none */
    bool is_number;   /* the name is known, but what it weighs is not in range */
} WeightsFault;

static void note_fault(WeightsFault *fault, const char *name, bool is_number)
{
    if (fault->name == NULL || strcmp(name, fault->name) < 0) {
        *fault = (WeightsFault){name, is_number};
    }
}

/* The number on top in thousandths; false: none, or too large. */
static bool read_weight(lua_State *lua, int *thousandths)
{
    const lua_Number half = 0.5;
    lua_Number scaled = lua_tonumber(lua, -1) * WEIGHT_ONE;

    /* Written so that what is not a number is refused as well. */
    if (lua_type(lua, -1) != LUA_TNUMBER || !(scaled >= -WEIGHT_MOST && scaled <= WEIGHT_MOST)) {
        return false;
    }
    *thousandths = (int)(scaled < 0 ? scaled - half : scaled + half);
    return true;
}

/* The name and its weight are on top. */
static void take_weight(lua_State *lua, Weights *weights, WeightsFault *fault)
{
    int thousandths = 0;

    if (lua_type(lua, -2) != LUA_TSTRING) {
        note_fault(fault, "", false);
        return;
    }
    const char *name = lua_tostring(lua, -2);
    bool is_number = read_weight(lua, &thousandths);
    if (!weights_set(weights, name, thousandths)) {
        note_fault(fault, name, false);
    } else if (!is_number) {
        note_fault(fault, name, true);
    }
}

static bool is_part_of_name(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The line of the first `name` after the word `weights`; 0: it is not written like that. */
static int line_of(const char *text, const char *name)
{
    size_t length = strlen(name);
    const char *from = strstr(text, "weights");

    for (const char *at = from; at != NULL && length > 0; at = strstr(at + 1, name)) {
        if (strncmp(at, name, length) != 0 || is_part_of_name(at[-1]) ||
            is_part_of_name(at[length])) {
            continue;
        }
        int line = 1;
        for (const char *c = text; c < at; c++) {
            line += *c == '\n';
        }
        return line;
    }
    return 0;
}

static int refuse(lua_State *lua, const WeightsFault *fault)
{
    if (fault->name[0] == '\0') {
        return luaL_error(lua,
                          "'weights' has something without a name, expected { NAME = number }");
    }
    if (fault->is_number) {
        return luaL_error(lua, "the weight of '%s' is no number from -%d to %d", fault->name,
                          WEIGHT_MOST / WEIGHT_ONE, WEIGHT_MOST / WEIGHT_ONE);
    }
    const char *nearest = weights_nearest(fault->name);
    if (nearest == NULL) {
        return luaL_error(lua, "there is no feature or verb '%s'", fault->name);
    }
    return luaL_error(lua, "there is no feature or verb '%s', did you mean '%s'?", fault->name,
                      nearest);
}

void bot_take_weights(lua_State *lua, LuaBot *bot, const char *text)
{
    WeightsFault fault = {.name = NULL};

    if (lua_type(lua, -1) != LUA_TTABLE) {
        luaL_error(lua, "'weights' is a %s, expected a table of numbers", luaL_typename(lua, -1));
    }
    bot->weights = (Weights){.used_count = 0};
    lua_pushnil(lua);
    while (lua_next(lua, -2) != 0) {
        take_weight(lua, &bot->weights, &fault);
        lua_pop(lua, 1);
    }
    if (fault.name != NULL) {
        bot->fault_line = line_of(text, fault.name);
        refuse(lua, &fault);
    }
    weights_prepare(&bot->weights);
    bot->is_declared = true;
}
