#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/vocab.h"
#include "script/compiler.h"
#include "script/piece.h"
#include "script/sandbox.h"

/* ---- what all items share ---- */

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

/* ---- cards ---- */

static bool read_event(lua_State *lua, int card)
{
    Compiler *compiler = compiler_of(lua);
    Piece piece;
    bool good =
        need_field(lua, 1, "event") && read_instructions(lua, lua_gettop(lua), "event", &piece);

    if (good && card < CARDS_MAX) {
        const char *fault = piece_place(&piece, compiler->rules, card);
        if (fault != NULL) {
            fault_add(lua, "event", "event: %s", fault);
            good = false;
        }
    }
    lua_pop(lua, 1);
    return good;
}

static bool read_card(lua_State *lua, Card *card)
{
    int side = 0;
    int era = 0;
    int ops = 0;
    int needs = SYSTEM_NONE;
    bool once = false;
    bool good = read_languages(lua, 1, "title", card->title);

    good = read_languages(lua, 1, "concept", card->concept) && good;
    good = field_word(lua, (Name){"side", "side"}, vocab_side, &side) && good;
    good = field_word(lua, (Name){"era", "era"}, vocab_era, &era) && good;
    good = field_integer(lua, "ops", (Range){1, CARD_OPS_MAX}, &ops) && good;
    good = field_flag(lua, "once", &once) && good;
    good = optional_word(lua, (Name){"needs", "system"}, vocab_system, &needs) && good;
    card->side = (uint8_t)side;
    card->era = (uint8_t)era;
    card->ops = (uint8_t)ops;
    card->once = once;
    card->needs = (uint8_t)needs;
    return good;
}

static int construct_card(lua_State *lua)
{
    static const char *const fields[] = {"id",  "title", "concept", "side",  "era",
                                         "ops", "once",  "needs",   "event", NULL};
    Compiler *compiler = compiler_of(lua);
    Rules *rules = compiler->rules;
    int index = rules->card_count;
    Card card = {.trigger_kind = TRIGGER_COUNT};

    if (!begin_item(lua, ITEM_CARD)) {
        return end_item(lua);
    }
    bool good = take_id(lua, card.id, rules_find_card, compiler->card);
    good = check_fields(lua, 1, fields, 0) && good;
    good = read_card(lua, &card) && good;
    good = read_event(lua, index) && good;
    if (good && has_room(lua, ITEM_CARD, index, CARDS_MAX)) {
        rules->card[index] = card;
        compiler->card[index] = origin_here(lua);
        rules->card_count++;
    }
    return end_item(lua);
}

void cards_push(lua_State *lua)
{
    lua_pushcfunction(lua, construct_card);
    lua_setfield(lua, -2, "card");
}

/* ---- nations ---- */

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

/* ---- parameters ---- */

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

/* ---- the others ---- */

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
