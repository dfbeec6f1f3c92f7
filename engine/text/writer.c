#include "text/writer.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { PIECE_SIZE = 512, NUMBER_SIZE = 24 };

Writer writer_start(char *text, int size)
{
    assert(size > 0);
    text[0] = '\0';
    return (Writer){.text = text, .size = size};
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

void write_bytes(Writer *writer, const char *text, int length)
{
    int room = writer->size - 1 - writer->length;
    int taken = length;

    if (writer->full) {
        return;
    }
    if (taken > room) {
        taken = room;
        writer->full = true;
        while (taken > 0 && is_continuation(text[taken])) {
            taken--;
        }
    }
    memcpy(writer->text + writer->length, text, (size_t)taken);
    writer->length += taken;
    writer->text[writer->length] = '\0';
}

void write_text(Writer *writer, const char *text)
{
    write_bytes(writer, text, (int)strlen(text));
}

void write_format(Writer *writer, const char *format, ...)
{
    char piece[PIECE_SIZE];
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    assert(length >= 0 && length < PIECE_SIZE);
    write_bytes(writer, piece, length);
}

void write_number(Writer *writer, int number, bool with_sign)
{
    char digits[NUMBER_SIZE];
    const char *sign = number < 0 ? "−" : with_sign ? "+" : "";
    int length = snprintf(digits, sizeof digits, "%s%lld", sign,
                          number < 0 ? -(long long)number : (long long)number);

    write_bytes(writer, digits, length);
}
