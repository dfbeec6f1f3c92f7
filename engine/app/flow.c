#include "app/flow.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { ITEM_SIZE = 512 };

int text_columns(const char *text)
{
    int columns = 0;

    for (; *text != '\0'; text++) {
        columns += ((unsigned char)*text & 0xC0) != 0x80; /* not a byte inside a character */
    }
    return columns;
}

Flow flow_begin(int indent, const char *head)
{
    fputs(head, stdout);
    return (Flow){.indent = indent, .column = text_columns(head)};
}

static void add(Flow *flow, int gap, const char *item)
{
    int columns = text_columns(item);

    if (flow->column > flow->indent && flow->column + gap + columns > FLOW_WIDTH) {
        putchar('\n');
        flow->column = 0;
        gap = 0;
    }
    if (flow->column < flow->indent) {
        gap = flow->indent - flow->column;
    }
    printf("%*s%s", gap, "", item);
    flow->column += gap + columns;
}

void flow_add(Flow *flow, int gap, const char *format, ...)
{
    char item[ITEM_SIZE];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(item, sizeof item, format, arguments);
    va_end(arguments);
    add(flow, gap, item);
}

void flow_words(Flow *flow, const char *text)
{
    while (*text != '\0') {
        int length = (int)strcspn(text, " ");
        flow_add(flow, 1, "%.*s", length, text);
        text += length;
        text += strspn(text, " ");
    }
}

void flow_end(Flow *flow)
{
    putchar('\n');
    flow->column = 0;
}
