#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/card_track.h"
#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/vocab.h"
#include "script/arguments.h"
#include "script/constructors.h"
#include "script/faults.h"
#include "script/fields.h"
#include "script/piece.h"

/* What a constructor hands back is a table around a packed Piece; no bytes if it is broken. */
#define INSTRUCTION_TYPE "tpd.instruction"

/* ---- lists ---- */

/* The packed piece of an instruction; NULL for other values.  No bytes: it is broken. */
static const void *to_instruction(lua_State *lua, int index, size_t *size)
{
    const void *packed = NULL;

    if (lua_type(lua, index) == LUA_TTABLE) {
        lua_rawgeti(lua, index, 1);
        packed = luaL_testudata(lua, -1, INSTRUCTION_TYPE);
        *size = lua_rawlen(lua, -1);
        lua_pop(lua, 1); /* the table keeps it alive */
    }
    return packed;
}

const char *constructed_word(lua_State *lua, int index)
{
    size_t size;

    if (to_instruction(lua, index, &size) != NULL) {
        return "an instruction";
    }
    return is_condition(lua, index) ? "a condition" : NULL;
}

/* Appends the instruction on top of the stack, unless something was wrong already. */
static bool append_instruction(lua_State *lua, const char *label, Piece *piece, bool good)
{
    Piece part;
    size_t size = 0;
    const void *packed = to_instruction(lua, lua_gettop(lua), &size);

    if (packed == NULL) {
        value_fault(lua, lua_gettop(lua), label, "instructions such as gain(…)");
    }
    if (packed == NULL || size == 0 || !good) {
        return false;
    }
    piece_unpack(&part, packed);
    const char *fault = piece_append(piece, &part);
    if (fault != NULL) {
        fault_add(lua, label, "%s: %s", label, fault);
    }
    return fault == NULL;
}

/* Appends the list at `index` to `piece`. */
static bool append_list(lua_State *lua, int index, const char *label, Piece *piece)
{
    if (constructed_word(lua, index) != NULL) {
        value_fault(lua, index, label, "a list of instructions in braces");
        return false;
    }
    int length = read_list(lua, index, label);
    bool good = length > 0;
    for (int i = 1; i <= length; i++) {
        lua_rawgeti(lua, index, i);
        good = append_instruction(lua, label, piece, good);
        lua_pop(lua, 1);
    }
    return good;
}

bool read_instructions(lua_State *lua, int index, const char *label, Piece *piece)
{
    piece_clear(piece);
    return append_list(lua, index, label, piece);
}

/* ---- the constructors, one function a group of alike ops ---- */

static bool read_gain(lua_State *lua, Piece *piece)
{
    int who = lua_gettop(lua) == 3 ? read_who(lua, 1) : WHO_WORLD;
    int n;

    if (who < 0) {
        return false;
    }
    int track = who == WHO_WORLD ? 1 : 2;
    const CardTrack *row = read_track(lua, track, who, TRACK_USE_GAIN);
    if (row == NULL || !read_integer(lua, track + 1, "n", (Range){-GAIN_MAX, GAIN_MAX}, &n)) {
        return false;
    }
    if (n == 0) {
        fault_add(lua, NULL, "n of gain: 0 changes nothing");
        return false;
    }
    piece_init(
        piece,
        (Instruction){.op = OP_GAIN, .a = (uint8_t)row->track, .b = (uint8_t)who, .n = (int8_t)n});
    return true;
}

static bool read_movement(lua_State *lua, Op op, Piece *piece)
{
    int filter_at = op == OP_CHOOSE ? 2 : 1;
    Filter filter;
    int n = 0;

    if (op == OP_CHOOSE && !read_integer(lua, 1, "n", (Range){1, NATIONS_MAX}, &n)) {
        return false;
    }
    if (!read_filter(lua, filter_at, &filter)) {
        return false;
    }
    int move = read_word(lua, filter_at + 1, (Name){"move", "move"}, vocab_move);
    if (move < 0) {
        return false;
    }
    piece_init_filter(piece, (Instruction){.op = (uint8_t)op, .a = (uint8_t)move, .n = (int8_t)n},
                      &filter);
    return true;
}

static bool read_when(lua_State *lua, Piece *piece)
{
    Condition tree[CONDITION_NODES_MAX];
    bool good = read_condition(lua, 1, tree);

    if (good) {
        piece_init_condition(piece, tree);
    } else {
        piece_clear(piece);
    }
    good = append_list(lua, 2, "list", piece) && good;
    int first_end = piece->length;
    if (lua_gettop(lua) == 3) {
        good = append_list(lua, 3, "else list", piece) && good;
    }
    if (good) {
        piece_join_lists(piece, first_end);
    }
    return good;
}

static bool read_option(lua_State *lua, Piece *piece)
{
    piece_init(piece, (Instruction){.op = OP_OPTION});
    bool good = append_list(lua, 1, "first list", piece);
    int first_end = piece->length;

    good = append_list(lua, 2, "second list", piece) && good;
    if (good) {
        piece_join_lists(piece, first_end);
    }
    return good;
}

static bool read_modify(lua_State *lua, Piece *piece)
{
    int modifier = read_word(lua, 1, (Name){"parameter", "parameter"}, vocab_modifier);
    int who = modifier >= 0 ? read_who(lua, 2) : -1;
    int n;

    if (who < 0 || !read_integer(lua, 3, "n", (Range){-MODIFY_MAX, MODIFY_MAX}, &n)) {
        return false;
    }
    if (n == 0) {
        fault_add(lua, NULL, "n of modify: 0 changes nothing");
        return false;
    }
    int duration = read_word(lua, 4, (Name){"duration", "duration"}, vocab_duration);
    if (duration < 0) {
        return false;
    }
    piece_init(piece, (Instruction){.op = OP_MODIFY,
                                    .a = (uint8_t)modifier,
                                    .b = (uint8_t)who,
                                    .n = (int8_t)n,
                                    .index = (uint16_t)duration});
    return true;
}

