/* Cards in English, as they would be printed: "China loses 1 Datacentre", "Choose 2 nations on your
 * side: each moves 1 step toward open models".  What the owner does itself is an imperative. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/track.h"
#include "core/vocab.h"
#include "text/card_text.h"
#include "text/prose.h"
#include "text/text.h"

/* ---- words ---- */

/* A thing that is counted has "fewer" and a plural, an amount has neither, a level "is" so much. */
typedef enum NounKind { NOUN_COUNT, NOUN_AMOUNT, NOUN_LEVEL } NounKind;

typedef struct Noun {
    const char *one, *many;
    NounKind kind;
} Noun;

static Noun noun_of(int track)
{
    static const Noun noun[TRACK_COUNT] = {
        [TRACK_VP] = {"VP", "VP", NOUN_AMOUNT},
        [TRACK_POOL] = {"VP", "VP", NOUN_AMOUNT},
        [TRACK_DATACENTRES] = {"Datacentre", "Datacentres", NOUN_COUNT},
        [TRACK_SILICON] = {"Silicon", "Silicon", NOUN_LEVEL},
        [TRACK_EFFICIENCY] = {"Efficiency", "Efficiency", NOUN_LEVEL},
        [TRACK_INDUSTRY] = {"Industry", "Industry", NOUN_LEVEL},
        [TRACK_TRUST] = {"Trust", "Trust", NOUN_LEVEL},
        [TRACK_FRONTIER] = {"Frontier", "Frontier", NOUN_LEVEL},
        [TRACK_COMPUTE] = {"compute", "compute", NOUN_AMOUNT},
        [TRACK_CAPITAL] = {"capital", "capital", NOUN_AMOUNT},
        [TRACK_PRICE] = {"Price", "Price", NOUN_LEVEL},
        [TRACK_RISK] = {"Risk", "Risk", NOUN_LEVEL},
        [TRACK_BIFURCATION] = {"Bifurcation", "Bifurcation", NOUN_LEVEL},
        [TRACK_VALUATION] = {"Valuation", "Valuation", NOUN_LEVEL},
    };

    return noun[track];
}

static const char *subject_of(int who)
{
    static const char *const word[] = {"the US", "China", "you", "your rival"};

    return word[who];
}

static const char *whose(int who)
{
    static const char *const word[] = {"US ", "China's ", "your ", "your rival's ", ""};

    return word[who];
}

/* The other bloc, which has the same thing. */
static const char *others(int who)
{
    static const char *const word[] = {"China's", "that of the US", "your rival's", "yours"};

    return word[who];
}

static const char *other(int who)
{
    static const char *const word[] = {"China", "the US", "your rival", "you"};

    return word[who];
}

/* "draw" for you, "draws" for others. */
static const char *ending(int who)
{
    return who == WHO_YOU ? "" : "s";
}

static void write_subject_always(CardText *text, int who)
{
    prose_add_format(&text->out, "%s ", subject_of(who));
}

/* Who does it; if it is you the sentence is a command, unless others stand beside it. */
static void write_subject(CardText *text, int who)
{
    if (who != WHO_YOU || text->names_you) {
        write_subject_always(text, who);
    }
}

static const char *plural(int n)
{
    return n == 1 ? "" : "s";
}

/* "", " and " or ", " before part `index` of `count`. */
static void write_joint(CardText *text, int index, int count, const char *last)
{
    if (index > 0) {
        prose_add(&text->out, index == count - 1 ? last : ", ");
    }
}

/* "Compute, Price or Industry": the labels whose bits are set. */
static void write_needs(CardText *text, unsigned needs)
{
    int count = 0;
    int index = 0;

    for (int need = 0; need < NEED_COUNT; need++) {
        count += (needs >> need & 1) != 0;
    }
    for (int need = 0; need < NEED_COUNT; need++) {
        if ((needs >> need & 1) != 0) {
            write_joint(text, index++, count, " or ");
            prose_add(&text->out, text_need(text->voice, (Need)need));
        }
    }
}

static int count_named(const Filter *filter)
{
    int count = 0;

    for (uint32_t rest = filter->named; rest != 0; rest &= rest - 1) {
        count++;
    }
    return count;
}

