#include "app/lines.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "app/command.h"

/* A regular file says beforehand that it is too large. */
static bool is_too_large(FILE *file)
{
    struct stat info;

    return fstat(fileno(file), &info) == 0 && S_ISREG(info.st_mode) && info.st_size > FILE_SIZE_MAX;
}

static Status too_large(const LineReader *lines, Error *err)
{
    return error_set(err, STATUS_PARSE,
                     "%s: expected a file of at most 256 MiB, found a larger one", lines->name);
}

Status lines_open(LineReader *lines, const char *name, Error *err)
{
    char why[SYSTEM_TEXT_SIZE];

    lines->name = name;
    lines->number = 1;
    lines->held = false;
    lines->ended = false;
    lines->size = 0;
    if (strcmp(name, "-") == 0) {
        lines->file = stdin;
        return STATUS_OK;
    }
    lines->file = fopen(name, "rb");
    if (lines->file == NULL) {
        return error_set(err, STATUS_IO, "%s: %s", name, system_text(why, errno));
    }
    if (is_too_large(lines->file)) {
        lines_close(lines);
        return too_large(lines, err);
    }
    return STATUS_OK;
}

void lines_close(LineReader *lines)
{
    if (lines->file != stdin) {
        fclose(lines->file);
    }
    lines->file = NULL;
}

static Status fault(const LineReader *lines, const char *what, Error *err)
{
    return error_set(err, STATUS_PARSE, "%s:%d: %s", lines->name, lines->number, what);
}

static Status read_failed(const LineReader *lines, Error *err)
{
    char why[SYSTEM_TEXT_SIZE];

    return error_set(err, STATUS_IO, "%s: %s", lines->name, system_text(why, errno));
}

/* What is wrong with a byte that ends no line; NULL if nothing is. */
static const char *byte_fault(int c)
{
    if (c == '\0') {
        return "expected text, found a zero byte";
    }
    if (c == '\r') {
        return "expected lines that end with a line feed alone, found a carriage return";
    }
    return NULL;
}

/* Reads up to the line's end; `*ended` tells that the file was over before the first byte. */
static Status read_line(LineReader *lines, Error *err)
{
    int length = 0;

    for (int c = getc(lines->file); c != '\n'; c = getc(lines->file)) {
        if (c == EOF && ferror(lines->file)) {
            return read_failed(lines, err);
        }
        if (c == EOF && length == 0) {
            lines->ended = true;
            return STATUS_OK;
        }
        if (c == EOF) {
            return fault(lines, "expected a line feed, found the end of the file", err);
        }
        if (byte_fault(c) != NULL) {
            return fault(lines, byte_fault(c), err);
        }
        if (length == LINE_SIZE_MAX - 1) {
            return fault(lines, "expected a line of at most 64 KiB, found a longer one", err);
        }
        lines->text[length++] = (char)c;
    }
    lines->text[length] = '\0';
    lines->size += length + 1;
    if (lines->size > FILE_SIZE_MAX) {
        return too_large(lines, err);
    }
    return STATUS_OK;
}

Status lines_peek(LineReader *lines, const char **line, Error *err)
{
    if (!lines->held && !lines->ended) {
        Status status = read_line(lines, err);
        if (status != STATUS_OK) {
            return status;
        }
        lines->held = !lines->ended;
    }
    *line = lines->held ? lines->text : NULL;
    return STATUS_OK;
}

void lines_skip(LineReader *lines)
{
    lines->held = false;
    lines->number++;
}