static bool read_draw(lua_State *lua, Op op, Piece *piece)
{
    int who = read_who(lua, 1);
    int n;

    if (who < 0 || !read_integer(lua, 2, "n", (Range){1, DRAW_MAX}, &n)) {
        return false;
    }
    piece_init(piece, (Instruction){.op = (uint8_t)op, .b = (uint8_t)who, .n = (int8_t)n});
    return true;
}

/* IMPOSE and LIFT name a control. */
static bool read_tile(lua_State *lua, Op op, Piece *piece)
{
    int tile = read_word(lua, 1, (Name){"tile", "tile"}, vocab_tile);

    piece_init(piece, (Instruction){.op = (uint8_t)op, .a = (uint8_t)tile});
    return tile >= 0;
}

static bool read_release(lua_State *lua, Piece *piece)
{
    int model = read_word(lua, 1, (Name){"model", "model"}, vocab_model);

    piece_init(piece, (Instruction){.op = OP_RELEASE, .a = (uint8_t)model});
    return model >= 0;
}

/* What a trigger's list may not do: it could set off the next trigger, without end. */
static const char *trigger_fault(const Piece *body)
{
    if (body->trigger_length > 0) {
        return "a trigger may not set a trigger";
    }
    for (int i = 0; i < body->length; i++) {
        if (body->instruction[i].op == OP_IMPOSE || body->instruction[i].op == OP_RELEASE) {
            return "a trigger may not impose or release: it could set off another without end";
        }
    }
    return NULL;
}

static bool read_trigger(lua_State *lua, Piece *piece)
{
    Piece body;
    int kind = read_word(lua, 1, (Name){"kind", "kind"}, vocab_trigger);

    if (!read_instructions(lua, 2, "list", &body) || kind < 0) {
        return false;
    }
    const char *fault = trigger_fault(&body);
    if (fault != NULL) {
        fault_add(lua, NULL, "%s", fault);
        return false;
    }
    piece_init_trigger(piece, (TriggerKind)kind, &body);
    return true;
}

static bool read_vp_count(lua_State *lua, Piece *piece)
{
    Filter filter;
    int divisor;
    int most;

    if (!read_filter(lua, 1, &filter) ||
        !read_integer(lua, 2, "divisor", (Range){1, NATIONS_MAX}, &divisor) ||
        !read_integer(lua, 3, "most", (Range){1, VP_COUNT_MAX}, &most)) {
        return false;
    }
    piece_init_filter(
        piece, (Instruction){.op = OP_VP_COUNT, .a = (uint8_t)divisor, .n = (int8_t)most}, &filter);
    return true;
}

static bool read_instruction(lua_State *lua, Op op, Piece *piece)
{
    switch (op) {
    case OP_GAIN:
        return read_gain(lua, piece);
    case OP_CHOOSE:
    case OP_EACH:
        return read_movement(lua, op, piece);
    case OP_WHEN:
        return read_when(lua, piece);
    case OP_OPTION:
        return read_option(lua, piece);
    case OP_MODIFY:
        return read_modify(lua, piece);
    case OP_DRAW:
    case OP_DISCARD:
        return read_draw(lua, op, piece);
    case OP_IMPOSE:
    case OP_LIFT:
        return read_tile(lua, op, piece);
    case OP_RELEASE:
        return read_release(lua, piece);
    case OP_TRIGGER:
        return read_trigger(lua, piece);
    case OP_VP_COUNT:
        return read_vp_count(lua, piece);
    case OP_LIFT_CHOICE:
    case OP_REVEAL:
        piece_init(piece, (Instruction){.op = (uint8_t)op});
        return true;
    case OP_NATIVE: /* has no constructor */
    case OP_COUNT:
        break;
    }
    return false;
}

static int construct_instruction(lua_State *lua)
{
    static const Range arity[OP_COUNT] = {
        [OP_GAIN] = {2, 3},    [OP_CHOOSE] = {3, 3},      [OP_EACH] = {2, 2},
        [OP_WHEN] = {2, 3},    [OP_OPTION] = {2, 2},      [OP_MODIFY] = {4, 4},
        [OP_DRAW] = {2, 2},    [OP_DISCARD] = {2, 2},     [OP_IMPOSE] = {1, 1},
        [OP_LIFT] = {1, 1},    [OP_LIFT_CHOICE] = {0, 0}, [OP_RELEASE] = {1, 1},
        [OP_TRIGGER] = {2, 2}, [OP_VP_COUNT] = {3, 3},    [OP_REVEAL] = {0, 0},
    };
    Op op = (Op)lua_tointeger(lua, lua_upvalueindex(1));
    Piece piece;

    if (begin_constructor(lua, &vocab_op[op], arity[op]) && read_instruction(lua, op, &piece)) {
        piece_pack(push_value(lua, INSTRUCTION_TYPE, piece_packed_size(&piece)), &piece);
    } else {
        push_value(lua, INSTRUCTION_TYPE, 0);
    }
    return 1;
}

void instructions_push(lua_State *lua)
{
    luaL_newmetatable(lua, INSTRUCTION_TYPE);
    lua_pop(lua, 1);
    for (int op = 0; op < OP_COUNT; op++) {
        if (op != OP_NATIVE) {
            lua_pushinteger(lua, op);
            lua_pushcclosure(lua, construct_instruction, 1);
            lua_setfield(lua, -2, vocab_op[op].name);
        }
    }
}
