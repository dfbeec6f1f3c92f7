/* Positions that random play seldom meets: lapsed choices, rival headlines, a replaced trigger, who
 * is to blame for a catastrophe, where a card goes. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

static Setup setup_of(const char *scenario, int seat_count)
{
    return (Setup){.seed = 1,
                   .scenario = rules_find_scenario(shipped_rules(), scenario),
                   .seat_count = seat_count};
}

/* A position of the full game, one action, the fields afterwards. */
static void expect_after(int seat_count, const char *given, const char *action,
                         const char *expected)
{
    Setup setup = setup_of("full", seat_count);
    State state;

    position_make(&state, &setup, shipped_rules(), given);
    position_play(&state, shipped_rules(), action);
    position_expect(&state, shipped_rules(), expected);
}

/* All nations in the US corner, all in the Chinese corner, and the start with nobody at x = 0. */
#define US_CORNER \
    "nations=-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3,-3:3"
#define CN_CORNER "nations=3:3,3:3,3:3,3:3,3:3,3:3,3:3,3:3,3:3,3:3,3:3,3:3,3:3,3:3,3:3,3:3"
#define NOBODY_AT_0 \
    "nations=-2:-1,-1:1,-1:-1,-2:0,-2:0,-1:0,-1:-1,1:1,1:-1,1:1,1:0,1:0,-1:-1,1:-1,2:-1,2:-1"
#define INDIA_AT_0 \
    "nations=-2:-1,-1:1,-1:-1,-2:0,-2:0,-1:0,-1:-1,0:1,1:-1,1:1,1:0,1:0,-1:-1,1:-1,2:-1,2:-1"

TEST(a_choice_without_target_asks_nobody)
{
    expect_after(2, "hand=E22,E11 " NOBODY_AT_0, "event E22",
                 "frames=- turn=1 discard=E22 " NOBODY_AT_0);
}

TEST(a_choice_that_runs_out_of_targets_lapses_for_the_rest)
{
    Setup setup = setup_of("full", 2);
    State state;
    ActionList legal;

    position_make(&state, &setup, shipped_rules(), "hand=E22,E11 " INDIA_AT_0);
    position_play(&state, shipped_rules(), "event E22");
    position_expect(&state, shipped_rules(), "frames=event:E22:US:US:0:2:-:US");
    state_legal_actions(&state, shipped_rules(), &legal);
    assert_int_equal(legal.count, 1); /* a forced decision is a decision */
    position_play(&state, shipped_rules(), "pick India");
    position_expect(&state, shipped_rules(), "frames=- turn=1");
}

TEST(a_nation_is_chosen_once_by_an_instruction)
{
    Setup setup = setup_of("full", 2);
    State state;
    Action india = {.verb = VERB_PICK_NATION, .argument = 7};

    position_make(&state, &setup, shipped_rules(), "hand=E02,E11 F=4,4");
    position_play(&state, shipped_rules(), "event E02");
    position_expect(&state, shipped_rules(),
                    "frames=event:E02:US:US:1:0:-:US,hearts:open:US:US:0:1:-:US");
    position_play(&state, shipped_rules(), "pick India");
    position_play(&state, shipped_rules(), "pick India"); /* another instruction */
    position_expect(&state, shipped_rules(), "frames=event:E02:US:US:1:1:India:US");
    assert_false(state_is_legal(&state, shipped_rules(), india));
}

/* The legal list as the trace prints it. */
static void expect_legal(const char *given, const char *expected)
{
    Setup setup = setup_of("full", 2);
    char list[FIELD_SIZE] = "";
    State state;
    ActionList legal;

    position_make(&state, &setup, shipped_rules(), given);
    state_legal_actions(&state, shipped_rules(), &legal);
    for (int i = 0; i < legal.count; i++) {
        char text[ACTION_TEXT_SIZE];
        size_t length = strlen(list);
        action_print(text, legal.item[i], shipped_rules());
        snprintf(list + length, sizeof list - length, "%s%s", i > 0 ? "|" : "", text);
    }
    assert_string_equal(list, expected);
}

