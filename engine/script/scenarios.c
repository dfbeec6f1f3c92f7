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

/* A track of the start position.  VP and compute begin at 0, the plateau is drawn. */
typedef struct StartField {
    const char *name;
    Track track;
    int count;  /* values in the file */
    int stride; /* slots from one value to the next; those between repeat it */
} StartField;

static const StartField start_field[] = {
    {"D", TRACK_DATACENTRES, 2, 1}, {"S", TRACK_SILICON, 2, 1},       {"E", TRACK_EFFICIENCY, 2, 1},
    {"I", TRACK_INDUSTRY, 2, 1},    {"Trust", TRACK_TRUST, 2, 1},     {"F", TRACK_FRONTIER, 2, 2},
    {"Q", TRACK_QUALITY, 4, 1},     {"capital", TRACK_CAPITAL, 2, 2}, {"P", TRACK_PRICE, 1, 1},
    {"R", TRACK_RISK, 1, 1},        {"B", TRACK_BIFURCATION, 1, 1},   {"V", TRACK_VALUATION, 1, 1},
};
enum { START_FIELDS = sizeof start_field / sizeof start_field[0] };

static const char *const licence_word[] = {"permissive", "conditional", NULL};

/* ---- the start position; its table is on top of the stack ---- */

static bool read_start_value(lua_State *lua, const StartField *field, int16_t start[TRACK_SLOTS],
                             int number)
{
    const TrackInfo *info = &vocab_track[field->track];
    Range range = {info->least, info->most};
    int value;

    if (!read_integer(lua, lua_gettop(lua), field->name, range, &value)) {
        return false;
    }
    for (int i = 0; i < field->stride; i++) {
        start[info->slot + number * field->stride + i] = (int16_t)value;
    }
    return true;
}

/* The list on top has so many entries. */
static bool has_entries(lua_State *lua, const char *name, int count)
{
    int list = lua_gettop(lua);
    int length = read_list(lua, list, name);

    if (length < 0 || length == count) {
        return length == count;
    }
    fault_add(lua, name, "%s: expected %d entries, got %d", name, count, length);
    return false;
}

static bool read_start_field(lua_State *lua, const StartField *field, int16_t start[TRACK_SLOTS])
{
    bool good = need_field(lua, -1, field->name);

    if (good && field->count == 1) {
        good = read_start_value(lua, field, start, 0);
    } else if (good) {
        good = has_entries(lua, field->name, field->count);
        for (int i = 0; good && i < field->count; i++) {
            lua_rawgeti(lua, -1, i + 1);
            good = read_start_value(lua, field, start, i);
            lua_pop(lua, 1);
        }
    }
    lua_pop(lua, 1);
    return good;
}

