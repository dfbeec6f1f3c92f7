/* What cards say, phrase by phrase; also phrases that no shipped card needs. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "script/script.h"
#include "support/catalogues.h"
#include "support/page.h"
#include "support/position.h"
#include "support/random_cards.h"
#include "support/rule_folder.h"
#include "support/shipped.h"
#include "test.h"
#include "text/text.h"

enum { NUMBERS_MAX = 256, LUA_SIZE = 64 * 1024 };

/* The event of a card, and what it says; zh may be NULL. */
typedef struct Saying {
    const char *side, *event, *en, *zh;
} Saying;

static const Saying sayings[] = {
    {"neutral", "gain('you', 'D', 2), gain('rival', 'D', -1), gain('US', 'VP', 1)",
     "Gain 2 Datacentres. Your rival loses 1 Datacentre. The US gains 1 VP.",
     "你的数据中心 +2。对手数据中心 −1。美国胜利点 +1。"},
    {"neutral", "gain('you', 'F', 1), gain('you', 'capital', -2), gain('you', 'compute', 3)",
     "Gain 1 Frontier, lose 2 capital and gain 3 compute.", "你的前沿 +1、资本 −2、算力 +3。"},
    {"neutral", "gain('T', 1), gain('B', -2)",
     "Reveal the plateau tile and raise it by 1. Bifurcation falls by 2.",
     "翻开平台期板块，并将其上调 1。分裂 −2。"},
    {"neutral", "reveal(), draw('you', 2), discard('CN', 1)",
     "Reveal the plateau tile. Draw 2 cards. China discards 1 card at random.",
     "翻开平台期板块。抽 2 张牌。中国随机弃 1 张牌。"},
    {"US", "impose('CHIPS'), impose('DATA'), lift('MINERALS'), lift('ACCESS')",
     "Impose CHIPS for free. China imposes DATA for free. China lifts MINERALS. Lift ACCESS.",
     "免费实施芯片管制。中国免费实施数据管制。中国解除矿产管制。解除访问管制。"},
    {"neutral", "impose('EQUIP'), lift_choice(), release('api'), release('conditional')",
     "The US imposes EQUIP for free. Lift 1 of your controls in force. Release an API. Release "
     "open "
     "weights under a conditional licence.",
     "美国免费实施设备管制。解除你的 1 项已生效的管制。发布 API。以附条件许可发布开放权重。"},
    {"neutral", "modify('SERVE', 'you', 1, 'game'), modify('REVENUE', 'CN', -2, 'round')",
     "Your serving capacity is 1 higher for the rest of the game. China's API revenue is 2 lower "
     "this round.",
     "本局余下时间，你的推理服务能力 +1。本回合中国 API 收入 −2。"},
    {"neutral", "modify('INTEGRATE', 'rival', 2, 'round'), modify('INTEGRATE', 'you', -1, 'game')",
     "Integrate costs your rival 2 compute more this round. Integrate costs you 1 compute less for "
     "the rest of the game.",
     "本回合对手产业融合所需算力 +2。本局余下时间，你的产业融合所需算力 −1。"},
    {"neutral", "vp_count({ side = 'own', y = { 'open', 'closed' } }, 1, 4), vp_count({}, 5, 2)",
     "Gain 1 VP for each nation that uses one of your stacks, at most 4 VP. Gain 1 VP for every 5 "
     "nations, at most 2 VP.",
     "每有一个使用你的模型的国家，你的胜利点 +1，最多 +4。每有 5 个国家，你的胜利点 "
     "+1，最多 +2。"},
    /* Filters. */
    {"neutral", "choose(1, { side = { 'own', 'rival' }, role = true, strictness = 1 }, 'open')",
     "Choose 1 nation on either side with a role and strictness 1 or more: it moves 1 step toward "
     "open models.",
     "选择 1 个已选边且有特殊角色且严格度不低于 1 的国家，使其向开放方向移动 1 步。"},
    {"neutral", "choose(2, { side = { 'own', 'zero' }, need = 'Price', role = true }, 'close')",
     "Choose 2 nations that have a role, need Price and are non-aligned or on your side: each "
     "moves "
     "1 step toward closed models.",
     "选择 2 个不结盟或在你方一侧，且有特殊角色且需要低价的国家，使其各向闭源方向移动 1 步。"},
    {"neutral", "each({ side = 'rival', y = { 'open', 'closed' }, near_zero = true }, 'neutral')",
     "Each nation next to the neutral line that uses a stack of your rival moves 1 step toward the "
     "neutral line.",
     "所有使用对手模型且紧邻中线的国家各向中线移动 1 步。"},
    {"neutral", "each({ y = 'zero' }, 'open'), each({ y = { 'zero', 'open' } }, 'close')",
     "Each nation on the line between open and closed moves 1 step toward open models. Each nation "
     "outside the closed half moves 1 step toward closed models.",
     "所有在开放与闭源的分界线上的国家各向开放方向移动 1 步。所有不在闭源半区的国家各向闭源方向移"
     "动 1 步。"},
    {"neutral",
     "choose(1, { nations = { 'India', 'Japan' } }, 'align'), "
     "choose(1, { nations = { 'India' } }, 'align')",
     "Choose 1 of Japan and India: it moves 1 step toward your side. Choose India: it moves 1 step "
     "toward your side.",
     "从日本、印度中选择 1 个国家，使其向你方移动 1 步。选择印度，使其向你方移动 1 步。"},
    {"neutral",
     "each({ nations = { 'India', 'Japan' }, side = 'zero', need = 'Industry' }, 'open')",
     "Each of Japan and India that needs Industry and is non-aligned moves 1 step toward open "
     "models.",
     "日本、印度中，所有不结盟且需要产业的国家各向开放方向移动 1 步。"},
    /* Conditions. */
    {"neutral",
     "when(all { at_least('P', 4), more('rival', 'D'), not_in_force('DATA') }, { "
     "draw('you', 1) })",
     "If Price is at least 4, your rival has more Datacentres than you and DATA is not in force, "
     "draw 1 card.",
     "若价格不低于 4、对手数据中心高于你且数据管制未生效，抽 1 张牌。"},
    {"neutral",
     "when(any { in_force('CHIPS'), all { at_most('you', 'capital', 3), at_most('R', 2) } "
     "}, { draw('you', 1) })",
     "If CHIPS is in force or (you have at most 3 capital and Risk is at most 2), draw 1 card.",
     "若芯片管制已生效或（你的资本不高于 3 且风险不高于 2），抽 1 张牌。"},
    {"neutral",
     "when(none { any { at_least('you', 'D', 4), more('CN', 'Q closed') }, all { "
     "in_force('DATA'), at_most('B', 1) } }, { draw('you', 1) })",
     "If you have fewer than 4 Datacentres, China's closed model is not better than that of the US "
     "and (DATA is not in force or Bifurcation is above 1), draw 1 card.",
     "若你的数据中心低于 4、中国闭源模型不优于美国且（数据管制未生效或分裂高于 1），抽 1 张牌。"},
    {"neutral", "when(none { more('US', 'VP'), at_least('US', 'Q open', 6) }, { draw('you', 1) })",
     "If the US does not have more VP than China and the quality of the US open model is below 6, "
     "draw 1 card.",
     "若美国胜利点不高于中国且美国开放模型的质量低于 6，抽 1 张牌。"},
    /* Lists. */
    {"neutral", "when(die(6), { gain('R', -1) }, { draw('rival', 1), gain('you', 'I', 1) })",
     "Roll a die: on a 6, Risk falls by 1. Otherwise, your rival draws 1 card and you gain 1 "
     "Industry.",
     "掷骰，若为 6 点，风险 −1；否则，对手抽 1 张牌，你的产业 +1。"},
    {"neutral", "gain('P', 1), when(die(2), { gain('P', 1) }), gain('you', 'E', 1)",
     "Price rises by 1. Roll a die: on 2 or more, Price rises by 1 more. Gain 1 Efficiency.",
     "价格 +1。掷骰，若不低于 2 点，价格再 +1。你的效率 +1。"},
    {"neutral", "when(in_force('CHIPS'), { gain('P', 1) }), gain('P', 1)",
     "If CHIPS is in force, Price rises by 1. In any case, Price rises by 1.",
     "若芯片管制已生效，价格 +1。无论如何，价格 +1。"},
    {"neutral",
     "when(in_force('CHIPS'), { when(in_force('DATA'), { draw('you', 1) }, { draw('you', 2) "
     "}), gain('P', 1) }, { gain('P', -1) })",
     "If CHIPS is in force: [If DATA is in force, draw 1 card. Otherwise, draw 2 cards. Price "
     "rises "
     "by 1.] Otherwise, Price falls by 1.",
     "若芯片管制已生效：【若数据管制已生效，抽 1 张牌；否则，抽 2 张牌。价格 +1。】否则，价格 "
     "−1。"},
    {"neutral",
     "option({ choose(1, {}, 'align'), draw('you', 1) }, { when(in_force('DATA'), { "
     "draw('you', 3) }) })",
     "Choose one: [Choose 1 nation: it moves 1 step toward your side. Draw 1 card.] or: [If DATA "
     "is in "
     "force, draw 3 cards.]",
     "二选一：【选择 1 个国家，使其向你方移动 1 步。抽 1 张牌。】或者：【若数据管制已生效，抽 3 "
     "张牌。】"},
    {"neutral", "trigger('control', { when(more('rival', 'compute'), { gain('you', 'VP', 1) }) })",
     "For the rest of the game, whenever your rival imposes a control: [If your rival has more "
     "compute "
     "than you, gain 1 VP.]",
     "本局余下时间，每当对手实施管制：【若对手算力高于你，你的胜利点 +1。】"},
};
enum { SAYINGS = sizeof sayings / sizeof sayings[0] };

