#include "script/piece.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

void piece_clear(Piece *piece)
{
    piece->length = 0;
    piece->trigger_length = 0;
    piece->condition_count = 0;
    piece->filter_count = 0;
}

void piece_init(Piece *piece, Instruction instruction)
{
    instruction.next = 1;
    piece_clear(piece);
    piece->length = 1;
    piece->instruction[0] = instruction;
}

void piece_init_filter(Piece *piece, Instruction instruction, const Filter *filter)
{
    piece_init(piece, instruction);
    piece->filter[0] = *filter;
    piece->filter_count = 1;
}

void piece_init_condition(Piece *piece, const Condition *tree)
{
    piece_init(piece, (Instruction){.op = OP_WHEN});
    piece->condition_count = tree->end;
    memcpy(piece->condition, tree, tree->end * sizeof tree[0]);
}

static bool uses_filter(const Instruction *instruction)
{
    return instruction->op == OP_CHOOSE || instruction->op == OP_EACH ||
           instruction->op == OP_VP_COUNT;
}

static bool forks(const Instruction *instruction)
{
    return instruction->op == OP_WHEN || instruction->op == OP_OPTION;
}

/* An instruction as it reads when everything it refers to lies further on. */
static Instruction shifted(Instruction instruction, int lines, int conditions, int filters)
{
    if (instruction.next != PROGRAM_END) {
        instruction.next = (uint8_t)(instruction.next + lines);
    }
    if (forks(&instruction) && instruction.other != PROGRAM_END) {
        instruction.other = (uint8_t)(instruction.other + lines);
    }
    if (instruction.op == OP_WHEN) {
        instruction.index = (uint16_t)(instruction.index + conditions);
    }
    if (uses_filter(&instruction)) {
        instruction.index = (uint16_t)(instruction.index + filters);
    }
    return instruction;
}

static void append_tables(Piece *piece, const Piece *part)
{
    memcpy(piece->condition + piece->condition_count, part->condition,
           (size_t)part->condition_count * sizeof part->condition[0]);
    memcpy(piece->filter + piece->filter_count, part->filter,
           (size_t)part->filter_count * sizeof part->filter[0]);
    piece->condition_count += part->condition_count;
    piece->filter_count += part->filter_count;
}

const char *piece_append(Piece *piece, const Piece *part)
{
    int conditions = piece->condition_count;
    int filters = piece->filter_count;

    if (piece->length + part->length > PROGRAM_MAX) {
        return "the program has more than 200 instructions";
    }
    if (conditions + part->condition_count > CONDITIONS_MAX ||
        filters + part->filter_count > PIECE_FILTERS_MAX) {
        return "the program has too many conditions or filters";
    }
    if (piece->trigger_length > 0 && part->trigger_length > 0) {
        return "a card has at most one trigger";
    }
    for (int i = 0; i < part->length; i++) {
        piece->instruction[piece->length + i] =
            shifted(part->instruction[i], piece->length, conditions, filters);
    }
    for (int i = 0; i < part->trigger_length; i++) {
        piece->trigger[i] = shifted(part->trigger[i], 0, conditions, filters);
    }
    piece->length += part->length;
    piece->trigger_length += part->trigger_length;
    append_tables(piece, part);
    return NULL;
}

void piece_join_lists(Piece *piece, int first_end)
{
    piece->instruction[0].other = (uint8_t)first_end;
    for (int i = 1; i < first_end; i++) {
        Instruction *instruction = &piece->instruction[i];
        if (instruction->next == first_end) {
            instruction->next = (uint8_t)piece->length;
        }
        if (forks(instruction) && instruction->other == first_end) {
            instruction->other = (uint8_t)piece->length;
        }
    }
}

/* Nothing follows the last instructions any more. */
static void close_end(Instruction *instruction, int length)
{
    for (int i = 0; i < length; i++) {
        if (instruction[i].next == length) {
            instruction[i].next = PROGRAM_END;
        }
        if (forks(&instruction[i]) && instruction[i].other == length) {
            instruction[i].other = PROGRAM_END;
        }
    }
}

