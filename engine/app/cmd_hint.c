/* tpd hint: what the seat to move of a recorded game might choose, and why. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/hint_tell.h"
#include "app/journal_file.h"
#include "app/options.h"
#include "app/voice.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/hint.h"
#include "match/history.h"
#include "match/journal.h"
#include "text/voice.h"

static const Manual manual = {
    .name = "hint",
    .arguments = "JOURNAL",
    .text =
        "Searches what the seat to move of a recorded game may know, and prints its three best\n"
        "actions: the chance that its bloc wins, the share of the search, and what speaks for the\n"
        "action against the runner-up in the forecast, if the actions ended now.  What the seat\n"
        "cannot know is not looked at.  Where the search and the forecast disagree, it says so.\n"
        "The same question has the same answer on every machine.  A JOURNAL of - is standard\n"
        "input.\n",
    .examples = "  tpd hint game.journal\n"
                "  tpd hint game.journal --at 40 --lang zh\n"
                "  tpd hint game.journal --at 40 --why-not \"court align India\"\n",
};

enum { STEP = 1000, ECHO_SIZE = 64 };

typedef struct HintOptions {
    GameOptions game;
    VoiceOptions voice;
    const char *why_not;
    uint64_t at, iterations, key;
    bool has_at;
} HintOptions;

static Outcome read_options(HintOptions *options, Arguments *arguments)
{
    static const uint64_t range_at[2] = {0, INT32_MAX};
    static const uint64_t range_iterations[2] = {1, 1000000};
    const Option table[] = {
        option_given(option_number("at", &options->at, range_at,
                                   "before decision N of those that stand (default: the last "
                                   "position)"),
                     &options->has_at),
        option_number("iterations", &options->iterations, range_iterations,
                      "playouts of the search (default: 4000)"),
        option_text("why-not", "ACTION", &options->why_not,
                    "compare this action with the best one, in the words of the journal"),
        option_number("key", &options->key, range_seed, "of the search's own chance (default: 1)"),
        voice_option_lang(&options->voice),
        voice_option_names(&options->voice),
        game_option_rules(&options->game),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Outcome outcome = options_read(&all, arguments);

    if (outcome == OUTCOME_RUN && arguments->count != 1) {
        return complain_usage(manual.name, "expected one journal, or - for standard input");
    }
    return outcome;
}

/* ---- the position ---- */

/* The position that is asked about, in which somebody chooses; NULL: the fault is reported. */
static const State *find_position(const History *history, const HintOptions *options,
                                  const char *name)
{
    uint64_t last = (uint64_t)history->count;

    if (options->has_at && options->at > last) {
        complain_failed(manual.name, "%s: expected --at 0 to %d, found %llu", name, history->count,
                        (unsigned long long)options->at);
        return NULL;
    }
    const State *state = &history->state[options->has_at ? options->at : last];
    if (state_is_terminal(state)) {
        complain_failed(manual.name,
                        "%s: the game is over after decision %d: expected --at of an earlier one",
                        name, history->count - 1);
        return NULL;
    }
    return state;
}

/* The action of the words; a fault is reported. */
static Outcome find_action(int *index, const ActionList *legal, const Rules *rules,
                           const char *words)
{
    char text[ACTIONS_MAX][ACTION_TEXT_SIZE];
    const char *all[ACTIONS_MAX + 1];
    char echo[ECHO_SIZE];

    for (int i = 0; i < legal->count; i++) {
        action_print(text[i], legal->item[i], rules);
        all[i] = text[i];
    }
    all[legal->count] = NULL;
    *index = vocab_find(all, words);
    if (*index < 0) {
        const char *nearest = vocab_nearest(all, words);
        return complain_failed(manual.name,
                               "--why-not: expected one of the %d legal actions, such as '%s', "
                               "found '%s'",
                               legal->count, nearest != NULL ? nearest : text[0],
                               printable(echo, sizeof echo, words));
    }
    return OUTCOME_RUN;
}

/* ---- the answer ---- */

static void print_line(void *user, const char *text)
{
    (void)user;
    puts(text);
}

static Outcome answer(const HintOptions *options, const State *state, const Rules *rules,
                      const Voice *voice)
{
    ActionList legal;
    const HintTeller teller = {.voice = voice, .rules = rules, .legal = &legal, .line = print_line};
    int index = -1;
    View view;
    Hint *hint;
    HintResult result;
    Error err;

    state_legal_actions(state, rules, &legal);
    if (options->why_not != NULL &&
        find_action(&index, &legal, rules, options->why_not) != OUTCOME_RUN) {
        return OUTCOME_FAILED;
    }
    if (hint_new(&hint, (int)options->iterations, rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    view_of(&view, state, rules, state_current_seat(state, rules));
    hint_begin(hint, &view, &legal, options->key);
    while (!hint_step(hint, STEP)) {
    }
    if (index >= 0) {
        hint_tell_why_not(&teller, hint, index);
    } else {
        hint_result(hint, &result);
        hint_tell(&teller, &result);
    }
    hint_free(hint);
    return OUTCOME_OK;
}

static Outcome run(const HintOptions *options, const char *name, const Rules *rules,
                   const Voice *voice)
{
    Journal journal;
    Outcome outcome = journal_file_read(&journal, name, rules, manual.name);

    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    const State *state = find_position(&journal.history, options, name);
    outcome = state == NULL ? OUTCOME_FAILED : answer(options, state, rules, voice);
    journal_clear(&journal);
    return outcome;
}

Outcome cmd_hint(Arguments arguments)
{
    HintOptions options = {.game = game_options(),
                           .voice = voice_options(),
                           .iterations = HINT_ITERATIONS,
                           .key = 1};
    Rules *rules;
    Voice voice;
    Error err;

    Outcome outcome = read_options(&options, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (data_load_rules(&rules, options.game.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    outcome = voice_open(&voice, &options.voice);
    if (outcome == OUTCOME_RUN) {
        outcome = run(&options, arguments.item[0], rules, &voice);
        voice_close(&voice);
    }
    data_free_rules(rules);
    return outcome;
}
