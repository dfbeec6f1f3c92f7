#include "text/handbook.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "text/handbook_block.h"
#include "text/handbook_layout.h"
#include "text/handbook_section.h"
#include "text/handbook_value.h"
#include "text/prose.h"

enum { LINE_SIZE = 4096 };

/* A walk over the template, line by line. */
typedef struct Walk {
    const Handbook *book;
    HandbookLayout *layout; /* NULL: only check */
    int number;             /* of the line */
    bool inside;            /* the section that is asked for */
    Error *err;
} Walk;

/* "{table:…}" or "{list:…}" and nothing else. */
static bool is_block(const char *line)
{
    return strncmp(line, "{table:", strlen("{table:")) == 0 ||
           strncmp(line, "{list:", strlen("{list:")) == 0;
}

static Status unknown_block(const Walk *walk, const char *line)
{
    return error_set(
        walk->err, STATUS_PARSE,
        "%s:%d: unknown placeholder '%.*s': expected {table:tracks}, {table:scenarios}, "
        "{table:nations}, {list:parameters} or {list:cards}, alone on its line",
        walk->book->name, walk->number, error_quote(line, 40), line);
}

static Status walk_line(Walk *walk, const char *line)
{
    const char *section = walk->book->section;
    HandbookBlock *block = handbook_block(line);
    char filled[LINE_SIZE];
    Prose prose = prose_start(filled, sizeof filled);

    if (section != NULL && line[0] == '#') {
        walk->inside =
            section_begins(line, section) || (walk->inside && section_goes_on(line, section));
    }
    if (block == NULL && is_block(line)) {
        return unknown_block(walk, line);
    }
    if (block == NULL) {
        Status status = handbook_fill(&prose, walk->book, line, walk->number, walk->err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    if (walk->layout == NULL || !walk->inside) {
        return STATUS_OK;
    }
    if (block != NULL) {
        block(walk->layout, walk->book);
    } else if (line[0] == '{') { /* "{param:state}. Plus 1" is no item of a list */
        layout_continue(walk->layout, filled);
    } else {
        layout_line(walk->layout, filled);
    }
    return STATUS_OK;
}

/* Copies the line at `at`; what follows it, or NULL if it is too long. */
static const char *take_line(char line[LINE_SIZE], const char *at)
{
    size_t length = strcspn(at, "\n");
    size_t bytes = length > 0 && at[length - 1] == '\r' ? length - 1 : length;

    if (length >= LINE_SIZE) {
        return NULL;
    }
    memcpy(line, at, bytes);
    line[bytes] = '\0';
    return at + length + (at[length] == '\n');
}

/* What a comment hides: "<!-- … -->", which begins and ends a line. */
static bool is_hidden(const char *line, bool *in_comment)
{
    bool hidden = *in_comment || strncmp(line, "<!--", 4) == 0;

    if (hidden) {
        *in_comment = strstr(line, "-->") == NULL;
    }
    return hidden;
}

static Status walk_lines(Walk *walk)
{
    char line[LINE_SIZE];
    bool in_comment = false;
    bool begun = false;

    walk->number = 0;
    walk->inside = walk->book->section == NULL;
    for (const char *at = walk->book->template; *at != '\0';) {
        walk->number++;
        const char *next = take_line(line, at);
        if (next == NULL) {
            return error_set(walk->err, STATUS_PARSE,
                             "%s:%d: expected a line shorter than %d bytes", walk->book->name,
                             walk->number, LINE_SIZE);
        }
        at = next;
        if (is_hidden(line, &in_comment) || (!begun && line[0] == '\0')) {
            continue;
        }
        begun = true;
        Status status = walk_line(walk, line);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

static Status check_section(const Handbook *book, Error *err)
{
    if (book->section == NULL || section_exists(book->template, book->section)) {
        return STATUS_OK;
    }
    return error_set(err, STATUS_PARSE, "%s: no section '%.*s': expected a number such as 9 or 9.1",
                     book->name, error_quote(book->section, 40), book->section);
}

Status handbook_print(const Handbook *book, HandbookSink *sink, void *user, Error *err)
{
    Walk walk = {.book = book, .err = err};
    Status status = walk_lines(&walk);

    if (status == STATUS_OK) {
        status = check_section(book, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    walk.layout = malloc(sizeof *walk.layout);
    if (walk.layout == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for the handbook");
    }
    layout_start(walk.layout, sink, user);
    status = walk_lines(&walk);
    layout_end(walk.layout);
    free(walk.layout);
    return status;
}
