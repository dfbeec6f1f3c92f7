/* A hint line by line, for whoever prints it. */

#ifndef TPD_APP_HINT_TELL_H
#define TPD_APP_HINT_TELL_H

#include "core/action.h"
#include "core/rules.h"
#include "match/hint.h"
#include "text/voice.h"

typedef struct HintTeller {
    const Voice *voice;
    const Rules *rules;
    const ActionList *legal;
    void (*line)(void *user, const char *text);
    void *user;
} HintTeller;

/* The best actions, numbered, each with its reason below it. */
void hint_tell(const HintTeller *teller, const HintResult *result);
/* Why the best and not the action with this index: both against each other. */
void hint_tell_why_not(const HintTeller *teller, const Hint *hint, int index);

#endif