static void write_nations(CardText *text, const Filter *filter)
{
    int count = count_named(filter);
    int index = 0;

    for (int nation = 0; nation < text->rules->nation_count; nation++) {
        if ((filter->named >> nation & 1) != 0) {
            write_joint(text, index++, count, " and ");
            prose_add(&text->out, text_nation(text->voice, text->rules, nation));
        }
    }
}

/* ---- filters ---- */

/* A filter in parts of speech.  `place` parts stand behind the noun as they are, `with` parts after
 * "with", `is` parts need a verb to be, and the others are verbs themselves. */
typedef struct FilterWords {
    bool named;       /* nations by name take no adjective and no place behind them */
    bool non_aligned; /* the adjective */
    const char *place[4];
    int place_count;
    const char *is;   /* where it stands, if it must be a clause */
    const char *uses; /* whose models it uses */
    bool role;
    int strict;
    unsigned needs;
} FilterWords;

static void add_place(FilterWords *words, const char *place)
{
    if (place != NULL) {
        words->place[words->place_count++] = place;
    }
}

/* A nation on a side and off the line between open and closed uses a stack of that side. */
static const char *stack_used(const Filter *filter)
{
    bool rival = filter->side == SIDE_SET_RIVAL;

    if (filter->side != SIDE_SET_OWN && !rival) {
        return NULL;
    }
    if (filter->y == Y_SET_CLOSED) {
        return rival ? "your rival's closed stack" : "your closed stack";
    }
    if (filter->y == Y_SET_OPEN) {
        return rival ? "your rival's open stack" : "your open stack";
    }
    if (filter->y == (Y_SET_CLOSED | Y_SET_OPEN)) {
        return rival ? "a stack of your rival" : "one of your stacks";
    }
    return NULL;
}

static void find_side(FilterWords *words, const Filter *filter)
{
    static const char *const place[SIDE_SET_ANY + 1] = {
        [SIDE_SET_OWN] = "on your side",
        [SIDE_SET_RIVAL] = "on your rival's side",
        [SIDE_SET_OWN | SIDE_SET_RIVAL] = "on either side",
    };
    static const char *const is[SIDE_SET_ANY + 1] = {
        [SIDE_SET_OWN | SIDE_SET_ZERO] = "non-aligned or on your side",
        [SIDE_SET_ZERO | SIDE_SET_RIVAL] = "non-aligned or on your rival's side",
    };

    words->non_aligned = filter->side == SIDE_SET_ZERO;
    words->is = is[filter->side];
    add_place(words, place[filter->side]);
}

static void find_row(FilterWords *words, const Filter *filter)
{
    static const char *const row[Y_SET_ANY + 1] = {
        [Y_SET_CLOSED] = "in the closed half",
        [Y_SET_ZERO] = "on the line between open and closed",
        [Y_SET_OPEN] = "in the open half",
        [Y_SET_CLOSED | Y_SET_ZERO] = "outside the open half",
        [Y_SET_ZERO | Y_SET_OPEN] = "outside the closed half",
        [Y_SET_CLOSED | Y_SET_OPEN] = "off the line between open and closed",
    };

    add_place(words, row[filter->y]);
}

static FilterWords filter_words(const Filter *filter)
{
    FilterWords words = {
        .named = filter->named != 0,
        .role = filter->has_role,
        .strict = filter->strict,
        .needs = filter->needs,
    };

    words.uses = stack_used(filter);
    if (words.uses == NULL) {
        find_side(&words, filter);
    }
    add_place(&words, filter->near_zero ? "next to the neutral line" : NULL);
    if (words.uses == NULL) {
        find_row(&words, filter);
    }
    add_place(&words, filter->outside_rival_quadrant ? "outside your rival's quadrants" : NULL);
    return words;
}

static void write_places(CardText *text, const FilterWords *words)
{
    for (int i = 0; i < words->place_count; i++) {
        write_joint(text, i, words->place_count, " and ");
        prose_add(&text->out, words->place[i]);
    }
}

/* "a role and strictness 2 or more" */
static void write_marks(CardText *text, const FilterWords *words)
{
    if (words->role) {
        prose_add(&text->out, "a role");
    }
    if (words->strict > 0) {
        prose_add_format(&text->out, "%sstrictness %d or more", words->role ? " and " : "",
                         words->strict);
    }
}

