#include <string.h>

#include "core/status.h"
#include "test.h"

TEST(a_fault_carries_its_status_and_one_line)
{
    Error err = {0};

    assert_int_equal(error_set(&err, STATUS_PARSE, "%s:%d: expected a %s", "a.lua", 4, "tile"),
                     STATUS_PARSE);
    assert_int_equal(err.status, STATUS_PARSE);
    assert_string_equal(err.text, "a.lua:4: expected a tile");
}

TEST(a_caller_who_does_not_want_the_line_still_gets_the_status)
{
    assert_int_equal(error_set(NULL, STATUS_ILLEGAL, "unheard"), STATUS_ILLEGAL);
}

TEST(a_line_that_is_too_long_is_cut_and_ends)
{
    Error err;
    char longest[2 * sizeof err.text];

    memset(&err, 'x', sizeof err);
    memset(longest, 'y', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    error_set(&err, STATUS_IO, "%s", longest);
    assert_int_equal(strlen(err.text), sizeof err.text - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fault_carries_its_status_and_one_line),
        cmocka_unit_test(a_caller_who_does_not_want_the_line_still_gets_the_status),
        cmocka_unit_test(a_line_that_is_too_long_is_cut_and_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
