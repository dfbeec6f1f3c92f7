#include "script/script_bot.h"

#include <lauxlib.h>
#include <lua.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ai/weights.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/view.h"
#include "core/vocab.h"
#include "script/bot_lua.h"
#include "script/files.h"
#include "script/foreign.h"
#include "script/sandbox.h"
#include "script/watch.h"

enum {
    STRING_MAX = 1024,      /* comparing two costs one instruction */
    STACK_MAX = 128 * 1024, /* a thousand calls deep */
    NAME_MAX_SIZE = 40,
    TOLL = 60,
    /* A bot that has needed more to load is not watched: it would have to load again. */
    WATCHED_LOAD = BOT_LOAD_INSTRUCTIONS / 16,
};

/* Shipped bots take 10 to 20 us for a decision.  Patience ends before any machine could have run the
 * 875 000 instructions that a decision has at least (sandbox.c): none runs 3 of them in a nanosecond.
 * The total bounds what a decision costs in which a game is played again, and the alarm how late that
 * one is. */
static const WatchLimits bot_watch = {.patience = 300000, .alarm = 4000000, .total = 8000000};

/* What a declared strategy is, once its file has been run with these rules for a seat. */
typedef struct Declared {
    const Rules *rules;
    uint64_t hash; /* of the rules */
    Weights weights;
} Declared;

/* Threads that play at the same time share a type: the first one to know leaves it here. */
typedef struct DeclaredSeats {
    _Atomic(Declared *) seat[SEATS_MAX];
    _Atomic(int) busy; /* of watch_share() */
} DeclaredSeats;

typedef struct ScriptBot {
    BotType type;
    DeclaredSeats *declared; /* owned */
    BotMeter meter;
    WatchLimits watch;
    char *path, *text, *tolled; /* owned; what is run is `tolled`, or `text` if that is NULL */
    size_t size, tolled_size;
} ScriptBot;

static const ScriptBot *script_of(const LuaBot *bot)
{
    return (const ScriptBot *)bot->bot.type;
}

/* `FILE:LINE: what`, in one line. */
static Status report(const LuaBot *bot, int line, const char *what, Error *err)
{
    Status status =
        error_set(err, STATUS_PARSE, "%s:%d: %s", script_of(bot)->path, line > 0 ? line : 1, what);

    if (err != NULL) {
        foreign_clean(err->text);
    }
    return status;
}

static Status report_fault(const LuaBot *bot, Status status, const SandboxFault *fault, Error *err)
{
    if (status == STATUS_MEMORY) {
        return error_set(err, STATUS_MEMORY, "%s: out of memory", script_of(bot)->path);
    }
    return report(bot, fault->inner > 0 ? fault->inner : fault->line, fault->text, err);
}

/* ---- opening ---- */

static void push_names(lua_State *lua, const void *setup_data)
{
    (void)setup_data;
    bot_library_push(lua);
}

static void take_choose(lua_State *lua, LuaBot *bot)
{
    lua_Debug function;

    if (lua_type(lua, -1) != LUA_TFUNCTION) {
        luaL_error(lua, "the table that the file returns has no function 'choose', and no "
                        "'weights'");
    }
    lua_pushvalue(lua, -1);
    lua_getinfo(lua, ">S", &function);
    bot->choose_line = function.linedefined;
    bot->choose = luaL_ref(lua, LUA_REGISTRYINDEX);
}

