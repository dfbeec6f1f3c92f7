/* The verifier refuses whatever could make the kernel leave its tables or never end; what it accepts
 * is derived, printed and hashed. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rules.h"
#include "core/rules_limits.h"
#include "support/shipped.h"
#include "test.h"

enum { TEXT_SIZE = 4096 };

/* The shipped rules, to be changed; the caller frees them. */
static Rules *shipped_copy(void)
{
    Rules *rules = malloc(sizeof *rules);

    assert_non_null(rules);
    memcpy(rules, shipped_rules(), sizeof *rules);
    return rules;
}

/* The rules are refused, the message says `what`, and they are freed. */
static void expect_refused(Rules *rules, const char *what)
{
    Error err = {0};

    assert_int_not_equal(rules_verify(rules, &err), STATUS_OK);
    if (strstr(err.text, what) == NULL) {
        fail_msg("expected '%s' in '%s'", what, err.text);
    }
    assert_int_not_equal(rules_prepare(rules, NULL), STATUS_OK);
    free(rules);
}

static void expect_accepted(Rules *rules)
{
    Error err = {0};

    if (rules_verify(rules, &err) != STATUS_OK) {
        fail_msg("refused: %s", err.text);
    }
    free(rules);
}

static Instruction *line_of(Rules *rules, const char *card, FrameKind kind, int line)
{
    Program program = rules->program[kind][rules_find_card(rules, card)];

    assert_in_range(line, 0, program.length - 1);
    return &rules->instruction[program.start + line];
}

static Card *card_of(Rules *rules, const char *id)
{
    return &rules->card[rules_find_card(rules, id)];
}

/* ---- programs ---- */

TEST(the_shipped_rules_are_accepted)
{
    expect_accepted(shipped_copy());
}

TEST(a_program_that_goes_back_is_refused)
{
    Rules *rules = shipped_copy();
    line_of(rules, "E03", FRAME_EVENT, 1)->next = 0;
    expect_refused(rules, "card 'E03': event: instruction 1: what follows");
}

TEST(an_instruction_that_follows_itself_is_refused)
{
    Rules *rules = shipped_copy();
    line_of(rules, "E03", FRAME_EVENT, 2)->next = 2;
    expect_refused(rules, "card 'E03': event: instruction 2: what follows");
}

TEST(a_program_that_runs_out_of_its_end_is_refused)
{
    Rules *rules = shipped_copy();
    line_of(rules, "E03", FRAME_EVENT, 2)->next = 3;
    expect_refused(rules, "card 'E03': event: instruction 2: what follows");
}

TEST(a_second_list_that_lies_back_is_refused)
{
    Rules *rules = shipped_copy();
    line_of(rules, "E05", FRAME_EVENT, 0)->other = 0;
    expect_refused(rules, "card 'E05': event: instruction 0: the second list");
}

TEST(an_instruction_without_a_second_list_has_no_place_for_one)
{
    Rules *rules = shipped_copy();
    line_of(rules, "E01", FRAME_EVENT, 0)->other = 1;
    expect_refused(rules, "card 'E01'");
}

TEST(an_unknown_op_is_refused)
{
    Rules *rules = shipped_copy();
    line_of(rules, "L22", FRAME_EVENT, 4)->op = OP_COUNT;
    expect_refused(rules, "card 'L22': event: instruction 4: there is no such instruction");
}

TEST(an_empty_event_is_refused)
{
    Rules *rules = shipped_copy();
    rules->program[FRAME_EVENT][0].length = 0;
    expect_refused(rules, "card 'E01': event: instruction 0: an event needs");
}

TEST(a_program_outside_the_table_is_refused)
{
    Rules *rules = shipped_copy();
    rules->program[FRAME_EVENT][0].start = (uint16_t)rules->instruction_count;
    expect_refused(rules, "the program is too long");
}

TEST(a_program_of_201_instructions_is_refused)
{
    Rules *rules = shipped_copy();
    rules->instruction_count = PROGRAM_MAX + 1 + rules->instruction_count;
    rules->program[FRAME_EVENT][0].length = PROGRAM_MAX + 1;
    expect_refused(rules, "the program is too long");
}

TEST(a_program_that_nothing_could_start_is_refused)
{
    Rules *rules = shipped_copy();
    rules->program[FRAME_EVENT][rules->card_count] = (Program){.start = 0, .length = 1};
    expect_refused(rules, "a program belongs to no card");

    rules = shipped_copy();
    rules->program[FRAME_HEARTS][2] = (Program){.start = 0, .length = 1};
    expect_refused(rules, "a program belongs to no card");
}

TEST(hearts_contract_and_hedging_are_one_choice_each)
{
    Rules *rules = shipped_copy();
    rules->instruction[rules->program[FRAME_HEARTS][1].start].op = OP_EACH;
    expect_refused(rules, "built-in program");

    rules = shipped_copy();
    rules->program[FRAME_HEDGING][0].length = 0;
    expect_refused(rules, "built-in program");

    rules = shipped_copy();
    rules->instruction[rules->program[FRAME_HEARTS][0].start].n = 2;
    expect_refused(rules, "built-in program");
}

