#include "app/journal_file.h"

#include <stdbool.h>
#include <stdlib.h>

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

Status journal_file_look(Journal *journal, const char *path, const Rules *rules, Error *err)
{
    LineReader *lines = malloc(sizeof *lines);

    if (lines == NULL) {
        return error_set(err, STATUS_MEMORY, "%s: out of memory", path);
    }
    Status status = lines_open(lines, path, err);
    if (status == STATUS_OK) {
        lines->may_be_cut = true;
        status = journal_read(journal, lines, rules, err);
        lines_close(lines);
    }
    free(lines);
    return status;
}
