#include "app/verify.h"
#include "match/journal.h"

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
