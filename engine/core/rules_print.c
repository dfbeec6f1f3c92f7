#include "core/rules_print.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/card_track.h"
#include "core/fnv.h"
#include "core/status.h"
#include "core/vocab.h"

enum { PIECE_SIZE = 256 };

/* Where a print goes: into a text as far as it has room, and into a hash. */
typedef struct Writer {
    char *text; /* may be NULL */
    int size, length;
    uint64_t hash;  /* of one item */
    uint64_t total; /* of all items so far */
} Writer;

static Writer writer_start(char *text, int size)
{
    if (size > 0) {
        text[0] = '\0';
    }
    return (Writer){.text = size > 0 ? text : NULL,
                    .size = size,
                    .hash = TPD_FNV_START,
                    .total = TPD_FNV_START};
}

static void write_piece(Writer *out, const char *format, ...) TPD_PRINTF(2, 3);

static void write_piece(Writer *out, const char *format, ...)
{
    char piece[PIECE_SIZE];
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    assert(length >= 0 && length < PIECE_SIZE);
    out->hash = fnv_add(out->hash, piece, (size_t)length);
    out->total = fnv_add(out->total, piece, (size_t)length);
    if (out->text != NULL && out->length < out->size - 1) {
        int room = out->size - 1 - out->length;
        int copied = length < room ? length : room;
        memcpy(out->text + out->length, piece, (size_t)copied);
        out->text[out->length + copied] = '\0';
    }
    out->length += length;
}

/* `name={a,b}`, from the words whose bits are set. */
static void write_set(Writer *out, const char *name, const char *const words[], unsigned bits)
{
    const char *separator = "";

    write_piece(out, "%s={", name);
    for (int i = 0; words[i] != NULL; i++) {
        if ((bits >> i & 1) != 0) {
            write_piece(out, "%s%s", separator, words[i]);
            separator = ",";
        }
    }
    write_piece(out, "} ");
}

static void write_filter(Writer *out, const Rules *rules, const Filter *filter)
{
    static const char *const sides[] = {"own", "zero", "rival", NULL};
    static const char *const ys[] = {"closed", "zero", "open", NULL};

    write_piece(out, "{ ");
    if (filter->side != SIDE_SET_ANY) {
        write_set(out, "side", sides, filter->side);
    }
    if (filter->y != Y_SET_ANY) {
        write_set(out, "y", ys, filter->y);
    }
    if (filter->needs != 0) {
        write_set(out, "need", vocab_need, filter->needs);
    }
    if (filter->has_role) {
        write_piece(out, "role ");
    }
    if (filter->strict != 0) {
        write_piece(out, "strictness=%d ", filter->strict);
    }
    if (filter->near_zero) {
        write_piece(out, "near_zero ");
    }
    if (filter->outside_rival_quadrant) {
        write_piece(out, "outside_rival_quadrant ");
    }
    for (int i = 0; i < rules->nation_count; i++) {
        if ((filter->named >> i & 1) != 0) {
            write_piece(out, "%s ", rules->nation[i].id);
        }
    }
    write_piece(out, "}");
}

static void write_comparison(Writer *out, const Condition *node)
{
    const CardTrack *row = card_track_find(node->a, node->open, node->who, TRACK_USE_TEST);

    write_piece(out, "%s(", vocab_condition[node->test].name);
    if (node->who != WHO_WORLD) {
        write_piece(out, "%s, ", vocab_who[node->who]);
    }
    write_piece(out, "%s", row->name);
    if (node->test != TEST_MORE) {
        write_piece(out, ", %d", node->n);
    }
    write_piece(out, ")");
}

static void write_node(Writer *out, const Condition *node)
{
    switch ((Test)node->test) {
    case TEST_AT_LEAST:
    case TEST_AT_MOST:
    case TEST_MORE:
        write_comparison(out, node);
        return;
    case TEST_IN_FORCE:
    case TEST_NOT_IN_FORCE:
        write_piece(out, "%s(%s)", vocab_condition[node->test].name, vocab_tile[node->a]);
        return;
    case TEST_DIE:
        write_piece(out, "die(%d)", node->n);
        return;
    case TEST_ALL:
    case TEST_ANY:
    case TEST_NONE:
        write_piece(out, "%s{", vocab_condition[node->test].name);
        return;
    case TEST_COUNT:
        break;
    }
}

/* A prefix tree, its groups closed where their subtrees end. */
static void write_condition(Writer *out, const Condition *tree)
{
    int end[CONDITION_DEPTH_MAX];
    int depth = 0;

    for (int i = 0; i < tree->end; i++) {
        write_node(out, &tree[i]);
        if (tree[i].test == TEST_ALL || tree[i].test == TEST_ANY || tree[i].test == TEST_NONE) {
            end[depth++] = tree[i].end;
            continue;
        }
        while (depth > 0 && end[depth - 1] == i + 1) {
            write_piece(out, "}");
            depth--;
        }
        if (depth > 0) {
            write_piece(out, ", ");
        }
    }
}

