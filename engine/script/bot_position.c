/* What a bot may look at: fields and functions of views, samples and forecasts. */

#include <lauxlib.h>
#include <lua.h>
#include <stdint.h>
#include <string.h>

#include "core/appeal.h" /* IWYU pragma: keep */
#include "core/bits.h"   /* IWYU pragma: keep */
#include "core/income.h" /* IWYU pragma: keep */
#include "core/market.h"
#include "core/nation.h" /* IWYU pragma: keep */
#include "core/rules.h"
#include "core/score.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/track.h" /* IWYU pragma: keep */
#include "core/view.h"
#include "core/vocab.h"
#include "script/bot_lua.h"
#include "script/sandbox.h"

static const luaL_Reg methods[] = {
#define FUNCTION(name, arguments, meaning) {#name, bot_api_##name},
#include "script/bot_api.def"
#undef FUNCTION
    {NULL, NULL}};

enum { DECISION_COST = 30 }; /* instructions that finding what is chosen may take */

static const char *const kind_name[] = {"view", "sample", "forecast"};

/* ---- positions as arguments ---- */

Position *bot_position_at(lua_State *lua, int index)
{
    Position *position = lua_touserdata(lua, index);

    if (position == NULL) {
        luaL_typeerror(lua, index, "view, sample or forecast");
    }
    return position;
}

static Position *kind_at(lua_State *lua, int index, PositionKind kind)
{
    Position *position = lua_touserdata(lua, index);

    if (position == NULL || position->kind != kind) {
        luaL_typeerror(lua, index, kind_name[kind]);
    }
    return position;
}

Sample *bot_sample_at(lua_State *lua, int index)
{
    return (Sample *)kind_at(lua, index, POSITION_SAMPLE);
}

Outlook *bot_outlook_at(lua_State *lua, int index)
{
    return (Outlook *)kind_at(lua, index, POSITION_FORECAST);
}

void *bot_push_position(lua_State *lua, PositionKind kind, size_t size)
{
    Position *position = lua_newuserdatauv(lua, size, 0);

    position->kind = kind;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, bot_of(lua)->metatable[kind]);
    lua_setmetatable(lua, -2);
    return position;
}

Seat bot_mover(const LuaBot *bot, const State *state)
{
    return state_is_terminal(state) ? -1 : state_current_seat(state, bot->rules);
}

/* ---- fields: each pushes its value ---- */

static const Rules *rules_of(lua_State *lua)
{
    return bot_of(lua)->rules;
}

static const Scenario *scenario_of(lua_State *lua, const State *state)
{
    return &rules_of(lua)->scenario[state->scenario];
}

static const Market *market_of(const Position *position)
{
    return &((const Outlook *)position)->market;
}

static void field_round(lua_State *lua, const Position *at)
{
    lua_pushinteger(lua, at->state->round);
}

static void field_rounds(lua_State *lua, const Position *at)
{
    lua_pushinteger(lua, scenario_of(lua, at->state)->rounds);
}

static void field_last_round(lua_State *lua, const Position *at)
{
    lua_pushboolean(lua, score_is_last_round(at->state, rules_of(lua)));
}

static void field_scenario(lua_State *lua, const Position *at)
{
    lua_pushstring(lua, scenario_of(lua, at->state)->id);
}

static void field_seats(lua_State *lua, const Position *at)
{
    lua_pushinteger(lua, at->state->seat_count);
}

static void field_seat(lua_State *lua, const Position *at)
{
    lua_pushstring(lua, vocab_seat(at->state->seat_count, bot_of(lua)->seat));
}

static void field_bloc(lua_State *lua, const Position *at)
{
    (void)at;
    lua_pushstring(lua, vocab_bloc[bot_bloc(bot_of(lua))]);
}

static void field_rival(lua_State *lua, const Position *at)
{
    (void)at;
    lua_pushstring(lua, vocab_bloc[rival_of(bot_bloc(bot_of(lua)))]);
}

static void field_first(lua_State *lua, const Position *at)
{
    lua_pushstring(lua, vocab_bloc[at->state->first_bloc]);
}

static void field_phase(lua_State *lua, const Position *at)
{
    lua_pushstring(lua, vocab_phase[at->state->phase]);
}

static void field_mover(lua_State *lua, const Position *at)
{
    Seat mover = bot_mover(bot_of(lua), at->state);

    if (mover < 0) {
        lua_pushnil(lua);
    } else {
        lua_pushstring(lua, vocab_seat(at->state->seat_count, mover));
    }
}

static void field_decision(lua_State *lua, const Position *at)
{
    if (state_is_terminal(at->state)) {
        lua_pushnil(lua);
    } else {
        sandbox_charge(lua, DECISION_COST);
        lua_pushstring(lua, decision_name[state_decision(at->state, rules_of(lua))]);
    }
}

/* What is being resolved; NULL: nothing. */
static const Frame *top_frame(const State *state)
{
    return state->frame_count > 0 ? &state->frame[state->frame_count - 1] : NULL;
}

static void field_points(lua_State *lua, const Position *at)
{
    const Frame *top = top_frame(at->state);

    lua_pushinteger(lua, top != NULL && top->kind == FRAME_OPS ? top->points : 0);
}

static void field_resolving(lua_State *lua, const Position *at)
{
    const Frame *top = top_frame(at->state);

    if (top != NULL && (top->kind == FRAME_EVENT || top->kind == FRAME_TRIGGER)) {
        bot_push_card(lua, top->card);
    } else {
        lua_pushnil(lua);
    }
}

