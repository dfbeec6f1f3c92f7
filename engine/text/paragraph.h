/* Text broken into lines. */

#ifndef TPD_TEXT_PARAGRAPH_H
#define TPD_TEXT_PARAGRAPH_H

#include "text/prose.h"

/* Writes `text` in lines of at most `columns`, each with its end: the first after `first`, the
 * others after `indent`. */
typedef struct Layout {
    const char *first, *indent;
    int columns;
} Layout;

void prose_add_paragraph(Prose *out, const char *text, const Layout *layout);

#endif
