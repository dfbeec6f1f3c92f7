#include <string.h>

#include "support/opinion.h"

static bool plays(const State *state, Seat seat)
{
    return explain_has(EXPLAIN_SEAT, seat, state);
}

/* What a seat would be offered if it had points to spend now. */
static State with_points(const Look *look, Seat seat)
{
    State state = *look->state;

    memset(state.frame, 0, sizeof state.frame);
    memset(state.headline, 0, sizeof state.headline);
    state.frame[0] = (Frame){.kind = FRAME_OPS, .seat = (uint8_t)seat, .points = 3};
    state.frame_count = 1;
    state.phase = PHASE_ACTION;
    return state;
}

static bool explain_allows(const LegalOperations *operations, const LegalCourts *courts,
                           Action action)
{
    switch ((Verb)action.verb) {
    case VERB_IMPOSE:
        return (operations->impose >> action.argument & 1) != 0;
    case VERB_LIFT:
        return (operations->lift >> action.argument & 1) != 0;
    case VERB_COURT_ALIGN:
        return (courts->align >> action.argument & 1) != 0;
    case VERB_COURT_OPEN:
        return (courts->open >> action.argument & 1) != 0;
    case VERB_COURT_CLOSE:
        return (courts->close >> action.argument & 1) != 0;
    case VERB_STOP:
        return true;
    case VERB_TRAIN:
    case VERB_OPTIMISE:
    case VERB_INTEGRATE:
    case VERB_BUILD_DATACENTRE:
    case VERB_BUILD_SILICON:
    case VERB_RELEASE_API:
    case VERB_RELEASE_OPEN:
    case VERB_RELEASE_CONDITIONAL:
    case VERB_SAFEGUARD_TRUST:
    case VERB_SAFEGUARD_RISK:
        return (operations->verbs >> action.verb & 1) != 0;
    case VERB_HEADLINE:
    case VERB_EVENT:
    case VERB_OPS:
    case VERB_OPS_EVENT:
    case VERB_EVENT_OPS:
    case VERB_SHELVE:
    case VERB_PICK_NATION:
    case VERB_PICK_TILE:
    case VERB_OPTION:
    case VERB_COUNT:
        break;
    }
    return false;
}

static int count_bits(uint32_t bits)
{
    int count = 0;

    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

static int purse_change(const State *before, const State *after, Slot purse, Seat seat)
{
    return before->track[(int)purse + seat] - after->track[(int)purse + seat];
}

static void check_release(const Look *look, const State *after, Stack stack, Licence licence)
{
    opinion_same_number(look, after->track[SLOT_PRICE], NUMBER_RELEASE_PRICE, (int)stack, 0);
    opinion_same_number(look, after->track[SLOT_RISK], NUMBER_RELEASE_RISK, (int)stack,
                        (int)licence);
    for (Seat seat = 0; seat < SEATS_MAX && licence == LICENCE_PERMISSIVE; seat++) {
        if (plays(look->state, seat)) {
            opinion_same_number(look, after->track[SLOT_FRONTIER + seat], NUMBER_RELEASE_LAB,
                                (int)stack, seat);
        }
    }
}

static void check_bites(const Look *look, const State *after, int tile)
{
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (plays(look->state, seat)) {
            opinion_same_number(look, purse_change(look->state, after, SLOT_COMPUTE, seat),
                                NUMBER_BITE, tile, seat);
        }
    }
}

static void check_charged(const Look *look, const State *after, Seat seat, Action action)
{
    int bloc = seat / 2;
    int compute = purse_change(look->state, after, SLOT_COMPUTE, seat);
    int capital = purse_change(look->state, after, SLOT_CAPITAL, seat);
    const struct {
        int paid;
        Number cost;
        int subject, object;
    } line[VERB_COUNT] = {
        [VERB_TRAIN] = {compute, NUMBER_TRAIN_COST, seat, 0},
        [VERB_OPTIMISE] = {compute, NUMBER_OPTIMISE_COST, bloc, 0},
        [VERB_INTEGRATE] = {compute, NUMBER_INTEGRATE_COST, bloc, 0},
        [VERB_BUILD_DATACENTRE] = {capital, NUMBER_DATACENTRE_COST, bloc, 0},
        [VERB_BUILD_SILICON] = {capital, NUMBER_SILICON_COST, bloc, 0},
        [VERB_SAFEGUARD_TRUST] = {compute, NUMBER_SAFEGUARD_COST, 0, 0},
        [VERB_SAFEGUARD_RISK] = {compute, NUMBER_SAFEGUARD_COST, 0, 0},
        [VERB_COURT_ALIGN] = {capital, NUMBER_COURT_COST, bloc, action.argument},
        [VERB_COURT_OPEN] = {capital, NUMBER_COURT_COST, bloc, action.argument},
        [VERB_COURT_CLOSE] = {capital, NUMBER_COURT_COST, bloc, action.argument},
    };

    if (action.verb == VERB_IMPOSE) {
        check_bites(look, after, action.argument);
    } else if (action.verb == VERB_RELEASE_API) {
        check_release(look, after, (Stack)(2 * bloc), LICENCE_PERMISSIVE);
    } else if (action.verb == VERB_RELEASE_OPEN) {
        check_release(look, after, (Stack)(2 * bloc + 1), LICENCE_PERMISSIVE);
    } else if (action.verb == VERB_RELEASE_CONDITIONAL) {
        check_release(look, after, (Stack)(2 * bloc + 1), LICENCE_CONDITIONAL);
    } else if (action.verb != VERB_LIFT) {
        opinion_same_number(look, line[action.verb].paid, line[action.verb].cost,
                            line[action.verb].subject, line[action.verb].object);
    }
}

void opinion_check_operations(const Look *look, Seat seat)
{
    const State state = with_points(look, seat);
    const Look offer = {look->rules, &state};
    LegalOperations operations;
    LegalCourts courts;
    ActionList legal;

    explain_legal_operations(&operations, &state, look->rules, seat);
    explain_legal_courts(&courts, &state, look->rules, seat);
    state_legal_actions(&state, look->rules, &legal);
    int count = count_bits(operations.verbs) + count_bits(operations.impose) +
                count_bits(operations.lift) + count_bits(courts.align) + count_bits(courts.open) +
                count_bits(courts.close) + 1;
    for (int i = 0; i < legal.count; i++) {
        State after = state;
        Action action = legal.item[i];
        char text[ACTION_TEXT_SIZE];
        action_print(text, action, look->rules);
        opinion_same(&offer, text, seat, true, explain_allows(&operations, &courts, action));
        if (action.verb != VERB_STOP) {
            state_apply(&after, look->rules, action, NULL);
            check_charged(&offer, &after, seat, action);
        }
    }
    opinion_same(&offer, "number of operations", seat, legal.count, count);
}
