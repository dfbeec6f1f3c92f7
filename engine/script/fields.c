#include "script/fields.h"

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/vocab.h"
#include "script/compiler.h"
#include "script/constructors.h"
#include "script/faults.h"
#include "script/foreign.h"

enum { LABEL_SIZE = 64, WORD_LIST_SIZE = 400 };

static const char *const language_field[LANGUAGE_COUNT + 1] = {"en", "zh", NULL};

/* ---- what a message says about a value ---- */

/* `n of gain` for an argument, `ops` for a field. */
static void print_label(lua_State *lua, const char *label, char text[LABEL_SIZE])
{
    const Compiler *compiler = compiler_of(lua);

    if (compiler->item == NULL) {
        snprintf(text, LABEL_SIZE, "%s of %s", label, compiler->constructor);
    } else {
        snprintf(text, LABEL_SIZE, "%s", label);
    }
}

static void print_table(lua_State *lua, int index, char text[LABEL_SIZE])
{
    index = lua_absindex(lua, index);
    const char *word = constructed_word(lua, index);
    int length = (int)lua_rawlen(lua, index);

    if (word != NULL) {
        snprintf(text, LABEL_SIZE, "%s", word);
    } else if (length > 0) {
        snprintf(text, LABEL_SIZE, "a list of %d", length);
    } else {
        lua_pushnil(lua);
        bool empty = lua_next(lua, index) == 0;
        lua_pop(lua, empty ? 0 : 2);
        snprintf(text, LABEL_SIZE, "%s", empty ? "an empty table" : "a table");
    }
}

/* How the value looks: `1.5`, `'fab'`, `nothing`, `a table`. */
static void print_value(lua_State *lua, int index, char text[LABEL_SIZE])
{
    switch (lua_type(lua, index)) {
    case LUA_TNONE:
    case LUA_TNIL:
        snprintf(text, LABEL_SIZE, "nothing");
        break;
    case LUA_TBOOLEAN:
        snprintf(text, LABEL_SIZE, "%s", lua_toboolean(lua, index) ? "true" : "false");
        break;
    case LUA_TNUMBER:
        if (lua_isinteger(lua, index)) {
            snprintf(text, LABEL_SIZE, "%lld", (long long)lua_tointeger(lua, index));
        } else {
            snprintf(text, LABEL_SIZE, "%.14g", (double)lua_tonumber(lua, index));
        }
        break;
    case LUA_TSTRING:
        snprintf(text, LABEL_SIZE, "'%.*s'", WORD_SHOWN, lua_tostring(lua, index));
        break;
    case LUA_TTABLE:
        print_table(lua, index, text);
        break;
    default:
        snprintf(text, LABEL_SIZE, "a %s", luaL_typename(lua, index));
        break;
    }
}

void value_fault(lua_State *lua, int index, const char *label, const char *what)
{
    char place[LABEL_SIZE];
    char value[LABEL_SIZE];

    print_label(lua, label, place);
    print_value(lua, index, value);
    fault_add(lua, label, "%s: expected %s, got %s", place, what, value);
}

static void join_words(const char *const words[], char text[WORD_LIST_SIZE])
{
    int length = 0;

    text[0] = '\0';
    for (int i = 0; words[i] != NULL && length < WORD_LIST_SIZE; i++) {
        length += snprintf(text + length, (size_t)(WORD_LIST_SIZE - length), "%s%s",
                           i == 0 ? "" : " ", words[i]);
    }
}

/* ---- values ---- */

bool read_integer(lua_State *lua, int index, const char *label, Range range, int *value)
{
    char what[LABEL_SIZE];

    if (lua_isinteger(lua, index)) {
        lua_Integer n = lua_tointeger(lua, index);
        if (n >= range.least && n <= range.most) {
            *value = (int)n;
            return true;
        }
    }
    snprintf(what, sizeof what, "a whole number from %d to %d", range.least, range.most);
    value_fault(lua, index, label, what);
    return false;
}

bool read_flag(lua_State *lua, int index, const char *label, bool *value)
{
    if (lua_type(lua, index) != LUA_TBOOLEAN) {
        value_fault(lua, index, label, "true or false");
        return false;
    }
    *value = lua_toboolean(lua, index) != 0;
    return true;
}