/* The table that the file has returned is on top. */
static void take_table(lua_State *lua, LuaBot *bot)
{
    size_t length = 0;

    if (lua_type(lua, -1) != LUA_TTABLE) {
        luaL_error(lua, "a bot's file returns { name = …, choose = … }, this one %s",
                   lua_isnil(lua, -1) ? "nothing" : luaL_typename(lua, -1));
    }
    lua_getfield(lua, -1, "name");
    if (lua_type(lua, -1) != LUA_TSTRING || (lua_tolstring(lua, -1, &length), length == 0) ||
        length > NAME_MAX_SIZE) {
        luaL_error(lua, "the table that the file returns has no 'name' of 1 to %d bytes",
                   NAME_MAX_SIZE);
    }
    lua_pop(lua, 1);
    if (lua_getfield(lua, -1, "weights") == LUA_TNIL) {
        lua_getfield(lua, -2, "choose");
        take_choose(lua, bot);
        return;
    }
    if (lua_getfield(lua, -2, "choose") != LUA_TNIL) {
        luaL_error(lua, "a bot has 'choose' or 'weights', this one has both");
    }
    lua_pop(lua, 1);
    bot_take_weights(lua, bot, script_of(bot)->text);
}

static void make_view(lua_State *lua, LuaBot *bot)
{
    Position *view = bot_push_position(lua, POSITION_VIEW, sizeof *view);

    view->state = &bot->view.known;
    bot->view_value = luaL_ref(lua, LUA_REGISTRYINDEX);
}

/* What one `..` costs beside its memory: two numbers may have to be printed. */
static int take_toll(lua_State *lua)
{
    sandbox_charge(lua, TOLL);
    lua_pushliteral(lua, "");
    return 1;
}

static int load(lua_State *lua)
{
    LuaBot *bot = lua_touserdata(lua, 1);
    const ScriptBot *script = script_of(bot);

    luaL_checkstack(lua, LUA_MINSTACK, NULL);
    bot_tables_make(lua);
    bot_metatables_make(lua);
    make_view(lua, bot);
    bool tolled = script->tolled != NULL;
    sandbox_push(lua, &(SandboxChunk){.text = tolled ? script->tolled : script->text,
                                      .size = tolled ? script->tolled_size : script->size,
                                      .setup = push_names});
    lua_pushcfunction(lua, take_toll);
    lua_call(lua, 1, 1);
    take_table(lua, bot);
    return 0;
}

Status bot_load(LuaBot *bot, Error *err)
{
    static const SandboxLimits limits = {.memory = BOT_MEMORY_MAX,
                                         .string = STRING_MAX,
                                         .stack = STACK_MAX,
                                         .instructions = BOT_LOAD_INSTRUCTIONS};
    const ScriptBot *script = script_of(bot);
    SandboxFault fault = {0};
    const char *what = bot_source_fault(script->text, script->size, &fault.line);

    if (what != NULL) {
        return report(bot, fault.line, what, err);
    }
    Status status = sandbox_init(&bot->sandbox, &limits, bot, err);
    if (status != STATUS_OK) {
        return status;
    }
    status = sandbox_call(&bot->sandbox, load, bot, &fault);
    fault.line = bot->fault_line > 0 ? bot->fault_line : fault.line;
    return status == STATUS_OK ? STATUS_OK : report_fault(bot, status, &fault, err);
}

static void close_bot(Bot *bot)
{
    LuaBot *lua_bot = (LuaBot *)bot;

    if (bot != NULL) {
        sandbox_clear(&lua_bot->sandbox);
        free(lua_bot->asked);
        free(bot);
    }
}

/* A declared strategy that is known runs no Lua at all. */
static bool recall(LuaBot *bot)
{
    const Declared *known = atomic_load(&script_of(bot)->declared->seat[bot->seat]);

    if (known == NULL || known->rules != bot->rules || known->hash != bot->rules->hash) {
        return false;
    }
    bot->weights = known->weights;
    bot->is_declared = true;
    return true;
}

/* A file that has drawn no random number says the same in every game. */
static void keep(const LuaBot *bot)
{
    Declared *nothing = NULL;

    if (bot->draws > 0) {
        return;
    }
    Declared *known = malloc(sizeof *known);
    if (known == NULL) {
        return;
    }
    *known = (Declared){bot->rules, bot->rules->hash, bot->weights};
    if (!atomic_compare_exchange_strong(&script_of(bot)->declared->seat[bot->seat], &nothing,
                                        known)) {
        free(known);
    }
}

