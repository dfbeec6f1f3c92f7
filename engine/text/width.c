#include "text/width.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <utf8proc.h>

/* One character: its code (-1 where the bytes are no UTF-8), its bytes and its columns. */
typedef struct Glyph {
    utf8proc_int32_t code;
    int bytes, columns;
} Glyph;

static Glyph glyph_at(const char *utf8)
{
    Glyph glyph = {.code = -1, .bytes = 1, .columns = 1};
    utf8proc_int32_t code;
    utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)utf8, -1, &code);

    if (taken > 0 && code >= 0) {
        glyph.code = code;
        glyph.bytes = (int)taken;
        glyph.columns = utf8proc_charwidth(code);
    }
    return glyph;
}

int text_width(const char *utf8)
{
    int columns = 0;

    while (*utf8 != '\0') {
        Glyph glyph = glyph_at(utf8);
        columns += glyph.columns;
        utf8 += glyph.bytes;
    }
    return columns;
}

int text_fit(const char *utf8, int columns)
{
    const char *at = utf8;

    while (*at != '\0') {
        Glyph glyph = glyph_at(at);
        if (glyph.columns > columns) {
            break;
        }
        columns -= glyph.columns;
        at += glyph.bytes;
    }
    return (int)(at - utf8);
}

/* ---- padding ---- */

/* A text and the blanks that fill its columns. */
typedef struct Cell {
    int bytes, blanks;
    bool cut;
} Cell;

static const char ellipsis[] = "…";

static Cell fit_cell(const char *utf8, int columns)
{
    Cell cell = {.bytes = (int)strlen(utf8)};
    int width = text_width(utf8);

    if (width > columns) {
        cell.cut = columns > 0;
        cell.bytes = cell.cut ? text_fit(utf8, columns - 1) : 0;
        cell.bytes -= cell.bytes > 0 && utf8[cell.bytes - 1] == ' ';
        int taken = 0;
        for (int at = 0; at < cell.bytes;) {
            Glyph glyph = glyph_at(utf8 + at);
            taken += glyph.columns;
            at += glyph.bytes;
        }
        width = taken + cell.cut;
    }
    cell.blanks = columns > width ? columns - width : 0;
    return cell;
}

static int put_blanks(char *out, int size, int length, int blanks)
{
    while (blanks > 0 && length < size - 1) {
        out[length++] = ' ';
        blanks--;
    }
    return length;
}

static int put_cell(char *out, int size, int length, const char *utf8, const Cell *cell)
{
    int mark = cell->cut ? (int)sizeof ellipsis - 1 : 0;
    int bytes = cell->bytes;

    while (bytes > 0 && length + bytes + mark > size - 1) {
        do {
            bytes--;
        } while (bytes > 0 && ((unsigned char)utf8[bytes] & 0xc0) == 0x80);
    }
    memcpy(out + length, utf8, (size_t)bytes);
    length += bytes;
    if (mark > 0 && length + mark <= size - 1) {
        memcpy(out + length, ellipsis, (size_t)mark);
        length += mark;
    }
    return length;
}

int text_pad(char *out, int size, const char *utf8, int columns)
{
    Cell cell = fit_cell(utf8, columns);
    int length = put_cell(out, size, 0, utf8, &cell);

    length = put_blanks(out, size, length, cell.blanks);
    out[length] = '\0';
    return length;
}

int text_pad_left(char *out, int size, const char *utf8, int columns)
{
    Cell cell = fit_cell(utf8, columns);
    int length = put_blanks(out, size, 0, cell.blanks);

    length = put_cell(out, size, length, utf8, &cell);
    out[length] = '\0';
    return length;
}

/* ---- lines ---- */

/* Chinese characters and their marks: what a line may be broken beside. */
static bool is_wide(const Glyph *glyph)
{
    return glyph->columns == 2;
}

static bool is_one_of(const char *marks, const char *utf8, const Glyph *glyph)
{
    size_t bytes = (size_t)glyph->bytes;

    for (const char *at = marks; *at != '\0'; at += glyph_at(at).bytes) {
        if (strncmp(at, utf8, bytes) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether a line may end before the character at `utf8`, which `before` precedes. */
static bool may_break(const char *before, const char *utf8)
{
    static const char closing[] = "，。、；：！？）》〉」』”’…—·),.;:!?%";
    static const char opening[] = "（《〈「『“‘(";
    Glyph last = glyph_at(before);
    Glyph next = glyph_at(utf8);

    if (last.code == ' ' || next.code == ' ') {
        return true;
    }
    return (is_wide(&last) || is_wide(&next)) && !is_one_of(closing, utf8, &next) &&
           !is_one_of(opening, before, &last);
}

int text_line(const char *utf8, int columns, const char **rest)
{
    const char *end = utf8 + text_fit(utf8, columns);
    const char *cut = NULL;
    const char *before = utf8;

    if (*end == '\0') {
        cut = end;
    }
    for (const char *at = utf8; cut != end && at <= end; at += glyph_at(at).bytes) {
        if (at > utf8 && may_break(before, at)) {
            cut = at;
        }
        before = at;
        if (*at == '\0') {
            break;
        }
    }
    if (cut == NULL) { /* one word longer than the line */
        cut = end > utf8 ? end : utf8 + glyph_at(utf8).bytes;
    }
    *rest = cut;
    while (**rest == ' ') {
        (*rest)++;
    }
    while (cut > utf8 && cut[-1] == ' ') {
        cut--;
    }
    return (int)(cut - utf8);
}

int text_word(const char *utf8)
{
    const char *before = utf8;
    const char *at = utf8;

    while (*at != '\0' && (at == utf8 || !may_break(before, at))) {
        before = at;
        at += glyph_at(at).bytes;
    }
    return (int)(at - utf8);
}
