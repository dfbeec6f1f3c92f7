#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/vocab.h"
#include "script/compiler.h"
#include "script/constructors.h"
#include "script/fields.h"

static const char *const side_word[] = {"own", "zero", "rival", NULL};
static const char *const y_word[] = {"closed", "zero", "open", NULL};
static const char *const filter_field[] = {
    "side",    "y", "need", "role", "strictness", "near_zero", "outside_rival_quadrant",
    "nations", NULL};

/* A set of words in a field; `most` stays where the field is not there. */
static bool read_set(lua_State *lua, const char *field, const char *const words[], uint8_t *set)
{
    unsigned bits;

    push_field(lua, -1, field);
    bool good = true;
    if (!lua_isnil(lua, -1)) {
        good = read_word_set(lua, lua_gettop(lua), (Name){field, field}, words, &bits);
        *set = (uint8_t)bits;
    }
    lua_pop(lua, 1);
    return good;
}

static bool read_mark(lua_State *lua, const char *field, uint8_t *mark)
{
    bool value = false;

    push_field(lua, -1, field);
    bool good = lua_isnil(lua, -1) || read_flag(lua, lua_gettop(lua), field, &value);
    *mark = value;
    lua_pop(lua, 1);
    return good;
}

static bool read_strictness(lua_State *lua, uint8_t *strict)
{
    int value = 0;

    push_field(lua, -1, "strictness");
    bool good = lua_isnil(lua, -1) || read_integer(lua, lua_gettop(lua), "strictness",
                                                   (Range){1, STRICTNESS_MAX}, &value);
    *strict = (uint8_t)value;
    lua_pop(lua, 1);
    return good;
}

static bool read_nations(lua_State *lua, uint32_t *named)
{
    const Rules *rules = compiler_of(lua)->rules;
    const char *ids[NATIONS_MAX + 1] = {NULL};
    unsigned bits = 0;

    for (int i = 0; i < rules->nation_count; i++) {
        ids[i] = rules->nation[i].id;
    }
    push_field(lua, -1, "nations");
    bool good = lua_isnil(lua, -1) || compiler_of(lua)->nations_broken ||
                read_word_set(lua, lua_gettop(lua), (Name){"nations", "nation"}, ids, &bits);
    *named = bits;
    lua_pop(lua, 1);
    return good;
}

bool read_filter(lua_State *lua, int index, Filter *filter)
{
    *filter = (Filter){.side = SIDE_SET_ANY, .y = Y_SET_ANY};
    if (!read_table(lua, index, "filter") || !check_fields(lua, index, filter_field, 0)) {
        return false;
    }
    lua_pushvalue(lua, index);
    bool good =
        read_set(lua, "side", side_word, &filter->side) && read_set(lua, "y", y_word, &filter->y) &&
        read_set(lua, "need", vocab_need, &filter->needs) &&
        read_mark(lua, "role", &filter->has_role) && read_strictness(lua, &filter->strict) &&
        read_mark(lua, "near_zero", &filter->near_zero) &&
        read_mark(lua, "outside_rival_quadrant", &filter->outside_rival_quadrant) &&
        read_nations(lua, &filter->named);
    lua_pop(lua, 1);
    return good;
}