static void field_shelved(lua_State *lua, const Position *at)
{
    lua_pushboolean(lua, at->state->shelved >> bot_of(lua)->seat & 1);
}

static void field_over(lua_State *lua, const Position *at)
{
    lua_pushboolean(lua, state_is_terminal(at->state));
}

static void field_deck_count(lua_State *lua, const Position *at)
{
    const LuaBot *bot = bot_of(lua);

    /* A view unites the draw pile with what else is hidden. */
    lua_pushinteger(lua, at->state == &bot->view.known ? bot->view.deck_count
                                                       : set_count(at->state->cards[SET_DECK]));
}

static void field_price(lua_State *lua, const Position *at)
{
    lua_pushinteger(lua, at->state->track[SLOT_PRICE]);
}

static void field_risk(lua_State *lua, const Position *at)
{
    lua_pushinteger(lua, at->state->track[SLOT_RISK]);
}

static void field_bifurcation(lua_State *lua, const Position *at)
{
    lua_pushinteger(lua, at->state->track[SLOT_BIFURCATION]);
}

static void field_valuation(lua_State *lua, const Position *at)
{
    lua_pushinteger(lua, at->state->track[SLOT_VALUATION]);
}

static void field_plateau(lua_State *lua, const Position *at)
{
    if (bot_hides_plateau(bot_of(lua), at->state)) {
        lua_pushnil(lua);
    } else {
        lua_pushinteger(lua, at->state->track[SLOT_PLATEAU]);
    }
}

static void field_hand(lua_State *lua, const Position *at)
{
    bot_push_cards(lua, at->state->cards[SET_HAND + bot_of(lua)->seat]);
}

static void field_discard(lua_State *lua, const Position *at)
{
    bot_push_cards(lua, at->state->cards[SET_DISCARD]);
}

static void field_removed(lua_State *lua, const Position *at)
{
    bot_push_cards(lua, at->state->cards[SET_REMOVED]);
}

static void field_price_target(lua_State *lua, const Position *at)
{
    lua_pushinteger(lua, market_of(at)->price_target);
}

static void field_crash(lua_State *lua, const Position *at)
{
    lua_pushboolean(lua, market_of(at)->crash);
}

static void field_incident_odds(lua_State *lua, const Position *at)
{
    lua_pushinteger(lua, market_of(at)->incident_odds);
}

enum {
    OF_VIEW = 1 << POSITION_VIEW,
    OF_FORECAST = 1 << POSITION_FORECAST,
    OF_ALL = OF_VIEW | 1 << POSITION_SAMPLE | OF_FORECAST,
};

static const struct {
    const char *name;
    void (*push)(lua_State *lua, const Position *at);
    unsigned kinds; /* which have it */
} fields[] = {
#define FIELD(name, meaning)          {#name, field_##name, OF_ALL},
#define VIEW_FIELD(name, meaning)     {#name, field_##name, OF_VIEW},
#define FORECAST_FIELD(name, meaning) {#name, field_##name, OF_FORECAST},
#include "script/bot_api.def"
#undef FIELD
#undef VIEW_FIELD
#undef FORECAST_FIELD
};
enum { FIELD_COUNT = sizeof fields / sizeof fields[0] };

static int refuse_name(lua_State *lua, const Position *at)
{
    const char *words[FIELD_COUNT + 1];
    const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
    int count = 0;

    for (int i = 0; i < FIELD_COUNT; i++) {
        if ((fields[i].kinds >> at->kind & 1) != 0) {
            words[count++] = fields[i].name;
        }
    }
    words[count] = NULL;
    const char *nearest = vocab_nearest(words, name);
    if (nearest == NULL) {
        return luaL_error(lua, "a %s has no '%s'", kind_name[at->kind], name);
    }
    return luaL_error(lua, "a %s has no '%s', did you mean '%s'?", kind_name[at->kind], name,
                      nearest);
}

/* __index.  Upvalue: a table from names to numbers of fields, or functions. */
static int get_field(lua_State *lua)
{
    const Position *at = bot_position_at(lua, 1);

    lua_pushvalue(lua, 2);
    int type = lua_rawget(lua, lua_upvalueindex(1));
    if (type == LUA_TFUNCTION) {
        return 1;
    }
    int field = type == LUA_TNUMBER ? (int)lua_tointeger(lua, -1) : -1;
    if (field < 0 || (fields[field].kinds >> at->kind & 1) == 0) {
        return refuse_name(lua, at);
    }
    fields[field].push(lua, at);
    return 1;
}

static int refuse_change(lua_State *lua)
{
    return luaL_error(lua, "a %s cannot be changed", kind_name[bot_position_at(lua, 1)->kind]);
}

void bot_metatables_make(lua_State *lua)
{
    LuaBot *bot = bot_of(lua);

    lua_newtable(lua);
    luaL_setfuncs(lua, methods, 0);
    for (int i = 0; i < FIELD_COUNT; i++) {
        lua_pushinteger(lua, i);
        lua_setfield(lua, -2, fields[i].name);
    }
    for (int kind = 0; kind < POSITION_KIND_COUNT; kind++) {
        lua_createtable(lua, 0, 3);
        lua_pushvalue(lua, -2);
        lua_pushcclosure(lua, get_field, 1);
        lua_setfield(lua, -2, "__index");
        lua_pushcfunction(lua, refuse_change);
        lua_setfield(lua, -2, "__newindex");
        lua_pushstring(lua, kind_name[kind]);
        lua_setfield(lua, -2, "__name");
        bot->metatable[kind] = luaL_ref(lua, LUA_REGISTRYINDEX);
    }
    lua_pop(lua, 1);
}
