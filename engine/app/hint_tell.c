#include "app/hint_tell.h"

#include <stdio.h>

#include "core/seats.h"
#include "text/hint_text.h"

enum { LINE_SIZE = HINT_TEXT_SIZE + 8 };

static void tell_item(const HintTeller *teller, const HintResult *result, int number,
                      const HintAction *item)
{
    const HintReason *reason = &item->reason;
    const HintSaid said = {.bloc = seat_bloc(result->seat),
                           .action = item->action,
                           .win = item->win,
                           .share = item->share,
                           .visits = (int)item->visits,
                           .playouts = (int)result->playouts,
                           .preferred = item->index == result->item[0].index,
                           .has_other = reason->against >= 0,
                           .other = teller->legal->item[reason->against >= 0 ? reason->against : 0],
                           .after = reason->after,
                           .other_after = reason->other,
                           .forecast = &reason->forecast};
    char text[HINT_TEXT_SIZE];
    char line[LINE_SIZE];

    hint_print_action(text, teller->voice, teller->rules, &said);
    snprintf(line, sizeof line, "%d. %s", number, text);
    teller->line(teller->user, line);
    hint_print_reason(text, teller->voice, teller->rules, &said);
    snprintf(line, sizeof line, "   %s", text);
    teller->line(teller->user, line);
}

void hint_tell(const HintTeller *teller, const HintResult *result)
{
    for (int i = 0; i < result->count; i++) {
        tell_item(teller, result, i + 1, &result->item[i]);
    }
}

void hint_tell_why_not(const HintTeller *teller, const Hint *hint, int index)
{
    HintResult result;
    HintAction best;
    HintAction other;

    hint_result(hint, &result);
    hint_why_not(hint, index, &best, &other);
    tell_item(teller, &result, 1, &best);
    if (other.index != best.index) {
        tell_item(teller, &result, 2, &other);
    }
}