TEST(a_card_may_change_only_what_cards_may_change)
{
    static const struct {
        uint8_t track, who;
        int8_t n;
    } wrong[] = {
        {TRACK_QUALITY, WHO_YOU, 1},   {TRACK_LICENCE, WHO_YOU, 1}, {TRACK_CONTROL, WHO_YOU, 1},
        {TRACK_KNOWN, WHO_WORLD, 1},   {TRACK_VP, WHO_YOU, 1},      {TRACK_POOL, WHO_WORLD, 1},
        {TRACK_PRICE, WHO_YOU, 1},     {TRACK_COUNT, WHO_WORLD, 1}, {TRACK_TRUST, WHO_WORLD + 1, 1},
        {TRACK_TRUST, WHO_YOU, 0},     {TRACK_TRUST, WHO_YOU, 31},  {TRACK_TRUST, WHO_YOU, -31},
        {TRACK_PRICE, WHO_WORLD, -128}};

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        Rules *rules = shipped_copy();
        Instruction *gain = line_of(rules, "E01", FRAME_EVENT, 0);
        gain->a = wrong[i].track;
        gain->b = wrong[i].who;
        gain->n = wrong[i].n;
        expect_refused(rules, "card 'E01': event: instruction 0");
    }
}

/* Puts one instruction in the place of E01's only one. */
static Rules *with_instruction(Instruction instruction)
{
    Rules *rules = shipped_copy();
    Instruction *place = line_of(rules, "E01", FRAME_EVENT, 0);

    *place = instruction;
    place->next = PROGRAM_END;
    return rules;
}

TEST(arguments_out_of_range_are_refused)
{
    const Instruction wrong[] = {
        {.op = OP_CHOOSE, .n = 0},
        {.op = OP_CHOOSE, .n = NATIONS_MAX + 1},
        {.op = OP_CHOOSE, .n = 1, .a = MOVE_COUNT},
        {.op = OP_EACH, .index = FILTERS_MAX},
        {.op = OP_EACH, .a = MOVE_COUNT},
        {.op = OP_MODIFY, .a = MODIFIER_COUNT, .n = 1},
        {.op = OP_MODIFY, .b = WHO_WORLD, .n = 1},
        {.op = OP_MODIFY, .n = 1, .index = 2},
        {.op = OP_MODIFY, .n = MODIFY_MAX + 1},
        {.op = OP_MODIFY, .n = 0},
        {.op = OP_DRAW, .n = 0},
        {.op = OP_DRAW, .n = DRAW_MAX + 1},
        {.op = OP_DISCARD, .b = WHO_WORLD, .n = 1},
        {.op = OP_IMPOSE, .a = TILE_COUNT},
        {.op = OP_LIFT, .a = TILE_COUNT},
        {.op = OP_RELEASE, .a = MODEL_COUNT},
        {.op = OP_VP_COUNT, .a = 0, .n = 1},
        {.op = OP_VP_COUNT, .a = 1, .n = 0},
        {.op = OP_VP_COUNT, .a = 1, .n = VP_COUNT_MAX + 1},
        {.op = OP_VP_COUNT, .a = 1, .n = 1, .index = FILTERS_MAX},
        {.op = OP_NATIVE, .index = 0},
    };

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        expect_refused(with_instruction(wrong[i]), "card 'E01': event: instruction 0");
    }
}

TEST(a_native_event_needs_its_function)
{
    static const NativeEvent native[1];
    Rules *rules = with_instruction((Instruction){.op = OP_NATIVE, .index = 0});
    rules->native = native;
    rules->native_count = 1;
    expect_accepted(rules);

    rules = with_instruction((Instruction){.op = OP_NATIVE, .index = 1});
    rules->native = native;
    rules->native_count = 1;
    expect_refused(rules, "there is no such native event");
}

/* ---- triggers ---- */

/* E25's trigger list, its second line replaced. */
static Rules *with_trigger_line(Instruction instruction)
{
    Rules *rules = shipped_copy();
    Instruction *place = line_of(rules, "E25", FRAME_TRIGGER, 1);

    *place = instruction;
    place->next = PROGRAM_END;
    return rules;
}

TEST(a_trigger_may_not_set_off_another)
{
    expect_refused(with_trigger_line((Instruction){.op = OP_IMPOSE, .a = TILE_DATA}),
                   "card 'E25': trigger: instruction 1: a trigger may not impose or release");
    expect_refused(with_trigger_line((Instruction){.op = OP_RELEASE, .a = MODEL_OPEN}),
                   "card 'E25': trigger: instruction 1: a trigger may not impose or release");
    expect_refused(with_trigger_line((Instruction){.op = OP_TRIGGER}),
                   "card 'E25': trigger: instruction 1: a trigger stands only in an event");
}

TEST(a_trigger_may_lift)
{
    expect_accepted(with_trigger_line((Instruction){.op = OP_LIFT, .a = TILE_DATA}));
    expect_accepted(with_trigger_line((Instruction){.op = OP_LIFT_CHOICE}));
}

TEST(a_trigger_runs_no_native_event)
{
    static const NativeEvent native[1];
    Rules *rules = with_trigger_line((Instruction){.op = OP_NATIVE});
    rules->native = native;
    rules->native_count = 1;
    expect_refused(rules, "card 'E25': trigger: instruction 1");
}

