#include "script/foreign.h"

#include <ctype.h>
#include <lua.h>
#include <stdbool.h>
#include <string.h>

static int utf8_length(const unsigned char *at, const unsigned char *end)
{
    static const unsigned least[] = {0, 0, 0x80, 0x800, 0x10000};
    int length = *at < 0x80 ? 1 : *at >= 0xf0 ? 4 : *at >= 0xe0 ? 3 : 2;
    unsigned code = (unsigned)*at & (length == 1 ? 0x7fU : 0x7fU >> length);

    if ((*at >= 0x80 && *at < 0xc2) || *at > 0xf4 || end - at < length) {
        return 0;
    }
    for (int i = 1; i < length; i++) {
        if ((at[i] & 0xc0) != 0x80) {
            return 0;
        }
        code = code << 6 | (at[i] & 0x3fU);
    }
    bool surrogate = code >= 0xd800 && code <= 0xdfff;
    return code < least[length] || code > 0x10ffff || surrogate ? 0 : length;
}

long find_bad_utf8(const char *text, size_t size)
{
    const unsigned char *at = (const unsigned char *)text;
    const unsigned char *end = at + size;

    while (at < end) {
        int length = utf8_length(at, end);
        if (length == 0) {
            return (long)(at - (const unsigned char *)text);
        }
        at += length;
    }
    return -1;
}

/* The line that a place in the text belongs to. */
static int line_of(const char *text, const char *place)
{
    int line = 1;

    for (; text < place; text++) {
        line += *text == '\n';
    }
    return line;
}

const char *foreign_fault(const char *text, size_t size, int *line)
{
    const char *zero = memchr(text, '\0', size);
    long bad = find_bad_utf8(text, size);

    *line = 1;
    if (size > 0 && text[0] == LUA_SIGNATURE[0]) {
        return "expected Lua text, got a compiled chunk";
    }
    if (zero != NULL) {
        *line = line_of(text, zero);
        return "expected text, got a zero byte";
    }
    if (bad >= 0) {
        *line = line_of(text, text + bad);
        return "expected UTF-8, got another byte";
    }
    return NULL;
}

size_t foreign_mark_size(const char *text, size_t size)
{
    static const char mark[] = "\xef\xbb\xbf";

    return size >= sizeof mark - 1 && memcmp(text, mark, sizeof mark - 1) == 0 ? sizeof mark - 1
                                                                               : 0;
}

void foreign_clean(char *text)
{
    size_t size = strlen(text);

    for (long bad = find_bad_utf8(text, size); bad >= 0; bad = find_bad_utf8(text, size)) {
        text[bad] = '?';
    }
    for (char *at = text; *at != '\0'; at++) {
        if (iscntrl((unsigned char)*at)) {
            *at = ' ';
        }
    }
}
