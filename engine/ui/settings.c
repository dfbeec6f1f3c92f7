#include "ui/settings.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "core/rules.h" /* IWYU pragma: keep */
#include "core/status.h"
#include "core/vocab.h"
#include "text/voice.h" /* IWYU pragma: keep */
#include "ui/theme.h"   /* IWYU pragma: keep */

const char *const speed_name[SPEED_COUNT + 1] = {"off", "normal", "fast", "instant", NULL};

/* Nobody has chosen a language: that of the environment. */
static const char *const settings_language[] = {"en", "zh", "environment", NULL};
static const char *const settings_yes[] = {"no", "yes", NULL};

/* A row of settings.def. */
typedef struct Row {
    const char *key;
    const char *const *words; /* NULL: a number */
    int least, most, usual;
    size_t field; /* its place in Settings */
} Row;

static const Row rows[] = {
#define WORD(key, field, words, usual) {key, words, 0, 0, (int)(usual), offsetof(Settings, field)},
#define NUMBER(key, field, least, most, usual) \
    {key, NULL, least, most, usual, offsetof(Settings, field)},
#include "ui/settings.def"
#undef WORD
#undef NUMBER
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

static int *field_of(Settings *settings, const Row *row)
{
    return (int *)(void *)((char *)settings + row->field);
}

void settings_init(Settings *settings)
{
    for (int i = 0; i < ROW_COUNT; i++) {
        *field_of(settings, &rows[i]) = rows[i].usual;
    }
}

/* ---- reading ---- */

typedef struct SettingsLine {
    const char *name; /* of the file */
    int number;
    const char *key, *value;
} SettingsLine;

enum { LIST_SIZE = 160, QUOTE_MOST = 60, LINE_SIZE = 256 };

static void list_words(char list[LIST_SIZE], const char *const *words)
{
    int length = 0;

    list[0] = '\0';
    for (int i = 0; words[i] != NULL && length < LIST_SIZE; i++) {
        const char *before = i == 0 ? "" : words[i + 1] == NULL ? " or " : ", ";
        length += snprintf(list + length, (size_t)(LIST_SIZE - length), "%s%s", before, words[i]);
    }
}

static int parse_number(const char *text, const Row *row)
{
    enum { DIGITS_MOST = 6 };
    int n = 0;
    size_t length = strlen(text);

    if (length == 0 || length > DIGITS_MOST || strspn(text, "0123456789") != length) {
        return -1;
    }
    for (const char *c = text; *c != '\0'; c++) {
        n = 10 * n + (*c - '0');
    }
    return n >= row->least && n <= row->most ? n : -1;
}

static void say_wrong_value(char *fault, const SettingsLine *line, const Row *row)
{
    char list[LIST_SIZE];

    if (row->words != NULL) {
        list_words(list, row->words);
    } else {
        snprintf(list, sizeof list, "a number from %d to %d", row->least, row->most);
    }
    snprintf(fault, SETTINGS_FAULT_SIZE, "%.200s:%d: %s: expected %s, found '%.*s'", line->name,
             line->number, row->key, list, error_quote(line->value, QUOTE_MOST), line->value);
}

/* Whether the line is right; if not, `fault` says why. */
static bool take_pair(Settings *settings, const SettingsLine *line, char *fault)
{
    for (int i = 0; i < ROW_COUNT; i++) {
        const Row *row = &rows[i];
        if (strcmp(row->key, line->key) != 0) {
            continue;
        }
        int value = row->words != NULL ? vocab_find(row->words, line->value)
                                       : parse_number(line->value, row);
        if (value < 0) {
            say_wrong_value(fault, line, row);
            return false;
        }
        *field_of(settings, row) = value;
        return true;
    }
    snprintf(fault, SETTINGS_FAULT_SIZE, "%.200s:%d: unknown setting '%.*s'", line->name,
             line->number, error_quote(line->key, QUOTE_MOST), line->key);
    return false;
}

static bool take_line(Settings *settings, SettingsLine *line, char *text, char *fault)
{
    char *equals = strchr(text, '=');

    if (text[0] == '\0' || text[0] == '#') {
        return true;
    }
    if (equals == NULL) {
        snprintf(fault, SETTINGS_FAULT_SIZE, "%.200s:%d: expected key=value, found '%.*s'",
                 line->name, line->number, error_quote(text, QUOTE_MOST), text);
        return false;
    }
    *equals = '\0';
    line->key = text;
    line->value = equals + 1;
    return take_pair(settings, line, fault);
}

int settings_read(Settings *settings, const char *name, const char *text,
                  char fault[SETTINGS_FAULT_SIZE])
{
    SettingsLine line = {.name = name};
    int wrong = 0;

    fault[0] = '\0';
    while (*text != '\0') {
        char copy[LINE_SIZE];
        char other[SETTINGS_FAULT_SIZE];
        size_t length = strcspn(text, "\n");
        snprintf(copy, sizeof copy, "%.*s", (int)(length < LINE_SIZE ? length : LINE_SIZE), text);
        copy[strcspn(copy, "\r")] = '\0';
        line.number++;
        if (!take_line(settings, &line, copy, wrong == 0 ? fault : other)) {
            wrong++;
        }
        text += length + (text[length] == '\n');
    }
    return wrong;
}

/* ---- printing ---- */

int settings_print(char text[SETTINGS_TEXT_SIZE], const Settings *settings)
{
    int length = snprintf(text, SETTINGS_TEXT_SIZE, "# Trillion-Parameter Diplomacy: settings\n");

    for (int i = 0; i < ROW_COUNT && length < SETTINGS_TEXT_SIZE; i++) {
        Settings copy = *settings;
        int value = *field_of(&copy, &rows[i]);
        size_t room = (size_t)(SETTINGS_TEXT_SIZE - length);
        length += rows[i].words != NULL
                      ? snprintf(text + length, room, "%s=%s\n", rows[i].key, rows[i].words[value])
                      : snprintf(text + length, room, "%s=%d\n", rows[i].key, value);
    }
    return length;
}