TEST(a_trigger_and_its_list_come_together)
{
    Rules *rules = shipped_copy();
    rules->program[FRAME_TRIGGER][rules_find_card(rules, "E25")].length = 0;
    expect_refused(rules, "the trigger has no list");

    rules = shipped_copy();
    rules->program[FRAME_TRIGGER][0] = rules->program[FRAME_TRIGGER][rules_find_card(rules, "E25")];
    expect_refused(rules, "nothing sets this trigger");
}

TEST(a_card_has_at_most_one_trigger)
{
    Rules *rules = shipped_copy();
    Instruction *second = line_of(rules, "E25", FRAME_EVENT, 1);
    *second = (Instruction){.op = OP_TRIGGER, .next = PROGRAM_END, .a = TRIGGER_CONTROL};
    expect_refused(rules, "at most one trigger");
}

/* ---- conditions ---- */

/* E08's condition replaced by this tree. */
static Rules *with_condition(const Condition *tree, int size)
{
    Rules *rules = shipped_copy();
    Instruction *when = line_of(rules, "E08", FRAME_EVENT, 0);

    assert_int_equal(when->op, OP_WHEN);
    when->index = (uint16_t)rules->condition_count;
    memcpy(rules->condition + rules->condition_count, tree, (size_t)size * sizeof tree[0]);
    rules->condition_count += size;
    return rules;
}

TEST(a_condition_may_test_only_what_cards_may_test)
{
    static const Condition wrong[] = {
        {.test = TEST_AT_LEAST, .a = TRACK_PLATEAU, .who = WHO_WORLD, .end = 1},
        {.test = TEST_AT_LEAST, .a = TRACK_KNOWN, .who = WHO_WORLD, .end = 1},
        {.test = TEST_AT_LEAST, .a = TRACK_POOL, .who = WHO_YOU, .end = 1},
        {.test = TEST_AT_LEAST, .a = TRACK_PRICE, .who = WHO_YOU, .end = 1},
        {.test = TEST_AT_LEAST, .a = TRACK_TRUST, .who = WHO_WORLD, .end = 1},
        {.test = TEST_AT_LEAST, .a = TRACK_TRUST, .who = WHO_YOU, .open = 1, .end = 1},
        {.test = TEST_AT_LEAST, .a = TRACK_TRUST, .who = WHO_WORLD + 1, .end = 1},
        {.test = TEST_AT_MOST, .a = TRACK_COUNT, .who = WHO_YOU, .end = 1},
        {.test = TEST_AT_MOST, .a = TRACK_TRUST, .who = WHO_YOU, .n = 10000, .end = 1},
        {.test = TEST_MORE, .a = TRACK_PRICE, .who = WHO_WORLD, .end = 1},
        {.test = TEST_IN_FORCE, .a = TILE_COUNT, .end = 1},
        {.test = TEST_NOT_IN_FORCE, .a = TILE_COUNT, .end = 1},
        {.test = TEST_DIE, .n = 0, .end = 1},
        {.test = TEST_DIE, .n = 7, .end = 1},
        {.test = TEST_COUNT, .end = 1},
        {.test = TEST_IN_FORCE, .end = 1, .reserved = 1},
    };

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        expect_refused(with_condition(&wrong[i], 1), "card 'E08': event: instruction 0");
    }
}

#define LEAF(end_)                           \
    {                                        \
        .test = TEST_IN_FORCE, .end = (end_) \
    }

TEST(a_condition_is_a_tree)
{
    static const Condition sound[] = {{.test = TEST_ALL, .end = 5},
                                      {.test = TEST_NONE, .end = 4},
                                      LEAF(3),
                                      LEAF(4),
                                      LEAF(5)};
    static const Condition empty_group[] = {{.test = TEST_ALL, .end = 1}};
    static const Condition beyond_parent[] = {{.test = TEST_ALL, .end = 4},
                                              {.test = TEST_ANY, .end = 3},
                                              LEAF(3),
                                              LEAF(5)};
    static const Condition group_too_long[] = {{.test = TEST_ALL, .end = 3},
                                               {.test = TEST_ANY, .end = 4},
                                               LEAF(3),
                                               LEAF(4)};
    static const Condition leaf_too_long[] = {{.test = TEST_IN_FORCE, .end = 2}, LEAF(2)};
    static const Condition without_end[] = {{.test = TEST_IN_FORCE, .end = 0}};
    static const Condition die_in_group[] = {{.test = TEST_NONE, .end = 2},
                                             {.test = TEST_DIE, .n = 5, .end = 2}};

    expect_accepted(with_condition(sound, 5));
    expect_refused(with_condition(empty_group, 1), "not a tree");
    expect_refused(with_condition(beyond_parent, 4), "not a tree");
    expect_refused(with_condition(group_too_long, 4), "not a tree");
    expect_refused(with_condition(leaf_too_long, 2), "not a tree");
    expect_refused(with_condition(without_end, 1), "does not end");
    expect_refused(with_condition(die_in_group, 2), "a die stands alone");
}

TEST(a_condition_ends_inside_its_table)
{
    static const Condition group[] = {{.test = TEST_ALL, .end = 2}, LEAF(2)};
    Rules *rules = with_condition(group, 2);
    rules->condition_count--;
    expect_refused(rules, "does not end");

    rules = shipped_copy();
    line_of(rules, "E08", FRAME_EVENT, 0)->index = CONDITIONS_MAX;
    expect_refused(rules, "there is no such condition");
}

