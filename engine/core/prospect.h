/* What an action would come to if the actions ended now, in the terms that the screens show: the
 * victory points that market and scoring would bring, and what the blocs would hold then.  Two
 * actions are compared term by term: that is what a hint gives as reasons.  Only what a seat may
 * know goes in, and what hangs on chance or on what is hidden is told to do so. */

#ifndef TPD_CORE_PROSPECT_H
#define TPD_CORE_PROSPECT_H

#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"

typedef enum ProspectTerm {
    PROSPECT_STANDING, /* victory points before the market */
    PROSPECT_CRASH,    /* those of a crash of the valuation, and of each scoring item */
    PROSPECT_ADOPTION,
    PROSPECT_STANDARDS,
    PROSPECT_STOCK,
    PROSPECT_SUPPLIER,
    PROSPECT_PHYSICAL,
    PROSPECT_INCOME, /* from here on no points: compute income */
    PROSPECT_CAPITAL,
    PROSPECT_FRONTIER, /* of the best lab */
    PROSPECT_CLOSED,   /* quality of the closed and of the open model */
    PROSPECT_OPEN,
    PROSPECT_DATACENTRES,
    PROSPECT_SILICON,
    PROSPECT_EFFICIENCY,
    PROSPECT_INDUSTRY,
    PROSPECT_TRUST,
    PROSPECT_TERM_COUNT
} ProspectTerm;

/* Of each bloc; more is better for it, whatever the term. */
typedef struct Prospect {
    int value[PROSPECT_TERM_COUNT][BLOC_COUNT];
} Prospect;

typedef enum Foresight {
    FORESIGHT_CLEAR,
    FORESIGHT_HANGS, /* on a die, a reveal, or something else that the seat cannot know */
    FORESIGHT_ENDS,  /* the game would be over */
} Foresight;

/* The position as it stands, its market and scoring; not when terminal. */
void prospect_of(Prospect *prospect, const State *state, const Rules *rules);
/* After a legal action of the seat that looks.  `prospect` is that of FORESIGHT_CLEAR only. */
Foresight prospect_after(Prospect *prospect, const View *view, const Rules *rules, Action action);

/* One term that favours an action: a lead in points that is greater by so many, or a holding of
 * `bloc` that differs by so many. */
typedef struct Favour {
    ProspectTerm term;
    Bloc bloc;
    int amount;
} Favour;

enum { FAVOURS_MAX = 2 * PROSPECT_TERM_COUNT };

typedef struct Comparison {
    int lead; /* how many points further ahead the bloc would be; below 0: behind */
    int count;
    Favour item[FAVOURS_MAX]; /* only what favours, in the order of the terms */
} Comparison;

void prospect_compare(Comparison *comparison, const Prospect *after, const Prospect *other,
                      Bloc bloc);

#endif
