#include "app/bot_check.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "ai/bot.h"
#include "app/bot_files.h"
#include "app/bot_shipped.h"
#include "app/game.h"
#include "app/options.h"
#include "app/reasons.h"
#include "app/seating.h"
#include "core/action.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"
#include "process/process_bot.h"
#include "script/script_bot.h"

typedef enum Rule {
    RULE_LOADS,
    RULE_NAME,
    RULE_LEGAL,
    RULE_BUDGET,
    RULE_FAULTS,
    RULE_SAME,
    RULE_REPEAT,
    RULE_COUNT
} Rule;

static const struct {
    const char *name, *advice;
} rule_text[RULE_COUNT] = {
    [RULE_LOADS] = {"it starts",
                    "mend what the line above names; scripts/bots/README.md has a whole bot"},
    [RULE_NAME] = {"it gives its name",
                   "return { name = \"…\", choose = … }, or answer hello 1 NAME"},
    [RULE_LEGAL] = {"it plays legal actions",
                    "answer with one of the actions of this decision, as it was given"},
    [RULE_BUDGET] = {"it keeps its budget",
                     "do less for one decision: fewer samples, no loop without end"},
    [RULE_FAULTS] = {"it has no faults", "mend the line that the fault names, and check again"},
    [RULE_SAME] = {"it chooses the same when it is shown the same",
                   "decide by what you are shown alone, and give your own chance a fixed number"},
    [RULE_REPEAT] = {"it plays a whole game the same way again",
                     "use no clock and no file, and give your own chance a fixed number"},
};

enum {
    FAULT_SIZE = 640,
    GAMES_MOST = 40,     /* against one opponent */
    TIME_MOST = 20000,   /* milliseconds; what is under way then may take its limit */
    POSITIONS = 60,      /* where it is asked twice */
    POSITIONS_SLOW = 12, /* the same of a program, which is started for each */
    APART = 9,           /* decisions between two of them */
    BOT_KEY = 7,
};

typedef struct Check {
    const Rules *rules;
    int scenario;
    const BotType *type;
    const char *word;
    long long deadline; /* milliseconds() at which no more is begun */
    bool failed[RULE_COUNT];
    char fault[FAULT_SIZE]; /* the first one */
    int reason_decision;
    Reasons reasons; /* what it said about that one; none if it says nothing */
} Check;

static const Manual manual = {
    .name = "bot check",
    .arguments = "BOT",
    .text =
        "Tries a bot in half a minute at most: whether it keeps each rule for bots, with advice\n"
        "where it does not, and how often it wins short games against the bots that come with\n"
        "the program, half of them on either side.  No bot is ever shown what is hidden; whether\n"
        "it chooses by what it is shown alone is tried by asking fresh ones the same again, with\n"
        "the hidden cards dealt anew behind their backs.  A word of its reasons is shown, if it\n"
        "gives any.  BOT is a name of `tpd bots`, a Lua file, or cmd:\"COMMAND\" for a program of\n"
        "its own.  The exit status is 0 if it keeps all rules.\n",
    .examples = "  tpd bot check mine.lua\n"
                "  tpd bot check hawk\n"
                "  tpd bot check 'cmd:\"python3 scripts/bots/examples/thumb.py\"'\n",
};

/* ---- games ---- */

static long long milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

typedef struct Outcomes {
    int faults; /* of the bot that is checked */
    uint64_t hash;
    Bloc winner;
} Outcomes;

static void keep_fault(Check *check, const Match *match, Seat seat, int decision)
{
    if (check->fault[0] == '\0') {
        snprintf(check->fault, sizeof check->fault, "fault %s decision %d %s",
                 vocab_seat(match_setup(match)->seat_count, seat), decision,
                 match_last_fault(match));
    }
}

static Status play_on(Check *check, Match *match, Outcomes *outcomes, Error *err)
{
    Status status = STATUS_OK;

    while (status == STATUS_OK && !match_is_over(match)) {
        if (milliseconds() >= check->deadline) {
            return error_set(err, STATUS_FULL, "the time of the check is over");
        }
        Seat seat = match_current_seat(match);
        int decision = match_decision_count(match);
        int before = match_fault_count(match, seat);
        status = match_step_bot(match, err);
        if (match_seat(match, seat)->type == check->type &&
            match_fault_count(match, seat) > before) {
            keep_fault(check, match, seat, decision);
            outcomes->faults++;
        }
    }
    return status;
}

/* One short game: the bot has the bloc, the opponent the other one.  STATUS_FULL: no time is left. */
static Status play(Check *check, const Setup *game, Bloc bloc, const BotType *opponent,
                   Outcomes *outcomes)
{
    MatchSetup setup = {.game = *game};
    Match *match;
    Error err;

    *outcomes = (Outcomes){.faults = 0};
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(game->seat_count)) {
        bool is_own = (Bloc)(seat / 2) == bloc;
        setup.seat[seat] =
            (MatchSeat){.player = PLAYER_BOT, .type = is_own ? check->type : opponent};
        snprintf(setup.seat[seat].spec, SEAT_SPEC_SIZE, "%s", is_own ? "checked" : "opponent");
    }
    Status status = match_new(&match, check->rules, &setup, &err);
    if (status != STATUS_OK) {
        return status;
    }
    status = play_on(check, match, outcomes, &err);
    if (status == STATUS_OK) {
        outcomes->hash = state_hash(match_state(match), check->rules);
        outcomes->winner = state_winner(match_state(match));
    }
    match_free(match);
    return status;
}

