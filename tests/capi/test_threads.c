/* Games on several threads: rules are shared, and no game knows of another. */

#include <pthread.h>

#include "capi/tpd.h"
#include "core/rng.h"
#include "test.h"

enum { THREADS = 4, GAMES = 12, SEATS_ODD = 4, SEATS_EVEN = 2 };

/* What a thread plays, and what came out. */
typedef struct Player {
    const TpdRules *rules;
    int number;
    uint64_t hash[GAMES];
    uint64_t seen; /* of all views and masks */
    int32_t returns[GAMES][TPD_SEAT_COUNT];
} Player;

static uint64_t look(TpdGame *game, int count)
{
    int16_t view[TPD_VIEW_SIZE];
    uint8_t mask[TPD_ACTION_COUNT];
    uint64_t seen = (uint64_t)count;

    tpd_view(game, tpd_seat(game), view);
    tpd_legal(game, NULL, mask);
    for (int i = 0; i < TPD_VIEW_SIZE; i++) {
        seen = rng_mix(seen + (uint64_t)view[i]);
    }
    for (int i = 0; i < TPD_ACTION_COUNT; i++) {
        seen = rng_mix(seen + mask[i]);
    }
    return seen;
}

/* A clone plays on, so that copies are made while other threads play. */
static void play_game(Player *player, TpdGame *game, int number)
{
    uint64_t seed = (uint64_t)player->number * GAMES + (uint64_t)number;
    TpdGame *copy = NULL;

    tpd_reset(game, "short", number % 2 == 0 ? SEATS_EVEN : SEATS_ODD, seed, NULL);
    for (int step = 0; !tpd_terminal(game); step++) {
        int32_t legal[TPD_LEGAL_MAX];
        int count = tpd_legal(game, legal, NULL);
        player->seen = rng_mix(player->seen + look(game, count));
        tpd_step(game, legal[rng_below(rng_mix(seed + (uint64_t)step), count)]);
        if (step == number) {
            copy = tpd_clone(game);
        }
    }
    player->hash[number] = tpd_hash(game);
    tpd_returns(game, player->returns[number]);
    tpd_copy(game, copy);
    player->seen = rng_mix(player->seen + tpd_hash(game));
    tpd_game_free(copy);
}

static void *play(void *user)
{
    Player *player = user;
    TpdGame *game = NULL;

    if (tpd_game_new(&game, player->rules, NULL) == TPD_OK) {
        for (int i = 0; i < GAMES; i++) {
            play_game(player, game, i);
        }
    }
    tpd_game_free(game);
    return NULL;
}

TEST(games_on_four_threads_are_those_of_one)
{
    Player alone[THREADS];
    Player together[THREADS];
    pthread_t thread[THREADS];
    TpdRules *rules = NULL;

    assert_int_equal(tpd_rules_load(&rules, TPD_SOURCE_DIR "/rules", NULL), TPD_OK);
    for (int i = 0; i < THREADS; i++) {
        alone[i] = (Player){.rules = rules, .number = i};
        together[i] = alone[i];
        play(&alone[i]);
    }
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_create(&thread[i], NULL, play, &together[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(thread[i], NULL);
    }
    for (int i = 0; i < THREADS; i++) {
        assert_true(alone[i].seen != 0);
        assert_memory_equal(&together[i], &alone[i], sizeof alone[i]);
    }
    tpd_rules_free(rules);
}

/* Each thread may have rules of its own as well. */
static void *load_and_play(void *user)
{
    Player *player = user;
    TpdRules *rules = NULL;

    if (tpd_rules_load(&rules, TPD_SOURCE_DIR "/rules", NULL) == TPD_OK) {
        player->rules = rules;
        play(player);
    }
    player->rules = NULL;
    tpd_rules_free(rules);
    return NULL;
}

TEST(rules_are_loaded_on_two_threads)
{
    Player player[2] = {{.number = 0}, {.number = 0}};
    pthread_t thread;

    assert_int_equal(pthread_create(&thread, NULL, load_and_play, &player[1]), 0);
    load_and_play(&player[0]);
    pthread_join(thread, NULL);
    assert_true(player[0].seen != 0);
    assert_memory_equal(&player[0], &player[1], sizeof player[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(games_on_four_threads_are_those_of_one),
        cmocka_unit_test(rules_are_loaded_on_two_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
