/* Within the handbook: Markdown lines of any length become lines for a terminal.  Paragraphs and
 * list items are broken anew, the columns of tables aligned; headings and fenced blocks stay. */

#ifndef TPD_TEXT_HANDBOOK_LAYOUT_H
#define TPD_TEXT_HANDBOOK_LAYOUT_H

#include <stdbool.h>

#include "text/handbook.h"
#include "text/prose.h"
#include "text/text.h"

enum {
    LAYOUT_TEXT_SIZE = CARD_TEXT_SIZE + 1024, /* the longest paragraph, a card's, or a table */
    LAYOUT_OUT_SIZE = 2 * LAYOUT_TEXT_SIZE,
    INDENT_SIZE = 16,
};

typedef struct HandbookLayout {
    HandbookSink *sink;
    void *user;
    bool in_fence, in_table;
    char first[INDENT_SIZE], indent[INDENT_SIZE]; /* of the paragraph that is being gathered */
    char text[LAYOUT_TEXT_SIZE];                  /* the paragraph; a table's rows, a line each */
    Prose gathered;
    char out[LAYOUT_OUT_SIZE];
} HandbookLayout;

void layout_start(HandbookLayout *layout, HandbookSink *sink, void *user);
/* A line without its end. */
void layout_line(HandbookLayout *layout, const char *line);
/* A line of a paragraph, whatever it looks like. */
void layout_continue(HandbookLayout *layout, const char *line);
void layout_end(HandbookLayout *layout);

#endif
