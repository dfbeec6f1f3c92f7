#include "support/asked.h"

#include <stdio.h>

#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

/* Somebody must hold a card, or the position would be one in which nobody chooses. */
static void make(State *state, const Setup *setup, const char *fields)
{
    const char *hand = setup->seat_count == 2 ? "hand=E01,E11" : "hand=E01,E02,E11,E12";
    char text[FIELD_SIZE];

    snprintf(text, sizeof text, "%s %s", hand, fields);
    position_make(state, setup, shipped_rules(), text);
}

State asked_game(const char *scenario, int seat_count, const char *fields)
{
    const Setup setup = {.seed = 1,
                         .scenario = rules_find_scenario(shipped_rules(), scenario),
                         .seat_count = seat_count};
    State state;

    make(&state, &setup, fields);
    return state;
}

State asked_full_game(const char *fields)
{
    return asked_game("full", 2, fields);
}

int asked_value(const State *state, Number number, int subject, int object)
{
    return explain_value(state, shipped_rules(), (Question){number, subject, object});
}

int asked_nation(const char *id)
{
    int index = rules_find_nation(shipped_rules(), id);

    assert_true(index >= 0);
    return index;
}

uint32_t asked_bit(const char *id)
{
    return UINT32_C(1) << asked_nation(id);
}

const Term *asked_term(Explanation *explanation, const State *state, Question question, TermId id)
{
    explain_number(explanation, state, shipped_rules(), question);
    for (int i = 0; i < explanation->term_count; i++) {
        if (explanation->term[i].id == id) {
            return &explanation->term[i];
        }
    }
    return NULL;
}

int asked_amount(const State *state, Question question, TermId id)
{
    Explanation explanation;
    const Term *term = asked_term(&explanation, state, question, id);

    if (term == NULL) {
        fail_msg("%s has no term %s", explain_numbers[question.number].name,
                 explain_terms[id].name);
        return 0;
    }
    return term->amount;
}
