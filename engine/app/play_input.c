#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/options.h"
#include "app/play.h"
#include "core/action.h"

enum { ECHO_SIZE = 64, LIST_SIZE = 160 };

bool text_begins(const char *text, const char *letters)
{
    for (; *letters != '\0'; text++, letters++) {
        if (tolower((unsigned char)*text) != tolower((unsigned char)*letters)) {
            return false;
        }
    }
    return true;
}

bool text_is(const char *text, const char *other)
{
    return text_begins(text, other) && strlen(text) == strlen(other);
}

static int refuse_number(const Table *table, const char *input, char reason[REASON_SIZE])
{
    char echo[ECHO_SIZE];

    snprintf(reason, REASON_SIZE, "expected a number from 1 to %d, found %s", table->legal.count,
             printable(echo, sizeof echo, input));
    return -1;
}

static int find_number(const Table *table, const char *input, char reason[REASON_SIZE])
{
    const uint64_t range[2] = {1, (uint64_t)table->legal.count};
    uint64_t number;

    if (!number_parse(&number, input, range)) {
        return refuse_number(table, input, reason);
    }
    return (int)number - 1;
}

/* The texts of the legal actions that begin with the input, and which action the last of them is. */
typedef struct Matches {
    int count, last;
    const char *word[ACTIONS_MAX + 1];
} Matches;

static int find_text(const Table *table, const char *input, char reason[REASON_SIZE])
{
    char text[ACTIONS_MAX][ACTION_TEXT_SIZE];
    const char *all[ACTIONS_MAX + 1];
    char list[LIST_SIZE];
    char hint[HINT_SIZE];
    char echo[ECHO_SIZE];
    Matches matches = {.count = 0};

    for (int i = 0; i < table->legal.count; i++) {
        action_print(text[i], table->legal.item[i], table->rules);
        all[i] = text[i];
        if (text_is(text[i], input)) {
            return i;
        }
        if (text_begins(text[i], input)) {
            matches.word[matches.count++] = text[i];
            matches.last = i;
        }
    }
    all[table->legal.count] = NULL;
    matches.word[matches.count] = NULL;
    if (matches.count == 1) {
        return matches.last;
    }
    if (matches.count > 1) {
        snprintf(reason, REASON_SIZE, "'%s' may be %s", printable(echo, sizeof echo, input),
                 words_join(list, sizeof list, matches.word));
    } else {
        snprintf(reason, REASON_SIZE, "expected one of the actions above, found '%s'%s",
                 printable(echo, sizeof echo, input), hint_nearest(hint, all, input));
    }
    return -1;
}

int table_find_action(const Table *table, const char *input, char reason[REASON_SIZE])
{
    if (input[0] == '\0') {
        snprintf(reason, REASON_SIZE, "type a number from 1 to %d, or help", table->legal.count);
        return -1;
    }
    if (input[0] >= '0' && input[0] <= '9') {
        return find_number(table, input, reason);
    }
    return find_text(table, input, reason);
}