/* "non-aligned or on your side"; of named nations also the places. */
static void write_being(CardText *text, const FilterWords *words)
{
    const char *base = words->non_aligned ? "non-aligned" : words->is;

    prose_add(&text->out, base == NULL ? "" : base);
    if (words->named && words->place_count > 0) {
        prose_add(&text->out, base == NULL ? "" : " and ");
        write_places(text, words);
    }
}

/* The parts of "that uses …, has …, needs … and is …". */
typedef enum Part { PART_USES, PART_HAS, PART_NEEDS, PART_IS, PART_COUNT } Part;

static void write_part(CardText *text, const FilterWords *words, Part part, bool many)
{
    const char *s = many ? "" : "s";

    switch (part) {
    case PART_USES:
        prose_add_format(&text->out, "use%s %s", s, words->uses);
        return;
    case PART_HAS:
        prose_add(&text->out, many ? "have " : "has ");
        write_marks(text, words);
        return;
    case PART_NEEDS:
        prose_add_format(&text->out, "need%s ", s);
        write_needs(text, words->needs);
        return;
    case PART_IS:
        prose_add(&text->out, many ? "are " : "is ");
        write_being(text, words);
        return;
    case PART_COUNT:
        break;
    }
}

/* The clause behind the noun, with these parts of it; nothing where there are none. */
static void write_that(CardText *text, const FilterWords *words, const bool has[PART_COUNT],
                       bool many)
{
    int count = 0;
    int index = 0;

    for (int part = 0; part < PART_COUNT; part++) {
        count += has[part];
    }
    for (int part = 0; part < PART_COUNT; part++) {
        if (has[part]) {
            prose_add(&text->out, index == 0 ? " that " : "");
            write_joint(text, index++, count, " and ");
            write_part(text, words, (Part)part, many);
        }
    }
}

/* "Japan, Korea and Taiwan that need Compute" */
static void write_named(CardText *text, const Filter *filter, bool many)
{
    FilterWords words = filter_words(filter);
    bool has[PART_COUNT] = {words.uses != NULL, words.role || words.strict > 0, words.needs != 0,
                            words.non_aligned || words.is != NULL || words.place_count > 0};

    write_nations(text, filter);
    write_that(text, &words, has, many);
}

/* Whether the filter does more than to name nations. */
static bool is_plain_list(const Filter *filter)
{
    return filter->side == SIDE_SET_ANY && filter->y == Y_SET_ANY && filter->needs == 0 &&
           filter->has_role == 0 && filter->strict == 0 && filter->near_zero == 0 &&
           filter->outside_rival_quadrant == 0;
}

/* "nations on your side that need Price": everything but how many. */
static void write_unnamed(CardText *text, const Filter *filter, bool many)
{
    FilterWords words = filter_words(filter);
    bool marked = words.role || words.strict > 0;
    bool has[PART_COUNT] = {words.uses != NULL, false, words.needs != 0, words.is != NULL};

    prose_add_format(&text->out, "%snation%s", words.non_aligned ? "non-aligned " : "",
                     many ? "s" : "");
    if (words.place_count > 0) {
        prose_add(&text->out, " ");
        write_places(text, &words);
    }
    has[PART_HAS] = marked && (has[PART_USES] || has[PART_NEEDS] || has[PART_IS]);
    if (marked && !has[PART_HAS]) {
        prose_add(&text->out, " with ");
        write_marks(text, &words);
    }
    write_that(text, &words, has, many);
}

static void write_noun(CardText *text, const Filter *filter, bool many)
{
    if (filter->named != 0) {
        prose_add(&text->out, "of ");
        write_named(text, filter, many);
    } else {
        write_unnamed(text, filter, many);
    }
}

/* ---- instructions ---- */

static const Filter *filter_of(const CardText *text, const Instruction *instruction)
{
    return &text->rules->filter[instruction->index];
}

