/* Games with undos at random end as they would without, and so do their journals. */

#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "match/journal.h"
#include "support/matches.h"
#include "support/shipped.h"
#include "test.h"

enum {
    GAMES = 2000,
    UNDO_ODDS = 12,   /* one decision in so many is followed by an undo */
    FAR_ODDS = 8,     /* one undo in so many goes back to any decision */
    JOURNAL_ODDS = 8, /* one game in so many has a journal */
};

/* Chance of the test's own. */
typedef struct Dice {
    uint64_t key;
    unsigned thrown;
} Dice;

static int throw_die(Dice *dice, int sides)
{
    dice->thrown++;
    return rng_below(
        rng_hash(dice->key, STREAM_SAMPLE, dice->thrown >> 16, dice->thrown & 0xffff, 0), sides);
}

static void play_straight(State *state, const Setup *game)
{
    uint64_t key = rng_key(game->seed);

    state_init(state, shipped_rules(), game);
    for (int number = 0; !state_is_terminal(state); number++) {
        ActionList legal;
        state_legal_actions(state, shipped_rules(), &legal);
        state_apply(state, shipped_rules(), policy_choose(key, number, &legal), NULL);
    }
}

/* Every undo that is not free is refused first, and changes nothing. */
static void undo(Match *match, Dice *dice)
{
    bool far = throw_die(dice, FAR_ODDS) == 0;
    int to = far ? throw_die(dice, match_decision_count(match)) : match_undo_target(match);
    UndoKind kind = match_can_undo_to(match, to);

    assert_true(kind == UNDO_FREE || kind == UNDO_TAKE_BACK);
    if (kind == UNDO_TAKE_BACK) {
        int count = match_decision_count(match);
        assert_int_equal(match_undo_to(match, to, false, NULL), STATUS_ILLEGAL);
        assert_int_equal(match_decision_count(match), count);
    }
    assert_int_equal(match_undo_to(match, to, kind == UNDO_TAKE_BACK, NULL), STATUS_OK);
    assert_int_equal(match_decision_count(match), to);
}

static Action policy_action(const Match *match)
{
    ActionList legal;

    match_legal(match, &legal);
    return policy_choose(rng_key(match_setup(match)->seed), match_decision_count(match), &legal);
}

/* What was taken back is what the policy chooses again. */
static void choose(Match *match)
{
    Action action = policy_action(match);
    Action undone;

    if (match_redo_action(match, &undone)) {
        assert_true(action_equal(undone, action));
    }
    assert_int_equal(match_submit(match, action, BY_HAND, NULL), STATUS_OK);
}

/* Returns how many undos there were. */
static int play_with_undos(const MatchSetup *setup, const State *end)
{
    Match *match = matches_begin(setup);
    Dice dice = {.key = rng_key(~setup->game.seed)};
    int undos = 0;

    while (!match_is_over(match)) {
        choose(match);
        if (throw_die(&dice, UNDO_ODDS) == 0) {
            undo(match, &dice);
            undos++;
        }
    }
    assert_true(state_equal(match_state(match), end));
    match_free(match);
    if (setup->journal_path != NULL) {
        match = matches_resume(setup);
        assert_true(state_equal(match_state(match), end));
        match_free(match);
    }
    return undos;
}

TEST(games_with_undos_end_as_they_would_without)
{
    int variants = variant_count(shipped_rules());
    int games = scaled(GAMES);
    int undos = 0;

    for (int i = 0; i < games || i < variants; i++) {
        Setup game = variant_setup(i % variants, (uint64_t)i);
        MatchSetup setup = matches_setup(game, seat_human());
        Place place = place_new();
        State end;
        setup.journal_path = i % JOURNAL_ODDS == 0 ? place.path : NULL;
        play_straight(&end, &game);
        undos += play_with_undos(&setup, &end);
        place_free(&place);
    }
    assert_true(undos > games);
}

/* What the seat sees after the action, in a position that it cannot tell from the real one. */
static void view_after(View *after, const View *before, Action action, uint64_t key)
{
    State sample;

    view_sample(&sample, before, shipped_rules(), key);
    state_apply(&sample, shipped_rules(), action, NULL);
    view_of(after, &sample, shipped_rules(), before->viewer);
}

static _Noreturn void fail_of(const Match *match, Action action)
{
    char text[ACTION_TEXT_SIZE];

    action_print(text, action, shipped_rules());
    fail_msg("%s seed=%lu: decision %d, %s, is undone freely and revealed something",
             shipped_rules()->scenario[match_setup(match)->scenario].id,
             (unsigned long)match_setup(match)->seed, match_decision_count(match) - 1, text);
    abort();
}

/* A choice that may be undone freely leads to what its seat could foresee. */
static void expect_foreseen(const Match *match, const View *before, Action action)
{
    enum { SAMPLES = 6 };
    View real;
    View foreseen;

    match_view(match, before->viewer, &real);
    for (uint64_t key = 0; key < SAMPLES; key++) {
        view_after(&foreseen, before, action, rng_mix(key + 1));
        if (memcmp(&real, &foreseen, sizeof real) != 0) {
            fail_of(match, action);
        }
    }
}

/* Returns how many choices could be undone freely. */
static int play_and_foresee(const MatchSetup *setup)
{
    Match *match = matches_begin(setup);
    int undone = 0;

    while (!match_is_over(match)) {
        View before;
        Action action = policy_action(match);
        match_view(match, match_current_seat(match), &before);
        assert_int_equal(match_submit(match, action, BY_HAND, NULL), STATUS_OK);
        if (match_can_undo(match) == UNDO_FREE) {
            expect_foreseen(match, &before, action);
            undone++;
        }
    }
    match_free(match);
    return undone;
}

TEST(what_is_undone_freely_revealed_nothing)
{
    enum { FIRST_SEED = 1000 };
    int variants = variant_count(shipped_rules());
    int games = scaled(GAMES / 4);
    int undone = 0;

    for (int i = 0; i < games || i < variants; i++) {
        MatchSetup setup =
            matches_setup(variant_setup(i % variants, FIRST_SEED + (uint64_t)i), seat_human());
        undone += play_and_foresee(&setup);
    }
    assert_true(undone > games);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(games_with_undos_end_as_they_would_without),
        cmocka_unit_test(what_is_undone_freely_revealed_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