/* The shipped rules with these cards behind theirs; returns the first of them. */
static int load_sayings(Rules *rules)
{
    char folder[FOLDER_SIZE];
    char *lua = malloc(LUA_SIZE);
    size_t length = 0;
    Error err;

    assert_non_null(lua);
    for (int i = 0; i < SAYINGS; i++) {
        int written =
            snprintf(lua + length, LUA_SIZE - length,
                     "card { id = 'X%d', side = '%s', era = 'early', ops = 2,\n"
                     "  title = { en = 'T', zh = '题' }, concept = { en = 'C', zh = '念' },\n"
                     "  event = { %s } }\n",
                     i, sayings[i].side, sayings[i].event);
        assert_true(written > 0 && length + (size_t)written < LUA_SIZE);
        length += (size_t)written;
    }
    folder_make(folder);
    folder_add(folder, TPD_SOURCE_DIR "/rules");
    folder_write(folder, "cards/9-sayings.lua", lua);
    Status status = script_load_rules(rules, folder, &err);
    folder_remove(folder);
    free(lua);
    if (status != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return rules->card_count - SAYINGS;
}

static void expect_sayings(const Voice *voice)
{
    Rules *rules = malloc(sizeof *rules);
    char text[CARD_TEXT_SIZE];

    assert_non_null(rules);
    int first = load_sayings(rules);
    for (int i = 0; i < SAYINGS; i++) {
        text_card_event(text, sizeof text, voice, rules, first + i);
        assert_string_equal(text, voice->language == LANGUAGE_EN ? sayings[i].en : sayings[i].zh);
    }
    free(rules);
}

TEST(every_phrase_in_english)
{
    const Voice voice = {.language = LANGUAGE_EN};

    expect_sayings(&voice);
}

TEST(every_phrase_in_chinese)
{
    Voice voice;

    if (!chinese_voice(&voice)) {
        skip();
    }
    expect_sayings(&voice);
    catalogue_close(voice.catalogue);
}

/* ---- the card of rules/README.md ---- */

enum { PAGE_SIZE = 64 * 1024 };

/* Copies what stands between two marks of the page, from `*at` on, which moves behind it. */
static char *cut_out(const char **at, const char *begin, const char *end)
{
    const char *from = strstr(*at, begin);

    assert_non_null(from);
    from += strlen(begin);
    const char *to = strstr(from, end);
    assert_non_null(to);
    char *text = calloc((size_t)(to - from) + 1, 1);
    assert_non_null(text);
    memcpy(text, from, (size_t)(to - from));
    *at = to;
    return text;
}

/* A quotation in one line; its lines end at blanks. */
static void join_quotation(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0';) {
        if (strncmp(from, "\n> ", 3) == 0) {
            from += 3;
            *to++ = ' ';
        } else {
            *to++ = *from++;
        }
    }
    *to = '\0';
}

