#include <lua.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/rules.h"
#include "core/vocab.h"
#include "script/compiler.h"
#include "script/constructors.h"
#include "script/faults.h"
#include "script/fields.h"
#include "script/item.h"

enum { EXPECTED_SIZE = 40 };

static const ParamInfo *find_param(lua_State *lua)
{
    enum { PARAM_ROWS_MAX = PARAM_SLOTS };
    const char *names[PARAM_ROWS_MAX + 1] = {NULL};

    for (int i = 0; i < vocab_param_count; i++) {
        names[i] = vocab_param[i].name;
    }
    const ParamInfo *info = NULL;
    if (need_field(lua, 1, "name")) {
        int found = read_word(lua, lua_gettop(lua), (Name){"name", "parameter"}, names);
        info = found >= 0 ? &vocab_param[found] : NULL;
    }
    lua_pop(lua, 1);
    return info;
}

static bool read_param_list(lua_State *lua, const ParamInfo *info, int value[])
{
    Range range = {info->least, info->most};
    int list = lua_gettop(lua);

    if (lua_type(lua, list) != LUA_TTABLE || (int)lua_rawlen(lua, list) != info->count) {
        char what[EXPECTED_SIZE];
        snprintf(what, sizeof what, "a list of %d numbers", info->count);
        value_fault(lua, list, "value", what);
        return false;
    }
    if (read_list(lua, list, "value") < 0) {
        return false;
    }
    for (int i = 0; i < info->count; i++) {
        lua_rawgeti(lua, list, i + 1);
        bool good = read_integer(lua, lua_gettop(lua), "value", range, &value[i]);
        lua_pop(lua, 1);
        if (!good) {
            return false;
        }
    }
    return true;
}

/* `value = 3`, or `value = { 1, 2 }` where the parameter has several. */
static bool read_param(lua_State *lua, const ParamInfo *info)
{
    Rules *rules = compiler_of(lua)->rules;
    int value[PARAM_SLOTS];
    bool good = need_field(lua, 1, "value");

    if (good && info->count == 1) {
        good = read_integer(lua, lua_gettop(lua), "value", (Range){info->least, info->most}, value);
    } else if (good) {
        good = read_param_list(lua, info, value);
    }
    lua_pop(lua, 1);
    for (int i = 0; good && i < info->count; i++) {
        rules->param[info->slot + i] = (int16_t)value[i];
    }
    return good;
}

static int construct_param(lua_State *lua)
{
    static const char *const fields[] = {"name", "value", "meaning", NULL};
    Compiler *compiler = compiler_of(lua);

    const ParamInfo *info = begin_item(lua, ITEM_PARAMETERS) ? find_param(lua) : NULL;
    if (info == NULL) {
        return end_item(lua);
    }
    compiler->item = info->name;
    check_fields(lua, 1, fields, 0);
    Origin *origin = &compiler->param[info->slot];
    if (origin->line != 0) {
        fault_add(lua, "name", "name: there is this parameter already, at %s:%d", origin->file,
                  origin->line);
        return end_item(lua);
    }
    *origin = origin_here(lua);
    read_param(lua, info);
    read_languages(lua, 1, "meaning", compiler->rules->param_meaning[info->slot]);
    return end_item(lua);
}

void params_push(lua_State *lua)
{
    lua_pushcfunction(lua, construct_param);
    lua_setfield(lua, -2, "param");
}
