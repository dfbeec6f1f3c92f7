/* What a seat may not know makes no difference to what it sees: everything hidden from it is
 * permuted, and its view, its legal actions and the forecast stay the same. */

#include <string.h>

#include "core/market.h"
#include "core/rng.h"
#include "core/view.h"
#include "support/shipped.h"
#include "test.h"

enum {
    STATES = 10000,
    PLATEAU_TOP = 2, /* the three tiles are the lowest and the two above */
    CARD_WORDS = 2,
};

/* Where the test stands, and the random numbers that it uses up. */
typedef struct Look {
    const Rules *rules;
    const State *state;
    Seat viewer;
    uint64_t key;
    unsigned draws;
} Look;

static int draw(Look *look, int count)
{
    return rng_below(rng_hash(look->key, STREAM_SAMPLE, 0xffff, look->draws++, 0), count);
}

static bool set_holds(const uint64_t set[CARD_WORDS], int card)
{
    return (set[card / 64] >> (card % 64) & 1) != 0;
}

static void set_flip(uint64_t set[CARD_WORDS], int card)
{
    set[card / 64] ^= UINT64_C(1) << (card % 64);
}

/* The seat that has committed, or will commit, the bloc's headline (RULES.md section 13). */
static Seat committer(const State *state, Bloc bloc)
{
    bool partner_leads = state->seat_count == SEATS_MAX && state->round % 2 == 0;
    return (Seat)bloc * 2 + (partner_leads ? 1 : 0);
}

static bool is_hidden_headline(const Look *look, const State *state, Bloc bloc)
{
    return state->headline[bloc] != 0 && committer(state, bloc) != look->viewer;
}

/* Takes every card that the viewer cannot see and returns how many there are. */
static int collect_hidden(const Look *look, const State *state, int card[CARDS_MAX])
{
    int count = 0;

    for (int c = 0; c < look->rules->card_count; c++) {
        bool hidden = set_holds(state->cards[SET_DECK], c);
        for (int seat = 0; seat < SEATS_MAX; seat++) {
            hidden |= seat != look->viewer && set_holds(state->cards[SET_HAND + seat], c);
        }
        for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
            hidden |= state->headline[bloc] == c + 1 && is_hidden_headline(look, state, (Bloc)bloc);
        }
        if (hidden) {
            card[count++] = c;
        }
    }
    return count;
}

/* Takes one of the cards out of the list. */
static int take(Look *look, int card[CARDS_MAX], int *count)
{
    assert_true(*count > 0);
    int i = draw(look, *count);
    int taken = card[i];

    card[i] = card[--*count];
    return taken;
}

static void redeal_hand(Look *look, State *state, int set, int card[CARDS_MAX], int *count)
{
    int size = 0;

    for (int c = 0; c < CARDS_MAX; c++) {
        size += set_holds(state->cards[set], c);
    }
    memset(state->cards[set], 0, sizeof state->cards[set]);
    for (; size > 0; size--) {
        set_flip(state->cards[set], take(look, card, count));
    }
}

static void redraw_plateau(Look *look, State *state)
{
    int least = look->rules->param[PARAM_PLATEAU_LEAST];
    int most = least + PLATEAU_TOP;

    if (state->track[SLOT_KNOWN] != 0 ||
        !rules_scenario_has(look->rules, state->scenario, SYSTEM_PLATEAU)) {
        return;
    }
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        int lab = state->track[SLOT_FRONTIER + seat];
        least = lab > least ? lab : least; /* no lab has passed a hidden plateau */
    }
    state->track[SLOT_PLATEAU] = (int16_t)(least + draw(look, most - least + 1));
}

/* Another position that the viewer cannot tell from the real one. */
static State permuted(Look *look)
{
    State other = *look->state;
    int card[CARDS_MAX] = {0};
    int count = collect_hidden(look, &other, card);

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        if (is_hidden_headline(look, &other, (Bloc)bloc)) {
            other.headline[bloc] = (uint8_t)(take(look, card, &count) + 1);
        }
    }
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        if (seat != look->viewer) {
            redeal_hand(look, &other, SET_HAND + seat, card, &count);
        }
    }
    memset(other.cards[SET_DECK], 0, sizeof other.cards[SET_DECK]);
    while (count > 0) {
        set_flip(other.cards[SET_DECK], card[--count]);
    }
    redraw_plateau(look, &other);
    other.seed = rng_hash(look->key, STREAM_SAMPLE, 0xffff, look->draws++, 1);
    return other;
}

static void fail_at(const Look *look, const State *other, const char *what)
{
    char real[STATE_TEXT_SIZE];
    char text[STATE_TEXT_SIZE];

    state_print(real, look->state, look->rules);
    state_print(text, other, look->rules);
    fail_msg("%s of viewer %d depends on what it cannot see: %s seats=%d\n%s\n%s", what,
             look->viewer, look->rules->scenario[look->state->scenario].id, look->state->seat_count,
             real, text);
}

