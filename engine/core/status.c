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