/* RULES.md section 6: y >= 0, or y <= 0, and not in a rival quadrant. */
TEST(hearts_and_contract_are_offered_to_the_nations_that_the_rules_name)
{
    expect_legal("hand=E08,E11 turn=1 frames=hearts:open:US:US:0:1:-:US",
                 "pick France|pick Netherlands|pick Japan|pick Korea|pick India|pick Indonesia|"
                 "pick Nigeria");
    expect_legal("hand=E08,E11 turn=1 frames=hearts:closed:US:US:0:1:-:US",
                 "pick Britain|pick Germany|pick Netherlands|pick Japan|pick Korea|pick Taiwan|"
                 "pick Gulf-States|pick Indonesia|pick Nigeria|pick Singapore");
    expect_legal("hand=E08,E11 turn=1 first=CN frames=hearts:open:CN:CN:0:1:-:CN",
                 "pick Netherlands|pick Japan|pick Korea|pick India|pick Brazil|pick Indonesia|"
                 "pick Nigeria");
}

TEST(a_headline_is_own_or_neutral_if_the_hand_has_one)
{
    expect_legal("phase=headline hand=E08+E11+E19,E01+E12", "headline E08|headline E19");
    expect_legal("phase=headline hand=E08,E01+E12 headline=E19,-", "headline E12");
    expect_legal("phase=headline hand=E08,E01+E03 headline=E19,-", "headline E01|headline E03");
}

TEST(hearts_lapse_where_no_nation_can_make_the_step)
{
    expect_after(2, "hand=E08,E11 turn=1 F=5,4 frames=ops:US:2:- " US_CORNER, "release open",
                 "Q=4,5,3,3 R=4 frames=ops:US:1:open " US_CORNER);
    expect_after(2, "hand=E08,E11 turn=1 F=5,4 frames=ops:US:2:- " CN_CORNER, "release open",
                 "Q=4,5,3,3 R=4 frames=ops:US:1:open " CN_CORNER);
}

TEST(a_contract_lapses_where_no_nation_can_make_the_step)
{
    expect_after(2, "hand=E08,E11 turn=1 F=5,4 P=4 frames=ops:US:2:- " US_CORNER, "release api",
                 "Q=5,2,3,3 P=5 frames=ops:US:1:api " US_CORNER);
}

TEST(a_conditional_release_wins_no_hearts)
{
    expect_after(2, "hand=E08,E11 turn=1 F=4,5 frames=ops:CN:2:- first=CN", "release conditional",
                 "Q=4,2,3,5 L=p,c P=5 R=3 F=4,5 frames=ops:CN:1:open");
}

TEST(lifting_a_control_of_ones_choice_lapses_without_one)
{
    expect_after(2, "hand=L17,E11 round=5 control=0,0,0,1,0", "event L17",
                 "frames=- R=0 U=4,3 control=0,0,0,1,0 turn=1");
    expect_after(2, "hand=L17,E11 round=5 control=0,3,0,1,0 B=2", "event L17",
                 "frames=event:L17:US:US:1:0:-:US R=0 U=3,3");
}

TEST(the_owner_lifts_the_control_it_chooses)
{
    Setup setup = setup_of("full", 2);
    State state;

    position_make(&state, &setup, shipped_rules(), "hand=L17,E11 round=5 control=1,3,0,1,0 B=3");
    position_play(&state, shipped_rules(), "event L17");
    position_play(&state, shipped_rules(), "pick EQUIP");
    position_expect(&state, shipped_rules(), "control=1,0,0,1,0 B=2 U=4,3 frames=-");
}

TEST(a_random_discard_from_an_empty_hand_uses_no_number)
{
    Setup setup = setup_of("full", 2);
    State state;

    position_make(&state, &setup, shipped_rules(), "hand=E01+E08+E26,- turn=1 first=CN");
    position_play(&state, shipped_rules(), "event E26");
    position_expect(&state, shipped_rules(), "chance=1,0,0 turn=3"); /* CN passes its play */
}

TEST(an_empty_pile_is_refilled_from_the_discards)
{
    Setup setup = setup_of("full", 2);
    State state;
    char text[STATE_TEXT_SIZE];
    char deck[FIELD_SIZE];

    position_make(&state, &setup, shipped_rules(),
                  "hand=E01+E02+E03+E04+E05+E06+E07+E08+E17+E18+E19+E20+E21+E26,"
                  "E09+E10+E11+E12+E13+E14+E15+E16+E22+E23+E24+E25");
    position_play(&state, shipped_rules(), "event E26");
    /* E26 itself and the card that CN loses are the discards: one shuffle, and one card drawn. */
    position_expect(&state, shipped_rules(), "chance=2,0,1 discard=-");
    state_print(text, &state, shipped_rules());
    assert_true(position_field(deck, text, "deck"));
    assert_int_equal(strlen(deck), strlen("E26"));
}

