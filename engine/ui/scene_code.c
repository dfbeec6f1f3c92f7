/* Marks of nations, from their labels: two letters, or two Chinese characters, no two alike. */

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/rules.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/measure.h"
#include "ui/scene.h"

static bool is_taken(char code[NATIONS_MAX][CODE_SIZE], int count, const char *wanted)
{
    for (int nation = 0; nation < count; nation++) {
        if (strcmp(code[nation], wanted) == 0) {
            return true;
        }
    }
    return false;
}

/* The first character and a later one; letters are made capitals. */
static bool try_pair(char code[NATIONS_MAX][CODE_SIZE], int nation, const char *label,
                     const char *second)
{
    char *pair = code[nation];

    snprintf(pair, CODE_SIZE, "%.*s%.*s", utf8_length(label), label, utf8_length(second), second);
    for (char *c = pair; *c != '\0'; c++) {
        *c = (char)toupper((unsigned char)*c);
    }
    return !is_taken(code, nation, pair);
}

static bool find_pair(char code[NATIONS_MAX][CODE_SIZE], int nation, const char *label)
{
    const char *word = strchr(label, ' ');
    const char *at = label + utf8_length(label);

    if (word != NULL && try_pair(code, nation, label, word + 1)) {
        return true;
    }
    while (*at != '\0') {
        if (*at != ' ' && *at != '-' && try_pair(code, nation, label, at)) {
            return true;
        }
        at += utf8_length(at);
    }
    return false;
}

void scene_codes(char code[NATIONS_MAX][CODE_SIZE], const Voice *voice, const Rules *rules)
{
    for (int nation = 0; nation < rules->nation_count; nation++) {
        if (!find_pair(code, nation, text_nation(voice, rules, nation))) {
            snprintf(code[nation], CODE_SIZE, "%02d", nation + 1);
        }
    }
}
