/* Rule sets at the limits of rules.h: as many cards, nations and scenarios as there may be, the
 * longest ids, and events that ask for as much as they may. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "core/state.h"
#include "support/shipped.h"
#include "test.h"

/* An id of the greatest length that begins with a letter and a number. */
static void make_id(char id[ID_SIZE], char letter, int number)
{
    memset(id, 'x', ID_SIZE - 1);
    id[ID_SIZE - 1] = '\0';
    id[0] = letter;
    id[1] = (char)('0' + number / 100);
    id[2] = (char)('0' + number / 10 % 10);
    id[3] = (char)('0' + number % 10);
}

/* The shipped rules, repeated until every table is full. */
static Rules *full_tables(void)
{
    Rules *rules = malloc(sizeof *rules);

    assert_non_null(rules);
    *rules = *shipped_rules();
    for (int card = 0; card < CARDS_MAX; card++) {
        int model = card % shipped_rules()->card_count;
        rules->card[card] = shipped_rules()->card[model];
        make_id(rules->card[card].id, 'C', card);
        for (int kind = FRAME_EVENT; kind <= FRAME_TRIGGER; kind++) {
            rules->program[kind][card] = shipped_rules()->program[kind][model];
        }
    }
    for (int nation = 0; nation < NATIONS_MAX; nation++) {
        rules->nation[nation] = shipped_rules()->nation[nation % shipped_rules()->nation_count];
        make_id(rules->nation[nation].id, 'N', nation);
    }
    for (int scenario = 0; scenario < SCENARIOS_MAX; scenario++) {
        rules->scenario[scenario] =
            shipped_rules()->scenario[scenario % shipped_rules()->scenario_count];
        make_id(rules->scenario[scenario].id, 'S', scenario);
    }
    rules->card_count = CARDS_MAX;
    rules->nation_count = NATIONS_MAX;
    rules->scenario_count = SCENARIOS_MAX;
    return rules;
}

static void prepare(Rules *rules)
{
    Error err = {0};

    if (rules_prepare(rules, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
}

/* Makes `count` times the same instruction the event of every card. */
static void give_all_cards(Rules *rules, Instruction instruction, int count)
{
    Program program = {.start = (uint16_t)rules->instruction_count, .length = (uint16_t)count};

    for (int i = 0; i < count; i++) {
        instruction.next = (uint8_t)(i + 1 < count ? i + 1 : PROGRAM_END);
        rules->instruction[rules->instruction_count++] = instruction;
    }
    for (int card = 0; card < rules->card_count; card++) {
        rules->program[FRAME_EVENT][card] = program;
        rules->program[FRAME_TRIGGER][card] = (Program){0};
    }
}

static void check_position(const State *state, const Setup *setup, const Rules *rules)
{
    char text[STATE_TEXT_SIZE];
    State again;
    Error err = {0};

    if (state_check(state, rules, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    state_print(text, state, rules);
    if (state_parse(&again, setup, text, rules, &err) != STATUS_OK) {
        fail_msg("%s\n%s", err.text, text);
    }
    assert_memory_equal(state, &again, sizeof again);
}

/* The last event that may be played, or what the random policy plays. */
static Action choose_event(const ActionList *legal, uint64_t key, int decision)
{
    for (int i = legal->count - 1; i >= 0; i--) {
        if (legal->item[i].verb == VERB_EVENT) {
            return legal->item[i];
        }
    }
    return policy_choose(key, decision, legal);
}

/* Plays one random game of a variant, in which events are played wherever they may be. */
static void play_events(const Rules *rules, int variant)
{
    Setup setup = variant_setup(variant, (uint64_t)variant);
    uint64_t key = rng_key(setup.seed);
    State state;

    state_init(&state, rules, &setup);
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        ActionList legal;
        check_position(&state, &setup, rules);
        state_legal_actions(&state, rules, &legal);
        assert_in_range(legal.count, 1, ACTIONS_MAX);
        state_apply(&state, rules, choose_event(&legal, key, decision), NULL);
    }
    check_position(&state, &setup, rules);
}

static void play_all(const Rules *rules)
{
    for (int variant = 0; variant < variant_count(rules); variant++) {
        play_events(rules, variant);
    }
}

TEST(full_tables_play)
{
    Rules *rules = full_tables();

    prepare(rules);
    play_all(rules);
    free(rules);
}

TEST(an_event_may_choose_every_nation_of_a_full_table)
{
    Rules *rules = full_tables();
    Filter any = {.side = SIDE_SET_ANY, .y = Y_SET_ANY};
    int filter = rules_add_filter(rules, &any);

    assert_true(filter >= 0);
    for (int card = 0; card < rules->card_count; card++) {
        rules->card[card].era = ERA_EARLY; /* all 128 in the text from the first round */
    }
    give_all_cards(
        rules,
        (Instruction){.op = OP_CHOOSE, .a = MOVE_OPEN, .n = NATIONS_MAX, .index = (uint16_t)filter},
        1);
    prepare(rules);
    play_all(rules);
    free(rules);
}

TEST(hands_may_grow_as_long_as_there_are_cards)
{
    enum { DRAWS = 4, CARDS = 10 };
    Rules *rules = full_tables();

    give_all_cards(rules, (Instruction){.op = OP_DRAW, .b = WHO_YOU, .n = CARDS}, DRAWS);
    prepare(rules);
    play_all(rules);
    free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_tables_play),
        cmocka_unit_test(an_event_may_choose_every_nation_of_a_full_table),
        cmocka_unit_test(hands_may_grow_as_long_as_there_are_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
