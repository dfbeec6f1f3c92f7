/* The tables that stand for actions, cards and nations: made once a game, each when first needed, so
 * that a list of actions costs no more than its length. */

#include <lauxlib.h>
#include <lua.h>
#include <stdint.h>
#include <string.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/vocab.h"
#include "script/bot_lua.h"
#include "script/sandbox.h"

/* Places in TABLE_NUMBERS. */
enum { CARD_NUMBER = ACTION_NUMBER_MAX, NATION_NUMBER = CARD_NUMBER + CARDS_MAX };

void bot_push_table(lua_State *lua, BotTable table)
{
    lua_rawgeti(lua, LUA_REGISTRYINDEX, bot_of(lua)->table[table]);
}

static void set_text(lua_State *lua, const char *field, const char *text)
{
    lua_pushstring(lua, text);
    lua_setfield(lua, -2, field);
}

static void set_integer(lua_State *lua, const char *field, int value)
{
    lua_pushinteger(lua, value);
    lua_setfield(lua, -2, field);
}

static void set_flag(lua_State *lua, const char *field, int value)
{
    lua_pushboolean(lua, value);
    lua_setfield(lua, -2, field);
}

/* Gives the new table on top its place among all of them. */
static void number(lua_State *lua, int place)
{
    bot_push_table(lua, TABLE_NUMBERS);
    lua_pushvalue(lua, -2);
    lua_pushinteger(lua, place);
    lua_rawset(lua, -3);
    lua_pop(lua, 1);
}

/* Pushes element `place` of a table, or nil below which the new one is to be made. */
static int find(lua_State *lua, BotTable table, int place)
{
    bot_push_table(lua, table);
    return lua_rawgeti(lua, -1, place + 1) == LUA_TTABLE;
}

/* Puts the new table on top into the place that find() found empty, and leaves only it. */
static void keep(lua_State *lua, int place)
{
    lua_pushvalue(lua, -1);
    lua_rawseti(lua, -4, place + 1);
    lua_replace(lua, -3);
    lua_pop(lua, 1);
}

/* ---- cards ---- */

static const char *whose(const LuaBot *bot, const Card *card)
{
    if (card->side == SIDE_NEUTRAL) {
        return "neutral";
    }
    return (card->side == SIDE_CN) == (bot_bloc(bot) == BLOC_CN) ? "you" : "rival";
}

static void make_card(lua_State *lua, int index)
{
    const LuaBot *bot = bot_of(lua);
    const Card *card = &bot->rules->card[index];

    lua_createtable(lua, 0, 7);
    set_text(lua, "id", card->id);
    set_text(lua, "title", rules_text_in(bot->rules, card->title, LANGUAGE_EN));
    set_text(lua, "side", vocab_side[card->side]);
    set_text(lua, "whose", whose(bot, card));
    set_text(lua, "era", vocab_era[card->era]);
    set_integer(lua, "ops", card->ops);
    set_flag(lua, "once", card->once);
    number(lua, CARD_NUMBER + index);
}

void bot_push_card(lua_State *lua, int card)
{
    if (find(lua, TABLE_CARDS, card)) {
        lua_remove(lua, -2);
        return;
    }
    make_card(lua, card);
    keep(lua, card);
}

void bot_push_cards(lua_State *lua, const uint64_t set[2])
{
    enum { CARD_COST = 6 }; /* instructions that finding a card's table may take */
    int count = set_count(set);
    int place = 0;

    sandbox_charge(lua, (int64_t)CARD_COST * count);
    lua_createtable(lua, count, 0);
    for (int card = set_next(set, 0); card < CARDS_MAX; card = set_next(set, card + 1)) {
        bot_push_card(lua, card);
        lua_rawseti(lua, -2, ++place);
    }
}

/* ---- nations ---- */

static void push_nation(lua_State *lua, int nation)
{
    bot_push_table(lua, TABLE_NATIONS);
    lua_rawgeti(lua, -1, nation + 1);
    lua_remove(lua, -2);
}

