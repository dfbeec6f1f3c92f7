#include "ui/card_brief.h"

#include <stdbool.h>

#include "core/vocab.h"
#include "text/prose.h"
#include "text/text.h"
#include "ui/icon.h"
#include "ui/scene.h"
#include "ui/words.h"

typedef struct Brief {
    const Voice *voice;
    const Rules *rules;
    const Instruction *program;
    int card;
    Prose out;
} Brief;

typedef struct Range {
    int from, to;
} Range;

static void brief_list(Brief *brief, Range list);

static void add_icon(Brief *brief, Icon icon)
{
    char text[ICON_TEXT_SIZE];

    icon_text(text, icon);
    prose_add(&brief->out, text);
}

static void add_words(Brief *brief, const char *msgid, const TextArgument *words)
{
    char phrase[PHRASE_SIZE];

    text_format(phrase, sizeof phrase, say(brief->voice, msgid), words);
    prose_add(&brief->out, phrase);
}

static void add_say(Brief *brief, const char *msgid)
{
    prose_add(&brief->out, say(brief->voice, msgid));
}

/* Whose: the sides by their shapes, "you" by nothing. */
static void add_who(Brief *brief, Who who)
{
    switch (who) {
    case WHO_US:
        add_icon(brief, ICON_US);
        break;
    case WHO_CN:
        add_icon(brief, ICON_CN);
        break;
    case WHO_RIVAL:
        add_say(brief, C_("card, brief", "rival "));
        break;
    case WHO_YOU:
    case WHO_WORLD:
        break;
    }
}

/* ---- filters ---- */

static void add_needs(Brief *brief, const Filter *filter)
{
    for (int need = 0; need < NEED_COUNT; need++) {
        if ((filter->needs >> need & 1) != 0) {
            add_icon(brief, icon_of_need((Need)need));
        }
    }
}

/* Several as they are marked on the map. */
static void add_named(Brief *brief, const Filter *filter)
{
    char code[NATIONS_MAX][CODE_SIZE];
    bool first = true;
    bool several = (filter->named & (filter->named - 1)) != 0;

    scene_codes(code, brief->voice, brief->rules);
    for (int nation = 0; nation < brief->rules->nation_count; nation++) {
        if ((filter->named >> nation & 1) != 0) {
            prose_add(&brief->out, first ? "" : "/");
            prose_add(&brief->out,
                      several ? code[nation] : text_nation(brief->voice, brief->rules, nation));
            first = false;
        }
    }
}

static void add_side(Brief *brief, const Filter *filter)
{
    static const char *const side[] = {
        [SIDE_SET_OWN] = C_("card, brief", "own"),
        [SIDE_SET_ZERO] = C_("card, brief", "middle"),
        [SIDE_SET_RIVAL] = C_("card, brief", "rival"),
        [SIDE_SET_OWN | SIDE_SET_ZERO] = C_("card, brief", "own/middle"),
        [SIDE_SET_RIVAL | SIDE_SET_ZERO] = C_("card, brief", "rival/middle"),
        [SIDE_SET_OWN | SIDE_SET_RIVAL] = C_("card, brief", "either side"),
    };

    if (filter->side != SIDE_SET_ANY && filter->side != 0) {
        add_say(brief, side[filter->side]);
    }
}

static void add_filter(Brief *brief, const Filter *filter)
{
    add_named(brief, filter);
    add_needs(brief, filter);
    if (filter->has_role != 0) {
        add_say(brief, C_("card, brief", "with a role"));
    }
    if (filter->strict != 0) {
        add_say(brief, C_("card, brief", "strict"));
    }
    add_side(brief, filter);
    if (filter->near_zero != 0) {
        add_say(brief, C_("card, brief", " near middle"));
    }
    if (filter->y == Y_SET_OPEN) {
        add_icon(brief, ICON_OPEN);
    } else if (filter->y == Y_SET_CLOSED) {
        add_icon(brief, ICON_CLOSED);
    }
}

