/* Both branches of every `when` and both options of every shipped card: a position in which each is
 * taken, and what a player sees afterwards.  A card that gains a branch fails here until a row shows
 * it taken. */

#include <stdio.h>
#include <string.h>

#include "core/rng.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

/* One event, played by the first bloc in the full game with 2 seats.  `taken` has a letter for each
 * `when` of the card in its order: t = then, e = else (or nothing where there is no else). */
typedef struct Branches {
    const char *card, *taken;
    const char *given;    /* fields of the position; the card is added to the hand */
    const char *expected; /* fields after the event, or at its first choice */
} Branches;

static const Branches branches[] = {
    {"E03", "t", "control=2,0,0,0,0 D=3,3", "D=3,2 control=2,0,0,0,0 B=0"},
    {"E03", "e", "control=0,0,0,0,0 D=3,3", "D=3,3 control=1,0,0,0,0 B=1 compute=10,5"},
    {"E08", "t", "P=4", "capital=14,10"},
    {"E08", "e", "P=3", "capital=12,10"},
    {"E09", "t", "first=CN control=0,0,0,0,0", "F=4,5 E=0,1"},
    {"E09", "e", "first=CN control=0,0,2,0,0", "F=4,4 E=0,2"},
    {"E16", "te", "first=CN control=1,0,0,0,0", "compute=10,13 capital=10,10"},
    {"E16", "et", "first=CN control=0,0,0,0,0", "compute=10,9 capital=10,12"},
    {"E17", "t", "Q=4,4,3,3", "pool=1,0"},
    {"E17", "e", "Q=4,3,3,3", "pool=0,0"},
    {"E17", "t", "first=CN Q=4,2,3,3", "pool=0,1"},
    {"E18", "t", "U=4,3", "frames=event:E18:US:US:2:2:-:US"},
    {"E18", "e", "U=3,3", "frames=-"},
    {"E23", "t", "U=4,3", "R=3 U=4,2"},
    {"E23", "e", "U=3,3", "R=3 U=3,3"},
    {"M01", "t", "round=3 control=0,1,0,0,0 S=5,4", "S=5,3 control=0,1,0,0,0 compute=10,9"},
    {"M01", "e", "round=3 control=0,0,0,0,0 S=5,4", "S=5,4 control=0,1,0,0,0 compute=10,6"},
    {"M11", "t", "round=3 first=CN Q=4,2,3,3", "F=4,5 compute=10,11"},
    {"M11", "e", "round=3 first=CN Q=4,3,3,3", "F=4,4 compute=10,11"},
    {"M13", "t", "round=3 first=CN control=1,0,0,0,0", "S=5,2 compute=10,11"},
    {"M13", "e", "round=3 first=CN control=0,0,0,0,0", "S=5,2 compute=10,9"},
    {"M21", "t", "round=3 E=0,2", "compute=10,6"},
    {"M21", "e", "round=3 E=0,3", "compute=10,8"},
    {"L01", "t", "round=5 F=4,4", "F=5,4 pool=2,0"},
    {"L01", "e", "round=5 F=4,5", "F=5,5 pool=0,0"},
    {"L08", "t", "round=5 first=CN P=3", "V=2 pool=0,2 P=2"},
    {"L08", "e", "round=5 first=CN P=4", "V=5 pool=0,0 P=3"},
    {"L09", "t", "round=5 first=CN E=0,3", "I=1,4"},
    {"L09", "e", "round=5 first=CN E=0,2", "I=1,3"},
    {"L10", "t", "round=5 first=CN S=5,4", "pool=0,3 S=5,5"},
    {"L10", "e", "round=5 first=CN S=5,3", "pool=0,0 S=5,4"},
    {"L16", "te", "round=5 P=3", "V=3"},
    {"L16", "et", "round=5 P=4", "V=6"},
    {"L21", "t", "round=5 E=2,1", "I=2,2 E=2,1"},
    {"L21", "e", "round=5 E=1,1", "I=1,2 E=2,1"},
};
enum { BRANCHES = sizeof branches / sizeof branches[0] };

/* The card whose branch a die decides; its positions are searched for, not written down. */
static const char die_card[] = "L19";

static const Branches options[] = {
    {"E05", "1", "V=5", "V=7 capital=12,10 D=3,3"},
    {"E05", "2", "V=5", "V=6 capital=10,10 D=4,3"},
    {"L22", "1", "round=5", "D=4,3 capital=11,10 E=0,1 compute=10,9"},
    {"L22", "2", "round=5", "D=3,3 capital=10,10 E=1,1 compute=12,9"},
    {"L22", "1", "round=5 first=CN", "D=3,4 capital=10,11 E=0,1 compute=10,9"},
};
enum { OPTIONS = sizeof options / sizeof options[0] };

static Setup full_game(uint64_t seed)
{
    int scenario = rules_find_scenario(shipped_rules(), "full");

    return (Setup){.seed = seed, .scenario = scenario, .seat_count = 2};
}

