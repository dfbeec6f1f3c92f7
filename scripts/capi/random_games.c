/* Random games through libtpd.
 *
 *     cc -O2 random_games.c $(pkg-config --cflags --libs tpd) -o random_games
 *     ./random_games RULES [SCENARIO [SEATS [GAMES]]]     RULES: pkg-config --variable=rulesdir tpd
 *
 * With VIEWS in the environment it also fills the view of the seat that chooses, and the mask. */

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <tpd.h>

/* Any generator will do; this is xorshift64. */
static uint32_t random_below(uint64_t *random, uint32_t count)
{
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return (uint32_t)((*random >> 32) * count >> 32);
}

/* Returns the number of choices. */
static long play(TpdGame *game, uint64_t *random, int with_views)
{
    static int16_t view[TPD_VIEW_SIZE];
    static uint8_t mask[TPD_ACTION_COUNT];
    int32_t legal[TPD_LEGAL_MAX];
    long steps = 0;

    while (!tpd_terminal(game)) {
        int count = tpd_legal(game, legal, with_views ? mask : NULL);
        if (with_views) {
            tpd_view(game, tpd_seat(game), view);
        }
        tpd_step(game, legal[random_below(random, (uint32_t)count)]);
        steps++;
    }
    return steps;
}

static int play_all(TpdGame *game, const char *scenario, int seats, int games)
{
    char error[TPD_ERROR_SIZE];
    int32_t returns[TPD_SEAT_COUNT];
    long total[TPD_SEAT_COUNT] = {0};
    long steps = 0;
    uint64_t random = UINT64_C(0x9E3779B97F4A7C15);
    int with_views = getenv("VIEWS") != NULL;
    clock_t began = clock();

    for (int seed = 0; seed < games; seed++) {
        if (tpd_reset(game, scenario, seats, (uint64_t)seed, error) != TPD_OK) {
            fprintf(stderr, "%s\n", error);
            return 1;
        }
        steps += play(game, &random, with_views);
        tpd_returns(game, returns);
        for (int seat = 0; seat < TPD_SEAT_COUNT; seat++) {
            total[seat] += returns[seat];
        }
    }
    double seconds = (double)(clock() - began) / CLOCKS_PER_SEC;
    printf("mean returns:");
    for (int seat = 0; seat < TPD_SEAT_COUNT; seat++) {
        printf(" %ld", total[seat] / games);
    }
    printf("\n%d games, %ld steps: %.0f games/s, %.0f steps/s\n", games, steps, games / seconds,
           (double)steps / seconds);
    return 0;
}

int main(int argc, char **argv)
{
    char error[TPD_ERROR_SIZE];
    TpdRules *rules = NULL;
    TpdGame *game = NULL;
    int result = 1;
    int games = argc > 4 ? atoi(argv[4]) : 500;

    if (argc < 2 || games < 1) {
        fprintf(stderr, "usage: random_games RULES [SCENARIO [SEATS [GAMES]]]\n");
        return 2;
    }
    if (tpd_abi_version() != TPD_ABI_VERSION) {
        fprintf(stderr, "this was compiled for another version of libtpd\n");
        return 1;
    }
    if (tpd_rules_load(&rules, argv[1], error) != TPD_OK ||
        tpd_game_new(&game, rules, error) != TPD_OK) {
        fprintf(stderr, "%s\n", error);
    } else {
        result = play_all(game, argc > 2 ? argv[2] : "short", argc > 3 ? atoi(argv[3]) : 2, games);
    }
    tpd_game_free(game);
    tpd_rules_free(rules);
    return result;
}
