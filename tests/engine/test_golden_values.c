/* The numbers of RULES.md Appendix A that the kernel makes: the position after the first Start, the
 * market and scoring of rounds in which no card changes anything, controls and releases. */

#include <stdio.h>
#include <string.h>

#include "core/appeal.h"
#include "core/income.h"
#include "core/nation.h"
#include "core/track.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

enum { NATIONS = 16 };

static Setup full_game(uint64_t seed)
{
    int scenario = rules_find_scenario(shipped_rules(), "full");

    return (Setup){.seed = seed, .scenario = scenario, .seat_count = 2};
}

/* The start position of the appendix has plateau tile 8. */
static Setup game_with_plateau_8(void)
{
    for (uint64_t seed = 0;; seed++) {
        Setup setup = full_game(seed);
        State state;
        state_init(&state, shipped_rules(), &setup);
        if (state.track[SLOT_PLATEAU] == 8) {
            return setup;
        }
    }
}

TEST(the_first_start_gives_what_the_rules_say)
{
    Setup setup = game_with_plateau_8();
    State state;

    state_init(&state, shipped_rules(), &setup);
    position_expect(&state, shipped_rules(),
                    "round=1 phase=headline first=US P=6 R=2 B=0 V=5 T=8 known=0 D=3,3 S=5,1 E=0,1 "
                    "I=1,2 U=3,3 F=4,4 Q=4,2,3,3 L=p,c compute=10,9 capital=10,10 vp=0,0,0,0 "
                    "pool=0,0 control=0,0,0,0,0 chance=1,0,0");
    assert_int_equal(compute_income(&state, shipped_rules(), BLOC_US), 10);
    assert_int_equal(compute_income(&state, shipped_rules(), BLOC_CN), 9);
    assert_int_equal(chip_tier(&state, shipped_rules(), BLOC_US), 5);
    assert_int_equal(chip_tier(&state, shipped_rules(), BLOC_CN), 5);
}

/* What one operation costs, in compute and in capital. */
static void expect_cost(const char *fields, const char *action, const char *expected)
{
    Setup setup = full_game(1);
    State state;

    position_make(&state, &setup, shipped_rules(), fields);
    position_play(&state, shipped_rules(), action);
    position_expect(&state, shipped_rules(), expected);
}

#define US_SPENDS "hand=E08,E11 turn=1 frames=ops:US:3:-"
#define CN_SPENDS "hand=E08,E11 turn=1 first=CN frames=ops:CN:3:-"

TEST(operations_cost_what_the_appendix_says)
{
    expect_cost(US_SPENDS, "train", "compute=3,9 F=5,4");
    expect_cost(CN_SPENDS, "train", "compute=10,2 F=4,5");
    expect_cost(US_SPENDS, "integrate", "compute=4,9 I=2,2");
    expect_cost(CN_SPENDS, "integrate", "compute=10,3 I=1,3");
    /* building gives 1 compute at once */
    expect_cost(US_SPENDS, "build datacentre", "capital=7,10 compute=11,9 D=4,3");
    expect_cost(CN_SPENDS, "build datacentre", "capital=10,7 compute=10,10 D=3,4");
    expect_cost(US_SPENDS, "build silicon", "capital=7,10 compute=11,9 S=6,1");
    expect_cost(CN_SPENDS, "build silicon", "capital=10,9 compute=10,10 S=5,2");
}

typedef struct NationRow {
    const char *id;
    int favourite; /* Stack, or -1 */
    int court_us, court_cn;
} NationRow;

