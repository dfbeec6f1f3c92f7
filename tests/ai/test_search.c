/* The search as a value: what it counts, that it says the same however it is stepped, and where it
 * stops growing. */

#include <stdio.h>

#include "ai/search.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"
#include "support/searches.h"
#include "support/shipped.h"
#include "test.h"

enum { MIDDLE = 60 /* decisions: in the middle of a short game */ };

static State middle(int seat_count, uint64_t seed)
{
    State state = searched_position(searched_variant("short", seat_count), seed, MIDDLE);

    assert_false(state_is_terminal(&state));
    return state;
}

/* A position with a choice. */
static State choice_of(int seat_count)
{
    for (uint64_t seed = 1;; seed++) {
        State state = middle(seat_count, seed);
        ActionList legal;
        state_legal_actions(&state, shipped_rules(), &legal);
        if (legal.count > 2) {
            return state;
        }
    }
}

static void expect_equal(const SearchResult *a, const SearchResult *b)
{
    assert_int_equal(a->action_count, b->action_count);
    assert_memory_equal(&a->all, &b->all, sizeof a->all);
    assert_memory_equal(a->action, b->action, sizeof a->action[0] * (size_t)a->action_count);
}

TEST(the_same_key_gives_the_same_visits)
{
    SearchConfig config = search_config(300);
    State state = choice_of(2);
    SearchResult first;
    SearchResult second;
    SearchResult other;

    search_answer(&first, &config, &state, 5);
    search_answer(&second, &config, &state, 5);
    search_answer(&other, &config, &state, 6);
    expect_equal(&first, &second);
    assert_memory_not_equal(&first.all, &other.all, sizeof other.all);
}

TEST(steps_of_any_size_give_the_same)
{
    SearchConfig config = search_config(300);
    State state = choice_of(4);
    Search *search = search_made(&config);
    SearchResult whole;
    SearchResult stepped;
    int steps = 1;

    search_answer(&whole, &config, &state, 5);
    search_ask(search, &state, 5);
    while (!search_step(search, 7)) {
        steps++;
    }
    assert_int_equal(steps, (300 + 6) / 7);
    assert_int_equal(search_iterations(search), 300);
    search_result(search, &stepped);
    expect_equal(&whole, &stepped);
    search_free(search);
}

TEST(a_search_forgets_the_question_before)
{
    SearchConfig config = search_config(200);
    State state = choice_of(2);
    State before = choice_of(4);
    Search *search = search_made(&config);
    SearchResult fresh;
    SearchResult again;

    search_answer(&fresh, &config, &state, 5);
    search_ask(search, &before, 1);
    search_step(search, 100);
    search_ask(search, &state, 5);
    search_step(search, 200);
    search_result(search, &again);
    expect_equal(&fresh, &again);
    search_free(search);
}

/* Every iteration goes through one action of the root. */
static void expect_sums(const SearchResult *result, int iterations)
{
    SearchCount sum = {.visits = 0};

    for (int i = 0; i < result->action_count; i++) {
        sum.visits += result->action[i].visits;
        for (Seat seat = 0; seat < SEATS_MAX; seat++) {
            sum.returns[seat] += result->action[i].returns[seat];
        }
    }
    assert_int_equal(result->all.visits, iterations);
    assert_memory_equal(&sum, &result->all, sizeof sum);
}

TEST(pay_offs_of_two_seats_sum_to_one)
{
    SearchConfig config = search_config(200);
    config.playout = PLAYOUT_FULL;
    State state = choice_of(2);
    SearchResult result;

    search_answer(&result, &config, &state, 5);
    expect_sums(&result, 200);
    assert_int_equal(result.all.returns[0] + result.all.returns[2], 200 * 1000);
    assert_int_equal(result.all.returns[1] + result.all.returns[3], 0);
}

