/* pairs and next in an order that is the same in every run: numbers, then texts, then false and true,
 * then the tables that stand for actions, cards and nations. */

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "script/bot_lua.h"
#include "script/sandbox.h"

typedef enum Rank { RANK_NUMBER, RANK_TEXT, RANK_FLAG, RANK_TABLE } Rank;

/* A key of a table.  Its text lives as long as the key is in a table. */
typedef struct OrderKey {
    Rank rank;
    bool is_integer;
    lua_Integer integer; /* RANK_FLAG, RANK_TABLE: its place */
    lua_Number number;
    const char *text;
    size_t length;
    int place; /* in the list of keys, from 1 */
} OrderKey;

static int compare_numbers(const OrderKey *a, const OrderKey *b)
{
    if (a->is_integer && b->is_integer) {
        return (a->integer > b->integer) - (a->integer < b->integer);
    }
    return (a->number > b->number) - (a->number < b->number);
}

static int compare_texts(const OrderKey *a, const OrderKey *b)
{
    size_t length = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, length);

    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static int compare(const void *left, const void *right)
{
    const OrderKey *a = left;
    const OrderKey *b = right;

    if (a->rank != b->rank) {
        return a->rank < b->rank ? -1 : 1;
    }
    switch (a->rank) {
    case RANK_NUMBER:
        return compare_numbers(a, b);
    case RANK_TEXT:
        return compare_texts(a, b);
    case RANK_FLAG:
    case RANK_TABLE:
        break;
    }
    return (a->integer > b->integer) - (a->integer < b->integer);
}

/* The table on top as a key: only those of the game have a place. */
static void read_table(lua_State *lua, OrderKey *key)
{
    key->rank = RANK_TABLE;
    bot_push_table(lua, TABLE_NUMBERS);
    lua_pushvalue(lua, -2);
    if (lua_rawget(lua, -2) != LUA_TNUMBER) {
        luaL_error(lua, "a key that is a table of your own has no place in the order of pairs");
    }
    key->integer = lua_tointeger(lua, -1);
    lua_pop(lua, 2);
}

/* The key on top of the stack, which stays there. */
static void read_key(lua_State *lua, OrderKey *key)
{
    *key = (OrderKey){.rank = RANK_NUMBER};
    switch (lua_type(lua, -1)) {
    case LUA_TNUMBER:
        key->is_integer = lua_isinteger(lua, -1);
        key->integer = lua_tointeger(lua, -1);
        key->number = lua_tonumber(lua, -1);
        return;
    case LUA_TSTRING:
        key->rank = RANK_TEXT;
        key->text = lua_tolstring(lua, -1, &key->length);
        return;
    case LUA_TBOOLEAN:
        key->rank = RANK_FLAG;
        key->integer = lua_toboolean(lua, -1);
        return;
    case LUA_TTABLE:
        read_table(lua, key);
        return;
    default:
        luaL_error(lua, "a key that is a %s has no place in the order of pairs",
                   luaL_typename(lua, -1));
    }
}

/* The first key after `after`; NULL: the first of all.  Pushes it and its value, or nil. */
static int push_next(lua_State *lua, const OrderKey *after)
{
    OrderKey best = {.place = 0};
    int entries = 0;

    lua_pushnil(lua); /* the best so far */
    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        OrderKey key;
        lua_pop(lua, 1);
        read_key(lua, &key);
        bool later = after == NULL || compare(&key, after) > 0;
        if (later && (best.place == 0 || compare(&key, &best) < 0)) {
            best = key;
            best.place = 1;
            lua_pushvalue(lua, -1);
            lua_replace(lua, -3);
        }
        entries++;
    }
    sandbox_charge(lua, entries);
    if (best.place == 0) {
        return 1;
    }
    lua_pushvalue(lua, -1);
    lua_rawget(lua, 1);
    return 2;
}

int bot_next(lua_State *lua)
{
    OrderKey after;

    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_settop(lua, 2);
    if (lua_isnil(lua, 2)) {
        return push_next(lua, NULL);
    }
    read_key(lua, &after);
    return push_next(lua, &after);
}

static int count_entries(lua_State *lua)
{
    int count = 0;

    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        lua_pop(lua, 1);
        count++;
    }
    return count;
}

/* Fills the list on top with the keys of the table at 1, in the order of `keys`. */
static void sort_keys(lua_State *lua, OrderKey *keys, int count)
{
    int list = lua_gettop(lua);
    int place = 0;

    lua_newtable(lua); /* in the table's own order */
    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        lua_pop(lua, 1);
        read_key(lua, &keys[place]);
        keys[place].place = place + 1;
        place++;
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, list + 1, place);
    }
    qsort(keys, (size_t)count, sizeof *keys, compare);
    for (int i = 0; i < count; i++) {
        lua_rawgeti(lua, list + 1, keys[i].place);
        lua_rawseti(lua, list, i + 1);
    }
    lua_pop(lua, 1);
}

/* Upvalues: the list of keys, and how many have been given. */
static int give_next(lua_State *lua)
{
    lua_Integer given = lua_tointeger(lua, lua_upvalueindex(2));

    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_settop(lua, 1);
    for (;;) {
        given++;
        if (lua_rawgeti(lua, lua_upvalueindex(1), given) == LUA_TNIL) {
            return 1;
        }
        lua_pushvalue(lua, -1);
        if (lua_rawget(lua, 1) != LUA_TNIL) {
            break;
        }
        lua_pop(lua, 2); /* it has been taken out since */
    }
    lua_pushinteger(lua, given);
    lua_replace(lua, lua_upvalueindex(2));
    return 2;
}

int bot_pairs(lua_State *lua)
{
    enum { KEY_COST = 20 }; /* instructions that finding a key's place takes */

    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_settop(lua, 1);
    int count = count_entries(lua);
    sandbox_charge(lua, (int64_t)KEY_COST * count);
    OrderKey *keys = lua_newuserdatauv(lua, sizeof *keys * (size_t)(count + 1), 0);
    lua_createtable(lua, count, 0);
    sort_keys(lua, keys, count);
    lua_remove(lua, -2);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, give_next, 2);
    lua_pushvalue(lua, 1);
    return 2;
}