TEST(groups_are_at_most_four_deep)
{
    Condition tree[CONDITION_DEPTH_MAX + 2] = {{0}};

    for (int depth = CONDITION_DEPTH_MAX; depth <= CONDITION_DEPTH_MAX + 1; depth++) {
        for (int i = 0; i <= depth; i++) {
            tree[i] = (Condition){.test = i < depth ? TEST_ANY : TEST_IN_FORCE,
                                  .end = (uint8_t)(depth + 1)};
        }
        if (depth == CONDITION_DEPTH_MAX) {
            expect_accepted(with_condition(tree, depth + 1));
        } else {
            expect_refused(with_condition(tree, depth + 1), "too many groups");
        }
    }
}

TEST(a_condition_has_at_most_32_nodes)
{
    Condition tree[CONDITION_NODES_MAX + 1];

    for (int i = 0; i <= CONDITION_NODES_MAX; i++) {
        tree[i] = (Condition){.test = TEST_IN_FORCE, .end = (uint8_t)(i + 1)};
    }
    tree[0] = (Condition){.test = TEST_ANY, .end = CONDITION_NODES_MAX};
    expect_accepted(with_condition(tree, CONDITION_NODES_MAX));
    tree[0].end = CONDITION_NODES_MAX + 1;
    expect_refused(with_condition(tree, CONDITION_NODES_MAX + 1), "does not end");
}

/* ---- filters ---- */

TEST(a_filter_out_of_range_is_refused)
{
    static const Filter wrong[] = {
        {.side = 0, .y = Y_SET_ANY},
        {.side = 8, .y = Y_SET_ANY},
        {.side = SIDE_SET_ANY, .y = 0},
        {.side = SIDE_SET_ANY, .y = 8},
        {.side = SIDE_SET_ANY, .y = Y_SET_ANY, .needs = 1 << NEED_COUNT},
        {.side = SIDE_SET_ANY, .y = Y_SET_ANY, .has_role = 2},
        {.side = SIDE_SET_ANY, .y = Y_SET_ANY, .strict = STRICTNESS_MAX + 1},
        {.side = SIDE_SET_ANY, .y = Y_SET_ANY, .near_zero = 2},
        {.side = SIDE_SET_ANY, .y = Y_SET_ANY, .outside_rival_quadrant = 2},
        {.side = SIDE_SET_ANY, .y = Y_SET_ANY, .reserved = 1},
        {.side = SIDE_SET_ANY, .y = Y_SET_ANY, .named = UINT32_C(1) << 16},
    };

    assert_int_equal(shipped_rules()->nation_count, 16);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        Rules *rules = shipped_copy();
        assert_true(rules_add_filter(rules, &wrong[i]) >= 0);
        expect_refused(rules, "filter");
    }
}

TEST(equal_filters_are_shared)
{
    Rules *rules = malloc(sizeof *rules);
    const Filter filter = {.side = SIDE_SET_OWN, .y = Y_SET_ANY};

    assert_non_null(rules);
    rules_init(rules);
    int first = rules_add_filter(rules, &filter);
    assert_int_equal(rules_add_filter(rules, &filter), first);
    for (int i = 1; rules->filter_count < FILTERS_MAX; i++) {
        rules_add_filter(rules, &(Filter){.named = (uint32_t)i});
    }
    assert_int_equal(rules_add_filter(rules, &filter), first);
    assert_int_equal(rules_add_filter(rules, &(Filter){.reserved = 1}), -1);
    free(rules);
}

/* ---- items ---- */

static void set_id(char id[ID_SIZE], const char *text)
{
    snprintf(id, ID_SIZE, "%s", text);
}

TEST(ids_are_letters_digits_and_hyphens)
{
    static const char *const wrong[] = {"", "E 1", "E,1", "E+1", "E:1", "-", "\xc3\xa9"};

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        Rules *rules = shipped_copy();
        set_id(rules->card[3].id, wrong[i]);
        expect_refused(rules, "not an id");
    }
    Rules *rules = shipped_copy();
    memset(rules->nation[2].id, 'x', ID_SIZE);
    expect_refused(rules, "not an id");
}

TEST(two_items_of_one_kind_have_two_ids)
{
    Rules *rules = shipped_copy();
    set_id(rules->card[3].id, "E01");
    expect_refused(rules, "card 'E01'");

    rules = shipped_copy();
    set_id(rules->nation[9].id, rules->nation[8].id);
    expect_refused(rules, "nation 'Gulf-States'");

    rules = shipped_copy();
    set_id(rules->scenario[1].id, rules->scenario[0].id);
    expect_refused(rules, "scenario");
}

TEST(a_card_out_of_range_is_refused)
{
    Rules *rules = shipped_copy();
    card_of(rules, "E02")->ops = 0;
    expect_refused(rules, "card 'E02'");

    rules = shipped_copy();
    card_of(rules, "E02")->ops = CARD_OPS_MAX + 1;
    expect_refused(rules, "card 'E02'");

    rules = shipped_copy();
    card_of(rules, "E02")->side = SIDE_NEUTRAL + 1;
    expect_refused(rules, "card 'E02'");

    rules = shipped_copy();
    card_of(rules, "E02")->era = ERA_COUNT;
    expect_refused(rules, "card 'E02'");

    rules = shipped_copy();
    card_of(rules, "E02")->needs = SYSTEM_NONE + 1;
    expect_refused(rules, "card 'E02'");

    rules = shipped_copy();
    card_of(rules, "E02")->title[LANGUAGE_ZH] = (TextRef)rules->text_size;
    expect_refused(rules, "card 'E02': no such text");
}

