#include "ui/lines.h"

#include <linebreak.h>
#include <stdbool.h>
#include <string.h>

static int width_of(const LineRoom *room, const char *text, int length)
{
    const Run run = {room->face, room->size, text, length};

    return measure_width(room->measure, &run);
}

/* Bytes without the blanks at their end. */
static int trimmed(const char *text, int length)
{
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n')) {
        length--;
    }
    return length;
}

/* Where the next line ends: the last place at which it may and still fits. */
static int line_end(const char *text, int length, const char *breaks, const LineRoom *room,
                    int *cut)
{
    int end = 0;
    int at = 0;

    while (at < length) {
        int next = at + utf8_length(text + at);
        bool fits = width_of(room, text, trimmed(text, next)) <= room->width;
        if (!fits && at > 0) {
            *cut += end == 0;
            return end > 0 ? end : at;
        }
        if (breaks[next - 1] == LINEBREAK_MUSTBREAK) {
            return next;
        }
        end = breaks[next - 1] == LINEBREAK_ALLOWBREAK ? next : end;
        at = next;
    }
    return length;
}

void lines_break(Lines *lines, const char *text, const LineRoom *room)
{
    char breaks[LINES_TEXT_MAX];
    int length = (int)strlen(text);
    int start = 0;

    length = length < LINES_TEXT_MAX ? length : LINES_TEXT_MAX;
    set_linebreaks_utf8((const utf8_t *)text, (size_t)length,
                        room->language == LANGUAGE_ZH ? "zh" : "en", breaks);
    lines->count = 0;
    lines->cut = 0;
    while (start < length && lines->count < LINES_MAX) {
        int end = length;
        if (lines->count < LINES_MAX - 1) {
            LineRoom here = *room;
            here.width -= lines->count < room->indented ? room->indent : 0;
            end =
                start + line_end(text + start, length - start, breaks + start, &here, &lines->cut);
        }
        lines->line[lines->count++] = (Line){start, trimmed(text + start, end - start)};
        start = end;
        while (start < length && text[start] == ' ') {
            start++;
        }
    }
}
