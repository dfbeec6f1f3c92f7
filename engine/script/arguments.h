/* What the constructors of instructions and of conditions have in common. */

#ifndef TPD_SCRIPT_ARGUMENTS_H
#define TPD_SCRIPT_ARGUMENTS_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/card_track.h"
#include "core/vocab.h"
#include "script/fields.h"

/* Notes which constructor runs; false, with a fault, if it got a wrong number of arguments. */
bool begin_constructor(lua_State *lua, const Word *word, Range arity);

/* Pushes what a constructor returns: a table around `size` bytes, which are to be filled. */
void *push_value(lua_State *lua, const char *type, size_t size);

int read_who(lua_State *lua, int index); /* a Who other than WORLD, or -1 */

/* A track that cards may use so (TRACK_USE_...); NULL if a fault was reported. */
const CardTrack *read_track(lua_State *lua, int index, int who, int use);

#endif
