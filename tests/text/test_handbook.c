#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/explain.h"
#include "core/rules.h"
#include "support/page.h"
#include "support/shipped.h"
#include "support/voices.h"
#include "test.h"
#include "text/handbook.h"
#include "text/text.h"
#include "text/width.h"

enum { PAGE_SIZE = 512 * 1024, COLUMNS_MOST = 100, PLACEHOLDERS_MAX = 256, NAME_SIZE = 64 };

/* ---- templates and pages ---- */

/* rules/handbook/LANGUAGE.md; the caller frees it. */
static char *read_template(Language language)
{
    char path[NAME_SIZE];

    snprintf(path, sizeof path, "rules/handbook/%s.md", language_code[language]);
    return page_read(path);
}

typedef struct Page {
    char *text;
    size_t length;
} Page;

static void add_piece(void *user, const char *text)
{
    Page *page = user;
    size_t length = strlen(text);

    assert_true(page->length + length < PAGE_SIZE);
    memcpy(page->text + page->length, text, length + 1);
    page->length += length;
}

/* The page of a template, which must be sound; the caller frees it. */
static char *print_page(const Handbook *book)
{
    Page page = {.text = calloc(1, PAGE_SIZE)};
    Error err;

    assert_non_null(page.text);
    if (handbook_print(book, add_piece, &page, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return page.text;
}

static Handbook book_of(const Voice *voice, const Rules *rules, const char *template)
{
    return (Handbook){.voice = voice, .rules = rules, .name = "page.md", .template = template};
}

static char *print_text(const char *template)
{
    const Handbook book = book_of(voices_in(LANGUAGE_EN), shipped_rules(), template);

    return print_page(&book);
}

static void expect_page(const char *template, const char *expected)
{
    char *page = print_text(template);

    assert_string_equal(page, expected);
    free(page);
}

/* ---- what a placeholder stands for ---- */

TEST(placeholders_are_filled_in_from_the_rules)
{
    expect_page("{param:vpHeg} {param:stockVP:2} {param:plat0+2} {=4} {track:R:most}\n",
                "54 3 8 4 10\n");
    expect_page("{scenario:short:rounds} {scenario:full:title} {count:nations}\n",
                "4 Full game 16\n");
    expect_page("{nation:Gulf-States}: {nations:chain}; {nations:memory}\n",
                "Gulf States: Netherlands, Japan, Korea and Taiwan; Korea\n");
    expect_page("## 9. Market\n\nsee {section:9}\n", "## 9. Market\n\nsee 9\n");
}

static void expect_fault(const char *template, const char *expected)
{
    const Handbook book = book_of(voices_in(LANGUAGE_EN), shipped_rules(), template);
    Page page = {.text = calloc(1, PAGE_SIZE)};
    Error err;

    assert_int_equal(handbook_print(&book, add_piece, &page, &err), STATUS_PARSE);
    assert_string_equal(err.text, expected);
    assert_int_equal(page.length, 0);
    free(page.text);
}

TEST(a_wrong_placeholder_is_one_line_that_says_where)
{
    expect_fault("text\n\n{param:vpHeag}\n",
                 "page.md:3: unknown parameter 'vpHeag', did you mean 'vpHeg'?");
    expect_fault("{parm:vpHeg}", "page.md:1: unknown placeholder 'parm', did you mean 'param'?");
    expect_fault("{param:stockVP}", "page.md:1: stockVP has 2 values: expected {param:stockVP:1} "
                                    "to {param:stockVP:2}");
    expect_fault("{param:stockVP:3}", "page.md:1: stockVP has 2 values: expected {param:stockVP:1} "
                                      "to {param:stockVP:2}");
    expect_fault("{track:R:mots}",
                 "page.md:1: expected least or most, found 'mots', did you mean 'most'?");
    expect_fault("{scenario:shrot:rounds}",
                 "page.md:1: unknown scenario 'shrot', did you mean 'short'?");
    expect_fault("{nation:Gulf States}",
                 "page.md:1: unknown nation 'Gulf States', did you mean 'Gulf-States'?");
    expect_fault("{nations:lithografy}", "page.md:1: expected chain or a role, found "
                                         "'lithografy', did you mean 'lithography'?");
    expect_fault("{section:99}", "page.md:1: no section '99'");
    expect_fault("{=four}", "page.md:1: expected a number behind =, found 'four'");
    expect_fault("{param:vpHeg", "page.md:1: expected } behind '{param:vpHeg'");
    expect_fault("{count}", "page.md:1: {count: …}: expected 2 words in all, found 1");
    expect_fault("{a:b:c:d:e}", "page.md:1: unknown placeholder 'a:b:c:d:e'");
    expect_fault("{table:nation}",
                 "page.md:1: unknown placeholder '{table:nation}': expected {table:tracks}, "
                 "{table:scenarios}, {table:nations}, {list:parameters} or {list:cards}, alone on "
                 "its line");
}

/* ---- lines ---- */

TEST(paragraphs_are_broken_anew_and_tables_aligned)
{
    expect_page("one\ntwo\n\n- an item of a list that is so long that it does not have room on a "
                "single line of the page at all\n  goes on\n- b\n\n| a | bc |\n|---|---|\n"
                "| def | g |\n\n```\n  as it is\n```\n",
                "one two\n\n- an item of a list that is so long that it does not have room on a "
                "single line of the page at\n  all goes on\n- b\n\n| a   | bc  |\n|-----|-----|\n"
                "| def | g   |\n\n```\n  as it is\n```\n");
    expect_page("<!-- a note\n   {of} mine -->\n\ntext\n{param:state}. Not an item\n",
                "text 5. Not an item\n");
    expect_page("中文，\n不加空格。\n", "中文，不加空格。\n");
}

TEST(a_section_alone_is_what_stands_between_its_headings)
{
    const char template[] = "# Title\n\n## 1. One\n\na\n\n### 1.1 In\n\nb\n\n## 10. Ten\n\nc\n";
    static const char *const section[] = {"1", "1.1", "10"};
    static const char *const expected[] = {"## 1. One\n\na\n\n### 1.1 In\n\nb\n\n",
                                           "### 1.1 In\n\nb\n\n", "## 10. Ten\n\nc\n"};
    Handbook book = book_of(voices_in(LANGUAGE_EN), shipped_rules(), template);
    Error err;

    for (size_t i = 0; i < sizeof section / sizeof section[0]; i++) {
        book.section = section[i];
        char *page = print_page(&book);
        assert_string_equal(page, expected[i]);
        free(page);
    }
    book.section = "2";
    assert_int_equal(handbook_print(&book, add_piece, NULL, &err), STATUS_PARSE);
    assert_string_equal(err.text, "page.md: no section '2': expected a number such as 9 or 9.1");
}

/* ---- the shipped page ---- */

static void check_line(const char *line, int number)
{
    if (text_width(line) > COLUMNS_MOST || strpbrk(line, "{}\004") != NULL) {
        fail_msg("line %d is too wide, or not filled in: %s", number, line);
    }
}

/* Calls `check` with every line, empty ones included; each is cut off in the text. */
static void each_line(char *text, void (*check)(const char *line, int number))
{
    int number = 0;

    for (char *line = text; line != NULL && *line != '\0';) {
        char *end = strchr(line, '\n');
        if (end != NULL) {
            *end = '\0';
        }
        check(line, ++number);
        line = end == NULL ? NULL : end + 1;
    }
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static void fail_untranslated(const char *at)
{
    fail_msg("an untranslated word: %.80s", at);
}

/* Small letters in a row outside of `…` and ``` … ``` would be an untranslated word. */
static void check_chinese(const char *page)
{
    bool code = false;

    for (const char *at = page; *at != '\0'; at++) {
        code = code != (*at == '`');
        if (!code && is_small(at[0]) && is_small(at[1])) {
            fail_untranslated(at);
        }
    }
}

static void check_lacks(const char *page, const char *name)
{
    const char *found = strstr(page, name);

    if (found != NULL) {
        fail_msg("%s stands in a page with neutral names: %.80s", name, found);
    }
}

static void check_names(const char *page)
{
    const Rules *rules = shipped_rules();

    for (int nation = 0; nation < rules->nation_count; nation++) {
        check_lacks(page, rules_text(rules, rules->nation[nation].name[LANGUAGE_EN]));
        check_lacks(page, rules_text(rules, rules->nation[nation].name[LANGUAGE_ZH]));
    }
}

static void check_page(const Voice *voice, const char *template)
{
    const Handbook book = book_of(voice, shipped_rules(), template);
    char *page = print_page(&book);

    if (voice->language == LANGUAGE_ZH) {
        check_chinese(page);
    }
    if (voice->names == NAMES_NEUTRAL) {
        check_names(page);
    }
    each_line(page, check_line);
    free(page);
}

static void check_language(Language language)
{
    char *template = read_template(language);

    check_page(voices_in(language), template);
    check_page(voices_neutral_in(language), template);
    free(template);
}

TEST(the_page_is_whole_in_english_with_both_sets_of_names)
{
    check_language(LANGUAGE_EN);
}

TEST(the_page_is_whole_in_chinese_with_both_sets_of_names)
{
    if (!voices_have_chinese()) {
        skip();
    }
    check_language(LANGUAGE_ZH);
}

TEST(the_page_tells_of_every_card_nation_scenario_and_parameter)
{
    const Rules *rules = shipped_rules();
    char *template = read_template(LANGUAGE_EN);
    char *page = print_text(template);
    char words[LABEL_TEXT_SIZE];

    for (int card = 0; card < rules->card_count; card++) {
        text_card_head(words, sizeof words, voices_in(LANGUAGE_EN), rules, card);
        assert_non_null(strstr(page, words));
    }
    for (int nation = 0; nation < rules->nation_count; nation++) {
        snprintf(words, sizeof words, "\n| %s ",
                 text_nation(voices_in(LANGUAGE_EN), rules, nation));
        assert_non_null(strstr(page, words));
    }
    for (int scenario = 0; scenario < rules->scenario_count; scenario++) {
        snprintf(words, sizeof words, "\n- `%s` *", rules->scenario[scenario].id);
        assert_non_null(strstr(page, words));
    }
    for (int i = 0; i < vocab_param_count; i++) {
        snprintf(words, sizeof words, "\n- `%s` = ", vocab_param[i].name);
        assert_non_null(strstr(page, words));
    }
    free(page);
    free(template);
}

/* A template without the list that shows every parameter anyway. */
static void cut_parameters(char *template)
{
    char *list = strstr(template, "{list:parameters}\n");

    assert_non_null(list);
    memset(list, ' ', strlen("{list:parameters}"));
}

/* Fails unless the page differs from `before` when a number of the rules is `changed`. */
static void expect_change(const Handbook *book, const char *before, const char *what)
{
    char *after = print_page(book);

    if (strcmp(before, after) == 0) {
        fail_msg("%s: the page of %s does not say %s", book->name,
                 language_code[book->voice->language], what);
    }
    free(after);
}

static void check_every_parameter(Language language)
{
    char *template = read_template(language);
    Rules *rules = malloc(sizeof *rules);

    assert_non_null(rules);
    *rules = *shipped_rules();
    cut_parameters(template);
    Handbook book = book_of(voices_in(language), rules, template);
    char *before = print_page(&book);
    for (int i = 0; i < vocab_param_count; i++) {
        for (int which = 0; which < vocab_param[i].count; which++) {
            int16_t *value = &rules->param[vocab_param[i].slot + which];
            *value = (int16_t)(*value + 7);
            expect_change(&book, before, vocab_param[i].name);
            *value = (int16_t)(*value - 7);
        }
    }
    free(before);
    free(rules);
    free(template);
}

TEST(a_changed_parameter_changes_what_the_page_says)
{
    check_every_parameter(LANGUAGE_EN);
    check_every_parameter(LANGUAGE_ZH);
}

TEST(a_changed_scenario_or_nation_changes_the_page)
{
    char *template = read_template(LANGUAGE_EN);
    Rules *rules = malloc(sizeof *rules);

    assert_non_null(rules);
    *rules = *shipped_rules();
    Handbook book = book_of(voices_in(LANGUAGE_EN), rules, template);
    char *before = print_page(&book);
    rules->scenario[0].rounds++;
    expect_change(&book, before, "rounds");
    rules->scenario[0].rounds--;
    rules->scenario[1].hand[1]++;
    expect_change(&book, before, "hand");
    rules->scenario[1].hand[1]--;
    rules->scenario[0].start[SLOT_PRICE]--;
    expect_change(&book, before, "start");
    rules->scenario[0].start[SLOT_PRICE]++;
    rules->nation[3].weight++;
    expect_change(&book, before, "weight");
    rules->nation[3].weight--;
    rules->chain ^= 1;
    expect_change(&book, before, "chain");
    free(before);
    free(rules);
    free(template);
}

/* ---- the templates ---- */

/* What follows the number of a heading or list item. */
static const char *skip_item_number(const char *line)
{
    const char *at = line + strspn(line, "# ");
    const char *after = at + strspn(at, "0123456789.");
    bool numbered = after > at && (line[0] == '#' || strncmp(after - 1, ". ", 2) == 0);

    return numbered ? after : at;
}

/* Blanks over what stands in {…} and `…`. */
static void hide(char *line)
{
    for (char *at = line; *at != '\0'; at++) {
        const char *end = *at == '{' ? strchr(at, '}') : *at == '`' ? strchr(at + 1, '`') : NULL;
        while (end != NULL && at <= end) {
            *at++ = ' ';
        }
        at -= end != NULL;
    }
}

static void fail_bare(const char *at, int number)
{
    fail_msg("line %d: a number that is no placeholder: %s", number, at);
}

/* A number of the rules that stands bare would stay as it is when the rules change.  0 and 1 may. */
static void check_numbers(const char *line, int number)
{
    char copy[PAGE_SIZE / 64];

    snprintf(copy, sizeof copy, "%s", skip_item_number(line));
    hide(copy);
    for (const char *at = copy; (at = strpbrk(at, "0123456789")) != NULL;) {
        if (strtol(at, NULL, 10) > 1) {
            fail_bare(at, number);
        }
        at += strspn(at, "0123456789");
    }
}

TEST(no_number_of_the_rules_stands_bare_in_a_template)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        char *template = read_template((Language)language);
        each_line(strstr(template, "-->"), check_numbers);
        free(template);
    }
}

typedef struct Placeholders {
    int count;
    char name[PLACEHOLDERS_MAX][NAME_SIZE];
} Placeholders;

static int compare_names(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void collect(Placeholders *found, Language language)
{
    char *template = read_template(language);
    char *at = strstr(template, "-->");

    found->count = 0;
    while ((at = strchr(at, '{')) != NULL) {
        assert_true(found->count < PLACEHOLDERS_MAX);
        snprintf(found->name[found->count++], NAME_SIZE, "%.*s", (int)strcspn(at, "}"), at);
        at++;
    }
    qsort(found->name, (size_t)found->count, NAME_SIZE, compare_names);
    free(template);
}

/* However often each. */
TEST(both_templates_say_the_same_numbers)
{
    static Placeholders english;
    static Placeholders chinese;
    int j = 0;

    collect(&english, LANGUAGE_EN);
    collect(&chinese, LANGUAGE_ZH);
    for (int i = 0; i < english.count; i++) {
        if (i > 0 && strcmp(english.name[i], english.name[i - 1]) == 0) {
            continue;
        }
        while (j > 0 && j < chinese.count && strcmp(chinese.name[j], chinese.name[j - 1]) == 0) {
            j++;
        }
        assert_string_equal(j < chinese.count ? chinese.name[j] : "nothing", english.name[i]);
        j++;
    }
    for (; j < chinese.count; j++) {
        assert_string_equal(chinese.name[j], chinese.name[j - 1]);
    }
}

static void expect_section(const char *template, const char *section)
{
    char heading[2][NAME_SIZE];

    snprintf(heading[0], NAME_SIZE, "\n## %s. ", section);
    snprintf(heading[1], NAME_SIZE, "\n### %s ", section);
    if (strstr(template, heading[0]) == NULL && strstr(template, heading[1]) == NULL) {
        fail_msg("no section %s", section);
    }
}

TEST(every_section_that_a_why_names_is_in_the_handbook)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        char *template = read_template((Language)language);
        for (int number = 0; number < NUMBER_COUNT; number++) {
            expect_section(template, explain_numbers[number].section);
        }
        for (int term = 0; term < TERM_COUNT; term++) {
            expect_section(template, explain_terms[term].section);
        }
        free(template);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placeholders_are_filled_in_from_the_rules),
        cmocka_unit_test(a_wrong_placeholder_is_one_line_that_says_where),
        cmocka_unit_test(paragraphs_are_broken_anew_and_tables_aligned),
        cmocka_unit_test(a_section_alone_is_what_stands_between_its_headings),
        cmocka_unit_test(the_page_is_whole_in_english_with_both_sets_of_names),
        cmocka_unit_test(the_page_is_whole_in_chinese_with_both_sets_of_names),
        cmocka_unit_test(the_page_tells_of_every_card_nation_scenario_and_parameter),
        cmocka_unit_test(a_changed_parameter_changes_what_the_page_says),
        cmocka_unit_test(a_changed_scenario_or_nation_changes_the_page),
        cmocka_unit_test(no_number_of_the_rules_stands_bare_in_a_template),
        cmocka_unit_test(both_templates_say_the_same_numbers),
        cmocka_unit_test(every_section_that_a_why_names_is_in_the_handbook),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
