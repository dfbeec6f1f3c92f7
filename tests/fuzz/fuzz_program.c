/* Bytes become programs, conditions and filters of the early cards in a copy of the shipped rules:
 * sound ones, so that they are played, and then some of their bytes are overwritten, so that the
 * verifier has something to find.  What it accepts is played with every position checked. */

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "support/checked.h"
#include "support/shipped.h"

enum {
    CARDS = 26, /* all early cards have the same event and trigger */
    PROGRAM_LENGTH = 12,
    TREES = 6,
    FILTERS = 6,
    DECISIONS = 400,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Bytes, and zeros after their end. */
typedef struct Bytes {
    const uint8_t *at, *end;
} Bytes;

/* What the bytes have made of the rules so far. */
typedef struct Maker {
    Bytes bytes;
    Rules *rules;
    int tree[TREES]; /* first nodes */
    int first_instruction, first_condition, first_filter;
    bool has_trigger;
} Maker;

static uint8_t take(Bytes *bytes)
{
    return bytes->at < bytes->end ? *bytes->at++ : 0;
}

/* In least .. most. */
static int take_in(Bytes *bytes, int least, int most)
{
    return least + take(bytes) % (most - least + 1);
}

/* In -most .. most, without 0. */
static int take_change(Bytes *bytes, int most)
{
    int change = take_in(bytes, 1, most);
    return take(bytes) % 2 == 0 ? change : -change;
}

/* ---- conditions ---- */

static Condition *add_node(Maker *maker)
{
    Condition *node = &maker->rules->condition[maker->rules->condition_count++];

    memset(node, 0, sizeof *node);
    return node;
}

static int count_nodes(const Maker *maker, int tree)
{
    return maker->rules->condition_count - tree;
}

static void make_leaf(Maker *maker, int tree)
{
    static const uint8_t of_bloc[] = {TRACK_DATACENTRES, TRACK_TRUST,     TRACK_FRONTIER,
                                      TRACK_QUALITY,     TRACK_COMPUTE,   TRACK_CAPITAL,
                                      TRACK_VP,          TRACK_EFFICIENCY};
    static const uint8_t of_world[] = {TRACK_PRICE, TRACK_RISK, TRACK_BIFURCATION, TRACK_VALUATION};
    Bytes *bytes = &maker->bytes;
    Condition *leaf = add_node(maker);

    leaf->end = (uint8_t)count_nodes(maker, tree);
    leaf->test = (uint8_t)take_in(bytes, TEST_AT_LEAST, TEST_NOT_IN_FORCE);
    if (leaf->test == TEST_IN_FORCE || leaf->test == TEST_NOT_IN_FORCE) {
        leaf->a = (uint8_t)take_in(bytes, 0, TILE_COUNT - 1);
        return;
    }
    leaf->n = (int16_t)(leaf->test == TEST_MORE ? 0 : take_in(bytes, 0, 10));
    leaf->who = (uint8_t)take_in(bytes, WHO_US, leaf->test == TEST_MORE ? WHO_RIVAL : WHO_WORLD);
    if (leaf->who == WHO_WORLD) {
        leaf->a = of_world[take_in(bytes, 0, (int)sizeof of_world - 1)];
    } else {
        leaf->a = of_bloc[take_in(bytes, 0, (int)sizeof of_bloc - 1)];
        leaf->open = leaf->a == TRACK_QUALITY ? take(bytes) % 2 : 0;
    }
}

/* A leaf, a die, or a group of leaves and perhaps of such a group. */
static void make_tree(Maker *maker, int index)
{
    enum { SHAPE_LEAF, SHAPE_DIE, SHAPE_GROUP, SHAPE_NESTED };
    Bytes *bytes = &maker->bytes;
    int tree = maker->rules->condition_count;
    int shape = take_in(bytes, SHAPE_LEAF, SHAPE_NESTED);
    Condition *outer = NULL;

    maker->tree[index] = tree;
    if (shape == SHAPE_DIE) {
        *add_node(maker) =
            (Condition){.test = TEST_DIE, .end = 1, .n = (int16_t)take_in(bytes, 1, 6)};
        return;
    }
    for (int group = SHAPE_GROUP; group <= shape; group++) {
        Condition *inner = add_node(maker);
        inner->test = (uint8_t)take_in(bytes, TEST_ALL, TEST_NONE);
        outer = outer == NULL ? inner : outer;
        make_leaf(maker, tree);
        make_leaf(maker, tree);
        inner->end = (uint8_t)count_nodes(maker, tree);
        outer->end = inner->end;
    }
    if (shape == SHAPE_LEAF) {
        make_leaf(maker, tree);
    }
}

/* ---- filters ---- */

static void make_filter(Maker *maker)
{
    Bytes *bytes = &maker->bytes;
    Filter filter = {
        .needs = (uint8_t)take_in(bytes, 0, (1 << NEED_COUNT) - 1),
        .has_role = take(bytes) % 8 == 0,
        .strict = (uint8_t)take_in(bytes, 0, 3),
        .side = (uint8_t)take_in(bytes, 1, SIDE_SET_ANY),
        .y = (uint8_t)take_in(bytes, 1, Y_SET_ANY),
        .near_zero = take(bytes) % 8 == 0,
        .outside_rival_quadrant = take(bytes) % 4 == 0,
    };

    filter.named = take(bytes) % 4 == 0 ? (uint32_t)(take(bytes) << 8 | take(bytes)) : 0;
    (void)rules_add_filter(maker->rules, &filter);
}

/* ---- programs ---- */

static void make_gain(Bytes *bytes, Instruction *gain)
{
    static const uint8_t of_bloc[] = {TRACK_DATACENTRES, TRACK_SILICON, TRACK_EFFICIENCY,
                                      TRACK_INDUSTRY,    TRACK_TRUST,   TRACK_FRONTIER,
                                      TRACK_COMPUTE,     TRACK_CAPITAL, TRACK_POOL};
    static const uint8_t of_world[] = {TRACK_PRICE, TRACK_RISK, TRACK_BIFURCATION, TRACK_VALUATION,
                                       TRACK_PLATEAU};

    gain->b = (uint8_t)take_in(bytes, WHO_US, WHO_WORLD);
    gain->a = gain->b == WHO_WORLD ? of_world[take_in(bytes, 0, (int)sizeof of_world - 1)]
                                   : of_bloc[take_in(bytes, 0, (int)sizeof of_bloc - 1)];
    gain->n = (int8_t)take_change(bytes, 30);
}

/* The arguments of an instruction that acts on nations. */
static void make_move(Maker *maker, Instruction *instruction)
{
    Bytes *bytes = &maker->bytes;
    bool counts = instruction->op == OP_VP_COUNT;

    instruction->a = (uint8_t)(counts ? take_in(bytes, 1, 8) : take_in(bytes, 0, MOVE_COUNT - 1));
    instruction->n = (int8_t)(instruction->op == OP_EACH ? 0 : take_in(bytes, 1, 30));
    instruction->index = (uint16_t)take_in(bytes, 0, maker->rules->filter_count - 1);
}

static void make_arguments(Maker *maker, Instruction *instruction)
{
    Bytes *bytes = &maker->bytes;

    switch ((Op)instruction->op) {
    case OP_GAIN:
        make_gain(bytes, instruction);
        break;
    case OP_CHOOSE:
    case OP_EACH:
    case OP_VP_COUNT:
        make_move(maker, instruction);
        break;
    case OP_WHEN:
        instruction->index = (uint16_t)maker->tree[take_in(bytes, 0, TREES - 1)];
        break;
    case OP_MODIFY:
        instruction->a = (uint8_t)take_in(bytes, 0, MODIFIER_COUNT - 1);
        instruction->b = (uint8_t)take_in(bytes, WHO_US, WHO_RIVAL);
        instruction->n = (int8_t)take_change(bytes, 9);
        instruction->index = (uint16_t)take_in(bytes, DURATION_ROUND, DURATION_GAME);
        break;
    case OP_DRAW:
    case OP_DISCARD:
        instruction->b = (uint8_t)take_in(bytes, WHO_US, WHO_RIVAL);
        instruction->n = (int8_t)take_in(bytes, 1, 10);
        break;
    case OP_IMPOSE:
    case OP_LIFT:
        instruction->a = (uint8_t)take_in(bytes, 0, TILE_COUNT - 1);
        break;
    case OP_RELEASE:
        instruction->a = (uint8_t)take_in(bytes, 0, MODEL_COUNT - 1);
        break;
    case OP_TRIGGER:
        instruction->a = (uint8_t)take_in(bytes, 0, TRIGGER_COUNT - 1);
        break;
    case OP_OPTION:
    case OP_LIFT_CHOICE:
    case OP_REVEAL:
    case OP_NATIVE:
    case OP_COUNT:
        break;
    }
}

/* Some instruction after `line`, or the end. */
static uint8_t take_target(Bytes *bytes, int line, int length)
{
    int target = line + take_in(bytes, 1, 4);
    return (uint8_t)(target < length ? target : PROGRAM_END);
}

/* An op that may stand there: no native, one trigger, and what a trigger may not do it does not. */
static Op take_op(Maker *maker, FrameKind kind)
{
    Op op = (Op)take_in(&maker->bytes, 0, OP_NATIVE - 1);
    bool sets_off = op == OP_IMPOSE || op == OP_RELEASE || op == OP_TRIGGER;

    if (kind == FRAME_TRIGGER && sets_off) {
        return OP_CHOOSE;
    }
    if (op == OP_TRIGGER && maker->has_trigger) {
        return OP_WHEN;
    }
    maker->has_trigger |= op == OP_TRIGGER;
    return op;
}

static Program make_program(Maker *maker, FrameKind kind)
{
    Rules *rules = maker->rules;
    int length = take_in(&maker->bytes, 1, PROGRAM_LENGTH);
    Program program = {.start = (uint16_t)rules->instruction_count, .length = (uint16_t)length};

    for (int line = 0; line < length; line++) {
        Instruction *instruction = &rules->instruction[rules->instruction_count++];
        memset(instruction, 0, sizeof *instruction);
        instruction->op = (uint8_t)take_op(maker, kind);
        instruction->next = take_target(&maker->bytes, line, length);
        if (instruction->op == OP_WHEN || instruction->op == OP_OPTION) {
            instruction->other = take_target(&maker->bytes, line, length);
        }
        make_arguments(maker, instruction);
    }
    return program;
}

/* Overwrites bytes among the `count` last items of a table. */
static void spoil(Bytes *bytes, void *table, int first, int count, size_t item)
{
    uint8_t *byte = table;
    size_t from = (size_t)first * item;
    size_t size = (size_t)(count - first) * item;

    for (int times = take(bytes) % 8; times > 5 && size > 0; times--) {
        size_t offset = (size_t)(take(bytes) << 8 | take(bytes)) % size;
        byte[from + offset] = take(bytes);
    }
}

static void make_rules(Maker *maker)
{
    Rules *rules = maker->rules;

    for (int i = 0; i < FILTERS; i++) {
        make_filter(maker);
    }
    for (int i = 0; i < TREES; i++) {
        make_tree(maker, i);
    }
    Program event = make_program(maker, FRAME_EVENT);
    Program trigger = {0};
    if (maker->has_trigger) {
        trigger = make_program(maker, FRAME_TRIGGER);
    }
    for (int card = 0; card < CARDS; card++) {
        rules->program[FRAME_EVENT][card] = event;
        rules->program[FRAME_TRIGGER][card] = trigger;
    }
}

/* Also what stands around the programs: the verifier answers for all of it. */
static void spoil_rules(Maker *maker)
{
    Rules *rules = maker->rules;
    Bytes *bytes = &maker->bytes;

    spoil(bytes, rules->instruction, maker->first_instruction, rules->instruction_count,
          sizeof rules->instruction[0]);
    spoil(bytes, rules->condition, maker->first_condition, rules->condition_count,
          sizeof rules->condition[0]);
    spoil(bytes, rules->filter, maker->first_filter, rules->filter_count, sizeof rules->filter[0]);
    spoil(bytes, rules->program[FRAME_EVENT], 0, CARDS, sizeof(Program));
    spoil(bytes, rules->card, 0, rules->card_count, sizeof rules->card[0]);
    spoil(bytes, rules->nation, 0, rules->nation_count, sizeof rules->nation[0]);
    spoil(bytes, rules->scenario, 0, rules->scenario_count, sizeof rules->scenario[0]);
    spoil(bytes, rules->param, 0, PARAM_SLOTS, sizeof rules->param[0]);
}

static void play(const Rules *rules, Bytes *bytes)
{
    Setup setup = variant_setup(take_in(bytes, 0, variant_count(rules) - 1), take(bytes));
    State state;

    state_init(&state, rules, &setup);
    checked_position(&state, rules);
    checked_play(&state, rules, setup.seed, DECISIONS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Rules *rules = malloc(sizeof *rules);
    Maker maker = {.bytes = {data, data + size}, .rules = rules};
    Error err = {0};

    if (rules == NULL) {
        return 0;
    }
    memcpy(rules, shipped_rules(), sizeof *rules);
    maker.first_instruction = rules->instruction_count;
    maker.first_condition = rules->condition_count;
    maker.first_filter = rules->filter_count;
    make_rules(&maker);
    spoil_rules(&maker);
    if (rules_verify(rules, &err) == STATUS_OK) {
        if (rules_prepare(rules, &err) != STATUS_OK) {
            checked_fault("rules that are verified cannot be prepared");
        }
        play(rules, &maker.bytes);
    } else if (err.text[0] == '\0') {
        checked_fault("a program was refused without a reason");
    }
    free(rules);
    return 0;
}
