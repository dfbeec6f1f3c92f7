/* Within core/explain: how its files read a position and write down terms.  Words as in
 * rules/RULES.md, one small question each. */

#ifndef TPD_CORE_EXPLAIN_PARTS_H
#define TPD_CORE_EXPLAIN_PARTS_H

#include "core/explain.h"

typedef struct Position {
    const State *state;
    const Rules *rules;
} Position;

/* Fills value and terms of an explanation whose question is set. */
typedef void NumberFunction(Explanation *out, const Position *at);

#define NUMBER(id, symbol, subject, object, section, meaning) NumberFunction number_##symbol;
#include "core/explain.def"
#undef NUMBER

void term_add(Explanation *out, TermId id, int subject, int amount);
void term_add_made_of(Explanation *out, Term term);
/* What cards add to a parameter of a bloc; nothing if they add nothing. */
void term_add_modifier(Explanation *out, const Position *at, Modifier modifier, int bloc);
void term_at_least(Explanation *out, int bound);
void term_at_most(Explanation *out, int bound);

int value_of(const Position *at, Number number, int subject, int object);

static inline int track(const Position *at, Slot slot, int subject)
{
    return at->state->track[(int)slot + subject];
}

static inline int param(const Position *at, Param which)
{
    return at->rules->param[which];
}

static inline bool has_system(const Position *at, System system)
{
    return (at->rules->scenario[at->state->scenario].systems >> system & 1) != 0;
}

static inline bool in_force(const Position *at, Tile tile)
{
    return track(at, SLOT_CONTROL, (int)tile) > 0;
}

static inline bool is_permissive(const Position *at, int bloc)
{
    return track(at, SLOT_LICENCE, bloc) == LICENCE_PERMISSIVE;
}

static inline int rival_of(int bloc)
{
    return 1 - bloc;
}

static inline int bloc_of(int stack_or_seat)
{
    return stack_or_seat / 2;
}

static inline bool is_open(int stack)
{
    return stack % 2 == 1;
}

static inline int closed_stack(int bloc)
{
    return 2 * bloc;
}

static inline int open_stack(int bloc)
{
    return 2 * bloc + 1;
}

static inline int smaller(int a, int b)
{
    return a < b ? a : b;
}

static inline int larger(int a, int b)
{
    return a > b ? a : b;
}

/* The seat whose purse and lab stand behind a stack. */
int explain_seat_of_stack(const Position *at, int stack);
/* x towards a bloc: above 0 is its side. */
int explain_own_side_distance(const Position *at, int nation, int bloc);
/* The stack that a nation uses, -1 if it stands on a line. */
int explain_used_stack(const Position *at, int nation);
int explain_tiles_in_force(const Position *at, int bloc);
Bloc explain_tile_owner(Tile tile);
int explain_best_lab(const Position *at, int bloc);
int explain_best_quality(const Position *at, int stack_of_us, int stack_of_china);
/* Is the round in the second half of the game? 0 or 1, the index of the parameters with halves. */
int explain_second_half(const Position *at);
bool explain_is_last_round(const Position *at);

#endif
