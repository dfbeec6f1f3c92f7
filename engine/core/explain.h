/* Every number of the rules, term by term, slowly and from the words of rules/RULES.md: the "why"
 * that a player is told, the second opinion of the tests, the naive side of the benchmark.  Shares
 * no code with the kernel, and reads nothing but State, Rules and vocabulary.  The plateau is that
 * of the State given: hand in View.known to explain what a seat may know. */

#ifndef TPD_CORE_EXPLAIN_H
#define TPD_CORE_EXPLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

/* What a number or a term is about; its index is that of the game's tables. */
typedef enum ExplainKind {
    EXPLAIN_NOTHING, /* the world: index 0 */
    EXPLAIN_BLOC,
    EXPLAIN_STACK,
    EXPLAIN_SEAT, /* 0 and 2 in the 2-seat game */
    EXPLAIN_NATION,
    EXPLAIN_TILE,
    EXPLAIN_LICENCE
} ExplainKind;

typedef enum Number {
#define NUMBER(id, symbol, subject, object, section, meaning) NUMBER_##id,
#include "core/explain.def"
#undef NUMBER
    NUMBER_COUNT
} Number;

typedef enum TermId {
#define TERM(id, symbol, subject, section, meaning) TERM_##id,
#include "core/explain.def"
#undef TERM
    TERM_COUNT
} TermId;

typedef struct NumberInfo {
    const char *name, *section, *meaning;
    ExplainKind subject, object;
} NumberInfo;

typedef struct TermInfo {
    const char *name, *section, *meaning;
    ExplainKind subject;
} TermInfo;

extern const NumberInfo explain_numbers[NUMBER_COUNT];
extern const TermInfo explain_terms[TERM_COUNT];

enum { TERMS_MAX = NATIONS_MAX + 8 };

/* One line of a why.  A product or a quotient is one term, with what it is made of in a, b, c. */
typedef struct Term {
    TermId id;
    int subject; /* index of TermInfo.subject */
    int amount;  /* what it adds */
    int a, b, c; /* the numbers that its meaning names, else 0 */
} Term;

typedef struct Question {
    Number number;
    int subject, object; /* indices of NumberInfo's; 0 for EXPLAIN_NOTHING */
} Question;

/* The terms always add up to the value: bounds are terms of their own.  A term of amount 0 tells
 * why something does not count. */
typedef struct Explanation {
    Question question;
    int seat_count; /* of the game: what a seat is called hangs on it */
    int value;
    int term_count;
    Term term[TERMS_MAX];
} Explanation;

void explain_number(Explanation *explanation, const State *state, const Rules *rules,
                    Question question);
int explain_value(const State *state, const Rules *rules, Question question);

/* How many subjects of a kind there are to ask about; a seat may be absent from the game. */
int explain_count(ExplainKind kind, const Rules *rules);
bool explain_has(ExplainKind kind, int index, const State *state);

/* Whom a nation likes best (section 8.1).  Not a sum, so not an Explanation: the stack with the
 * highest appeal, but one in use is left only for more than the switching cost. */
typedef struct Favourite {
    int stack; /* -1: none */
    int used;  /* the stack it uses, -1: none */
    int appeal[STACK_COUNT];
    int best;           /* the highest appeal */
    int switching_cost; /* floor(B / 2) */
    bool stays;         /* it keeps the stack it uses */
    bool tied;          /* several are best, and it uses none that it would keep */
} Favourite;

void explain_favourite(Favourite *favourite, const State *state, const Rules *rules, int nation);

typedef struct Place {
    int x, y;
} Place;

/* One step toward the corner of a stack (section 8.2); the same place if there is none to make. */
Place explain_corner_step(Place from, Stack toward, int depth);

/* What the market does along the way; the rest can be read off the position it leaves. */
typedef struct Outlook {
    uint32_t throttled; /* bit per nation */
    int revenue[BLOC_COUNT], served_weight[BLOC_COUNT], capacity[BLOC_COUNT];
    int price_target;
    bool crash;
    int incident_odds; /* of 6 */
} Outlook;

/* Steps 1 to 5 and governance, as if the actions ended now: `next` is the position before the
 * incident die.  `outlook` may be NULL. */
void explain_market(State *next, Outlook *outlook, const State *state, const Rules *rules);
/* What an incident does, once the die has brought it. */
void explain_incident(State *state, const Rules *rules);

/* The operations of section 5 that a seat could do and pay now, whatever it has used its card for:
 * bits per nation and, for verbs without argument, per Verb. */
typedef struct LegalCourts {
    uint32_t align, open, close;
} LegalCourts;
typedef struct LegalOperations {
    uint32_t verbs;
    unsigned impose, lift; /* bit per Tile */
} LegalOperations;

void explain_legal_courts(LegalCourts *courts, const State *state, const Rules *rules, Seat seat);
void explain_legal_operations(LegalOperations *operations, const State *state, const Rules *rules,
                              Seat seat);

#endif
