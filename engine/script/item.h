/* What the constructors of cards, nations, scenarios and parameters have in common.  The one
 * argument, a table, is at index 1. */

#ifndef TPD_SCRIPT_ITEM_H
#define TPD_SCRIPT_ITEM_H

#include <lua.h>
#include <stdbool.h>

#include "core/rules.h"
#include "script/compiler.h"
#include "script/fields.h"

/* Begins card{…}, nation{…}, scenario{…} or param{…}, whose one argument must be a table.  Notes the
 * item for later faults; false, with a fault, if there is nothing to read. */
bool begin_item(lua_State *lua, Item kind);

/* The id of the item being read, which no item has had yet.  Later faults bear it. */
bool take_id(lua_State *lua, char id[ID_SIZE], int found(const Rules *rules, const char *id),
             const Origin origin[]);

/* Whether there is room for the item at `index`. */
bool has_room(lua_State *lua, Item kind, int index, int most);

/* Where the call of the item stands. */
Origin origin_here(lua_State *lua);

int end_item(lua_State *lua); /* what the constructor of an item returns */

/* Reads a required integer, flag or word field; a flag or word that may be missing keeps `*value`. */
bool field_integer(lua_State *lua, const char *name, Range range, int *value);
bool field_flag(lua_State *lua, const char *name, bool *value);
bool field_word(lua_State *lua, Name name, const char *const words[], int *value);
bool optional_word(lua_State *lua, Name name, const char *const words[], int *value);

#endif
