#include "core/view.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "core/bits.h"
#include "core/rng.h"
#include "core/seats.h"
#include "core/track.h"

enum { PLATEAU_UNKNOWN = 10, PLATEAU_TILES = 3 };

/* What a sample deals anew: the `a` of STREAM_SAMPLE; SAMPLE_CARDS of rules.h is the first. */
typedef enum SampleUse {
    SAMPLE_HEADLINE = SAMPLE_CARDS + 1,
    SAMPLE_PLATEAU,
    SAMPLE_SEED
} SampleUse;

static void hide_set(View *view, uint64_t set[2])
{
    view->known.cards[SET_DECK][0] |= set[0];
    view->known.cards[SET_DECK][1] |= set[1];
    set[0] = 0;
    set[1] = 0;
}

static bool hides_plateau(const State *state, const Rules *rules)
{
    return has_system(state, rules, SYSTEM_PLATEAU) && state->track[SLOT_KNOWN] == 0;
}

void view_of(View *view, const State *state, const Rules *rules, Seat viewer)
{
    memset(view, 0, sizeof *view);
    view->known = *state;
    view->known.seed = 0;
    view->viewer = (int8_t)viewer;
    view->deck_count = (uint8_t)set_count(state->cards[SET_DECK]);
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        view->hand_count[seat] = (uint8_t)set_count(state->cards[SET_HAND + seat]);
        if (seat != viewer) {
            hide_set(view, view->known.cards[SET_HAND + seat]);
        }
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        view->committed[bloc] = state->headline[bloc] != 0;
        if (state->headline[bloc] != 0 && headliner(state, (Bloc)bloc) != viewer) {
            set_add(view->known.cards[SET_DECK], state->headline[bloc] - 1);
            view->known.headline[bloc] = 0;
        }
    }
    if (hides_plateau(state, rules)) {
        view->known.track[SLOT_PLATEAU] = PLATEAU_UNKNOWN;
    }
}

/* A random card of the set: the greatest hash, so that no order of the set matters. */
static int random_card(const uint64_t set[2], uint64_t key, SampleUse use)
{
    uint64_t greatest = 0;
    int best = -1;

    for (int card = set_next(set, 0); card < CARDS_MAX; card = set_next(set, card + 1)) {
        uint64_t hash = rng_hash(key, STREAM_SAMPLE, use, (unsigned)card, 0);
        if (best < 0 || hash > greatest) {
            greatest = hash;
            best = card;
        }
    }
    return best;
}

/* A committed headline that is hidden was chosen from one more card than the hand has now. */
static bool hides_headline(const View *view, Bloc bloc)
{
    return view->committed[bloc] && view->known.headline[bloc] == 0;
}

/* The hidden cards, each hashed once: the greatest is dealt next. */
typedef struct Hidden {
    int count;
    uint8_t card[CARDS_MAX]; /* in card order, so that a tie goes to the first */
    uint64_t hash[CARDS_MAX];
} Hidden;

static void hidden_list(Hidden *hidden, const uint64_t set[2], const uint64_t use[CARDS_MAX],
                        uint64_t key)
{
    hidden->count = 0;
    for (int word = 0; word < 2; word++) {
        for (uint64_t rest = set[word]; rest != 0; rest &= rest - 1) {
            int card = 64 * word + bits_first(rest);
            hidden->card[hidden->count] = (uint8_t)card;
            hidden->hash[hidden->count++] = rng_mix(key ^ use[card]);
        }
    }
}

/* A card that has been taken has the hash 0. */
static int hidden_take(Hidden *hidden)
{
    int best = 0;

    for (int i = 1; i < hidden->count; i++) {
        best = hidden->hash[i] > hidden->hash[best] ? i : best;
    }
    hidden->hash[best] = 0;
    return hidden->card[best];
}

static void deal_hidden(State *state, const View *view, const Rules *rules, uint64_t key)
{
    Hidden hidden;

    hidden_list(&hidden, state->cards[SET_DECK], rules->sample_use, key);
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        Bloc bloc = seat_bloc(seat);
        uint64_t *hand = state->cards[SET_HAND + seat];
        int missing = view->hand_count[seat] - set_count(hand);
        missing += hides_headline(view, bloc) && seat == headliner(state, bloc);
        assert(missing <= hidden.count);
        for (; missing > 0; missing--) {
            int card = hidden_take(&hidden);
            set_remove(state->cards[SET_DECK], card);
            set_add(hand, card);
        }
    }
}

/* "Own or neutral if the hand has one; otherwise any" (RULES.md section 3). */
static void commit_hidden(State *state, const Rules *rules, Bloc bloc, uint64_t key)
{
    const uint64_t *rival = rules->card_side[bloc == BLOC_US ? SIDE_CN : SIDE_US];
    uint64_t *hand = state->cards[SET_HAND + headliner(state, bloc)];
    uint64_t allowed[2] = {hand[0] & ~rival[0], hand[1] & ~rival[1]};
    int card = random_card(set_is_empty(allowed) ? hand : allowed, key, SAMPLE_HEADLINE);

    set_remove(hand, card);
    state->headline[bloc] = (uint8_t)(card + 1);
}

/* One of the tiles that no lab has passed, with equal odds. */
static int sample_plateau(const State *state, const Rules *rules, uint64_t key)
{
    int least = rules->param[PARAM_PLATEAU_LEAST];
    int most = least + PLATEAU_TILES - 1;
    uint64_t hash = rng_hash(key, STREAM_SAMPLE, SAMPLE_PLATEAU, 0, 0);

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int lab = best_lab(state, (Bloc)bloc);
        least = lab > least ? lab : least;
    }
    return least > most ? most : least + rng_below(hash, most - least + 1);
}

void view_sample(State *state, const View *view, const Rules *rules, uint64_t key)
{
    uint64_t mixed = rng_key(key);

    *state = view->known;
    state->seed = rng_hash(mixed, STREAM_SAMPLE, SAMPLE_SEED, 0, 0);
    deal_hidden(state, view, rules, mixed);
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        if (hides_headline(view, (Bloc)bloc)) {
            commit_hidden(state, rules, (Bloc)bloc, mixed);
        }
    }
    if (hides_plateau(state, rules)) {
        state->track[SLOT_PLATEAU] = (int16_t)sample_plateau(state, rules, mixed);
    }
}
