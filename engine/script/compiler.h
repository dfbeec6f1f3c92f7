/* What the parts of the rules compiler share: where they stand, how they report a fault and how they
 * read a Lua value.  Private to engine/script. */

#ifndef TPD_SCRIPT_COMPILER_H
#define TPD_SCRIPT_COMPILER_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/rules.h"
#include "script/sandbox.h"
#include "script/script.h"

enum {
    FAULTS_MAX = 100, /* reported of one rule set; then the compiler gives up */
    PENDING_MAX = 16, /* faults of constructors whose card is not known yet */
    WORD_SHOWN = 40,  /* bytes of a text of the author that a message repeats */
};

/* The file being compiled. */
typedef struct Source {
    const char *name; /* as it stands in messages */
    const char *text;
    size_t size;
} Source;

typedef struct Origin {
    const char *file;
    int line;
} Origin;

typedef struct Compiler {
    Rules *rules;
    Sandbox sandbox;
    ScriptFault *report;
    void *user;
    int fault_count;
    Source source;
    SandboxFault pending[PENDING_MAX];
    int pending_count;
    const char *constructor; /* name of the function that is being called */
    const char *item; /* id of the card or other item being read; NULL in other constructors */
    bool is_full[ITEM_COUNT]; /* has been reported */
    bool params_broken;       /* so that what is missing is missing for another reason */
    bool nations_broken;
    Origin card[CARDS_MAX], nation[NATIONS_MAX], scenario[SCENARIOS_MAX];
    Origin param[PARAM_SLOTS]; /* at the first slot; line 0: not declared yet */
} Compiler;

typedef struct Range {
    int least, most;
} Range;

/* What a value that is one of several words is called: its field or argument, and what it is. */
typedef struct Name {
    const char *field, *noun;
} Name;

Compiler *compiler_of(lua_State *lua);

/* ---- faults ---- */

/* A fault in the call that is running.  With `field`, the line is that of the field where it can be
 * found below the call. */
void fault_add(lua_State *lua, const char *field, const char *format, ...) TPD_PRINTF(3, 4);

/* A fault at a known place of the current source. */
void fault_at(Compiler *compiler, const SandboxFault *where, const char *format, ...)
    TPD_PRINTF(3, 4);

/* The faults of constructors so far belong to the item being read, or to none. */
void fault_settle(Compiler *compiler);

/* `LABEL: expected WHAT, got …` the value at `index`. */
void value_fault(lua_State *lua, int index, const char *label, const char *what);

/* ---- values; each reports what it does not like and then returns false or -1 ---- */

bool read_integer(lua_State *lua, int index, const char *label, Range range, int *value);
bool read_flag(lua_State *lua, int index, const char *label, bool *value);
int read_word(lua_State *lua, int index, Name name, const char *const words[]);
bool read_table(lua_State *lua, int index, const char *label);

/* A text of the author's, checked but not copied. */
const char *read_text(lua_State *lua, int index, const char *label, int longest);

/* Pushes field `name` of the table, or nil.  Fields have no inheritance: metatables do not count. */
void push_field(lua_State *lua, int table, const char *name);

/* The same, for a field that must be there: reports if not; true if there is a value. */
bool need_field(lua_State *lua, int table, const char *name);

/* Whether every key of the table is one of `names`, or 1 .. `length`. */
bool check_fields(lua_State *lua, int table, const char *const names[], int length);

/* Length of a list with entries 1 .. n and nothing else; -1 if it is not one or is empty. */
int read_list(lua_State *lua, int index, const char *label);

/* The bits of one word, or of a list of words. */
bool read_word_set(lua_State *lua, int index, Name name, const char *const words[], unsigned *bits);

/* `{ en = …, zh = … }` of table field `name`, both there, into the rules' texts. */
bool read_languages(lua_State *lua, int table, const char *name, TextRef text[LANGUAGE_COUNT]);

/* An id: letters, digits and `-`. */
bool read_id(lua_State *lua, int table, char id[ID_SIZE]);

/* Offset of the first byte that is not UTF-8, or -1. */
long find_bad_utf8(const char *text, size_t size);

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

/* ---- constructors, put into an environment ---- */

/* Explains where the items go that do not belong into a file. */
void strangers_push(lua_State *lua);

void instructions_push(lua_State *lua);
void conditions_push(lua_State *lua);
void cards_push(lua_State *lua);
void nations_push(lua_State *lua);
void scenarios_push(lua_State *lua);
void params_push(lua_State *lua);

/* ---- between the constructors ---- */

struct CardTrack;
struct Piece;

/* Notes which constructor runs; false, with a fault, if it got a wrong number of arguments. */
bool begin_constructor(lua_State *lua, const Word *word, Range arity);

/* Pushes what a constructor returns: a table around `size` bytes, which are to be filled. */
void *push_value(lua_State *lua, const char *type, size_t size);

int read_who(lua_State *lua, int index); /* a Who other than WORLD, or -1 */

/* A track that cards may use so (TRACK_USE_...); NULL if a fault was reported. */
const struct CardTrack *read_track(lua_State *lua, int index, int who, int use);

/* Joins a list of instructions; false if a fault was reported. */
bool read_instructions(lua_State *lua, int index, const char *label, struct Piece *piece);

/* What a table from a constructor is: an instruction, a condition, or NULL for other values. */
const char *constructed_word(lua_State *lua, int index);
bool is_condition(lua_State *lua, int index);

/* The tree of a condition; false if a fault was reported. */
bool read_condition(lua_State *lua, int index, Condition tree[CONDITION_NODES_MAX]);

bool read_filter(lua_State *lua, int index, Filter *filter);

#endif