static void compare_views(const Look *look, const State *other)
{
    View a;
    View b;

    view_of(&a, look->state, look->rules, look->viewer);
    view_of(&b, other, look->rules, look->viewer);
    if (memcmp(&a, &b, sizeof a) != 0) {
        fail_at(look, other, "the view");
    }
}

static void compare_legal(const Look *look, const State *other)
{
    ActionList a;
    ActionList b;

    if (state_current_seat(look->state, look->rules) != state_current_seat(other, look->rules)) {
        fail_at(look, other, "whose turn it is in the eyes");
    }
    if (state_current_seat(look->state, look->rules) != look->viewer) {
        return;
    }
    state_legal_actions(look->state, look->rules, &a);
    state_legal_actions(other, look->rules, &b);
    if (a.count != b.count || memcmp(a.item, b.item, (size_t)a.count * sizeof a.item[0]) != 0) {
        fail_at(look, other, "the legal list");
    }
}

/* The forecast of the real position, of the other one, and of what the viewer knows. */
static void compare_forecasts(const Look *look, const State *other)
{
    Forecast forecast[3];
    View view;

    view_of(&view, look->state, look->rules, look->viewer);
    memset(forecast, 0, sizeof forecast);
    market_forecast(look->state, look->rules, &forecast[0]);
    market_forecast(other, look->rules, &forecast[1]);
    market_forecast(&view.known, look->rules, &forecast[2]);
    if (memcmp(&forecast[0], &forecast[1], sizeof forecast[0]) != 0 ||
        memcmp(&forecast[0], &forecast[2], sizeof forecast[0]) != 0) {
        fail_at(look, other, "the forecast");
    }
}

/* What view_sample makes is such a position, too. */
static void compare_sample(Look *look)
{
    State sample;
    View view;
    Error err = {0};

    view_of(&view, look->state, look->rules, look->viewer);
    view_sample(&sample, &view, look->rules, look->key);
    compare_views(look, &sample);
    compare_legal(look, &sample);
    if (state_check(&sample, look->rules, &err) != STATUS_OK) {
        fail_at(look, &sample, err.text);
    }
}

static void look_at(const Rules *rules, const State *state, uint64_t key)
{
    int step = SEATS_MAX / state->seat_count;

    for (Seat viewer = 0; viewer < SEATS_MAX; viewer += step) {
        Look look = {rules, state, viewer, key, 0};
        State other = permuted(&look);
        compare_views(&look, &other);
        compare_legal(&look, &other);
        compare_forecasts(&look, &other);
        compare_sample(&look);
    }
    Look spectator = {rules, state, SEAT_NOBODY, key, 0};
    State other = permuted(&spectator);
    compare_views(&spectator, &other);
}

/* Looks at a position in `stride` of a random game; returns how many were looked at. */
static int look_through_game(const Rules *rules, const Setup *setup, int stride)
{
    State state;
    uint64_t key = rng_key(setup->seed);
    int looks = 0;

    state_init(&state, rules, setup);
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        ActionList legal;
        if (decision % stride == (int)setup->seed % stride) {
            look_at(rules, &state, key + (uint64_t)decision);
            looks++;
        }
        state_legal_actions(&state, rules, &legal);
        state_apply(&state, rules, policy_choose(key, decision, &legal), NULL);
    }
    return looks;
}

TEST(what_a_seat_sees_does_not_depend_on_what_is_hidden_from_it)
{
    enum { STRIDE = 7 };
    const Rules *rules = shipped_rules();
    int variants = variant_count(rules);
    int looks = 0;

    for (int game = 0; looks < scaled(STATES) || game < variants; game++) {
        Setup setup = variant_setup(game % variants, (uint64_t)game);
        looks += look_through_game(rules, &setup, STRIDE);
    }
}

/* The permutation itself is at work: it changes what it may change. */
TEST(a_permuted_position_is_another_position)
{
    const Rules *rules = shipped_rules();
    Setup setup = {.seed = 1, .scenario = rules_find_scenario(rules, "full"), .seat_count = 2};
    State state;
    int hands = 0;
    int plateaus = 0;

    state_init(&state, rules, &setup);
    for (uint64_t key = 0; key < 100; key++) {
        Look look = {rules, &state, 0, rng_key(key), 0};
        State other = permuted(&look);
        hands += memcmp(other.cards[SET_HAND + 2], state.cards[SET_HAND + 2],
                        sizeof state.cards[0]) != 0;
        plateaus += other.track[SLOT_PLATEAU] != state.track[SLOT_PLATEAU];
        assert_memory_equal(other.cards[SET_HAND], state.cards[SET_HAND], sizeof state.cards[0]);
    }
    assert_true(hands > 90);
    assert_true(plateaus > 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_permuted_position_is_another_position),
        cmocka_unit_test(what_a_seat_sees_does_not_depend_on_what_is_hidden_from_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
