#include "text/paragraph.h"

#include "text/width.h"

void write_paragraph(Writer *out, const char *text, const Layout *layout)
{
    const char *margin = layout->first;

    do {
        const char *rest;
        int bytes = text_line(text, layout->columns - text_width(margin), &rest);
        write_text(out, margin);
        write_bytes(out, text, bytes);
        write_text(out, "\n");
        margin = layout->indent;
        text = rest;
    } while (*text != '\0');
}
