#include <string.h>

#include "core/explain.h"
#include "core/view.h"
#include "support/asked.h"
#include "support/shipped.h"
#include "support/voices.h"
#include "test.h"
#include "text/voice.h"
#include "text/why.h"
#include "text/why_ideas.h"

static WhyAsker asker_of(const State *state, Language language)
{
    return (WhyAsker){.voice = voices_in(language), .rules = shipped_rules(), .state = state};
}

/* For what can only be shown where msgfmt has made the catalogue. */
static void need_chinese(void)
{
    if (!voices_have_chinese()) {
        skip();
    }
}

/* ---- words ---- */

static void expect_question(const State *state, Seat seat, const char *words, Question expected)
{
    char hint[WHY_TEXT_SIZE];
    WhyAsker asker = asker_of(state, LANGUAGE_EN);
    WhyAsked asked;

    asker.seat = seat;
    if (!why_find(&asked, hint, sizeof hint, &asker, words)) {
        fail_msg("%s: %s", words, hint);
    }
    if (asked.favourite || asked.question.number != expected.number ||
        asked.question.subject != expected.subject || asked.question.object != expected.object) {
        fail_msg("%s: found %s %d %d, favourite %d", words,
                 explain_numbers[asked.question.number].name, asked.question.subject,
                 asked.question.object, asked.favourite);
    }
}

static void expect_favourite(const State *state, const char *words, const char *nation)
{
    char hint[WHY_TEXT_SIZE];
    WhyAsker asker = asker_of(state, LANGUAGE_EN);
    WhyAsked asked;

    assert_true(why_find(&asked, hint, sizeof hint, &asker, words));
    assert_true(asked.favourite);
    assert_int_equal(asked.question.subject, asked_nation(nation));
}

static void expect_hint(Language language, const char *words, const char *expected)
{
    char hint[WHY_TEXT_SIZE];
    State state = asked_full_game("");
    WhyAsker asker = asker_of(&state, language);
    WhyAsked asked;

    assert_false(why_find(&asked, hint, sizeof hint, &asker, words));
    assert_string_equal(hint, expected);
}

TEST(words_in_any_order_and_language_ask_the_same)
{
    State state = asked_full_game("");
    int india = asked_nation("India");
    int gulf = asked_nation("Gulf-States");
    const Question china = {NUMBER_COMPUTE_INCOME, BLOC_CN, 0};

    expect_question(&state, 0, "compute income CN", china);
    expect_question(&state, 0, "China: compute income?", china);
    expect_question(&state, 0, "算力收入 中国", china);
    expect_question(&state, 0, "为什么中国的算力收入是多少？", china);
    expect_question(&state, 0, "court India", (Question){NUMBER_COURT_COST, BLOC_US, india});
    expect_question(&state, 2, "court India", (Question){NUMBER_COURT_COST, BLOC_CN, india});
    expect_question(&state, 2, "美国争取印度", (Question){NUMBER_COURT_COST, BLOC_US, india});
    expect_question(&state, 0, "appeal gulf-states co", (Question){NUMBER_APPEAL, gulf, STACK_CO});
    expect_question(&state, 0, "China open appeal Gulf States",
                    (Question){NUMBER_APPEAL, gulf, STACK_CO});
    expect_question(&state, 0, "why is the price", (Question){NUMBER_PRICE_NEXT, 0, 0});
}

TEST(what_the_words_leave_open_is_the_askers)
{
    State two = asked_full_game("");
    State four = asked_game("full", 4, "");

    expect_question(&two, 2, "F", (Question){NUMBER_TRAIN_COST, 2, 0});
    expect_question(&two, 2, "train US", (Question){NUMBER_TRAIN_COST, 0, 0});
    expect_question(&four, 3, "F", (Question){NUMBER_TRAIN_COST, 3, 0});
    expect_question(&four, 3, "train UO", (Question){NUMBER_TRAIN_COST, 1, 0});
    expect_question(&four, 3, "train US", (Question){NUMBER_TRAIN_COST, 0, 0});
    expect_question(&two, 2, "revenue rival", (Question){NUMBER_REVENUE, BLOC_US, 0});
    expect_question(&two, SEAT_NOBODY, "revenue", (Question){NUMBER_REVENUE, BLOC_US, 0});
    expect_question(&two, 0, "bite minerals", (Question){NUMBER_BITE, TILE_MINERALS, 0});
    expect_question(&four, 1, "bite minerals", (Question){NUMBER_BITE, TILE_MINERALS, 1});
    expect_question(&four, 2, "bite minerals", (Question){NUMBER_BITE, TILE_MINERALS, 0});
    expect_question(&two, 0, "diffusion open", (Question){NUMBER_RELEASE_LAB, STACK_UO, 2});
    expect_question(&two, 0, "release risk open",
                    (Question){NUMBER_RELEASE_RISK, STACK_UO, LICENCE_PERMISSIVE});
    expect_question(&two, 0, "release risk open conditional",
                    (Question){NUMBER_RELEASE_RISK, STACK_UO, LICENCE_CONDITIONAL});
}

TEST(a_name_may_be_cut_and_a_nation_alone_asks_whom_it_likes)
{
    State state = asked_full_game("");

    expect_favourite(&state, "indo", "Indonesia");
    expect_favourite(&state, "巴西", "Brazil");
    expect_favourite(&state, "favourite of Viet Nam", "Viet-Nam");
    expect_favourite(&state, "appeal brazil", "Brazil");
    expect_favourite(&state, "Southern Giant", "India");
    expect_question(&state, 0, "CHIPS", (Question){NUMBER_BITE, TILE_CHIPS, 2});
    expect_question(&state, 0, "中国", (Question){NUMBER_BLOC_VP, BLOC_CN, 0});
}

