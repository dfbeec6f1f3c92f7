/* tpd state: one position of the random game of a seed, as the line that is hashed. */

#include <inttypes.h>
#include <stdio.h>

#include "app/command.h"
#include "app/game.h"
#include "app/options.h"
#include "core/state.h"

static const Manual manual = {
    .name = "state",
    .arguments = "",
    .text = "Prints the position before a decision of the random game of a seed, and its hash.\n"
            "tests/TRACE.md R4 describes the line.\n",
    .examples = "  tpd state --scenario full --seats 2 --seed 4 --at 147\n"
                "  tpd state --scenario lesson-3 --seats 4\n",
};

Outcome cmd_state(Arguments arguments)
{
    GameOptions options = game_options();
    uint64_t at = 0;
    const Option table[] = {
        game_option_scenario(&options),
        game_option_seats(&options),
        game_option_seed(&options),
        option_number("at", &at, range_seed, "number of the decision, from 0 (default: 0)"),
        game_option_rules(&options),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Game game;

    Outcome outcome = options_read(&all, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    outcome = game_open(&game, &options, manual.name);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }

    State state;
    char text[STATE_TEXT_SIZE];
    outcome = game_random_position(&state, &game, at, manual.name);
    if (outcome == OUTCOME_RUN) {
        state_print(text, &state, game.rules);
        printf("%s\nh=%016" PRIx64 "\n", text, state_hash(&state, game.rules));
        outcome = OUTCOME_OK;
    }
    game_close(&game);
    return outcome;
}
