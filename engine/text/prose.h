/* A text that grows at its end as far as it has room, in whole characters. */

#ifndef TPD_TEXT_PROSE_H
#define TPD_TEXT_PROSE_H

#include <stdbool.h>

#include "core/status.h"

typedef struct Prose {
    char *text; /* ends with a zero, always */
    int size, length;
    bool full; /* something did not fit: nothing more is written */
} Prose;

Prose prose_start(char *text, int size); /* size > 0 */

void prose_add_bytes(Prose *prose, const char *text, int length);
void prose_add(Prose *prose, const char *text);
/* At most 500 bytes at a time. */
void prose_add_format(Prose *prose, const char *format, ...) TPD_PRINTF(2, 3);
/* A minus is U+2212; `with_sign` writes a plus as well. */
void prose_add_number(Prose *prose, int number, bool with_sign);

#endif
