/* Bytes become programs, conditions and filters of cards in a copy of the shipped rules.  The
 * verifier must see every program that would not be safe to run: what it accepts is played, with
 * every position checked. */

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "support/checked.h"
#include "support/shipped.h"

enum {
    PROGRAMS = 26, /* cards of the first era get the programs in turn */
    PROGRAM_LENGTH = 12,
    INSTRUCTION_BYTES = 7,
    CONDITIONS = 16,
    FILTERS = 8,
    DECISIONS = 600,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Bytes, and zeros after their end. */
typedef struct Bytes {
    const uint8_t *at, *end;
} Bytes;

static uint8_t take(Bytes *bytes)
{
    return bytes->at < bytes->end ? *bytes->at++ : 0;
}

/* Mostly in 0 .. count - 1, so that the verifier is passed now and then; sometimes far outside. */
static uint8_t take_below(Bytes *bytes, int count)
{
    enum { WILD = 0xf8 };
    uint8_t byte = take(bytes);

    return (uint8_t)(byte >= WILD ? byte : byte % count);
}

static int8_t take_small(Bytes *bytes)
{
    return (int8_t)((int8_t)take(bytes) / 8);
}

static void take_condition(Bytes *bytes, Rules *rules)
{
    Condition *condition = &rules->condition[rules->condition_count++];

    memset(condition, 0, sizeof *condition);
    condition->test = take_below(bytes, TEST_COUNT);
    condition->a = take_below(bytes, TRACK_COUNT);
    condition->who = take_below(bytes, WHO_WORLD + 1);
    condition->end = take_below(bytes, CONDITION_NODES_MAX + 1);
    condition->n = take_small(bytes);
}

static void take_filter(Bytes *bytes, Rules *rules)
{
    Filter filter = {0};

    filter.named = take(bytes) < 200 ? 0 : (uint32_t)take(bytes) << (take(bytes) % 25);
    filter.needs = take_below(bytes, 1 << NEED_COUNT);
    filter.has_role = take_below(bytes, 2);
    filter.strict = take_below(bytes, 4);
    filter.side = take_below(bytes, SIDE_SET_ANY + 1);
    filter.y = take_below(bytes, Y_SET_ANY + 1);
    filter.near_zero = take_below(bytes, 2);
    filter.outside_rival_quadrant = take_below(bytes, 2);
    (void)rules_add_filter(rules, &filter);
}

static void take_instruction(Bytes *bytes, Instruction *instruction, int number, int length)
{
    int after = number + 1 + take_below(bytes, 2);

    memset(instruction, 0, sizeof *instruction);
    instruction->op = take_below(bytes, OP_COUNT);
    instruction->next = (uint8_t)(after < length ? after : PROGRAM_END);
    instruction->other = take(bytes);
    if (instruction->other < 0x80) { /* else wherever the byte says */
        bool branches = instruction->op == OP_WHEN || instruction->op == OP_OPTION;
        instruction->other = branches ? (uint8_t)(after + 1 < length ? after + 1 : PROGRAM_END) : 0;
    }
    instruction->a = take_below(bytes, TRACK_COUNT);
    instruction->b = take_below(bytes, WHO_WORLD + 1);
    instruction->n = take_small(bytes);
    instruction->index = take_below(bytes, CONDITIONS);
}

static Program take_program(Bytes *bytes, Rules *rules)
{
    int length = 1 + take_below(bytes, PROGRAM_LENGTH);
    Program program = {.start = (uint16_t)rules->instruction_count, .length = (uint16_t)length};

    for (int i = 0; i < length && rules->instruction_count < INSTRUCTIONS_MAX; i++) {
        take_instruction(bytes, &rules->instruction[rules->instruction_count++], i, length);
    }
    return program;
}

/* One program for the events of all early cards and one for what triggers run. */
static void take_rules(Bytes *bytes, Rules *rules)
{
    int first_condition = rules->condition_count;
    int first_filter = rules->filter_count;

    for (int i = 0; i < FILTERS; i++) {
        take_filter(bytes, rules);
    }
    for (int i = 0; i < CONDITIONS; i++) {
        take_condition(bytes, rules);
    }
    int first = rules->instruction_count;
    Program event = take_program(bytes, rules);
    Program trigger = take_program(bytes, rules);
    for (int i = first; i < rules->instruction_count; i++) {
        Instruction *instruction = &rules->instruction[i];
        if (instruction->op == OP_WHEN) {
            instruction->index = (uint16_t)(instruction->index + first_condition);
        } else if (instruction->op == OP_CHOOSE || instruction->op == OP_EACH ||
                   instruction->op == OP_VP_COUNT) {
            instruction->index = (uint16_t)(instruction->index % FILTERS + first_filter);
        }
    }
    bool has_trigger = take(bytes) % 2 == 1;
    for (int card = 0; card < PROGRAMS; card++) {
        rules->program[FRAME_EVENT][card] = event;
        rules->program[FRAME_TRIGGER][card] = has_trigger ? trigger : (Program){0, 0};
    }
}

static void play(const Rules *rules, Bytes *bytes)
{
    uint8_t variant = take(bytes);
    uint64_t seed = take(bytes);
    Setup setup = variant_setup(variant % variant_count(rules), seed);
    State state;

    state_init(&state, rules, &setup);
    checked_position(&state, rules);
    checked_play(&state, rules, seed, DECISIONS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Bytes bytes = {data, data + size};
    Error err = {0};
    Rules *rules = malloc(sizeof *rules);

    if (rules == NULL) {
        return 0;
    }
    memcpy(rules, shipped_rules(), sizeof *rules);
    take_rules(&bytes, rules);
    if (rules_verify(rules, &err) == STATUS_OK) {
        if (rules_prepare(rules, &err) != STATUS_OK) {
            checked_fault("rules that are verified cannot be prepared");
        }
        play(rules, &bytes);
    } else if (err.text[0] == '\0') {
        checked_fault("a program was refused without a reason");
    }
    free(rules);
    return 0;
}