static void expect_readme(const Voice *voice, const char *lua, const char *quoted)
{
    Rules *rules = malloc(sizeof *rules);
    char text[CARD_TEXT_SIZE];
    char folder[FOLDER_SIZE];
    Error err;

    assert_non_null(rules);
    folder_make(folder);
    folder_add(folder, TPD_SOURCE_DIR "/rules");
    folder_write(folder, "cards/4-mine.lua", lua);
    Status status = script_load_rules(rules, folder, &err);
    folder_remove(folder);
    assert_int_equal(status, STATUS_OK);
    text_card_event(text, sizeof text, voice, rules, rules_find_card(rules, "X01"));
    assert_string_equal(text, quoted);
    free(rules);
}

TEST(the_example_for_card_authors_says_what_the_page_quotes)
{
    Voice voice = {.language = LANGUAGE_EN};
    char *page = page_read("rules/README.md");
    const char *at = page;
    char *lua = cut_out(&at, "```lua\n-- Neighbours", "```");
    char *english = cut_out(&at, "\n> ", "\n\n");
    char *chinese = cut_out(&at, "\n> ", "\n\n");
    char code[PAGE_SIZE];

    snprintf(code, sizeof code, "--%s", lua);
    join_quotation(english);
    expect_readme(&voice, code, english);
    if (chinese_voice(&voice)) {
        join_quotation(chinese);
        expect_readme(&voice, code, chinese);
        catalogue_close(voice.catalogue);
    }
    free(lua);
    free(english);
    free(chinese);
    free(page);
}

