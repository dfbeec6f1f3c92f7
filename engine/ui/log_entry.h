/* One decision of the log: who chose what, and what came of it, as the viewer may know it. */

#ifndef TPD_UI_LOG_ENTRY_H
#define TPD_UI_LOG_ENTRY_H

#include "core/vocab.h"
#include "text/prose.h"
#include "text/text.h"
#include "ui/desk.h"

enum { LOG_LINES_MAX = 200, LOG_TEXT_SIZE = 24 * 1024 };

typedef struct LogEntry {
    Seat seat;
    int card; /* that was committed or played, and may be known; -1: none */
    char head[ACTION_LABEL_SIZE + LABEL_TEXT_SIZE];
    int count;
    int line[LOG_LINES_MAX]; /* where each begins in `text` */
    Prose prose;
    char text[LOG_TEXT_SIZE];
} LogEntry;

void log_entry_tell(LogEntry *entry, const Desk *desk, int decision);

#endif