TEST(a_deal_from_two_empty_piles_deals_nothing)
{
    expect_after(2,
                 "hand=E01+E02+E03+E04+E05+E06+E07+E08+E09+E10+E11+E12+E13+E14+E15+E16+E17+E18+E19+"
                 "E20+E21+E22+E23+E24+E25+E26,- turn=7 first=CN",
                 "shelve E26",
                 "round=2 deck=- discard=- chance=2,0,0 "
                 "hand=E01+E02+E03+E04+E05+E06+E07+E08+E09+E10+E11+E12+E13+E14+E15+E16+E17+E18+E19+"
                 "E20+E21+E22+E23+E24+E25,E26");
}

/* RULES.md section 10: 9 points a move in the full game, at most 3 moves. */
TEST(hedging_lapses_where_no_nation_can_move_toward_the_side_that_is_behind)
{
    expect_after(2, "hand=E08,- turn=7 first=CN pool=0,70 Q=4,8,1,1 " US_CORNER, "shelve E08",
                 "round=2 " US_CORNER);
}

TEST(hedging_is_chosen_by_the_side_that_is_behind)
{
    Setup setup = setup_of("full", 2);
    State state;
    Action netherlands = {.verb = VERB_PICK_NATION, .argument = 3};

    position_make(&state, &setup, shipped_rules(), "hand=E08,- turn=7 first=CN pool=0,33");
    position_play(&state, shipped_rules(), "shelve E08");
    position_expect(&state, shipped_rules(), "phase=scoring frames=hedging:-:US:US:0:3:-:-");
    position_play(&state, shipped_rules(), "pick Netherlands");
    assert_false(state_is_legal(&state, shipped_rules(), netherlands));
    position_play(&state, shipped_rules(), "pick India");
    position_play(&state, shipped_rules(), "pick Russia");
    position_expect(&state, shipped_rules(), "round=2");
}

TEST(a_trigger_answers_an_open_release_of_the_rival)
{
    Setup setup = setup_of("full", 2);
    State state;

    /* E25's list: CN capital +1, CN compute +1. */
    position_make(
        &state, &setup, shipped_rules(),
        "hand=E08,E11 turn=1 F=5,4 frames=ops:US:2:- triggers=release:CN:E25 removed=E25");
    position_play(&state, shipped_rules(), "release conditional");
    position_expect(&state, shipped_rules(), "compute=10,10 capital=10,11 frames=ops:US:1:open");

    /* By an event, too; and not by a release through an API. */
    expect_after(2, "hand=E02,E11 triggers=release:CN:E25 removed=E25", "event E02",
                 "compute=10,10 capital=10,11");
    expect_after(2,
                 "hand=E08,E11 turn=1 F=5,4 frames=ops:US:2:- triggers=release:CN:E25 removed=E25",
                 "release api", "compute=10,9 capital=10,10");
    expect_after(2,
                 "hand=E08,E11 turn=1 first=CN F=4,5 frames=ops:CN:2:- triggers=release:CN:E25 "
                 "removed=E25",
                 "release open", "compute=10,9 capital=10,10");
}

TEST(a_trigger_answers_a_control_of_the_rival_before_play_goes_on)
{
    expect_after(2,
                 "hand=E08,E11 round=3 turn=1 first=CN frames=ops:CN:2:- triggers=control:US:M24 "
                 "removed=M24",
                 "impose MINERALS",
                 "compute=6,9 frames=ops:CN:1:control,trigger:M24:US:US:0:1:-:CN");
    expect_after(2, "hand=E08,M12 round=3 first=CN triggers=control:US:M24 removed=M24",
                 "event M12",
                 "compute=6,9 frames=event:M12:CN:CN:1:0:-:CN,trigger:M24:US:US:0:1:-:CN");
    expect_after(2,
                 "hand=E08,E11 round=3 turn=1 frames=ops:US:2:- triggers=control:US:M24 "
                 "removed=M24",
                 "impose CHIPS", "frames=ops:US:1:control");
}

