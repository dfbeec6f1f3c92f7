/* Questions about a position: tracks, nations, cards and points. */

#include <lauxlib.h>
#include <lua.h>
#include <luaconf.h>
#include <stdint.h>
#include <string.h>

#include "ai/features.h"
#include "core/appeal.h"
#include "core/bits.h"
#include "core/income.h"
#include "core/nation.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/track.h"
#include "core/view.h"
#include "core/vocab.h"
#include "script/bot_lua.h"
#include "script/sandbox.h"

enum {
    QUESTION_COST = 10, /* of what the kernel has to work out */
    AHEAD_COST = 60,    /* of the market for a feature */
    LIST_COST = 20,     /* of a list of names in which one is looked for */
    TABLE_COST = 60,    /* of a nation's table, beside its memory */
};

static const State *state_at(lua_State *lua, int index)
{
    return bot_position_at(lua, index)->state;
}

/* What is above 0 for China, seen by the bot. */
static int seen_by(const LuaBot *bot, int value)
{
    return bot_bloc(bot) == BLOC_CN ? value : -value;
}

int bot_api_track(lua_State *lua)
{
    const State *state = state_at(lua, 1);

    lua_pushinteger(lua, bot_read_key(bot_of(lua), state, bot_key_at(lua, 2)));
    return 1;
}

int bot_api_slot(lua_State *lua)
{
    lua_pushinteger(lua, bot_key_at(lua, 1));
    return 1;
}

int bot_api_vp(lua_State *lua)
{
    const State *state = state_at(lua, 1);
    BotWho who = bot_who_at(lua, 2);

    if (who.subject == SUBJECT_TILE) {
        return luaL_error(lua, "a tile has no victory points");
    }
    lua_pushinteger(lua, who.subject == SUBJECT_STACK ? state->track[SLOT_VP + who.index]
                                                      : state_bloc_vp(state, (Bloc)who.index));
    return 1;
}

int bot_api_lead(lua_State *lua)
{
    const State *state = state_at(lua, 1);
    int lead = state_bloc_vp(state, BLOC_CN) - state_bloc_vp(state, BLOC_US);

    lua_pushinteger(lua, seen_by(bot_of(lua), lead));
    return 1;
}

static int adoption_lead(const Score *score)
{
    return score->adoption[STACK_CC] + score->adoption[STACK_CO] - score->adoption[STACK_UC] -
           score->adoption[STACK_UO];
}

int bot_api_scoring(lua_State *lua)
{
    static const char *const items[] = {"adoption", "standards", "stock",
                                        "trust",    "industry",  NULL};
    const LuaBot *bot = bot_of(lua);
    Score score;

    sandbox_charge(lua, QUESTION_COST);
    score_now(state_at(lua, 1), bot->rules, &score);
    score.item[SCORE_ADOPTION] = adoption_lead(&score);
    int lead = 0;
    if (lua_isnoneornil(lua, 2)) {
        for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
            lead += score.item[item];
        }
    } else {
        lead = score.item[bot_word_at(lua, 2, items, "scoring item")];
    }
    lua_pushinteger(lua, seen_by(bot, lead));
    return 1;
}

int bot_api_income(lua_State *lua)
{
    const State *state = state_at(lua, 1);
    const Rules *rules = bot_of(lua)->rules;
    Bloc bloc = bot_bloc_at(lua, 2);

    sandbox_charge(lua, QUESTION_COST);
    lua_pushinteger(lua, compute_income(state, rules, bloc));
    lua_pushinteger(lua, capital_income(state, rules, bloc));
    return 2;
}

/* ---- nations ---- */

int bot_api_place(lua_State *lua)
{
    const State *state = state_at(lua, 1);
    int nation = bot_nation_at(lua, 2);

    lua_pushinteger(lua, state->nation_x[nation]);
    lua_pushinteger(lua, state->nation_y[nation]);
    return 2;
}

/* Pushes the stack whose set has the nation, or nil. */
static void push_stack_of(lua_State *lua, const uint32_t set[STACK_COUNT], int nation)
{
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        if ((set[stack] >> nation & 1) != 0) {
            lua_pushstring(lua, vocab_stack[stack]);
            return;
        }
    }
    lua_pushnil(lua);
}

static void push_used(lua_State *lua, const State *state, int nation)
{
    uint32_t users[STACK_COUNT];

    for (int stack = 0; stack < STACK_COUNT; stack++) {
        users[stack] = nation_users(state, bot_of(lua)->rules, (Stack)stack);
    }
    push_stack_of(lua, users, nation);
}

static void push_favourite(lua_State *lua, const State *state, int nation)
{
    uint32_t favourite[STACK_COUNT];

    sandbox_charge(lua, QUESTION_COST);
    appeal_favourites(state, bot_of(lua)->rules, favourite);
    push_stack_of(lua, favourite, nation);
}

int bot_api_uses(lua_State *lua)
{
    push_used(lua, state_at(lua, 1), bot_nation_at(lua, 2));
    return 1;
}

int bot_api_favourite(lua_State *lua)
{
    push_favourite(lua, state_at(lua, 1), bot_nation_at(lua, 2));
    return 1;
}