/* How a nation moves, after "moves". */
static const char *way_of(int move)
{
    static const char *const way[MOVE_COUNT] = {
        [MOVE_ALIGN] = "1 step toward your side",
        [MOVE_OPEN] = "1 step toward open models",
        [MOVE_CLOSE] = "1 step toward closed models",
        [MOVE_CORNER_OPEN] = "1 corner step toward your open stack",
        [MOVE_CORNER_CLOSED] = "1 corner step toward your closed stack",
        [MOVE_NEUTRAL] = "1 step toward the neutral line",
    };

    return way[move];
}

static void choose(CardText *text, const Instruction *instruction)
{
    const Filter *filter = filter_of(text, instruction);
    bool one = count_named(filter) == 1 && is_plain_list(filter);
    bool many = instruction->n > 1 && !one; /* no nation is chosen twice */

    write_subject(text, WHO_YOU);
    prose_add(&text->out, "choose ");
    if (one) {
        write_nations(text, filter);
    } else {
        prose_add_format(&text->out, "%d ", instruction->n);
        write_noun(text, filter, many);
    }
    prose_add_format(&text->out, ": %s moves %s", many ? "each" : "it", way_of(instruction->a));
}

static void each(CardText *text, const Instruction *instruction)
{
    const Filter *filter = filter_of(text, instruction);
    const char *way = way_of(instruction->a);

    if (filter->named == 0 || !is_plain_list(filter)) {
        prose_add(&text->out, "each ");
        write_noun(text, filter, false);
        prose_add_format(&text->out, " moves %s", way);
    } else if (count_named(filter) == 1) {
        write_subject(text, WHO_YOU);
        prose_add(&text->out, "move ");
        write_nations(text, filter);
        prose_add_format(&text->out, " %s", way);
    } else {
        write_nations(text, filter);
        prose_add_format(&text->out, " each move %s", way);
    }
}

static void world_gain(CardText *text, const Instruction *gain)
{
    int amount = gain->n < 0 ? -gain->n : gain->n;
    const char *more = card_text_is_more(text, gain) ? " more" : "";

    if (gain->a == TRACK_PLATEAU) {
        write_subject(text, WHO_YOU);
        prose_add_format(&text->out, "reveal the plateau tile and %s it by %d",
                         gain->n < 0 ? "lower" : "raise", amount);
        return;
    }
    prose_add_format(&text->out, "%s %s by %d%s", noun_of(gain->a).one,
                     gain->n < 0 ? "falls" : "rises", amount, more);
}

/* "gains 1 Silicon and 2 capital", "gains 1 Frontier and loses 2 capital" */
static void gains(CardText *text, const Clause *clause)
{
    const Instruction *gain = clause->item;

    if (gain->b == WHO_WORLD) {
        world_gain(text, gain);
        return;
    }
    write_subject(text, gain->b);
    for (int i = 0; i < clause->count; i++, gain++) {
        int amount = gain->n < 0 ? -gain->n : gain->n;
        Noun noun = noun_of(gain->a);
        write_joint(text, i, clause->count, " and ");
        if (i == 0 || (gain->n < 0) != (gain[-1].n < 0)) {
            prose_add_format(&text->out, "%s%s ", gain->n < 0 ? "lose" : "gain", ending(gain->b));
        }
        prose_add_format(&text->out, "%d %s%s", amount,
                         card_text_is_more(text, gain) ? "more " : "",
                         amount == 1 ? noun.one : noun.many);
    }
}

static void modify(CardText *text, const Instruction *modify)
{
    int amount = modify->n < 0 ? -modify->n : modify->n;
    const char *time = modify->index == DURATION_ROUND ? "this round" : "for the rest of the game";

    switch ((Modifier)modify->a) {
    case MODIFIER_INTEGRATE:
        prose_add_format(&text->out, "Integrate costs %s %d compute %s %s", subject_of(modify->b),
                         amount, modify->n < 0 ? "less" : "more", time);
        return;
    case MODIFIER_SERVE:
    case MODIFIER_REVENUE:
        prose_add_format(&text->out, "%s%s is %d %s %s", whose(modify->b),
                         modify->a == MODIFIER_SERVE ? "serving capacity" : "API revenue", amount,
                         modify->n < 0 ? "lower" : "higher", time);
        return;
    case MODIFIER_COUNT:
        break;
    }
}

