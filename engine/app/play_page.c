#include "app/play_page.h"

#include <stdio.h>
#include <string.h>

#include "text/prose.h"
#include "text/width.h"

enum {
    WORDS_LEAST = 20, /* a text does not begin where less columns are left for it */
};

void page_clear(Page *page, int columns)
{
    page->count = 0;
    page->column = 0;
    page->columns = columns;
    page->indent = 0;
    page->full = false;
}

void page_begin(Page *page, int indent)
{
    page->indent = indent;
    page->column = 0;
    if (page->count == PAGE_LINES) {
        page->full = true; /* the last line is written anew; who prints so much cuts */
        page->count--;
    }
    page->line[page->count++][0] = '\0';
}

static Prose last_line(Page *page)
{
    char *line = page->line[page->count - 1];
    Prose prose = {.text = line, .size = LINE_SIZE, .length = (int)strlen(line)};

    return prose;
}

static void put(Page *page, int gap, const char *text, int bytes)
{
    Prose line = last_line(page);
    int from = line.length;

    for (int i = 0; i < gap; i++) {
        prose_add_bytes(&line, " ", 1);
    }
    prose_add_bytes(&line, text, bytes);
    page->column += text_width(line.text + from);
}

static void next_line(Page *page)
{
    page_begin(page, page->indent);
    put(page, page->indent, "", 0);
}

void page_add(Page *page, int gap, const char *text)
{
    int columns = text_width(text);

    if (page->column > page->indent && page->column + gap + columns > page->columns) {
        next_line(page);
        gap = 0;
    }
    put(page, gap, text, (int)strlen(text));
}

void page_join(Page *page, const char *text)
{
    put(page, 0, text, (int)strlen(text));
}

/* The bytes of `text` for this line.  A word longer than a line sticks out of it, so that a path can
 * be copied; the terminal breaks it if it must. */
static int words_for_line(Page *page, int gap, const char *text, const char **rest)
{
    int bytes = text_line(text, page->columns - page->column - gap, rest);
    int word = text_word(text);

    if (word > bytes && word + gap < last_line(page).size - last_line(page).length) {
        bytes = word;
        *rest = text + word + strspn(text + word, " ");
    }
    return bytes;
}

void page_words(Page *page, int gap, const char *text)
{
    if (page->column > page->indent && text_width(text) > page->columns - page->column - gap &&
        page->columns - page->column - gap < WORDS_LEAST) {
        next_line(page);
        gap = 0;
    }
    while (*text != '\0') {
        const char *rest;
        int bytes = words_for_line(page, gap, text, &rest);
        put(page, gap, text, bytes);
        text = rest;
        gap = 0;
        if (*text != '\0') {
            next_line(page);
        }
    }
}

void page_column(Page *page, int column)
{
    if (page->column < column) {
        put(page, column - page->column, "", 0);
    }
}

void page_line(Page *page, const char *text)
{
    page_begin(page, 0);
    put(page, 0, text, (int)strlen(text));
}

void page_append(Page *page, const Page *other)
{
    for (int i = 0; i < other->count; i++) {
        page_line(page, other->line[i]);
    }
}

void page_append_beside(Page *page, const Page *left, const Page *right, int column)
{
    int count = left->count > right->count ? left->count : right->count;

    for (int i = 0; i < count; i++) {
        page_line(page, i < left->count ? left->line[i] : "");
        if (i < right->count) {
            page_column(page, column);
            put(page, 0, right->line[i], (int)strlen(right->line[i]));
        }
    }
}

void page_cut(Page *page, int lines)
{
    static const char mark[] = " …";
    char kept[LINE_SIZE];

    if (page->count <= lines) {
        return;
    }
    page->count = lines;
    if (lines > 0) {
        char *line = page->line[lines - 1];
        memcpy(kept, line, sizeof kept);
        kept[text_fit(kept, page->columns - (int)sizeof mark)] = '\0';
        snprintf(line, LINE_SIZE, "%.*s%s", LINE_SIZE - (int)sizeof mark, kept, mark);
    }
}

/* ---- printing ---- */

static const char *escape_of(char mark)
{
    static const struct {
        char mark;
        const char *escape;
    } escapes[] = {
        {PAINT_BOLD[0], "\033[1m"}, {PAINT_FAINT[0], "\033[2m"}, {PAINT_US[0], "\033[36m"},
        {PAINT_CN[0], "\033[35m"},  {PAINT_END[0], "\033[0m"},
    };

    for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
        if (escapes[i].mark == mark) {
            return escapes[i].escape;
        }
    }
    return NULL;
}

void print_painted(const char *text, bool colour)
{
    bool painting = false;

    for (; *text != '\0'; text++) {
        const char *escape = escape_of(*text);
        if (escape == NULL) {
            putchar(*text);
        } else if (colour) {
            fputs(escape, stdout);
            painting = *text != PAINT_END[0];
        }
    }
    if (painting) { /* the text was cut */
        fputs(escape_of(PAINT_END[0]), stdout);
    }
}

/* Where the line ends when the blanks behind it are left out. */
static int printed_length(const char *line)
{
    int length = (int)strlen(line);

    while (length > 0 && line[length - 1] == ' ') {
        length--;
    }
    return length;
}

void page_print(const Page *page, bool colour)
{
    for (int i = 0; i < page->count; i++) {
        char line[LINE_SIZE];
        snprintf(line, sizeof line, "%.*s", printed_length(page->line[i]), page->line[i]);
        print_painted(line, colour);
        putchar('\n');
    }
}
