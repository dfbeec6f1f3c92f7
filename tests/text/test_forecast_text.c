#include <string.h>

#include "core/market.h"
#include "core/rng.h"
#include "core/view.h"
#include "support/asked.h"
#include "support/shipped.h"
#include "support/voices.h"
#include "test.h"
#include "text/forecast_text.h"
#include "text/text.h"
#include "text/width.h"

static void print_forecast(char text[FORECAST_TEXT_SIZE], const Voice *voice, const State *state)
{
    View view;

    view_of(&view, state, shipped_rules(), SEAT_NOBODY);
    forecast_print(text, FORECAST_TEXT_SIZE, voice, shipped_rules(), &view);
}

TEST(a_forecast_tells_where_all_will_stand)
{
    char text[FORECAST_TEXT_SIZE];
    State state = asked_full_game("");

    print_forecast(text, voices_in(LANGUAGE_EN), &state);
    assert_string_equal(
        text, "The market, if the actions ended now:\n"
              "  Price 6 → 5; Valuation 5 → 6; Risk 2 → 1; no incident\n"
              "  US: revenue 8, serves weight 4 with capacity 11\n"
              "  China: revenue 8, serves weight 4 with capacity 11\n"
              "  Moves:\n"
              "    Britain ↓ (−2, −2)      France ↑ (−1, 2)        Germany ↓ (−1, −2)      "
              "Netherlands ↓ (−2, −1)\n"
              "    Japan ↓ (−2, −1)        Korea ↓ (−1, −1)        Taiwan ↓ (−1, −2)       Gulf "
              "States ← (−1, −1)\n"
              "    Brazil ↑ (1, 2)         Indonesia ↑ (1, 1)      Nigeria ↑ (1, 1)        "
              "Singapore ← (−1, −1)\n"
              "    Viet Nam ↓ (1, −2)      Pakistan ↓ (2, −2)      Russia ↓ (2, −2)\n"
              "  Change of model: Netherlands → US closed, Japan → US closed, Korea → US closed,\n"
              "    Gulf States → US closed, Indonesia → China open, Nigeria → China open, "
              "Singapore → US closed\n"
              "  US scores +16 VP: Adoption 12, Capital stock 4\n"
              "  China scores +13 VP: Adoption 9, Open standard 3, Physical AI 1\n");
}

TEST(a_forecast_of_a_tense_market)
{
    char text[FORECAST_TEXT_SIZE];
    State state = asked_full_game("compute=0,0 V=9 R=7 U=4,4 B=2 control=3,0,1,0,0");

    print_forecast(text, voices_in(LANGUAGE_EN), &state);
    assert_string_equal(
        text, "The market, if the actions ended now:\n"
              "  Price 6 → 5; Valuation 9 → 4; a crash, China +3 VP; Risk 7 → 6; incident 1 in 6\n"
              "  US: revenue 2, serves weight 1 with capacity 1\n"
              "  US throttles Germany, Taiwan\n"
              "  China: revenue 2, serves weight 2 with capacity 2\n"
              "  China throttles Viet Nam, Pakistan\n"
              "  Controls: Backlash of CHIPS; ACCESS stands at stage 2; China: Efficiency 1 → 2;\n"
              "    China: Silicon 1 → 2\n"
              "  Moves:\n"
              "    Britain ↓ (−2, −2)      France ↑ (−1, 2)        Germany ↑ (−1, 0)       "
              "Netherlands ↓ (−2, −1)\n"
              "    Japan ↓ (−2, −1)        Korea ↓ (−1, −1)        Taiwan ↑ (−1, 0)        Gulf "
              "States ← (−1, −1)\n"
              "    Brazil ↑ (1, 2)         Indonesia ↑ (1, 1)      Nigeria ↑ (1, 1)        "
              "Singapore ← (−1, −1)\n"
              "    Viet Nam ↑ (1, 0)       Pakistan ↑ (2, 0)       Russia ↓ (2, −2)\n"
              "  Change of model: Germany → none, Netherlands → US closed, Japan → US closed, "
              "Korea → US closed,\n"
              "    Taiwan → none, Gulf States → US closed, Indonesia → China open, Nigeria → China "
              "open,\n"
              "    Singapore → US closed, Viet Nam → none, Pakistan → none\n"
              "  US scores +13 VP: Adoption 9, Capital stock 4\n"
              "  China scores +11 VP: Adoption 7, Open standard 3, Physical AI 1\n");
}

TEST(a_forecast_in_chinese)
{
    char text[FORECAST_TEXT_SIZE];
    State state = asked_full_game("compute=0,0 V=9 R=7 U=4,4 B=2 control=3,0,1,0,0");

    if (!voices_have_chinese()) {
        skip();
    }
    print_forecast(text, voices_in(LANGUAGE_ZH), &state);
    assert_string_equal(
        text,
        "若行动现在结束，市场将如此结算：\n"
        "  价格 6 → 5；估值 9 → 4；崩盘，中国胜利点 +3；风险 7 → 6；事故概率 1/6\n"
        "  美国：收入 2，服务权重 1，服务能力 1\n"
        "  美国限流：德国、台湾\n"
        "  中国：收入 2，服务权重 2，服务能力 2\n"
        "  中国限流：越南、巴基斯坦\n"
        "  管制：芯片管制反噬；访问管制进入阶段 2；中国：效率 1 → 2；中国：芯片 1 → 2\n"
        "  移动：\n"
        "    英国 ↓ (−2, −2)      法国 ↑ (−1, 2)       德国 ↑ (−1, 0)       荷兰 ↓ (−2, −1)\n"
        "    日本 ↓ (−2, −1)      韩国 ↓ (−1, −1)      台湾 ↑ (−1, 0)       海湾国家 ← (−1, −1)\n"
        "    巴西 ↑ (1, 2)        印尼 ↑ (1, 1)        尼日利亚 ↑ (1, 1)    新加坡 ← (−1, −1)\n"
        "    越南 ↑ (1, 0)        巴基斯坦 ↑ (2, 0)    俄罗斯 ↓ (2, −2)\n"
        "  "
        "改用模型：德国→无、荷兰→美国闭源、日本→美国闭源、韩国→美国闭源、台湾→无、海湾国家→美国闭源"
        "、\n"
        "    印尼→中国开放、尼日利亚→中国开放、新加坡→美国闭源、越南→无、巴基斯坦→无\n"
        "  美国计分 +13：采用 9、智能资本存量 4\n"
        "  中国计分 +11：采用 7、开放标准 3、实体 AI 1\n");
}