/* The shipped cards that set triggers do it once in a game: here E25 may be played again, and the
 * trigger of E24, a copy of it, takes its slot. */
TEST(a_new_trigger_takes_the_place_of_the_old_one_of_its_kind)
{
    Rules *rules = malloc(sizeof *rules);
    Setup setup = setup_of("full", 2);
    State state;
    Error err = {0};
    int e24 = rules_find_card(shipped_rules(), "E24");
    int e25 = rules_find_card(shipped_rules(), "E25");

    assert_non_null(rules);
    *rules = *shipped_rules();
    rules->program[FRAME_EVENT][e24] = rules->program[FRAME_EVENT][e25];
    rules->program[FRAME_TRIGGER][e24] = rules->program[FRAME_TRIGGER][e25];
    assert_int_equal(rules_prepare(rules, &err), STATUS_OK);

    position_make(&state, &setup, rules,
                  "hand=E24,E11+E25 triggers=release:CN:E25,control:US:M24 removed=M24 round=3 "
                  "first=CN");
    position_play(&state, rules, "event E25"); /* the same card again */
    position_expect(&state, rules, "triggers=release:CN:E25,control:US:M24 compute=10,11");
    position_play(&state, rules, "event E24"); /* neutral: the US has a slot of its own */
    position_expect(&state, rules,
                    "triggers=release:US:E24,release:CN:E25,control:US:M24 compute=10,13");

    position_make(&state, &setup, rules,
                  "hand=E08,E11+E24 triggers=release:CN:E25,control:US:M24 removed=E25,M24 round=3 "
                  "first=CN");
    position_play(&state, rules, "event E24");
    position_expect(&state, rules, "triggers=release:CN:E24,control:US:M24");
    free(rules);
}

/* L15 reveals the tile before it lowers it; a card that only lowers it shows it, too, or a lab might
 * have passed a hidden plateau. */
TEST(a_card_that_changes_the_plateau_reveals_it)
{
    Rules *rules = malloc(sizeof *rules);
    Setup setup = setup_of("full", 2);
    State state;
    Error err = {0};
    int card = rules_find_card(shipped_rules(), "E19"); /* one instruction */

    assert_non_null(rules);
    *rules = *shipped_rules();
    Instruction *gain = &rules->instruction[rules->program[FRAME_EVENT][card].start];
    gain->a = TRACK_PLATEAU;
    gain->b = WHO_WORLD;
    gain->n = -1;
    assert_int_equal(rules_prepare(rules, &err), STATUS_OK);
    position_make(&state, &setup, rules, "hand=E19,E11 F=6,4 T=6");
    position_play(&state, rules, "event E19");
    position_expect(&state, rules, "T=5 known=1 F=6,4");
    gain->n = 3;
    position_make(&state, &setup, rules, "hand=E19,E11 T=8");
    position_play(&state, rules, "event E19");
    position_expect(&state, rules, "T=10 known=1");
    free(rules);
}

TEST(who_plays_the_card_is_to_blame_for_a_catastrophe)
{
    expect_after(2, "hand=E23,E11 R=9", "event E23", "phase=end result=CN:catastrophe frames=-");
    expect_after(2, "hand=E08,E23 R=9 first=CN", "event E23", "phase=end result=US:catastrophe");
    /* E10 is a card of CN: its event is CN's, the catastrophe that of the US. */
    expect_after(2, "hand=E10,E11 R=9", "event-ops E10", "phase=end result=CN:catastrophe R=10");
    expect_after(2, "hand=E08,E11 R=9 turn=1 F=5,4 frames=ops:US:1:-", "release open",
                 "phase=end result=CN:catastrophe");
    expect_after(2, "hand=E08,E11 R=8 turn=1 F=5,4 frames=ops:US:1:-", "release open",
                 "phase=end result=CN:catastrophe R=10");
}

TEST(who_commits_the_headline_is_to_blame_for_a_catastrophe)
{
    expect_after(2, "phase=headline hand=-,E23 headline=E08,- R=9", "headline E23",
                 "phase=end result=US:catastrophe");
    expect_after(2, "phase=headline hand=-,E11 headline=E10,- R=9", "headline E11",
                 "phase=end result=CN:catastrophe");
}

