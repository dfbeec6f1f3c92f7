/* assets/po/zh.po translates every text of tpd.pot, with the same placeholders, in Chinese type. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"

enum { ENTRIES_MAX = 4096, TEXT_SIZE = 2048, LINE_SIZE = 4096, NAMES_MAX = 16, NAME_SIZE = 32 };

typedef struct Entry {
    char *context, *id, *plural, *translation; /* "" where there is none */
} Entry;

typedef struct Catalogue {
    int count;
    Entry entry[ENTRIES_MAX];
} Catalogue;

/* ---- reading ---- */

static char unescaped(char c)
{
    if (c == 'n') {
        return '\n';
    }
    return c;
}

/* What a line "word "text"" has between its quotes, with its escapes resolved. */
static void append_quoted(char text[TEXT_SIZE], const char *line)
{
    const char *at = strchr(line, '"');
    size_t length = strlen(text);

    assert_non_null(at);
    for (at++; *at != '"'; at++) {
        assert_true(*at != '\0' && length < TEXT_SIZE - 1);
        if (*at == '\\') {
            at++;
            text[length++] = unescaped(*at);
        } else {
            text[length++] = *at;
        }
    }
    text[length] = '\0';
}

static char *copy(const char *text)
{
    size_t size = strlen(text) + 1;
    char *made = malloc(size);

    assert_non_null(made);
    memcpy(made, text, size);
    return made;
}

enum { PART_CONTEXT, PART_ID, PART_PLURAL, PART_TRANSLATION, PARTS };

static void keep(Catalogue *catalogue, char part[PARTS][TEXT_SIZE])
{
    assert_true(catalogue->count < ENTRIES_MAX);
    if (part[PART_ID][0] != '\0') {
        catalogue->entry[catalogue->count++] =
            (Entry){copy(part[PART_CONTEXT]), copy(part[PART_ID]), copy(part[PART_PLURAL]),
                    copy(part[PART_TRANSLATION])};
    }
    for (int i = 0; i < PARTS; i++) {
        part[i][0] = '\0';
    }
}

static int part_of(const char *line, int now)
{
    static const char *const words[PARTS] = {"msgctxt ", "msgid ", "msgid_plural ", "msgstr"};

    for (int i = 0; i < PARTS; i++) {
        if (strncmp(line, words[i], strlen(words[i])) == 0) {
            return i;
        }
    }
    return now;
}

/* Neither guessed nor out of use. */
static void expect_plain(const char *path, const char *line)
{
    bool fuzzy = strncmp(line, "#,", 2) == 0 && strstr(line, "fuzzy") != NULL;

    if (fuzzy || strncmp(line, "#~", 2) == 0) {
        fail_msg("%s: a fuzzy or obsolete entry: %s", path, line);
    }
}

static Catalogue *read_catalogue(const char *path)
{
    static char part[PARTS][TEXT_SIZE];
    FILE *file = fopen(path, "rb");
    Catalogue *catalogue = calloc(1, sizeof *catalogue);
    char line[LINE_SIZE];
    int now = PART_ID;

    assert_non_null(file);
    assert_non_null(catalogue);
    while (fgets(line, sizeof line, file) != NULL) {
        expect_plain(path, line);
        if (line[0] == '\n') {
            keep(catalogue, part);
        } else if (line[0] != '#') {
            now = part_of(line, now);
            append_quoted(part[now], line);
        }
    }
    keep(catalogue, part);
    (void)fclose(file);
    return catalogue;
}

static void free_catalogue(Catalogue *catalogue)
{
    for (int i = 0; i < catalogue->count; i++) {
        free(catalogue->entry[i].context);
        free(catalogue->entry[i].id);
        free(catalogue->entry[i].plural);
        free(catalogue->entry[i].translation);
    }
    free(catalogue);
}

static Catalogue *chinese(void)
{
    return read_catalogue(TPD_SOURCE_DIR "/assets/po/zh.po");
}

