#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/card_track.h"
#include "core/rules.h"
#include "core/rules_limits.h"
#include "core/status.h"
#include "core/vocab.h"

/* What is being looked at, for the message. */
typedef struct Place {
    const Rules *rules;
    FrameKind kind;
    int card; /* index; meant only with kind EVENT and TRIGGER */
    int line; /* number of the instruction */
    Error *err;
} Place;

static Status item_fault(Error *err, const char *kind, const char *id, const char *text)
{
    return error_set(err, STATUS_PARSE, "%s '%.*s': %s", kind, ID_SIZE - 1, id, text);
}

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

/* A name as the state text and the actions print it: letters, digits and `-` only. */
static bool is_id(const char id[ID_SIZE])
{
    int length = 0;

    for (; length < ID_SIZE && id[length] != '\0'; length++) {
        char c = id[length];
        if (!(within(c, 'a', 'z') || within(c, 'A', 'Z') || within(c, '0', '9') || c == '-')) {
            return false;
        }
    }
    return length > 0 && length < ID_SIZE && strcmp(id, "-") != 0;
}

static bool is_text(const Rules *rules, const TextRef text[LANGUAGE_COUNT])
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        if (text[language] >= (TextRef)rules->text_size) {
            return false;
        }
    }
    return true;
}

/* ---- conditions ---- */

static bool is_group(const Condition *node)
{
    return node->test == TEST_ALL || node->test == TEST_ANY || node->test == TEST_NONE;
}

static const char *comparison_fault(const Condition *node)
{
    if (node->who > WHO_WORLD || node->open > 1 ||
        card_track_find(node->a, node->open, node->who, TRACK_USE_TEST) == NULL) {
        return "no card may test this track";
    }
    if (node->test == TEST_MORE && node->who == WHO_WORLD) {
        return "more() needs a bloc";
    }
    return within(node->n, -COMPARE_MAX, COMPARE_MAX) ? NULL : "the bound is out of range";
}

/* A node by itself; NULL if it is sound. */
static const char *node_fault(const Condition *node)
{
    if (node->reserved != 0) {
        return "a condition has a spare byte set";
    }
    switch ((Test)node->test) {
    case TEST_AT_LEAST:
    case TEST_AT_MOST:
    case TEST_MORE:
        return comparison_fault(node);
    case TEST_IN_FORCE:
    case TEST_NOT_IN_FORCE:
        return node->a < TILE_COUNT ? NULL : "there is no such control";
    case TEST_DIE:
        return within(node->n, 1, DIE_SIDES) ? NULL : "a die shows 1 to 6";
    case TEST_ALL:
    case TEST_ANY:
    case TEST_NONE:
        return NULL;
    case TEST_COUNT:
        break;
    }
    return "there is no such test";
}

/* The groups around a node of a prefix tree. */
typedef struct Groups {
    int depth;
    int end[CONDITION_DEPTH_MAX];
} Groups;

/* Whether node `i` of a tree of `size` nodes ends where it may, and then steps over or into it. */
static const char *place_fault(Groups *around, const Condition *node, int i, int size)
{
    int most = around->depth > 0 ? around->end[around->depth - 1] : size;

    if (node->test == TEST_DIE && size > 1) {
        return "a die stands alone";
    }
    if (node->end > most || (is_group(node) ? node->end <= i + 1 : node->end != i + 1)) {
        return "the condition is not a tree";
    }
    if (is_group(node)) {
        if (around->depth == CONDITION_DEPTH_MAX) {
            return "the condition has too many groups within groups";
        }
        around->end[around->depth++] = node->end;
    }
    while (around->depth > 0 && around->end[around->depth - 1] == i + 1) {
        around->depth--;
    }
    return NULL;
}

/* The prefix tree at `first`: every subtree ends inside its parent, groups are not empty. */
static const char *condition_fault(const Rules *rules, int first)
{
    Groups around = {.depth = 0};

    if (first >= rules->condition_count) {
        return "there is no such condition";
    }
    const Condition *tree = &rules->condition[first];
    int size = tree->end;
    if (!within(size, 1, CONDITION_NODES_MAX) || first + size > rules->condition_count) {
        return "the condition does not end";
    }
    for (int i = 0; i < size; i++) {
        const char *fault = node_fault(&tree[i]);
        fault = fault != NULL ? fault : place_fault(&around, &tree[i], i, size);
        if (fault != NULL) {
            return fault;
        }
    }
    return NULL;
}