TEST(a_card_that_is_played_once_leaves_the_game_if_its_event_happens)
{
    expect_after(2, "hand=E01,E11", "event E01", "removed=E01 discard=- F=5,4");
    expect_after(2, "hand=E01,E11", "ops E01", "removed=- discard=E01 frames=ops:US:4:-");
    expect_after(2, "hand=E01,E11", "shelve E01", "removed=- discard=E01 shelved=1,0");
    expect_after(2, "hand=E13,E11", "ops-event E13",
                 "removed=E13 discard=- frames=event:E13:CN:CN:0:0:-:US,ops:US:3:-");
    expect_after(2, "hand=E13,E11", "event-ops E13", "removed=E13 compute=10,13 frames=ops:US:3:-");
    expect_after(2, "phase=headline hand=E08,E11+E12 headline=E01,-", "headline E11",
                 "removed=E01 discard=E11 F=5,4 S=5,2");
}

TEST(a_headliner_with_an_empty_hand_commits_nothing)
{
    expect_after(2, "phase=headline hand=E01+E08,-", "headline E01",
                 "phase=action removed=E01 F=5,4 hand=E08,-");
    expect_after(4, "phase=headline hand=-,E08,E11,E12", "headline E11",
                 "phase=action discard=E11 S=5,2 headline=-,-");
}

TEST(a_seat_without_a_card_passes_and_its_play_is_used_up)
{
    expect_after(2, "hand=E07+E08,-", "shelve E08", "turn=2 hand=E07,-");
    expect_after(4, "hand=E08,-,E11,E12", "shelve E08", "turn=1");
    expect_after(4, "hand=E08,-,E11,E09+E12 turn=1", "shelve E11", "turn=3");
}

/* RULES.md section 4: "US capital -1" hits the US headliner, the closed seat in odd rounds. */
TEST(an_event_touches_the_headliners_purse_if_another_bloc_owns_it)
{
    expect_after(4, "hand=E08,M12,E11,E12 round=3 turn=2 compute=6,6,5,5 capital=5,5,5,5",
                 "event-ops M12", "capital=4,5,5,5 compute=4,4,5,5 frames=ops:UO:3:-");
    expect_after(4, "hand=E08,E11,E12,E13 turn=2 capital=5,5,5,5", "event-ops E11",
                 "capital=5,5,6,5 frames=ops:UO:4:-");
}

/* Sets a hand to one card, wherever that lies now; what the hand held goes to the draw pile. */
static void hold_only(State *state, Seat seat, int card)
{
    uint64_t bit = UINT64_C(1) << (card % 64);

    for (int word = 0; word < 2; word++) {
        state->cards[SET_DECK][word] |= state->cards[SET_HAND + seat][word];
        state->cards[SET_HAND + seat][word] = 0;
    }
    for (int set = 0; set < SET_COUNT; set++) {
        state->cards[set][card / 64] &= ~bit;
    }
    state->cards[SET_HAND + seat][card / 64] |= bit;
}

/* A headline position of the round in which the card is in the game, the US to commit. */
static void headline_position(State *state, const Setup *setup, int card)
{
    const Rules *rules = shipped_rules();
    const Scenario *scenario = &rules->scenario[setup->scenario];
    char fields[FIELD_SIZE];

    snprintf(fields, sizeof fields, "phase=headline round=%d hand=%s",
             scenario->era_round[rules->card[card].era],
             setup->seat_count == 2 ? "E17,E19" : "E17,E20,E19,E21");
    position_make(state, setup, rules, fields);
}

/* Commits the card as the only one in a hand of the bloc that does not own it: it must be the one
 * legal action, and its event is its owner's. */
