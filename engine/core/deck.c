#include "core/deck.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

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

enum { BUCKET_COUNT = 64, BUCKET_SHIFT = 58, NO_CARD = 255 };

/* The draw pile sorted as far as a deal needs it: cards by the top bits of their priority. */
typedef struct Pile {
    uint64_t filled; /* buckets that hold a card */
    uint64_t priority[CARDS_MAX];
    uint8_t next[CARDS_MAX];    /* in the same bucket, or NO_CARD */
    uint8_t head[BUCKET_COUNT]; /* NO_CARD: the bucket is empty */
} Pile;

static uint64_t priority_of(const State *state, const Rules *rules, uint64_t key, int card)
{
    uint64_t use = state->shuffles < DEAL_USES
                       ? rules->deal_use[state->shuffles][card]
                       : rng_use(STREAM_DEAL, state->shuffles, (unsigned)card, 0);

    return rng_mix(key ^ use);
}

static void pile_add(Pile *pile, int card, uint64_t priority)
{
    int bucket = (int)(priority >> BUCKET_SHIFT);

    pile->priority[card] = priority;
    pile->next[card] = pile->head[bucket];
    pile->head[bucket] = (uint8_t)card;
    pile->filled |= UINT64_C(1) << bucket;
}

static void pile_sort(Pile *pile, const State *state, const Rules *rules)
{
    uint64_t key = rng_key(state->seed);

    pile->filled = 0;
    memset(pile->head, NO_CARD, sizeof pile->head);
    for (int word = 0; word < 2; word++) {
        for (uint64_t rest = state->cards[SET_DECK][word]; rest != 0; rest &= rest - 1) {
            int card = 64 * word + bits_first(rest);
            pile_add(pile, card, priority_of(state, rules, key, card));
        }
    }
}

static bool comes_before(const Pile *pile, int a, int b)
{
    return pile->priority[a] > pile->priority[b] ||
           (pile->priority[a] == pile->priority[b] && a < b);
}

/* Takes the card of greatest priority; ties: the lower index. */
static int pile_take(Pile *pile)
{
    int bucket = bits_last(pile->filled);
    uint8_t *best = &pile->head[bucket];

    for (uint8_t *link = best; *link != NO_CARD; link = &pile->next[*link]) {
        if (comes_before(pile, *link, *best)) {
            best = link;
        }
    }
    int card = *best;
    *best = pile->next[card];
    if (pile->head[bucket] == NO_CARD) {
        pile->filled &= ~(UINT64_C(1) << bucket);
    }
    return card;
}

static void hand_out(State *state, Seat seat, int card, EventLog *log)
{
    set_remove(state->cards[SET_DECK], card);
    set_add(state->cards[SET_HAND + seat], card);
    event_add(log, EVENT_DREW, seat, card, 0);
}

void deck_draw(State *state, const Rules *rules, Seat seat, int count, EventLog *log)
{
    Pile pile;

    int room = HAND_MAX - set_count(state->cards[SET_HAND + seat]);

    pile.filled = 0;
    for (count = count < room ? count : room; count > 0 && ensure_pile(state, log); count--) {
        if (pile.filled == 0) {
            pile_sort(&pile, state, rules);
        }
        hand_out(state, seat, pile_take(&pile), log);
    }
}

/* The seats in the order of the deal: the first bloc's before the other's, closed before open. */
static int dealing_order(const State *state, Seat order[SEATS_MAX])
{
    int seats_of_bloc = is_four_seats(state) ? 2 : 1;

    for (int nth = 0; nth < 2 * seats_of_bloc; nth++) {
        bool first = nth < seats_of_bloc;
        Bloc bloc = first ? (Bloc)state->first_bloc : rival_of((Bloc)state->first_bloc);
        order[nth] = closed_seat(bloc) + nth % seats_of_bloc;
    }
    return 2 * seats_of_bloc;
}

/* One card to each seat that holds `held` or fewer; false when there is no card left at all. */
static bool deal_row(State *state, const Rules *rules, Pile *pile, int held, EventLog *log)
{
    Seat order[SEATS_MAX];
    int seats = dealing_order(state, order);

    for (int nth = 0; nth < seats; nth++) {
        if (set_count(state->cards[SET_HAND + order[nth]]) > held) {
            continue;
        }
        if (!ensure_pile(state, log)) {
            return false;
        }
        if (pile->filled == 0) {
            pile_sort(pile, state, rules);
        }
        hand_out(state, order[nth], pile_take(pile), log);
    }
    return true;
}

void deck_deal(State *state, const Rules *rules, EventLog *log)
{
    int hand_size = rules->scenario[state->scenario].hand[is_four_seats(state)];
    Pile pile;

    pile.filled = 0;
    for (int held = 0; held < hand_size; held++) {
        if (!deal_row(state, rules, &pile, held, log)) {
            return;
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
