#include "core/seats.h"

#include "core/bits.h"
#include "core/rules.h"

Bloc rival_of(Bloc bloc)
{
    return (Bloc)(1 - (int)bloc);
}

int side_sign(Bloc bloc)
{
    return 2 * (int)bloc - 1;
}

Bloc seat_bloc(Seat seat)
{
    return (Bloc)(seat / 2);
}

bool is_four_seats(const State *state)
{
    return state->seat_count == 4;
}

Seat closed_seat(Bloc bloc)
{
    return 2 * (int)bloc;
}

Seat open_seat(const State *state, Bloc bloc)
{
    return 2 * (int)bloc + is_four_seats(state);
}

Stack closed_stack(Bloc bloc)
{
    return (Stack)(2 * (int)bloc);
}

Stack open_stack(Bloc bloc)
{
    return (Stack)(2 * (int)bloc + 1);
}

Seat headliner(const State *state, Bloc bloc)
{
    return 2 * (int)bloc + (is_four_seats(state) && state->round % 2 == 0);
}

Seat event_purse(const State *state, Bloc bloc, Seat event_seat)
{
    return seat_bloc(event_seat) == bloc ? event_seat : headliner(state, bloc);
}

Seat playing_seat(const State *state)
{
    Bloc bloc = state->turn % 2 == 0 ? (Bloc)state->first_bloc : rival_of((Bloc)state->first_bloc);
    Seat seat = headliner(state, bloc);
    bool partner_plays = is_four_seats(state) && state->turn / 2 % 2 == 1;

    return partner_plays ? seat ^ 1 : seat;
}

Seat committing_seat(const State *state)
{
    Seat seat = headliner(state, BLOC_US);
    bool us_commits = state->headline[BLOC_US] == 0 && !set_is_empty(state->cards[SET_HAND + seat]);

    return us_commits ? seat : headliner(state, BLOC_CN);
}

Seat state_current_seat(const State *state, const Rules *rules)
{
    (void)rules;
    if (state->frame_count > 0) {
        return state->frame[state->frame_count - 1].seat;
    }
    return state->phase == PHASE_HEADLINE ? committing_seat(state) : playing_seat(state);
}

bool set_has(const uint64_t set[2], int card)
{
    return (set[card / 64] >> (card % 64) & 1) != 0;
}

void set_add(uint64_t set[2], int card)
{
    set[card / 64] |= UINT64_C(1) << (card % 64);
}

void set_remove(uint64_t set[2], int card)
{
    set[card / 64] &= ~(UINT64_C(1) << (card % 64));
}

bool set_is_empty(const uint64_t set[2])
{
    return (set[0] | set[1]) == 0;
}

int set_count(const uint64_t set[2])
{
    return bits_count(set[0]) + bits_count(set[1]);
}

int set_nth(const uint64_t set[2], int n)
{
    int low = bits_count(set[0]);

    return n < low ? bits_nth(set[0], n) : 64 + bits_nth(set[1], n - low);
}

int set_next(const uint64_t set[2], int card)
{
    for (int word = card / 64; word < 2; word++) {
        uint64_t rest = set[word] & ~UINT64_C(0) << (word == card / 64 ? card % 64 : 0);
        if (rest != 0) {
            return 64 * word + bits_first(rest);
        }
    }
    return CARDS_MAX;
}
