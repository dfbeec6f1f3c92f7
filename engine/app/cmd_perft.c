/* tpd perft: how many sequences of actions there are from a position, the fingerprint of a rules
 * kernel ("performance test" of chess programs). */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>

#include "app/command.h"
#include "app/game.h"
#include "app/options.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"

enum { DEPTH_MAX = 20 };

static const Manual manual = {
    .name = "perft",
    .arguments = "",
    .text =
        "Counts the sequences of exactly 1, 2, … D legal actions that begin at a position of the\n"
        "random game of a seed.  A sequence that the end of the game cuts short does not count.\n"
        "All chance falls as the seed says.\n",
    .examples = "  tpd perft --scenario full --seats 2 --seed 7 --at 4 --depth 3\n"
                "  tpd perft --scenario lesson-1 --depth 4 --divide\n",
};

/* A position on the way and which of its actions has not been tried. */
typedef struct Step {
    State state;
    ActionList legal; /* empty at the end of a game */
    int untried;
} Step;

static void step_open(Step *step, const Rules *rules)
{
    step->untried = 0;
    step->legal.count = 0;
    if (!state_is_terminal(&step->state)) {
        state_legal_actions(&step->state, rules, &step->legal);
    }
}

static uint64_t count_sequences(const State *state, const Rules *rules, int depth)
{
    Step path[DEPTH_MAX];
    uint64_t count = 0;
    int at = 0;

    path[0].state = *state;
    step_open(&path[0], rules);
    while (at >= 0) {
        Step *step = &path[at];
        if (at == depth - 1) {
            count += (uint64_t)step->legal.count;
            at--;
        } else if (step->untried == step->legal.count) {
            at--;
        } else {
            Step *next = &path[++at];
            next->state = step->state;
            state_apply(&next->state, rules, step->legal.item[step->untried++], NULL);
            step_open(next, rules);
        }
    }
    return count;
}

static void print_depths(const State *state, const Rules *rules, int depth)
{
    for (int d = 1; d <= depth && !ferror(stdout); d++) {
        printf("depth %d: %" PRIu64 "\n", d, count_sequences(state, rules, d));
        fflush(stdout);
    }
}

/* The count of the last depth, by first action. */
static void print_division(const State *state, const Rules *rules, int depth)
{
    ActionList legal;
    char text[ACTION_TEXT_SIZE];

    state_legal_actions(state, rules, &legal);
    for (int i = 0; i < legal.count && !ferror(stdout); i++) {
        State next = *state;
        state_apply(&next, rules, legal.item[i], NULL);
        action_print(text, legal.item[i], rules);
        printf("%s: %" PRIu64 "\n", text,
               depth == 1 ? 1 : count_sequences(&next, rules, depth - 1));
    }
}

static Outcome count_from(const Game *game, uint64_t at, int depth, bool divide)
{
    State state;
    Outcome outcome = game_random_position(&state, game, at, manual.name);

    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (divide) {
        print_division(&state, game->rules, depth);
    }
    print_depths(&state, game->rules, depth);
    return OUTCOME_OK;
}

Outcome cmd_perft(Arguments arguments)
{
    static const uint64_t range_depth[2] = {1, DEPTH_MAX};
    GameOptions options = game_options();
    uint64_t at = 0;
    uint64_t depth = 3;
    bool divide = false;
    const Option table[] = {
        game_option_scenario(&options),
        game_option_seats(&options),
        game_option_seed(&options),
        option_number("at", &at, range_seed, "number of the decision to begin at (default: 0)"),
        option_number("depth", &depth, range_depth,
                      "longest sequence, 1 to 20; each step costs tenfold (default: 3)"),
        option_flag("divide", &divide, "first print the last depth's count for each first action"),
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
    outcome = count_from(&game, at, (int)depth, divide);
    game_close(&game);
    return outcome;
}