TEST(a_nation_out_of_range_is_refused)
{
    Rules *rules = shipped_copy();
    rules->nation[0].x = GRID_EDGE + 1;
    expect_refused(rules, "nation 'Britain': stands outside the grid");

    rules = shipped_copy();
    rules->nation[0].y = -GRID_EDGE - 1;
    expect_refused(rules, "nation 'Britain': stands outside the grid");

    rules = shipped_copy();
    rules->nation[0].weight = 0;
    expect_refused(rules, "nation 'Britain'");

    rules = shipped_copy();
    rules->nation[0].strictness = STRICTNESS_MAX + 1;
    expect_refused(rules, "nation 'Britain'");

    rules = shipped_copy();
    rules->nation[0].need = NEED_COUNT;
    expect_refused(rules, "nation 'Britain'");

    rules = shipped_copy();
    rules->nation[0].role = ROLE_COUNT;
    expect_refused(rules, "nation 'Britain'");
}

static Scenario *full_of(Rules *rules)
{
    return &rules->scenario[rules_find_scenario(rules, "full")];
}

TEST(a_scenario_out_of_range_is_refused)
{
    Rules *rules = shipped_copy();
    full_of(rules)->rounds = ROUNDS_MAX + 1;
    expect_refused(rules, "scenario 'full': rounds or acts");

    rules = shipped_copy();
    full_of(rules)->acts = 0;
    expect_refused(rules, "scenario 'full': rounds or acts");

    rules = shipped_copy();
    full_of(rules)->hand[1] = HAND_SIZE_MAX + 1;
    expect_refused(rules, "scenario 'full': the hand size");

    rules = shipped_copy();
    full_of(rules)->era_round[ERA_LATE] = 9;
    expect_refused(rules, "scenario 'full': an era's cards");

    rules = shipped_copy();
    full_of(rules)->systems = 1 << SYSTEM_COUNT;
    expect_refused(rules, "scenario 'full': systems");

    rules = shipped_copy();
    full_of(rules)->extra_capital[BLOC_CN] = -1;
    expect_refused(rules, "scenario 'full': the extra capital");

    rules = shipped_copy();
    full_of(rules)->era_round[ERA_EARLY] = 2;
    expect_refused(rules, "scenario 'full': no card is in play in round 1");
}

TEST(a_start_out_of_its_track_is_refused)
{
    Rules *rules = shipped_copy();
    full_of(rules)->start[SLOT_QUALITY + STACK_CO] = 11;
    expect_refused(rules, "scenario 'full': a start value");

    rules = shipped_copy();
    full_of(rules)->start[SLOT_RISK] = 10;
    expect_refused(rules, "scenario 'full': the game is lost");

    rules = shipped_copy();
    rules->scenario[rules_find_scenario(rules, "lesson-1")].start[SLOT_RISK] = 1;
    expect_refused(rules, "scenario 'lesson-1': Risk stays 0");

    rules = shipped_copy();
    rules->param[PARAM_RIPE_STAGE] = 1;
    expect_refused(rules, "scenario 'lesson-3': a control starts later");

    rules = shipped_copy();
    full_of(rules)->start[SLOT_KNOWN] = 1;
    expect_refused(rules, "scenario 'full': the plateau");
}

TEST(a_start_value_of_no_track_is_refused)
{
    Rules *rules = shipped_copy();
    rules->scenario[0].start[TRACK_SLOTS - 1] = 1;
    expect_refused(rules, "a start value belongs to no track");
}

TEST(a_lab_that_starts_beyond_a_hidden_plateau_is_refused)
{
    Rules *rules = shipped_copy();
    int full = rules_find_scenario(rules, "full");
    rules->scenario[full].start[SLOT_FRONTIER] = (int16_t)(rules->param[PARAM_PLATEAU_LEAST] + 1);
    expect_refused(rules, "a lab starts beyond the lowest plateau tile");
}

TEST(a_lab_may_start_high_where_there_is_no_plateau)
{
    Rules *rules = shipped_copy();
    int lesson = rules_find_scenario(rules, "lesson-1");
    rules->scenario[lesson].start[SLOT_FRONTIER] = (int16_t)(rules->param[PARAM_PLATEAU_LEAST] + 1);
    expect_accepted(rules);
}

TEST(a_parameter_out_of_its_bounds_is_refused)
{
    Rules *rules = shipped_copy();
    rules->param[PARAM_REVENUE_DIVISOR] = 0;
    expect_refused(rules, "parameter 'revDiv': out of range");

    rules = shipped_copy();
    rules->param[PARAM_HANDICAP_SHORT_LAST] = 100;
    expect_refused(rules, "parameter 'hand4s': out of range");
}

