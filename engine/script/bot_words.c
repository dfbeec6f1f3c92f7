/* The words with which a bot names blocs, stacks, tracks and nations. */

#include <assert.h>
#include <lauxlib.h>
#include <lua.h>
#include <luaconf.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/track.h"
#include "core/vocab.h"
#include "script/bot_lua.h"
#include "script/sandbox.h"

/* What a bloc has of the tracks of its seats: keys above the slots. */
typedef enum BlocNumber { BEST_FRONTIER, ALL_COMPUTE, ALL_CAPITAL, BLOC_NUMBER_COUNT } BlocNumber;

enum {
    KEY_BLOC_NUMBERS = TRACK_SLOTS,
    KEY_COUNT = KEY_BLOC_NUMBERS + BLOC_NUMBER_COUNT * BLOC_COUNT,
    WORD_COST = 5,        /* instructions that looking a word up may take */
    PLATEAU_UNKNOWN = 10, /* as in a View */
};

LuaBot *bot_of(lua_State *lua)
{
    return sandbox_of(lua)->user;
}

Bloc bot_bloc(const LuaBot *bot)
{
    return seat_bloc(bot->seat);
}

/* Ends with the argument that is no such word, and the nearest one that is. */
static int refuse(lua_State *lua, int index, const char *const words[], const char *what)
{
    if (lua_type(lua, index) != LUA_TSTRING) {
        return luaL_error(lua, "expected the name of a %s, got %s", what,
                          lua_isnoneornil(lua, index) ? "nothing" : luaL_typename(lua, index));
    }
    const char *word = lua_tostring(lua, index);
    const char *nearest = vocab_nearest(words, word);
    if (nearest == NULL) {
        return luaL_error(lua, "there is no %s '%s'", what, word);
    }
    return luaL_error(lua, "there is no %s '%s', did you mean '%s'?", what, word, nearest);
}

int bot_word_at(lua_State *lua, int index, const char *const words[], const char *what)
{
    int found = -1;

    sandbox_charge(lua, WORD_COST);
    if (lua_type(lua, index) == LUA_TSTRING) {
        found = vocab_find(words, lua_tostring(lua, index));
    }
    return found >= 0 ? found : refuse(lua, index, words, what);
}

/* ---- who ---- */

static const char *const who_words[] = {
    "US",    "CN",    "you",        "rival",    "UC",           "UO",
    "CC",    "CO",    "you closed", "you open", "rival closed", "rival open",
    "CHIPS", "EQUIP", "ACCESS",     "MINERALS", "DATA",         NULL};
enum {
    WORD_YOU = 2,
    WORD_RIVAL,
    WORD_STACKS,
    WORD_OWN = WORD_STACKS + STACK_COUNT,
    WORD_THEIRS = WORD_OWN + 2,
    WORD_TILES = WORD_THEIRS + 2
};

static BotWho who_of(const LuaBot *bot, int word)
{
    Bloc own = bot_bloc(bot);

    if (word < WORD_YOU) {
        return (BotWho){SUBJECT_BLOC, word};
    }
    if (word == WORD_YOU) {
        return (BotWho){SUBJECT_YOU, (int)own};
    }
    if (word == WORD_RIVAL) {
        return (BotWho){SUBJECT_BLOC, (int)rival_of(own)};
    }
    if (word < WORD_OWN) {
        return (BotWho){SUBJECT_STACK, word - WORD_STACKS};
    }
    if (word < WORD_THEIRS) {
        return (BotWho){SUBJECT_STACK, (int)closed_stack(own) + word - WORD_OWN};
    }
    if (word < WORD_TILES) {
        return (BotWho){SUBJECT_STACK, (int)closed_stack(rival_of(own)) + word - WORD_THEIRS};
    }
    return (BotWho){SUBJECT_TILE, word - WORD_TILES};
}

BotWho bot_who_at(lua_State *lua, int index)
{
    return who_of(bot_of(lua), bot_word_at(lua, index, who_words, "bloc, stack or tile"));
}

Bloc bot_bloc_at(lua_State *lua, int index)
{
    static const char *const words[] = {"US", "CN", "you", "rival", NULL};

    return (Bloc)who_of(bot_of(lua), bot_word_at(lua, index, words, "bloc")).index;
}

Stack bot_stack_at(lua_State *lua, int index)
{
    BotWho who = bot_who_at(lua, index);

    if (who.subject != SUBJECT_STACK) {
        refuse(lua, index, who_words + WORD_STACKS, "stack");
    }
    return (Stack)who.index;
}

/* ---- nations ---- */

static int nation_named(lua_State *lua, int index)
{
    const Rules *rules = bot_of(lua)->rules;
    const char *words[NATIONS_MAX + 1];

    for (int i = 0; i < rules->nation_count; i++) {
        words[i] = rules->nation[i].id;
    }
    words[rules->nation_count] = NULL;
    return bot_word_at(lua, index, words, "nation");
}

