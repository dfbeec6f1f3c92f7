/* Incomes and the costs of operations (RULES.md sections 2.3, 5 and 13). */

#include <stdbool.h>

#include "core/explain.h"
#include "core/explain_parts.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

enum {
    LEAST_COMPUTE_INCOME = 1, /* section 2.3 */
    LEAST_CAPITAL_INCOME = 0,
    STEADY_CAPITAL = 5, /* section 13: US capital income without bubble */
    EQUIP_BITE = 3,     /* section 2.3; the parameter `bite` is what a control takes at once */
    MINERALS_BITE = 4,
    TRADE_LOSS = 1, /* section 2.3: capital that MINERALS costs its owner */
    LEAST_COST = 1, /* section 5 */
    TRAINING_EFFICIENCY_DIVISOR = 2,
    DATACENTRE_DIVISOR = 3,
    SILICON_DIVISOR = 2,
    PARTS_SHORT = 1,
    BIFURCATION_DIVISOR = 2,
};

static bool belongs_to_chain(const Position *at, int nation)
{
    return at->rules->nation[nation].chain != 0;
}

static int role_of(const Position *at, int nation)
{
    return at->rules->nation[nation].role;
}

void number_chain(Explanation *out, const Position *at)
{
    for (int nation = 0; nation < at->rules->nation_count; nation++) {
        if (belongs_to_chain(at, nation) && explain_own_side_distance(at, nation, BLOC_US) > 0) {
            term_add(out, TERM_CHAIN_NATION, nation, 1);
        }
    }
}

void number_chip_tier(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;

    term_add(out, TERM_SILICON, bloc, track(at, SLOT_SILICON, bloc));
    if (bloc != BLOC_CN) {
        return;
    }
    term_add(out, TERM_CHIP_IMPORTS, bloc, param(at, PARAM_CHIP_IMPORTS));
    if (in_force(at, TILE_CHIPS)) {
        int chain = value_of(at, NUMBER_CHAIN, 0, 0);
        term_add_made_of(out, (Term){TERM_CHIPS_CEILING, TILE_CHIPS, -chain, chain, 0, 0});
    }
}

static void add_income_bites(Explanation *out, const Position *at, int bloc)
{
    if (bloc == BLOC_CN && in_force(at, TILE_EQUIP)) {
        term_add(out, TERM_INCOME_BITE, TILE_EQUIP, -EQUIP_BITE);
    }
    if (bloc == BLOC_US && in_force(at, TILE_MINERALS)) {
        term_add(out, TERM_INCOME_BITE, TILE_MINERALS, -MINERALS_BITE);
    }
}

void number_compute_income(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int own = track(at, SLOT_QUALITY, open_stack(bloc));
    int other = track(at, SLOT_QUALITY, open_stack(rival_of(bloc)));

    term_add(out, TERM_DATACENTRES, bloc, track(at, SLOT_DATACENTRES, bloc));
    term_add(out, TERM_CHIP_TIER, bloc, value_of(at, NUMBER_CHIP_TIER, bloc, 0));
    for (int nation = 0; nation < at->rules->nation_count; nation++) {
        int role = role_of(at, nation);
        if ((role == ROLE_MEMORY || role == ROLE_FOUNDRY) &&
            explain_own_side_distance(at, nation, bloc) > 0) {
            term_add(out, TERM_HARDWARE_NATION, nation, 1);
        }
    }
    if (own > other) {
        term_add_made_of(out, (Term){TERM_BETTER_OPEN, open_stack(bloc), 1, own, other, 0});
    }
    add_income_bites(out, at, bloc);
    term_at_least(out, LEAST_COMPUTE_INCOME);
}

static void add_half(Explanation *out, TermId id, int whole)
{
    int down = whole / 2;

    term_add_made_of(out, (Term){id, 0, id == TERM_HALF_UP ? whole - down : down, whole, 0, 0});
}

void number_seat_compute(Explanation *out, const Position *at)
{
    int seat = out->question.subject;
    int bloc = bloc_of(seat);
    int whole = value_of(at, NUMBER_COMPUTE_INCOME, bloc, 0);

    if (at->state->seat_count == SEATS_MAX) {
        add_half(out, is_open(seat) ? TERM_HALF_DOWN : TERM_HALF_UP, whole);
        term_add(out, TERM_SHARED_COMPUTE, 0, param(at, PARAM_SHARED_COMPUTE));
    } else {
        term_add(out, TERM_WHOLE_INCOME, bloc, whole);
    }
    term_at_most(out, vocab_track[TRACK_COMPUTE].most);
}

