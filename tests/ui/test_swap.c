/* Who sees a table cannot tell from anything that it shows which hidden card lies where. */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/action.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "support/shipped.h"
#include "test.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/measure.h"
#include "ui/ui.h"

enum { STATES = 100, STEPS = 12, TRIES = 4000, WIDTH = 1280, HEIGHT = 800, PEOPLE = 2 };

static unsigned dice(uint64_t *chance, unsigned faces)
{
    *chance = *chance * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(*chance >> 33) % faces;
}

static Match *match_at(const State *start, const Setup *game)
{
    MatchSetup setup = {.game = *game, .start = start};
    Match *match;
    Error err;

    for (Seat seat = 0; seat < SEATS_MAX; seat += PEOPLE) {
        setup.seat[seat] = (MatchSeat){.player = PLAYER_HUMAN, .spec = "human"};
    }
    assert_int_equal(match_new(&match, shipped_rules(), &setup, &err), STATUS_OK);
    return match;
}

static void play(Match *match, Action action)
{
    Error err;

    assert_int_equal(match_submit(match, action, BY_HAND, &err), STATUS_OK);
}

static void swap_cards(State *state, int a, int b)
{
    for (int set = 0; set < SET_COUNT; set++) {
        bool has_a = set_has(state->cards[set], a);
        bool has_b = set_has(state->cards[set], b);
        if (has_a != has_b) {
            set_remove(state->cards[set], has_a ? a : b);
            set_add(state->cards[set], has_a ? b : a);
        }
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int card = state->headline[bloc] - 1;
        state->headline[bloc] = (uint8_t)(1 + (card == a ? b : card == b ? a : card));
    }
}

static bool same_view(const Match *one, const Match *other, Seat viewer)
{
    View a;
    View b;

    match_view(one, viewer, &a);
    match_view(other, viewer, &b);
    return memcmp(&a, &b, sizeof a) == 0;
}

/* Plays the same in both, but for the names of the cards in what the viewer cannot see.  False: the
 * viewer could tell the two games apart, or the other one is none. */
static bool plays_alike(Match *one, Match *other, Seat viewer, const int card[2], uint64_t *chance)
{
    for (int n = 0; n < STEPS && !match_is_over(one); n++) {
        ActionList legal;
        match_legal(one, &legal);
        Action action = legal.item[dice(chance, (unsigned)legal.count)];
        bool hidden = action.verb == VERB_HEADLINE && match_current_seat(one) != viewer;
        Action twin = action;
        if (hidden && (twin.argument == card[0] || twin.argument == card[1])) {
            twin.argument = (uint8_t)(card[0] + card[1] - twin.argument);
        }
        if (!state_is_legal(match_state(other), shipped_rules(), twin)) {
            return false;
        }
        play(one, action);
        play(other, twin);
        if (!same_view(one, other, viewer)) {
            return false;
        }
    }
    return !match_is_over(one);
}

typedef struct Shown {
    Desk desk;
    Ui ui;
    DrawList list;
    Voice voice;
} Shown;

static void show(Shown *shown, Match *match, Seat viewer, Screen screen)
{
    const UiInput nothing = {.mouse = {-1, -1}};

    memset(shown, 0, sizeof *shown);
    shown->voice = (Voice){.language = LANGUAGE_EN};
    desk_init(&shown->desk, shipped_rules(), &shown->voice, SCREEN_TABLE);
    desk_sit_down(&shown->desk, match);
    shown->desk.bots_play = false;
    shown->desk.eyes = viewer;
    if (screen != SCREEN_TABLE) {
        desk_open(&shown->desk, screen);
    }
    shown->ui.list = &shown->list;
    shown->ui.measure = measure_fixed;
    shown->ui.voice = &shown->voice;
    draw_clear(&shown->list, WIDTH, HEIGHT);
    ui_begin(&shown->ui, &nothing);
    desk_frame(&shown->desk, &shown->ui);
    ui_end(&shown->ui);
    assert_int_equal(shown->list.overflows, 0);
}

static void expect_alike(Match *one, Match *other, Seat viewer)
{
    static const Screen screens[] = {SCREEN_TABLE,   SCREEN_LOG,   SCREEN_RECAP,
                                     SCREEN_SCORING, SCREEN_PILES, SCREEN_PRIVACY};
    Shown *a = malloc(sizeof *a);
    Shown *b = malloc(sizeof *b);

    if (a == NULL || b == NULL) {
        abort();
    }
    for (unsigned i = 0; i < sizeof screens / sizeof screens[0]; i++) {
        show(a, one, viewer, screens[i]);
        show(b, other, viewer, screens[i]);
        assert_int_equal(a->list.count, b->list.count);
        assert_memory_equal(a->list.item, b->list.item,
                            (size_t)a->list.count * sizeof a->list.item[0]);
        assert_int_equal(a->list.text_length, b->list.text_length);
        assert_memory_equal(a->list.text, b->list.text, (size_t)a->list.text_length);
    }
    free(a);
    free(b);
}

/* Two cards that the viewer has not seen. */
static bool pick_hidden(int card[2], const State *state, Seat viewer, uint64_t *chance)
{
    View view;

    view_of(&view, state, shipped_rules(), viewer);
    const uint64_t *unseen = view.known.cards[SET_DECK];
    unsigned count = (unsigned)set_count(unseen);
    if (count < 2) {
        return false;
    }
    card[0] = set_nth(unseen, (int)dice(chance, count));
    card[1] = set_nth(unseen, (int)dice(chance, count));
    return card[0] != card[1];
}

/* A game so many decisions on. */
static State reach(const Setup *game, unsigned decisions, uint64_t *chance)
{
    State state;
    ActionList legal;

    state_init(&state, shipped_rules(), game);
    for (unsigned n = 0; n < decisions && !state_is_terminal(&state); n++) {
        State before = state;
        state_legal_actions(&state, shipped_rules(), &legal);
        state_apply(&state, shipped_rules(), legal.item[dice(chance, (unsigned)legal.count)], NULL);
        if (state_is_terminal(&state)) {
            return before;
        }
    }
    return state;
}

static bool try_swap(uint64_t *chance)
{
    const Setup game = {.seed = dice(chance, 1000),
                        .scenario = rules_find_scenario(shipped_rules(), "full"),
                        .seat_count = 2};
    State start = reach(&game, dice(chance, 150), chance);
    State twin = start;
    Seat viewer = (Seat)(PEOPLE * dice(chance, 2));
    int card[2];

    if (!pick_hidden(card, &start, viewer, chance)) {
        return false;
    }
    swap_cards(&twin, card[0], card[1]);
    Match *one = match_at(&start, &game);
    Match *other = match_at(&twin, &game);
    bool differ = !state_equal(&start, &twin);
    bool alike = same_view(one, other, viewer) && plays_alike(one, other, viewer, card, chance);
    if (alike && differ) {
        expect_alike(one, other, viewer);
    }
    match_free(one);
    match_free(other);
    return alike && differ;
}

TEST(hidden_cards_change_nothing_that_is_drawn)
{
    uint64_t chance = 17;
    int found = 0;

    for (int n = 0; n < TRIES && found < STATES; n++) {
        found += try_swap(&chance);
    }
    assert_int_equal(found, STATES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(hidden_cards_change_nothing_that_is_drawn)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
