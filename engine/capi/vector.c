#include "capi/vector.h"

#include <assert.h>
#include <string.h>

#include "core/seats.h"
#include "core/state.h"
#include "core/vocab.h"

enum { NOTHING = -1 };

/* How many slots each index has. */
enum {
    COUNT_ONE = 1,
    COUNT_SEAT = SEATS_MAX,
    COUNT_BLOC = BLOC_COUNT,
    COUNT_TRIGGER = TRIGGER_COUNT * BLOC_COUNT,
    COUNT_MODIFIER = MODIFIER_COUNT * BLOC_COUNT * 2,
    COUNT_TRACK = TRACK_SLOTS,
    COUNT_NATION = NATIONS_MAX,
    COUNT_CARD = CARDS_MAX,
    COUNT_FRAME = FRAMES_MAX,
    COUNT_CHOSEN = FRAMES_MAX * NATIONS_MAX,
};

enum {
#define SLOTS(id, name, index, meaning) FIRST_##id, LAST_##id = FIRST_##id + COUNT_##index - 1,
#include "capi/view_slots.def"
#undef SLOTS
    SLOTS_COUNT
};

#define SLOTS(id, name, index, meaning) \
    _Static_assert((int)FIRST_##id == (int)TPD_VIEW_##id, "tpd.h says where " #name " begins");
#include "capi/view_slots.def"
#undef SLOTS
_Static_assert(SLOTS_COUNT == (int)TPD_VIEW_SIZE, "tpd.h says how long a view is");

/* ---- what stands in the slots of each run ---- */

static void fill_viewer(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = view->viewer;
}

/* The viewer does not see the hand of a bloc that may still have to commit a headline. */
static Seat mover(const View *view, const Rules *rules)
{
    const State *known = &view->known;
    Seat headline = headliner(known, BLOC_US);

    if (state_is_terminal(known)) {
        return NOTHING;
    }
    if (known->frame_count > 0 || known->phase != PHASE_HEADLINE) {
        return state_current_seat(known, rules);
    }
    return !view->committed[BLOC_US] && view->hand_count[headline] > 0 ? headline
                                                                       : headliner(known, BLOC_CN);
}

static void fill_mover(int16_t *slot, const View *view, const Rules *rules)
{
    *slot = (int16_t)mover(view, rules);
}

static const Frame *frame_from_top(const State *state, int n)
{
    static const Frame none;

    return n < state->frame_count ? &state->frame[state->frame_count - 1 - n] : &none;
}

/* Cards of a hand that the viewer cannot see are no part of it. */
static void fill_decision(int16_t *slot, const View *view, const Rules *rules)
{
    const State *known = &view->known;

    if (state_is_terminal(known)) {
        *slot = NOTHING;
    } else if (known->frame_count == 0) {
        *slot = known->phase == PHASE_HEADLINE ? DECISION_HEADLINE : DECISION_PLAY;
    } else if (frame_from_top(known, 0)->kind == FRAME_OPS) {
        *slot = DECISION_OPERATION;
    } else {
        *slot = (int16_t)state_decision(known, rules);
    }
}

static void fill_scenario(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = view->known.scenario;
}

static void fill_seats(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = view->known.seat_count;
}

static void fill_round(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = view->known.round;
}

static void fill_rounds(int16_t *slot, const View *view, const Rules *rules)
{
    *slot = rules->scenario[view->known.scenario].rounds;
}

static void fill_phase(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = view->known.phase;
}

static void fill_turn(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = view->known.turn;
}

static void fill_first(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = view->known.first_bloc;
}

static void fill_winner(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = NOTHING;
    if (state_is_terminal(&view->known)) {
        *slot = (int16_t)state_winner(&view->known);
    }
}

static void fill_ending(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = NOTHING;
    if (state_is_terminal(&view->known)) {
        *slot = (int16_t)state_ending(&view->known);
    }
}

static void fill_points(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = frame_from_top(&view->known, 0)->points;
}

static void fill_shelved(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        slot[seat] = (int16_t)(view->known.shelved >> seat & 1);
    }
}

static void fill_hand_count(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        slot[seat] = view->hand_count[seat];
    }
}

static void fill_deck_count(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    *slot = view->deck_count;
}

static void fill_committed(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        slot[bloc] = view->committed[bloc];
    }
}