static bool has_entry(const Catalogue *catalogue, const Entry *wanted)
{
    for (int i = 0; i < catalogue->count; i++) {
        const Entry *entry = &catalogue->entry[i];
        if (strcmp(entry->id, wanted->id) == 0 && strcmp(entry->context, wanted->context) == 0 &&
            strcmp(entry->plural, wanted->plural) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- placeholders ---- */

typedef struct Names {
    int count;
    char name[NAMES_MAX][NAME_SIZE];
} Names;

static Names placeholders(const char *text)
{
    Names names = {.count = 0};

    for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{')) {
        const char *end = strchr(at, '}');
        assert_non_null(end);
        assert_true(end - at < NAME_SIZE && names.count < NAMES_MAX);
        snprintf(names.name[names.count++], NAME_SIZE, "%.*s", (int)(end - at - 1), at + 1);
    }
    return names;
}

static bool contains(const Names *names, const char *name)
{
    for (int i = 0; i < names->count; i++) {
        if (strcmp(names->name[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void expect_name(const Entry *entry, const Names *names, const char *name)
{
    if (!contains(names, name)) {
        fail_msg("\"%s\": {%s} stands on one side only: \"%s\"", entry->id, name,
                 entry->translation);
    }
}

static void expect_same_names(const Entry *entry, const Names *a, const Names *b)
{
    for (int i = 0; i < a->count; i++) {
        expect_name(entry, b, a->name[i]);
    }
}

/* ---- type ---- */

static bool is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A mark that Chinese has in full width, unless it stands inside a number or a Latin word. */
static bool is_half_width(const char *text, const char *at)
{
    if (strchr(",.:;!?()\"'", *at) == NULL) {
        return false;
    }
    return at == text || !is_ascii_word(at[-1]) || !is_ascii_word(at[1]);
}

/* Coordinates are mathematics, in any language. */
static const char *skip_coordinates(const char *at)
{
    static const char *const pairs[] = {"({x}, {y})", "({u}, {v})", "{x}, {y}"};

    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (strncmp(at, pairs[i], strlen(pairs[i])) == 0) {
            return at + strlen(pairs[i]) - 1;
        }
    }
    return NULL;
}

/* The first mark that is not of full width, outside placeholders; NULL if there is none. */
static const char *find_half_width(const char *text)
{
    bool in_placeholder = false;

    for (const char *at = text; *at != '\0'; at++) {
        const char *end = skip_coordinates(at);
        in_placeholder = *at == '{' ? true : *at == '}' ? false : in_placeholder;
        if (end != NULL) {
            at = end;
        } else if (!in_placeholder && is_half_width(text, at)) {
            return at;
        }
    }
    return NULL;
}

static void expect_chinese_type(const Entry *entry)
{
    const char *mark = find_half_width(entry->translation);

    if (mark != NULL) {
        fail_msg("\"%s\": '%c' is not of full width: \"%s\"", entry->id, *mark, entry->translation);
    }
    if (strstr(entry->translation, "  ") != NULL && strstr(entry->id, "  ") == NULL) {
        fail_msg("\"%s\": two blanks: \"%s\"", entry->id, entry->translation);
    }
}

/* ---- tests ---- */

static void expect_entry(const Catalogue *catalogue, const Entry *entry, const char *place)
{
    if (!has_entry(catalogue, entry)) {
        fail_msg("%s lacks \"%s\": run --target po", place, entry->id);
    }
}

static void expect_translated(const Entry *entry)
{
    if (entry->translation[0] == '\0') {
        fail_msg("\"%s\" is not translated", entry->id);
    }
}

TEST(every_text_of_the_source_is_translated_and_no_other)
{
    Catalogue *template = read_catalogue(TPD_SOURCE_DIR "/assets/po/tpd.pot");
    Catalogue *zh = chinese();

    assert_true(template->count > 100);
    for (int i = 0; i < template->count; i++) {
        expect_entry(zh, &template->entry[i], "zh.po");
    }
    for (int i = 0; i < zh->count; i++) {
        expect_entry(template, &zh->entry[i], "the source");
        expect_translated(&zh->entry[i]);
    }
    free_catalogue(template);
    free_catalogue(zh);
}

static void expect_same_end(const Entry *entry)
{
    size_t length = strlen(entry->id);
    size_t other = strlen(entry->translation);

    assert_true(other > 0 && length > 0);
    if ((entry->id[length - 1] == '\n') != (entry->translation[other - 1] == '\n')) {
        fail_msg("\"%s\": only one of them ends its line", entry->id);
    }
}

TEST(placeholders_and_line_ends_agree)
{
    Catalogue *zh = chinese();

    for (int i = 0; i < zh->count; i++) {
        const Entry *entry = &zh->entry[i];
        Names id = placeholders(entry->id);
        Names translation = placeholders(entry->translation);
        expect_same_names(entry, &id, &translation);
        expect_same_names(entry, &translation, &id);
        expect_same_end(entry);
    }
    free_catalogue(zh);
}

TEST(chinese_sentences_have_chinese_marks)
{
    Catalogue *zh = chinese();

    for (int i = 0; i < zh->count; i++) {
        expect_chinese_type(&zh->entry[i]);
    }
    free_catalogue(zh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_of_the_source_is_translated_and_no_other),
        cmocka_unit_test(placeholders_and_line_ends_agree),
        cmocka_unit_test(chinese_sentences_have_chinese_marks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