/* ---- both languages say the same ---- */

static int compare_numbers(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static int numbers_of(const char *text, int numbers[NUMBERS_MAX])
{
    int count = 0;

    for (const char *at = text; *at != '\0';) {
        size_t digits = strspn(at, "0123456789");
        if (digits > 0) {
            assert_true(count < NUMBERS_MAX);
            numbers[count++] = (int)strtol(at, NULL, 10);
        }
        at += digits > 0 ? digits : 1;
    }
    qsort(numbers, (size_t)count, sizeof numbers[0], compare_numbers);
    return count;
}

static void expect_same_numbers(const Voice voice[LANGUAGE_COUNT], const Rules *rules, int card)
{
    char text[LANGUAGE_COUNT][CARD_TEXT_SIZE];
    int numbers[LANGUAGE_COUNT][NUMBERS_MAX];
    int count[LANGUAGE_COUNT];

    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        text_card_event(text[language], CARD_TEXT_SIZE, &voice[language], rules, card);
        count[language] = numbers_of(text[language], numbers[language]);
    }
    if (count[0] != count[1] ||
        memcmp(numbers[0], numbers[1], (size_t)count[0] * sizeof numbers[0][0]) != 0) {
        fail_msg("%s: other numbers:\n%s\n%s", rules->card[card].id, text[0], text[1]);
    }
}

static void compare_all_numbers(const Voice voice[LANGUAGE_COUNT])
{
    Rules *rules = malloc(sizeof *rules);

    assert_non_null(rules);
    for (uint64_t set = 100; set < 106; set++) {
        random_cards_load(rules, set);
        for (int card = 0; card < rules->card_count; card++) {
            expect_same_numbers(voice, rules, card);
        }
    }
    free(rules);
}

TEST(chinese_names_the_numbers_that_english_names)
{
    Voice voice[LANGUAGE_COUNT] = {{.language = LANGUAGE_EN}};

    if (!chinese_voice(&voice[LANGUAGE_ZH])) {
        skip();
    }
    compare_all_numbers(voice);
    catalogue_close(voice[LANGUAGE_ZH].catalogue);
}

static void expect_full_width(const char *text)
{
    const char *mark = strpbrk(text, ",.:;!?()[]\"");

    if (mark != NULL) {
        fail_msg("'%c' is not of full width: %s", *mark, text);
    }
}

static void expect_chinese_marks(const Voice *voice, const Rules *rules)
{
    char text[CARD_TEXT_SIZE];

    for (int card = 0; card < rules->card_count; card++) {
        text_card_event(text, sizeof text, voice, rules, card);
        expect_full_width(text);
        text_card_title(text, sizeof text, voice, rules, card);
        expect_full_width(text);
        text_card_concept(text, sizeof text, voice, rules, card);
        expect_full_width(text);
    }
}

TEST(chinese_cards_have_chinese_marks)
{
    Voice voice;
    Rules *rules = malloc(sizeof *rules);

    assert_non_null(rules);
    random_cards_load(rules, 300);
    if (chinese_voice(&voice)) {
        expect_chinese_marks(&voice, rules);
        catalogue_close(voice.catalogue);
    }
    free(rules);
}

