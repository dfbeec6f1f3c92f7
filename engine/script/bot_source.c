/* A look at a bot's text before Lua reads it. */

#include <stdbool.h>
#include <stddef.h>

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
