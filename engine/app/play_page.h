/* Lines of text for a terminal of 100 columns: what is shown is first written on a page, so that it
 * can be measured, set side by side and cut, and then printed, in colour where that is wanted. */

#ifndef TPD_APP_PLAY_PAGE_H
#define TPD_APP_PLAY_PAGE_H

#include <stdbool.h>

/* Marks of a paint, inside texts; they take no column. */
#define PAINT_BOLD  "\001"
#define PAINT_FAINT "\002"
#define PAINT_US    "\003"
#define PAINT_CN    "\005"
#define PAINT_END   "\006"

enum {
    SCREEN_COLUMNS = 100,
    SCREEN_LINES = 40,
    PAGE_COLUMNS = SCREEN_COLUMNS - 1, /* a full line makes some terminals begin a new one */
    PAGE_LINES = 160,
    LINE_SIZE = 640, /* bytes of a line, its zero included */
};

typedef struct Page {
    int count;   /* of lines; the last one is being written */
    int column;  /* where it ends */
    int columns; /* of every line */
    int indent;  /* of the lines after the first of a paragraph */
    bool full;   /* lines had to be left out */
    char line[PAGE_LINES][LINE_SIZE];
} Page;

void page_clear(Page *page, int columns);
/* Begins a line. */
void page_begin(Page *page, int indent);
/* Adds to the line `gap` blanks and a text: page_add() one that is not broken, page_words() one that
 * goes on in as many lines as it needs.  What does not fit begins a new line; a single word that is
 * longer than a line, such as a path, sticks out of it. */
void page_add(Page *page, int gap, const char *text);
void page_words(Page *page, int gap, const char *text);
/* Adds a mark that must not begin a line, even where it sticks out. */
void page_join(Page *page, const char *text);
/* Adds blanks up to a column; nothing where the line is there already. */
void page_column(Page *page, int column);
/* A line of its own. */
void page_line(Page *page, const char *text);
/* Adds the lines of another page. */
void page_append(Page *page, const Page *other);
/* Adds two pages side by side, the right one beginning at a column; either may be longer. */
void page_append_beside(Page *page, const Page *left, const Page *right, int column);
/* Keeps so many lines, the last of which ends in an ellipsis if others were there. */
void page_cut(Page *page, int lines);

void page_print(const Page *page, bool colour);
/* The same for text that did not need a page. */
void print_painted(const char *text, bool colour);

#endif
