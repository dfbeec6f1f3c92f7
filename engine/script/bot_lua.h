/* What the parts of a Lua bot share: its cage, what it sees, and the Lua values it is given.  Private
 * to engine/script. */

#ifndef TPD_SCRIPT_BOT_LUA_H
#define TPD_SCRIPT_BOT_LUA_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ai/bot.h"
#include "ai/weights.h"
#include "core/action.h"
#include "core/market.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "script/sandbox.h"

/* What a bot can look at.  All are userdata, and there is no other userdata in the cage. */
typedef enum PositionKind {
    POSITION_VIEW,
    POSITION_SAMPLE,
    POSITION_FORECAST,
    POSITION_KIND_COUNT
} PositionKind;

/* Tables that live as long as the game, by their references in Lua's registry. */
typedef enum BotTable {
    TABLE_ACTIONS, /* action number + 1 -> the table that stands for it, made when first needed */
    TABLE_CARDS,   /* card + 1 -> … */
    TABLE_NATIONS, /* the list `nations` */
    TABLE_NUMBERS, /* any of these tables -> its place in an order that is the same in every run */
    TABLE_COUNT
} BotTable;

/* What a bot was asked in a decision. */
typedef struct Asked {
    View view;
    int decision;
    ActionList legal;
} Asked;

typedef struct LuaBot {
    Bot bot;
    const Rules *rules;
    Seat seat;
    uint64_t key; /* of its chance; the seed of the game cannot be found from what is drawn */
    Asked *asked; /* owned: all that it was asked while it was watched */
    int asked_count, asked_room;
    Sandbox sandbox;
    bool is_declared; /* by weights: no Lua runs in a decision */
    Weights weights;
    int fault_line;  /* where a fault of the table that the file returns stands; 0: unknown */
    View view;       /* of the decision being made */
    int choose_line; /* where `choose` begins; for a fault in none of the bot's lines */
    unsigned draws, handles; /* random numbers drawn and samples made in this decision */
    uint64_t samples;        /* made in this game */
    uint64_t legal_in;       /* number of the sample that `legal` is about; 0: of none */
    uint64_t legal[ACTION_NUMBER_MAX / 64]; /* bit per action number */
    int table[TABLE_COUNT], choose, view_value, metatable[POSITION_KIND_COUNT]; /* references */
} LuaBot;

typedef struct Position {
    PositionKind kind;
    const State *state; /* of a view: what is known */
} Position;

typedef struct Sample {
    Position position;
    uint64_t number; /* no other sample of the game has it */
    State state;
} Sample;

typedef struct Outlook {
    Position position;
    State state; /* after the market */
    Market market;
} Outlook;

LuaBot *bot_of(lua_State *lua);
Bloc bot_bloc(const LuaBot *bot);

/* ---- script_bot.c ---- */

/* Makes the sandbox and runs the file in it. */
Status bot_load(LuaBot *bot, Error *err);
Status bot_ask(LuaBot *bot, const View *view, const ActionList *legal, int *choice, Error *err);

/* ---- bot_watched.c ---- */

Status bot_ask_watched(LuaBot *bot, const View *view, const ActionList *legal, int *choice,
                       Error *err);

/* ---- bot_library.c: the cage's other names ---- */

void bot_library_push(lua_State *lua); /* adds them to the environment on top of the stack */
/* Every decision has chance of its own, so that what a bot did before does not matter. */
uint64_t bot_draw(LuaBot *bot);

/* ---- bot_order.c ---- */

int bot_next(lua_State *lua);
int bot_pairs(lua_State *lua);

/* ---- bot_objects.c ---- */

void bot_tables_make(lua_State *lua);
void bot_push_table(lua_State *lua, BotTable table);
void bot_push_action(lua_State *lua, Action action);
void bot_push_actions(lua_State *lua, const ActionList *list);
void bot_push_card(lua_State *lua, int card);
void bot_push_cards(lua_State *lua, const uint64_t set[2]);
/* The number of the action that a value stands for; -1 if it is none. */
int bot_action_number(lua_State *lua, int index);

/* ---- bot_words.c: arguments of functions ---- */

typedef enum Subject {
    SUBJECT_BLOC,  /* index: Bloc */
    SUBJECT_STACK, /* index: Stack; with 4 seats a seat */
    SUBJECT_YOU,   /* index: own Bloc, or own seat */
    SUBJECT_TILE   /* index: Tile */
} Subject;

typedef struct BotWho {
    Subject subject;
    int index;
} BotWho;

BotWho bot_who_at(lua_State *lua, int index);
Bloc bot_bloc_at(lua_State *lua, int index);
Stack bot_stack_at(lua_State *lua, int index);
int bot_nation_at(lua_State *lua, int index);
/* One of the words of a list as in vocab.h; `what` says what it is. */
int bot_word_at(lua_State *lua, int index, const char *const words[], const char *what);
/* The key of a track: a slot of State.track[], or above them what a bloc has of a seat's track. */
int bot_key_at(lua_State *lua, int index);
bool bot_hides_plateau(const LuaBot *bot, const State *state); /* also in samples */
int bot_read_key(const LuaBot *bot, const State *state, int key);

/* ---- bot_position.c, bot_sample.c: functions and fields of bot_api.def ---- */

void bot_metatables_make(lua_State *lua);
Position *bot_position_at(lua_State *lua, int index);
Sample *bot_sample_at(lua_State *lua, int index);
Outlook *bot_outlook_at(lua_State *lua, int index);
/* Pushes a new position; `size` is that of its type. */
void *bot_push_position(lua_State *lua, PositionKind kind, size_t size);
Seat bot_mover(const LuaBot *bot, const State *state); /* -1 when the game is over */

#define FUNCTION(name, arguments, meaning) int bot_api_##name(lua_State *lua);
#include "script/bot_api.def"
#undef FUNCTION

/* ---- bot_weights.c, bot_reasons.c: what a bot hands over, on top of the stack ---- */

void bot_take_weights(lua_State *lua, LuaBot *bot, const char *text);
void bot_take_reasons(lua_State *lua, Reasons *reasons); /* NULL: they are checked only */

/* ---- bot_source.c ---- */

/* What a bot may not use although Lua's syntax has it, and its line; NULL: nothing. */
const char *bot_source_fault(const char *text, size_t size, int *line);

/* `a .. b` may print two numbers for the price of one instruction, so each `..` pays a toll: it becomes
 * `a .. toll() .. b`, which joins the same, and the text begins with `local toll=...;` in its first
 * line.  The name is one that the text does not have, so that no bot can evade it.  Owned by the
 * caller; NULL: nothing is joined, or there is no memory. */
enum { BOT_TOLL_NAME_SIZE = 7 };
char *bot_source_with_tolls(const char *text, size_t *size);

#endif
