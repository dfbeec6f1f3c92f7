#include "core/status.h"

#include <stdarg.h>
#include <stdio.h>

Status error_set(Error *err, Status status, const char *format, ...)
{
    if (err != NULL) {
        va_list arguments;
        va_start(arguments, format);
        err->status = status;
        vsnprintf(err->text, sizeof err->text, format, arguments);
        va_end(arguments);
    }
    return status;
}

int error_quote(const char *text, int most)
{
    int length = 0;

    while (length < most && (unsigned char)text[length] >= ' ' && text[length] != 0x7f) {
        length++;
    }
    return length;
}
