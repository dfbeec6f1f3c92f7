#include <stdio.h>
#include <string.h>

#include "core/state.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

/* A position of the full game in which everything that a text can hold is there: modifiers, a
 * trigger, frames, controls (the first example of TRACE.md R4), and its hash. */
static const char two_seats[] =
    "round=6 phase=action turn=6 first=US vp=32,36,54,30 pool=34,10 D=5,6 S=8,6 E=0,4 I=4,5 U=5,5 "
    "F=6,6 Q=6,6,5,5 L=p,c compute=11,9 capital=1,30 P=3 R=1 B=4 V=2 T=8 known=0 "
    "control=2,3,0,0,2 nations=-2:-2,-2:2,-2:-2,-1:-1,-3:3,-2:1,-1:-1,-3:3,2:-2,1:3,2:3,2:3,1:-3,"
    "2:0,1:-1,2:-2 hand=L14+L16,M07+L01 deck=M02,M22,L07,L08,L09,L15,L17,L18,L21 "
    "discard=E02,E03,E04,E05,E07,E08,E09,E10,E11,E12,E14,E15,E16,E17,E18,E19,E20,E21,E22,E23,E24,"
    "E25,E26,M01,M03,M04,M05,M08,M09,M10,M11,M12,M13,M14,M15,M16,M17,M18,M19,M20,M21,M23,L02,L03,"
    "L04,L05,L06,L11,L13,L19,L20,L22 removed=E01,E06,E13,M06,M24,L10,L12 headline=-,- shelved=1,1 "
    "mods=INTEGRATE:CN:-1:round triggers=control:US:M24 "
    "frames=ops:CN:3:-,event:M04:US:US:0:3:-:CN chance=3,0,0 result=-";
static const uint64_t two_seats_hash = UINT64_C(0xa72971d3dcf9bbed);

/* The second example of TRACE.md R4. */
static const char four_seats[] =
    "round=6 phase=action turn=3 first=CN vp=50,12,34,41 pool=19,18 D=7,4 S=7,7 E=4,6 I=4,5 U=6,3 "
    "F=5,5,4,4 Q=5,4,4,4 L=p,p compute=7,1,5,4 capital=17,2,23,6 P=3 R=0 B=5 V=8 T=6 known=0 "
    "control=1,2,2,1,0 nations=-2:-2,-3:3,-3:-3,-2:-3,-3:-2,-2:3,-2:-2,-1:3,3:3,3:3,3:3,2:3,-3:-3,"
    "3:-2,2:-3,2:-3 hand=M20+L02+L04+L08,L06+L07,L01+L05+L12,L11+L13 deck=L03,L09,L16,L18,L21 "
    "discard=E02,E03,E04,E05,E07,E08,E09,E10,E11,E12,E14,E15,E16,E17,E19,E20,E21,E22,E23,E24,E25,"
    "E26,M01,M02,M03,M04,M05,M08,M09,M11,M12,M13,M14,M15,M16,M17,M18,M19,M21,M22,M23,L14,L15,L17,"
    "L19,L20,L22 removed=E01,E06,E13,E18,M06,M07,M10,M24,L10 headline=-,- shelved=0,0,0,1 "
    "mods=INTEGRATE:CN:-1:game triggers=control:US:M24 "
    "frames=ops:CC:2:control+court,trigger:M24:US:UO:0:1:-:CN chance=3,0,0 result=-";
static const uint64_t four_seats_hash = UINT64_C(0xd429355ae6130b19);

static Setup full_game(int seat_count, uint64_t seed)
{
    int scenario = rules_find_scenario(shipped_rules(), "full");

    assert_true(scenario >= 0);
    return (Setup){.seed = seed, .scenario = scenario, .seat_count = seat_count};
}

