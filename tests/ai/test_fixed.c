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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logarithms_are_those_of_libm),
        cmocka_unit_test(roots_are_exact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