TEST(pay_offs_of_four_seats_are_those_of_all_places)
{
    SearchConfig config = search_config(200);
    config.playout = PLAYOUT_FULL;
    State state = choice_of(4);
    SearchResult result;
    uint64_t all = 0;

    search_answer(&result, &config, &state, 5);
    expect_sums(&result, 200);
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        assert_true(result.all.returns[seat] > 0);
        all += result.all.returns[seat];
    }
    assert_int_equal(all, 200 * (1000 + 667 + 333));
}

TEST(a_full_tree_grows_no_more_and_goes_on)
{
    SearchConfig config = search_config(2000);
    State state = choice_of(2);
    SearchResult result;

    for (config.nodes = 1; config.nodes < 200; config.nodes += 33) {
        Search *search = search_made(&config);
        search_ask(search, &state, 5);
        assert_true(search_step(search, 2000));
        assert_int_equal(search_nodes(search), config.nodes);
        search_result(search, &result);
        assert_int_equal(result.all.visits, 2000);
        search_free(search);
    }
}

TEST(a_single_action_costs_nothing)
{
    const Rules *rules = shipped_rules();
    SearchConfig config = search_config(100);
    Search *search = search_made(&config);
    State state = choice_of(2);
    ActionList legal;
    SearchResult result;
    View view;

    state_legal_actions(&state, rules, &legal);
    legal.count = 1;
    view_of(&view, &state, rules, state_current_seat(&state, rules));
    search_begin(search, &view, &legal, 1);
    assert_true(search_step(search, 100));
    assert_int_equal(search_iterations(search), 0);
    search_result(search, &result);
    assert_int_equal(search_best(&result), 0);
    search_free(search);
}

/* What a search counts that is offered some of what is legal. */
static void answer_offer(SearchResult *result, const SearchConfig *config, const State *state,
                         const ActionList *offer)
{
    Search *search = search_made(config);
    View view;

    view_of(&view, state, shipped_rules(), state_current_seat(state, shipped_rules()));
    search_begin(search, &view, offer, 5);
    assert_true(search_step(search, config->iterations));
    search_result(search, result);
    search_free(search);
}

TEST(a_search_tries_only_what_it_is_offered)
{
    SearchConfig config = search_config(300);
    State state = choice_of(2);
    ActionList legal;
    SearchResult result;

    search_answer(&result, &config, &state, 5);
    int best = search_best(&result);
    state_legal_actions(&state, shipped_rules(), &legal);
    legal.item[best] = legal.item[--legal.count];
    answer_offer(&result, &config, &state, &legal);
    expect_sums(&result, 300);

    config.pull = 0; /* so that each is tried once before any is twice */
    legal.count = 2;
    for (config.iterations = 1; config.iterations <= 2; config.iterations++) {
        answer_offer(&result, &config, &state, &legal);
        expect_sums(&result, config.iterations);
    }
    assert_int_equal(result.action[0].visits, 1);
    assert_int_equal(result.action[1].visits, 1);
}

TEST(results_of_trees_add_up_in_any_order_of_stepping)
{
    SearchConfig config = search_config(100);
    State state = choice_of(4);
    Search *tree[2] = {search_made(&config), search_made(&config)};
    SearchResult one;
    SearchResult two;
    SearchResult sum;

    search_answer(&one, &config, &state, 1);
    search_answer(&two, &config, &state, 2);
    search_ask(tree[0], &state, 1);
    search_ask(tree[1], &state, 2);
    while (!search_step(tree[1], 3) || !search_step(tree[0], 5)) {
    }
    search_result(tree[0], &sum);
    expect_equal(&sum, &one);
    search_result_add(&sum, &two);
    expect_sums(&sum, 200);
    search_free(tree[0]);
    search_free(tree[1]);
}

static SearchCount count_of(uint64_t visits, uint64_t returns)
{
    return (SearchCount){.visits = visits, .returns = {0, 0, returns, 0}};
}