static void commit_rival_card(const Setup *setup, int card)
{
    const Rules *rules = shipped_rules();
    Bloc owner = rules->card[card].side == SIDE_US ? BLOC_US : BLOC_CN;
    State state;
    ActionList legal;
    EventLog log;
    Error err = {0};
    bool resolved = false;

    headline_position(&state, setup, card);
    if (owner == BLOC_US) { /* then CN commits it, the US its neutral card before */
        state_legal_actions(&state, rules, &legal);
        state_apply(&state, rules, legal.item[0], NULL);
    }
    Seat seat = state_current_seat(&state, rules);
    assert_int_not_equal(seat / 2, owner);
    hold_only(&state, seat, card);
    state_legal_actions(&state, rules, &legal);
    assert_int_equal(legal.count, 1);
    assert_int_equal(legal.item[0].verb, VERB_HEADLINE);
    assert_int_equal(legal.item[0].argument, card);

    event_log_init(&log, NULL, NULL);
    while (!resolved && !state_is_terminal(&state)) {
        state_legal_actions(&state, rules, &legal);
        event_log_clear(&log);
        state_apply(&state, rules, legal.item[0], &log);
        assert_int_equal(state_check(&state, rules, &err), STATUS_OK);
        for (int i = 0; i < log.count && !resolved; i++) {
            resolved = log.item[i].kind == EVENT_RESOLVING && log.item[i].a == card;
            assert_true(!resolved || log.item[i].b == (int)owner);
        }
    }
    assert_true(resolved);
}

static bool has_headline_and_rivals(const Scenario *scenario, const Card *row, int card)
{
    int era = row->era;
    bool in_game =
        scenario->era_round[era] != 0 && (scenario->deck[era][card / 64] >> (card % 64) & 1) != 0;

    return scenario->headline != 0 && in_game && row->side != SIDE_NEUTRAL;
}

/* Every card that is a rival's to somebody, in every scenario with headlines, in both seat modes. */
TEST(a_rival_card_is_a_headline_only_if_the_hand_has_no_other)
{
    const Rules *rules = shipped_rules();
    int committed = 0;

    for (int i = 0; i < variant_count(rules) * rules->card_count; i++) {
        Setup setup = variant_setup(i / rules->card_count, 1);
        int card = i % rules->card_count;
        const Scenario *scenario = &rules->scenario[setup.scenario];
        if (has_headline_and_rivals(scenario, &rules->card[card], card)) {
            commit_rival_card(&setup, card);
            committed++;
        }
    }
    assert_true(committed > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_choice_without_target_asks_nobody),
        cmocka_unit_test(a_choice_that_runs_out_of_targets_lapses_for_the_rest),
        cmocka_unit_test(a_nation_is_chosen_once_by_an_instruction),
        cmocka_unit_test(hearts_and_contract_are_offered_to_the_nations_that_the_rules_name),
        cmocka_unit_test(a_headline_is_own_or_neutral_if_the_hand_has_one),
        cmocka_unit_test(hearts_lapse_where_no_nation_can_make_the_step),
        cmocka_unit_test(a_contract_lapses_where_no_nation_can_make_the_step),
        cmocka_unit_test(a_conditional_release_wins_no_hearts),
        cmocka_unit_test(lifting_a_control_of_ones_choice_lapses_without_one),
        cmocka_unit_test(the_owner_lifts_the_control_it_chooses),
        cmocka_unit_test(a_random_discard_from_an_empty_hand_uses_no_number),
        cmocka_unit_test(an_empty_pile_is_refilled_from_the_discards),
        cmocka_unit_test(a_deal_from_two_empty_piles_deals_nothing),
        cmocka_unit_test(hedging_lapses_where_no_nation_can_move_toward_the_side_that_is_behind),
        cmocka_unit_test(hedging_is_chosen_by_the_side_that_is_behind),
        cmocka_unit_test(a_trigger_answers_an_open_release_of_the_rival),
        cmocka_unit_test(a_trigger_answers_a_control_of_the_rival_before_play_goes_on),
        cmocka_unit_test(a_new_trigger_takes_the_place_of_the_old_one_of_its_kind),
        cmocka_unit_test(a_card_that_changes_the_plateau_reveals_it),
        cmocka_unit_test(who_plays_the_card_is_to_blame_for_a_catastrophe),
        cmocka_unit_test(who_commits_the_headline_is_to_blame_for_a_catastrophe),
        cmocka_unit_test(a_card_that_is_played_once_leaves_the_game_if_its_event_happens),
        cmocka_unit_test(a_headliner_with_an_empty_hand_commits_nothing),
        cmocka_unit_test(a_seat_without_a_card_passes_and_its_play_is_used_up),
        cmocka_unit_test(an_event_touches_the_headliners_purse_if_another_bloc_owns_it),
        cmocka_unit_test(a_rival_card_is_a_headline_only_if_the_hand_has_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
