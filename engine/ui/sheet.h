/* A column of text that flows down: measured first, then drawn by the same calls.  What explains
 * something is written on one: the inspector, the spotlight, the pages of the handbook. */

#ifndef TPD_UI_SHEET_H
#define TPD_UI_SHEET_H

#include <stdbool.h>

#include "ui/box.h"
#include "ui/theme.h"
#include "ui/ui.h"

typedef struct Sheet {
    Ui *ui;
    Box box;      /* of the column; what is below it is not drawn */
    int used;     /* height so far, without the gap that the last piece asks for */
    int gap;      /* to leave before the next piece */
    bool draws;   /* false: only measured */
    bool compact; /* smaller letters, no gaps */
    Type body;    /* of its paragraphs */
} Sheet;

Sheet sheet_measured(Ui *ui, int width, bool compact);
Sheet sheet_drawn(Ui *ui, Box box, bool compact);

/* A heading with what stands at the right end of its first line; `end` may be "". */
void sheet_head(Sheet *sheet, Type type, const char *text, const char *end);
void sheet_text(Sheet *sheet, Ink ink, const char *text);
/* A line of a sum: the amount in its column, then what it is; "= 7" is none of them but `sum`. */
void sheet_term(Sheet *sheet, int amount, const char *text);
void sheet_sum(Sheet *sheet, int value);
/* A labelled bar of `now` of `most`, with the number behind it. */
typedef struct SheetBar {
    const char *label;
    int now, most;
    Ink ink;
    bool strong;
} SheetBar;
void sheet_bar(Sheet *sheet, const SheetBar *bar);
void sheet_line(Sheet *sheet); /* thin, across */
void sheet_gap(Sheet *sheet, int height);

#endif