TEST(words_that_are_not_understood_get_a_hint)
{
    expect_hint(LANGUAGE_EN, "cuort India", "Unknown word 'cuort'. Did you mean 'court'?");
    expect_hint(LANGUAGE_EN, "income",
                "Unknown word 'income'. Did you mean 'compute income', 'capital income'?");
    expect_hint(LANGUAGE_EN, "xyzzyx",
                "Unknown word 'xyzzyx': 'why' alone lists what can be asked.");
    expect_hint(LANGUAGE_EN, "court", "Which nation? Add its name, such as 'Britain'.");
    expect_hint(LANGUAGE_EN, "quality",
                "Which model? Add one of 'US closed', 'US open', 'China closed', 'China open'.");
    expect_hint(LANGUAGE_EN, "price and revenue",
                "One number at a time: 'revenue' is one too many.");
}

TEST(hints_speak_chinese)
{
    need_chinese();
    expect_hint(LANGUAGE_ZH, "争取", "哪个国家？请加上国名，例如「英国」。");
    expect_hint(LANGUAGE_ZH, "尼日里亚", "不认识「尼日里亚」。是否想问「尼日利亚」？");
}

TEST(any_bytes_get_an_answer_or_a_hint)
{
    static const char *const words[] = {
        "\xff\xfe", "\xe4\xb8", "{bloc}", "%s%n", "------", "。。。", "of the of the", "\t\t",
    };
    State state = asked_full_game("");
    WhyAsker asker = asker_of(&state, LANGUAGE_EN);
    char out[WHY_TEXT_SIZE];
    char long_words[4 * WHY_WORDS_SIZE];

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        assert_true(why_answer(out, sizeof out, &asker, words[i]) > 0);
    }
    memset(long_words, 'q', sizeof long_words - 1);
    long_words[sizeof long_words - 1] = '\0';
    assert_true(why_answer(out, sizeof out, &asker, long_words) > 0);
    for (int size = 1; size < 200; size++) {
        int length = why_answer(out, size, &asker, "appeal Brazil CO");
        assert_int_equal(length, strlen(out));
        assert_true(length < size);
    }
}

/* ---- phrases ---- */

static void expect_translated(const char *msgid)
{
    const char *chinese = say(voices_in(LANGUAGE_ZH), msgid);

    if (strcmp(chinese, msgid) == 0) {
        fail_msg("no Chinese for: %s", msgid);
    }
}

TEST(every_number_and_term_is_said_in_both_languages)
{
    need_chinese();
    for (int number = 0; number < NUMBER_COUNT; number++) {
        assert_non_null(why_idea[number]);
        expect_translated(explain_numbers[number].meaning);
        expect_translated(why_idea[number]);
    }
    for (int term = 0; term < TERM_COUNT; term++) {
        expect_translated(explain_terms[term].meaning);
    }
}

TEST(the_list_of_what_can_be_asked_holds_every_number_in_both_languages)
{
    State state = asked_full_game("");
    char list[WHY_TEXT_SIZE];
    int parts = 0;

    need_chinese();
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        WhyAsker asker = asker_of(&state, (Language)language);
        const char *joint = language == LANGUAGE_EN ? ", " : "、";
        why_answer(list, sizeof list, &asker, "");
        parts = 1;
        for (const char *at = list; (at = strstr(at, joint)) != NULL; at += strlen(joint)) {
            parts++;
        }
        assert_true(parts >= NUMBER_COUNT);
    }
}

TEST(a_why_reads_as_it_should)
{
    State state = asked_full_game("U=3,2 R=5");
    char out[WHY_TEXT_SIZE];
    WhyAsker asker = asker_of(&state, LANGUAGE_EN);

    why_answer(out, sizeof out, &asker, "appeal Brazil CO");
    assert_string_equal(out, "Brazil: appeal of China open\n"
                             "    +3  quality that users notice\n"
                             "    +1  needs Sovereignty; the licence has conditions\n"
                             "    +2  stands on this side\n"
                             "    +1  lock-in: how deep it stands in the quadrant\n"
                             "    −2  strictness: 2 × 2 − Trust 2, but never below 0\n"
                             "   = 5\n"
                             "  Rules, section 8.1. A nation weighs quality against its need, its "
                             "friends, its habits and its\n"
                             "  scruples.\n");
    need_chinese();
    asker.voice = voices_in(LANGUAGE_ZH);
    why_answer(out, sizeof out, &asker, "revenue CN");
    assert_string_equal(
        out, "中国：市场上的 API 收入\n"
             "    +8  服务权重 4 × 价格 6 ÷ 3，向下取整\n"
             "   = 8\n"
             "  规则第 9.1 节。闭源模型的收入，取决于服务了多少用户，以及智能卖什么价。\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_in_any_order_and_language_ask_the_same),
        cmocka_unit_test(what_the_words_leave_open_is_the_askers),
        cmocka_unit_test(a_name_may_be_cut_and_a_nation_alone_asks_whom_it_likes),
        cmocka_unit_test(words_that_are_not_understood_get_a_hint),
        cmocka_unit_test(hints_speak_chinese),
        cmocka_unit_test(any_bytes_get_an_answer_or_a_hint),
        cmocka_unit_test(every_number_and_term_is_said_in_both_languages),
        cmocka_unit_test(the_list_of_what_can_be_asked_holds_every_number_in_both_languages),
        cmocka_unit_test(a_why_reads_as_it_should),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