static void cards(CardText *text, const Instruction *instruction)
{
    bool draw = instruction->op == OP_DRAW;

    write_subject(text, instruction->b);
    prose_add_format(&text->out, "%s%s %d card%s%s", draw ? "draw" : "discard",
                     ending(instruction->b), instruction->n, plural(instruction->n),
                     draw ? "" : " at random");
}

static void control(CardText *text, const Instruction *instruction)
{
    const char *tile = text_tile(text->voice, (Tile)instruction->a);
    bool impose = instruction->op == OP_IMPOSE;
    int who = card_text_is_own(text, (Tile)instruction->a)  ? WHO_YOU
              : tile_owner((Tile)instruction->a) == BLOC_US ? WHO_US
                                                            : WHO_CN;

    write_subject(text, who);
    prose_add_format(&text->out, "%s%s %s%s", impose ? "impose" : "lift", ending(who), tile,
                     impose ? " for free" : "");
}

static void release(CardText *text, const Instruction *instruction)
{
    static const char *const words[MODEL_COUNT] = {
        [MODEL_API] = "release an API",
        [MODEL_OPEN] = "release open weights under a permissive licence",
        [MODEL_CONDITIONAL] = "release open weights under a conditional licence",
    };

    write_subject(text, WHO_YOU);
    prose_add(&text->out, words[instruction->a]);
}

static void vp_count(CardText *text, const Instruction *instruction)
{
    int divisor = instruction->a;

    write_subject(text, WHO_YOU);
    prose_add(&text->out, "gain 1 VP for ");
    if (divisor == 1) {
        prose_add(&text->out, "each ");
    } else {
        prose_add_format(&text->out, "every %d ", divisor);
    }
    write_noun(text, filter_of(text, instruction), divisor > 1);
    prose_add_format(&text->out, ", at most %d VP", instruction->n);
}

static void clause_en(CardText *text, const Clause *clause)
{
    const Instruction *item = clause->item;

    switch ((Op)item->op) {
    case OP_GAIN:
        gains(text, clause);
        return;
    case OP_CHOOSE:
        choose(text, item);
        return;
    case OP_EACH:
        each(text, item);
        return;
    case OP_MODIFY:
        modify(text, item);
        return;
    case OP_DRAW:
    case OP_DISCARD:
        cards(text, item);
        return;
    case OP_IMPOSE:
    case OP_LIFT:
        control(text, item);
        return;
    case OP_LIFT_CHOICE:
        write_subject(text, WHO_YOU);
        prose_add(&text->out, "lift 1 of your controls in force");
        return;
    case OP_RELEASE:
        release(text, item);
        return;
    case OP_VP_COUNT:
        vp_count(text, item);
        return;
    case OP_REVEAL:
        write_subject(text, WHO_YOU);
        prose_add(&text->out, "reveal the plateau tile");
        return;
    case OP_NATIVE:
        prose_add(&text->out, "run a native event");
        return;
    case OP_WHEN:
    case OP_OPTION:
    case OP_TRIGGER:
    case OP_COUNT:
        break;
    }
}

static bool is_command_en(const Clause *clause)
{
    const Instruction *item = clause->item;

    switch ((Op)item->op) {
    case OP_GAIN:
        return item->b == WHO_YOU || item->a == TRACK_PLATEAU;
    case OP_DRAW:
    case OP_DISCARD:
        return item->b == WHO_YOU;
    case OP_CHOOSE:
    case OP_IMPOSE:
    case OP_LIFT:
    case OP_LIFT_CHOICE:
    case OP_RELEASE:
    case OP_VP_COUNT:
    case OP_REVEAL:
        return true;
    case OP_EACH:
    case OP_WHEN:
    case OP_OPTION:
    case OP_MODIFY:
    case OP_TRIGGER:
    case OP_NATIVE:
    case OP_COUNT:
        break;
    }
    return false;
}

static bool is_heavy_en(const CardText *text, const Clause *clause)
{
    Op op = (Op)clause->item->op;

    (void)text;
    return op == OP_CHOOSE || op == OP_EACH || op == OP_VP_COUNT ||
           (op == OP_GAIN && clause->count > 1);
}

/* ---- conditions ---- */

static const char *model_of(const Condition *node)
{
    return node->open ? "open model" : "closed model";
}