static void make_nation(lua_State *lua, int index)
{
    const Nation *nation = &bot_of(lua)->rules->nation[index];

    lua_createtable(lua, 0, 7);
    set_text(lua, "id", nation->id);
    set_integer(lua, "number", index + 1);
    set_integer(lua, "weight", nation->weight);
    set_integer(lua, "strictness", nation->strictness);
    set_text(lua, "need", vocab_need[nation->need]);
    if (nation->role != ROLE_NONE) {
        set_text(lua, "role", vocab_role[nation->role]);
    }
    set_flag(lua, "chain", nation->chain);
    number(lua, NATION_NUMBER + index);
}

/* ---- actions ---- */

static int is_about_card(Verb verb)
{
    return verb <= VERB_SHELVE;
}

static int is_about_nation(Verb verb)
{
    return verb == VERB_COURT_ALIGN || verb == VERB_COURT_OPEN || verb == VERB_COURT_CLOSE ||
           verb == VERB_PICK_NATION;
}

static void make_action(lua_State *lua, Action action)
{
    char text[ACTION_TEXT_SIZE];
    const char *verb = vocab_verb[action.verb];

    action_print(text, action, bot_of(lua)->rules);
    lua_createtable(lua, 0, 4);
    set_text(lua, "verb", verb);
    set_text(lua, "text", text);
    if (action.verb == VERB_OPTION) {
        set_integer(lua, "argument", action.argument + 1);
    } else if (strlen(text) > strlen(verb)) {
        set_text(lua, "argument", text + strlen(verb) + 1);
    }
    if (is_about_card((Verb)action.verb)) {
        bot_push_card(lua, action.argument);
        lua_setfield(lua, -2, "card");
    }
    if (is_about_nation((Verb)action.verb)) {
        push_nation(lua, action.argument);
        lua_setfield(lua, -2, "nation");
    }
    number(lua, action_number(action));
}

void bot_push_action(lua_State *lua, Action action)
{
    int place = action_number(action);

    if (find(lua, TABLE_ACTIONS, place)) {
        lua_remove(lua, -2);
        return;
    }
    make_action(lua, action);
    keep(lua, place);
}

void bot_push_actions(lua_State *lua, const ActionList *list)
{
    lua_createtable(lua, list->count, 0);
    bot_push_table(lua, TABLE_ACTIONS);
    for (int i = 0; i < list->count; i++) {
        if (lua_rawgeti(lua, -1, action_number(list->item[i]) + 1) != LUA_TTABLE) {
            lua_pop(lua, 1);
            bot_push_action(lua, list->item[i]);
        }
        lua_rawseti(lua, -3, i + 1);
    }
    lua_pop(lua, 1);
}

int bot_action_number(lua_State *lua, int index)
{
    int place = -1;

    if (lua_type(lua, index) == LUA_TTABLE) {
        index = lua_absindex(lua, index);
        bot_push_table(lua, TABLE_NUMBERS);
        lua_pushvalue(lua, index);
        if (lua_rawget(lua, -2) == LUA_TNUMBER) {
            place = (int)lua_tointeger(lua, -1);
        }
        lua_pop(lua, 2);
    }
    return place < ACTION_NUMBER_MAX ? place : -1;
}

void bot_tables_make(lua_State *lua)
{
    LuaBot *bot = bot_of(lua);

    for (int table = 0; table < TABLE_COUNT; table++) {
        lua_newtable(lua);
        bot->table[table] = luaL_ref(lua, LUA_REGISTRYINDEX);
    }
    for (int nation = 0; nation < bot->rules->nation_count; nation++) {
        bot_push_table(lua, TABLE_NATIONS);
        make_nation(lua, nation);
        lua_rawseti(lua, -2, nation + 1);
        lua_pop(lua, 1);
    }
}
