/* The lanes of nation.c against their scalar twin, on random positions of random rules. */

#include <stdio.h>
#include <string.h>

#include "core/nation.h"
#include "core/nation_scalar.h"
#include "core/rng.h"
#include "test.h"

enum { TRIALS = 10000 };

static Rules rules;
static uint64_t counter;

static int random_below(int count)
{
    return rng_below(rng_mix(++counter * UINT64_C(0x9E3779B97F4A7C15)), count);
}

static int random_between(int least, int most)
{
    return least + random_below(most - least + 1);
}

static uint32_t random_set(void)
{
    return (uint32_t)rng_mix(++counter * UINT64_C(0x9E3779B97F4A7C15));
}

enum { FILTERS = 12 };

static void add_filters(void)
{
    for (int i = 0; i < FILTERS; i++) {
        Filter filter = {
            .named = random_below(2) == 0 ? 0 : random_set() & ((1U << rules.nation_count) - 1),
            .needs = (uint8_t)random_below(1 << NEED_COUNT),
            .has_role = (uint8_t)random_below(2),
            .strict = (uint8_t)random_below(3),
            .side = (uint8_t)random_between(1, SIDE_SET_ANY),
            .y = (uint8_t)random_between(1, Y_SET_ANY),
            .near_zero = (uint8_t)(random_below(4) == 0),
            .outside_rival_quadrant = (uint8_t)random_below(2)};
        assert_true(rules_add_filter(&rules, &filter) >= 0);
    }
}

/* One card, one scenario, and any number of nations. */
static void make_rules(void)
{
    rules_init(&rules);
    for (int i = 0; i < vocab_param_count; i++) {
        for (int j = 0; j < vocab_param[i].count; j++) {
            rules.param[vocab_param[i].slot + j] =
                (int16_t)(vocab_param[i].least > 1 ? vocab_param[i].least : 1);
        }
    }
    rules.param[PARAM_NEED_BONUS] = 2;
    rules.param[PARAM_LEAN] = 2;
    rules.param[PARAM_COURT_BASE] = 2;
    rules.card_count = 1;
    rules.card[0] = (Card){.id = "X01", .ops = 1, .needs = SYSTEM_NONE, .side = SIDE_NEUTRAL};
    rules.instruction[rules.instruction_count] =
        (Instruction){.op = OP_REVEAL, .next = PROGRAM_END};
    rules.program[FRAME_EVENT][0] = (Program){(uint16_t)rules.instruction_count++, 1};
    rules.scenario_count = 1;
    rules.scenario[0] = (Scenario){.id = "s",
                                   .systems = (uint8_t)random_below(1 << SYSTEM_COUNT),
                                   .rounds = 3,
                                   .acts = 3,
                                   .hand = {1, 1},
                                   .era_round = {1, 0, 0}};
    for (int track = 0; track < TRACK_COUNT; track++) {
        for (int i = 0; i < vocab_track[track].size; i++) {
            int least = vocab_track[track].least;
            rules.scenario[0].start[vocab_track[track].slot + i] = (int16_t)(least > 0 ? least : 0);
        }
    }
    rules.nation_count = random_between(1, NATIONS_MAX - 1);
    for (int n = 0; n < rules.nation_count; n++) {
        Nation *nation = &rules.nation[n];
        snprintf(nation->id, sizeof nation->id, "n%d", n);
        nation->weight = (uint8_t)random_between(1, 4);
        nation->strictness = (uint8_t)random_below(4);
        nation->need = (uint8_t)random_below(NEED_COUNT);
        nation->role = (uint8_t)random_below(ROLE_COUNT);
        nation->chain = (uint8_t)random_below(2);
    }
    add_filters();
    Error err;
    assert_int_equal(rules_prepare(&rules, &err), STATUS_OK);
}

static void make_state(State *state)
{
    memset(state, 0, sizeof *state);
    state->seat_count = 2;
    for (int track = 0; track < TRACK_COUNT; track++) {
        const TrackInfo *info = &vocab_track[track];
        for (int i = 0; i < info->size; i++) {
            state->track[info->slot + i] = (int16_t)random_between(
                info->least < 0 ? 0 : info->least, info->most > 99 ? 99 : info->most);
        }
    }
    for (int n = 0; n < rules.nation_count; n++) {
        state->nation_x[n] = (int8_t)random_between(-GRID_EDGE, GRID_EDGE);
        state->nation_y[n] = (int8_t)random_between(-GRID_EDGE, GRID_EDGE);
    }
}

static void each_position(void (*check)(const State *state))
{
    for (int trial = 0; trial < TRIALS; trial++) {
        State state;
        if (trial % 100 == 0) {
            make_rules();
        }
        make_state(&state);
        check(&state);
    }
}