static void write_choice(Writer *out, const Rules *rules, const Instruction *instruction)
{
    write_piece(out, "(");
    if (instruction->op == OP_CHOOSE) {
        write_piece(out, "%d, ", instruction->n);
    }
    write_filter(out, rules, &rules->filter[instruction->index]);
    write_piece(out, ", %s)", vocab_move[instruction->a]);
}

static void write_gain(Writer *out, const Instruction *instruction)
{
    const CardTrack *row = card_track_find(instruction->a, 0, instruction->b, TRACK_USE_GAIN);

    write_piece(out, "(");
    if (instruction->b != WHO_WORLD) {
        write_piece(out, "%s, ", vocab_who[instruction->b]);
    }
    write_piece(out, "%s, %d)", row->name, instruction->n);
}

static void write_vp_count(Writer *out, const Rules *rules, const Instruction *instruction)
{
    write_piece(out, "(");
    write_filter(out, rules, &rules->filter[instruction->index]);
    write_piece(out, ", %d, %d)", instruction->a, instruction->n);
}

static void write_arguments(Writer *out, const Rules *rules, const Instruction *instruction)
{
    switch ((Op)instruction->op) {
    case OP_GAIN:
        write_gain(out, instruction);
        return;
    case OP_CHOOSE:
    case OP_EACH:
        write_choice(out, rules, instruction);
        return;
    case OP_WHEN:
        write_piece(out, "(");
        write_condition(out, &rules->condition[instruction->index]);
        write_piece(out, ")");
        return;
    case OP_MODIFY:
        write_piece(out, "(%s, %s, %d, %s)", vocab_modifier[instruction->a],
                    vocab_who[instruction->b], instruction->n, vocab_duration[instruction->index]);
        return;
    case OP_DRAW:
    case OP_DISCARD:
        write_piece(out, "(%s, %d)", vocab_who[instruction->b], instruction->n);
        return;
    case OP_IMPOSE:
    case OP_LIFT:
        write_piece(out, "(%s)", vocab_tile[instruction->a]);
        return;
    case OP_RELEASE:
        write_piece(out, "(%s)", vocab_model[instruction->a]);
        return;
    case OP_TRIGGER:
        write_piece(out, "(%s)", vocab_trigger[instruction->a]);
        return;
    case OP_VP_COUNT:
        write_vp_count(out, rules, instruction);
        return;
    case OP_NATIVE:
        write_piece(out, "(%d)", instruction->index);
        return;
    case OP_OPTION:
    case OP_LIFT_CHOICE:
    case OP_REVEAL:
    case OP_COUNT:
        break;
    }
}

static void write_target(Writer *out, const char *before, int target)
{
    if (target == PROGRAM_END) {
        write_piece(out, "%send", before);
    } else {
        write_piece(out, "%s%d", before, target);
    }
}

static void write_program(Writer *out, const Rules *rules, Program program, const char *line_end)
{
    for (int i = 0; i < program.length; i++) {
        const Instruction *instruction = &rules->instruction[program.start + i];

        write_piece(out, "%d %s", i, vocab_op[instruction->op].name);
        write_arguments(out, rules, instruction);
        write_target(out, " > ", instruction->next);
        if (instruction->op == OP_WHEN || instruction->op == OP_OPTION) {
            write_target(out, instruction->op == OP_WHEN ? " else " : " or ", instruction->other);
        }
        write_piece(out, "%s", line_end);
    }
}

int rules_print_program(char *text, int size, const Rules *rules, FrameKind kind, int card)
{
    Writer out = writer_start(text, size);

    write_program(&out, rules, rules->program[kind][card], "\n");
    return out.length;
}

static void write_card(Writer *out, const Rules *rules, int index)
{
    const Card *card = &rules->card[index];
    Program trigger = rules->program[FRAME_TRIGGER][index];

    write_piece(out, "card %s side=%s era=%s ops=%d once=%d needs=%s event=[", card->id,
                vocab_side[card->side], vocab_era[card->era], card->ops, card->once,
                card->needs == SYSTEM_NONE ? "-" : vocab_system[card->needs]);
    write_program(out, rules, rules->program[FRAME_EVENT][index], "; ");
    write_piece(out, "]");
    if (trigger.length > 0) {
        write_piece(out, " trigger=[");
        write_program(out, rules, trigger, "; ");
        write_piece(out, "]");
    }
}

