#include "script/item.h"

#include <lauxlib.h>
#include <stddef.h>

#include "script/compiler.h"
#include "script/constructors.h"
#include "script/faults.h"
#include "script/fields.h"
#include "script/sandbox.h"

static const char *const item_word[ITEM_COUNT] = {
    [ITEM_CARD] = "card",
    [ITEM_NATION] = "nation",
    [ITEM_SCENARIO] = "scenario",
    [ITEM_PARAMETERS] = "param",
};

bool begin_item(lua_State *lua, Item kind)
{
    Compiler *compiler = compiler_of(lua);

    compiler->constructor = item_word[kind];
    compiler->item = item_word[kind];
    if (lua_gettop(lua) != 1 || lua_type(lua, 1) != LUA_TTABLE) {
        fault_add(lua, NULL, "expected one table: %s { … }", item_word[kind]);
        return false;
    }
    return true;
}

int end_item(lua_State *lua)
{
    Compiler *compiler = compiler_of(lua);

    fault_settle(compiler);
    compiler->item = NULL;
    return 0;
}

bool has_room(lua_State *lua, Item kind, int index, int most)
{
    Compiler *compiler = compiler_of(lua);

    if (index < most) {
        return true;
    }
    if (!compiler->is_full[kind]) {
        fault_add(lua, NULL, "too many %ss: a rule set holds at most %d", item_word[kind], most);
        compiler->is_full[kind] = true;
    }
    return false;
}

bool field_integer(lua_State *lua, const char *name, Range range, int *value)
{
    bool good = need_field(lua, 1, name) && read_integer(lua, lua_gettop(lua), name, range, value);

    lua_pop(lua, 1);
    return good;
}

bool field_flag(lua_State *lua, const char *name, bool *value)
{
    push_field(lua, 1, name);
    bool good = lua_isnil(lua, -1) || read_flag(lua, lua_gettop(lua), name, value);
    lua_pop(lua, 1);
    return good;
}

static bool top_word(lua_State *lua, Name name, const char *const words[], int *value)
{
    int word = read_word(lua, lua_gettop(lua), name, words);

    *value = word >= 0 ? word : *value;
    return word >= 0;
}

bool field_word(lua_State *lua, Name name, const char *const words[], int *value)
{
    bool good = need_field(lua, 1, name.field) && top_word(lua, name, words, value);

    lua_pop(lua, 1);
    return good;
}

bool optional_word(lua_State *lua, Name name, const char *const words[], int *value)
{
    push_field(lua, 1, name.field);
    bool good = lua_isnil(lua, -1) || top_word(lua, name, words, value);
    lua_pop(lua, 1);
    return good;
}

bool take_id(lua_State *lua, char id[ID_SIZE], int found(const Rules *rules, const char *id),
             const Origin origin[])
{
    Compiler *compiler = compiler_of(lua);

    if (!read_id(lua, 1, id)) {
        fault_settle(compiler);
        return false;
    }
    compiler->item = id;
    fault_settle(compiler);
    int other = found(compiler->rules, id);
    if (other >= 0) {
        fault_add(lua, "id", "id: there is a %s of this id already, at %s:%d",
                  compiler->constructor, origin[other].file, origin[other].line);
    }
    return other < 0;
}

Origin origin_here(lua_State *lua)
{
    SandboxFault where;

    sandbox_where(lua, &where);
    return (Origin){.file = compiler_of(lua)->source.name, .line = where.line};
}

/* Upvalues: the item and the file that it belongs into. */
static int refuse_item(lua_State *lua)
{
    return luaL_error(lua, "a %s belongs in %s", lua_tostring(lua, lua_upvalueindex(1)),
                      lua_tostring(lua, lua_upvalueindex(2)));
}

void strangers_push(lua_State *lua)
{
    static const char *const file[ITEM_COUNT] = {
        [ITEM_CARD] = "a file of cards/",
        [ITEM_NATION] = "nations.lua",
        [ITEM_SCENARIO] = "scenarios.lua",
        [ITEM_PARAMETERS] = "params.lua",
    };

    for (int i = 0; i < ITEM_COUNT; i++) {
        lua_pushstring(lua, item_word[i]);
        lua_pushstring(lua, file[i]);
        lua_pushcclosure(lua, refuse_item, 2);
        lua_setfield(lua, -2, item_word[i]);
    }
}