/* ---- rules ---- */

/* Which rule a fault breaks, by its words. */
static Rule rule_of(const char *fault)
{
    static const struct {
        const char *words;
        Rule rule;
    } known[] = {
        {"has no 'name'", RULE_NAME},      {"expected hello", RULE_NAME},
        {"choose returned", RULE_LEGAL},   {"not one of its", RULE_LEGAL},
        {"expected choose", RULE_LEGAL},   {"runs for more than", RULE_BUDGET},
        {"needs more than", RULE_BUDGET},  {"string of more than", RULE_BUDGET},
        {"too deeply", RULE_BUDGET},       {"no answer within", RULE_BUDGET},
        {"writes more than", RULE_BUDGET}, {"samples and forecasts", RULE_BUDGET},
    };

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strstr(fault, known[i].words) != NULL) {
            return known[i].rule;
        }
    }
    return RULE_FAULTS;
}

/* Opens it once; false if that is a fault. */
static bool try_start(Check *check)
{
    const BotConfig config = {.key = BOT_KEY, .seat = 0};
    Error err = {.text = ""};
    Bot *bot = NULL;

    if (check->type->open(&bot, check->type, check->rules, &config, &err) != STATUS_OK) {
        Rule rule = rule_of(err.text);
        snprintf(check->fault, sizeof check->fault, "fault %.*s",
                 error_quote(err.text, FAULT_SIZE / 2), err.text);
        check->failed[rule == RULE_FAULTS ? RULE_LOADS : rule] = true;
        return false;
    }
    check->type->close(bot);
    return true;
}

/* Whole games on both sides and with four seats; false where it has had a fault. */
static bool try_games(Check *check)
{
    Outcomes outcomes = {.faults = 0};

    Status status = STATUS_OK;

    for (int i = 0; i < 3 && outcomes.faults == 0 && status == STATUS_OK; i++) {
        Setup game = {.seed = (uint64_t)i + 1,
                      .scenario = check->scenario,
                      .seat_count = i == 2 ? 4 : 2};
        status = play(check, &game, (Bloc)(i % 2), &bot_random, &outcomes);
    }
    if (check->fault[0] != '\0') {
        check->failed[rule_of(check->fault)] = true;
        check->failed[RULE_FAULTS] = true;
    } else if (status != STATUS_OK) {
        snprintf(check->fault, sizeof check->fault, "three short games take more than %d s",
                 TIME_MOST / 1000);
        check->failed[RULE_BUDGET] = true;
    }
    return check->fault[0] == '\0';
}

/* What it chooses here as a fresh bot; -1 if it fails. */
static int ask(Check *check, const State *state, int decision)
{
    Seat seat = state_current_seat(state, check->rules);
    const BotConfig config = {.key = BOT_KEY, .seat = seat};
    Reasons reasons = {.count = 0};
    ActionList legal;
    Bot *bot = NULL;
    int choice = -1;
    View view;

    if (check->type->open(&bot, check->type, check->rules, &config, NULL) != STATUS_OK) {
        return -1;
    }
    view_of(&view, state, check->rules, seat);
    state_legal_actions(state, check->rules, &legal);
    bot->decision = decision;
    bot->reasons = &reasons;
    if (check->type->decide(bot, &view, &legal, &choice, NULL) != STATUS_OK) {
        choice = -1;
    }
    check->type->close(bot);
    if (choice >= 0 && reasons.count > 0 && check->reasons.count == 0) {
        check->reasons = reasons;
        check->reason_decision = decision;
    }
    return choice;
}

/* With the hidden cards dealt anew a seat sees the same: no bot is ever shown what is hidden.  So what
 * is tried is whether two fresh bots, shown the same, choose the same. */
static bool plays_the_same(Check *check, const State *state, int decision)
{
    State sample;
    View view;

    view_of(&view, state, check->rules, state_current_seat(state, check->rules));
    view_sample(&sample, &view, check->rules, (uint64_t)decision);
    return ask(check, state, decision) == ask(check, &sample, decision);
}

/* Asks along a random game, at most `most` times; returns how often, or -1 if it plays otherwise. */
static int ask_along(Check *check, uint64_t seed, int most)
{
    Setup setup = {.seed = seed, .scenario = check->scenario, .seat_count = 2};
    State state;
    int asked = 0;

    state_init(&state, check->rules, &setup);
    for (int number = 0; !state_is_terminal(&state) && asked < most; number++) {
        ActionList legal;
        state_legal_actions(&state, check->rules, &legal);
        if (number % APART == 0 && !plays_the_same(check, &state, number)) {
            return -1;
        }
        asked += number % APART == 0;
        state_apply(&state, check->rules,
                    game_random_action(&legal, rng_key(seed), (uint64_t)number), NULL);
    }
    return asked;
}