static const NationRow nation_row[NATIONS] = {
    {"Britain", STACK_UC, 2, 4},     {"France", STACK_UO, 2, 4},    {"Germany", STACK_UC, 3, 5},
    {"Netherlands", STACK_UC, 2, 4}, {"Japan", STACK_UC, 3, 5},     {"Korea", STACK_UC, 2, 4},
    {"Taiwan", STACK_UC, 2, 4},      {"India", -1, 5, 5},           {"Gulf-States", STACK_UC, 3, 5},
    {"Brazil", STACK_CO, 5, 3},      {"Indonesia", STACK_CO, 5, 3}, {"Nigeria", STACK_CO, 4, 2},
    {"Singapore", STACK_UC, 2, 4},   {"Viet-Nam", STACK_CC, 4, 2},  {"Pakistan", STACK_CC, 4, 2},
    {"Russia", STACK_CC, 5, 3},
};

TEST(nations_like_the_stacks_and_cost_the_capital_that_the_appendix_says)
{
    Setup setup = game_with_plateau_8();
    State state;
    uint32_t favourite[STACK_COUNT];

    state_init(&state, shipped_rules(), &setup);
    appeal_favourites(&state, shipped_rules(), favourite);
    for (int n = 0; n < NATIONS; n++) {
        const NationRow *row = &nation_row[n];
        assert_int_equal(rules_find_nation(shipped_rules(), row->id), n);
        for (int stack = 0; stack < STACK_COUNT; stack++) {
            assert_int_equal(favourite[stack] >> n & 1, stack == row->favourite);
        }
        assert_int_equal(appeal_court_cost(&state, shipped_rules(), BLOC_US, n), row->court_us);
        assert_int_equal(appeal_court_cost(&state, shipped_rules(), BLOC_CN, n), row->court_cn);
    }
}

/* Keeps the position at one moment of an apply. */
typedef struct Keeper {
    Moment moment;
    State state;
    bool reached;
} Keeper;

static void keep(void *user, Moment moment, const State *state)
{
    Keeper *keeper = user;

    if (moment == keeper->moment && !keeper->reached) {
        keeper->state = *state;
        keeper->reached = true;
    }
}

/* Plays the last card of a round, which changes nothing, and compares a moment after it. */
static void expect_at(const char *given, Moment moment, const char *expected)
{
    Setup setup = full_game(1);
    State state;
    Action shelve = {0};
    EventLog log;
    Keeper keeper = {.moment = moment};

    position_make(&state, &setup, shipped_rules(), given);
    event_log_init(&log, keep, &keeper);
    assert_int_equal(action_parse(&shelve, "shelve E08", shipped_rules(), NULL), STATUS_OK);
    assert_true(state_is_legal(&state, shipped_rules(), shelve));
    state_apply(&state, shipped_rules(), shelve, &log);
    assert_true(keeper.reached);
    position_expect(&keeper.state, shipped_rules(), expected);
}

#define ROUND_1_END "hand=E08,- turn=7 first=CN"
#define ROUND_1_NATIONS \
    "nations=-2:-2,-1:2,-1:-2,-2:-1,-2:-1,-1:-1,-1:-2,0:1,-1:-1,1:2,1:1,1:1,-1:-1,1:-2,2:-2,2:-2"
#define ROUND_2_NATIONS \
    "nations=-2:-2,-2:2,-2:-2,-2:-2,-2:-2,-1:-2,-2:-2,0:1,-1:-2,2:2,1:2,1:2,-1:-2,2:-2,2:-2,2:-2"

TEST(the_first_market_and_scoring_are_those_of_the_appendix)
{
    expect_at(ROUND_1_END, MOMENT_SERVED, "capital=18,18");
    expect_at(ROUND_1_END, MOMENT_SCORED,
              "P=5 R=1 B=0 V=6 D=3,3 S=5,1 E=0,1 I=1,2 U=3,3 compute=10,9 capital=18,18 "
              "vp=11,1,5,5 pool=4,3 " ROUND_1_NATIONS);
}

TEST(the_second_start_pays_what_the_appendix_says)
{
    Setup setup = full_game(1);
    State state;

    position_make(&state, &setup, shipped_rules(), ROUND_1_END);
    position_play(&state, shipped_rules(), "shelve E08");
    position_expect(&state, shipped_rules(),
                    "round=2 phase=headline first=US P=5 R=1 B=0 V=6 compute=10,9 capital=23,23 "
                    "vp=11,1,5,5 pool=4,3 " ROUND_1_NATIONS);
}

