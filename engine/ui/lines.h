/* A text broken into lines of a width, where Unicode lets a line end. */

#ifndef TPD_UI_LINES_H
#define TPD_UI_LINES_H

#include "core/rules.h"
#include "ui/measure.h"
#include "ui/theme.h"

enum { LINES_MAX = 64, LINES_TEXT_MAX = 8 * 1024 };

typedef struct Line {
    int start, length; /* in the text; blanks at its end are not counted */
} Line;

typedef struct Lines {
    int count;
    int cut; /* words that are wider than a line */
    Line line[LINES_MAX];
} Lines;

typedef struct LineRoom {
    const Measure *measure;
    Language language;
    Face face;
    int size, width;
    int indent; /* less width for the lines before `indented` */
    int indented;
} LineRoom;

/* A word that is wider than the line is cut.  What comes after LINES_MAX lines is in the last one. */
void lines_break(Lines *lines, const char *text, const LineRoom *room);

#endif
