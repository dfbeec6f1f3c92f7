#include "core/rules_verify_program.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/card_track.h"
#include "core/rules_limits.h"
#include "core/vocab.h"

/* What is being looked at, for the message. */
typedef struct Place {
    const Rules *rules;
    FrameKind kind;
    int card; /* index; meant only with kind EVENT and TRIGGER */
    int line; /* number of the instruction */
    Error *err;
} Place;

static Status program_fault(const Place *place, const char *text)
{
    if (place->kind == FRAME_EVENT || place->kind == FRAME_TRIGGER) {
        return error_set(place->err, STATUS_PARSE, "card '%s': %s: instruction %d: %s",
                         place->rules->card[place->card].id,
                         place->kind == FRAME_EVENT ? "event" : "trigger", place->line, text);
    }
    return error_set(place->err, STATUS_PARSE, "built-in program: instruction %d: %s", place->line,
                     text);
}

static bool within(int n, int least, int most)
{
    return n >= least && n <= most;
}

/* Not zero, and at most `most` up or down. */
static bool is_change(int n, int most)
{
    return n != 0 && within(n, -most, most);
}

static const char *filter_fault(const Rules *rules, const Instruction *instruction)
{
    if (instruction->index >= rules->filter_count) {
        return "there is no such filter";
    }
    return instruction->op != OP_VP_COUNT && instruction->a >= MOVE_COUNT ? "there is no such move"
                                                                          : NULL;
}

static const char *gain_fault(const Instruction *instruction)
{
    if (instruction->b > WHO_WORLD ||
        card_track_find(instruction->a, 0, instruction->b, TRACK_USE_GAIN) == NULL) {
        return "no card may change this track";
    }
    return is_change(instruction->n, GAIN_MAX) ? NULL : "the change is out of range";
}

static const char *modify_fault(const Instruction *instruction)
{
    if (instruction->a >= MODIFIER_COUNT || instruction->b > WHO_RIVAL ||
        instruction->index > DURATION_GAME) {
        return "there is no such modifier";
    }
    return is_change(instruction->n, MODIFY_MAX) ? NULL : "the change is out of range";
}

static const char *draw_fault(const Instruction *instruction)
{
    if (instruction->b > WHO_RIVAL) {
        return "a hand belongs to a bloc";
    }
    return within(instruction->n, 1, DRAW_MAX) ? NULL : "the number of cards is out of range";
}

static const char *vp_count_fault(const Rules *rules, const Instruction *instruction)
{
    if (!within(instruction->a, 1, NATIONS_MAX) || !within(instruction->n, 1, VP_COUNT_MAX)) {
        return "the divisor or the most is out of range";
    }
    return filter_fault(rules, instruction);
}

static const char *trigger_fault(const Place *place, const Instruction *instruction)
{
    if (place->kind != FRAME_EVENT) {
        return "a trigger stands only in an event";
    }
    if (place->rules->program[FRAME_TRIGGER][place->card].length == 0) {
        return "the trigger has no list";
    }
    return instruction->a < TRIGGER_COUNT ? NULL : "there is no such trigger";
}

static const char *native_fault(const Place *place, const Instruction *instruction)
{
    if (place->kind != FRAME_EVENT || place->rules->native == NULL) {
        return "there are no native events";
    }
    return instruction->index < place->rules->native_count ? NULL : "there is no such native event";
}

/* An instruction but for what follows it; NULL if it is sound. */
static const char *instruction_fault(const Place *place, const Instruction *instruction)
{
    const Rules *rules = place->rules;

    switch ((Op)instruction->op) {
    case OP_GAIN:
        return gain_fault(instruction);
    case OP_CHOOSE:
        if (!within(instruction->n, 1, NATIONS_MAX)) {
            return "the number of nations is out of range";
        }
        return filter_fault(rules, instruction);
    case OP_EACH:
        return filter_fault(rules, instruction);
    case OP_WHEN:
        return rules_condition_fault(rules, instruction->index);
    case OP_OPTION:
    case OP_LIFT_CHOICE:
    case OP_REVEAL:
        return NULL;
    case OP_MODIFY:
        return modify_fault(instruction);
    case OP_DRAW:
    case OP_DISCARD:
        return draw_fault(instruction);
    case OP_IMPOSE:
    case OP_LIFT:
        return instruction->a < TILE_COUNT ? NULL : "there is no such control";
    case OP_RELEASE:
        return instruction->a < MODEL_COUNT ? NULL : "there is no such model";
    case OP_TRIGGER:
        return trigger_fault(place, instruction);
    case OP_VP_COUNT:
        return vp_count_fault(rules, instruction);
    case OP_NATIVE:
        return native_fault(place, instruction);
    case OP_COUNT:
        break;
    }
    return "there is no such instruction";
}

/* Forward only, so that every program ends, and inside the program. */
static bool leads_on(int target, int line, int length)
{
    return target == PROGRAM_END || (target > line && target < length);
}

static const char *structure_fault(const Place *place, const Instruction *instruction, int length)
{
    bool forks = instruction->op == OP_WHEN || instruction->op == OP_OPTION;

    if (!leads_on(instruction->next, place->line, length)) {
        return "what follows does not lie further on in the program";
    }
    if (forks ? !leads_on(instruction->other, place->line, length) : instruction->other != 0) {
        return "the second list does not lie further on in the program";
    }
    if (place->kind == FRAME_TRIGGER &&
        (instruction->op == OP_IMPOSE || instruction->op == OP_RELEASE)) {
        return "a trigger may not impose or release"; /* it could set off another, without end */
    }
    return NULL;
}

