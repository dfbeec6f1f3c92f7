/* One game played three ways in step: straight; printed and parsed at every decision; cloned, and
 * the original overwritten.  All three are the same game, byte for byte. */

#include <string.h>

#include "core/rng.h"
#include "core/state.h"
#include "support/shipped.h"
#include "test.h"

enum {
    GAMES = 2000, /* of all scenarios and seat counts together */
    RUBBISH = 0xa5,
};

typedef struct Runs {
    const Rules *rules;
    Setup setup;
    int decision;
    State straight, reread, cloned;
} Runs;

static void expect_same(const Runs *runs, const State *other, const char *which)
{
    if (memcmp(&runs->straight, other, sizeof *other) != 0) {
        char a[STATE_TEXT_SIZE];
        char b[STATE_TEXT_SIZE];
        state_print(a, &runs->straight, runs->rules);
        state_print(b, other, runs->rules);
        fail_msg("%s seats=%d seed=%lu decision %d: the game that was %s differs\n%s\n%s",
                 runs->rules->scenario[runs->setup.scenario].id, runs->setup.seat_count,
                 (unsigned long)runs->setup.seed, runs->decision, which, a, b);
    }
}

static void reread(Runs *runs)
{
    char text[STATE_TEXT_SIZE];
    Error err = {0};

    state_print(text, &runs->reread, runs->rules);
    memset(&runs->reread, RUBBISH, sizeof runs->reread);
    if (state_parse(&runs->reread, &runs->setup, text, runs->rules, &err) != STATUS_OK) {
        fail_msg("seed=%lu decision %d: %s\n%s", (unsigned long)runs->setup.seed, runs->decision,
                 err.text, text);
    }
}

static void apply_to_clone(Runs *runs, Action action)
{
    State clone = runs->cloned;

    memset(&runs->cloned, RUBBISH, sizeof runs->cloned);
    state_apply(&clone, runs->rules, action, NULL);
    runs->cloned = clone;
}

static void play_three_ways(Runs *runs)
{
    uint64_t key = rng_key(runs->setup.seed);

    state_init(&runs->straight, runs->rules, &runs->setup);
    runs->reread = runs->straight;
    runs->cloned = runs->straight;
    for (runs->decision = 0; !state_is_terminal(&runs->straight); runs->decision++) {
        ActionList legal;
        state_legal_actions(&runs->straight, runs->rules, &legal);
        Action action = policy_choose(key, runs->decision, &legal);

        reread(runs);
        expect_same(runs, &runs->reread, "printed and parsed");
        state_apply(&runs->straight, runs->rules, action, NULL);
        state_apply(&runs->reread, runs->rules, action, NULL);
        apply_to_clone(runs, action);
        expect_same(runs, &runs->reread, "printed and parsed");
        expect_same(runs, &runs->cloned, "cloned");
    }
    reread(runs);
    expect_same(runs, &runs->reread, "printed and parsed");
}

TEST(a_game_stays_the_same_however_its_positions_are_kept)
{
    Runs runs = {.rules = shipped_rules()};
    int variants = variant_count(runs.rules);
    int games = scaled(GAMES);

    for (int game = 0; game < games || game < variants; game++) {
        runs.setup = variant_setup(game % variants, (uint64_t)game);
        play_three_ways(&runs);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_game_stays_the_same_however_its_positions_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