/* For the decisions; the file itself has been counted. */
static void set_meter(LuaBot *bot)
{
    switch (script_of(bot)->meter) {
    case BOT_COUNTED:
        return;
    case BOT_WATCHED:
        if (BOT_LOAD_INSTRUCTIONS - bot->sandbox.instructions_left <= WATCHED_LOAD) {
            sandbox_watch(&bot->sandbox, &script_of(bot)->watch);
            watch_share(&bot->sandbox.watch, &script_of(bot)->declared->busy);
        }
        return;
    case BOT_TRUSTED:
        bot->sandbox.meter = SANDBOX_TRUSTS;
        return;
    }
}

static Status open_bot(Bot **bot, const BotType *type, const Rules *rules, const BotConfig *config,
                       Error *err)
{
    LuaBot *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a bot");
    }
    made->bot.type = type;
    made->bot.decision = -1; /* what is drawn while it loads differs from what a decision draws */
    made->rules = rules;
    made->seat = config->seat;
    made->key = config->key;
    if (!recall(made)) {
        Status status = bot_load(made, err);
        if (status != STATUS_OK) {
            close_bot(&made->bot);
            return status;
        }
        if (made->is_declared) {
            keep(made);
            sandbox_clear(&made->sandbox);
        } else {
            set_meter(made);
        }
    }
    *bot = &made->bot;
    return STATUS_OK;
}

/* ---- deciding ---- */

typedef struct Decision {
    LuaBot *bot;
    const ActionList *legal;
    int choice;
} Decision;

/* The value on top, which is no action, in words. */
static const char *print_answer(lua_State *lua)
{
    switch (lua_type(lua, -1)) {
    case LUA_TNIL:
        return "nothing";
    case LUA_TTABLE:
        return "a table of its own";
    case LUA_TUSERDATA:
        return "a position";
    default:
        return lua_pushfstring(lua, "a %s", luaL_typename(lua, -1));
    }
}

/* The index of the action that choose() has returned and that is on top. */
static int find_choice(lua_State *lua, const Decision *decision)
{
    char text[ACTION_TEXT_SIZE];
    Action action = {0};

    if (!action_from_number(&action, bot_action_number(lua, -1))) {
        return luaL_error(lua, "choose returned %s, expected one of its actions",
                          print_answer(lua));
    }
    for (int i = 0; i < decision->legal->count; i++) {
        if (action_equal(decision->legal->item[i], action)) {
            return i;
        }
    }
    action_print(text, action, decision->bot->rules);
    return luaL_error(lua, "choose returned '%s', which is not one of its actions now", text);
}

static int choose(lua_State *lua)
{
    Decision *decision = lua_touserdata(lua, 1);
    const LuaBot *bot = decision->bot;

    luaL_checkstack(lua, LUA_MINSTACK, NULL);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, bot->choose);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, bot->view_value);
    bot_push_actions(lua, decision->legal);
    lua_call(lua, 2, 2);
    bot_take_reasons(lua, bot->bot.reasons);
    lua_pop(lua, 1);
    decision->choice = find_choice(lua, decision);
    return 0;
}

Status bot_ask(LuaBot *bot, const View *view, const ActionList *legal, int *choice, Error *err)
{
    Decision decision = {.bot = bot, .legal = legal};
    SandboxFault fault;

    bot->draws = 0;
    bot->view = *view;
    bot->handles = 0;
    sandbox_refill(&bot->sandbox, BOT_DECISION_INSTRUCTIONS);
    Status status = sandbox_call(&bot->sandbox, choose, &decision, &fault);
    if (status != STATUS_OK) {
        fault.line = fault.line > 0 ? fault.line : bot->choose_line;
        return report_fault(bot, status, &fault, err);
    }
    *choice = decision.choice;
    return STATUS_OK;
}

