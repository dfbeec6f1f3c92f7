/* Texts that strangers wrote: Lua files before Lua sees them, and words of theirs in messages. */

#ifndef TPD_SCRIPT_FOREIGN_H
#define TPD_SCRIPT_FOREIGN_H

#include <stddef.h>

/* Offset of the first byte that is not UTF-8, or -1. */
long find_bad_utf8(const char *text, size_t size);

/* What would make Lua read something other than the author sees, and its line; NULL: nothing. */
const char *foreign_fault(const char *text, size_t size, int *line);

/* Bytes of the byte order mark at the beginning, which is no part of the text. */
size_t foreign_mark_size(const char *text, size_t size);

/* Makes a message one line that any terminal can print. */
void foreign_clean(char *text);

#endif
