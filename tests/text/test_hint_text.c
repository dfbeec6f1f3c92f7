/* Hints in words: what each sentence says, in both languages, and that none keeps a word of the
 * other or promises more than a forecast does. */

#include <stdbool.h>
#include <string.h>

#include "core/prospect.h"
#include "support/asked.h"
#include "support/shipped.h"
#include "support/voices.h"
#include "test.h"
#include "text/hint_text.h"

static Action court(const char *nation)
{
    Action action;
    Error err;
    char text[ACTION_TEXT_SIZE] = "court align ";

    strncat(text, nation, sizeof text - strlen(text) - 1);
    assert_int_equal(action_parse(&action, text, shipped_rules(), &err), STATUS_OK);
    return action;
}

static HintSaid said_of(const Comparison *forecast)
{
    return (HintSaid){.bloc = BLOC_US,
                      .action = court("India"),
                      .win = 543,
                      .share = 612,
                      .visits = 612,
                      .playouts = 1000,
                      .preferred = true,
                      .has_other = true,
                      .other = court("Brazil"),
                      .after = FORESIGHT_CLEAR,
                      .other_after = FORESIGHT_CLEAR,
                      .forecast = forecast};
}

static void expect_reason(const HintSaid *said, Language language, const char *expected)
{
    char text[HINT_TEXT_SIZE];

    if (language == LANGUAGE_ZH && !voices_have_chinese()) {
        return;
    }
    int length = hint_print_reason(text, voices_in(language), shipped_rules(), said);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(text));
}

TEST(an_action_is_told_with_its_chance_and_share)
{
    const Comparison forecast = {.lead = 0};
    HintSaid said = said_of(&forecast);
    char text[HINT_TEXT_SIZE];

    hint_print_action(text, voices_in(LANGUAGE_EN), shipped_rules(), &said);
    assert_string_equal(text,
                        "Court India: toward your side – US wins 54.3 %, 61.2 % of the search");
    if (voices_have_chinese()) {
        hint_print_action(text, voices_in(LANGUAGE_ZH), shipped_rules(), &said);
        assert_non_null(strstr(text, "——美国胜率 54.3%，占搜索的 61.2%"));
    }
    said.playouts = 0;
    hint_print_action(text, voices_in(LANGUAGE_EN), shipped_rules(), &said);
    assert_string_equal(text, "Court India: toward your side");
}

TEST(a_reason_lists_what_favours_the_action)
{
    const Comparison forecast = {
        .lead = 2,
        .count = 2,
        .item = {{PROSPECT_ADOPTION, BLOC_US, 2}, {PROSPECT_INCOME, BLOC_CN, -3}}};
    const HintSaid said = said_of(&forecast);

    expect_reason(&said, LANGUAGE_EN,
                  "If the actions ended now, this would speak for it against “Court Brazil: toward "
                  "your side”: Adoption +2 VP; China: Compute income −3.");
}

TEST(a_forecast_that_favours_the_runner_up_is_told)
{
    const Comparison forecast = {.lead = -2};
    HintSaid said = said_of(&forecast);

    expect_reason(
        &said, LANGUAGE_EN,
        "Search prefers it in 612 of 1000 playouts although the forecast is worse by 2 VP "
        "than after “Court Brazil: toward your side” if the actions ended now.");
    said.preferred = false;
    expect_reason(&said, LANGUAGE_EN,
                  "If the actions ended now, the forecast would be worse by 2 VP than after “Court "
                  "Brazil: toward your side”; the search gave it 612 of 1000 playouts.");
}

TEST(a_forecast_without_a_difference_is_no_reason)
{
    const Comparison forecast = {.lead = 0};
    const HintSaid said = said_of(&forecast);

    expect_reason(&said, LANGUAGE_EN,
                  "If the actions ended now, nothing in the forecast would speak for it against "
                  "“Court Brazil: toward your side”; the search gave it 612 of 1000 playouts.");
}

/* ---- every sentence ---- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_accepted(const char *word, size_t length)
{
    return length == 0 || (length == 2 && strncmp(word, "AI", length) == 0) ||
           (length == 3 && strncmp(word, "API", length) == 0);
}

/* The rest of the text from its first untranslated word on; NULL if there is none. */
static const char *untranslated(const char *text)
{
    while (*text != '\0') {
        size_t length = 0;
        while (is_letter(text[length])) {
            length++;
        }
        if (!is_accepted(text, length)) {
            return text;
        }
        text += length > 0 ? length : 1;
    }
    return NULL;
}

static void expect_chinese(const char *text)
{
    assert_string_equal(untranslated(text) == NULL ? "" : untranslated(text), "");
}

static void expect_english(const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        assert_true((unsigned char)*at < 0xe3);
    }
}

static void read_both(const HintSaid *said)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        bool chinese = language == LANGUAGE_ZH;
        bool ends = said->has_other &&
                    (said->after == FORESIGHT_ENDS || said->other_after == FORESIGHT_ENDS);
        char text[HINT_TEXT_SIZE];
        if (chinese && !voices_have_chinese()) {
            continue;
        }
        hint_print_reason(text, voices_in((Language)language), shipped_rules(), said);
        assert_true(text[0] != '\0');
        assert_null(strpbrk(text, "{}\004"));
        if (said->has_other &&
            (!ends || said->after == FORESIGHT_HANGS || said->other_after == FORESIGHT_HANGS)) {
            assert_true(strstr(text, chinese ? "若行动现在结束" : "the actions ended now") != NULL);
        }
        (chinese ? expect_chinese : expect_english)(text);
        hint_print_action(text, voices_in((Language)language), shipped_rules(), said);
        (chinese ? expect_chinese : expect_english)(text);
    }
}

TEST(every_sentence_is_in_one_language_and_says_when)
{
    enum { FORESIGHTS = 3 };
    Comparison forecast = {.count = 0};

    for (int term = 0; term < PROSPECT_TERM_COUNT; term++) {
        forecast.item[forecast.count++] = (Favour){(ProspectTerm)term, BLOC_US, term + 1};
        forecast.item[forecast.count++] = (Favour){(ProspectTerm)term, BLOC_CN, -term - 1};
    }
    for (int which = 0; which < FORESIGHTS * FORESIGHTS * 12; which++) {
        Comparison some = forecast;
        HintSaid said = said_of(&some);
        said.after = (Foresight)(which % FORESIGHTS);
        said.other_after = (Foresight)(which / FORESIGHTS % FORESIGHTS);
        int rest = which / (FORESIGHTS * FORESIGHTS);
        some.lead = rest % 3 - 1;
        some.count = rest / 3 % 2 == 0 ? 0 : forecast.count;
        said.preferred = rest / 6 == 0;
        read_both(&said);
        said.has_other = false;
        read_both(&said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_action_is_told_with_its_chance_and_share),
        cmocka_unit_test(a_reason_lists_what_favours_the_action),
        cmocka_unit_test(a_forecast_that_favours_the_runner_up_is_told),
        cmocka_unit_test(a_forecast_without_a_difference_is_no_reason),
        cmocka_unit_test(every_sentence_is_in_one_language_and_says_when),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