/* ---- instructions ---- */

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
        return condition_fault(rules, instruction->index);
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

static Status verify_programs(const Rules *rules, Error *err)
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

/* ---- items ---- */

static const char *card_fault(const Rules *rules, const Card *card)
{
    if (!is_id(card->id) || rules_find_card(rules, card->id) != card - rules->card) {
        return "not an id, or the id of another card";
    }
    if (card->side > SIDE_NEUTRAL || card->era >= ERA_COUNT) {
        return "there is no such side or era";
    }
    if (!within(card->ops, 1, CARD_OPS_MAX) || card->once > 1 || card->needs > SYSTEM_NONE) {
        return "ops, once or needs is out of range";
    }
    return is_text(rules, card->title) && is_text(rules, card->concept) ? NULL : "no such text";
}

static Status verify_cards(const Rules *rules, Error *err)
{
    for (int i = 0; i < rules->card_count; i++) {
        const char *fault = card_fault(rules, &rules->card[i]);
        if (fault != NULL) {
            return item_fault(err, "card", rules->card[i].id, fault);
        }
        Status status = verify_card_programs(rules, i, err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

static const char *nation_fault(const Rules *rules, const Nation *nation)
{
    if (!is_id(nation->id) || rules_find_nation(rules, nation->id) != nation - rules->nation) {
        return "not an id, or the id of another nation";
    }
    if (!within(nation->x, -GRID_EDGE, GRID_EDGE) || !within(nation->y, -GRID_EDGE, GRID_EDGE)) {
        return "stands outside the grid";
    }
    if (!within(nation->weight, 1, WEIGHT_MAX) || nation->strictness > STRICTNESS_MAX) {
        return "weight or strictness is out of range";
    }
    if (nation->need >= NEED_COUNT || nation->role >= ROLE_COUNT || nation->chain > 1) {
        return "need, role or chain is out of range";
    }
    return is_text(rules, nation->name) && is_text(rules, nation->neutral) ? NULL : "no such text";
}

static Status verify_nations(const Rules *rules, Error *err)
{
    for (int i = 0; i < rules->nation_count; i++) {
        const char *fault = nation_fault(rules, &rules->nation[i]);
        if (fault != NULL) {
            return item_fault(err, "nation", rules->nation[i].id, fault);
        }
    }
    return STATUS_OK;
}

static bool start_fits(const Scenario *scenario, const TrackInfo *info)
{
    for (int i = info->slot; i < info->slot + info->size; i++) {
        if (!within(scenario->start[i], info->least, info->most)) {
            return false;
        }
    }
    return true;
}

static const char *start_fault(const Rules *rules, const Scenario *scenario)
{
    for (int track = 0; track < TRACK_COUNT; track++) {
        if (!start_fits(scenario, &vocab_track[track])) {
            return "a start value is out of its track's range";
        }
    }
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        if (scenario->start[SLOT_CONTROL + tile] > rules->param[PARAM_RIPE_STAGE]) {
            return "a control starts later than in its last stage";
        }
    }
    int risk = scenario->start[SLOT_RISK];
    if (risk == vocab_track[TRACK_RISK].most) {
        return "the game is lost before it begins: Risk stands at its end";
    }
    if (risk != 0 && (scenario->systems >> SYSTEM_RISK & 1) == 0) {
        return "Risk stays 0 where its system is off";
    }
    return scenario->start[SLOT_KNOWN] == 0 ? NULL : "the plateau is never known at the start";
}

/* Somebody must have something to decide. */
static bool deals_at_once(const Rules *rules, const Scenario *scenario)
{
    for (int i = 0; i < rules->card_count; i++) {
        const Card *card = &rules->card[i];
        if (scenario->era_round[card->era] == 1 &&
            (card->needs == SYSTEM_NONE || (scenario->systems >> card->needs & 1) != 0)) {
            return true;
        }
    }
    return false;
}

static const char *scenario_fault(const Rules *rules, const Scenario *scenario)
{
    if (!is_id(scenario->id) ||
        rules_find_scenario(rules, scenario->id) != scenario - rules->scenario) {
        return "not an id, or the id of another scenario";
    }
    if (scenario->systems >= 1 << SYSTEM_COUNT || scenario->headline > 1 || scenario->full > 1) {
        return "systems, headline or full is out of range";
    }
    if (!within(scenario->rounds, 1, ROUNDS_MAX) || !within(scenario->acts, 1, ACTS_MAX)) {
        return "rounds or acts is out of range";
    }
    if (!within(scenario->hand[0], 1, HAND_SIZE_MAX) ||
        !within(scenario->hand[1], 1, HAND_SIZE_MAX)) {
        return "the hand size is out of range";
    }
    for (int era = 0; era < ERA_COUNT; era++) {
        if (scenario->era_round[era] > scenario->rounds) {
            return "an era's cards come after the last round";
        }
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        if (!within(scenario->extra_capital[bloc], 0, EXTRA_CAPITAL_MAX)) {
            return "the extra capital is out of range";
        }
    }
    if (!deals_at_once(rules, scenario)) {
        return "no card is in play in round 1";
    }
    if (!is_text(rules, scenario->title) || !is_text(rules, scenario->summary)) {
        return "no such text";
    }
    return start_fault(rules, scenario);
}

static Status verify_scenarios(const Rules *rules, Error *err)
{
    for (int i = 0; i < rules->scenario_count; i++) {
        const char *fault = scenario_fault(rules, &rules->scenario[i]);
        if (fault != NULL) {
            return item_fault(err, "scenario", rules->scenario[i].id, fault);
        }
    }
    return STATUS_OK;
}

static const char *parameter_fault(const Rules *rules, const ParamInfo *info)
{
    for (int i = info->slot; i < info->slot + info->count; i++) {
        if (!within(rules->param[i], info->least, info->most)) {
            return "out of range";
        }
    }
    return is_text(rules, rules->param_meaning[info->slot]) ? NULL : "no such text";
}

static Status verify_parameters(const Rules *rules, Error *err)
{
    for (int i = 0; i < vocab_param_count; i++) {
        const char *fault = parameter_fault(rules, &vocab_param[i]);
        if (fault != NULL) {
            return item_fault(err, "parameter", vocab_param[i].name, fault);
        }
    }
    return STATUS_OK;
}

static Status verify_counts(const Rules *rules, Error *err)
{
    if (!within(rules->card_count, 1, CARDS_MAX) || !within(rules->nation_count, 1, NATIONS_MAX) ||
        !within(rules->scenario_count, 1, SCENARIOS_MAX)) {
        return error_set(err, STATUS_PARSE,
                         "expected 1 to %d cards, 1 to %d nations and 1 to %d scenarios, got %d, "
                         "%d and %d",
                         CARDS_MAX, NATIONS_MAX, SCENARIOS_MAX, rules->card_count,
                         rules->nation_count, rules->scenario_count);
    }
    if (!within(rules->instruction_count, 0, INSTRUCTIONS_MAX) ||
        !within(rules->condition_count, 0, CONDITIONS_MAX) ||
        !within(rules->filter_count, 0, FILTERS_MAX) || !within(rules->text_size, 1, TEXT_MAX)) {
        return error_set(err, STATUS_PARSE, "a table is fuller than it can be");
    }
    if (rules->text[0] != '\0' || rules->text[rules->text_size - 1] != '\0') {
        return error_set(err, STATUS_PARSE, "a text does not end");
    }
    return STATUS_OK;
}

Status rules_verify(const Rules *rules, Error *err)
{
    static Status (*const parts[])(const Rules *rules, Error *err) = {
        verify_counts, verify_parameters, verify_nations,   verify_filters,
        verify_cards,  verify_programs,   verify_scenarios,
    };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        Status status = parts[i](rules, err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}