static void add_investment(Explanation *out, const Position *at, int bloc)
{
    int valuation = track(at, SLOT_VALUATION, 0);

    if (bloc == BLOC_CN) {
        term_add(out, TERM_STATE_CAPITAL, bloc, param(at, PARAM_STATE_CAPITAL));
    } else if (has_system(at, SYSTEM_BUBBLE)) {
        term_add_made_of(out, (Term){TERM_INVESTORS, bloc, (valuation + 1) / 2, valuation, 0, 0});
    } else {
        term_add(out, TERM_STEADY_INVESTORS, bloc, STEADY_CAPITAL);
    }
}

static int count_users(const Position *at, int stack)
{
    int users = 0;

    for (int nation = 0; nation < at->rules->nation_count; nation++) {
        users += explain_used_stack(at, nation) == stack;
    }
    return users;
}

void number_capital_income(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int users = count_users(at, open_stack(bloc));
    int divisor = param(at, PARAM_HARDWARE_DIVISOR);

    add_investment(out, at, bloc);
    for (int nation = 0; nation < at->rules->nation_count; nation++) {
        if (role_of(at, nation) == ROLE_FUND && explain_own_side_distance(at, nation, bloc) > 0) {
            term_add(out, TERM_FUND_NATION, nation, 1);
        }
    }
    term_add_made_of(
        out, (Term){TERM_HARDWARE_SALES, open_stack(bloc), users / divisor, users, divisor, 0});
    if (bloc == BLOC_US && !in_force(at, TILE_CHIPS)) {
        term_add(out, TERM_CHIP_SALES, TILE_CHIPS, param(at, PARAM_CHIP_SALES));
    }
    if (bloc == BLOC_CN && in_force(at, TILE_MINERALS)) {
        term_add(out, TERM_TRADE_LOST, TILE_MINERALS, -TRADE_LOSS);
    }
    term_at_least(out, LEAST_CAPITAL_INCOME);
}

void number_seat_capital(Explanation *out, const Position *at)
{
    int seat = out->question.subject;
    int whole = value_of(at, NUMBER_CAPITAL_INCOME, bloc_of(seat), 0);

    if (at->state->seat_count == SEATS_MAX) {
        add_half(out, is_open(seat) ? TERM_HALF_UP : TERM_HALF_DOWN, whole);
    } else {
        term_add(out, TERM_WHOLE_INCOME, bloc_of(seat), whole);
    }
}

static void add_level(Explanation *out, int reached, int divisor)
{
    term_add_made_of(out, (Term){TERM_LEVEL, 0, reached / divisor, reached, divisor, 0});
}

/* A better model to learn from counts once, however many there are. */
static void add_distil(Explanation *out, const Position *at, int seat)
{
    int lab = track(at, SLOT_FRONTIER, seat);
    int rival = rival_of(bloc_of(seat));
    int open = track(at, SLOT_QUALITY, open_stack(rival));
    int closed = track(at, SLOT_QUALITY, closed_stack(rival));
    bool shut_out = bloc_of(seat) == BLOC_CN && in_force(at, TILE_ACCESS);
    int amount = -param(at, PARAM_CATCH_UP);

    if (is_permissive(at, rival) && open > lab) {
        term_add_made_of(out, (Term){TERM_DISTIL_STACK, open_stack(rival), amount, open, lab, 0});
        return;
    }
    if (!shut_out && closed > lab) {
        term_add_made_of(out,
                         (Term){TERM_DISTIL_STACK, closed_stack(rival), amount, closed, lab, 0});
        return;
    }
    if (at->state->seat_count != SEATS_MAX) {
        return;
    }
    int partner = is_open(seat) ? seat - 1 : seat + 1;
    int partner_lab = track(at, SLOT_FRONTIER, partner);
    if (partner_lab > lab) {
        term_add_made_of(out, (Term){TERM_DISTIL_PARTNER, partner, amount, partner_lab, lab, 0});
    }
}

