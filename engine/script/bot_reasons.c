/* Why a bot chose: the second result of `choose`. */

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "ai/bot.h"
#include "script/bot_lua.h"
#include "script/foreign.h"

static int refuse(lua_State *lua, int index)
{
    return luaL_error(lua,
                      "choose returned a %s as its reasons, expected a list of texts or of "
                      "{ term, number }",
                      luaL_typename(lua, index));
}

/* Within what a double has exactly. */
static int64_t in_thousandths(lua_Number number)
{
    const lua_Number most = 1e12;
    const lua_Number thousand = 1000;

    if (!(number >= -most)) {
        number = -most;
    }
    return (int64_t)((number > most ? most : number) * thousand);
}

static void set_text(lua_State *lua, Reason *reason)
{
    if (lua_type(lua, -1) != LUA_TSTRING) {
        refuse(lua, -1);
    }
    snprintf(reason->text, sizeof reason->text, "%s", lua_tostring(lua, -1));
    foreign_clean(reason->text);
}

/* The reason on top: a text, or { term, number }. */
static void take_reason(lua_State *lua, Reason *reason)
{
    *reason = (Reason){.has_number = false};
    if (lua_type(lua, -1) != LUA_TTABLE) {
        set_text(lua, reason);
        return;
    }
    lua_rawgeti(lua, -1, 1);
    set_text(lua, reason);
    lua_pop(lua, 1);
    if (lua_rawgeti(lua, -1, 2) != LUA_TNUMBER) {
        refuse(lua, -1);
    }
    reason->has_number = true;
    reason->thousandths = in_thousandths(lua_tonumber(lua, -1));
    lua_pop(lua, 1);
}

void bot_take_reasons(lua_State *lua, Reasons *reasons)
{
    Reasons unread;
    Reasons *taken = reasons != NULL ? reasons : &unread; /* a fault is one whoever listens */

    taken->count = 0;
    if (lua_isnil(lua, -1)) {
        return;
    }
    if (lua_type(lua, -1) != LUA_TTABLE) {
        refuse(lua, -1);
    }
    for (int i = 1; i <= REASONS_MAX; i++) {
        if (lua_rawgeti(lua, -1, i) != LUA_TNIL) {
            take_reason(lua, &taken->item[taken->count]);
            taken->count++;
        }
        lua_pop(lua, 1);
    }
}
