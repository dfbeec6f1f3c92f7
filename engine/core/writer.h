/* Where a canonical print goes: into a text as far as it has room, and into hashes. */

#ifndef TPD_CORE_WRITER_H
#define TPD_CORE_WRITER_H

#include <stdint.h>

#include "core/status.h"

typedef struct Writer {
    char *text;     /* may be NULL */
    int size;       /* of the text, its zero included */
    int length;     /* of everything written, also beyond the text's size */
    uint64_t hash;  /* FNV-1a since the start, or since the owner set it anew */
    uint64_t total; /* FNV-1a since the start */
} Writer;

/* `text` may be NULL if `size` is 0. */
Writer writer_start(char *text, int size);

/* A piece of at most 255 bytes; the text always ends in a zero. */
void writer_print(Writer *out, const char *format, ...) TPD_PRINTF(2, 3);

/* `name={a,b} `, from the words whose bits are set; the words end in NULL. */
void writer_print_set(Writer *out, const char *name, const char *const words[], unsigned bits);

#endif
