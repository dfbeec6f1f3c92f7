#include "match/lines.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

Status system_fault(const char *name, int number, Error *err)
{
    enum { TEXT_SIZE = 128 };
    char text[TEXT_SIZE];

    if (strerror_r(number, text, sizeof text) != 0) {
        snprintf(text, sizeof text, "error %d", number);
    }
    return error_set(err, STATUS_IO, "%s: %s", name, text);
}

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

Status lines_of(LineReader *lines, const char *name, FILE *file, Error *err)
{
    lines->name = name;
    lines->file = file;
    lines->number = 1;
    lines->may_be_cut = false;
    lines->held = false;
    lines->ended = false;
    lines->cut = false;
    lines->size = 0;
    return is_too_large(file) ? too_large(lines, err) : STATUS_OK;
}

Status lines_open(LineReader *lines, const char *name, Error *err)
{
    FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");

    if (file == NULL) {
        return system_fault(name, errno, err);
    }
    Status status = lines_of(lines, name, file, err);
    if (status != STATUS_OK) {
        lines_close(lines);
    }
    return status;
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

/* The file is over, behind `length` bytes of a line. */
static Status end_file(LineReader *lines, int length, Error *err)
{
    if (ferror(lines->file)) {
        return system_fault(lines->name, errno, err);
    }
    if (length > 0 && !lines->may_be_cut) {
        return fault(lines, "expected a line feed, found the end of the file", err);
    }
    lines->ended = true;
    lines->cut = length > 0;
    return STATUS_OK;
}

/* A crash may leave any bytes in the last line, so that what is wrong with one is told only when
 * the line has an end, or could not be a cut one. */
static Status read_line(LineReader *lines, Error *err)
{
    const char *wrong = NULL;
    int length = 0;

    for (int c = getc(lines->file); c != '\n'; c = getc(lines->file)) {
        if (c == EOF) {
            return end_file(lines, length, err);
        }
        wrong = wrong != NULL ? wrong : byte_fault(c);
        if (wrong != NULL && !lines->may_be_cut) {
            return fault(lines, wrong, err);
        }
        if (length == LINE_SIZE_MAX - 1) {
            return fault(lines, "expected a line of at most 64 KiB, found a longer one", err);
        }
        lines->text[length++] = (char)c;
    }
    if (wrong != NULL) {
        return fault(lines, wrong, err);
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