void piece_init_trigger(Piece *piece, TriggerKind kind, const Piece *body)
{
    assert(body->trigger_length == 0);
    piece_init(piece, (Instruction){.op = OP_TRIGGER, .a = (uint8_t)kind});
    memcpy(piece->trigger, body->instruction, (size_t)body->length * sizeof body->instruction[0]);
    piece->trigger_length = body->length;
    close_end(piece->trigger, piece->trigger_length);
    append_tables(piece, body);
}

/* ---- packing ---- */

/* The arrays of a piece one after the other; `size` bytes of each are in use. */
typedef struct Part {
    void *bytes;
    size_t size;
} Part;

enum { PART_COUNT = 4, HEADER_SIZE = offsetof(Piece, instruction) };

static void piece_parts(Piece *piece, Part part[PART_COUNT])
{
    part[0] = (Part){piece->instruction, (size_t)piece->length * sizeof(Instruction)};
    part[1] = (Part){piece->trigger, (size_t)piece->trigger_length * sizeof(Instruction)};
    part[2] = (Part){piece->condition, (size_t)piece->condition_count * sizeof(Condition)};
    part[3] = (Part){piece->filter, (size_t)piece->filter_count * sizeof(Filter)};
}

size_t piece_packed_size(const Piece *piece)
{
    return HEADER_SIZE + (size_t)(piece->length + piece->trigger_length) * sizeof(Instruction) +
           (size_t)piece->condition_count * sizeof(Condition) +
           (size_t)piece->filter_count * sizeof(Filter);
}

void piece_pack(void *packed, Piece *piece)
{
    Part part[PART_COUNT];
    char *to = packed;

    piece_parts(piece, part);
    memcpy(to, piece, HEADER_SIZE);
    to += HEADER_SIZE;
    for (int i = 0; i < PART_COUNT; i++) {
        memcpy(to, part[i].bytes, part[i].size);
        to += part[i].size;
    }
}

void piece_unpack(Piece *piece, const void *packed)
{
    Part part[PART_COUNT];
    const char *from = packed;

    memcpy(piece, from, HEADER_SIZE);
    piece_parts(piece, part);
    from += HEADER_SIZE;
    for (int i = 0; i < PART_COUNT; i++) {
        memcpy(part[i].bytes, from, part[i].size);
        from += part[i].size;
    }
}

/* ---- placing ---- */

/* An instruction of the piece as it reads in the rules; false if their table of filters is full. */
static bool place_instruction(Instruction *instruction, const Piece *piece, Rules *rules)
{
    if (instruction->op == OP_WHEN) {
        int first_condition = rules->condition_count - piece->condition_count;
        instruction->index = (uint16_t)(instruction->index + first_condition);
    }
    if (uses_filter(instruction)) {
        int filter = rules_add_filter(rules, &piece->filter[instruction->index]);
        instruction->index = (uint16_t)filter;
        return filter >= 0;
    }
    return true;
}

static const char *place_list(Program *program, const Instruction *list, int length,
                              const Piece *piece, Rules *rules)
{
    int start = rules->instruction_count;

    if (start + length > INSTRUCTIONS_MAX) {
        return "the cards have more than 8192 instructions in all";
    }
    memcpy(rules->instruction + start, list, (size_t)length * sizeof list[0]);
    for (int i = 0; i < length; i++) {
        if (!place_instruction(&rules->instruction[start + i], piece, rules)) {
            return "the cards have more than 512 different filters in all";
        }
    }
    close_end(rules->instruction + start, length);
    rules->instruction_count += length;
    *program = (Program){.start = (uint16_t)start, .length = (uint16_t)length};
    return NULL;
}

const char *piece_place(const Piece *piece, Rules *rules, int card)
{
    if (rules->condition_count + piece->condition_count > CONDITIONS_MAX) {
        return "the cards have more than 2048 conditions in all";
    }
    memcpy(rules->condition + rules->condition_count, piece->condition,
           (size_t)piece->condition_count * sizeof piece->condition[0]);
    rules->condition_count += piece->condition_count;
    const char *fault = place_list(&rules->program[FRAME_EVENT][card], piece->instruction,
                                   piece->length, piece, rules);
    if (fault == NULL && piece->trigger_length > 0) {
        fault = place_list(&rules->program[FRAME_TRIGGER][card], piece->trigger,
                           piece->trigger_length, piece, rules);
    }
    return fault;
}
