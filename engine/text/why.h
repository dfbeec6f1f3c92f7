/* The "why" of a number: its terms as lines that add up, the section of the rules and the idea
 * behind it; and what a player's words ask about.  Nothing here counts: core/explain does. */

#ifndef TPD_TEXT_WHY_H
#define TPD_TEXT_WHY_H

#include <stdbool.h>

#include "core/explain.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"
#include "text/voice.h"

enum {
    WHY_COLUMNS = 100,         /* no line is wider */
    WHY_TEXT_SIZE = 16 * 1024, /* room for any answer, its zero included */
    WHY_WORDS_SIZE = 200,      /* bytes of a player's words, its zero included; more are cut */
};

/* A title with the value, a line a term with its signed amount, "= value", the section and the
 * idea.  Returns the length written; cut to whole characters where it does not fit. */
int why_print(char *out, int size, const Voice *voice, const Rules *rules,
              const Explanation *explanation);

/* The terms alone, in one sentence, without what they add. */
int why_print_terms(char *out, int size, const Voice *voice, const Rules *rules,
                    const Explanation *explanation);

/* Who asks, and about what: the position is what the asker may know (View.known). */
typedef struct WhyAsker {
    const Voice *voice;
    const Rules *rules;
    const State *state;
    Seat seat; /* whose number is meant where the words do not say; SEAT_NOBODY: that of the US */
} WhyAsker;

/* The same in pieces, for whoever has another page than a terminal's: "US: chip tier"; what term `n`
 * is, without its amount; "Rules, section 2.3. …" with the idea.  `asker` needs no State. */
int why_title(char *out, int size, const WhyAsker *asker, const Explanation *explanation);
int why_term(char *out, int size, const WhyAsker *asker, const Explanation *explanation, int n);
int why_source(char *out, int size, const Voice *voice, Number number);

/* Whom a nation likes best: the four appeals, what it takes to leave a stack, the result. */
int why_print_favourite(char *out, int size, const WhyAsker *asker, int nation);

/* The last two in one paragraph: why it stays or leaves, the section and the idea. */
int why_favourite(char *out, int size, const WhyAsker *asker, const Favourite *favourite,
                  int nation);

typedef struct WhyAsked {
    bool favourite; /* of the nation question.subject; the number does not matter */
    Question question;
} WhyAsked;

/* What words like "court India", "appeal brazil CO", "F" or "算力收入 中国" ask about, in any order
 * and either language whatever the voice; a name may be cut to a beginning that only one thing has.
 * False: `hint` is one line that says what was not understood and what may have been meant. */
bool why_find(WhyAsked *asked, char *hint, int size, const WhyAsker *asker, const char *words);

/* The answer to the words, or the hint, in whole lines.  Without words: what can be asked. */
int why_answer(char *out, int size, const WhyAsker *asker, const char *words);

#endif