TEST(a_rule_set_needs_cards_nations_and_scenarios)
{
    Rules *rules = shipped_copy();
    rules->card_count = 0;
    expect_refused(rules, "expected 1 to 128 cards");

    rules = shipped_copy();
    rules->nation_count = NATIONS_MAX + 1;
    expect_refused(rules, "1 to 32 nations");

    rules = shipped_copy();
    rules->scenario_count = SCENARIOS_MAX + 1;
    expect_refused(rules, "1 to 16 scenarios");

    rules = shipped_copy();
    rules->instruction_count = INSTRUCTIONS_MAX + 1;
    expect_refused(rules, "fuller than it can be");
}

TEST(texts_end)
{
    Rules *rules = shipped_copy();
    rules->text[rules->text_size - 1] = 'x';
    expect_refused(rules, "a text does not end");

    rules = shipped_copy();
    rules->text_size = 0;
    expect_refused(rules, "fuller than it can be");
}

/* ---- texts ---- */

TEST(a_text_is_read_back)
{
    Rules *rules = malloc(sizeof *rules);

    assert_non_null(rules);
    rules_init(rules);
    TextRef text[LANGUAGE_COUNT] = {rules_add_text(rules, "Moonshot"), 0};
    assert_string_equal(rules_text(rules, 0), "");
    assert_string_equal(rules_text(rules, text[LANGUAGE_EN]), "Moonshot");
    assert_string_equal(rules_text_in(rules, text, LANGUAGE_ZH), "Moonshot");
    text[LANGUAGE_ZH] = rules_add_text(rules, "登月");
    assert_string_equal(rules_text_in(rules, text, LANGUAGE_ZH), "登月");
    assert_string_equal(rules_text_in(rules, text, LANGUAGE_EN), "Moonshot");
    free(rules);
}

TEST(the_pool_of_texts_says_when_it_is_full)
{
    Rules *rules = malloc(sizeof *rules);
    char text[1001];

    assert_non_null(rules);
    rules_init(rules);
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    int count = 0;
    while (rules_add_text(rules, text) != 0) {
        count++;
    }
    assert_int_equal(count, (TEXT_MAX - 1) / (int)sizeof text);
    assert_true(rules->text_size <= TEXT_MAX);
    assert_int_not_equal(rules_add_text(rules, "y"), 0);
    free(rules);
}

/* ---- what is derived ---- */

static bool has(const uint64_t set[2], int card)
{
    return (set[card / 64] >> card % 64 & 1) != 0;
}

TEST(a_deck_leaves_out_what_needs_a_system_that_is_off)
{
    const Rules *rules = shipped_rules();
    const Scenario *lesson = &rules->scenario[rules_find_scenario(rules, "lesson-1")];
    const Scenario *full = &rules->scenario[rules_find_scenario(rules, "full")];
    int moonshot = rules_find_card(rules, "E01");
    int entity_list = rules_find_card(rules, "E03");
    int plateau = rules_find_card(rules, "L15");
    int edge = rules_find_card(rules, "L13");

    assert_true(has(lesson->deck[ERA_EARLY], moonshot));
    assert_false(has(lesson->deck[ERA_EARLY], entity_list));
    assert_false(has(lesson->deck[ERA_LATE], edge)); /* its era never comes */
    assert_true(has(full->deck[ERA_LATE], edge));
    assert_true(has(full->deck[ERA_EARLY], entity_list));
    assert_true(has(full->deck[ERA_LATE], plateau));
    assert_false(has(full->deck[ERA_EARLY], plateau));
}

TEST(a_system_that_is_off_holds_its_tracks_still)
{
    const Rules *rules = shipped_rules();
    uint64_t lesson = rules->scenario[rules_find_scenario(rules, "lesson-1")].frozen;
    uint64_t expected = UINT64_C(1) << TRACK_RISK | UINT64_C(1) << TRACK_TRUST |
                        UINT64_C(1) << TRACK_VALUATION | UINT64_C(1) << TRACK_INDUSTRY |
                        UINT64_C(1) << TRACK_PLATEAU | UINT64_C(1) << TRACK_KNOWN;

    assert_true(lesson == expected);
    assert_true(rules->scenario[rules_find_scenario(rules, "full")].frozen == 0);
}

TEST(nations_are_sorted_into_sets)
{
    const Rules *rules = shipped_rules();
    uint32_t britain = UINT32_C(1) << rules_find_nation(rules, "Britain");
    uint32_t netherlands = UINT32_C(1) << rules_find_nation(rules, "Netherlands");
    uint32_t korea = UINT32_C(1) << rules_find_nation(rules, "Korea");
    uint32_t taiwan = UINT32_C(1) << rules_find_nation(rules, "Taiwan");
    uint32_t all = 0;

    assert_int_equal(rules->nations, 0xffff);
    assert_int_equal(rules->role[ROLE_MEMORY], korea);
    assert_int_equal(rules->need[NEED_COMPUTE] & (korea | britain), korea);
    assert_int_equal(rules->chain & (korea | taiwan | britain), korea | taiwan);
    assert_int_equal(rules->strict2 & (britain | netherlands), netherlands); /* 1 and 2 */
    for (int i = 0; i < rules->weight_class_count; i++) {
        assert_int_equal(all & rules->weight_class[i].nations, 0);
        all |= rules->weight_class[i].nations;
        assert_true(i == 0 || rules->weight_class[i].weight < rules->weight_class[i - 1].weight);
    }
    assert_int_equal(all, rules->nations);
}

