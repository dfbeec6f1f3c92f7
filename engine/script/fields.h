/* Reads Lua values: each function reports what it does not like, and then returns false or -1.
 * Fields have no inheritance: metatables do not count. */

#ifndef TPD_SCRIPT_FIELDS_H
#define TPD_SCRIPT_FIELDS_H

#include <lua.h>
#include <stdbool.h>

#include "core/rules.h"

typedef struct Range {
    int least, most;
} Range;

/* What a value that is one of several words is called: its field or argument, and what it is. */
typedef struct Name {
    const char *field, *noun;
} Name;

/* `LABEL: expected WHAT, got …` the value at `index`. */
void value_fault(lua_State *lua, int index, const char *label, const char *what);

bool read_integer(lua_State *lua, int index, const char *label, Range range, int *value);
bool read_flag(lua_State *lua, int index, const char *label, bool *value);
int read_word(lua_State *lua, int index, Name name, const char *const words[]);
bool read_table(lua_State *lua, int index, const char *label);

/* A text of the author's, checked but not copied. */
const char *read_text(lua_State *lua, int index, const char *label, int longest);

/* Pushes field `name` of the table, or nil. */
void push_field(lua_State *lua, int table, const char *name);

/* The same, for a field that must be there: reports if not; true if there is a value. */
bool need_field(lua_State *lua, int table, const char *name);

/* Whether every key of the table is one of `names`, or 1 .. `length`. */
bool check_fields(lua_State *lua, int table, const char *const names[], int length);

/* Length of a list with entries 1 .. n and nothing else; -1 if it is not one or is empty. */
int read_list(lua_State *lua, int index, const char *label);

/* The bits of one word, or of a list of words. */
bool read_word_set(lua_State *lua, int index, Name name, const char *const words[], unsigned *bits);

/* `{ en = …, zh = … }` of table field `name` into the rules' texts.  English must be there; what else
 * is missing is shown in English, with a warning. */
bool read_languages(lua_State *lua, int table, const char *name, TextRef text[LANGUAGE_COUNT]);

/* An id: letters, digits and `-`. */
bool read_id(lua_State *lua, int table, char id[ID_SIZE]);

#endif
