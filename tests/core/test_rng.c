#include "core/rng.h"
#include "test.h"

TEST(the_hash_has_the_check_values_of_the_trace_page)
{
    assert_int_equal(rng_hash(rng_key(7), STREAM_PLATEAU, 0, 0, 0), UINT64_C(0x96f4495eaea0f16f));
    assert_int_equal(rng_hash(rng_key(7), STREAM_DEAL, 1, 71, 0), UINT64_C(0x9ed2488f40e00412));
    assert_int_equal(rng_hash(rng_key(7), STREAM_POLICY, 0, 12, 0), UINT64_C(0xd02cdb7e8097db75));
    assert_int_equal(rng_hash(rng_key(UINT64_MAX), STREAM_POLICY, 65535, 65535, 65535),
                     UINT64_C(0x8c64229b3dce72d3));
}

TEST(the_plateau_of_seed_seven_is_seven)
{
    assert_int_equal(6 + rng_below(rng_hash(rng_key(7), STREAM_PLATEAU, 0, 0, 0), 3), 7);
}

TEST(below_covers_its_range_and_stays_inside)
{
    assert_int_equal(rng_below(0, 6), 0);
    assert_int_equal(rng_below(UINT64_MAX, 6), 5);
    assert_int_equal(rng_below(UINT64_MAX, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hash_has_the_check_values_of_the_trace_page),
        cmocka_unit_test(the_plateau_of_seed_seven_is_seven),
        cmocka_unit_test(below_covers_its_range_and_stays_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