static void write_nation(Writer *out, const Nation *nation)
{
    write_piece(out, "nation %s x=%d y=%d weight=%d strictness=%d need=%s role=%s chain=%d",
                nation->id, nation->x, nation->y, nation->weight, nation->strictness,
                vocab_need[nation->need], vocab_role[nation->role], nation->chain);
}

static void write_scenario(Writer *out, const Scenario *scenario)
{
    write_piece(out, "scenario %s ", scenario->id);
    write_set(out, "systems", vocab_system, scenario->systems);
    write_piece(out, "rounds=%d headline=%d acts=%d hand=%d,%d ", scenario->rounds,
                scenario->headline, scenario->acts, scenario->hand[0], scenario->hand[1]);
    write_piece(out, "eras=%d,%d,%d full=%d extra_capital=%d,%d", scenario->era_round[ERA_EARLY],
                scenario->era_round[ERA_MID], scenario->era_round[ERA_LATE], scenario->full,
                scenario->extra_capital[BLOC_US], scenario->extra_capital[BLOC_CN]);
    for (int track = 0; track < TRACK_COUNT; track++) {
        const TrackInfo *info = &vocab_track[track];

        write_piece(out, " %s=", info->text);
        for (int i = 0; i < info->size; i++) {
            write_piece(out, "%s%d", i == 0 ? "" : ",", scenario->start[info->slot + i]);
        }
    }
}

static void write_parameter(Writer *out, const Rules *rules, int index)
{
    const ParamInfo *info = &vocab_param[index];

    write_piece(out, "param %s=", info->name);
    for (int i = 0; i < info->count; i++) {
        write_piece(out, "%s%d", i == 0 ? "" : ",", rules->param[info->slot + i]);
    }
}

static void write_item(Writer *out, const Rules *rules, Item kind, int index)
{
    switch (kind) {
    case ITEM_CARD:
        write_card(out, rules, index);
        return;
    case ITEM_NATION:
        write_nation(out, &rules->nation[index]);
        return;
    case ITEM_SCENARIO:
        write_scenario(out, &rules->scenario[index]);
        return;
    case ITEM_PARAMETERS:
        write_parameter(out, rules, index);
        return;
    case ITEM_COUNT:
        break;
    }
}

int rules_print_item(char *text, int size, const Rules *rules, Item kind, int index)
{
    Writer out = writer_start(text, size);

    assert(index >= 0 && index < rules_item_count(rules, kind));
    write_item(&out, rules, kind, index);
    return out.length;
}

int rules_item_count(const Rules *rules, Item kind)
{
    switch (kind) {
    case ITEM_CARD:
        return rules->card_count;
    case ITEM_NATION:
        return rules->nation_count;
    case ITEM_SCENARIO:
        return rules->scenario_count;
    case ITEM_PARAMETERS:
        return vocab_param_count;
    case ITEM_COUNT:
        break;
    }
    return 0;
}

const char *rules_item_id(const Rules *rules, Item kind, int index)
{
    assert(index >= 0 && index < rules_item_count(rules, kind));
    switch (kind) {
    case ITEM_CARD:
        return rules->card[index].id;
    case ITEM_NATION:
        return rules->nation[index].id;
    case ITEM_SCENARIO:
        return rules->scenario[index].id;
    case ITEM_PARAMETERS:
        return vocab_param[index].name;
    case ITEM_COUNT:
        break;
    }
    return "";
}

uint64_t rules_item_hash(const Rules *rules, Item kind, int index)
{
    Writer out = writer_start(NULL, 0);

    assert(index >= 0 && index < rules_item_count(rules, kind));
    write_item(&out, rules, kind, index);
    return out.hash;
}

static void keep_hash(Rules *rules, Item kind, int index, uint64_t hash)
{
    switch (kind) {
    case ITEM_CARD:
        rules->card[index].hash = hash;
        return;
    case ITEM_NATION:
        rules->nation[index].hash = hash;
        return;
    case ITEM_SCENARIO:
        rules->scenario[index].hash = hash;
        return;
    case ITEM_PARAMETERS: /* has no place of its own: rules_item_hash() computes it */
    case ITEM_COUNT:
        break;
    }
}

void rules_hash_items(Rules *rules)
{
    Writer out = writer_start(NULL, 0);

    for (int kind = 0; kind < ITEM_COUNT; kind++) {
        for (int i = 0; i < rules_item_count(rules, (Item)kind); i++) {
            out.hash = TPD_FNV_START;
            write_item(&out, rules, (Item)kind, i);
            keep_hash(rules, (Item)kind, i, out.hash);
            write_piece(&out, "\n");
        }
    }
    rules->hash = out.total;
}
