#include "support/small_rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/files.h"
#include "script/script.h"
#include "test.h"

enum { CHUNK_SIZE = 512 * 1024 };

#define BASE TPD_SOURCE_DIR "/tests/script/base/"

/* The base as one text, in memory that the caller frees; there is room for more behind it. */
static char *base_text(void)
{
    static const char *const files[] = {BASE "params/params.lua", BASE "nations.lua",
                                        BASE "scenarios.lua", BASE "cards/1-base.lua"};
    char *whole = malloc(CHUNK_SIZE);
    size_t length = 0;

    assert_non_null(whole);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char *text;
        size_t size;
        assert_int_equal(file_read(&text, &size, files[i], NULL), STATUS_OK);
        memcpy(whole + length, text, size + 1);
        length += size;
        free(text);
    }
    return whole;
}

int small_rules_lines(void)
{
    char *text = base_text();
    int lines = 0;

    for (const char *at = text; *at != '\0'; at++) {
        lines += *at == '\n';
    }
    free(text);
    return lines;
}

Rules *small_rules(const char *text, Error *err)
{
    char *whole = base_text();
    Rules *rules = malloc(sizeof *rules);
    size_t length = strlen(whole);

    assert_non_null(rules);
    assert_true(length + strlen(text) < CHUNK_SIZE);
    snprintf(whole + length, CHUNK_SIZE - length, "%s", text);
    if (script_load_rules_text(rules, "small.lua", whole, strlen(whole), err) != STATUS_OK) {
        free(rules);
        rules = NULL;
    }
    free(whole);
    return rules;
}

Rules *small_rules_with_event(const char *event)
{
    static const char card[] =
        "card { id = 'X1', side = 'US', era = 'early', ops = 2,\n"
        "  title = { en = 'T', zh = '题' }, concept = { en = 'C', zh = '念' },\n"
        "  event = { %s } }\n";
    char text[CHUNK_SIZE / 8];
    Error err = {0};

    assert_in_range(snprintf(text, sizeof text, card, event), 0, (int)sizeof text - 1);
    Rules *rules = small_rules(text, &err);
    if (rules == NULL) {
        fail_msg("%s", err.text);
    }
    return rules;
}