/* What was expected instead: all the words, and the one that was probably meant. */
static void word_fault(lua_State *lua, int index, Name name, const char *const words[])
{
    char expected[WORD_LIST_SIZE];
    char what[WORD_LIST_SIZE + sizeof "one of "];

    join_words(words, expected);
    if (lua_type(lua, index) != LUA_TSTRING) {
        snprintf(what, sizeof what, "one of %s", expected);
        value_fault(lua, index, name.field, what);
        return;
    }
    const char *word = lua_tostring(lua, index);
    const char *nearest = vocab_nearest(words, word);
    fault_add(lua, name.field, "unknown %s '%.*s': expected one of %s%s%s%s", name.noun, WORD_SHOWN,
              word, expected, nearest != NULL ? ", did you mean '" : "",
              nearest != NULL ? nearest : "", nearest != NULL ? "'?" : "");
}

int read_word(lua_State *lua, int index, Name name, const char *const words[])
{
    int found = -1;

    if (lua_type(lua, index) == LUA_TSTRING) {
        size_t size;
        const char *word = lua_tolstring(lua, index, &size);
        found = strlen(word) == size ? vocab_find(words, word) : -1;
    }
    if (found < 0) {
        word_fault(lua, index, name, words);
    }
    return found;
}

bool read_table(lua_State *lua, int index, const char *label)
{
    if (lua_type(lua, index) == LUA_TTABLE) {
        return true;
    }
    value_fault(lua, index, label, "a table");
    return false;
}

static bool has_control(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if ((unsigned char)text[i] < ' ' || text[i] == 0x7f) {
            return true;
        }
    }
    return false;
}

const char *read_text(lua_State *lua, int index, const char *label, int longest)
{
    if (lua_type(lua, index) != LUA_TSTRING) {
        value_fault(lua, index, label, "a text");
        return NULL;
    }
    size_t size;
    const char *text = lua_tolstring(lua, index, &size);
    if (size == 0 || size > (size_t)longest) {
        fault_add(lua, label, "%s: expected 1 to %d bytes of text, got %zu", label, longest, size);
        return NULL;
    }
    if (find_bad_utf8(text, size) >= 0) {
        fault_add(lua, label, "%s: expected UTF-8, got other bytes", label);
        return NULL;
    }
    if (has_control(text, size)) {
        fault_add(lua, label, "%s: expected one line of text, got a control character", label);
        return NULL;
    }
    return text;
}

/* ---- tables ---- */

void push_field(lua_State *lua, int table, const char *name)
{
    table = lua_absindex(lua, table);
    lua_pushstring(lua, name);
    lua_rawget(lua, table);
}

bool need_field(lua_State *lua, int table, const char *name)
{
    push_field(lua, table, name);
    if (!lua_isnil(lua, -1)) {
        return true;
    }
    fault_add(lua, NULL, "missing field '%s'", name);
    return false;
}

/* Whether the key on top is none of `names` and none of 1 .. length. */
static bool is_stranger(lua_State *lua, const char *const names[], int length)
{
    if (lua_type(lua, -1) == LUA_TSTRING) {
        const char *key = lua_tostring(lua, -1);
        return vocab_find(names, key) < 0 || strlen(key) != lua_rawlen(lua, -1);
    }
    if (!lua_isinteger(lua, -1)) {
        return true;
    }
    lua_Integer n = lua_tointeger(lua, -1);
    return n < 1 || n > length;
}

/* The order of lua_next differs from run to run: of all strangers the first in byte order counts.
 * The key is on top of the stack. */
static void keep_first_stranger(lua_State *lua, char first[LABEL_SIZE])
{
    char key[LABEL_SIZE];

    if (lua_type(lua, -1) == LUA_TSTRING) {
        snprintf(key, sizeof key, "%.*s", WORD_SHOWN, lua_tostring(lua, -1));
    } else {
        print_value(lua, -1, key);
    }
    if (first[0] == '\0' || strcmp(key, first) < 0) {
        snprintf(first, LABEL_SIZE, "%s", key);
    }
}

