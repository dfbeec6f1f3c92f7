/* Bytes as a trace file (tests/TRACE.md R5) for `tpd verify`: whatever stands there, it ends with a
 * verdict, and a bad file with one clear line about it. */

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/verify.h"
#include "match/lines.h"
#include "support/checked.h"
#include "support/shipped.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Status verify(LineReader *lines, Verdict *verdict)
{
    const char *line = NULL;
    Status status = lines_peek(lines, &line, &verdict->err);

    if (status != STATUS_OK || line == NULL || strncmp(line, "trace ", strlen("trace ")) != 0) {
        return status; /* `tpd verify` hands over what begins with the word */
    }
    return verify_trace(lines, shipped_rules(), verdict);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    LineReader *lines = calloc(1, sizeof *lines);
    Verdict *verdict = calloc(1, sizeof *verdict);
    uint8_t *copy = malloc(size + 1); /* fmemopen wants bytes that may be written */

    if (lines == NULL || verdict == NULL || copy == NULL) {
        abort();
    }
    memcpy(copy, data, size);
    FILE *file = size == 0 ? NULL : fmemopen(copy, size, "rb");
    if (file != NULL) {
        Status status = lines_of(lines, "input", file, &verdict->err);
        status = status == STATUS_OK ? verify(lines, verdict) : status;
        const char *text = verdict->err.text;
        if (status != STATUS_OK && (text[0] == '\0' || strchr(text, '\n') != NULL)) {
            checked_fault("a trace was refused without one clear line");
        }
        (void)fclose(file);
    }
    free(copy);
    free(verdict);
    free(lines);
    return 0;
}