/* The texts of many cards, in both languages. */
typedef struct Texts {
    int count;
    char *text[LANGUAGE_COUNT][2048];
} Texts;

static void gather(Texts *texts, const Voice voice[LANGUAGE_COUNT], const Rules *rules)
{
    for (int card = 0; card < rules->card_count; card++) {
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            char text[CARD_TEXT_SIZE];
            int length = text_card_event(text, sizeof text, &voice[language], rules, card);
            char *copy = malloc((size_t)length + 1);
            assert_non_null(copy);
            memcpy(copy, text, (size_t)length + 1);
            texts->text[language][texts->count] = copy;
        }
        texts->count++;
    }
}

static void compare_texts(const Texts *texts, int a, int b)
{
    bool en = strcmp(texts->text[0][a], texts->text[0][b]) == 0;
    bool zh = strcmp(texts->text[1][a], texts->text[1][b]) == 0;

    if (en != zh) {
        fail_msg("the same in one language only:\n%s\n%s\n%s\n%s", texts->text[0][a],
                 texts->text[0][b], texts->text[1][a], texts->text[1][b]);
    }
}

static void free_texts(Texts *texts)
{
    for (int i = 0; i < texts->count; i++) {
        free(texts->text[0][i]);
        free(texts->text[1][i]);
    }
    free(texts);
}

static void compare_languages(const Voice voice[LANGUAGE_COUNT])
{
    Rules *rules = malloc(sizeof *rules);
    Texts *texts = calloc(1, sizeof *texts);

    assert_non_null(rules);
    assert_non_null(texts);
    for (uint64_t set = 200; set < 215; set++) {
        random_cards_load(rules, set);
        gather(texts, voice, rules);
    }
    for (int a = 0; a < texts->count; a++) {
        for (int b = 0; b < a; b++) {
            compare_texts(texts, a, b);
        }
    }
    free_texts(texts);
    free(rules);
}

TEST(what_differs_in_one_language_differs_in_the_other)
{
    Voice voice[LANGUAGE_COUNT] = {{.language = LANGUAGE_EN}};

    if (!chinese_voice(&voice[LANGUAGE_ZH])) {
        skip();
    }
    compare_languages(voice);
    catalogue_close(voice[LANGUAGE_ZH].catalogue);
}

/* ---- places ---- */

static bool names_nation(const Voice *voice, const char *text)
{
    const Rules *rules = shipped_rules();

    for (int i = 0; i < rules->nation_count; i++) {
        if (strstr(text, rules_text(rules, rules->nation[i].name[voice->language])) != NULL) {
            return true;
        }
    }
    return false;
}

static void expect_no_nation(const Voice *voice, const char *text)
{
    if (names_nation(voice, text)) {
        fail_msg("a nation by its name: %s", text);
    }
}

static void expect_neutral(const Voice *voice)
{
    const Rules *rules = shipped_rules();
    char text[CARD_TEXT_SIZE];

    for (int card = 0; card < rules->card_count; card++) {
        text_card_event(text, sizeof text, voice, rules, card);
        expect_no_nation(voice, text);
        text_card_title(text, sizeof text, voice, rules, card);
        expect_no_nation(voice, text);
        text_card_concept(text, sizeof text, voice, rules, card);
        expect_no_nation(voice, text);
    }
}

TEST(neutral_names_leave_no_nation_on_a_card)
{
    Voice voice = {.language = LANGUAGE_EN, .names = NAMES_NEUTRAL};

    expect_neutral(&voice);
    if (chinese_voice(&voice)) {
        voice.names = NAMES_NEUTRAL;
        expect_neutral(&voice);
        catalogue_close(voice.catalogue);
    }
}

/* ---- what is asked ---- */

static State position(const char *fields)
{
    const Rules *rules = shipped_rules();
    Setup setup = {.seed = 1, .scenario = rules_find_scenario(rules, "full"), .seat_count = 2};
    State state;

    position_make(&state, &setup, rules, fields);
    return state;
}

static void expect_question(const State *state, const char *expected)
{
    const Voice voice = {.language = LANGUAGE_EN};
    char text[CARD_TEXT_SIZE];

    text_question(text, sizeof text, &voice, shipped_rules(), state);
    assert_string_equal(text, expected);
}

