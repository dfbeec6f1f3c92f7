#include "text/paragraph.h"

#include "text/width.h"

void prose_add_paragraph(Prose *out, const char *text, const Layout *layout)
{
    const char *margin = layout->first;

    do {
        const char *rest;
        int bytes = text_line(text, layout->columns - text_width(margin), &rest);
        prose_add(out, margin);
        prose_add_bytes(out, text, bytes);
        prose_add(out, "\n");
        margin = layout->indent;
        text = rest;
    } while (*text != '\0');
}