void number_train_cost(Explanation *out, const Position *at)
{
    int seat = out->question.subject;
    int lab = track(at, SLOT_FRONTIER, seat);
    int efficiency = track(at, SLOT_EFFICIENCY, bloc_of(seat));

    term_add(out, TERM_NEXT_FRONTIER, seat, lab + 1);
    add_level(out, lab, param(at, PARAM_TRAIN_DIVISOR));
    term_add_made_of(out, (Term){TERM_EFFICIENT_TRAINING, bloc_of(seat),
                                 -(efficiency / TRAINING_EFFICIENCY_DIVISOR), efficiency,
                                 TRAINING_EFFICIENCY_DIVISOR, 0});
    add_distil(out, at, seat);
    term_at_least(out, LEAST_COST);
}

void number_optimise_cost(Explanation *out, const Position *at)
{
    term_add(out, TERM_BASE_COST, 0, param(at, PARAM_OPTIMISE_BASE));
    add_level(out, track(at, SLOT_EFFICIENCY, out->question.subject),
              param(at, PARAM_OPTIMISE_DIVISOR));
}

void number_integrate_cost(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;

    term_add(out, TERM_PRICE_COST, 0, track(at, SLOT_PRICE, 0));
    add_level(out, track(at, SLOT_INDUSTRY, bloc), param(at, PARAM_INTEGRATE_DIVISOR));
    if (bloc == BLOC_CN) {
        term_add(out, TERM_INTEGRATE_DISCOUNT, bloc, -param(at, PARAM_INTEGRATE_DISCOUNT));
    }
    if (bloc == BLOC_US && in_force(at, TILE_MINERALS)) {
        term_add(out, TERM_PARTS_SHORT, TILE_MINERALS, PARTS_SHORT);
    }
    term_add_modifier(out, at, MODIFIER_INTEGRATE, bloc);
    term_at_least(out, LEAST_COST);
}

/* Anybody's open model will do; of the closed ones only the own. */
void number_integrate_limit(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    const int within_reach[] = {closed_stack(bloc), STACK_UO, STACK_CO};
    int best = within_reach[0];

    for (int i = 1; i < 3; i++) {
        if (track(at, SLOT_QUALITY, within_reach[i]) > track(at, SLOT_QUALITY, best)) {
            best = within_reach[i];
        }
    }
    term_add(out, TERM_BEST_MODEL, best, track(at, SLOT_QUALITY, best));
    term_add(out, TERM_ONE_MORE, 0, 1);
    term_at_most(out, vocab_track[TRACK_INDUSTRY].most);
}

void number_datacentre_cost(Explanation *out, const Position *at)
{
    term_add(out, TERM_BASE_COST, 0, param(at, PARAM_DATACENTRE_BASE));
    add_level(out, track(at, SLOT_DATACENTRES, out->question.subject), DATACENTRE_DIVISOR);
}

void number_silicon_cost(Explanation *out, const Position *at)
{
    term_add(out, TERM_BASE_COST, 0, param(at, PARAM_SILICON_BASE));
    add_level(out, track(at, SLOT_SILICON, out->question.subject), SILICON_DIVISOR);
}

void number_safeguard_cost(Explanation *out, const Position *at)
{
    term_add(out, TERM_BASE_COST, 0, param(at, PARAM_SAFEGUARD_COMPUTE));
}

void number_court_cost(Explanation *out, const Position *at)
{
    int bloc = out->question.subject;
    int nation = out->question.object;
    int bifurcation = track(at, SLOT_BIFURCATION, 0);
    Favourite favourite;

    explain_favourite(&favourite, at->state, at->rules, nation);
    term_add(out, TERM_BASE_COST, 0, param(at, PARAM_COURT_BASE));
    term_add(out, TERM_WEIGHT, nation, at->rules->nation[nation].weight);
    if (favourite.stack >= 0 && bloc_of(favourite.stack) == bloc) {
        term_add(out, TERM_FAVOURS_YOU, favourite.stack, -1);
    }
    if (favourite.stack >= 0 && bloc_of(favourite.stack) != bloc) {
        term_add(out, TERM_FAVOURS_RIVAL, favourite.stack, 1);
    }
    if (explain_own_side_distance(at, nation, bloc) < 0) {
        term_add_made_of(out, (Term){TERM_BIFURCATION, 0, bifurcation / BIFURCATION_DIVISOR,
                                     bifurcation, BIFURCATION_DIVISOR, 0});
    }
    term_at_least(out, LEAST_COST);
}