TEST(the_second_market_and_scoring_are_those_of_the_appendix)
{
    static const char given[] = "round=2 hand=E08,- turn=7 first=CN P=5 R=1 V=6 capital=23,23 "
                                "vp=11,1,5,5 pool=4,3 " ROUND_1_NATIONS;

    expect_at(given, MOMENT_SERVED, "capital=30,29"); /* US revenue 18 overflows the purse */
    expect_at(given, MOMENT_SCORED,
              "P=5 R=0 B=0 V=7 compute=10,9 capital=30,29 vp=22,2,10,10 pool=8,6 " ROUND_2_NATIONS);
}

TEST(controls_do_what_the_appendix_says)
{
    Setup setup = full_game(1);
    State state;

    position_make(&state, &setup, shipped_rules(), US_SPENDS);
    position_play(&state, shipped_rules(), "impose CHIPS");
    position_expect(&state, shipped_rules(), "B=1 compute=10,5 control=1,0,0,0,0");
    assert_int_equal(chip_tier(&state, shipped_rules(), BLOC_CN), 1);
    assert_int_equal(compute_income(&state, shipped_rules(), BLOC_CN), 5);
    assert_int_equal(state.nation_x[7], 0);
    assert_int_equal(state.nation_y[7], 2);
    assert_int_equal(state.nation_x[1], -1);
    assert_int_equal(state.nation_y[1], 2);

    position_make(&state, &setup, shipped_rules(), US_SPENDS " B=1 compute=10,5 control=1,0,0,0,0");
    position_play(&state, shipped_rules(), "impose EQUIP");
    position_expect(&state, shipped_rules(), "B=2 compute=10,2 control=1,1,0,0,0");
    position_make(&state, &setup, shipped_rules(), CN_SPENDS " B=2 compute=10,2 control=1,1,0,0,0");
    position_play(&state, shipped_rules(), "impose MINERALS");
    position_expect(&state, shipped_rules(), "B=3 compute=6,2 control=1,1,0,1,0");
    assert_int_equal(compute_income(&state, shipped_rules(), BLOC_US), 6);
    assert_int_equal(compute_income(&state, shipped_rules(), BLOC_CN), 2);

    position_make(&state, &setup, shipped_rules(), US_SPENDS " B=3 compute=10,2 control=1,1,0,1,0");
    position_play(&state, shipped_rules(), "integrate");
    position_expect(&state, shipped_rules(), "compute=3,2"); /* 7 */
}

TEST(releases_do_what_the_appendix_says)
{
    expect_cost(US_SPENDS " F=5,4 P=4", "release api", "Q=5,2,3,3 P=5 R=2");
    expect_cost(CN_SPENDS " F=4,5", "release open", "Q=4,2,3,5 P=5 R=4 F=4,5 L=p,p");
    expect_cost(CN_SPENDS " F=4,5", "release conditional", "Q=4,2,3,5 P=5 R=3 F=4,5 L=p,c");
    /* the better model lifts the rival's lab: not from 4 to 4, but from 3 */
    expect_cost(CN_SPENDS " F=3,5", "release open", "F=4,5");
    expect_cost(CN_SPENDS " F=3,5", "release conditional", "F=3,5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_start_gives_what_the_rules_say),
        cmocka_unit_test(operations_cost_what_the_appendix_says),
        cmocka_unit_test(nations_like_the_stacks_and_cost_the_capital_that_the_appendix_says),
        cmocka_unit_test(the_first_market_and_scoring_are_those_of_the_appendix),
        cmocka_unit_test(the_second_start_pays_what_the_appendix_says),
        cmocka_unit_test(the_second_market_and_scoring_are_those_of_the_appendix),
        cmocka_unit_test(controls_do_what_the_appendix_says),
        cmocka_unit_test(releases_do_what_the_appendix_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
