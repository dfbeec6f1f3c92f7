#include "script/arguments.h"

#include <lauxlib.h>
#include <string.h>

#include "core/card_track.h"
#include "script/compiler.h"
#include "script/faults.h"
#include "script/fields.h"

bool begin_constructor(lua_State *lua, const Word *word, Range arity)
{
    Compiler *compiler = compiler_of(lua);
    int count = lua_gettop(lua);

    compiler->constructor = word->name;
    if (count >= arity.least && count <= arity.most) {
        return true;
    }
    if (arity.least < arity.most) {
        fault_add(lua, NULL, "%s(%s): expected %d or %d values, got %d", word->name,
                  word->arguments, arity.least, arity.most, count);
    } else {
        fault_add(lua, NULL, "%s(%s): expected %d values, got %d", word->name, word->arguments,
                  arity.least, count);
    }
    return false;
}

void *push_value(lua_State *lua, const char *type, size_t size)
{
    lua_createtable(lua, 1, 0);
    void *bytes = lua_newuserdatauv(lua, size, 0);
    luaL_setmetatable(lua, type);
    lua_rawseti(lua, -2, 1);
    return bytes;
}

int read_who(lua_State *lua, int index)
{
    const char *blocs[WHO_WORLD + 1] = {NULL};

    for (int who = 0; who < WHO_WORLD; who++) {
        blocs[who] = vocab_who[who];
    }
    return read_word(lua, index, (Name){"who", "who"}, blocs);
}

/* Whether the word names a track of the other kind, which is written otherwise. */
static bool explain_scope(lua_State *lua, const char *word, int who, int use)
{
    for (int i = 0; i < card_track_count; i++) {
        const CardTrack *row = &card_track[i];
        bool of_world = row->whose == SCOPE_WORLD;

        if ((row->uses & use) != 0 && of_world != (who == WHO_WORLD) &&
            strcmp(row->name, word) == 0) {
            fault_add(lua, NULL,
                      of_world ? "track '%s' is the world's: expected it without 'US', 'CN', 'you' "
                                 "or 'rival' before it"
                               : "track '%s' is a bloc's: expected 'US', 'CN', 'you' or 'rival' "
                                 "before it",
                      word);
            return true;
        }
    }
    return false;
}

const CardTrack *read_track(lua_State *lua, int index, int who, int use)
{
    const char *names[TRACK_COUNT + 1] = {NULL};
    const CardTrack *rows[TRACK_COUNT] = {NULL};
    int count = 0;

    for (int i = 0; i < card_track_count; i++) {
        const CardTrack *row = &card_track[i];
        if ((row->uses & use) != 0 && (row->whose == SCOPE_WORLD) == (who == WHO_WORLD)) {
            names[count] = row->name;
            rows[count++] = row;
        }
    }
    if (lua_type(lua, index) == LUA_TSTRING &&
        explain_scope(lua, lua_tostring(lua, index), who, use)) {
        return NULL;
    }
    int found = read_word(lua, index, (Name){"track", "track"}, names);
    return found >= 0 ? rows[found] : NULL;
}
