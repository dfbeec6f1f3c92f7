#include "app/journal_file.h"

#include <stdlib.h>

#include "core/status.h"
#include "match/lines.h"

Outcome journal_file_read(Journal *journal, const char *name, const Rules *rules,
                          const char *command)
{
    LineReader *lines = malloc(sizeof *lines);
    Error err;

    if (lines == NULL) {
        return complain_failed(command, "out of memory");
    }
    Status status = lines_open(lines, name, &err);
    if (status == STATUS_OK) {
        status = journal_read(journal, lines, rules, &err);
        lines_close(lines);
    }
    free(lines);
    return status == STATUS_OK ? OUTCOME_RUN : complain_error(&err);
}
