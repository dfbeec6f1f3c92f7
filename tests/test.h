/* cmocka and what it needs before it, in the order it needs them. */

#ifndef TPD_TESTS_TEST_H
#define TPD_TESTS_TEST_H

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
/* clang-format on */

#define TEST(name) static void name(void **unused __attribute__((unused)))

#endif
