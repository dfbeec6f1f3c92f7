#include "core/deck.h"

#include "core/bits.h"
#include "core/rng.h"
#include "core/seats.h"

/* Every putting of cards into the pile makes a new shuffle: the priorities of all its cards change. */
static void shuffle_in(State *state, const uint64_t cards[2], EventLog *log)
{
    state->cards[SET_DECK][0] |= cards[0];
    state->cards[SET_DECK][1] |= cards[1];
    state->shuffles++;
    event_add(log, EVENT_SHUFFLED, set_count(state->cards[SET_DECK]), state->shuffles, 0);
}

void deck_add_eras(State *state, const Rules *rules, EventLog *log)
{
    const Scenario *scenario = &rules->scenario[state->scenario];
    uint64_t cards[2] = {0, 0};

    for (int era = 0; era < ERA_COUNT; era++) {
        if (scenario->era_round[era] == state->round) {
            cards[0] |= scenario->deck[era][0];
            cards[1] |= scenario->deck[era][1];
        }
    }
    if (!set_is_empty(cards)) {
        shuffle_in(state, cards, log);
    }
}

/* Refills an empty pile from the discards; false if both are empty. */
static bool ensure_pile(State *state, EventLog *log)
{
    if (!set_is_empty(state->cards[SET_DECK])) {
        return true;
    }
    if (set_is_empty(state->cards[SET_DISCARD])) {
        return false;
    }
    uint64_t discards[2] = {state->cards[SET_DISCARD][0], state->cards[SET_DISCARD][1]};
    state->cards[SET_DISCARD][0] = 0;
    state->cards[SET_DISCARD][1] = 0;
    shuffle_in(state, discards, log);
    return true;
}

static int greatest_priority(const State *state)
{
    uint64_t key = rng_key(state->seed);
    const uint64_t *deck = state->cards[SET_DECK];
    uint64_t greatest = 0;
    int best = -1;

    for (int card = set_next(deck, 0); card < CARDS_MAX; card = set_next(deck, card + 1)) {
        uint64_t priority = rng_hash(key, STREAM_DEAL, state->shuffles, (unsigned)card, 0);
        if (best < 0 || priority > greatest) {
            greatest = priority;
            best = card;
        }
    }
    return best;
}

void deck_draw(State *state, Seat seat, int count, EventLog *log)
{
    for (; count > 0 && ensure_pile(state, log); count--) {
        int card = greatest_priority(state);
        set_remove(state->cards[SET_DECK], card);
        set_add(state->cards[SET_HAND + seat], card);
        event_add(log, EVENT_DREW, seat, card, 0);
    }
}

void deck_deal(State *state, const Rules *rules, EventLog *log)
{
    bool four = is_four_seats(state);
    int hand_size = rules->scenario[state->scenario].hand[four];
    int seats_of_bloc = four ? 2 : 1;

    for (int i = 0; i < hand_size; i++) {
        for (int nth = 0; nth < 2 * seats_of_bloc; nth++) {
            bool first = nth < seats_of_bloc;
            Bloc bloc = first ? (Bloc)state->first_bloc : rival_of((Bloc)state->first_bloc);
            Seat seat = closed_seat(bloc) + nth % seats_of_bloc;
            if (set_count(state->cards[SET_HAND + seat]) <= i) {
                deck_draw(state, seat, 1, log);
            }
        }
    }
}

void deck_discard_random(State *state, Seat seat, int count, EventLog *log)
{
    uint64_t *hand = state->cards[SET_HAND + seat];

    for (; count > 0 && !set_is_empty(hand); count--) {
        uint64_t hash =
            rng_hash(rng_key(state->seed), STREAM_DISCARD, state->round, state->discards, 0);
        int card = set_nth(hand, rng_below(hash, set_count(hand)));
        state->discards++;
        set_remove(hand, card);
        set_add(state->cards[SET_DISCARD], card);
        event_add(log, EVENT_DISCARDED, seat, card, 0);
    }
}