int bot_nation_at(lua_State *lua, int index)
{
    bool in_table = lua_type(lua, index) == LUA_TTABLE;

    if (in_table) {
        lua_getfield(lua, index, "number");
        index = lua_gettop(lua);
    }
    if (!lua_isinteger(lua, index)) {
        return nation_named(lua, index);
    }
    lua_Integer number = lua_tointeger(lua, index);
    if (number < 1 || number > bot_of(lua)->rules->nation_count) {
        return luaL_error(lua, "there is no nation number %I", (LUAI_UACINT)number);
    }
    lua_pop(lua, in_table ? 1 : 0);
    return (int)number - 1;
}

/* ---- tracks ---- */

/* The first slot of the track that each bloc number is about. */
static const int seat_slots[BLOC_NUMBER_COUNT] = {SLOT_FRONTIER, SLOT_COMPUTE, SLOT_CAPITAL};
#define TRACK(id, text, scope, least, most, meaning) +(SCOPE_##scope == SCOPE_SEAT)
_Static_assert(0
#include "core/tracks.def"
                   == BLOC_NUMBER_COUNT,
               "each track of seats wants its bloc number");
#undef TRACK

/* The bloc number of a track of seats. */
static int bloc_number_of(int slot)
{
    int number = BLOC_NUMBER_COUNT - 1;

    while (number > 0 && seat_slots[number] != slot) {
        number--;
    }
    assert(seat_slots[number] == slot);
    return number;
}

static const char *const scope_noun[] = {"stack", "bloc", "bloc or seat", "", "tile"};

/* -1: the track has no such subject. */
static int key_of(const LuaBot *bot, Track track, BotWho who)
{
    int slot = vocab_track[track].slot;

    switch (vocab_track[track].scope) {
    case SCOPE_STACK:
        return who.subject == SUBJECT_STACK ? slot + who.index : -1;
    case SCOPE_BLOC:
        return who.subject == SUBJECT_BLOC || who.subject == SUBJECT_YOU ? slot + who.index : -1;
    case SCOPE_SEAT:
        if (who.subject == SUBJECT_BLOC) {
            return KEY_BLOC_NUMBERS + BLOC_COUNT * bloc_number_of(slot) + who.index;
        }
        if (who.subject == SUBJECT_YOU) {
            return slot + bot->seat;
        }
        return who.subject == SUBJECT_STACK ? slot + who.index : -1;
    case SCOPE_TILE:
        return who.subject == SUBJECT_TILE ? slot + who.index : -1;
    case SCOPE_WORLD:
        break;
    }
    return -1;
}

static const char *const track_words[] = {
#define TRACK(id, text, scope, least, most, meaning) text,
#include "core/tracks.def"

#undef TRACK
    NULL};

int bot_key_at(lua_State *lua, int index)
{
    if (lua_isinteger(lua, index)) {
        lua_Integer key = lua_tointeger(lua, index);
        return key >= 0 && key < KEY_COUNT
                   ? (int)key
                   : luaL_error(lua, "there is no track with key %I", (LUAI_UACINT)key);
    }
    Track track = (Track)bot_word_at(lua, index, track_words, "track");
    if (vocab_track[track].scope == SCOPE_WORLD) {
        return vocab_track[track].slot;
    }
    int key = key_of(bot_of(lua), track, bot_who_at(lua, index + 1));
    if (key < 0) {
        return luaL_error(lua, "track '%s' is one of a %s, not of '%s'", vocab_track[track].text,
                          scope_noun[vocab_track[track].scope], lua_tostring(lua, index + 1));
    }
    return key;
}

/* In a game of two, what belongs to one stack's seat belongs to the bloc's only one. */
static int slot_for_two(int slot)
{
    for (int i = 0; i < BLOC_NUMBER_COUNT; i++) {
        int seat = slot - seat_slots[i];
        if (seat >= 0 && seat < SIZE_SEAT) {
            return seat_slots[i] + seat / BLOC_COUNT * BLOC_COUNT;
        }
    }
    return slot;
}

bool bot_hides_plateau(const LuaBot *bot, const State *state)
{
    return state->track[SLOT_KNOWN] == 0 && has_system(state, bot->rules, SYSTEM_PLATEAU);
}

int bot_read_key(const LuaBot *bot, const State *state, int key)
{
    const int16_t *track = state->track;

    if (key >= KEY_BLOC_NUMBERS) {
        Bloc bloc = (Bloc)((key - KEY_BLOC_NUMBERS) % BLOC_COUNT);
        BlocNumber number = (BlocNumber)((key - KEY_BLOC_NUMBERS) / BLOC_COUNT);
        const int16_t *seat = track + seat_slots[number] + closed_seat(bloc);
        return number == BEST_FRONTIER ? best_lab(state, bloc) : seat[0] + seat[1];
    }
    if (key == SLOT_PLATEAU && bot_hides_plateau(bot, state)) {
        return PLATEAU_UNKNOWN; /* also in a sample, where it is a guess */
    }
    return track[is_four_seats(state) ? key : slot_for_two(key)];
}
