#include <string.h>

#include "test.h"
#include "text/width.h"

TEST(a_chinese_character_takes_two_columns)
{
    assert_int_equal(text_width(""), 0);
    assert_int_equal(text_width("China"), 5);
    assert_int_equal(text_width("中国"), 4);
    assert_int_equal(text_width("中国数据中心 −1。"), 17);
    assert_int_equal(text_width("e\xcc\x81"), 1); /* a combining accent takes none */
    assert_int_equal(text_width("\xff\xfe"), 2);  /* bytes that are no UTF-8 */
}

TEST(a_cut_leaves_whole_characters)
{
    assert_int_equal(text_fit("中国人", 5), 6);
    assert_int_equal(text_fit("中国人", 6), 9);
    assert_int_equal(text_fit("a中", 2), 1);
    assert_int_equal(text_fit("abc", 0), 0);
}

static void expect_pad(const char *expected, const char *utf8, int columns)
{
    char text[64];

    assert_int_equal(text_pad(text, sizeof text, utf8, columns), (int)strlen(expected));
    assert_string_equal(text, expected);
    assert_int_equal(text_width(text), columns);
}

TEST(columns_align_whatever_the_script)
{
    expect_pad("China  ", "China", 7);
    expect_pad("中国   ", "中国", 7);
    expect_pad("中国", "中国", 4);
    expect_pad("中…", "中国", 3);
    expect_pad("中… ", "中国人", 4); /* half a character is a blank */
    expect_pad("Chi…", "China", 4);
    expect_pad("US… ", "US closed", 4); /* and none stands before the mark */
    expect_pad("", "China", 0);
}

TEST(numbers_stand_to_the_right)
{
    char text[16];

    assert_int_equal(text_pad_left(text, sizeof text, "12", 4), 4);
    assert_string_equal(text, "  12");
    text_pad_left(text, sizeof text, "国", 4);
    assert_string_equal(text, "  国");
}

TEST(a_cell_never_leaves_its_buffer)
{
    for (int size = 1; size < 12; size++) {
        char text[12];
        memset(text, 'x', sizeof text);
        int length = text_pad(text, size, "中国数据", 20);
        assert_in_range(length, 0, size - 1);
        assert_int_equal(text[length], '\0');
        for (int i = size; i < 12; i++) {
            assert_int_equal(text[i], 'x');
        }
    }
}

static void expect_text(const char *expected, const char *text, int length)
{
    if ((size_t)length != strlen(expected) || strncmp(text, expected, (size_t)length) != 0) {
        fail_msg("expected '%s', got '%.*s'", expected, length, text);
    }
}

static void expect_lines(const char *text, int columns, const char *const lines[])
{
    for (int i = 0; lines[i] != NULL; i++) {
        const char *rest;
        int length = text_line(text, columns, &rest);
        expect_text(lines[i], text, length);
        text = rest;
    }
    assert_string_equal(text, "");
}

TEST(english_breaks_between_words)
{
    expect_lines("one two three", 7, (const char *const[]){"one two", "three", NULL});
    expect_lines("one two three", 8, (const char *const[]){"one two", "three", NULL});
    expect_lines("one two three", 6, (const char *const[]){"one", "two", "three", NULL});
    expect_lines("unbreakable", 4, (const char *const[]){"unbr", "eaka", "ble", NULL});
    expect_lines("one", 10, (const char *const[]){"one", NULL});
}

TEST(chinese_breaks_between_characters_but_not_before_a_stop)
{
    expect_lines("选择两个国家", 6, (const char *const[]){"选择两", "个国家", NULL});
    expect_lines("选择两个。国家", 8, (const char *const[]){"选择两", "个。国家", NULL});
    expect_lines("他说（国家）", 6, (const char *const[]){"他说", "（国", "家）", NULL});
    expect_lines("补贴 API 用量", 9, (const char *const[]){"补贴 API", "用量", NULL});
}

TEST(a_word_goes_on_to_where_a_line_may_break)
{
    assert_int_equal(text_word("one two"), 3);
    assert_int_equal(text_word("/a/long-path.journal. rules"), strlen("/a/long-path.journal."));
    assert_int_equal(text_word("/a/path。输入"), strlen("/a/path。"));
    assert_int_equal(text_word("国家"), strlen("国"));
    assert_int_equal(text_word(""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chinese_character_takes_two_columns),
        cmocka_unit_test(a_cut_leaves_whole_characters),
        cmocka_unit_test(columns_align_whatever_the_script),
        cmocka_unit_test(numbers_stand_to_the_right),
        cmocka_unit_test(a_cell_never_leaves_its_buffer),
        cmocka_unit_test(english_breaks_between_words),
        cmocka_unit_test(chinese_breaks_between_characters_but_not_before_a_stop),
        cmocka_unit_test(a_word_goes_on_to_where_a_line_may_break),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