bool check_fields(lua_State *lua, int table, const char *const names[], int length)
{
    char first[LABEL_SIZE] = "";
    char expected[WORD_LIST_SIZE];
    const char *nearest;

    table = lua_absindex(lua, table);
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
        lua_pop(lua, 1);
        if (is_stranger(lua, names, length)) {
            keep_first_stranger(lua, first);
        }
    }
    if (first[0] == '\0') {
        return true;
    }
    join_words(names, expected);
    nearest = vocab_nearest(names, first);
    fault_add(lua, first, "unknown field '%s': expected %s%s%s%s%s", first,
              names[0] != NULL ? "one of " : "a list without gaps or names", expected,
              nearest != NULL ? ", did you mean '" : "", nearest != NULL ? nearest : "",
              nearest != NULL ? "'?" : "");
    return false;
}

int read_list(lua_State *lua, int index, const char *label)
{
    static const char *const no_names[] = {NULL};

    if (!read_table(lua, index, label)) {
        return -1;
    }
    lua_Unsigned length = lua_rawlen(lua, index);
    if (length == 0) {
        value_fault(lua, index, label, "a list with at least one entry");
        return -1;
    }
    if (length > INT16_MAX) {
        value_fault(lua, index, label, "a shorter list");
        return -1;
    }
    return check_fields(lua, index, no_names, (int)length) ? (int)length : -1;
}

bool read_word_set(lua_State *lua, int index, Name name, const char *const words[], unsigned *bits)
{
    *bits = 0;
    if (lua_type(lua, index) != LUA_TTABLE) {
        int word = read_word(lua, index, name, words);
        *bits = word >= 0 ? 1U << word : 0;
        return word >= 0;
    }
    int length = read_list(lua, index, name.field);
    for (int i = 1; i <= length; i++) {
        lua_rawgeti(lua, index, i);
        int word = read_word(lua, lua_gettop(lua), name, words);
        lua_pop(lua, 1);
        if (word < 0) {
            return false;
        }
        *bits |= 1U << word;
    }
    return length > 0;
}

/* One language of the table on top of the stack. */
static bool read_language(lua_State *lua, const char *name, int language, TextRef *text)
{
    Rules *rules = compiler_of(lua)->rules;

    push_field(lua, -1, language_field[language]);
    if (lua_isnil(lua, -1) && language != LANGUAGE_EN) {
        warning_add(lua, name, "%s: missing language '%s': it is shown in English", name,
                    language_field[language]);
        lua_pop(lua, 1);
        return true;
    }
    if (lua_isnil(lua, -1)) {
        fault_add(lua, name, "%s: missing language '%s'", name, language_field[language]);
        lua_pop(lua, 1);
        return false;
    }
    const char *line = read_text(lua, lua_gettop(lua), name, TEXT_LENGTH_MAX);
    *text = line != NULL ? rules_add_text(rules, line) : 0;
    if (line != NULL && *text == 0) {
        fault_add(lua, name, "%s: all texts together are longer than %d bytes", name, TEXT_MAX);
    }
    lua_pop(lua, 1);
    return *text != 0;
}

bool read_languages(lua_State *lua, int table, const char *name, TextRef text[LANGUAGE_COUNT])
{
    bool good = need_field(lua, table, name) && read_table(lua, lua_gettop(lua), name) &&
                check_fields(lua, lua_gettop(lua), language_field, 0);

    for (int i = 0; good && i < LANGUAGE_COUNT; i++) {
        good = read_language(lua, name, i, &text[i]);
    }
    lua_pop(lua, 1);
    return good;
}

bool read_id(lua_State *lua, int table, char id[ID_SIZE])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    const char *text = NULL;

    if (need_field(lua, table, "id")) {
        text = read_text(lua, lua_gettop(lua), "id", ID_SIZE - 1);
    }
    if (text != NULL && (text[strspn(text, letters)] != '\0' || strcmp(text, "-") == 0)) {
        value_fault(lua, lua_gettop(lua), "id", "letters, digits and '-'");
        text = NULL;
    }
    if (text != NULL) {
        snprintf(id, ID_SIZE, "%s", text);
    }
    lua_pop(lua, 1);
    return text != NULL;
}
