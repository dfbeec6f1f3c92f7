/* Journals that a command only looks at. */

#ifndef TPD_APP_JOURNAL_FILE_H
#define TPD_APP_JOURNAL_FILE_H

#include "app/command.h"
#include "core/rules.h"
#include "core/status.h"
#include "match/journal.h"

/* Reads a journal, or standard input where the name is -.  OUTCOME_RUN: go on, and journal_clear()
 * it in the end; else the fault is reported. */
Outcome journal_file_read(Journal *journal, const char *name, const Rules *rules,
                          const char *command);

/* The same of a journal that somebody may be writing to: its last line may be cut. */
Status journal_file_look(Journal *journal, const char *path, const Rules *rules, Error *err);

#endif
