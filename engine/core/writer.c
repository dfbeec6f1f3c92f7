#include "core/writer.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/fnv.h"

enum { PIECE_SIZE = 256 };

Writer writer_start(char *text, int size)
{
    if (size > 0) {
        text[0] = '\0';
    }
    return (Writer){.text = size > 0 ? text : NULL,
                    .size = size,
                    .hash = TPD_FNV_START,
                    .total = TPD_FNV_START};
}

void writer_print(Writer *out, const char *format, ...)
{
    char piece[PIECE_SIZE];
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    assert(length >= 0 && length < PIECE_SIZE);
    out->hash = fnv_add(out->hash, piece, (size_t)length);
    out->total = fnv_add(out->total, piece, (size_t)length);
    if (out->text != NULL && out->length < out->size - 1) {
        int room = out->size - 1 - out->length;
        int copied = length < room ? length : room;
        memcpy(out->text + out->length, piece, (size_t)copied);
        out->text[out->length + copied] = '\0';
    }
    out->length += length;
}

void writer_print_set(Writer *out, const char *name, const char *const words[], unsigned bits)
{
    const char *separator = "";

    writer_print(out, "%s={", name);
    for (int i = 0; words[i] != NULL; i++) {
        if ((bits >> i & 1) != 0) {
            writer_print(out, "%s%s", separator, words[i]);
            separator = ",";
        }
    }
    writer_print(out, "} ");
}
