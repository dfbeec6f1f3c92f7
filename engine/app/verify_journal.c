#include <stdint.h>

#include "app/verify.h"
#include "core/rules.h"
#include "core/status.h"
#include "match/history.h"
#include "match/journal.h"
#include "match/lines.h"

Status verify_journal(LineReader *lines, const Rules *rules, Verdict *verdict)
{
    Journal journal;
    Status status = journal_read(&journal, lines, rules, &verdict->err);

    if (status != STATUS_OK) {
        return status;
    }
    verdict->decisions = (uint64_t)journal.history.count;
    journal_clear(&journal);
    return STATUS_OK;
}
