#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/vocab.h"
#include "script/compiler.h"
#include "script/constructors.h"
#include "script/faults.h"
#include "script/fields.h"
#include "script/item.h"

static bool read_nation(lua_State *lua, Nation *nation)
{
    const Range edge = {-GRID_EDGE, GRID_EDGE};
    int x = 0;
    int y = 0;
    int weight = 0;
    int strictness = 0;
    int need = 0;
    int role = ROLE_NONE;
    bool chain = false;
    bool good = read_languages(lua, 1, "name", nation->name);

    good = read_languages(lua, 1, "neutral", nation->neutral) && good;
    good = field_integer(lua, "x", edge, &x) && good;
    good = field_integer(lua, "y", edge, &y) && good;
    good = field_integer(lua, "weight", (Range){1, WEIGHT_MAX}, &weight) && good;
    good = field_integer(lua, "strictness", (Range){0, STRICTNESS_MAX}, &strictness) && good;
    good = field_word(lua, (Name){"need", "need"}, vocab_need, &need) && good;
    good = optional_word(lua, (Name){"role", "role"}, vocab_role, &role) && good;
    good = field_flag(lua, "chain", &chain) && good;
    nation->x = (int8_t)x;
    nation->y = (int8_t)y;
    nation->weight = (uint8_t)weight;
    nation->strictness = (uint8_t)strictness;
    nation->need = (uint8_t)need;
    nation->role = (uint8_t)role;
    nation->chain = chain;
    return good;
}

static int construct_nation(lua_State *lua)
{
    static const char *const fields[] = {"id",         "name", "neutral", "x",     "y", "weight",
                                         "strictness", "need", "role",    "chain", NULL};
    Compiler *compiler = compiler_of(lua);
    Rules *rules = compiler->rules;
    int index = rules->nation_count;
    Nation nation = {.chain = 0};

    if (!begin_item(lua, ITEM_NATION)) {
        return end_item(lua);
    }
    bool good = take_id(lua, nation.id, rules_find_nation, compiler->nation);
    if (vocab_find(vocab_tile, nation.id) >= 0) {
        fault_add(lua, "id", "id: '%s' is the name of a control", nation.id);
        good = false;
    }
    good = check_fields(lua, 1, fields, 0) && good;
    good = read_nation(lua, &nation) && good;
    if (good && has_room(lua, ITEM_NATION, index, NATIONS_MAX)) {
        rules->nation[index] = nation;
        compiler->nation[index] = origin_here(lua);
        rules->nation_count++;
    }
    return end_item(lua);
}

void nations_push(lua_State *lua)
{
    lua_pushcfunction(lua, construct_nation);
    lua_setfield(lua, -2, "nation");
}
