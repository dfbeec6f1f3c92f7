/* Scoring, hedging and ranking (RULES.md sections 10 and 11). */

#include <stdbool.h>

#include "core/explain.h"
#include "core/explain_parts.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

/* The weights of a stack's users, each times `factor`. */
static void add_users(Explanation *out, const Position *at, int stack, int factor)
{
    for (int nation = 0; nation < at->rules->nation_count; nation++) {
        int weight = at->rules->nation[nation].weight;
        if (explain_used_stack(at, nation) == stack) {
            term_add_made_of(out, (Term){TERM_ADOPTED, nation, weight * factor, weight, factor, 0});
        }
    }
}

void number_adoption(Explanation *out, const Position *at)
{
    add_users(out, at, out->question.subject,
              param(at, (Param)(PARAM_ADOPTION_VP + explain_second_half(at))));
}

void number_adopted_weight(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;

    add_users(out, at, closed_stack(bloc), 1);
    add_users(out, at, open_stack(bloc), 1);
}

void number_open_reach(Explanation *out, const Position *at)
{
    int stack = open_stack(out->question.subject);
    int own = track(at, SLOT_QUALITY, stack);
    int other = track(at, SLOT_QUALITY, open_stack(rival_of(out->question.subject)));

    for (int nation = 0; nation < at->rules->nation_count; nation++) {
        if (explain_used_stack(at, nation) == stack) {
            term_add(out, TERM_OPEN_USER, nation, 1);
        }
    }
    if (own > other) {
        term_add_made_of(out, (Term){TERM_BETTER_OPEN, stack, 1, own, other, 0});
    }
}

/* A contest of the two blocs that a tie gives to nobody. */
static void add_contest(Explanation *out, TermId id, int own, int other, int prize)
{
    term_add_made_of(out,
                     (Term){id, out->question.subject, own > other ? prize : 0, own, other, 0});
}

void number_standards(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;

    add_contest(out, TERM_STANDARD, value_of(at, NUMBER_OPEN_REACH, bloc, 0),
                value_of(at, NUMBER_OPEN_REACH, rival_of(bloc), 0), param(at, PARAM_STANDARDS_VP));
}

void number_stock_size(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int compute = value_of(at, NUMBER_COMPUTE_INCOME, bloc, 0);
    int lab = smaller(explain_best_lab(at, bloc), track(at, SLOT_PLATEAU, 0));

    term_add_made_of(out, (Term){TERM_COMPUTE_BY_LAB, bloc, compute * lab, compute, lab, 0});
}

void number_stock(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;

    if (has_system(at, SYSTEM_INDUSTRY)) {
        add_contest(out, TERM_LARGER_STOCK, value_of(at, NUMBER_STOCK_SIZE, bloc, 0),
                    value_of(at, NUMBER_STOCK_SIZE, rival_of(bloc), 0),
                    param(at, (Param)(PARAM_STOCK_VP + explain_second_half(at))));
    }
}

void number_safe_supplier(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;

    if (has_system(at, SYSTEM_RISK)) {
        add_contest(out, TERM_HIGHER_TRUST, track(at, SLOT_TRUST, bloc),
                    track(at, SLOT_TRUST, rival_of(bloc)),
                    param(at, (Param)(PARAM_TRUST_VP + explain_second_half(at))));
    }
}

void number_physical_ai(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int ahead = track(at, SLOT_INDUSTRY, bloc) - track(at, SLOT_INDUSTRY, rival_of(bloc));
    int lead = larger(0, ahead);
    int factor = param(at, (Param)(PARAM_INDUSTRY_VP + explain_second_half(at)));

    if (has_system(at, SYSTEM_INDUSTRY)) {
        term_add_made_of(out, (Term){TERM_INDUSTRY_LEAD, bloc, lead * factor, lead, factor, 0});
    }
}

static void add_bloc_vp(Explanation *out, const Position *at, int bloc)
{
    int closed = closed_stack(bloc);
    int open = open_stack(bloc);

    term_add(out, TERM_POOL_VP, bloc, track(at, SLOT_POOL, bloc));
    term_add(out, TERM_STACK_VP, closed, track(at, SLOT_VP, closed));
    term_add(out, TERM_STACK_VP, open, track(at, SLOT_VP, open));
}

void number_bloc_vp(Explanation *out, const Position *at)
{
    add_bloc_vp(out, at, out->question.subject);
}

void number_lead(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int rival = rival_of(bloc);

    term_add(out, TERM_OWN_VP, bloc, value_of(at, NUMBER_BLOC_VP, bloc, 0));
    term_add(out, TERM_RIVAL_VP, rival, -value_of(at, NUMBER_BLOC_VP, rival, 0));
}

void number_hegemony(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;

    term_add(out, TERM_HEGEMONY_LEAD, 0, param(at, PARAM_HEGEMONY_LEAD));
    term_add(out, TERM_LEAD, bloc, -value_of(at, NUMBER_LEAD, bloc, 0));
    term_at_least(out, 0);
}

static bool is_full_game(const Position *at)
{
    return at->rules->scenario[at->state->scenario].full != 0;
}

/* How many nations may be chosen; fewer move when too few can. */
void number_hedging(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int behind = larger(0, -value_of(at, NUMBER_LEAD, bloc, 0));
    int divisor = param(at, (Param)(PARAM_HEDGE_LEAD + (is_full_game(at) ? 0 : 1)));

    term_add_made_of(out, (Term){TERM_BEHIND, bloc, behind / divisor, behind, divisor, 0});
    term_at_most(out, param(at, PARAM_HEDGE_MOST));
    if (explain_is_last_round(at)) {
        term_add(out, TERM_LAST_ROUND, 0, -out->value);
    }
}

/* With two seats nobody has a partner, and the bloc's points decide. */
void number_ranking_points(Explanation *out, const Position *at)
{
    int seat = out->question.subject;
    Param handicap = is_full_game(at) ? PARAM_HANDICAP_FULL : PARAM_HANDICAP_SHORT;

    if (at->state->seat_count != SEATS_MAX) {
        add_bloc_vp(out, at, bloc_of(seat));
        return;
    }
    term_add(out, TERM_STACK_VP, seat, track(at, SLOT_VP, seat));
    term_add(out, TERM_HANDICAP, seat, param(at, (Param)((int)handicap + seat)));
}
