/* Within "why": every phrase that a player may use in a question, in both languages, and what each
 * means. */

#ifndef TPD_TEXT_WHY_LEXICON_H
#define TPD_TEXT_WHY_LEXICON_H

#include "core/rules.h"

typedef enum MeaningKind {
    MEANS_NUMBER,
    MEANS_FAVOURITE,
    MEANS_BLOC,
    MEANS_OPENNESS, /* 0: the closed stack, 1: the open one */
    MEANS_STACK,
    MEANS_NATION,
    MEANS_TILE,
    MEANS_LICENCE,
    MEANS_WHOSE,   /* 0: the asker's own, 1: the rival's */
    MEANS_NOTHING, /* a word that may stand between the others */
    MEANING_KIND_COUNT
} MeaningKind;

typedef struct Meaning {
    MeaningKind kind;
    int index;
} Meaning;

typedef struct Phrase {
    int start, length; /* in the lexicon's text; a zero follows */
    Meaning meaning;
} Phrase;

enum { LEXICON_MAX = 768, LEXICON_TEXT_SIZE = 24 * 1024, PHRASE_SIZE = 200 };

typedef struct Lexicon {
    int count, used;
    Phrase phrase[LEXICON_MAX];
    char text[LEXICON_TEXT_SIZE];
} Lexicon;

/* What the rule set's nations are called joins the words of the game; labels that do not fit into
 * the lexicon are left out. */
void lexicon_fill(Lexicon *lexicon, const Rules *rules);

/* Small letters, blanks for marks, single blanks only and none at the ends; cut to whole characters
 * where it does not fit. */
void lexicon_fold(char *out, int size, const char *words);

/* The words that lists show for a number: "court", 「争取」. */
const char *lexicon_name(char out[PHRASE_SIZE], int number, Language language);

#endif