static bool read_licences(lua_State *lua, int16_t start[TRACK_SLOTS])
{
    bool good = need_field(lua, -1, "L") && has_entries(lua, "L", BLOC_COUNT);

    for (int bloc = 0; good && bloc < BLOC_COUNT; bloc++) {
        lua_rawgeti(lua, -1, bloc + 1);
        int word = read_word(lua, lua_gettop(lua), (Name){"L", "licence"}, licence_word);
        start[SLOT_LICENCE + bloc] = (int16_t)word;
        good = word >= 0;
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    return good;
}

/* `control = { CHIPS = 2 }`; tiles that are not named are off. */
static bool read_controls(lua_State *lua, int16_t start[TRACK_SLOTS])
{
    const Rules *rules = compiler_of(lua)->rules;
    int ripe = rules->param[PARAM_RIPE_STAGE]; /* 0 where the parameters are broken */
    Range stages = {1, ripe > 0 ? ripe : vocab_track[TRACK_CONTROL].most};
    bool good = true;

    push_field(lua, -1, "control");
    if (!lua_isnil(lua, -1)) {
        good = read_table(lua, lua_gettop(lua), "control") && check_fields(lua, -1, vocab_tile, 0);
        for (int tile = 0; good && tile < TILE_COUNT; tile++) {
            int stage = 0;
            push_field(lua, -1, vocab_tile[tile]);
            good = lua_isnil(lua, -1) ||
                   read_integer(lua, lua_gettop(lua), vocab_tile[tile], stages, &stage);
            start[SLOT_CONTROL + tile] = (int16_t)stage;
            lua_pop(lua, 1);
        }
    }
    lua_pop(lua, 1);
    return good;
}

/* What the range of a track does not say. */
static bool check_risk(lua_State *lua, const Scenario *scenario)
{
    int risk = scenario->start[SLOT_RISK];

    if (risk == vocab_track[TRACK_RISK].most) {
        fault_add(lua, "R", "R: at %d the game is lost before it begins", risk);
        return false;
    }
    if (risk != 0 && (scenario->systems >> SYSTEM_RISK & 1) == 0) {
        fault_add(lua, "R", "R: expected 0 where the system 'risk' is off, got %d", risk);
        return false;
    }
    return true;
}

static bool read_start(lua_State *lua, Scenario *scenario)
{
    const char *names[START_FIELDS + 3] = {NULL};
    bool good = need_field(lua, 1, "start") && read_table(lua, lua_gettop(lua), "start");

    for (int i = 0; i < START_FIELDS; i++) {
        names[i] = start_field[i].name;
    }
    names[START_FIELDS] = "L";
    names[START_FIELDS + 1] = "control";
    good = good && check_fields(lua, -1, names, 0);
    for (int i = 0; good && i < START_FIELDS; i++) {
        good = read_start_field(lua, &start_field[i], scenario->start);
    }
    good = good && read_licences(lua, scenario->start) && read_controls(lua, scenario->start) &&
           check_risk(lua, scenario);
    scenario->start[SLOT_PLATEAU] = (int16_t)vocab_track[TRACK_PLATEAU].most;
    lua_pop(lua, 1);
    return good;
}

/* ---- the rest of a scenario ---- */

static bool read_systems(lua_State *lua, Scenario *scenario)
{
    unsigned bits = 0;
    bool good = need_field(lua, 1, "systems");

    /* A scenario without any system is a fine first lesson, so this list may be empty. */
    if (good && !(lua_type(lua, -1) == LUA_TTABLE && lua_rawlen(lua, -1) == 0)) {
        good =
            read_word_set(lua, lua_gettop(lua), (Name){"systems", "system"}, vocab_system, &bits);
    }
    scenario->systems = (uint8_t)bits;
    lua_pop(lua, 1);
    return good;
}

static bool read_hand(lua_State *lua, Scenario *scenario)
{
    bool good = need_field(lua, 1, "hand") && has_entries(lua, "hand", 2);

    for (int i = 0; good && i < 2; i++) {
        int size;
        lua_rawgeti(lua, -1, i + 1);
        good = read_integer(lua, lua_gettop(lua), "hand", (Range){1, HAND_SIZE_MAX}, &size);
        scenario->hand[i] = (uint8_t)(good ? size : 0);
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    return good;
}

/* Named integers in a table; those that are missing are 0. */
static bool read_numbers(lua_State *lua, const char *name, const char *const keys[], Range range,
                         int value[])
{
    bool good = true;

    push_field(lua, 1, name);
    if (!lua_isnil(lua, -1)) {
        good = read_table(lua, lua_gettop(lua), name) && check_fields(lua, -1, keys, 0);
        for (int i = 0; good && keys[i] != NULL; i++) {
            push_field(lua, -1, keys[i]);
            good = lua_isnil(lua, -1) || read_integer(lua, lua_gettop(lua), name, range, &value[i]);
            lua_pop(lua, 1);
        }
    }
    lua_pop(lua, 1);
    return good;
}

static bool read_eras(lua_State *lua, Scenario *scenario)
{
    int round[ERA_COUNT] = {0};
    bool good = need_field(lua, 1, "eras");

    lua_pop(lua, 1);
    good = good && read_numbers(lua, "eras", vocab_era, (Range){1, scenario->rounds}, round);
    for (int era = 0; era < ERA_COUNT; era++) {
        scenario->era_round[era] = (uint8_t)round[era];
    }
    return good;
}

static bool read_scenario(lua_State *lua, Scenario *scenario)
{
    int rounds = ROUNDS_MAX;
    int acts = 0;
    int capital[BLOC_COUNT] = {0};
    bool headline = false;
    bool full = false;
    bool good = read_languages(lua, 1, "title", scenario->title);

    good = read_languages(lua, 1, "summary", scenario->summary) && good;
    good = read_systems(lua, scenario) && good;
    good = field_integer(lua, "rounds", (Range){1, ROUNDS_MAX}, &rounds) && good;
    good = field_flag(lua, "headline", &headline) && good;
    good = field_integer(lua, "acts", (Range){1, ACTS_MAX}, &acts) && good;
    good = read_hand(lua, scenario) && good;
    good = field_flag(lua, "full", &full) && good;
    good = read_numbers(lua, "extra_capital", vocab_bloc, (Range){0, EXTRA_CAPITAL_MAX}, capital) &&
           good;
    scenario->rounds = (uint8_t)rounds;
    scenario->acts = (uint8_t)acts;
    scenario->headline = headline;
    scenario->full = full;
    scenario->extra_capital[BLOC_US] = (int16_t)capital[BLOC_US];
    scenario->extra_capital[BLOC_CN] = (int16_t)capital[BLOC_CN];
    good = read_eras(lua, scenario) && good;
    return read_start(lua, scenario) && good;
}

static int construct_scenario(lua_State *lua)
{
    static const char *const fields[] = {
        "id",   "title", "summary", "systems",       "rounds", "headline", "acts",
        "hand", "eras",  "full",    "extra_capital", "start",  NULL};
    Compiler *compiler = compiler_of(lua);
    Rules *rules = compiler->rules;
    int index = rules->scenario_count;
    Scenario scenario = {.full = 0};

    if (!begin_item(lua, ITEM_SCENARIO)) {
        return end_item(lua);
    }
    bool good = take_id(lua, scenario.id, rules_find_scenario, compiler->scenario);
    good = check_fields(lua, 1, fields, 0) && good;
    good = read_scenario(lua, &scenario) && good;
    if (good && has_room(lua, ITEM_SCENARIO, index, SCENARIOS_MAX)) {
        rules->scenario[index] = scenario;
        compiler->scenario[index] = origin_here(lua);
        rules->scenario_count++;
    }
    return end_item(lua);
}

void scenarios_push(lua_State *lua)
{
    lua_pushcfunction(lua, construct_scenario);
    lua_setfield(lua, -2, "scenario");
}
