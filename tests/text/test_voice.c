#include <stdio.h>
#include <string.h>

#include "support/catalogues.h"
#include "test.h"
#include "text/voice.h"

TEST(a_locale_names_its_language)
{
    assert_int_equal(language_of_locale("zh"), LANGUAGE_ZH);
    assert_int_equal(language_of_locale("zh_CN.UTF-8"), LANGUAGE_ZH);
    assert_int_equal(language_of_locale("zh-Hans"), LANGUAGE_ZH);
    assert_int_equal(language_of_locale("zh.UTF-8"), LANGUAGE_ZH);
    assert_int_equal(language_of_locale("zha_CN"), LANGUAGE_EN); /* Zhuang is another language */
    assert_int_equal(language_of_locale("en_SG"), LANGUAGE_EN);
    assert_int_equal(language_of_locale("C"), LANGUAGE_EN);
    assert_int_equal(language_of_locale(""), LANGUAGE_EN);
}

TEST(the_first_variable_that_is_set_and_not_empty_decides)
{
    assert_int_equal(language_choose(NULL, NULL, NULL), LANGUAGE_EN);
    assert_int_equal(language_choose(NULL, NULL, "zh_CN"), LANGUAGE_ZH);
    assert_int_equal(language_choose("", "", "zh_CN"), LANGUAGE_ZH);
    assert_int_equal(language_choose("C", "zh_CN", "zh_CN"), LANGUAGE_EN);
    assert_int_equal(language_choose("", "zh_SG", "en_SG"), LANGUAGE_ZH);
    assert_int_equal(language_choose("zh_CN", "en", "en"), LANGUAGE_ZH);
}

static void expect_format(const char *expected, const char *format, const TextArgument *arguments)
{
    char text[64];
    int length = text_format(text, sizeof text, format, arguments);

    assert_string_equal(text, expected);
    assert_int_equal(length, (int)strlen(expected));
}

TEST(placeholders_are_named_and_may_change_places)
{
    const TextArgument arguments[] = {{.name = "who", .text = "China"},
                                      {.name = "n", .number = -2},
                                      {.name = "m", .number = 3},
                                      {.name = NULL}};

    expect_format("China: −2, then 3", "{who}: {n}, then {m}", arguments);
    expect_format("+3 of China −2", "{+m} of {who} {+n}", arguments);
    expect_format("{what} {", "{what} {", arguments);
    expect_format("{} {who", "{} {who", arguments);
    expect_format("China{China}", "{who}{{who}}", arguments);
    expect_format("", "", arguments);
}

TEST(a_format_that_does_not_fit_is_cut_between_characters)
{
    const TextArgument arguments[] = {{.name = "n", .text = "数据"}, {.name = NULL}};

    for (int size = 1; size < 16; size++) {
        char text[16];
        memset(text, 'x', sizeof text);
        int length = text_format(text, size, "a{n}中心", arguments);
        assert_in_range(length, 0, size - 1);
        assert_int_equal(text[length], '\0');
        assert_int_equal(length % 3, length == 0 ? 0 : 1); /* the a, and whole characters of 3 */
    }
}

TEST(without_a_catalogue_a_text_is_its_own_translation)
{
    const Voice voice = {.language = LANGUAGE_EN};

    assert_string_equal(say(&voice, "Trust"), "Trust");
    assert_string_equal(say(&voice, C_("need", "Price")), "Price");
    assert_string_equal(say_count(&voice, "{n} card", "{n} cards", 1), "{n} card");
    assert_string_equal(say_count(&voice, "{n} card", "{n} cards", 0), "{n} cards");
    assert_string_equal(say_count(&voice, "{n} card", "{n} cards", 2), "{n} cards");
}

TEST(a_catalogue_translates_what_it_holds)
{
    static const Pair pairs[] = {
        {.id = "Trust", .translation = "信任"},
        {.id = "need\004Price", .translation = "低价"},
        {.id = "track\004Price", .translation = "价格"},
        {.id = "{n} card\0{n} cards", .translation = "{n} 张牌", .size = 18}};
    Catalogue *catalogue = catalogue_make(pairs, 4, false);
    const Voice voice = {.language = LANGUAGE_ZH, .catalogue = catalogue};

    assert_string_equal(say(&voice, "Trust"), "信任");
    assert_string_equal(say(&voice, C_("need", "Price")), "低价");
    assert_string_equal(say(&voice, C_("track", "Price")), "价格");
    assert_string_equal(say(&voice, "Price"), "Price");
    assert_string_equal(say(&voice, C_("card", "neutral")), "neutral");
    assert_string_equal(say_count(&voice, "{n} card", "{n} cards", 1), "{n} 张牌");
    assert_string_equal(say_count(&voice, "{n} card", "{n} cards", 5), "{n} 张牌");
    catalogue_close(catalogue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_locale_names_its_language),
        cmocka_unit_test(the_first_variable_that_is_set_and_not_empty_decides),
        cmocka_unit_test(placeholders_are_named_and_may_change_places),
        cmocka_unit_test(a_format_that_does_not_fit_is_cut_between_characters),
        cmocka_unit_test(without_a_catalogue_a_text_is_its_own_translation),
        cmocka_unit_test(a_catalogue_translates_what_it_holds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
