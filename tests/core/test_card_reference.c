/* rules/README.md tells card authors what there is: one row a constructor, the same as in the
 * tables from which the engine is made. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/vocab.h"
#include "support/page.h"
#include "test.h"

enum { ROW_SIZE = 512 };

static int count_rows(const char *page, const char *row)
{
    int count = 0;

    for (const char *at = strstr(page, row); at != NULL; at = strstr(at + 1, row)) {
        count += at == page || at[-1] == '\n';
    }
    return count;
}

static void expect_row(const char *page, const Word *word)
{
    char row[ROW_SIZE];

    snprintf(row, sizeof row, "| `%s(%s)` | %s |\n", word->name, word->arguments, word->meaning);
    if (count_rows(page, row) != 1) {
        fail_msg("rules/README.md should have this row once: %s", row);
    }
}

TEST(each_instruction_and_condition_has_its_row)
{
    char *page = page_read("rules/README.md");

    for (int op = 0; op < OP_COUNT; op++) {
        expect_row(page, &vocab_op[op]);
    }
    for (int test = 0; test < TEST_COUNT; test++) {
        expect_row(page, &vocab_condition[test]);
    }
    free(page);
}

static bool is_one_of(const Word *word, int words, const char *name, size_t length)
{
    for (int i = 0; i < words; i++) {
        if (strlen(word[i].name) == length && strncmp(word[i].name, name, length) == 0) {
            return true;
        }
    }
    return false;
}

static void expect_constructor(const char *name, size_t length)
{
    if (!is_one_of(vocab_op, OP_COUNT, name, length) &&
        !is_one_of(vocab_condition, TEST_COUNT, name, length)) {
        fail_msg("rules/README.md has a row for '%.*s', which the engine does not know",
                 (int)length, name);
    }
}

TEST(no_row_promises_what_there_is_not)
{
    static const char row[] = "\n| `";
    char *page = page_read("rules/README.md");
    int constructors = 0;

    for (const char *at = strstr(page, row); at != NULL; at = strstr(at + 1, row)) {
        const char *name = at + strlen(row);
        size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz_");
        if (name[length] == '(') { /* other tables have other rows */
            expect_constructor(name, length);
            constructors++;
        }
    }
    assert_int_equal(constructors, OP_COUNT + TEST_COUNT);
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_instruction_and_condition_has_its_row),
        cmocka_unit_test(no_row_promises_what_there_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