static Status verify_program(Place *place, Program program)
{
    const Rules *rules = place->rules;
    int triggers = 0;

    place->line = 0;
    if (program.length > PROGRAM_MAX || program.start + program.length > rules->instruction_count) {
        return program_fault(place, "the program is too long");
    }
    for (; place->line < program.length; place->line++) {
        const Instruction *instruction = &rules->instruction[program.start + place->line];
        const char *fault = instruction_fault(place, instruction);

        if (fault == NULL) {
            fault = structure_fault(place, instruction, program.length);
        }
        triggers += instruction->op == OP_TRIGGER;
        if (fault == NULL && triggers > 1) {
            fault = "a card has at most one trigger";
        }
        if (fault != NULL) {
            return program_fault(place, fault);
        }
    }
    return STATUS_OK;
}

static bool has_trigger(const Rules *rules, int card)
{
    Program program = rules->program[FRAME_EVENT][card];

    for (int i = 0; i < program.length; i++) {
        if (rules->instruction[program.start + i].op == OP_TRIGGER) {
            return true;
        }
    }
    return false;
}

static Status verify_card_programs(const Rules *rules, int card, Error *err)
{
    Place event = {.rules = rules, .kind = FRAME_EVENT, .card = card, .err = err};
    Place trigger = {.rules = rules, .kind = FRAME_TRIGGER, .card = card, .err = err};

    if (rules->program[FRAME_EVENT][card].length == 0) {
        return program_fault(&event, "an event needs at least one instruction");
    }
    Status status = verify_program(&event, rules->program[FRAME_EVENT][card]);
    if (status == STATUS_OK) {
        status = verify_program(&trigger, rules->program[FRAME_TRIGGER][card]);
    }
    if (status == STATUS_OK && rules->program[FRAME_TRIGGER][card].length > 0 &&
        !has_trigger(rules, card)) {
        return program_fault(&trigger, "nothing sets this trigger");
    }
    return status;
}

/* Hearts, contract and hedging are one `choose` each: the kernel fills in the rest. */
static Status verify_built_in(const Rules *rules, FrameKind kind, int index, Error *err)
{
    Place place = {.rules = rules, .kind = kind, .err = err};
    Program program = rules->program[kind][index];

    if (program.length != 1) {
        return program_fault(&place, "expected one choose");
    }
    Status status = verify_program(&place, program);
    const Instruction *choose = &rules->instruction[program.start];
    if (status == STATUS_OK && (choose->op != OP_CHOOSE || choose->n != 1)) {
        return program_fault(&place, "expected one choose of one nation");
    }
    return status;
}

/* How many programs a kind of frame has. */
static int program_count(const Rules *rules, FrameKind kind)
{
    switch (kind) {
    case FRAME_EVENT:
    case FRAME_TRIGGER:
        return rules->card_count;
    case FRAME_HEARTS:
        return 2;
    case FRAME_HEDGING:
        return 1;
    case FRAME_NONE:
    case FRAME_OPS:
    case FRAME_KIND_COUNT:
        break;
    }
    return 0;
}

/* Whether a kind of frame has a program that nothing could start. */
static bool has_stray_program(const Rules *rules, FrameKind kind)
{
    for (int i = program_count(rules, kind); i < CARDS_MAX; i++) {
        if (rules->program[kind][i].length != 0) {
            return true;
        }
    }
    return false;
}

static Status verify_built_ins(const Rules *rules, Error *err)
{
    for (int kind = 0; kind < FRAME_KIND_COUNT; kind++) {
        if (has_stray_program(rules, (FrameKind)kind)) {
            return error_set(err, STATUS_PARSE, "a program belongs to no card");
        }
    }
    for (int i = 0; i < program_count(rules, FRAME_HEARTS); i++) {
        Status status = verify_built_in(rules, FRAME_HEARTS, i, err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return verify_built_in(rules, FRAME_HEDGING, 0, err);
}

static Status verify_filters(const Rules *rules, Error *err)
{
    for (int i = 0; i < rules->filter_count; i++) {
        const Filter *filter = &rules->filter[i];
        uint64_t unknown =
            rules->nation_count < NATIONS_MAX ? (uint64_t)filter->named >> rules->nation_count : 0;

        if (!within(filter->side, 1, SIDE_SET_ANY) || !within(filter->y, 1, Y_SET_ANY) ||
            filter->needs >= 1 << NEED_COUNT || filter->has_role > 1 ||
            filter->strict > STRICTNESS_MAX || filter->near_zero > 1 ||
            filter->outside_rival_quadrant > 1 || filter->reserved != 0 || unknown != 0) {
            return error_set(err, STATUS_PARSE, "filter %d: out of range", i);
        }
    }
    return STATUS_OK;
}

Status rules_verify_programs(const Rules *rules, Error *err)
{
    Status status = verify_filters(rules, err);

    for (int i = 0; status == STATUS_OK && i < rules->card_count; i++) {
        status = verify_card_programs(rules, i, err);
    }
    return status == STATUS_OK ? verify_built_ins(rules, err) : status;
}
