/* Chances from what a search has counted. */

#include "ai/logistic.h"
#include "ai/search_chance.h"
#include "core/seats.h"
#include "core/state.h"
#include "support/searches.h"
#include "support/shipped.h"
#include "test.h"

/* So many visits, of whose returns each seat of the US has had this mean. */
static SearchCount count_of(int us_mean)
{
    enum { VISITS = 1000 };
    SearchCount count = {.visits = VISITS};

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        int mean = seat_bloc(seat) == BLOC_US ? us_mean : 1000 - us_mean;
        count.returns[seat] = (uint64_t)mean * VISITS;
    }
    return count;
}

TEST(a_logit_is_the_inverse_of_the_logistic)
{
    for (int chance = 1; chance < CHANCE_CERTAIN; chance++) {
        int back = logistic(chance_logit(chance));
        assert_in_range(back - chance + 3, 0, 6);
        assert_in_range(chance_logit(chance) + chance_logit(CHANCE_CERTAIN - chance) + 1, 0, 2);
    }
    assert_int_equal(chance_logit(0), chance_logit(1));
    assert_int_equal(chance_logit(CHANCE_CERTAIN), chance_logit(CHANCE_CERTAIN - 1));
    assert_int_equal(chance_logit(CHANCE_CERTAIN / 2), 0);
}

TEST(what_one_bloc_may_win_the_other_may_lose)
{
    for (int variant = 0; variant < variant_count(shipped_rules()); variant++) {
        State state = searched_position(variant, 3, 20);
        int before = 0;
        for (int mean = 0; mean <= 1000; mean += 10) {
            SearchCount count = count_of(mean);
            int us = search_chance(&count, shipped_rules(), &state, BLOC_US);
            int cn = search_chance(&count, shipped_rules(), &state, BLOC_CN);
            assert_int_equal(us + cn, CHANCE_CERTAIN);
            assert_in_range(us, 1, CHANCE_CERTAIN - 1);
            assert_true(us >= before);
            before = us;
        }
        assert_true(before > CHANCE_CERTAIN / 2);
    }
}

TEST(the_raw_chance_of_two_seats_is_their_mean)
{
    State state = searched_position(searched_variant("full", 2), 3, 20);
    SearchCount count = count_of(617);
    SearchCount none = {.visits = 0};

    assert_int_equal(search_raw_chance(&count, &state, BLOC_US), 6170);
    assert_int_equal(search_raw_chance(&count, &state, BLOC_CN), 3830);
    assert_int_equal(search_raw_chance(&none, &state, BLOC_US), 5000);
}

/* The bloc that wins has 1000 and 667, the other 333 and 0. */
TEST(the_raw_chance_of_four_seats_is_that_of_the_bloc)
{
    State state = searched_position(searched_variant("full", 4), 3, 20);
    const SearchCount won = {.visits = 2, .returns = {1334, 2000, 0, 666}};
    const SearchCount even = {.visits = 2, .returns = {667, 1333, 1000, 1000}};

    assert_int_equal(search_raw_chance(&won, &state, BLOC_US), CHANCE_CERTAIN);
    assert_int_equal(search_raw_chance(&won, &state, BLOC_CN), 0);
    assert_int_equal(search_raw_chance(&even, &state, BLOC_US), 5000);
    assert_int_equal(search_raw_chance(&even, &state, BLOC_CN), 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_logit_is_the_inverse_of_the_logistic),
        cmocka_unit_test(what_one_bloc_may_win_the_other_may_lose),
        cmocka_unit_test(the_raw_chance_of_two_seats_is_their_mean),
        cmocka_unit_test(the_raw_chance_of_four_seats_is_that_of_the_bloc),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
