/* The names that a bot's cage has beside the harmless ones: the API, chance, and tables in order. */

#include <lauxlib.h>
#include <lua.h>
#include <luaconf.h>
#include <stddef.h>
#include <stdint.h>

#include "ai/bot.h"
#include "core/rng.h"
#include "script/bot_lua.h"
#include "script/sandbox.h"

enum {
    LOW_BITS = 16,
    LOW_MASK = 0xFFFF,
    FLOAT_BITS = 53, /* of a number from 0 to 1 */
    WORD_BITS = 64,
};

uint64_t bot_draw(LuaBot *bot)
{
    unsigned decision = (unsigned)bot->bot.decision;
    uint64_t key = rng_hash(bot->key, STREAM_BOT, decision >> LOW_BITS & LOW_MASK,
                            decision & LOW_MASK, bot->draws & LOW_MASK);

    key += bot->draws++ >> LOW_BITS;
    /* What is drawn must not tell the key, so it is no function that can be turned round. */
    return rng_mix(rng_mix(key) ^ key);
}

/* 0 to `most`, each with the same chance. */
static lua_Unsigned draw_to(LuaBot *bot, lua_Unsigned most)
{
    lua_Unsigned mask = most;

    for (int shift = 1; shift < WORD_BITS; shift *= 2) {
        mask |= mask >> shift;
    }
    lua_Unsigned drawn;
    do {
        drawn = bot_draw(bot) & mask;
    } while (drawn > most);
    return drawn;
}

/* math.random as Lua has it. */
static int library_random(lua_State *lua)
{
    LuaBot *bot = bot_of(lua);
    lua_Integer least = 1;
    lua_Integer most;

    sandbox_charge_texts(lua);
    switch (lua_gettop(lua)) {
    case 0:
        lua_pushnumber(lua, (lua_Number)(bot_draw(bot) >> (WORD_BITS - FLOAT_BITS)) /
                                (lua_Number)(UINT64_C(1) << FLOAT_BITS));
        return 1;
    case 1:
        most = luaL_checkinteger(lua, 1);
        if (most == 0) {
            lua_pushinteger(lua, (lua_Integer)bot_draw(bot));
            return 1;
        }
        break;
    case 2:
        least = luaL_checkinteger(lua, 1);
        most = luaL_checkinteger(lua, 2);
        break;
    default:
        return luaL_error(lua, "math.random: expected at most 2 numbers");
    }
    if (least > most) {
        return luaL_error(lua, "math.random: there is no number from %I to %I", (LUAI_UACINT)least,
                          (LUAI_UACINT)most);
    }
    lua_Unsigned drawn = draw_to(bot, (lua_Unsigned)most - (lua_Unsigned)least);
    lua_pushinteger(lua, (lua_Integer)((lua_Unsigned)least + drawn));
    return 1;
}

static const luaL_Reg functions[] = {
#define FUNCTION(name, arguments, meaning) {#name, bot_api_##name},
#include "script/bot_api.def"

#undef FUNCTION
    {"next", bot_next}, {"pairs", bot_pairs}, {NULL, NULL}};

/* A copy: a bot may sort it. */
static void push_nations(lua_State *lua)
{
    lua_newtable(lua);
    bot_push_table(lua, TABLE_NATIONS);
    for (int i = 1; lua_rawgeti(lua, -1, i) != LUA_TNIL; i++) {
        lua_rawseti(lua, -3, i);
    }
    lua_pop(lua, 2);
}

void bot_library_push(lua_State *lua)
{
    luaL_setfuncs(lua, functions, 0);
    push_nations(lua);
    lua_setfield(lua, -2, "nations");
    lua_getfield(lua, -1, "math");
    lua_pushcfunction(lua, library_random);
    lua_setfield(lua, -2, "random");
    lua_pop(lua, 1);
}