TEST(cards_are_sorted_into_sets)
{
    const Rules *rules = shipped_rules();

    for (int i = 0; i < rules->card_count; i++) {
        assert_int_equal(has(rules->card_once, i), rules->card[i].once);
        assert_true(has(rules->card_side[rules->card[i].side], i));
    }
    assert_int_equal(rules->card[rules_find_card(rules, "E25")].trigger_kind, TRIGGER_RELEASE);
    assert_int_equal(rules->card[rules_find_card(rules, "M24")].trigger_kind, TRIGGER_CONTROL);
    assert_int_equal(rules->card[rules_find_card(rules, "E01")].trigger_kind, TRIGGER_COUNT);
}

TEST(preparing_twice_changes_nothing)
{
    Rules *rules = shipped_copy();

    assert_int_equal(rules_prepare(rules, NULL), STATUS_OK);
    assert_memory_equal(rules, shipped_rules(), sizeof *rules);
    free(rules);
}

/* ---- prints and hashes ---- */

TEST(a_program_prints_one_instruction_a_line)
{
    const Rules *rules = shipped_rules();
    char text[TEXT_SIZE];
    static const char expected[] = "0 each({ strictness=2 }, close) > 1\n"
                                   "1 when(more(you, Trust)) > 2 else end\n"
                                   "2 choose(2, { strictness=2 }, align) > end\n";

    int length =
        rules_print_program(text, sizeof text, rules, FRAME_EVENT, rules_find_card(rules, "E18"));
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
}

TEST(a_print_without_room_says_how_much_it_needs)
{
    const Rules *rules = shipped_rules();
    char whole[TEXT_SIZE];
    char part[10];

    int length = rules_print_item(whole, sizeof whole, rules, ITEM_CARD, 0);
    assert_int_equal(rules_print_item(part, sizeof part, rules, ITEM_CARD, 0), length);
    assert_int_equal(strlen(part), sizeof part - 1);
    assert_memory_equal(part, whole, sizeof part - 1);
    assert_int_equal(rules_print_item(NULL, 0, rules, ITEM_CARD, 0), length);
}

TEST(items_print_what_play_depends_on)
{
    const Rules *rules = shipped_rules();
    char text[TEXT_SIZE];

    rules_print_item(text, sizeof text, rules, ITEM_CARD, rules_find_card(rules, "E25"));
    assert_string_equal(text,
                        "card E25 side=CN era=early ops=3 once=1 needs=- "
                        "event=[0 trigger(release) > 1; 1 gain(CN, compute, 2) > end; ] "
                        "trigger=[0 gain(you, capital, 1) > 1; 1 gain(you, compute, 1) > end; ]");
    rules_print_item(text, sizeof text, rules, ITEM_NATION, rules_find_nation(rules, "Taiwan"));
    assert_string_equal(
        text, "nation Taiwan x=-1 y=-1 weight=1 strictness=0 need=Security role=foundry chain=1");
    rules_print_item(text, sizeof text, rules, ITEM_SCENARIO,
                     rules_find_scenario(rules, "lesson-3"));
    assert_string_equal(text,
                        "scenario lesson-3 systems={court,control} rounds=3 headline=0 acts=3 "
                        "hand=4,3 eras=1,2,0 full=0 extra_capital=0,5 vp=0,0,0,0 pool=0,0 D=3,3 "
                        "S=5,1 E=0,1 I=1,2 U=3,3 F=4,4,4,4 Q=4,2,3,3 L=0,1 compute=0,0,0,0 "
                        "capital=5,5,5,5 P=6 R=0 B=1 V=5 T=10 known=0 control=2,0,0,0,0");
    assert_string_equal(rules_item_id(rules, ITEM_PARAMETERS, 0), "vpHeg");
    rules_print_item(text, sizeof text, rules, ITEM_PARAMETERS, 0);
    assert_string_equal(text, "param vpHeg=54");
}

/* The hash after the rules were prepared again. */
static uint64_t new_hash(Rules *rules)
{
    Error err = {0};

    if (rules_prepare(rules, &err) != STATUS_OK) {
        fail_msg("refused: %s", err.text);
    }
    return rules->hash;
}

TEST(a_changed_number_changes_the_hash_of_its_item_and_of_the_rules)
{
    Rules *rules = shipped_copy();
    const Rules *old = shipped_rules();

    line_of(rules, "E01", FRAME_EVENT, 0)->n = 2;
    assert_true(new_hash(rules) != old->hash);
    assert_true(rules->card[0].hash != old->card[0].hash);
    assert_true(rules->card[1].hash == old->card[1].hash);
    line_of(rules, "E01", FRAME_EVENT, 0)->n = 1;
    assert_true(new_hash(rules) == old->hash);

    rules->param[PARAM_LEAN] = 3;
    assert_true(new_hash(rules) != old->hash);
    rules->param[PARAM_LEAN] = old->param[PARAM_LEAN];
    rules->nation[5].strictness++;
    assert_true(new_hash(rules) != old->hash);
    assert_true(rules->nation[5].hash != old->nation[5].hash);
    rules->nation[5].strictness--;
    rules->scenario[5].start[SLOT_PRICE]--;
    assert_true(new_hash(rules) != old->hash);
    assert_true(rules->scenario[5].hash != old->scenario[5].hash);
    free(rules);
}

