/* A column of text that flows down: measured first, then drawn by the same calls.  What explains
 * something is written on one: the inspector, the spotlight, the pages of the handbook. */

#ifndef TPD_UI_COLUMN_H
#define TPD_UI_COLUMN_H

#include <stdbool.h>

#include "ui/box.h"
#include "ui/theme.h"
#include "ui/ui.h"

typedef struct Column {
    Ui *ui;
    Box box;      /* of the column; what is below it is not drawn */
    int used;     /* height so far, without the gap that the last piece asks for */
    int gap;      /* to leave before the next piece */
    bool draws;   /* false: only measured */
    bool compact; /* smaller letters, no gaps */
    Type body;    /* of its paragraphs */
} Column;

Column column_measured(Ui *ui, int width, bool compact);
Column column_drawn(Ui *ui, Box box, bool compact);

/* A heading with what stands at the right end of its first line; `end` may be "". */
void column_head(Column *column, Type type, const char *text, const char *end);
void column_text(Column *column, Ink ink, const char *text);
/* A line of a sum: the amount in its column, then what it is; "= 7" is none of them but `sum`. */
void column_term(Column *column, int amount, const char *text);
void column_sum(Column *column, int value);
/* A labelled bar of `now` of `most`, with the number behind it. */
typedef struct ColumnBar {
    const char *label;
    int now, most;
    Ink ink;
    bool strong;
} ColumnBar;
void column_bar(Column *column, const ColumnBar *bar);
void column_line(Column *column); /* thin, across */
void column_gap(Column *column, int height);

#endif
