/* What `tpd verify` does with one file: one function a format. */

#ifndef TPD_APP_VERIFY_H
#define TPD_APP_VERIFY_H

#include <stdint.h>

#include "core/rules.h"
#include "match/lines.h"

enum { VERSION_SIZE = 32 * 1024 };

typedef struct Verdict {
    uint64_t decisions; /* of a good file */
    Error err;          /* of a bad one: one line that names file and line */
    /* Both versions of the line where the replay differs; empty for other faults. */
    char expected[VERSION_SIZE], found[VERSION_SIZE];
} Verdict;

/* Plays the game of a file again.  The first line has been peeked at and begins with the format's
 * word. */
typedef Status VerifyFile(LineReader *lines, const Rules *rules, Verdict *verdict);

VerifyFile verify_trace, verify_journal;

#endif
