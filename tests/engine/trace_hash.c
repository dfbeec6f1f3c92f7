/* Plays SEEDS random games of every scenario and seat count and prints one hash a combination: over
 * the state hash after every decision and at the end of every round, the texts of the actions and
 * the pay-offs.  Builds that print the same have played the same games.
 *
 *     trace_hash [SCENARIO SEATS SEED]    with arguments: one line a decision of that one game */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "core/state.h"
#include "support/shipped.h"

enum { SEEDS = 200 };

/* FNV-1a, 64 bit. */
typedef struct Hash {
    const Rules *rules;
    uint64_t sum;
} Hash;

static void hash_bytes(Hash *hash, const void *data, size_t size)
{
    const unsigned char *byte = data;

    for (size_t i = 0; i < size; i++) {
        hash->sum = (hash->sum ^ byte[i]) * UINT64_C(0x100000001b3);
    }
}

/* In a fixed order of bytes, whatever the machine's own is. */
static void hash_number(Hash *hash, uint64_t number)
{
    unsigned char byte[8];

    for (int i = 0; i < 8; i++) {
        byte[i] = (unsigned char)(number >> 8 * i);
    }
    hash_bytes(hash, byte, sizeof byte);
}

static void hash_round(void *user, Moment moment, const State *state)
{
    Hash *hash = user;

    if (moment == MOMENT_ROUND_ENDED) {
        hash_number(hash, state_hash(state, hash->rules));
    }
}

static void hash_decision(Hash *hash, const State *state, Action action, FILE *lines)
{
    char text[ACTION_TEXT_SIZE];
    int length = action_print(text, action, hash->rules);
    uint64_t after = state_hash(state, hash->rules);

    hash_bytes(hash, text, (size_t)length);
    hash_number(hash, after);
    if (lines != NULL) {
        fprintf(lines, "%s h=%016" PRIx64 "\n", text, after);
    }
}

/* Returns the number of decisions. */
static int hash_game(Hash *hash, const Setup *setup, FILE *lines)
{
    const Rules *rules = hash->rules;
    uint64_t key = rng_key(setup->seed);
    int decision = 0;
    int returns[SEATS_MAX];
    State state;
    EventLog log;

    event_log_init(&log, hash_round, hash);
    state_init(&state, rules, setup);
    hash_number(hash, state_hash(&state, rules));
    for (; !state_is_terminal(&state); decision++) {
        ActionList legal;
        state_legal_actions(&state, rules, &legal);
        Action action = policy_choose(key, decision, &legal);
        event_log_clear(&log);
        state_apply(&state, rules, action, &log);
        hash_decision(hash, &state, action, lines);
    }
    state_returns(&state, rules, returns);
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        hash_number(hash, (uint64_t)returns[seat]);
    }
    return decision;
}

static void print_all(const Rules *rules)
{
    for (int variant = 0; variant < variant_count(rules); variant++) {
        Hash hash = {rules, UINT64_C(0xcbf29ce484222325)};
        int decisions = 0;
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            Setup setup = variant_setup(variant, seed);
            decisions += hash_game(&hash, &setup, NULL);
        }
        printf("scenario=%s seats=%d seeds=0..%d decisions=%d h=%016" PRIx64 "\n",
               variant_name(rules, variant), variant_setup(variant, 0).seat_count, SEEDS - 1,
               decisions, hash.sum);
    }
}

int main(int argc, char **argv)
{
    const Rules *rules = shipped_rules();

    if (argc == 1) {
        print_all(rules);
        return 0;
    }
    Setup setup = {.scenario = rules_find_scenario(rules, argv[1])};
    if (argc == 4) {
        setup.seat_count = (int)strtol(argv[2], NULL, 10);
        setup.seed = strtoull(argv[3], NULL, 10);
    }
    if (setup.scenario < 0 || (setup.seat_count != 2 && setup.seat_count != 4)) {
        fprintf(stderr, "usage: trace_hash [SCENARIO 2|4 SEED]\n");
        return 2;
    }
    Hash hash = {rules, UINT64_C(0xcbf29ce484222325)};
    hash_game(&hash, &setup, stdout);
    return 0;
}