/* "at least ", "fewer than " */
static const char *bound_words(const Condition *node, bool holds, NounKind kind)
{
    if (holds) {
        return node->test == TEST_AT_LEAST ? "at least" : "at most";
    }
    if (kind == NOUN_LEVEL) {
        return node->test == TEST_AT_LEAST ? "below" : "above";
    }
    if (node->test == TEST_AT_MOST) {
        return "more than";
    }
    return kind == NOUN_COUNT ? "fewer than" : "less than";
}

static void compare(CardText *text, const Condition *node, bool holds)
{
    Noun noun = noun_of(node->a);
    bool counted = noun.kind != NOUN_LEVEL && node->a != TRACK_QUALITY;

    if (counted) {
        write_subject_always(text, node->who);
        prose_add(&text->out, node->who == WHO_YOU ? "have " : "has ");
    } else if (node->a == TRACK_QUALITY) {
        prose_add_format(&text->out, "the quality of %s%s%s is ", node->who == WHO_US ? "the " : "",
                         whose(node->who), model_of(node));
    } else {
        prose_add_format(&text->out, "%s%s is ", whose(node->who), noun.one);
    }
    prose_add_format(&text->out, "%s ", bound_words(node, holds, counted ? noun.kind : NOUN_LEVEL));
    prose_add_number(&text->out, node->n, false);
    if (counted) {
        prose_add_format(&text->out, " %s", noun.many);
    }
}

static void more(CardText *text, const Condition *node, bool holds)
{
    Noun noun = noun_of(node->a);

    if (node->a == TRACK_QUALITY || noun.kind == NOUN_LEVEL) {
        bool model = node->a == TRACK_QUALITY;
        prose_add_format(&text->out, "%s%s is %s%s than %s", whose(node->who),
                         model ? model_of(node) : noun.one, holds ? "" : "not ",
                         model ? "better" : "higher", others(node->who));
        return;
    }
    write_subject_always(text, node->who);
    if (holds) {
        prose_add(&text->out, node->who == WHO_YOU ? "have" : "has");
    } else {
        prose_add(&text->out, node->who == WHO_YOU ? "do not have" : "does not have");
    }
    prose_add_format(&text->out, " more %s than %s", noun.many, other(node->who));
}

static void test_en(CardText *text, const Condition *node, bool holds)
{
    switch ((Test)node->test) {
    case TEST_AT_LEAST:
    case TEST_AT_MOST:
        compare(text, node, holds);
        return;
    case TEST_MORE:
        more(text, node, holds);
        return;
    case TEST_IN_FORCE:
    case TEST_NOT_IN_FORCE:
        prose_add_format(&text->out, "%s is %sin force", text_tile(text->voice, (Tile)node->a),
                         holds == (node->test == TEST_IN_FORCE) ? "" : "not ");
        return;
    case TEST_DIE: /* the walker rolls it */
    case TEST_ALL:
    case TEST_ANY:
    case TEST_NONE:
    case TEST_COUNT:
        break;
    }
}

const Grammar grammar_en = {
    .clause = clause_en,
    .is_command = is_command_en,
    .is_heavy = is_heavy_en,
    .test = test_en,
    .stop = ".",
    .gap = " ",
    .regardless = "in any case, ",
    .when = "if ",
    .roll = "roll a die: on {n} or more",
    .roll_most = "roll a die: on a {n}",
    .comma = ", ",
    .stop_else = ". ",
    .otherwise = "Otherwise, ",
    .block_else = "Otherwise",
    .option = "choose one: ",
    .or_list = "; or ",
    .option_block = "choose one",
    .or_block = " or",
    .trigger = {[TRIGGER_RELEASE] = "for the rest of the game, whenever your rival makes an open "
                                    "release",
                [TRIGGER_CONTROL] = "for the rest of the game, whenever your rival imposes a "
                                    "control"},
    .block = ": [",
    .block_end = "]",
    .list = {.last = " and ", .next = ", "},
    .heavy_list = {.last = "; and ", .next = "; "},
    .all_of = {.last = " and ", .next = ", "},
    .any_of = {.last = " or ", .next = ", "},
    .group = "(",
    .group_end = ")",
};
