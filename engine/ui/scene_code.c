/* Marks of nations, from their labels: two letters, or two Chinese characters, no two alike. */

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/rules.h"
#include "text/text.h"
#include "ui/measure.h"
#include "ui/scene.h"

static bool is_taken(const Scene *scene, int count, const char *code)
{
    for (int nation = 0; nation < count; nation++) {
        if (strcmp(scene->code[nation], code) == 0) {
            return true;
        }
    }
    return false;
}

/* The first character and a later one; letters are made capitals. */
static bool try_pair(Scene *scene, int nation, const char *label, const char *second)
{
    char *code = scene->code[nation];

    snprintf(code, CODE_SIZE, "%.*s%.*s", utf8_length(label), label, utf8_length(second), second);
    for (char *c = code; *c != '\0'; c++) {
        *c = (char)toupper((unsigned char)*c);
    }
    return !is_taken(scene, nation, code);
}

static bool find_pair(Scene *scene, int nation, const char *label)
{
    const char *word = strchr(label, ' ');
    const char *at = label + utf8_length(label);

    if (word != NULL && try_pair(scene, nation, label, word + 1)) {
        return true;
    }
    while (*at != '\0') {
        if (*at != ' ' && *at != '-' && try_pair(scene, nation, label, at)) {
            return true;
        }
        at += utf8_length(at);
    }
    return false;
}

void scene_code_nations(Scene *scene)
{
    for (int nation = 0; nation < scene->rules->nation_count; nation++) {
        if (!find_pair(scene, nation, text_nation(scene->voice, scene->rules, nation))) {
            snprintf(scene->code[nation], CODE_SIZE, "%02d", nation + 1);
        }
    }
}
