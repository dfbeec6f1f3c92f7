#include "text/prose.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { PIECE_SIZE = 512, NUMBER_SIZE = 24 };

Prose prose_start(char *text, int size)
{
    assert(size > 0);
    text[0] = '\0';
    return (Prose){.text = text, .size = size};
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

void prose_add_bytes(Prose *prose, const char *text, int length)
{
    int room = prose->size - 1 - prose->length;
    int taken = length;

    if (prose->full) {
        return;
    }
    if (taken > room) {
        taken = room;
        prose->full = true;
        while (taken > 0 && is_continuation(text[taken])) {
            taken--;
        }
    }
    memcpy(prose->text + prose->length, text, (size_t)taken);
    prose->length += taken;
    prose->text[prose->length] = '\0';
}

void prose_add(Prose *prose, const char *text)
{
    prose_add_bytes(prose, text, (int)strlen(text));
}

void prose_add_format(Prose *prose, const char *format, ...)
{
    char piece[PIECE_SIZE];
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    assert(length >= 0 && length < PIECE_SIZE);
    prose_add_bytes(prose, piece, length);
}

void prose_add_number(Prose *prose, int number, bool with_sign)
{
    char digits[NUMBER_SIZE];
    const char *sign = number < 0 ? "−" : with_sign ? "+" : "";
    int length = snprintf(digits, sizeof digits, "%s%lld", sign,
                          number < 0 ? -(long long)number : (long long)number);

    prose_add_bytes(prose, digits, length);
}