/* The first bloc holds the card, the other something to play next, so that the round goes on. */
static void hold_card(State *state, const Branches *row, const Setup *setup)
{
    char fields[FIELD_SIZE];
    bool china_first = strstr(row->given, "first=CN") != NULL;
    const char *us = china_first ? "E02" : row->card;
    const char *china = china_first ? row->card : "E11";

    snprintf(fields, sizeof fields, "hand=%s,%s %s", us, china, row->given);
    position_make(state, setup, shipped_rules(), fields);
}

static void play_event(State *state, const char *card)
{
    char action[ACTION_TEXT_SIZE];

    snprintf(action, sizeof action, "event %s", card);
    position_play(state, shipped_rules(), action);
}

TEST(each_branch_of_a_card_does_what_its_text_says)
{
    Setup setup = full_game(1);

    for (int i = 0; i < BRANCHES; i++) {
        State state;
        hold_card(&state, &branches[i], &setup);
        play_event(&state, branches[i].card);
        position_expect(&state, shipped_rules(), branches[i].expected);
    }
}

TEST(a_die_decides_between_the_branches)
{
    static const char *const expected[] = {"R=3 U=3,2 chance=2,1,0", "R=4 U=3,2 chance=2,1,0"};
    const Branches row = {die_card, "", "round=5 chance=2,0,0", ""};
    int seen[2] = {0, 0};

    for (uint64_t seed = 0; seed < 40; seed++) {
        Setup setup = full_game(seed);
        State state;
        uint64_t hash = rng_hash(rng_key(seed), STREAM_DIE, 5, 0, 0);
        bool high = 1 + rng_below(hash, 6) >= 5;
        hold_card(&state, &row, &setup);
        play_event(&state, die_card);
        position_expect(&state, shipped_rules(), expected[high]);
        seen[high]++;
    }
    assert_true(seen[0] > 0 && seen[1] > 0);
}

TEST(each_option_of_a_card_does_what_its_text_says)
{
    Setup setup = full_game(1);

    for (int i = 0; i < OPTIONS; i++) {
        State state;
        char action[ACTION_TEXT_SIZE];
        hold_card(&state, &options[i], &setup);
        play_event(&state, options[i].card);
        assert_int_equal(state_decision(&state, shipped_rules()), DECISION_OPTION);
        snprintf(action, sizeof action, "option %s", options[i].taken);
        position_play(&state, shipped_rules(), action);
        position_expect(&state, shipped_rules(), options[i].expected);
    }
}

/* How many instructions of this kind the card has, in its event and in its trigger. */
static int count_ops(const Rules *rules, int card, Op op)
{
    int count = 0;

    for (int kind = FRAME_EVENT; kind <= FRAME_TRIGGER; kind++) {
        Program program = rules->program[kind][card];
        for (int i = 0; i < program.length; i++) {
            count += rules->instruction[program.start + i].op == op;
        }
    }
    return count;
}

/* How many `when` of the card are shown with this outcome; each position must be shown. */
static int shown_outcomes(const char *card, int whens, char outcome)
{
    int shown = 0;

    for (int when = 0; when < whens; when++) {
        bool seen = false;
        for (int i = 0; i < BRANCHES; i++) {
            seen |= strcmp(branches[i].card, card) == 0 &&
                    (int)strlen(branches[i].taken) == whens && branches[i].taken[when] == outcome;
        }
        shown += seen;
    }
    return shown;
}

static void expect_branches(const char *card, int whens)
{
    if (strcmp(card, die_card) == 0) {
        assert_int_equal(whens, 1);
        return;
    }
    if (shown_outcomes(card, whens, 't') != whens || shown_outcomes(card, whens, 'e') != whens) {
        fail_msg("%s has a branch that no row of this test takes", card);
    }
}

TEST(no_branch_of_a_shipped_card_is_missing_here)
{
    const Rules *rules = shipped_rules();

    for (int card = 0; card < rules->card_count; card++) {
        expect_branches(rules->card[card].id, count_ops(rules, card, OP_WHEN));
    }
}

static void expect_options(const char *card, int offered)
{
    bool first = false;
    bool second = false;

    for (int i = 0; i < OPTIONS; i++) {
        bool shown = strcmp(options[i].card, card) == 0;
        first |= shown && options[i].taken[0] == '1';
        second |= shown && options[i].taken[0] == '2';
    }
    if (first != (offered > 0) || second != (offered > 0)) {
        fail_msg("%s has an option that no row of this test takes", card);
    }
}

TEST(no_option_of_a_shipped_card_is_missing_here)
{
    const Rules *rules = shipped_rules();

    for (int card = 0; card < rules->card_count; card++) {
        expect_options(rules->card[card].id, count_ops(rules, card, OP_OPTION));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_branch_of_a_card_does_what_its_text_says),
        cmocka_unit_test(a_die_decides_between_the_branches),
        cmocka_unit_test(each_option_of_a_card_does_what_its_text_says),
        cmocka_unit_test(no_branch_of_a_shipped_card_is_missing_here),
        cmocka_unit_test(no_option_of_a_shipped_card_is_missing_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
