#include "core/legal.h"

#include <assert.h>

#include "core/bits.h"
#include "core/operation.h"
#include "core/seats.h"
#include "core/track.h"
#include "core/vm.h"

/* "Own or neutral if the hand has one; otherwise any." */
static void headline_cards(const State *state, const Rules *rules, LegalSet *set)
{
    const uint64_t *hand = state->cards[SET_HAND + committing_seat(state)];
    CardSide rival = set->bloc == BLOC_US ? SIDE_CN : SIDE_US;

    set->verb = VERB_HEADLINE;
    set->bits[0] = hand[0] & ~rules->card_side[rival][0];
    set->bits[1] = hand[1] & ~rules->card_side[rival][1];
    if (set_is_empty(set->bits)) {
        set->bits[0] = hand[0];
        set->bits[1] = hand[1];
    }
    set->count = (uint8_t)set_count(set->bits);
}

static void play_cards(const State *state, LegalSet *set)
{
    Seat seat = playing_seat(state);

    set->verb = VERB_EVENT;
    set->bits[0] = state->cards[SET_HAND + seat][0];
    set->bits[1] = state->cards[SET_HAND + seat][1];
    set->modes = (state->shelved >> seat & 1) != 0 ? 2 : 3;
    set->count = (uint8_t)(set->modes * set_count(set->bits));
}

static void answers(const State *state, const Rules *rules, LegalSet *set)
{
    const Frame *frame = &state->frame[state->frame_count - 1];
    const Instruction *instruction = vm_pending(state, rules);

    if (instruction->op == OP_CHOOSE) {
        set->verb = VERB_PICK_NATION;
        set->bits[0] = vm_targets(state, rules);
    } else if (instruction->op == OP_OPTION) {
        set->verb = VERB_OPTION;
        set->bits[0] = 3;
    } else if (instruction->op == OP_LIFT_CHOICE) {
        set->verb = VERB_PICK_TILE;
        set->bits[0] = own_tiles_in_force(state, (Bloc)frame->owner);
    } else {
        NativeChoice choice = rules->native[instruction->index].choice(state, rules);
        set->verb = (uint8_t)choice.verb;
        set->bits[0] = choice.set;
    }
    set->count = (uint8_t)bits_count(set->bits[0]);
}

void state_legal_set(const State *state, const Rules *rules, LegalSet *set)
{
    assert(state->phase != PHASE_END);
    set->modes = 1;
    set->bloc = (uint8_t)seat_bloc(state_current_seat(state, rules));
    set->bits[1] = 0;
    if (state->frame_count == 0) {
        if (state->phase == PHASE_HEADLINE) {
            headline_cards(state, rules, set);
        } else {
            play_cards(state, set);
        }
        return;
    }
    const Frame *frame = &state->frame[state->frame_count - 1];
    if (frame->kind == FRAME_OPS) {
        set->verb = VERB_STOP;
        operation_legal(state, rules, frame, set);
        set->count = (uint8_t)(bits_count(set->bits[0]) + bits_count(set->bits[1]) + 1);
    } else {
        answers(state, rules, set);
    }
}

static Action make(int verb, int argument)
{
    return (Action){.verb = (uint8_t)verb, .argument = (uint8_t)argument};
}

enum { MODES_MAX = 3 };

/* The ways to play a card, in order. */
static const uint8_t *modes_of(const LegalSet *set, const Rules *rules, int card)
{
    static const uint8_t own[MODES_MAX] = {VERB_EVENT, VERB_OPS, VERB_SHELVE};
    static const uint8_t foreign[MODES_MAX] = {VERB_OPS_EVENT, VERB_EVENT_OPS, VERB_SHELVE};
    CardSide rival = set->bloc == BLOC_US ? SIDE_CN : SIDE_US;

    return rules->card[card].side == rival ? foreign : own;
}

static Action nth_play(const LegalSet *set, const Rules *rules, int n)
{
    int nth = set->modes == 3 ? n / 3 : n / 2; /* divisions by a constant are multiplications */
    int card = set_nth(set->bits, nth);

    return make(modes_of(set, rules, card)[n - nth * set->modes], card);
}

/* The lines without a nation, by their bit (see LegalSet). */
static const Action plain_operation[BIT_ALIGN] = {
    {VERB_TRAIN, 0, {0}},
    {VERB_OPTIMISE, 0, {0}},
    {VERB_INTEGRATE, 0, {0}},
    {VERB_BUILD_DATACENTRE, 0, {0}},
    {VERB_BUILD_SILICON, 0, {0}},
    {VERB_RELEASE_API, 0, {0}},
    {VERB_RELEASE_OPEN, 0, {0}},
    {VERB_RELEASE_CONDITIONAL, 0, {0}},
    {VERB_IMPOSE, TILE_CHIPS, {0}},
    {VERB_IMPOSE, TILE_EQUIP, {0}},
    {VERB_IMPOSE, TILE_ACCESS, {0}},
    {VERB_IMPOSE, TILE_MINERALS, {0}},
    {VERB_IMPOSE, TILE_DATA, {0}},
    {VERB_LIFT, TILE_CHIPS, {0}},
    {VERB_LIFT, TILE_EQUIP, {0}},
    {VERB_LIFT, TILE_ACCESS, {0}},
    {VERB_LIFT, TILE_MINERALS, {0}},
    {VERB_LIFT, TILE_DATA, {0}},
    {VERB_SAFEGUARD_TRUST, 0, {0}},
    {VERB_SAFEGUARD_RISK, 0, {0}},
};
_Static_assert(BIT_SAFEGUARD == 18, "the table stands in the order of the bits");

static Action operation_of(int bit)
{
    Action court = make(VERB_COURT_ALIGN + bit / NATIONS_MAX - 1, bit % NATIONS_MAX);

    return bit >= BIT_ALIGN ? court : plain_operation[bit];
}

Action legal_nth(const LegalSet *set, const Rules *rules, int n)
{
    assert(n >= 0 && n < set->count);
    if (set->verb == VERB_EVENT) {
        return nth_play(set, rules, n);
    }
    if (set->verb == VERB_STOP) {
        return n == set->count - 1 ? make(VERB_STOP, 0) : operation_of(set_nth(set->bits, n));
    }
    return make(set->verb, set_nth(set->bits, n));
}

static void add(ActionList *list, Action action)
{
    list->item[list->count++] = action;
}

static void add_plays(ActionList *list, const LegalSet *set, const Rules *rules, int card)
{
    const uint8_t *modes = modes_of(set, rules, card);

    for (int mode = 0; mode < MODES_MAX && mode < set->modes; mode++) {
        add(list, make(modes[mode], card));
    }
}

static void add_members(ActionList *list, const LegalSet *set, const Rules *rules, int word)
{
    for (uint64_t rest = set->bits[word]; rest != 0; rest &= rest - 1) {
        int member = 64 * word + bits_first(rest);
        if (set->verb == VERB_EVENT) {
            add_plays(list, set, rules, member);
        } else {
            add(list, set->verb == VERB_STOP ? operation_of(member) : make(set->verb, member));
        }
    }
}

void legal_list(const LegalSet *set, const Rules *rules, ActionList *list)
{
    list->count = 0;
    add_members(list, set, rules, 0);
    add_members(list, set, rules, 1);
    if (set->verb == VERB_STOP) {
        add(list, make(VERB_STOP, 0));
    }
    assert(list->count == set->count);
}
