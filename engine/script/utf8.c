#include "script/utf8.h"

#include <stdbool.h>

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