static void try_same(Check *check)
{
    int left = process_bot_is(check->type) ? POSITIONS_SLOW : POSITIONS;

    for (uint64_t seed = 1; left > 0 && milliseconds() < check->deadline; seed++) {
        int asked = ask_along(check, seed, left);
        check->failed[RULE_SAME] = asked < 0;
        left = asked < 0 ? 0 : left - asked;
    }
}

static void try_repeat(Check *check)
{
    const Setup game = {.seed = 1, .scenario = check->scenario, .seat_count = 2};
    Outcomes first;
    Outcomes second;

    check->failed[RULE_REPEAT] = play(check, &game, BLOC_US, &bot_random, &first) == STATUS_OK &&
                                 play(check, &game, BLOC_US, &bot_random, &second) == STATUS_OK &&
                                 first.hash != second.hash;
}

/* What could not be tried has a dash. */
static Outcome print_rules(const Check *check, bool played, bool started)
{
    Outcome outcome = OUTCOME_OK;

    if (check->fault[0] != '\0') {
        puts(check->fault);
    }
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        bool untried = (!started && rule != RULE_LOADS) || (!played && rule > RULE_FAULTS);
        if (check->failed[rule]) {
            printf("FAIL  %s\n      %s\n", rule_text[rule].name, rule_text[rule].advice);
            outcome = OUTCOME_FAILED;
        } else {
            printf("%s  %s\n", untried ? "   -" : "pass", rule_text[rule].name);
        }
    }
    if (check->reasons.count > 0) {
        printf("of decision %d it says: ", check->reason_decision);
        reasons_print(stdout, &check->reasons);
    }
    return outcome;
}

/* ---- how often it wins ---- */

static void play_opponent(Check *check, const char *name, const BotType *opponent,
                          long long deadline)
{
    int won = 0;
    int games = 0;

    while (games < GAMES_MOST && (games < 2 || milliseconds() < deadline)) {
        Setup game = {.seed = 1000 + (uint64_t)(games / 2),
                      .scenario = check->scenario,
                      .seat_count = 2};
        Bloc bloc = (Bloc)(games % 2);
        Outcomes outcomes;
        if (play(check, &game, bloc, opponent, &outcomes) != STATUS_OK) {
            break;
        }
        won += outcomes.winner == bloc;
        games++;
    }
    printf("wins %d of %d against %s\n", won, games, name);
}

static void play_shipped(Check *check)
{
    long long deadline = check->deadline - 1000; /* so that the last game ends in time */
    ShippedBots bots;

    shipped_bots_init(&bots);
    play_opponent(check, "random", &bot_random,
                  milliseconds() + (deadline - milliseconds()) / (bots.count + 1));
    for (int i = 0; i < bots.count; i++) {
        BotFiles opponent = {.meter = BOT_WATCHED};
        const BotType *type;
        if (bot_files_find(&opponent, bots.name[i], &type, NULL) == STATUS_OK) {
            long long now = milliseconds();
            play_opponent(check, bots.name[i], type, now + (deadline - now) / (bots.count - i));
        }
        bot_files_close(&opponent);
    }
    shipped_bots_clear(&bots);
}

/* ---- the command ---- */

static Outcome run_check(Check *check)
{
    bool started = try_start(check);
    bool played = started && try_games(check);

    if (played) {
        try_same(check);
        try_repeat(check);
    }
    Outcome outcome = print_rules(check, played, started);
    if (played) {
        play_shipped(check);
    }
    return outcome;
}

static Outcome check_word(Check *check, const GameOptions *options)
{
    BotFiles files = {.meter = BOT_WATCHED};
    Error err;
    Game game;

    Status status = bot_files_find(&files, check->word, &check->type, &err);
    if (status != STATUS_OK) {
        return status == STATUS_PARSE ? complain_usage(manual.name, "%s", err.text)
                                      : complain_error(&err);
    }
    Outcome outcome = game_open(&game, options, manual.name);
    if (outcome == OUTCOME_RUN) {
        check->rules = game.rules;
        check->scenario = game.setup.scenario;
        outcome = run_check(check);
        game_close(&game);
    }
    bot_files_close(&files);
    return outcome;
}

Outcome bot_check(Arguments arguments)
{
    GameOptions options = game_options();
    Check check = {.word = NULL};
    const Option table[] = {game_option_rules(&options)};
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};

    options.scenario = "short";
    check.deadline = milliseconds() + TIME_MOST;
    Outcome outcome = options_read(&all, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (arguments.count != 1) {
        return complain_usage(manual.name, "expected one bot, found %d", arguments.count);
    }
    check.word = arguments.item[0];
    return check_word(&check, &options);
}
