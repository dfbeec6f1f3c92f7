#include "core/rng.h"
#include "test.h"

/* The check values of TRACE.md R1. */
TEST(a_hash_depends_on_seed_stream_and_purpose_as_specified)
{
    assert_int_equal(rng_hash(rng_key(7), STREAM_PLATEAU, 0, 0, 0), UINT64_C(0x96f4495eaea0f16f));
    assert_int_equal(rng_hash(rng_key(7), STREAM_DEAL, 1, 71, 0), UINT64_C(0x9ed2488f40e00412));
    assert_int_equal(rng_hash(rng_key(7), STREAM_POLICY, 0, 12, 0), UINT64_C(0xd02cdb7e8097db75));
    assert_int_equal(rng_hash(rng_key(UINT64_MAX), STREAM_POLICY, 65535, 65535, 65535),
                     UINT64_C(0x8c64229b3dce72d3));
}

TEST(the_plateau_tile_of_seed_7_is_7)
{
    assert_int_equal(6 + rng_below(rng_hash(rng_key(7), STREAM_PLATEAU, 0, 0, 0), 3), 7);
}

TEST(each_part_of_a_purpose_counts)
{
    uint64_t key = rng_key(1);
    uint64_t base = rng_hash(key, STREAM_DIE, 1, 1, 1);

    assert_int_not_equal(base, rng_hash(rng_key(2), STREAM_DIE, 1, 1, 1));
    assert_int_not_equal(base, rng_hash(key, STREAM_DISCARD, 1, 1, 1));
    assert_int_not_equal(base, rng_hash(key, STREAM_DIE, 2, 1, 1));
    assert_int_not_equal(base, rng_hash(key, STREAM_DIE, 1, 2, 1));
    assert_int_not_equal(base, rng_hash(key, STREAM_DIE, 1, 1, 2));
}

TEST(below_maps_the_upper_half_of_a_hash_to_its_range)
{
    assert_int_equal(rng_below(0, 6), 0);
    assert_int_equal(rng_below(UINT64_MAX, 6), 5);
    assert_int_equal(rng_below(UINT64_MAX, 1), 0);
    assert_int_equal(rng_below(UINT64_C(0x00000000ffffffff), 128), 0); /* lower half: no effect */
    assert_int_equal(rng_below(UINT64_C(0x8000000000000000), 2), 1);
    assert_int_equal(rng_below(UINT64_C(0x7fffffffffffffff), 2), 0);
}

TEST(a_die_shows_each_face_equally_often)
{
    enum { ROLLS = 60000, FACES = 6, SLACK = 400 }; /* SLACK: more than 4 standard deviations */
    int seen[FACES] = {0};
    uint64_t key = rng_key(3);

    for (unsigned roll = 0; roll < ROLLS; roll++) {
        seen[rng_below(rng_hash(key, STREAM_DIE, roll, 0, 0), FACES)]++;
    }
    for (int face = 0; face < FACES; face++) {
        assert_in_range(seen[face], ROLLS / FACES - SLACK, ROLLS / FACES + SLACK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hash_depends_on_seed_stream_and_purpose_as_specified),
        cmocka_unit_test(the_plateau_tile_of_seed_7_is_7),
        cmocka_unit_test(each_part_of_a_purpose_counts),
        cmocka_unit_test(below_maps_the_upper_half_of_a_hash_to_its_range),
        cmocka_unit_test(a_die_shows_each_face_equally_often),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