TEST(the_best_has_the_most_visits_then_the_best_mean_then_is_the_first)
{
    SearchResult result = {.seat = 2, .action_count = 4};

    result.action[0] = count_of(3, 3000);
    result.action[1] = count_of(9, 2000);
    result.action[2] = count_of(9, 2700);
    result.action[3] = count_of(9, 2700);
    assert_int_equal(search_best(&result), 2);
    assert_int_equal(search_mean(&result.action[2], 2), 300);
    assert_int_equal(search_mean(&result.action[1], 2), 222);
}

/* How many actions end the game won, or lost, for the seat that chooses. */
static void count_ends(const State *state, const ActionList *legal, int *won, int *lost)
{
    const Rules *rules = shipped_rules();
    Seat seat = state_current_seat(state, rules);

    *won = 0;
    *lost = 0;
    for (int i = 0; i < legal->count; i++) {
        State next = *state;
        int returns[SEATS_MAX];
        state_apply(&next, rules, legal->item[i], NULL);
        if (state_is_terminal(&next)) {
            state_returns(&next, rules, returns);
            *won += returns[seat] == 1000;
            *lost += returns[seat] == 0;
        }
    }
}

/* The last choice of a random game that one action wins and another loses, and no action goes on. */
static bool find_end(State *state, uint64_t seed)
{
    ActionList legal;
    int won;
    int lost;

    *state = searched_position(searched_variant("short", 2), seed, 1000);
    state_legal_actions(state, shipped_rules(), &legal);
    count_ends(state, &legal, &won, &lost);
    return won > 0 && lost > 0 && won + lost == legal.count;
}

static void expect_win(const State *state, Playout playout)
{
    SearchConfig config = search_config(400);
    SearchResult result;

    config.playout = playout;
    search_answer(&result, &config, state, 5);
    assert_true(search_mean(&result.action[search_best(&result)], result.seat) > 900);
}

TEST(a_win_in_one_is_found_by_every_playout)
{
    int found = 0;

    for (uint64_t seed = 1; seed < 200 && found < 3; seed++) {
        State state;
        if (!find_end(&state, seed)) {
            continue;
        }
        found++;
        for (int playout = 0; playout < PLAYOUT_KIND_COUNT; playout++) {
            expect_win(&state, (Playout)playout);
        }
    }
    assert_true(found > 0);
}

/* Small numbers that change when the search or the evaluation does: then the levels want to be measured
 * again (tests/measured/levels.txt). */
TEST(visits_are_what_they_were)
{
    static const char expected[] =
        "12:642 17:629 15:683 20:665 15:634 15:685 22:726 20:660 10:613 24:736 18:636 12:617 ";
    SearchConfig config = search_config(200);
    State state = choice_of(2);
    SearchResult result;
    char text[1024];
    int length = 0;

    search_answer(&result, &config, &state, 1);
    for (int i = 0; i < result.action_count; i++) {
        length +=
            snprintf(text + length, sizeof text - (size_t)length, "%d:%d ",
                     (int)result.action[i].visits, search_mean(&result.action[i], result.seat));
    }
    assert_string_equal(text, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_key_gives_the_same_visits),
        cmocka_unit_test(steps_of_any_size_give_the_same),
        cmocka_unit_test(a_search_forgets_the_question_before),
        cmocka_unit_test(pay_offs_of_two_seats_sum_to_one),
        cmocka_unit_test(pay_offs_of_four_seats_are_those_of_all_places),
        cmocka_unit_test(a_full_tree_grows_no_more_and_goes_on),
        cmocka_unit_test(a_single_action_costs_nothing),
        cmocka_unit_test(a_search_tries_only_what_it_is_offered),
        cmocka_unit_test(results_of_trees_add_up_in_any_order_of_stepping),
        cmocka_unit_test(the_best_has_the_most_visits_then_the_best_mean_then_is_the_first),
        cmocka_unit_test(a_win_in_one_is_found_by_every_playout),
        cmocka_unit_test(visits_are_what_they_were),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
