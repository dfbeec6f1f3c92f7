#include "script/faults.h"

#include <ctype.h>
#include <lauxlib.h>
#include <lua.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/status.h"
#include "script/compiler.h"
#include "script/foreign.h"
#include "script/sandbox.h"
#include "script/script.h"

enum {
    LINE_SHOWN = 160,        /* bytes of a source line that a message repeats */
    FIELD_SEARCH_LINES = 80, /* below the call */
    REPORT_SIZE = sizeof((Error *)0)->text,
};

Compiler *compiler_of(lua_State *lua)
{
    return sandbox_of(lua)->user;
}

/* ---- source lines ---- */

static const char *line_end(const Source *source, const char *line)
{
    const char *end = memchr(line, '\n', (size_t)(source->text + source->size - line));

    return end != NULL ? end : source->text + source->size;
}

/* The beginning of a line, numbered from 1; NULL if there is none. */
static const char *find_line(const Source *source, int number)
{
    const char *end = source->text + source->size;
    const char *line = source->text;

    for (int i = 1; i < number && line < end; i++) {
        line = line_end(source, line) + 1;
    }
    return number > 0 && line < end ? line : NULL;
}

static void print_line(const Source *source, int number, char text[LINE_SHOWN])
{
    const char *line = find_line(source, number);

    text[0] = '\0';
    if (line == NULL) {
        return;
    }
    const char *end = line_end(source, line);
    while (line < end && isspace((unsigned char)*line)) {
        line++;
    }
    while (end > line && isspace((unsigned char)end[-1])) {
        end--;
    }
    int length = end - line < LINE_SHOWN - 1 ? (int)(end - line) : LINE_SHOWN - 1;
    while (length > 0 && line + length < end && ((unsigned char)line[length] & 0xc0) == 0x80) {
        length--; /* do not cut a character in two */
    }
    snprintf(text, LINE_SHOWN, "%.*s", length, line);
    foreign_clean(text);
}

static bool is_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* Whether `name` stands in the line as a word of its own with `=` after it. */
static bool assigns(const char *line, const char *end, const char *name)
{
    size_t size = strlen(name);

    for (const char *at = line; at + size < end; at++) {
        const char *after = at + size;
        if (memcmp(at, name, size) != 0 || (at > line && is_name(at[-1])) || is_name(*after)) {
            continue;
        }
        while (after < end && *after == ' ') {
            after++;
        }
        if (after < end && *after == '=') {
            return true;
        }
    }
    return false;
}

/* The line below a call on which it sets the field; the call's own line if none is found. */
static int find_field(const Compiler *compiler, int call, const char *field)
{
    const Source *source = &compiler->source;
    const char *end = source->text + source->size;
    const char *line = find_line(source, call);
    size_t size = strlen(compiler->constructor);

    for (int i = 0; line != NULL && line < end && i < FIELD_SEARCH_LINES; i++) {
        const char *stop = line_end(source, line);
        if (i > 0 && (size_t)(end - line) > size &&
            memcmp(line, compiler->constructor, size) == 0 && !is_name(line[size])) {
            break; /* the next item begins */
        }
        if (assigns(line, stop, field)) {
            return call + i;
        }
        line = stop + 1;
    }
    return call;
}

/* ---- reports ---- */

static void tell(const Compiler *compiler, const SandboxFault *where, const char *item,
                 bool is_warning)
{
    const ScriptReport *report = compiler->report;
    char text[REPORT_SIZE];
    char line[LINE_SHOWN];
    char inner[48] = "";
    int length;

    if (where->inner > 0) {
        snprintf(inner, sizeof inner, " (in a function at line %d)", where->inner);
    }
    length = snprintf(text, sizeof text, "%s:%d: %s%s%s%s%s", compiler->source.name,
                      where->line > 0 ? where->line : 1, is_warning ? "warning: " : "",
                      item != NULL ? item : "", item != NULL ? ": " : "", where->text, inner);
    if (length >= (int)sizeof text) {
        length = (int)sizeof text - 1;
    }
    foreign_clean(text);
    print_line(&compiler->source, where->line, line);
    if (line[0] != '\0') {
        snprintf(text + length, sizeof text - (size_t)length, "\n    %s", line);
    }
    (is_warning ? report->warning : report->fault)(report->user, text);
}

static void report(Compiler *compiler, const SandboxFault *where, const char *item)
{
    compiler->fault_count++;
    tell(compiler, where, item, false);
}

void fault_settle(Compiler *compiler)
{
    int count = compiler->pending_count;

    compiler->pending_count = 0;
    for (int i = 0; i < count; i++) {
        report(compiler, &compiler->pending[i], compiler->item);
    }
}

void fault_at(Compiler *compiler, const SandboxFault *where, const char *format, ...)
{
    SandboxFault fault = *where;
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(fault.text, sizeof fault.text, format, arguments);
    va_end(arguments);
    report(compiler, &fault, NULL);
}

/* The line of a call, or of a field below it where it can be found. */
static void find_place(lua_State *lua, const char *field, SandboxFault *fault)
{
    sandbox_where(lua, fault);
    if (compiler_of(lua)->item != NULL && field != NULL && fault->inner == 0) {
        fault->line = find_field(compiler_of(lua), fault->line, field);
    }
}

void fault_add(lua_State *lua, const char *field, const char *format, ...)
{
    Compiler *compiler = compiler_of(lua);
    SandboxFault fault;
    va_list arguments;

    if (compiler->fault_count + compiler->pending_count >= FAULTS_MAX) {
        luaL_error(lua, "more than %d faults: the rest is not shown", FAULTS_MAX);
    }
    find_place(lua, field, &fault);
    va_start(arguments, format);
    vsnprintf(fault.text, sizeof fault.text, format, arguments);
    va_end(arguments);
    if (compiler->item != NULL) {
        report(compiler, &fault, compiler->item);
        return;
    }
    if (compiler->pending_count == PENDING_MAX) {
        fault_settle(compiler);
    }
    compiler->pending[compiler->pending_count++] = fault;
}

void warning_add(lua_State *lua, const char *field, const char *format, ...)
{
    Compiler *compiler = compiler_of(lua);
    SandboxFault fault;
    va_list arguments;

    if (compiler->report->warning == NULL || compiler->warning_count > WARNINGS_MAX) {
        return;
    }
    find_place(lua, field, &fault);
    va_start(arguments, format);
    vsnprintf(fault.text, sizeof fault.text, format, arguments);
    va_end(arguments);
    if (compiler->warning_count++ == WARNINGS_MAX) {
        snprintf(fault.text, sizeof fault.text, "more than %d: the rest is not shown",
                 WARNINGS_MAX);
    }
    tell(compiler, &fault, compiler->item, true);
}
