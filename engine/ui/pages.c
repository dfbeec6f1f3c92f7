#include "ui/pages.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

void pages_clear(Pages *pages)
{
    pages->length = 0;
    pages->passage_count = 0;
    pages->chapter_count = 0;
}

void pages_add(void *user, const char *text)
{
    Pages *pages = user;
    int length = (int)strlen(text);

    if (pages->length + length < PAGES_TEXT_MAX) {
        memcpy(pages->text + pages->length, text, (size_t)length);
        pages->length += length;
    }
}

/* ---- cutting ---- */

/* A walk over the lines; passages are put together at `put`, which never passes `at`. */
typedef struct Cut {
    Pages *pages;
    int put;
    bool open;    /* the passage goes on with the next line */
    bool starred; /* inside *such* words */
    bool fenced;  /* drawn with letters, for a terminal: left out */
} Cut;

static bool begins(const char *line, const char *with)
{
    return strncmp(line, with, strlen(with)) == 0;
}

/* "- …" or "3. …" */
static bool is_item(const char *line)
{
    const char *at = line;

    while (isdigit((unsigned char)*at)) {
        at++;
    }
    return begins(line, "- ") || (at > line && begins(at, ". "));
}

static PassageKind kind_of(const char *line)
{
    if (begins(line, "### ")) {
        return PASSAGE_HEADING;
    }
    if (begins(line, "#")) {
        return PASSAGE_CHAPTER;
    }
    return line[0] == '|' ? PASSAGE_ROW : is_item(line) ? PASSAGE_ITEM : PASSAGE_TEXT;
}

/* Whether the star at `at` is a mark of Markdown; not that of a card which its event removes. */
static bool is_mark(Cut *cut, const char *at)
{
    bool ends = at[1] == '\0' || at[1] == ' ' || at[1] == '|';

    if (cut->starred) {
        cut->starred = false;
        return true;
    }
    if (at[1] == '*' || (cut->put > 0 && at[-1] == '*')) {
        return true;
    }
    cut->starred = !ends;
    return !ends;
}

/* Without the marks of Markdown; `text` has a byte before it. */
static void put_bytes(Cut *cut, const char *text, int length)
{
    for (int i = 0; i < length; i++) {
        if (text[i] != '`' && (text[i] != '*' || !is_mark(cut, text + i))) {
            cut->pages->text[cut->put++] = text[i];
        }
    }
}

static void close_passage(Cut *cut)
{
    if (cut->open) {
        cut->pages->text[cut->put++] = '\0';
        cut->open = false;
    }
}

static void open_passage(Cut *cut, PassageKind kind)
{
    Pages *pages = cut->pages;

    close_passage(cut);
    cut->starred = false;
    if (pages->passage_count == PASSAGES_MAX) {
        return;
    }
    if (kind == PASSAGE_CHAPTER && pages->chapter_count < CHAPTERS_MAX) {
        pages->chapter[pages->chapter_count++] = pages->passage_count;
    }
    pages->passage[pages->passage_count++] =
        (Passage){kind, cut->put, pages->chapter_count > 0 ? pages->chapter_count - 1 : 0};
    cut->open = true;
}

/* A blank between two words, but not between two Chinese characters. */
static void join(Cut *cut, const char *line)
{
    unsigned char before = (unsigned char)cut->pages->text[cut->put - 1];

    if (before < 0x80 || (unsigned char)line[0] < 0x80) {
        cut->pages->text[cut->put++] = ' ';
    }
}

static void take_line(Cut *cut, const char *line, int length)
{
    while (length > 0 && line[0] == ' ') {
        line++;
        length--;
    }
    if (begins(line, "```")) {
        cut->fenced = !cut->fenced;
        close_passage(cut);
        return;
    }
    bool title = begins(line, "# "); /* of the whole, which the screen has already */
    if (length == 0 || title || cut->fenced || begins(line, "|-") || begins(line, "| -")) {
        close_passage(cut);
        return;
    }
    PassageKind kind = kind_of(line);
    if (kind != PASSAGE_TEXT || !cut->open) {
        open_passage(cut, kind);
        while (line[0] == '#' || (kind <= PASSAGE_HEADING && line[0] == ' ')) {
            line++;
            length--;
        }
    } else {
        join(cut, line);
    }
    put_bytes(cut, line, length);
    if (kind == PASSAGE_CHAPTER || kind == PASSAGE_HEADING || kind == PASSAGE_ROW) {
        close_passage(cut);
    }
}

void pages_cut(Pages *pages)
{
    Cut cut = {.pages = pages};
    char room[4096] = "\n"; /* a byte before the line */
    char *line = room + 1;
    int most = (int)sizeof room - 2;
    int at = 0;

    pages->text[pages->length] = '\0';
    while (at < pages->length) {
        int length = (int)strcspn(pages->text + at, "\n");
        int kept = length < most ? length : most;
        memcpy(line, pages->text + at, (size_t)kept); /* the passage is written over it */
        line[kept] = '\0';
        at += length + 1;
        take_line(&cut, line, kept);
    }
    close_passage(&cut);
}

/* ---- links, tables ---- */

int pages_number(const char *text)
{
    int number = 0;

    for (; isdigit((unsigned char)*text) && number < PASSAGES_MAX; text++) {
        number = 10 * number + (*text - '0');
    }
    return number;
}

int pages_chapter(const Pages *pages, int number)
{
    for (int n = 0; n < pages->chapter_count; n++) {
        if (pages_number(pages->text + pages->passage[pages->chapter[n]].start) == number) {
            return n;
        }
    }
    return -1;
}

/* Bytes of the word before the number of a section, where one begins here; else 0. */
static int link_word(const char *text)
{
    static const char *const words[] = {"section ", "Section ", "sections ", "第 "};

    for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(text, words[i], length) == 0 && isdigit((unsigned char)text[length])) {
            return (int)length;
        }
    }
    return 0;
}

int pages_link(const Pages *pages, const char *text, int *at)
{
    for (const char *c = text + *at; *c != '\0'; c++) {
        int length = link_word(c);
        if (length > 0) {
            *at = (int)(c - text) + length;
            return pages_chapter(pages, pages_number(c + length));
        }
    }
    *at = (int)strlen(text);
    return -1;
}

int pages_cells(const char *row, Cell cell[CELLS_MAX])
{
    int count = 0;
    const char *at = row + (row[0] == '|');

    while (*at != '\0' && count < CELLS_MAX) {
        int length = (int)strcspn(at, "|");
        const char *next = at + length + (at[length] == '|');
        while (length > 0 && at[0] == ' ') {
            at++;
            length--;
        }
        while (length > 0 && at[length - 1] == ' ') {
            length--;
        }
        cell[count++] = (Cell){at, length};
        at = next;
    }
    return count;
}
