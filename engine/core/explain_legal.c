/* Which operations a seat could do and pay now (RULES.md section 5), one plain question each. */

#include <stdbool.h>
#include <stdint.h>

#include "core/explain.h"
#include "core/explain_parts.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

static bool affords(const Position *at, Slot purse, int seat, Question cost)
{
    return explain_value(at->state, at->rules, cost) <= track(at, purse, seat);
}

/* A wall keeps the other bloc from the nations that use the closed stack behind it. */
static bool is_walled(const Position *at, int nation, int bloc)
{
    int used = explain_used_stack(at, nation);

    return (bloc == BLOC_CN && used == STACK_UC && in_force(at, TILE_ACCESS)) ||
           (bloc == BLOC_US && used == STACK_CC && in_force(at, TILE_DATA));
}

void explain_legal_courts(LegalCourts *courts, const State *state, const Rules *rules, Seat seat)
{
    const Position at = {state, rules};
    int bloc = bloc_of(seat);
    bool two_seats = state->seat_count != SEATS_MAX;

    *courts = (LegalCourts){0};
    if (!has_system(&at, SYSTEM_COURT)) {
        return;
    }
    for (int nation = 0; nation < rules->nation_count; nation++) {
        uint32_t bit = UINT32_C(1) << nation;
        int distance = explain_own_side_distance(&at, nation, bloc);
        int y = state->nation_y[nation];
        Question cost = {NUMBER_COURT_COST, bloc, nation};

        if (is_walled(&at, nation, bloc) || !affords(&at, SLOT_CAPITAL, seat, cost)) {
            continue;
        }
        courts->align |= distance < GRID_EDGE ? bit : 0;
        courts->open |= distance >= 0 && y < GRID_EDGE && (two_seats || is_open(seat)) ? bit : 0;
        courts->close |= distance >= 0 && y > -GRID_EDGE && (two_seats || !is_open(seat)) ? bit : 0;
    }
}

static bool may_train(const Position *at, int seat)
{
    return track(at, SLOT_FRONTIER, seat) < vocab_track[TRACK_FRONTIER].most &&
           affords(at, SLOT_COMPUTE, seat, (Question){NUMBER_TRAIN_COST, seat, 0});
}

static bool may_optimise(const Position *at, int seat)
{
    int bloc = bloc_of(seat);

    return track(at, SLOT_EFFICIENCY, bloc) < vocab_track[TRACK_EFFICIENCY].most &&
           affords(at, SLOT_COMPUTE, seat, (Question){NUMBER_OPTIMISE_COST, bloc, 0});
}

static bool may_integrate(const Position *at, int seat)
{
    int bloc = bloc_of(seat);

    return has_system(at, SYSTEM_INDUSTRY) &&
           track(at, SLOT_INDUSTRY, bloc) < value_of(at, NUMBER_INTEGRATE_LIMIT, bloc, 0) &&
           affords(at, SLOT_COMPUTE, seat, (Question){NUMBER_INTEGRATE_COST, bloc, 0});
}

static bool may_build_datacentre(const Position *at, int seat)
{
    int bloc = bloc_of(seat);

    return track(at, SLOT_DATACENTRES, bloc) < vocab_track[TRACK_DATACENTRES].most &&
           affords(at, SLOT_CAPITAL, seat, (Question){NUMBER_DATACENTRE_COST, bloc, 0});
}

static bool may_build_silicon(const Position *at, int seat)
{
    int bloc = bloc_of(seat);

    return track(at, SLOT_SILICON, bloc) < vocab_track[TRACK_SILICON].most &&
           !(bloc == BLOC_CN && in_force(at, TILE_EQUIP)) &&
           affords(at, SLOT_CAPITAL, seat, (Question){NUMBER_SILICON_COST, bloc, 0});
}

/* A seat publishes only what its own stacks and its lab allow. */
static bool may_release(const Position *at, int seat, int stack)
{
    return explain_seat_of_stack(at, stack) == seat &&
           track(at, SLOT_FRONTIER, seat) > track(at, SLOT_QUALITY, stack);
}

static bool may_safeguard(const Position *at, int seat)
{
    return has_system(at, SYSTEM_RISK) &&
           affords(at, SLOT_COMPUTE, seat, (Question){NUMBER_SAFEGUARD_COST, 0, 0});
}

/* EQUIP needs the makers of lithography on the side of the US. */
static bool precondition_holds(const Position *at, Tile tile)
{
    if (tile != TILE_EQUIP) {
        return true;
    }
    for (int nation = 0; nation < at->rules->nation_count; nation++) {
        if (at->rules->nation[nation].role == ROLE_LITHOGRAPHY &&
            explain_own_side_distance(at, nation, BLOC_US) > 0) {
            return true;
        }
    }
    return false;
}

static void add_controls(LegalOperations *operations, const Position *at, int bloc)
{
    if (!has_system(at, SYSTEM_CONTROL)) {
        return;
    }
    for (int i = 0; i < TILE_COUNT; i++) {
        Tile tile = (Tile)i;
        if ((int)explain_tile_owner(tile) != bloc) {
            continue;
        }
        if (in_force(at, tile)) {
            operations->lift |= 1U << i;
        } else if (precondition_holds(at, tile)) {
            operations->impose |= 1U << i;
        }
    }
}

static uint32_t if_legal(bool legal, Verb verb)
{
    return legal ? UINT32_C(1) << (int)verb : 0;
}

void explain_legal_operations(LegalOperations *operations, const State *state, const Rules *rules,
                              Seat seat)
{
    const Position at = {state, rules};
    int bloc = bloc_of(seat);
    bool open = may_release(&at, seat, open_stack(bloc));
    bool safeguard = may_safeguard(&at, seat);
    bool distrusted = track(&at, SLOT_TRUST, bloc) < vocab_track[TRACK_TRUST].most;

    *operations = (LegalOperations){0};
    operations->verbs = if_legal(may_train(&at, seat), VERB_TRAIN) |
                        if_legal(may_optimise(&at, seat), VERB_OPTIMISE) |
                        if_legal(may_integrate(&at, seat), VERB_INTEGRATE) |
                        if_legal(may_build_datacentre(&at, seat), VERB_BUILD_DATACENTRE) |
                        if_legal(may_build_silicon(&at, seat), VERB_BUILD_SILICON) |
                        if_legal(may_release(&at, seat, closed_stack(bloc)), VERB_RELEASE_API) |
                        if_legal(open, VERB_RELEASE_OPEN) |
                        if_legal(open, VERB_RELEASE_CONDITIONAL) |
                        if_legal(safeguard && distrusted, VERB_SAFEGUARD_TRUST) |
                        if_legal(safeguard && track(&at, SLOT_RISK, 0) > 0, VERB_SAFEGUARD_RISK);
    add_controls(operations, &at, bloc);
}
