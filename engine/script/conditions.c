#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/card_track.h"
#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/vocab.h"
#include "script/arguments.h"
#include "script/constructors.h"
#include "script/faults.h"
#include "script/fields.h"

/* What a constructor hands back is a table around one of these. */
#define CONDITION_TYPE "tpd.condition"

typedef struct ConditionValue {
    bool broken; /* its fault has been reported */
    int depth;   /* groups within groups */
    Condition tree[CONDITION_NODES_MAX];
} ConditionValue;

/* The value at `index` if it is a condition, else NULL. */
static const ConditionValue *to_condition(lua_State *lua, int index)
{
    const ConditionValue *value = NULL;

    if (lua_type(lua, index) == LUA_TTABLE) {
        lua_rawgeti(lua, index, 1);
        value = luaL_testudata(lua, -1, CONDITION_TYPE);
        lua_pop(lua, 1); /* the table keeps it alive */
    }
    return value;
}

bool is_condition(lua_State *lua, int index)
{
    return to_condition(lua, index) != NULL;
}

static const ConditionValue *need_condition(lua_State *lua, int index, const char *label)
{
    const ConditionValue *value = to_condition(lua, index);

    if (value == NULL) {
        value_fault(lua, index, label, "a condition such as at_least(…)");
    }
    return value != NULL && !value->broken ? value : NULL;
}

bool read_condition(lua_State *lua, int index, Condition tree[CONDITION_NODES_MAX])
{
    const ConditionValue *value = need_condition(lua, index, "condition");

    if (value == NULL) {
        return false;
    }
    memcpy(tree, value->tree, value->tree[0].end * sizeof tree[0]);
    return true;
}

static bool read_comparison(lua_State *lua, Test test, Condition *node)
{
    bool of_bloc = test == TEST_MORE || lua_gettop(lua) == 3;
    int track = of_bloc ? 2 : 1;
    int who = WHO_WORLD;

    if (of_bloc) {
        who = read_who(lua, 1);
        if (who < 0) {
            return false;
        }
    }
    const CardTrack *row = read_track(lua, track, who, TRACK_USE_TEST);
    if (row == NULL) {
        return false;
    }
    node->a = (uint8_t)row->track;
    node->open = (uint8_t)row->open;
    node->who = (uint8_t)who;
    if (test != TEST_MORE) {
        int n;
        if (!read_integer(lua, track + 1, "n", (Range){-COMPARE_MAX, COMPARE_MAX}, &n)) {
            return false;
        }
        node->n = (int16_t)n;
    }
    return true;
}

static bool append_member(lua_State *lua, ConditionValue *group, const ConditionValue *member)
{
    int size = group->tree[0].end;
    int added = member->tree[0].end;

    if (member->tree[0].test == TEST_DIE) {
        fault_add(lua, NULL, "die() stands alone: it may not be joined with others");
        return false;
    }
    if (size + added > CONDITION_NODES_MAX) {
        fault_add(lua, NULL, "a condition has more than %d parts", CONDITION_NODES_MAX);
        return false;
    }
    if (member->depth == CONDITION_DEPTH_MAX) {
        fault_add(lua, NULL, "a condition has more than %d groups within groups",
                  CONDITION_DEPTH_MAX);
        return false;
    }
    for (int i = 0; i < added; i++) {
        group->tree[size + i] = member->tree[i];
        group->tree[size + i].end = (uint8_t)(member->tree[i].end + size);
    }
    group->tree[0].end = (uint8_t)(size + added);
    group->depth = member->depth + 1 > group->depth ? member->depth + 1 : group->depth;
    return true;
}

static bool read_group(lua_State *lua, ConditionValue *group)
{
    int length = read_list(lua, 1, "list");
    bool good = length > 0;

    group->depth = 1;
    for (int i = 1; i <= length; i++) {
        lua_rawgeti(lua, 1, i);
        const ConditionValue *member = need_condition(lua, lua_gettop(lua), "entry");
        good = member != NULL && append_member(lua, group, member) && good;
        lua_pop(lua, 1);
    }
    return good;
}

static bool read_test(lua_State *lua, Test test, ConditionValue *value)
{
    Condition *node = &value->tree[0];
    int word;

    switch (test) {
    case TEST_AT_LEAST:
    case TEST_AT_MOST:
    case TEST_MORE:
        return read_comparison(lua, test, node);
    case TEST_IN_FORCE:
    case TEST_NOT_IN_FORCE:
        word = read_word(lua, 1, (Name){"tile", "tile"}, vocab_tile);
        node->a = (uint8_t)word;
        return word >= 0;
    case TEST_DIE:
        if (!read_integer(lua, 1, "n", (Range){1, DIE_SIDES}, &word)) {
            return false;
        }
        node->n = (int16_t)word;
        return true;
    case TEST_ALL:
    case TEST_ANY:
    case TEST_NONE:
        return read_group(lua, value);
    case TEST_COUNT:
        break;
    }
    return false;
}

static int construct_condition(lua_State *lua)
{
    static const Range arity[TEST_COUNT] = {
        [TEST_AT_LEAST] = {2, 3}, [TEST_AT_MOST] = {2, 3},      [TEST_MORE] = {2, 2},
        [TEST_IN_FORCE] = {1, 1}, [TEST_NOT_IN_FORCE] = {1, 1}, [TEST_DIE] = {1, 1},
        [TEST_ALL] = {1, 1},      [TEST_ANY] = {1, 1},          [TEST_NONE] = {1, 1},
    };
    Test test = (Test)lua_tointeger(lua, lua_upvalueindex(1));
    ConditionValue value = {.tree = {{.test = (uint8_t)test, .end = 1}}};

    value.broken = !begin_constructor(lua, &vocab_condition[test], arity[test]) ||
                   !read_test(lua, test, &value);
    memcpy(push_value(lua, CONDITION_TYPE, sizeof value), &value, sizeof value);
    return 1;
}

void conditions_push(lua_State *lua)
{
    luaL_newmetatable(lua, CONDITION_TYPE);
    lua_pop(lua, 1);
    for (int test = 0; test < TEST_COUNT; test++) {
        lua_pushinteger(lua, test);
        lua_pushcclosure(lua, construct_condition, 1);
        lua_setfield(lua, -2, vocab_condition[test].name);
    }
}
