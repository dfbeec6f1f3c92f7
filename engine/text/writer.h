/* A text that grows at its end as far as it has room, in whole characters. */

#ifndef TPD_TEXT_WRITER_H
#define TPD_TEXT_WRITER_H

#include <stdbool.h>

#include "core/status.h"

typedef struct Writer {
    char *text; /* ends with a zero, always */
    int size, length;
    bool full; /* something did not fit: nothing more is written */
} Writer;

Writer writer_start(char *text, int size); /* size > 0 */

void write_bytes(Writer *writer, const char *text, int length);
void write_text(Writer *writer, const char *text);
/* At most 500 bytes at a time. */
void write_format(Writer *writer, const char *format, ...) TPD_PRINTF(2, 3);
/* A minus is U+2212; `with_sign` writes a plus as well. */
void write_number(Writer *writer, int number, bool with_sign);

#endif