int bot_api_nation(lua_State *lua)
{
    static const char *const keys[] = {"id",   "number", "weight", "strictness",
                                       "need", "role",   "chain",  NULL};
    const State *state = state_at(lua, 1);
    int nation = bot_nation_at(lua, 2);

    sandbox_charge(lua, TABLE_COST);
    bot_push_table(lua, TABLE_NATIONS);
    lua_rawgeti(lua, -1, nation + 1);
    lua_createtable(lua, 0, 11);
    for (int i = 0; keys[i] != NULL; i++) {
        lua_getfield(lua, -2, keys[i]);
        lua_setfield(lua, -2, keys[i]);
    }
    lua_pushinteger(lua, state->nation_x[nation]);
    lua_setfield(lua, -2, "x");
    lua_pushinteger(lua, state->nation_y[nation]);
    lua_setfield(lua, -2, "y");
    push_used(lua, state, nation);
    lua_setfield(lua, -2, "uses");
    push_favourite(lua, state, nation);
    lua_setfield(lua, -2, "favourite");
    return 1;
}

int bot_api_users(lua_State *lua)
{
    const Rules *rules = bot_of(lua)->rules;
    uint32_t users = nation_users(state_at(lua, 1), rules, bot_stack_at(lua, 2));

    lua_pushinteger(lua, bits_count(users));
    lua_pushinteger(lua, nation_weight(rules, users));
    return 2;
}

/* ---- features ---- */

int bot_api_feature(lua_State *lua)
{
    const LuaBot *bot = bot_of(lua);
    const Position *at = bot_position_at(lua, 1);
    Reading reading;
    State ahead;

    if (at->kind == POSITION_FORECAST) {
        luaL_typeerror(lua, 1, "view or sample");
    }
    Feature feature = (Feature)bot_word_at(lua, 2, feature_name, "feature");
    sandbox_charge(lua, QUESTION_COST);
    reading_begin(&reading, bot->rules, bot->seat, at->state, bot->view.known.round);
    if (feature_is_ahead(feature)) {
        sandbox_charge(lua, AHEAD_COST);
        ahead = *at->state;
        reading_look_ahead(&reading, &ahead);
    }
    lua_pushinteger(lua, feature_read(feature, &reading));
    return 1;
}

/* ---- cards and parameters ---- */

int bot_api_modifier(lua_State *lua)
{
    const State *state = state_at(lua, 1);
    int modifier = bot_word_at(lua, 2, vocab_modifier, "modifier");

    lua_pushinteger(lua, modifier_sum(state, (Modifier)modifier, bot_bloc_at(lua, 3)));
    return 1;
}

int bot_api_trigger(lua_State *lua)
{
    const State *state = state_at(lua, 1);
    int kind = bot_word_at(lua, 2, vocab_trigger, "trigger");
    int card = state->trigger[kind][bot_bloc_at(lua, 3)];

    if (card == 0) {
        lua_pushnil(lua);
    } else {
        bot_push_card(lua, card - 1);
    }
    return 1;
}

int bot_api_hand_count(lua_State *lua)
{
    const LuaBot *bot = bot_of(lua);
    const State *state = state_at(lua, 1);
    const char *words[SEATS_MAX + 1];
    int count = 0;

    for (Seat seat = 0; seat < SEATS_MAX; seat += SEATS_MAX / state->seat_count) {
        words[count++] = vocab_seat(state->seat_count, seat);
    }
    words[count] = NULL;
    Seat seat = bot_word_at(lua, 2, words, "seat") * (SEATS_MAX / state->seat_count);
    lua_pushinteger(lua, state == &bot->view.known ? bot->view.hand_count[seat]
                                                   : set_count(state->cards[SET_HAND + seat]));
    return 1;
}

int bot_api_card(lua_State *lua)
{
    const Rules *rules = bot_of(lua)->rules;
    const char *words[CARDS_MAX + 1];

    for (int i = 0; i < rules->card_count; i++) {
        words[i] = rules->card[i].id;
    }
    words[rules->card_count] = NULL;
    sandbox_charge(lua, LIST_COST);
    bot_push_card(lua, bot_word_at(lua, 1, words, "card"));
    return 1;
}

int bot_api_param(lua_State *lua)
{
    enum { PARAMS_MOST = PARAM_SLOTS };
    const char *words[PARAMS_MOST + 1];

    for (int i = 0; i < vocab_param_count; i++) {
        words[i] = vocab_param[i].name;
    }
    words[vocab_param_count] = NULL;
    sandbox_charge(lua, LIST_COST);
    sandbox_charge_texts(lua);
    const ParamInfo *info = &vocab_param[bot_word_at(lua, 1, words, "parameter")];
    lua_Integer index = luaL_optinteger(lua, 2, 1);
    if (index < 1 || index > info->count) {
        return luaL_error(lua, "parameter '%s' has no value number %I", info->name,
                          (LUAI_UACINT)index);
    }
    lua_pushinteger(lua, bot_of(lua)->rules->param[info->slot + (int)index - 1]);
    return 1;
}