TEST(what_a_scenario_leaves_out_is_not_forecast)
{
    char text[FORECAST_TEXT_SIZE];
    State state = asked_game("lesson-1", 2, "");

    print_forecast(text, voices_in(LANGUAGE_EN), &state);
    assert_null(strstr(text, "Risk"));
    assert_null(strstr(text, "Valuation"));
    assert_null(strstr(text, "Safe supplier"));
}

/* ---- against the kernel ---- */

static void expect_words(const char *text, const char *format, const TextArgument *arguments)
{
    char words[FORECAST_TEXT_SIZE];

    text_format(words, sizeof words, format, arguments);
    if (strstr(text, words) == NULL) {
        fail_msg("expected '%s' in\n%s", words, text);
    }
}

static void check_nations(const char *text, const State *state, const Forecast *forecast)
{
    int moves = 0;
    int told = 0;

    for (int nation = 0; nation < shipped_rules()->nation_count; nation++) {
        const TextArgument place[] = {{.name = "x", .number = forecast->x[nation]},
                                      {.name = "y", .number = forecast->y[nation]},
                                      {.name = NULL}};
        if (forecast->x[nation] != state->nation_x[nation] ||
            forecast->y[nation] != state->nation_y[nation]) {
            expect_words(text, " ({x}, {y})", place);
            moves++;
        }
    }
    for (const char *at = text; (at = strchr(at, '(')) != NULL; at++) {
        told += strchr("−0123", at[1]) != NULL || strncmp(at + 1, "−", strlen("−")) == 0;
    }
    assert_int_equal(told, moves);
}

static void check_forecast(const State *state)
{
    char text[FORECAST_TEXT_SIZE];
    Forecast forecast;
    View view;

    view_of(&view, state, shipped_rules(), SEAT_NOBODY);
    market_forecast(&view.known, shipped_rules(), &forecast);
    print_forecast(text, voices_in(LANGUAGE_EN), state);
    check_nations(text, state, &forecast);
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        const TextArgument revenue[] = {
            {.name = "bloc", .text = text_bloc(voices_in(LANGUAGE_EN), (Bloc)bloc)},
            {.name = "revenue", .number = forecast.revenue[bloc]},
            {.name = NULL}};
        expect_words(text, "{bloc}: revenue {revenue}, ", revenue);
    }
    const TextArgument tracks[] = {{.name = "price", .number = forecast.price},
                                   {.name = "odds", .number = forecast.incident_odds},
                                   {.name = NULL}};
    expect_words(text, forecast.price == state->track[SLOT_PRICE] ? "Price {price}" : "→ {price}",
                 tracks);
    if (forecast.incident_odds > 0) {
        expect_words(text, "incident {odds} in 6", tracks);
    }
    assert_int_equal(strstr(text, "a crash") != NULL, forecast.crash);
    assert_int_equal(strstr(text, "throttles ") != NULL, forecast.throttled != 0);
}

static void check_line(const char *line)
{
    if (text_width(line) > FORECAST_COLUMNS || strchr(line, '{') != NULL) {
        fail_msg("too wide, or not filled in: %s", line);
    }
}

static void check_lines(const Voice *voice, const State *state)
{
    char text[FORECAST_TEXT_SIZE];
    char *rest;

    print_forecast(text, voice, state);
    for (char *line = strtok_r(text, "\n", &rest); line != NULL;
         line = strtok_r(NULL, "\n", &rest)) {
        check_line(line);
    }
}

TEST(a_forecast_says_what_the_market_will_do)
{
    enum { GAMES = 40, DECISIONS_MOST = 200 };

    for (int game = 0; game < GAMES; game++) {
        uint64_t key = rng_key((uint64_t)game);
        Setup setup = variant_setup(game % variant_count(shipped_rules()), (uint64_t)game);
        State state;
        state_init(&state, shipped_rules(), &setup);
        for (int decision = 0; decision < DECISIONS_MOST && !state_is_terminal(&state);
             decision++) {
            ActionList legal;
            check_forecast(&state);
            check_lines(voices_neutral_in((Language)(decision % LANGUAGE_COUNT)), &state);
            check_lines(voices_in((Language)(decision % LANGUAGE_COUNT)), &state);
            state_legal_actions(&state, shipped_rules(), &legal);
            state_apply(&state, shipped_rules(), policy_choose(key, decision, &legal), NULL);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_forecast_tells_where_all_will_stand),
        cmocka_unit_test(a_forecast_of_a_tense_market),
        cmocka_unit_test(a_forecast_in_chinese),
        cmocka_unit_test(what_a_scenario_leaves_out_is_not_forecast),
        cmocka_unit_test(a_forecast_says_what_the_market_will_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
