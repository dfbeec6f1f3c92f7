/* Looking ahead: samples, what follows an action, and the market's forecast. */

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/action.h"
#include "core/market.h"
#include "core/playout.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "script/bot_lua.h"
#include "script/sandbox.h"

enum {
    HANDLES_MAX = 10000, /* samples and forecasts of one decision */
    /* What they cost in instructions, beside their memory. */
    SAMPLE_COST = 150,
    APPLY_COST = 40,
    LEGAL_COST = 20,
    FORECAST_COST = 60,
    PLAYOUT_COST = 20,
    STEP_COST = 10, /* of each decision of a playout */
    PLAYOUTS_MAX = 10000,
};

static void count_handle(lua_State *lua, int cost)
{
    LuaBot *bot = bot_of(lua);

    sandbox_charge(lua, cost);
    if (bot->handles++ == HANDLES_MAX) {
        luaL_error(lua, "makes more than %d samples and forecasts for one decision", HANDLES_MAX);
    }
}

static Sample *push_sample(lua_State *lua, int cost)
{
    count_handle(lua, cost);
    Sample *sample = bot_push_position(lua, POSITION_SAMPLE, sizeof *sample);
    sample->position.state = &sample->state;
    sample->number = ++bot_of(lua)->samples;
    return sample;
}

int bot_api_sample(lua_State *lua)
{
    LuaBot *bot = bot_of(lua);

    if (bot_position_at(lua, 1)->kind != POSITION_VIEW) {
        luaL_typeerror(lua, 1, "view");
    }
    Sample *sample = push_sample(lua, SAMPLE_COST);
    view_sample(&sample->state, &bot->view, bot->rules, bot_draw(bot));
    return 1;
}

/* A bot that tries every action asks this of the same sample again and again. */
static bool is_legal(LuaBot *bot, const Sample *sample, int number)
{
    enum { WORD_BITS = 64 };

    if (bot->legal_in != sample->number) {
        ActionList list;
        state_legal_actions(&sample->state, bot->rules, &list);
        memset(bot->legal, 0, sizeof bot->legal);
        for (int i = 0; i < list.count; i++) {
            int legal = action_number(list.item[i]);
            bot->legal[legal / WORD_BITS] |= UINT64_C(1) << legal % WORD_BITS;
        }
        bot->legal_in = sample->number;
    }
    return (bot->legal[number / WORD_BITS] >> number % WORD_BITS & 1) != 0;
}

/* The action at index 2, which must be legal. */
static Action action_at(lua_State *lua, const Sample *sample)
{
    LuaBot *bot = bot_of(lua);
    int number = bot_action_number(lua, 2);
    char text[ACTION_TEXT_SIZE];
    Action action = {0};

    if (!action_from_number(&action, number)) {
        luaL_typeerror(lua, 2, "action");
    }
    if (state_is_terminal(&sample->state)) {
        luaL_error(lua, "the game of this sample is over");
    }
    if (!is_legal(bot, sample, number)) {
        action_print(text, action, bot->rules);
        luaL_error(lua, "'%s' is not legal in this sample", text);
    }
    return action;
}

int bot_api_apply(lua_State *lua)
{
    const Sample *from = bot_sample_at(lua, 1);
    Action action = action_at(lua, from);
    Sample *sample = push_sample(lua, APPLY_COST);

    sample->state = from->state;
    state_apply(&sample->state, bot_of(lua)->rules, action, NULL);
    return 1;
}

int bot_api_legal(lua_State *lua)
{
    const LuaBot *bot = bot_of(lua);
    const Sample *sample = bot_sample_at(lua, 1);
    ActionList list;

    sandbox_charge(lua, LEGAL_COST);
    if (bot_mover(bot, &sample->state) != bot->seat) {
        return luaL_error(lua, "the choice in this sample is not yours: ask its 'mover' first");
    }
    state_legal_actions(&sample->state, bot->rules, &list);
    bot_push_actions(lua, &list);
    return 1;
}

int bot_api_outcome(lua_State *lua)
{
    const LuaBot *bot = bot_of(lua);
    const Sample *sample = bot_sample_at(lua, 1);
    int returns[SEATS_MAX];

    if (!state_is_terminal(&sample->state)) {
        lua_pushnil(lua);
        return 1;
    }
    state_returns(&sample->state, bot->rules, returns);
    lua_pushinteger(lua, returns[bot->seat]);
    return 1;
}

/* The sample's own future is one of many: each game has another seed, and so other dice and deals. */
int bot_api_playouts(lua_State *lua)
{
    LuaBot *bot = bot_of(lua);
    const Sample *sample = bot_sample_at(lua, 1);
    lua_Integer sum = 0;

    sandbox_charge_texts(lua);
    lua_Integer games = luaL_checkinteger(lua, 2);
    if (games < 1 || games > PLAYOUTS_MAX) {
        return luaL_error(lua, "playouts: expected 1 to %d games", PLAYOUTS_MAX);
    }
    for (lua_Integer i = 0; i < games; i++) {
        State state = sample->state;
        int returns[SEATS_MAX];
        state.seed = bot_draw(bot);
        int steps = playout_random(&state, bot->rules, 0);
        state_returns(&state, bot->rules, returns);
        sum += returns[bot->seat];
        sandbox_charge(lua, PLAYOUT_COST + (int64_t)STEP_COST * steps);
    }
    lua_pushnumber(lua, (lua_Number)sum / (lua_Number)games);
    return 1;
}

/* ---- the market ---- */

int bot_api_forecast(lua_State *lua)
{
    const Position *from = bot_position_at(lua, 1);

    if (from->kind == POSITION_FORECAST) {
        luaL_typeerror(lua, 1, "view or sample");
    }
    count_handle(lua, FORECAST_COST);
    Outlook *outlook = bot_push_position(lua, POSITION_FORECAST, sizeof *outlook);
    outlook->position.state = &outlook->state;
    outlook->state = *from->state;
    market_advance(&outlook->state, bot_of(lua)->rules, &outlook->market);
    return 1;
}

int bot_api_revenue(lua_State *lua)
{
    lua_pushinteger(lua, bot_outlook_at(lua, 1)->market.revenue[bot_bloc_at(lua, 2)]);
    return 1;
}

int bot_api_capacity(lua_State *lua)
{
    lua_pushinteger(lua, bot_outlook_at(lua, 1)->market.capacity[bot_bloc_at(lua, 2)]);
    return 1;
}

int bot_api_served(lua_State *lua)
{
    lua_pushinteger(lua, bot_outlook_at(lua, 1)->market.served_weight[bot_bloc_at(lua, 2)]);
    return 1;
}

int bot_api_throttled(lua_State *lua)
{
    const Outlook *outlook = bot_outlook_at(lua, 1);

    lua_pushboolean(lua, (outlook->market.throttled >> bot_nation_at(lua, 2) & 1) != 0);
    return 1;
}