TEST(a_title_does_not_count_in_the_hash)
{
    Rules *rules = shipped_copy();

    rules->card[0].title[LANGUAGE_EN] = rules_add_text(rules, "Another title");
    rules->nation[0].name[LANGUAGE_ZH] = rules_add_text(rules, "别名");
    assert_true(new_hash(rules) == shipped_rules()->hash);
    assert_true(rules->card[0].hash == shipped_rules()->card[0].hash);
    free(rules);
}

TEST(the_order_of_the_items_counts_in_the_hash)
{
    Rules *rules = shipped_copy();
    Card card = rules->card[0];
    Program program = rules->program[FRAME_EVENT][0];

    rules->card[0] = rules->card[1];
    rules->card[1] = card;
    rules->program[FRAME_EVENT][0] = rules->program[FRAME_EVENT][1];
    rules->program[FRAME_EVENT][1] = program;
    assert_true(new_hash(rules) != shipped_rules()->hash);
    assert_true(rules->card[0].hash == shipped_rules()->card[1].hash);
    free(rules);
}

TEST(where_a_filter_stands_in_its_table_does_not_count_in_the_hash)
{
    Rules *rules = shipped_copy();
    Instruction *choose = line_of(rules, "E22", FRAME_EVENT, 0);

    assert_true(rules->filter_count < FILTERS_MAX);
    rules->filter[rules->filter_count] = rules->filter[choose->index];
    choose->index = (uint16_t)rules->filter_count++;
    assert_true(new_hash(rules) == shipped_rules()->hash);
    free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_rules_are_accepted),
        cmocka_unit_test(a_program_that_goes_back_is_refused),
        cmocka_unit_test(an_instruction_that_follows_itself_is_refused),
        cmocka_unit_test(a_program_that_runs_out_of_its_end_is_refused),
        cmocka_unit_test(a_second_list_that_lies_back_is_refused),
        cmocka_unit_test(an_instruction_without_a_second_list_has_no_place_for_one),
        cmocka_unit_test(an_unknown_op_is_refused),
        cmocka_unit_test(an_empty_event_is_refused),
        cmocka_unit_test(a_program_outside_the_table_is_refused),
        cmocka_unit_test(a_program_of_201_instructions_is_refused),
        cmocka_unit_test(a_program_that_nothing_could_start_is_refused),
        cmocka_unit_test(hearts_contract_and_hedging_are_one_choice_each),
        cmocka_unit_test(a_card_may_change_only_what_cards_may_change),
        cmocka_unit_test(arguments_out_of_range_are_refused),
        cmocka_unit_test(a_native_event_needs_its_function),
        cmocka_unit_test(a_trigger_may_not_set_off_another),
        cmocka_unit_test(a_trigger_may_lift),
        cmocka_unit_test(a_trigger_runs_no_native_event),
        cmocka_unit_test(a_trigger_and_its_list_come_together),
        cmocka_unit_test(a_card_has_at_most_one_trigger),
        cmocka_unit_test(a_condition_may_test_only_what_cards_may_test),
        cmocka_unit_test(a_condition_is_a_tree),
        cmocka_unit_test(a_condition_ends_inside_its_table),
        cmocka_unit_test(groups_are_at_most_four_deep),
        cmocka_unit_test(a_condition_has_at_most_32_nodes),
        cmocka_unit_test(a_filter_out_of_range_is_refused),
        cmocka_unit_test(equal_filters_are_shared),
        cmocka_unit_test(ids_are_letters_digits_and_hyphens),
        cmocka_unit_test(two_items_of_one_kind_have_two_ids),
        cmocka_unit_test(a_card_out_of_range_is_refused),
        cmocka_unit_test(a_nation_out_of_range_is_refused),
        cmocka_unit_test(a_scenario_out_of_range_is_refused),
        cmocka_unit_test(a_start_out_of_its_track_is_refused),
        cmocka_unit_test(a_start_value_of_no_track_is_refused),
        cmocka_unit_test(a_lab_that_starts_beyond_a_hidden_plateau_is_refused),
        cmocka_unit_test(a_lab_may_start_high_where_there_is_no_plateau),
        cmocka_unit_test(a_parameter_out_of_its_bounds_is_refused),
        cmocka_unit_test(a_rule_set_needs_cards_nations_and_scenarios),
        cmocka_unit_test(texts_end),
        cmocka_unit_test(a_text_is_read_back),
        cmocka_unit_test(the_pool_of_texts_says_when_it_is_full),
        cmocka_unit_test(a_deck_leaves_out_what_needs_a_system_that_is_off),
        cmocka_unit_test(a_system_that_is_off_holds_its_tracks_still),
        cmocka_unit_test(nations_are_sorted_into_sets),
        cmocka_unit_test(cards_are_sorted_into_sets),
        cmocka_unit_test(preparing_twice_changes_nothing),
        cmocka_unit_test(a_program_prints_one_instruction_a_line),
        cmocka_unit_test(a_print_without_room_says_how_much_it_needs),
        cmocka_unit_test(items_print_what_play_depends_on),
        cmocka_unit_test(a_changed_number_changes_the_hash_of_its_item_and_of_the_rules),
        cmocka_unit_test(a_title_does_not_count_in_the_hash),
        cmocka_unit_test(the_order_of_the_items_counts_in_the_hash),
        cmocka_unit_test(where_a_filter_stands_in_its_table_does_not_count_in_the_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