static void fill_headline(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        slot[bloc] = (int16_t)(view->known.headline[bloc] - 1);
    }
}

static void fill_trigger(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int i = 0; i < COUNT_TRIGGER; i++) {
        slot[i] = (int16_t)(view->known.trigger[i / BLOC_COUNT][i % BLOC_COUNT] - 1);
    }
}

static void fill_modifier(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int i = 0; i < COUNT_MODIFIER; i++) {
        slot[i] = view->known.modifier[i / (2 * BLOC_COUNT)][i / 2 % BLOC_COUNT][i % 2];
    }
}

static void fill_vp(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        slot[bloc] = (int16_t)state_bloc_vp(&view->known, (Bloc)bloc);
    }
}

static void fill_track(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    memcpy(slot, view->known.track, sizeof view->known.track);
}

static void fill_nation_x(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int nation = 0; nation < NATIONS_MAX; nation++) {
        slot[nation] = view->known.nation_x[nation];
    }
}

static void fill_nation_y(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int nation = 0; nation < NATIONS_MAX; nation++) {
        slot[nation] = view->known.nation_y[nation];
    }
}

static void fill_set(int16_t *slot, const uint64_t set[2])
{
    for (int card = set_next(set, 0); card < CARDS_MAX; card = set_next(set, card + 1)) {
        slot[card] = 1;
    }
}

static void fill_hand(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    if (view->viewer != SEAT_NOBODY) {
        fill_set(slot, view->known.cards[SET_HAND + view->viewer]);
    }
}

static void fill_unseen(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    fill_set(slot, view->known.cards[SET_DECK]);
}

static void fill_discard(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    fill_set(slot, view->known.cards[SET_DISCARD]);
}

static void fill_removed(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    fill_set(slot, view->known.cards[SET_REMOVED]);
}

static void fill_frame_kind(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int n = 0; n < view->known.frame_count; n++) {
        slot[n] = frame_from_top(&view->known, n)->kind;
    }
}

static void fill_frame_card(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int n = 0; n < view->known.frame_count; n++) {
        slot[n] = frame_from_top(&view->known, n)->card;
    }
}

static void fill_frame_next(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int n = 0; n < view->known.frame_count; n++) {
        slot[n] = frame_from_top(&view->known, n)->next;
    }
}

static void fill_frame_owner(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int n = 0; n < view->known.frame_count; n++) {
        slot[n] = frame_from_top(&view->known, n)->owner;
    }
}

static void fill_frame_seat(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int n = 0; n < view->known.frame_count; n++) {
        slot[n] = frame_from_top(&view->known, n)->seat;
    }
}

static void fill_frame_left(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int n = 0; n < view->known.frame_count; n++) {
        slot[n] = frame_from_top(&view->known, n)->left;
    }
}

static void fill_frame_points(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int n = 0; n < view->known.frame_count; n++) {
        slot[n] = frame_from_top(&view->known, n)->points;
    }
}

static void fill_frame_culprit(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int n = 0; n < view->known.frame_count; n++) {
        slot[n] = frame_from_top(&view->known, n)->culprit;
    }
}

static void fill_frame_chosen(int16_t *slot, const View *view, const Rules *rules)
{
    (void)rules;
    for (int n = 0; n < view->known.frame_count; n++) {
        uint32_t chosen = frame_from_top(&view->known, n)->chosen;
        for (int i = 0; i < NATIONS_MAX; i++) {
            slot[n * NATIONS_MAX + i] = (int16_t)(chosen >> i & 1);
        }
    }
}

/* ---- all of them ---- */

static const VectorRun runs[] = {
#define SLOTS(id, name, index, meaning) {#name, #index, meaning, FIRST_##id, COUNT_##index},
#include "capi/view_slots.def"
#undef SLOTS
};

int vector_run_count(void)
{
    return sizeof runs / sizeof runs[0];
}

VectorRun vector_run(int run)
{
    assert(run >= 0 && run < vector_run_count());
    return runs[run];
}

void vector_fill(int16_t vector[TPD_VIEW_SIZE], const View *view, const Rules *rules)
{
    memset(vector, 0, TPD_VIEW_SIZE * sizeof vector[0]);
#define SLOTS(id, name, index, meaning) fill_##name(vector + FIRST_##id, view, rules);
#include "capi/view_slots.def"
#undef SLOTS
}
