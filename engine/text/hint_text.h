/* A hint in words: an action that a search likes, and the reasons for it.  A reason is a difference of
 * two forecasts, so every sentence about one says "if the actions ended now". */

#ifndef TPD_TEXT_HINT_TEXT_H
#define TPD_TEXT_HINT_TEXT_H

#include <stdbool.h>

#include "core/action.h"
#include "core/prospect.h"
#include "core/rules.h"
#include "core/vocab.h"
#include "text/voice.h"

enum { HINT_TEXT_SIZE = 4096 };

/* What there is to say about one action. */
typedef struct HintSaid {
    Bloc bloc; /* of the seat that chooses */
    Action action;
    int win, share;       /* in thousandths */
    int visits, playouts; /* of this action, and of all */
    bool preferred;       /* it is the one that the search would choose */
    bool has_other;
    Action other; /* with which it is compared; the rest has no meaning without it */
    Foresight after, other_after;
    const Comparison *forecast; /* where both are clear */
} HintSaid;

/* "Court India – US wins 54.3 %, 61.2 % of the search"; the action alone where nothing was searched,
 * as there was no choice.  Both return the length. */
int hint_print_action(char out[HINT_TEXT_SIZE], const Voice *voice, const Rules *rules,
                      const HintSaid *said);
/* One or two sentences. */
int hint_print_reason(char out[HINT_TEXT_SIZE], const Voice *voice, const Rules *rules,
                      const HintSaid *said);

#endif