static void add_move(Brief *brief, Move move)
{
    prose_add(&brief->out, " → ");
    switch (move) {
    case MOVE_ALIGN:
        add_say(brief, C_("card, brief", "you"));
        break;
    case MOVE_OPEN:
        add_icon(brief, ICON_UP);
        break;
    case MOVE_CLOSE:
        add_icon(brief, ICON_DOWN);
        break;
    case MOVE_CORNER_OPEN:
        add_say(brief, C_("card, brief", "your "));
        add_icon(brief, ICON_OPEN);
        break;
    case MOVE_CORNER_CLOSED:
        add_say(brief, C_("card, brief", "your "));
        add_icon(brief, ICON_CLOSED);
        break;
    case MOVE_NEUTRAL:
        add_say(brief, C_("card, brief", "middle"));
        break;
    case MOVE_COUNT:
        break;
    }
}

/* ---- conditions ---- */

static void add_compared(Brief *brief, const Condition *node)
{
    const TextArgument words[] = {words_number("n", node->n), words_end};

    add_who(brief, (Who)node->who);
    add_icon(brief, icon_of_track((Track)node->a));
    if (node->test == TEST_MORE) {
        add_words(brief, C_("card, brief", " ahead"), words);
    } else {
        add_words(brief, node->test == TEST_AT_LEAST ? N_("≥{n}") : N_("≤{n}"), words);
    }
}

static void add_condition(Brief *brief, const Condition *node)
{
    switch ((Test)node->test) {
    case TEST_AT_LEAST:
    case TEST_AT_MOST:
    case TEST_MORE:
        add_compared(brief, node);
        break;
    case TEST_IN_FORCE:
    case TEST_NOT_IN_FORCE:
        prose_add(&brief->out, text_tile(brief->voice, (Tile)node->a));
        add_say(brief,
                node->test == TEST_IN_FORCE ? C_("card, brief", " on") : C_("card, brief", " off"));
        break;
    case TEST_DIE:
        add_icon(brief, ICON_DIE);
        prose_add_format(&brief->out, "≥%d", node->n);
        break;
    case TEST_ALL:
    case TEST_ANY:
    case TEST_NONE:
        add_say(brief, C_("card, brief", "a condition"));
        break;
    case TEST_COUNT:
        break;
    }
}

/* ---- instructions ---- */

static void add_gain(Brief *brief, const Instruction *gain)
{
    add_who(brief, (Who)gain->b);
    add_icon(brief, icon_of_track((Track)gain->a));
    prose_add_number(&brief->out, gain->n, true);
}

static void add_modify(Brief *brief, const Instruction *item)
{
    static const char *const modifier[MODIFIER_COUNT] = {
        [MODIFIER_INTEGRATE] = C_("card, brief", "Integrate costs "),
        [MODIFIER_SERVE] = C_("card, brief", "serves "),
        [MODIFIER_REVENUE] = C_("card, brief", "API earns "),
    };

    add_who(brief, (Who)item->b);
    add_say(brief, modifier[item->a]);
    prose_add_number(&brief->out, item->n, true);
    add_say(brief, item->index == DURATION_ROUND ? C_("card, brief", " (round)")
                                                 : C_("card, brief", " (game)"));
}

static void add_count(Brief *brief, const Instruction *item)
{
    const TextArgument words[] = {words_number("n", item->a), words_number("most", item->n),
                                  words_end};

    add_icon(brief, ICON_STAR);
    add_words(brief, C_("card, brief", "1 for {n} (at most {most}): "), words);
    add_filter(brief, &brief->rules->filter[item->index]);
}

static void add_release(Brief *brief, Model model)
{
    static const char *const words[MODEL_COUNT] = {C_("card, brief", "release API"),
                                                   C_("card, brief", "release open"),
                                                   C_("card, brief", "release conditional")};

    add_say(brief, words[model]);
}

static void add_tile(Brief *brief, const char *msgid, int tile)
{
    const TextArgument words[] = {words_text("control", text_tile(brief->voice, (Tile)tile)),
                                  words_end};

    add_words(brief, msgid, words);
}

static void add_cards(Brief *brief, const Instruction *item)
{
    const TextArgument words[] = {words_number("n", item->n), words_end};

    add_who(brief, (Who)item->b);
    add_words(brief,
              item->op == OP_DRAW ? C_("card, brief", "draw {n}")
                                  : C_("card, brief", "discard {n}"),
              words);
}