static const Weights *declared_weights(const Bot *bot)
{
    const LuaBot *lua_bot = (const LuaBot *)bot;

    return lua_bot->is_declared ? &lua_bot->weights : NULL;
}

static Status ask_declared(LuaBot *bot, const View *view, const ActionList *legal, int *choice)
{
    bot->draws = 0;
    const WeightsBot by_weights = {&bot->weights, bot->rules, bot_draw(bot), bot->bot.reasons};
    *choice = weights_decide(&by_weights, view, legal);
    return STATUS_OK;
}

static Status decide(Bot *bot, const View *view, const ActionList *legal, int *choice, Error *err)
{
    LuaBot *lua_bot = (LuaBot *)bot;

    if (lua_bot->is_declared) {
        return ask_declared(lua_bot, view, legal, choice);
    }
    if (lua_bot->sandbox.lua == NULL || lua_bot->sandbox.meter == SANDBOX_WATCHES) {
        return bot_ask_watched(lua_bot, view, legal, choice, err);
    }
    return bot_ask(lua_bot, view, legal, choice, err);
}

/* ---- types ---- */

static char *copy_text(const char *text, size_t size)
{
    char *copy = malloc(size + 1);

    if (copy != NULL) {
        memcpy(copy, text, size);
        copy[size] = '\0';
    }
    return copy;
}

Status script_bot_new_text(BotType **type, const char *path, const char *text, size_t size,
                           Error *err)
{
    size_t mark = foreign_mark_size(text, size);
    size_t tolled_size = size - mark;
    ScriptBot *made = malloc(sizeof *made);

    if (made != NULL) {
        *made = (ScriptBot){.declared = calloc(1, sizeof *made->declared),
                            .path = copy_text(path, strlen(path)),
                            .text = copy_text(text + mark, size - mark),
                            .size = size - mark};
        made->tolled = made->text == NULL ? NULL : bot_source_with_tolls(made->text, &tolled_size);
        made->tolled_size = tolled_size;
        made->type = (BotType){.name = made->path,
                               .summary = "a bot in Lua",
                               .open = open_bot,
                               .decide = decide,
                               .close = close_bot,
                               .weights = declared_weights};
    }
    if (made == NULL || made->declared == NULL || made->path == NULL || made->text == NULL) {
        script_bot_free(made == NULL ? NULL : &made->type);
        return error_set(err, STATUS_MEMORY, "%s: out of memory", path);
    }
    *type = &made->type;
    return STATUS_OK;
}

Status script_bot_new(BotType **type, const char *path, Error *err)
{
    Error why;
    char *text;
    size_t size;
    Status status = file_read(&text, &size, path, &why);

    if (status != STATUS_OK) {
        return error_set(err, status, "%s: %s", path, why.text);
    }
    status = script_bot_new_text(type, path, text, size, err);
    free(text);
    return status;
}

void script_bot_meter(BotType *type, BotMeter meter)
{
    ScriptBot *script = (ScriptBot *)type;

    script->meter = meter;
    script->watch = bot_watch;
}

bool script_bot_is_watched(const Bot *bot)
{
    return ((const LuaBot *)bot)->sandbox.meter == SANDBOX_WATCHES;
}

void script_bot_watch(BotType *type, const WatchLimits *limits)
{
    ScriptBot *script = (ScriptBot *)type;

    script->meter = BOT_WATCHED;
    script->watch = *limits;
}

void script_bot_free(BotType *type)
{
    ScriptBot *script = (ScriptBot *)type;

    if (script != NULL) {
        for (Seat seat = 0; script->declared != NULL && seat < SEATS_MAX; seat++) {
            free(atomic_load(&script->declared->seat[seat]));
        }
        free(script->declared);
        free(script->path);
        free(script->text);
        free(script->tolled);
        free(script);
    }
}

const char *script_lua_release(void)
{
    return LUA_RELEASE;
}
