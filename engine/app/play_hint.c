/* `hint` at the table: what the seat that is to choose might do, from what its screen shows. */

#include <stdbool.h>

#include "app/hint_tell.h"
#include "app/play.h"
#include "app/play_session.h"
#include "core/action.h"
#include "core/status.h"
#include "core/view.h"
#include "match/hint.h"
#include "text/voice.h"

enum { STEP = 200, HINT_KEY = 1 };

static void say_line(void *user, const char *text)
{
    session_say(user, text);
}

static void tell(Session *session, const Hint *hint, int why_not)
{
    const HintTeller teller = {.voice = &session->table.voice,
                               .rules = session->table.rules,
                               .legal = &session->table.legal,
                               .line = say_line,
                               .user = session};
    HintResult result;

    if (why_not >= 0) {
        hint_tell_why_not(&teller, hint, why_not);
    } else {
        hint_result(hint, &result);
        hint_tell(&teller, &result);
    }
}

Reply hint_run(Session *session, const char *argument, Error *err)
{
    const Table *table = &session->table;
    char reason[REASON_SIZE];
    int why_not = -1;
    Hint *hint;

    if (table->legal.count == 0) {
        bool handed = table->chooser != SEAT_NOBODY && session_is_handed(session, table->chooser);
        session_say(session, say(&table->voice,
                                 handed ? N_("A bot plays this seat: take it back for a hint.")
                                        : N_("There is no choice to give a hint for now.")));
        return REPLY_AGAIN;
    }
    if (argument[0] != '\0') {
        why_not = table_find_action(table, argument, reason);
        if (why_not < 0) {
            session_say(session, reason);
            return REPLY_AGAIN;
        }
    }
    if (hint_new(&hint, HINT_ITERATIONS, table->rules, err) != STATUS_OK) {
        return REPLY_FAILED;
    }
    hint_begin(hint, &table->view, &table->legal, HINT_KEY);
    while (!hint_step(hint, STEP)) {
    }
    tell(session, hint, why_not);
    hint_free(hint);
    return REPLY_AGAIN;
}
