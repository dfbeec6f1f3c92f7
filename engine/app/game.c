#include "app/game.h"

#include <stdio.h>

#include "app/data.h"
#include "core/rng.h"
#include "core/vocab.h"

enum { ECHO_SIZE = 64 };

static const char *const seats_words[] = {"2", "4", NULL};

GameOptions game_options(void)
{
    return (GameOptions){.scenario = "full", .seed = 1};
}

Option game_option_rules(GameOptions *options)
{
    return option_text("rules", "DIR", &options->rules,
                       "directory of the rules to use (default: $TPD_DATA/rules, else those that "
                       "came\n      with the program)");
}

Option game_option_scenario(GameOptions *options)
{
    return option_text(
        "scenario", "NAME", &options->scenario,
        "full, short, lesson-1 … lesson-4, or one of your own rules (default: full)");
}

Option game_option_seats(GameOptions *options)
{
    return option_word("seats", seats_words, &options->seats,
                       "how many seats play: one or two for each bloc (default: 2)");
}

Option game_option_seed(GameOptions *options)
{
    return option_number("seed", &options->seed, range_seed,
                         "key of all chance in the game, 0 to 2^64-1 (default: 1)");
}

int game_find_scenario(const Rules *rules, const char *id, Error *err)
{
    const char *ids[SCENARIOS_MAX + 1];
    char list[SCENARIOS_MAX * (ID_SIZE + 4)];
    char hint[HINT_SIZE];
    char echo[ECHO_SIZE];
    int found = rules_find_scenario(rules, id);

    if (found >= 0) {
        return found;
    }
    for (int i = 0; i < rules->scenario_count; i++) {
        ids[i] = rules->scenario[i].id;
    }
    ids[rules->scenario_count] = NULL;
    error_set(err, STATUS_PARSE, "unknown scenario '%s': expected %s%s",
              printable(echo, sizeof echo, id), words_join(list, sizeof list, ids),
              hint_nearest(hint, ids, id));
    return -1;
}

Outcome game_open(Game *game, const GameOptions *options, const char *command)
{
    Error err;

    game->rules = NULL;
    if (data_load_rules(&game->rules, options->rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    int scenario = game_find_scenario(game->rules, options->scenario, &err);
    if (scenario < 0) {
        game_close(game);
        return complain_usage(command, "--scenario: %s", err.text);
    }
    game->setup = (Setup){.seed = options->seed,
                          .scenario = scenario,
                          .seat_count = options->seats == 0 ? 2 : 4};
    return OUTCOME_RUN;
}

void game_close(Game *game)
{
    data_free_rules(game->rules);
    game->rules = NULL;
}

Action game_random_action(const ActionList *legal, uint64_t key, uint64_t number)
{
    enum { LOW_BITS = 16, LOW_MASK = 0xFFFF };
    uint64_t hash = rng_hash(key, STREAM_POLICY, (unsigned)(number >> LOW_BITS & LOW_MASK),
                             (unsigned)(number & LOW_MASK), 0);

    return legal->item[rng_below(hash, legal->count)];
}

Outcome game_random_position(State *state, const Game *game, uint64_t at, const char *command)
{
    uint64_t key = rng_key(game->setup.seed);
    uint64_t number = 0;

    state_init(state, game->rules, &game->setup);
    for (; !state_is_terminal(state); number++) {
        if (number == at) {
            return OUTCOME_RUN;
        }
        ActionList legal;
        state_legal_actions(state, game->rules, &legal);
        state_apply(state, game->rules, game_random_action(&legal, key, number), NULL);
    }
    return complain_usage(command,
                          "--at: expected less than %llu, the decisions of this game, found %llu",
                          (unsigned long long)number, (unsigned long long)at);
}