static void add_choose(Brief *brief, const Instruction *item)
{
    if (item->op == OP_CHOOSE) {
        prose_add_format(&brief->out, "%d× ", item->n);
    } else {
        add_say(brief, C_("card, brief", "each "));
    }
    add_filter(brief, &brief->rules->filter[item->index]);
    add_move(brief, (Move)item->a);
}

/* Lists lie in instructions, and instructions in lists. */
/* NOLINTBEGIN(misc-no-recursion) */

/* The list that waits, in parentheses. */
static void brief_trigger(Brief *brief)
{
    const Program *trigger = &brief->rules->program[FRAME_TRIGGER][brief->card];
    const Instruction *event = brief->program;

    brief->program = &brief->rules->instruction[trigger->start];
    prose_add(&brief->out, "(");
    brief_list(brief, (Range){0, trigger->length});
    prose_add(&brief->out, ")");
    brief->program = event;
}

static void add_instruction(Brief *brief, const Instruction *item)
{
    switch ((Op)item->op) {
    case OP_GAIN:
        add_gain(brief, item);
        break;
    case OP_CHOOSE:
    case OP_EACH:
        add_choose(brief, item);
        break;
    case OP_MODIFY:
        add_modify(brief, item);
        break;
    case OP_DRAW:
    case OP_DISCARD:
        add_cards(brief, item);
        break;
    case OP_IMPOSE:
        add_tile(brief, C_("card, brief", "impose {control}"), item->a);
        break;
    case OP_LIFT:
        add_tile(brief, C_("card, brief", "lift {control}"), item->a);
        break;
    case OP_LIFT_CHOICE:
        add_say(brief, C_("card, brief", "lift one of yours"));
        break;
    case OP_RELEASE:
        add_release(brief, (Model)item->a);
        break;
    case OP_VP_COUNT:
        add_count(brief, item);
        break;
    case OP_REVEAL:
        add_say(brief, C_("card, brief", "reveal the plateau"));
        break;
    case OP_TRIGGER:
        add_icon(brief, ICON_TRIGGER);
        add_say(brief, item->a == TRIGGER_RELEASE ? C_("card, brief", "rival opens: ")
                                                  : C_("card, brief", "rival imposes: "));
        brief_trigger(brief);
        break;
    case OP_WHEN:
    case OP_OPTION:
    case OP_NATIVE:
    case OP_COUNT:
        break;
    }
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* An instruction with two lists; returns where what follows them begins. */
static int brief_fork(Brief *brief, Range list, int at)
{
    const Instruction *head = &brief->program[at];
    int second = least(head->other, list.to);
    int after = least(brief->program[second - 1].next, list.to);

    if (head->op == OP_WHEN) {
        add_condition(brief, &brief->rules->condition[head->index]);
        add_say(brief, C_("card, brief", "? "));
    }
    brief_list(brief, (Range){at + 1, second});
    if (after > second) {
        add_say(brief,
                head->op == OP_WHEN ? C_("card, brief", ", else ") : C_("card, brief", " or "));
        brief_list(brief, (Range){second, after});
    }
    return after > second ? after : second;
}

static void brief_list(Brief *brief, Range list)
{
    for (int at = list.from; at < list.to;) {
        const Instruction *item = &brief->program[at];
        if (at > list.from) {
            add_say(brief, C_("card, brief", "; "));
        }
        if (item->op == OP_WHEN || item->op == OP_OPTION) {
            at = brief_fork(brief, list, at);
        } else {
            add_instruction(brief, item);
            at++;
        }
    }
}

/* NOLINTEND(misc-no-recursion) */

void card_brief(char out[CARD_BRIEF_SIZE], const Voice *voice, const Rules *rules, int card)
{
    const Program *program = &rules->program[FRAME_EVENT][card];
    Brief brief = {voice, rules, &rules->instruction[program->start], card,
                   prose_start(out, CARD_BRIEF_SIZE)};

    brief_list(&brief, (Range){0, program->length});
}
