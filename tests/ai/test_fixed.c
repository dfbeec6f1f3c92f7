/* Whole-number functions against libm. */

#include <math.h>
#include <stdlib.h>

#include "ai/fixed.h"
#include "test.h"

TEST(logarithms_are_those_of_libm)
{
    for (uint32_t n = 1; n < 5000000; n += 1 + n / 64) {
        assert_true(llabs((long long)fixed_log(n) - llround(log(n) * FIXED_ONE)) <= 1);
    }
}

TEST(roots_are_exact)
{
    assert_int_equal(fixed_root(0), 0);
    assert_int_equal(fixed_root(UINT64_MAX), UINT32_MAX);
    for (uint64_t n = 1; n < UINT64_C(1) << 60; n += 1 + n / 7) {
        uint64_t root = fixed_root(n);
        assert_true(root * root <= n && n < (root + 1) * (root + 1));
    }
}

TEST(the_logistic_is_that_of_libm)
{
    for (int x = -20000; x <= 20000; x++) {
        double exact = FIXED_ONE / (1 + exp(-x / (double)LOGIT_ONE));
        assert_true(llabs((long long)fixed_logistic(x) - llround(exact)) <= 1);
    }
}

TEST(the_logistic_is_even_and_ends)
{
    assert_int_equal(fixed_logistic(0), FIXED_ONE / 2);
    assert_int_equal(fixed_logistic(INT64_MAX), FIXED_ONE);
    assert_int_equal(fixed_logistic(INT64_MIN), 0);
    for (int x = 1; x <= 20000; x++) {
        assert_int_equal(fixed_logistic(x) + fixed_logistic(-x), FIXED_ONE);
        assert_true(fixed_logistic(x) >= fixed_logistic(x - 1));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logarithms_are_those_of_libm),
        cmocka_unit_test(roots_are_exact),
        cmocka_unit_test(the_logistic_is_that_of_libm),
        cmocka_unit_test(the_logistic_is_even_and_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