TEST(a_question_says_what_is_left_to_choose)
{
    State state = position("hand=E22,E11");

    expect_question(&state, "");
    position_play(&state, shipped_rules(), "event E22");
    expect_question(&state, "Choose 2 non-aligned nations: each moves 1 step toward your side.");
    position_play(&state, shipped_rules(), "pick India");
    expect_question(&state, "Choose 1 non-aligned nation: it moves 1 step toward your side.");
}

TEST(hearts_and_hedging_ask_as_cards_do)
{
    State state = position("hand=E02,E11 F=5,4");

    position_play(&state, shipped_rules(), "event E02");
    expect_question(&state, "Choose 1 nation outside the closed half and outside your rival's "
                            "quadrants: it moves 1 corner step toward your open stack.");
}

TEST(an_option_is_offered_with_what_it_does)
{
    const Voice voice = {.language = LANGUAGE_EN};
    State state = position("hand=E05,E11");
    char text[CARD_TEXT_SIZE];

    position_play(&state, shipped_rules(), "event E05");
    text_option(text, &voice, shipped_rules(), &state, 0);
    assert_string_equal(text, "Valuation rises by 2 and the US gains 2 capital.");
    text_option(text, &voice, shipped_rules(), &state, 1);
    assert_string_equal(text, "The US gains 1 Datacentre and Valuation rises by 1.");
}

/* Random games: whoever has to choose is told something that ends as a sentence does. */
static void hear_questions(const Voice *voice, const char *stop, uint64_t seed)
{
    const Rules *rules = shipped_rules();
    Setup setup = variant_setup(variant_count(rules) - 1 - (int)(seed % 2), seed);
    State state;

    state_init(&state, rules, &setup);
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        DecisionKind kind = state_decision(&state, rules);
        ActionList legal;
        if (kind == DECISION_PICK || kind == DECISION_OPTION) {
            char text[CARD_TEXT_SIZE];
            int length = text_question(text, sizeof text, voice, rules, &state);
            assert_in_range(length, 10, 400);
            assert_string_equal(text + length - (int)strlen(stop), stop);
        }
        state_legal_actions(&state, rules, &legal);
        state_apply(&state, rules, policy_choose(rng_key(seed), decision, &legal), NULL);
    }
}

TEST(whoever_must_choose_is_told_what)
{
    Voice voice = {.language = LANGUAGE_EN};

    for (uint64_t seed = 1; seed < 6; seed++) {
        hear_questions(&voice, ".", seed);
    }
    if (chinese_voice(&voice)) {
        hear_questions(&voice, "。", 7);
        catalogue_close(voice.catalogue);
    }
}

/* ---- room ---- */

TEST(a_text_that_does_not_fit_ends_in_an_ellipsis)
{
    const Rules *rules = shipped_rules();
    Voice voice = {.language = LANGUAGE_EN};
    char whole[CARD_TEXT_SIZE];

    (void)chinese_voice(&voice);
    int card = rules_find_card(rules, "E18");
    int length = text_card_event(whole, sizeof whole, &voice, rules, card);
    for (int size = 1; size <= length; size++) {
        char text[CARD_TEXT_SIZE];
        memset(text, 'x', sizeof text);
        int cut = text_card_event(text, size, &voice, rules, card);
        assert_in_range(cut, 0, size - 1);
        assert_int_equal(text[cut], '\0');
        assert_int_equal(text[size], 'x');
        if (size > 4) {
            assert_string_equal(text + cut - 3, "…");
            assert_memory_equal(text, whole, (size_t)cut - 3);
        }
    }
    catalogue_close(voice.catalogue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_phrase_in_english),
        cmocka_unit_test(every_phrase_in_chinese),
        cmocka_unit_test(the_example_for_card_authors_says_what_the_page_quotes),
        cmocka_unit_test(chinese_names_the_numbers_that_english_names),
        cmocka_unit_test(chinese_cards_have_chinese_marks),
        cmocka_unit_test(what_differs_in_one_language_differs_in_the_other),
        cmocka_unit_test(neutral_names_leave_no_nation_on_a_card),
        cmocka_unit_test(a_question_says_what_is_left_to_choose),
        cmocka_unit_test(hearts_and_hedging_ask_as_cards_do),
        cmocka_unit_test(an_option_is_offered_with_what_it_does),
        cmocka_unit_test(whoever_must_choose_is_told_what),
        cmocka_unit_test(a_text_that_does_not_fit_ends_in_an_ellipsis),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
