/* The constructors of rule files: each group puts its functions into the environment on top of the
 * stack.  Below, what one group needs of another. */

#ifndef TPD_SCRIPT_CONSTRUCTORS_H
#define TPD_SCRIPT_CONSTRUCTORS_H

#include <lua.h>
#include <stdbool.h>

#include "core/rules.h"

struct Piece;

/* Explains where the items go that do not belong into a file. */
void strangers_push(lua_State *lua);

void instructions_push(lua_State *lua);
void conditions_push(lua_State *lua);
void cards_push(lua_State *lua);
void nations_push(lua_State *lua);
void scenarios_push(lua_State *lua);
void params_push(lua_State *lua);

/* Joins a list of instructions; false if a fault was reported. */
bool read_instructions(lua_State *lua, int index, const char *label, struct Piece *piece);

/* What a table from a constructor is: an instruction, a condition, or NULL for other values. */
const char *constructed_word(lua_State *lua, int index);
bool is_condition(lua_State *lua, int index);

/* The tree of a condition; false if a fault was reported. */
bool read_condition(lua_State *lua, int index, Condition tree[CONDITION_NODES_MAX]);

bool read_filter(lua_State *lua, int index, Filter *filter);

#endif
