#include "core/explain.h"

#include <assert.h>

#include "core/explain_parts.h"

const NumberInfo explain_numbers[NUMBER_COUNT] = {
#define NUMBER(id, symbol, subject, object, section, meaning) \
    {#symbol, section, meaning, EXPLAIN_##subject, EXPLAIN_##object},
#include "core/explain.def"
#undef NUMBER
};

const TermInfo explain_terms[TERM_COUNT] = {
#define TERM(id, symbol, subject, section, meaning) {#symbol, section, meaning, EXPLAIN_##subject},
#include "core/explain.def"
#undef TERM
};

static NumberFunction *const number_function[NUMBER_COUNT] = {
#define NUMBER(id, symbol, subject, object, section, meaning) number_##symbol,
#include "core/explain.def"
#undef NUMBER
};

void explain_number(Explanation *explanation, const State *state, const Rules *rules,
                    Question question)
{
    const Position at = {state, rules};

    explanation->question = question;
    explanation->seat_count = state->seat_count;
    explanation->value = 0;
    explanation->term_count = 0;
    number_function[question.number](explanation, &at);
}

int explain_value(const State *state, const Rules *rules, Question question)
{
    Explanation explanation;

    explain_number(&explanation, state, rules, question);
    return explanation.value;
}

int explain_count(ExplainKind kind, const Rules *rules)
{
    switch (kind) {
    case EXPLAIN_NOTHING:
        return 1;
    case EXPLAIN_BLOC:
        return BLOC_COUNT;
    case EXPLAIN_STACK:
        return STACK_COUNT;
    case EXPLAIN_SEAT:
        return SEATS_MAX;
    case EXPLAIN_NATION:
        return rules->nation_count;
    case EXPLAIN_TILE:
        return TILE_COUNT;
    case EXPLAIN_LICENCE:
        return LICENCE_CONDITIONAL + 1;
    }
    return 0;
}

bool explain_has(ExplainKind kind, int index, const State *state)
{
    return kind != EXPLAIN_SEAT || state->seat_count == SEATS_MAX || index % 2 == 0;
}

void term_add(Explanation *out, TermId id, int subject, int amount)
{
    term_add_made_of(out, (Term){.id = id, .subject = subject, .amount = amount});
}

void term_add_made_of(Explanation *out, Term term)
{
    assert(out->term_count < TERMS_MAX);
    out->term[out->term_count++] = term;
    out->value += term.amount;
}

void term_at_least(Explanation *out, int bound)
{
    if (out->value < bound) {
        term_add_made_of(out,
                         (Term){.id = TERM_AT_LEAST, .amount = bound - out->value, .a = bound});
    }
}

void term_at_most(Explanation *out, int bound)
{
    if (out->value > bound) {
        term_add_made_of(out, (Term){.id = TERM_AT_MOST, .amount = bound - out->value, .a = bound});
    }
}

void term_add_modifier(Explanation *out, const Position *at, Modifier modifier, int bloc)
{
    const int8_t *cards = at->state->modifier[modifier][bloc];
    int round = cards[DURATION_ROUND];
    int game = cards[DURATION_GAME];

    if (round != 0 || game != 0) {
        term_add_made_of(out, (Term){TERM_MODIFIER, bloc, round + game, round, game, 0});
    }
}

int value_of(const Position *at, Number number, int subject, int object)
{
    return explain_value(at->state, at->rules, (Question){number, subject, object});
}

int explain_seat_of_stack(const Position *at, int stack)
{
    return at->state->seat_count == SEATS_MAX ? stack : closed_stack(bloc_of(stack));
}

int explain_own_side_distance(const Position *at, int nation, int bloc)
{
    int x = at->state->nation_x[nation];

    return bloc == BLOC_US ? -x : x;
}

int explain_used_stack(const Position *at, int nation)
{
    int x = at->state->nation_x[nation];
    int y = at->state->nation_y[nation];

    if (x == 0 || y == 0) {
        return -1;
    }
    int bloc = x > 0 ? BLOC_CN : BLOC_US;
    return y > 0 ? open_stack(bloc) : closed_stack(bloc);
}

Bloc explain_tile_owner(Tile tile)
{
    switch (tile) {
    case TILE_CHIPS:
    case TILE_EQUIP:
    case TILE_ACCESS:
        return BLOC_US;
    case TILE_MINERALS:
    case TILE_DATA:
        return BLOC_CN;
    }
    return BLOC_US;
}

int explain_tiles_in_force(const Position *at, int bloc)
{
    int count = 0;

    for (int tile = 0; tile < TILE_COUNT; tile++) {
        count += (int)explain_tile_owner((Tile)tile) == bloc && in_force(at, (Tile)tile);
    }
    return count;
}

int explain_best_lab(const Position *at, int bloc)
{
    int closed = track(at, SLOT_FRONTIER, explain_seat_of_stack(at, closed_stack(bloc)));
    int open = track(at, SLOT_FRONTIER, explain_seat_of_stack(at, open_stack(bloc)));

    return larger(closed, open);
}

int explain_best_quality(const Position *at, int stack_of_us, int stack_of_china)
{
    return larger(value_of(at, NUMBER_EFFECTIVE_QUALITY, stack_of_us, 0),
                  value_of(at, NUMBER_EFFECTIVE_QUALITY, stack_of_china, 0));
}

int explain_second_half(const Position *at)
{
    int rounds = at->rules->scenario[at->state->scenario].rounds;

    return 2 * at->state->round > rounds + 1;
}

bool explain_is_last_round(const Position *at)
{
    return at->state->round >= at->rules->scenario[at->state->scenario].rounds;
}
