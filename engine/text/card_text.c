#include "text/card_text.h"

#include <assert.h>
#include <ctype.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/rules_limits.h"
#include "core/state.h"
#include "core/track.h"
#include "text/text.h"

/* ---- structure ---- */

/* A list: the instructions from `from` up to, not including, `to`. */
typedef struct Range {
    int from, to;
} Range;

/* A part of a list that makes a sentence or a phrase: an instruction with its lists, or gains of one
 * bloc. */
typedef struct Passage {
    const Instruction *head;
    int at, end; /* of the whole */
    Range first, second;
} Passage;

/* How much a list is, for a sentence to hold it. */
typedef enum Shape { SHAPE_LIGHT, SHAPE_HEAVY, SHAPE_NESTED } Shape;

static bool forks(const Instruction *instruction)
{
    return instruction->op == OP_WHEN || instruction->op == OP_OPTION;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Gains of one bloc that follow each other make one phrase. */
static int gains_end(const CardText *text, Range list, int at)
{
    const Instruction *head = &text->program[at];
    int end = at + 1;

    while (end < list.to && head->b != WHO_WORLD && text->program[end].op == OP_GAIN &&
           text->program[end].b == head->b) {
        end++;
    }
    return end;
}

/* The lists of a WHEN or OPTION: the last instruction of the first tells what follows both.  What
 * lies behind the list in which it stands is not its own. */
static Passage find_lists(const CardText *text, Range list, int at)
{
    const Instruction *head = &text->program[at];
    int second = least(head->other, list.to);
    int after = least(text->program[second - 1].next, list.to);

    return (Passage){.head = head,
                     .at = at,
                     .end = after > second ? after : second,
                     .first = {at + 1, second},
                     .second = {second, after > second ? after : second}};
}

static Passage passage_at(const CardText *text, Range list, int at)
{
    const Instruction *head = &text->program[at];

    if (forks(head)) {
        return find_lists(text, list, at);
    }
    Passage passage = {.head = head, .at = at, .end = at + 1};
    if (head->op == OP_GAIN) {
        passage.end = gains_end(text, list, at);
    }
    if (head->op == OP_REVEAL && at + 1 < list.to && text->program[at + 1].op == OP_GAIN &&
        text->program[at + 1].a == TRACK_PLATEAU) {
        passage.head = &text->program[at + 1]; /* to change the plateau is to reveal it */
        passage.end = at + 2;
    }
    return passage;
}

static Clause clause_of(const Passage *passage)
{
    int gains = passage->head->op == OP_GAIN && passage->head->b != WHO_WORLD;

    return (Clause){.item = passage->head, .count = gains ? passage->end - passage->at : 1};
}

static Shape list_shape(const CardText *text, Range list)
{
    Shape shape = SHAPE_LIGHT;

    for (int at = list.from; at < list.to;) {
        Passage passage = passage_at(text, list, at);
        Clause clause = clause_of(&passage);
        if (forks(passage.head) || passage.head->op == OP_TRIGGER) {
            return SHAPE_NESTED;
        }
        if (text->grammar->is_heavy(text, &clause) && (at > list.from || passage.end < list.to)) {
            shape = SHAPE_HEAVY;
        }
        at = passage.end;
    }
    return shape;
}

static void find_outermost(CardText *text)
{
    Range all = {0, text->length};

    memset(text->outermost, 0, sizeof text->outermost);
    for (int at = 0; at < all.to;) {
        Passage passage = passage_at(text, all, at);
        for (int i = at; i < passage.end; i++) {
            text->outermost[i] = i == at || !forks(passage.head);
        }
        at = passage.end;
    }
}

static bool same_gain(const Instruction *a, const Instruction *b)
{
    return a->op == OP_GAIN && b->op == OP_GAIN && a->a == b->a && a->b == b->b &&
           (a->n < 0) == (b->n < 0);
}

bool card_text_is_more(const CardText *text, const Instruction *gain)
{
    int at = (int)(gain - text->program);

    for (int i = 0; i < at && !text->outermost[at]; i++) {
        if (text->outermost[i] && same_gain(&text->program[i], gain)) {
            return true;
        }
    }
    return false;
}

bool card_text_is_own(const CardText *text, Tile tile)
{
    return (int)text->side == (int)tile_owner(tile);
}

/* Whether a gain repeats what the condition before it may have given already. */
static bool is_regardless(const CardText *text, const Passage *before, const Passage *passage)
{
    if (before->head == NULL || before->head->op != OP_WHEN) {
        return false;
    }
    for (int i = before->first.from; i < before->second.to; i++) {
        if (same_gain(&text->program[i], passage->head)) {
            return true;
        }
    }
    return false;
}

/* ---- telling ---- */

static bool ends_in_digit(const Prose *out)
{
    return out->length > 0 && isdigit((unsigned char)out->text[out->length - 1]) != 0;
}

static void write_joint(CardText *text, const Joints *joints, bool first, bool last)
{
    if (!first) {
        bool blank = last && joints->spaced && ends_in_digit(&text->out);
        prose_add(&text->out, blank ? " " : "");
        prose_add(&text->out, last ? joints->last : joints->next);
    }
}

static void tell_clause(CardText *text, const Passage *passage)
{
    Clause clause = clause_of(passage);

    text->grammar->clause(text, &clause);
}

/* Whether commands and phrases with a subject stand beside each other. */
static bool is_mixed(const CardText *text, Range list)
{
    int commands = 0;
    int phrases = 0;

    for (int at = list.from; at < list.to; phrases++) {
        Passage passage = passage_at(text, list, at);
        Clause clause = clause_of(&passage);
        commands += text->grammar->is_command(&clause);
        at = passage.end;
    }
    return commands > 0 && commands < phrases;
}

/* The phrases of a list that has no lists in it, in one sentence. */
static void tell_phrases(CardText *text, Range list)
{
    bool heavy = list_shape(text, list) == SHAPE_HEAVY;
    const Joints *joints = heavy ? &text->grammar->heavy_list : &text->grammar->list;

    text->names_you = is_mixed(text, list);
    for (int at = list.from; at < list.to;) {
        Passage passage = passage_at(text, list, at);
        write_joint(text, joints, at == list.from, passage.end == list.to);
        tell_clause(text, &passage);
        at = passage.end;
    }
    text->names_you = false;
}

/* Recursion goes as deep as lists stand in lists and groups in groups: a program has at most
 * PROGRAM_MAX instructions, a condition CONDITION_DEPTH_MAX groups. */
/* NOLINTBEGIN(misc-no-recursion) */

static void tell_sentences(CardText *text, Range list);

/* A condition or, where `holds` is not set, its contrary. */
typedef struct Claim {
    const Condition *tree;
    int at;
    bool holds;
} Claim;

static bool is_group(const Condition *node)
{
    return node->test == TEST_ALL || node->test == TEST_ANY || node->test == TEST_NONE;
}

/* A group of one member says no more than the member. */
static Claim simplified(Claim claim)
{
    const Condition *tree = claim.tree;

    while (is_group(&tree[claim.at]) && tree[claim.at + 1].end == tree[claim.at].end) {
        claim.holds = claim.holds != (tree[claim.at].test == TEST_NONE);
        claim.at++;
    }
    return claim;
}

/* A contrary is taken inside: the members of a group of which none may hold are denied. */
static Claim member_of(const Claim *group, int at)
{
    bool denied = group->tree[group->at].test == TEST_NONE;

    return simplified((Claim){.tree = group->tree, .at = at, .holds = group->holds != denied});
}

/* Whether all members of a group must hold: not (a or b) is not a and not b. */
static bool needs_all(const Claim *group)
{
    return group->holds == (group->tree[group->at].test != TEST_ANY);
}

/* The members of a group within a group are members of both where both want all, or any. */
static bool is_part(const Claim *member, const Claim *group)
{
    return is_group(&member->tree[member->at]) && needs_all(member) == needs_all(group);
}

static int count_members(const Claim *group)
{
    const Condition *tree = group->tree;
    int count = 0;

    for (int at = group->at + 1; at < tree[group->at].end; at = tree[at].end) {
        Claim member = member_of(group, at);
        count += is_part(&member, group) ? count_members(&member) : 1;
    }
    return count;
}

static void tell_claim(CardText *text, const Claim *claim, bool apart);

/* `index` counts the members of all groups that are told as one. */
static void tell_members(CardText *text, const Claim *group, int *index, int count)
{
    const Condition *tree = group->tree;
    bool all = needs_all(group);

    for (int at = group->at + 1; at < tree[group->at].end; at = tree[at].end) {
        Claim member = member_of(group, at);
        if (is_part(&member, group)) {
            tell_members(text, &member, index, count);
            continue;
        }
        write_joint(text, all ? &text->grammar->all_of : &text->grammar->any_of, *index == 0,
                    *index == count - 1);
        tell_claim(text, &member, true);
        (*index)++;
    }
}

/* `apart`: it stands beside others, so that a group needs brackets. */
static void tell_claim(CardText *text, const Claim *claim, bool apart)
{
    const Condition *node = &claim->tree[claim->at];
    int index = 0;

    if (!is_group(node)) {
        text->grammar->test(text, node, claim->holds);
        return;
    }
    prose_add(&text->out, apart ? text->grammar->group : "");
    tell_members(text, claim, &index, count_members(claim));
    prose_add(&text->out, apart ? text->grammar->group_end : "");
}

static void tell_condition(CardText *text, const Condition *tree)
{
    Claim whole = simplified((Claim){.tree = tree, .at = 0, .holds = true});

    tell_claim(text, &whole, false);
}

static void tell_block(CardText *text, Range list)
{
    prose_add(&text->out, text->grammar->block);
    tell_sentences(text, list);
    prose_add(&text->out, text->grammar->block_end);
}

/* What a condition, a die or a trigger leads to, with the comma before it. */
static void tell_outcome(CardText *text, Range list, const char *stop)
{
    if (list_shape(text, list) == SHAPE_NESTED) {
        tell_block(text, list);
        return;
    }
    prose_add(&text->out, text->grammar->comma);
    tell_phrases(text, list);
    prose_add(&text->out, stop);
}

static void tell_head(CardText *text, const Instruction *when)
{
    const Condition *tree = &text->rules->condition[when->index];
    const Grammar *grammar = text->grammar;

    if (tree->test != TEST_DIE) {
        prose_add(&text->out, grammar->when);
        tell_condition(text, tree);
        return;
    }
    const TextArgument number[] = {{.name = "n", .number = tree->n}, {.name = NULL}};
    char words[LABEL_TEXT_SIZE];
    text_format(words, sizeof words, tree->n == DIE_SIDES ? grammar->roll_most : grammar->roll,
                number);
    prose_add(&text->out, words);
}

static void tell_when(CardText *text, const Passage *passage)
{
    const Grammar *grammar = text->grammar;
    bool alone = passage->second.from == passage->second.to;
    Shape first = list_shape(text, passage->first);
    Shape second = list_shape(text, passage->second);
    bool short_both = !alone && first == SHAPE_LIGHT && second == SHAPE_LIGHT;

    tell_head(text, passage->head);
    tell_outcome(text, passage->first, short_both ? grammar->stop_else : grammar->stop);
    if (alone) {
        return;
    }
    prose_add(&text->out, short_both ? "" : grammar->gap);
    if (second == SHAPE_NESTED) {
        prose_add(&text->out, grammar->block_else);
        tell_block(text, passage->second);
        return;
    }
    prose_add(&text->out, grammar->otherwise);
    tell_phrases(text, passage->second);
    prose_add(&text->out, grammar->stop);
}

static void tell_option(CardText *text, const Passage *passage)
{
    const Grammar *grammar = text->grammar;

    if (list_shape(text, passage->first) != SHAPE_LIGHT ||
        list_shape(text, passage->second) != SHAPE_LIGHT) {
        prose_add(&text->out, grammar->option_block);
        tell_block(text, passage->first);
        prose_add(&text->out, grammar->or_block);
        tell_block(text, passage->second);
        return;
    }
    prose_add(&text->out, grammar->option);
    tell_phrases(text, passage->first);
    prose_add(&text->out, grammar->or_list);
    tell_phrases(text, passage->second);
    prose_add(&text->out, grammar->stop);
}

static Program program_of(const Rules *rules, FrameKind kind, int card)
{
    return rules->program[kind][card];
}

static void select_program(CardText *text, Program program)
{
    text->program = text->rules->instruction + program.start;
    text->length = program.length;
    find_outermost(text);
}

/* The list of a trigger is a program of its own. */
static void tell_trigger(CardText *text, const Instruction *head)
{
    CardText inner = *text;
    Program program = program_of(text->rules, FRAME_TRIGGER, text->card);

    prose_add(&inner.out, text->grammar->trigger[head->a]);
    select_program(&inner, program);
    tell_outcome(&inner, (Range){0, program.length}, text->grammar->stop);
    text->out = inner.out;
}

static void tell_passage(CardText *text, const Passage *before, const Passage *passage)
{
    if (passage->head->op == OP_WHEN) {
        tell_when(text, passage);
    } else if (passage->head->op == OP_OPTION) {
        tell_option(text, passage);
    } else if (passage->head->op == OP_TRIGGER) {
        tell_trigger(text, passage->head);
    } else {
        if (is_regardless(text, before, passage)) {
            prose_add(&text->out, text->grammar->regardless);
        }
        tell_clause(text, passage);
        prose_add(&text->out, text->grammar->stop);
    }
}

/* Phrases are written as they stand in the middle of a sentence. */
static void capitalise(CardText *text, int start)
{
    char *first = text->out.text + start;

    *first = (char)toupper((unsigned char)*first);
}

static void tell_sentences(CardText *text, Range list)
{
    Passage before = {.head = NULL};

    for (int at = list.from; at < list.to;) {
        Passage passage = passage_at(text, list, at);
        if (at > list.from) {
            prose_add(&text->out, text->grammar->gap);
        }
        int start = text->out.length;
        tell_passage(text, &before, &passage);
        capitalise(text, start);
        before = passage;
        at = passage.end;
    }
}

/* NOLINTEND(misc-no-recursion) */

/* ---- what others ask for ---- */

static const Grammar *const grammars[LANGUAGE_COUNT] = {&grammar_en, &grammar_zh};

static CardText begin(char *out, int size, const Voice *voice, const Rules *rules)
{
    return (CardText){.voice = voice,
                      .rules = rules,
                      .grammar = grammars[voice->language],
                      .side = SIDE_NEUTRAL,
                      .out = prose_start(out, size)};
}

static void select_card(CardText *text, FrameKind kind, int card)
{
    text->card = card;
    if (kind == FRAME_EVENT || kind == FRAME_TRIGGER) {
        text->side = (CardSide)text->rules->card[card].side;
    }
    select_program(text, program_of(text->rules, kind, card));
}

/* What a card does must not end in silence. */
static int finish(CardText *text)
{
    static const char mark[] = "…";
    Prose *out = &text->out;
    int end = out->size - (int)sizeof mark;

    if (out->full && end >= 0) {
        end = end < out->length ? end : out->length;
        while (end > 0 && ((unsigned char)out->text[end] & 0xc0) == 0x80) {
            end--;
        }
        memcpy(out->text + end, mark, sizeof mark);
        out->length = end + (int)sizeof mark - 1;
    }
    return out->length;
}

int text_card_event(char *out, int size, const Voice *voice, const Rules *rules, int card)
{
    CardText text = begin(out, size, voice, rules);

    select_card(&text, FRAME_EVENT, card);
    tell_sentences(&text, (Range){0, text.length});
    return finish(&text);
}

/* The passage that begins at an instruction, wherever it stands. */
static Passage find_passage(const CardText *text, int wanted)
{
    Range list = {0, text->length};

    for (int at = 0; at < list.to;) {
        Passage passage = passage_at(text, list, at);
        if (passage.at == wanted) {
            return passage;
        }
        if (wanted >= passage.end) {
            at = passage.end;
            continue;
        }
        list = wanted < passage.first.to ? passage.first : passage.second;
        at = list.from;
    }
    return (Passage){.head = NULL};
}

static Passage begin_pending(CardText *text, const State *state)
{
    const Frame *frame = &state->frame[state->frame_count - 1];

    select_card(text, (FrameKind)frame->kind, frame->card);
    return find_passage(text, frame->next);
}

int text_option(char out[CARD_TEXT_SIZE], const Voice *voice, const Rules *rules,
                const State *state, int option)
{
    CardText text = begin(out, CARD_TEXT_SIZE, voice, rules);
    Passage passage = begin_pending(&text, state);
    Range list = option == 0 ? passage.first : passage.second;

    if (list_shape(&text, list) == SHAPE_NESTED) {
        tell_sentences(&text, list);
        return finish(&text);
    }
    tell_phrases(&text, list);
    prose_add(&text.out, text.grammar->stop);
    capitalise(&text, 0);
    return finish(&text);
}

int text_question(char *out, int size, const Voice *voice, const Rules *rules, const State *state)
{
    CardText text = begin(out, size, voice, rules);

    if (state->frame_count == 0 || state->frame[state->frame_count - 1].kind == FRAME_OPS) {
        return 0;
    }
    const Frame *frame = &state->frame[state->frame_count - 1];
    Passage passage = begin_pending(&text, state);
    assert(passage.head != NULL);
    Instruction asked = *passage.head;
    if (asked.op == OP_CHOOSE) {
        asked.n = (int8_t)frame->left;
    }
    if (asked.op == OP_OPTION) {
        tell_option(&text, &passage);
    } else {
        text.grammar->clause(&text, &(Clause){.item = &asked, .count = 1});
        prose_add(&text.out, text.grammar->stop);
    }
    capitalise(&text, 0);
    return finish(&text);
}
