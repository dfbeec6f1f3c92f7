#include <stddef.h>

#include "core/card_track.h"
#include "core/rules.h"
#include "core/rules_print.h"
#include "core/vocab.h"
#include "core/writer.h"

static void write_filter(Writer *out, const Rules *rules, const Filter *filter)
{
    static const char *const sides[] = {"own", "zero", "rival", NULL};
    static const char *const ys[] = {"closed", "zero", "open", NULL};

    writer_print(out, "{ ");
    if (filter->side != SIDE_SET_ANY) {
        writer_print_set(out, "side", sides, filter->side);
    }
    if (filter->y != Y_SET_ANY) {
        writer_print_set(out, "y", ys, filter->y);
    }
    if (filter->needs != 0) {
        writer_print_set(out, "need", vocab_need, filter->needs);
    }
    if (filter->has_role) {
        writer_print(out, "role ");
    }
    if (filter->strict != 0) {
        writer_print(out, "strictness=%d ", filter->strict);
    }
    if (filter->near_zero) {
        writer_print(out, "near_zero ");
    }
    if (filter->outside_rival_quadrant) {
        writer_print(out, "outside_rival_quadrant ");
    }
    for (int i = 0; i < rules->nation_count; i++) {
        if ((filter->named >> i & 1) != 0) {
            writer_print(out, "%s ", rules->nation[i].id);
        }
    }
    writer_print(out, "}");
}

static void write_comparison(Writer *out, const Condition *node)
{
    const CardTrack *row = card_track_find(node->a, node->open, node->who, TRACK_USE_TEST);

    writer_print(out, "%s(", vocab_condition[node->test].name);
    if (node->who != WHO_WORLD) {
        writer_print(out, "%s, ", vocab_who[node->who]);
    }
    writer_print(out, "%s", row->name);
    if (node->test != TEST_MORE) {
        writer_print(out, ", %d", node->n);
    }
    writer_print(out, ")");
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
        writer_print(out, "%s(%s)", vocab_condition[node->test].name, vocab_tile[node->a]);
        return;
    case TEST_DIE:
        writer_print(out, "die(%d)", node->n);
        return;
    case TEST_ALL:
    case TEST_ANY:
    case TEST_NONE:
        writer_print(out, "%s{", vocab_condition[node->test].name);
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
            writer_print(out, "}");
            depth--;
        }
        if (depth > 0) {
            writer_print(out, ", ");
        }
    }
}

static void write_choice(Writer *out, const Rules *rules, const Instruction *instruction)
{
    writer_print(out, "(");
    if (instruction->op == OP_CHOOSE) {
        writer_print(out, "%d, ", instruction->n);
    }
    write_filter(out, rules, &rules->filter[instruction->index]);
    writer_print(out, ", %s)", vocab_move[instruction->a]);
}

static void write_gain(Writer *out, const Instruction *instruction)
{
    const CardTrack *row = card_track_find(instruction->a, 0, instruction->b, TRACK_USE_GAIN);

    writer_print(out, "(");
    if (instruction->b != WHO_WORLD) {
        writer_print(out, "%s, ", vocab_who[instruction->b]);
    }
    writer_print(out, "%s, %d)", row->name, instruction->n);
}

static void write_vp_count(Writer *out, const Rules *rules, const Instruction *instruction)
{
    writer_print(out, "(");
    write_filter(out, rules, &rules->filter[instruction->index]);
    writer_print(out, ", %d, %d)", instruction->a, instruction->n);
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
        writer_print(out, "(");
        write_condition(out, &rules->condition[instruction->index]);
        writer_print(out, ")");
        return;
    case OP_MODIFY:
        writer_print(out, "(%s, %s, %d, %s)", vocab_modifier[instruction->a],
                     vocab_who[instruction->b], instruction->n, vocab_duration[instruction->index]);
        return;
    case OP_DRAW:
    case OP_DISCARD:
        writer_print(out, "(%s, %d)", vocab_who[instruction->b], instruction->n);
        return;
    case OP_IMPOSE:
    case OP_LIFT:
        writer_print(out, "(%s)", vocab_tile[instruction->a]);
        return;
    case OP_RELEASE:
        writer_print(out, "(%s)", vocab_model[instruction->a]);
        return;
    case OP_TRIGGER:
        writer_print(out, "(%s)", vocab_trigger[instruction->a]);
        return;
    case OP_VP_COUNT:
        write_vp_count(out, rules, instruction);
        return;
    case OP_NATIVE:
        writer_print(out, "(%d)", instruction->index);
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
        writer_print(out, "%send", before);
    } else {
        writer_print(out, "%s%d", before, target);
    }
}

void rules_write_program(Writer *out, const Rules *rules, Program program, const char *line_end)
{
    for (int i = 0; i < program.length; i++) {
        const Instruction *instruction = &rules->instruction[program.start + i];

        writer_print(out, "%d %s", i, vocab_op[instruction->op].name);
        write_arguments(out, rules, instruction);
        write_target(out, " > ", instruction->next);
        if (instruction->op == OP_WHEN || instruction->op == OP_OPTION) {
            write_target(out, instruction->op == OP_WHEN ? " else " : " or ", instruction->other);
        }
        writer_print(out, "%s", line_end);
    }
}

int rules_print_program(char *text, int size, const Rules *rules, FrameKind kind, int card)
{
    Writer out = writer_start(text, size);

    rules_write_program(&out, rules, rules->program[kind][card], "\n");
    return out.length;
}
