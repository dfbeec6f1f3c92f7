/* Texts that strangers wrote. */

#ifndef TPD_SCRIPT_UTF8_H
#define TPD_SCRIPT_UTF8_H

#include <stddef.h>

/* Offset of the first byte that is not UTF-8, or -1. */
long find_bad_utf8(const char *text, size_t size);

#endif
