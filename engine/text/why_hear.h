/* Within "why": a player's words taken in, phrase by phrase, and hints about what is not understood. */

#ifndef TPD_TEXT_WHY_HEAR_H
#define TPD_TEXT_WHY_HEAR_H

#include <stdbool.h>

#include "text/prose.h"
#include "text/voice.h"
#include "text/why.h"
#include "text/why_lexicon.h"

enum { MISSING = -1 };

/* One thing of each kind may be named. */
typedef struct Heard {
    const WhyAsker *asker;
    Lexicon lexicon;
    char words[WHY_WORDS_SIZE];
    int named[MEANING_KIND_COUNT]; /* index, MISSING */
    char *hint;
    int size;
} Heard;

/* Takes the words from the left, the longest phrase first.  False, with a hint, where they hold
 * something unknown, or two things of a kind. */
bool heard_fill(Heard *heard, const char *words);

/* Leaves one line as hint; false, so that a caller can return it. */
bool heard_hint(Heard *heard, const char *msgid, const TextArgument *arguments);
/* Puts one more between quotation marks behind a list. */
void heard_list(const Heard *heard, Prose *list, const char *item);

#endif
