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

bool begin_item(lua_State *lua, const char *kind, const char *const fields[])
{
    Compiler *compiler = compiler_of(lua);

    compiler->constructor = kind;
    compiler->item = kind;
    if (lua_gettop(lua) != 1 || lua_type(lua, 1) != LUA_TTABLE) {
        fault_add(lua, NULL, "expected one table: %s { id = …, … }", kind);
        return false;
    }
    return check_fields(lua, 1, fields, 0);
}

int end_item(lua_State *lua)
{
    Compiler *compiler = compiler_of(lua);

    fault_settle(compiler);
    compiler->item = NULL;
    return 0;
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

static bool top_word(lua_State *lua, const char *name, const char *const words[], int *value)
{
    int word = read_word(lua, lua_gettop(lua), name, words);

    *value = word >= 0 ? word : *value;
    return word >= 0;
}

bool field_word(lua_State *lua, const char *name, const char *const words[], int *value)
{
    bool good = need_field(lua, 1, name) && top_word(lua, name, words, value);

    lua_pop(lua, 1);
    return good;
}

bool optional_word(lua_State *lua, const char *name, const char *const words[], int *value)
{
    push_field(lua, 1, name);
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
    good = field_word(lua, "side", vocab_side, &side) && good;
    good = field_word(lua, "era", vocab_era, &era) && good;
    good = field_integer(lua, "ops", (Range){1, CARD_OPS_MAX}, &ops) && good;
    good = field_flag(lua, "once", &once) && good;
    good = optional_word(lua, "needs", vocab_system, &needs) && good;
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

    bool good = begin_item(lua, "card", fields);
    if (lua_type(lua, 1) != LUA_TTABLE) {
        return end_item(lua);
    }
    good = take_id(lua, card.id, rules_find_card, compiler->card) && good;
    good = read_card(lua, &card) && good;
    if (good && index == CARDS_MAX) {
        fault_add(lua, NULL, "too many cards: a rule set holds at most %d", CARDS_MAX);
        good = false;
    }
    if (read_event(lua, index) && good) {
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
    good = field_word(lua, "need", vocab_need, &need) && good;
    good = optional_word(lua, "role", vocab_role, &role) && good;
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

    bool good = begin_item(lua, "nation", fields);
    if (lua_type(lua, 1) != LUA_TTABLE) {
        return end_item(lua);
    }
    good = take_id(lua, nation.id, rules_find_nation, compiler->nation) && good;
    if (vocab_find(vocab_tile, nation.id) >= 0) {
        fault_add(lua, "id", "id: '%s' is the name of a control", nation.id);
        good = false;
    }
    good = read_nation(lua, &nation) && good;
    if (good && index == NATIONS_MAX) {
        fault_add(lua, NULL, "too many nations: a rule set holds at most %d", NATIONS_MAX);
        good = false;
    }
    if (good) {
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

static const ParamInfo *find_param(lua_State *lua)
{
    enum { PARAM_ROWS_MAX = PARAM_SLOTS };
    const char *names[PARAM_ROWS_MAX + 1] = {NULL};

    for (int i = 0; i < vocab_param_count; i++) {
        names[i] = vocab_param[i].name;
    }
    const ParamInfo *info = NULL;
    if (need_field(lua, 1, "name")) {
        int found = read_word(lua, lua_gettop(lua), "name", names);
        info = found >= 0 ? &vocab_param[found] : NULL;
    }
    lua_pop(lua, 1);
    return info;
}

static bool read_param_list(lua_State *lua, const ParamInfo *info, int value[])
{
    Range range = {info->least, info->most};
    int list = lua_gettop(lua);

    if (read_list(lua, list, "value") < 0) {
        return false;
    }
    if ((int)lua_rawlen(lua, list) != info->count) {
        fault_add(lua, "value", "value: expected %d numbers, got %d", info->count,
                  (int)lua_rawlen(lua, list));
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

    begin_item(lua, "param", fields);
    if (lua_type(lua, 1) != LUA_TTABLE) {
        return end_item(lua);
    }
    const ParamInfo *info = find_param(lua);
    if (info == NULL) {
        return end_item(lua);
    }
    compiler->item = info->name;
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
