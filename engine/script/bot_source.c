/* A look at a bot's text before Lua reads it: what it may not use, and what it joins. */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/bot_lua.h"
#include "script/foreign.h"

typedef struct Scan {
    const char *at, *end;
    int line;
} Scan;

static char peek(const Scan *scan, int ahead)
{
    return (char)(scan->end - scan->at > ahead ? scan->at[ahead] : '\0');
}

static void step(Scan *scan)
{
    scan->line += *scan->at == '\n';
    scan->at++;
}

/* The number of `=` between the brackets that open a long text or comment here; -1: none does. */
static int long_level(const Scan *scan)
{
    int level = 0;

    if (peek(scan, 0) != '[') {
        return -1;
    }
    while (peek(scan, level + 1) == '=') {
        level++;
    }
    return peek(scan, level + 1) == '[' ? level : -1;
}

static bool closes_long(const Scan *scan, int level)
{
    if (peek(scan, 0) != ']' || peek(scan, level + 1) != ']') {
        return false;
    }
    for (int i = 1; i <= level; i++) {
        if (peek(scan, i) != '=') {
            return false;
        }
    }
    return true;
}

static void skip_long(Scan *scan, int level)
{
    scan->at += level + 2;
    while (scan->at < scan->end && !closes_long(scan, level)) {
        step(scan);
    }
}

static void skip_comment(Scan *scan)
{
    scan->at += 2;
    int level = long_level(scan);

    if (level >= 0) {
        skip_long(scan, level);
        return;
    }
    while (scan->at < scan->end && *scan->at != '\n') {
        scan->at++;
    }
}

/* A text in quotes; one without an end is Lua's to refuse. */
static void skip_text(Scan *scan)
{
    char quote = *scan->at;

    scan->at++;
    while (scan->at < scan->end && *scan->at != quote) {
        if (*scan->at == '\\' && scan->end - scan->at > 1) {
            step(scan);
        }
        step(scan);
    }
    scan->at += scan->at < scan->end;
}

/* Numbers and names, within which a dot or a digit is none of its own. */
static bool is_of_word(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* As Lua reads it: everything that could belong to the number does. */
static void skip_number(Scan *scan)
{
    while (is_of_word(peek(scan, 0)) || peek(scan, 0) == '.') {
        char c = *scan->at++;
        bool has_exponent = c == 'e' || c == 'E' || c == 'p' || c == 'P';
        scan->at += has_exponent && (peek(scan, 0) == '-' || peek(scan, 0) == '+');
    }
}

static void skip_word(Scan *scan)
{
    while (is_of_word(peek(scan, 0))) {
        scan->at++;
    }
}

/* Goes past whatever begins here; true if that was `..`. */
static bool skip_token(Scan *scan)
{
    int level = long_level(scan);

    if (level >= 0) {
        skip_long(scan, level);
    } else if (peek(scan, 0) == '-' && peek(scan, 1) == '-') {
        skip_comment(scan);
    } else if (*scan->at == '"' || *scan->at == '\'') {
        skip_text(scan);
    } else if (is_digit(peek(scan, 0)) || (peek(scan, 0) == '.' && is_digit(peek(scan, 1)))) {
        skip_number(scan);
    } else if (is_of_word(peek(scan, 0))) {
        skip_word(scan);
    } else if (peek(scan, 0) == '.' && peek(scan, 1) == '.') {
        bool is_join = peek(scan, 2) != '.';
        scan->at += is_join ? 2 : 3;
        return is_join;
    } else {
        step(scan);
    }
    return false;
}

/* A name that the text does not have. */
static void find_toll_name(char name[BOT_TOLL_NAME_SIZE], const char *text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";

    memcpy(name, "toll_a", BOT_TOLL_NAME_SIZE);
    for (int i = 0; letters[i] != '\0' && strstr(text, name) != NULL; i++) {
        name[BOT_TOLL_NAME_SIZE - 2] = letters[i];
    }
}

char *bot_source_with_tolls(const char *text, size_t *size)
{
    char name[BOT_TOLL_NAME_SIZE];
    Scan scan = {.at = text, .end = text + *size, .line = 1};
    size_t joins = 0;

    while (scan.at < scan.end) {
        joins += skip_token(&scan);
    }
    find_toll_name(name, text);
    if (joins == 0 || strstr(text, name) != NULL) {
        return NULL;
    }
    char *made = malloc(*size + (joins + 4) * (BOT_TOLL_NAME_SIZE + 4));
    if (made == NULL) {
        return NULL;
    }
    char *to = made + sprintf(made, "local %s=...;", name);
    scan = (Scan){.at = text, .end = text + *size, .line = 1};
    while (scan.at < scan.end) {
        const char *from = scan.at;
        bool is_join = skip_token(&scan);
        memcpy(to, from, (size_t)(scan.at - from));
        to += scan.at - from;
        to += is_join ? sprintf(to, "%s()..", name) : 0;
    }
    *to = '\0';
    *size = (size_t)(to - made);
    return made;
}

const char *bot_source_fault(const char *text, size_t size, int *line)
{
    const char *what = foreign_fault(text, size, line);
    Scan scan = {.at = text, .end = text + size, .line = 1};

    while (what == NULL && scan.at < scan.end) {
        int level = long_level(&scan);
        if (level >= 0) {
            skip_long(&scan, level);
        } else if (peek(&scan, 0) == '-' && peek(&scan, 1) == '-') {
            skip_comment(&scan);
        } else if (*scan.at == '"' || *scan.at == '\'') {
            skip_text(&scan);
        } else if (*scan.at == '^') {
            *line = scan.line;
            what = "'^' is not available here, as machines differ in it: write x * x";
        } else {
            step(&scan);
        }
    }
    return what;
}