static void check_sets(const State *state)
{
    uint32_t fast[STACK_COUNT];
    uint32_t slow[STACK_COUNT];

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        assert_int_equal(nation_side(state, &rules, (Bloc)bloc),
                         scalar_side(state, &rules, (Bloc)bloc));
    }
    appeal_favourites(state, &rules, fast);
    scalar_favourites(state, &rules, slow);
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        uint32_t users = scalar_users(state, &rules, (Stack)stack);
        assert_int_equal(fast[stack], slow[stack]);
        assert_int_equal(nation_users(state, &rules, (Stack)stack), users);
        assert_int_equal(nation_weight(&rules, users), scalar_weight(&rules, users));
    }
}

static void check_courts(const State *state)
{
    Bloc bloc = (Bloc)random_below(BLOC_COUNT);
    int capital = random_below(10);
    Courts fast;
    Courts slow;

    appeal_courts(state, &rules, bloc, capital, &fast);
    scalar_courts(state, &rules, bloc, capital, &slow);
    assert_int_equal(fast.align, slow.align);
    assert_int_equal(fast.open, slow.open);
    assert_int_equal(fast.close, slow.close);
    for (int n = 0; n < rules.nation_count; n++) {
        assert_int_equal(fast.cost[n], slow.cost[n]);
        assert_int_equal(appeal_court_cost(state, &rules, bloc, n),
                         scalar_court_cost(state, &rules, bloc, n));
    }
}

static void check_targets(const State *state)
{
    Bloc owner = (Bloc)random_below(BLOC_COUNT);
    int filter = random_below(rules.filter_count);

    for (int move = 0; move <= MOVE_COUNT; move++) {
        assert_int_equal(nation_targets(state, &rules, filter, (Move)move, owner),
                         scalar_targets(state, &rules, filter, (Move)move, owner));
    }
}

static void move_one_by_one(State *state, uint32_t set, Move move, Bloc owner)
{
    for (int n = 0; n < rules.nation_count; n++) {
        if ((set >> n & 1) != 0) {
            nation_move(state, n, move, owner, NULL);
        }
    }
}

static void check_moves(const State *state)
{
    Bloc owner = (Bloc)random_below(BLOC_COUNT);
    uint32_t set = random_set() & rules.nations;

    for (int move = 0; move < MOVE_COUNT; move++) {
        State all = *state;
        State single = *state;
        State slow = *state;
        nation_move_all(&all, set, (Move)move, owner, NULL);
        move_one_by_one(&single, set, (Move)move, owner);
        scalar_move_all(&slow, set, (Move)move, owner, NULL);
        assert_true(state_equal(&all, &slow));
        assert_true(state_equal(&single, &slow));
    }
}

static void check_drift(const State *state)
{
    uint32_t favourite[STACK_COUNT];
    uint32_t throttled = rules.nations & random_set();
    State fast = *state;
    State slow = *state;

    scalar_favourites(state, &rules, favourite);
    nation_drift(&fast, favourite, throttled, NULL);
    scalar_drift(&slow, favourite, throttled, NULL);
    assert_true(state_equal(&fast, &slow));
}

TEST(sets_favourites_and_weights_are_those_of_the_scalar_twin)
{
    each_position(check_sets);
}

TEST(courts_and_their_costs_are_those_of_the_scalar_twin)
{
    each_position(check_courts);
}

TEST(targets_of_filters_are_those_of_the_scalar_twin)
{
    each_position(check_targets);
}

TEST(moves_are_those_of_the_scalar_twin)
{
    each_position(check_moves);
}

TEST(the_drift_is_that_of_the_scalar_twin)
{
    each_position(check_drift);
}

TEST(a_log_names_each_nation_that_moved)
{
    static EventLog log;
    State state;

    make_rules();
    make_state(&state);
    state.nation_y[0] = 0;
    event_log_init(&log, NULL, NULL);
    nation_move_all(&state, 1, MOVE_OPEN, BLOC_US, &log);
    assert_int_equal(log.count, 1);
    assert_int_equal(log.item[0].kind, EVENT_MOVED);
    assert_int_equal(log.item[0].subject, 0);
    assert_int_equal(log.item[0].b - log.item[0].a, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_favourites_and_weights_are_those_of_the_scalar_twin),
        cmocka_unit_test(courts_and_their_costs_are_those_of_the_scalar_twin),
        cmocka_unit_test(targets_of_filters_are_those_of_the_scalar_twin),
        cmocka_unit_test(moves_are_those_of_the_scalar_twin),
        cmocka_unit_test(the_drift_is_that_of_the_scalar_twin),
        cmocka_unit_test(a_log_names_each_nation_that_moved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