static void expect_round_trip(const char *text, const Setup *setup, uint64_t hash)
{
    char printed[STATE_TEXT_SIZE];
    State state;
    State again;
    Error err = {0};

    if (state_parse(&state, setup, text, shipped_rules(), &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(state_print(printed, &state, shipped_rules()), strlen(text));
    assert_string_equal(printed, text);
    assert_int_equal(state_hash(&state, shipped_rules()), hash);
    assert_int_equal(state_check(&state, shipped_rules(), &err), STATUS_OK);

    assert_int_equal(state_parse(&again, setup, printed, shipped_rules(), &err), STATUS_OK);
    assert_true(state_equal(&state, &again));
    assert_memory_equal(&state, &again, sizeof state);
}

TEST(a_two_seat_text_comes_back_with_its_hash)
{
    Setup setup = full_game(2, 4);
    expect_round_trip(two_seats, &setup, two_seats_hash);
}

TEST(a_four_seat_text_comes_back_with_its_hash)
{
    Setup setup = full_game(4, 10);
    expect_round_trip(four_seats, &setup, four_seats_hash);
}

/* The seed is no part of the text: it is a constant of the game. */
TEST(the_setup_gives_a_parsed_position_its_seed)
{
    Setup setup = full_game(2, 4);
    Setup other = full_game(2, 5);
    State a;
    State b;

    assert_int_equal(state_parse(&a, &setup, two_seats, shipped_rules(), NULL), STATUS_OK);
    assert_int_equal(state_parse(&b, &other, two_seats, shipped_rules(), NULL), STATUS_OK);
    assert_int_equal(a.seed, 4);
    assert_int_equal(b.seed, 5);
    assert_false(state_equal(&a, &b));
    assert_int_equal(state_hash(&a, shipped_rules()), state_hash(&b, shipped_rules()));
}

TEST(every_position_of_a_game_comes_back_from_its_text)
{
    const Rules *rules = shipped_rules();

    for (int variant = 0; variant < variant_count(rules); variant++) {
        Setup setup = variant_setup(variant, 1);
        uint64_t key = setup.seed;
        State state;
        state_init(&state, rules, &setup);
        for (int decision = 0; !state_is_terminal(&state); decision++) {
            char text[STATE_TEXT_SIZE];
            ActionList legal;
            state_print(text, &state, rules);
            expect_round_trip(text, &setup, state_hash(&state, rules));
            state_legal_actions(&state, rules, &legal);
            state_apply(&state, rules, policy_choose(key, decision, &legal), NULL);
        }
        char text[STATE_TEXT_SIZE];
        state_print(text, &state, rules);
        expect_round_trip(text, &setup, state_hash(&state, rules));
    }
}

/* FNV-1a, 64 bit, as TRACE.md R4 describes it, over the bytes of the text. */
TEST(the_hash_is_that_of_the_texts_bytes)
{
    Setup setup = full_game(2, 4);
    char text[STATE_TEXT_SIZE];
    State state;
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    state_init(&state, shipped_rules(), &setup);
    int length = state_print(text, &state, shipped_rules());
    for (int i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    }
    assert_int_equal(state_hash(&state, shipped_rules()), hash);
}

/* The refusal leaves the state alone and says in one line, with `word` in it, what is wrong. */
static void expect_refusal(const char *text, const Setup *setup, const char *word)
{
    State state;
    State before;
    Error err = {0};

    memset(&state, 0x5a, sizeof state);
    before = state;
    if (state_parse(&state, setup, text, shipped_rules(), &err) == STATUS_OK) {
        fail_msg("taken for a position (expected: '%s'):\n%s", word, text);
    }
    assert_int_equal(err.status, STATUS_PARSE);
    assert_memory_equal(&state, &before, sizeof state);
    if (strstr(err.text, word) == NULL) {
        fail_msg("the refusal should name '%s', but says: %s", word, err.text);
    }
    assert_null(strchr(err.text, '\n'));
    assert_int_equal(state_parse(&state, setup, text, shipped_rules(), NULL), STATUS_PARSE);
}

typedef struct BadField {
    const char *field, *value;
} BadField;

/* The two-seat text with each of these values; the refusal says `word`, or names the field. */
static void expect_refusals(const BadField *bad, size_t count, const char *word)
{
    Setup setup = full_game(2, 4);

    for (size_t i = 0; i < count; i++) {
        char changed[STATE_TEXT_SIZE];
        snprintf(changed, sizeof changed, "%s", two_seats);
        position_set(changed, bad[i].field, bad[i].value);
        expect_refusal(changed, &setup, word != NULL ? word : bad[i].field);
    }
}

TEST(a_value_that_no_field_may_have_is_refused)
{
    static const BadField bad[] = {
        {"round", "0"},
        {"round", "9"},
        {"round", "-1"},
        {"round", "+6"},
        {"round", "six"},
        {"round", ""},
        {"round", "6,6"},
        {"round", "6.0"},
        {"phase", "market"},
        {"phase", "Action"},
        {"turn", "-2"},
        {"first", "UC"},
        {"first", "-"},
        {"vp", "32,36,54"},
        {"vp", "32,36,54,30,1"},
        {"vp", "32,36,54,99999"},
        {"vp", "32,,54,30"},
        {"pool", "34"},
        {"D", "0,6"},
        {"D", "5,9"},
        {"S", "8,0"},
        {"E", "0,7"},
        {"I", "4,11"},
        {"U", "5,-1"},
        {"F", "6"},
        {"F", "6,6,6,6"},
        {"F", "11,6"},
        {"Q", "6,6,5"},
        {"Q", "0,6,5,5"},
        {"L", "p"},
        {"L", "p,x"},
        {"L", "permissive,c"},
        {"compute", "31,9"},
        {"capital", "1,-1"},
        {"P", "0"},
        {"P", "7"},
        {"P", "99999999999"},

        {"R", "11"},
        {"B", "7"},
        {"V", "11"},
        {"T", "4"},
        {"T", "11"},
        {"known", "2"},
        {"control", "2,3,0,0"},
        {"control", "4,3,0,0,2"},
    };
    expect_refusals(bad, sizeof bad / sizeof bad[0], NULL);
}

TEST(a_list_that_no_field_may_have_is_refused)
{
    static const BadField bad[] = {
        {"nations", "-"},
        {"nations", "-2:-2,-2:2,-2:-2,-1:-1,-3:3,-2:1,-1:-1,-3:3,2:-2,1:3,2:3,2:3,1:-3,2:0,1:-1"},
        {"nations", "-4:-2,-2:2,-2:-2,-1:-1,-3:3,-2:1,-1:-1,-3:3,2:-2,1:3,2:3,2:3,1:-3,2:0,1:-1,"
                    "2:-2"},
        {"nations", "-2,-2:2,-2:-2,-1:-1,-3:3,-2:1,-1:-1,-3:3,2:-2,1:3,2:3,2:3,1:-3,2:0,1:-1,2:-2"},
        {"hand", "L14+L16"},
        {"hand", "L14+L16,M07+L01,-,-"},
        {"hand", "L14+L16,M07+L01+"},
        {"hand", "L14+Z99,M07+L01"},
        {"headline", "-"},
        {"headline", "X,-"},
        {"shelved", "1"},
        {"shelved", "1,2"},
        {"shelved", "1,1,0,0"},
        {"mods", "INTEGRATE:CN:-1"},
        {"mods", "INTEGRATE:CN:-1:month"},
        {"mods", "PRICE:CN:-1:round"},
        {"mods", "INTEGRATE:XX:-1:round"},
        {"mods", "INTEGRATE:CN:-1000:round"},
        {"triggers", "control:US"},
        {"triggers", "market:US:M24"},
        {"chance", "3,0"},
        {"chance", "3,0,0,0"},
        {"chance", "70000,0,0"},
        {"result", "US"},
        {"result", "US:victory"},
    };
    expect_refusals(bad, sizeof bad / sizeof bad[0], NULL);
}

TEST(frames_that_nothing_could_be_resolving_are_refused)
{
    static const BadField bad[] = {
        {"frames", ""},
        {"frames", "ops"},
        {"frames", "ops:CN"},
        {"frames", "ops:CN:3"},
        {"frames", "ops:CN:3:-:-"},
        {"frames", "ops:CN:0:-"},
        {"frames", "ops:CN:300:-"},
        {"frames", "ops:CC:3:-"},
        {"frames", "ops:CN:3:sleep"},
        {"frames", "nothing:M04:US:US:0:3:-:CN"},
        {"frames", "event:M04:US:US:0:3:-"},
        {"frames", "event:Z99:US:US:0:3:-:CN"},
        {"frames", "event:M04:XX:US:0:3:-:CN"},
        {"frames", "event:M04:US:UO:0:3:-:CN"},
        {"frames", "event:M04:US:US:-1:3:-:CN"},
        {"frames", "event:M04:US:US:0:3:-:-"},
        {"frames", "event:M04:US:US:0:2:Atlantis:CN"},
        {"frames", "hearts:M04:US:US:0:1:-:CN"},
        {"frames", "hearts:shut:US:US:0:1:-:CN"},
        {"frames", "hedging:M04:US:US:0:1:-:-"},
        {"frames", "ops:CN:3:-,,event:M04:US:US:0:3:-:CN"},
        {"frames", "ops:CN:3:-,ops:CN:3:-,ops:CN:3:-,ops:CN:3:-,ops:CN:3:-,ops:CN:3:-,ops:CN:3:-,"
                   "ops:CN:3:-,ops:CN:3:-"},
    };
    expect_refusals(bad, sizeof bad / sizeof bad[0], NULL);
}

TEST(a_card_that_is_nowhere_or_twice_is_refused)
{
    Setup setup = full_game(2, 4);
    char text[STATE_TEXT_SIZE];

    snprintf(text, sizeof text, "%s", two_seats);
    position_set(text, "deck", "M02,M22,L07,L08,L09,L15,L17,L18");
    expect_refusal(text, &setup, "L21");
    position_set(text, "deck", "E02,M02,M22,L07,L08,L09,L15,L17,L18,L21");
    expect_refusal(text, &setup, "E02");
    position_set(text, "deck", "M02,M22,L07,L08,L09,L15,L17,L18,L21,L22");
    expect_refusal(text, &setup, "L22");
}

TEST(a_card_of_an_era_to_come_is_refused)
{
    Setup setup = full_game(2, 4);
    char text[STATE_TEXT_SIZE];

    position_text(text, &setup, shipped_rules(), "hand=E08,E11 discard=M01");
    expect_refusal(text, &setup, "M01");
}

TEST(a_text_of_another_shape_is_refused)
{
    Setup setup = full_game(2, 4);
    char text[2 * STATE_TEXT_SIZE];

    expect_refusal("", &setup, "round");
    expect_refusal("round", &setup, "round");
    expect_refusal("round=6", &setup, "round");
    expect_refusal("state round=6", &setup, "round");
    expect_refusal(" round=6 phase=action", &setup, "round");
    expect_refusal("phase=action round=6", &setup, "round");
    expect_refusal("round=6  phase=action", &setup, "phase");
    expect_refusal("round=6\tphase=action", &setup, "round");

    snprintf(text, sizeof text, "%s ", two_seats);
    expect_refusal(text, &setup, "result");
    snprintf(text, sizeof text, "%s\n", two_seats);
    expect_refusal(text, &setup, "result");
    snprintf(text, sizeof text, "%s result=-", two_seats);
    expect_refusal(text, &setup, "result");
    snprintf(text, sizeof text, "%s seed=4", two_seats);
    expect_refusal(text, &setup, "result");
}

TEST(a_text_that_ends_early_is_refused_wherever_it_ends)
{
    Setup setup = full_game(2, 4);
    char text[STATE_TEXT_SIZE];

    for (size_t length = 0; length < strlen(two_seats); length++) {
        State state;
        Error err = {0};
        memset(&state, 0x5a, sizeof state);
        snprintf(text, sizeof text, "%.*s", (int)length, two_seats);
        assert_int_equal(state_parse(&state, &setup, text, shipped_rules(), &err), STATUS_PARSE);
        assert_true(err.text[0] != '\0');
    }
}

TEST(a_text_of_another_game_is_refused)
{
    Setup two = full_game(2, 4);
    Setup four = full_game(4, 10);
    Setup lesson = two;

    lesson.scenario = rules_find_scenario(shipped_rules(), "lesson-1");
    expect_refusal(two_seats, &four, "F");
    expect_refusal(four_seats, &two, "F");
    expect_refusal(two_seats, &lesson, "round");
}

/* A position has one text: what state_print would not print is refused. */
TEST(what_is_said_in_another_way_than_it_is_printed_is_refused)
{
    static const BadField bad[] = {
        {"round", "06"},
        {"pool", "34,-0"},
        {"hand", "L16+L14,M07+L01"},
        {"mods", "INTEGRATE:CN:0:round"},
        {"mods", "INTEGRATE:CN:-1:round,INTEGRATE:CN:-1:round"},
        {"mods", "SERVE:CN:-1:round,INTEGRATE:CN:-1:round"},
        {"mods", "INTEGRATE:CN:-1:game,INTEGRATE:CN:-1:round"},
        {"triggers", "control:US:M24,control:US:M24"},
        {"frames", "ops:CN:3:court+train"},
        {"frames", "ops:CN:3:train+train"},
    };

    expect_refusals(bad, sizeof bad / sizeof bad[0], "canonical form");
}

/* In range, field by field, but no position that play could reach. */
TEST(a_position_that_contradicts_itself_is_refused)
{
    static const BadField bad[] = {
        {"R", "10"},           /* the game would be over */
        {"F", "9,6"},          /* a lab has passed the hidden plateau */
        {"phase", "end"},      /* without a result */
        {"phase", "headline"}, /* in the middle of a play */
        {"turn", "0"},         /* a card is in play, but none was begun */
        {"turn", "9"},
        {"hand", "L14,M07+L01"},
        {"headline", "L14,-"},
        {"triggers", "control:US:E01"},
        {"triggers", "release:US:M24"},
        {"result", "US:points"},
        {"frames", "event:M04:US:US:9:3:-:CN"},
        {"frames", "event:M04:US:US:0:9:-:CN"},
        {"frames", "trigger:M04:US:US:0:3:-:CN"},
    };

    expect_refusals(bad, sizeof bad / sizeof bad[0], "impossible position");
}

TEST(a_hidden_plateau_that_no_tile_shows_is_refused)
{
    Setup setup = full_game(2, 4);
    char text[STATE_TEXT_SIZE];

    position_text(text, &setup, shipped_rules(), "hand=E08,E11 T=5");
    expect_refusal(text, &setup, "plateau");
    position_text(text, &setup, shipped_rules(), "hand=E08,E11 T=9");
    expect_refusal(text, &setup, "plateau");
}

TEST(a_position_in_which_nobody_is_asked_is_refused)
{
    Setup setup = full_game(2, 4);
    char text[STATE_TEXT_SIZE];

    position_text(text, &setup, shipped_rules(), "hand=-,-");
    expect_refusal(text, &setup, "choose");
    position_text(text, &setup, shipped_rules(), "hand=E08,- turn=1");
    expect_refusal(text, &setup, "choose"); /* the turn of CN, which would have passed */
    position_text(text, &setup, shipped_rules(), "hand=E08,E11 phase=scoring");
    expect_refusal(text, &setup, "choose");
    position_text(text, &setup, shipped_rules(), "hand=E08,E11 phase=start");
    expect_refusal(text, &setup, "phase");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_two_seat_text_comes_back_with_its_hash),
        cmocka_unit_test(a_four_seat_text_comes_back_with_its_hash),
        cmocka_unit_test(the_setup_gives_a_parsed_position_its_seed),
        cmocka_unit_test(every_position_of_a_game_comes_back_from_its_text),
        cmocka_unit_test(the_hash_is_that_of_the_texts_bytes),
        cmocka_unit_test(a_value_that_no_field_may_have_is_refused),
        cmocka_unit_test(a_list_that_no_field_may_have_is_refused),
        cmocka_unit_test(frames_that_nothing_could_be_resolving_are_refused),
        cmocka_unit_test(a_card_that_is_nowhere_or_twice_is_refused),
        cmocka_unit_test(a_card_of_an_era_to_come_is_refused),
        cmocka_unit_test(a_text_of_another_shape_is_refused),
        cmocka_unit_test(a_text_that_ends_early_is_refused_wherever_it_ends),
        cmocka_unit_test(a_text_of_another_game_is_refused),
        cmocka_unit_test(what_is_said_in_another_way_than_it_is_printed_is_refused),
        cmocka_unit_test(a_position_that_contradicts_itself_is_refused),
        cmocka_unit_test(a_hidden_plateau_that_no_tile_shows_is_refused),
        cmocka_unit_test(a_position_in_which_nobody_is_asked_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
