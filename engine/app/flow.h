/* Text that flows into lines of a terminal's width, item by item. */

#ifndef TPD_APP_FLOW_H
#define TPD_APP_FLOW_H

#include "core/status.h"

enum {
    FLOW_WIDTH = 98
}; /* columns; with a comma behind it a terminal of 100 still does not wrap */

typedef struct Flow {
    int indent; /* of the lines after the first */
    int column; /* where the next item would stand */
} Flow;

/* Begins a line with a head, which may be "". */
Flow flow_begin(int indent, const char *head);
/* An item never breaks in the middle; `gap` blanks separate it from the one before on its line. */
void flow_add(Flow *flow, int gap, const char *format, ...) TPD_PRINTF(3, 4);
/* The same for a long text, which breaks between its words. */
void flow_words(Flow *flow, const char *text);
void flow_end(Flow *flow);

/* How many columns a UTF-8 text takes, if every character takes one. */
int text_columns(const char *text);

#endif
