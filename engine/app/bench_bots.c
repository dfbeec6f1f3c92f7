/* How fast bots play: whole games of the short scenario, one decision of a bot that asks about each of
 * its actions, and the making of its Lua state. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ai/bot.h"
#include "app/bench.h"
#include "app/bot_files.h"
#include "core/action.h"
#include "core/playout.h"
#include "core/rng.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "lab/game.h"
#include "script/script_bot.h"

enum { METERED_COUNT = 3 };

static const double nanoseconds = 1e9;

/* As scripts/bots/README.md teaches it: keys once, then plain functions. */
static const char accessor[] =
    "local track, uses = track, uses\n"
    "local F, D, C = slot('F', 'you'), slot('D', 'you'), slot('compute', 'you')\n"
    "local liking = { train = 3, integrate = 2, ['build datacentre'] = 2, ['court align'] = 1 }\n"
    "return { name = 'accessor', choose = function(view, actions)\n"
    "  local lab, centres = track(view, F), track(view, D)\n"
    "  local best, most = actions[1], -1\n"
    "  for i = 1, #actions do\n"
    "    local action = actions[i]\n"
    "    local worth = liking[action.verb] or 0\n"
    "    local nation = action.nation\n"
    "    if nation then\n"
    "      worth = worth + (uses(view, nation.number) and 0 or 2)\n"
    "    else\n"
    "      worth = worth + (track(view, C) > lab + centres and 1 or 0)\n"
    "    end\n"
    "    if worth > most then best, most = action, worth end\n"
    "  end\n"
    "  return best\n"
    "end }\n";

static Status find_bots(Bench *bench, Error *err)
{
    BenchBots *bots = &bench->bots;
    const struct {
        const char *name;
        const BotType **type;
    } wanted[] = {{"scripts/bots/balanced.lua", &bots->declared},
                  {"scripts/bots/template.lua", &bots->template},
                  {"scripts/bots/greedy.lua", &bots->greedy},
                  {"scripts/bots/diplomat.lua", &bots->diplomat}};

    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        Status status = bot_files_find(&bots->files, wanted[i].name, wanted[i].type, err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

Status bench_bots_init(Bench *bench, Error *err)
{
    static const char *const metered[METERED_COUNT] = {
        "scripts/bots/greedy.lua", "scripts/bots/template.lua", "scripts/bots/diplomat.lua"};
    BenchBots *bots = &bench->bots;

    bots->files.meter = BOT_WATCHED;
    bots->trusted.meter = BOT_TRUSTED;
    Status status = find_bots(bench, err);
    for (int i = 0; i < METERED_COUNT && status == STATUS_OK; i++) {
        const BotType *type;
        status = bot_files_find(&bots->trusted, metered[i], &type, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    status = script_bot_new_text(&bots->accessor, "accessor", accessor, strlen(accessor), err);
    if (status == STATUS_OK) {
        script_bot_meter(bots->accessor, BOT_WATCHED);
    }
    return status;
}

void bench_bots_clear(Bench *bench)
{
    bot_files_close(&bench->bots.files);
    bot_files_close(&bench->bots.trusted);
    script_bot_free(bench->bots.accessor);
    bench->bots.accessor = NULL;
}

static Status refuse_faults(const GameResult *result, Error *err)
{
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (result->faults[seat] > 0) {
            return error_set(err, STATUS_PARSE, "tpd bench: a shipped bot failed in game %lld",
                             (long long)result->game);
        }
    }
    return STATUS_OK;
}

/* One game of two bots, who change seats after each; the next has another seed. */
static Status play_game(Bench *bench, const BotType *one, const BotType *other, int number,
                        Error *err)
{
    GameResult result = {.game = (int64_t)bench->setup.seed};
    GameSetup setup = {.game = bench->setup};
    Bloc bloc = (Bloc)(number % BLOC_COUNT);

    setup.bot[closed_seat(bloc)] = one;
    setup.bot[closed_seat(rival_of(bloc))] = other;
    bench->setup.seed++;
    Status status = game_play(&result, bench->rules, &setup, err);
    return status == STATUS_OK ? refuse_faults(&result, err) : status;
}

/* Games for one slice of time. */
static Status play_games(Bench *bench, const BotType *one, const BotType *other, FigureId figure,
                         Error *err)
{
    int64_t start = bench_clock();
    int64_t spent = 0;
    int games = 0;

    for (; spent < bench->slice; games++) {
        Status status = play_game(bench, one, other, games, err);
        if (status != STATUS_OK) {
            return status;
        }
        spent = bench_clock() - start;
    }
    figure_add(&bench->figure[figure], games * nanoseconds / (double)spent);
    return STATUS_OK;
}

Status bench_bot_games(Bench *bench, Error *err)
{
    const BenchBots *bots = &bench->bots;
    const struct {
        const BotType *one, *other;
        FigureId figure;
    } pair[] = {
        {&bot_random, &bot_random, FIGURE_BOTS},
        {bots->declared, &bot_random, FIGURE_DECLARED},
        {bots->template, &bot_random, FIGURE_TEMPLATE},
        {bots->greedy, &bot_random, FIGURE_GREEDY},
        {bots->greedy, bots->template, FIGURE_TWO_IN_LUA},
    };

    for (size_t i = 0; i < sizeof pair / sizeof pair[0]; i++) {
        Status status = play_games(bench, pair[i].one, pair[i].other, pair[i].figure, err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

/* ---- what it costs to keep a bot to its budget ---- */

/* A game of a bot against itself; `spent` grows by the time it takes. */
static Status time_game(Bench *bench, const BotType *type, int number, int64_t *spent, Error *err)
{
    int64_t start = bench_clock();
    Status status = play_game(bench, type, type, number, err);

    *spent += bench_clock() - start;
    return status;
}

/* The same games of a bot with its budget and without, until both have had their slice; which of the
 * two comes first changes. */
static Status compare_games(Bench *bench, const BotType *const pair[2], FigureId figure, Error *err)
{
    static const double percent = 100;
    int64_t spent[2] = {0};
    Status status = STATUS_OK;

    for (int turn = 0; spent[0] + spent[1] < 2 * bench->slice || turn % 2 == 1; turn++) {
        int games = turn / 2;
        int which = (turn + games) % 2;
        if (turn % 2 == 1) {
            bench->setup.seed--; /* the same deal again */
        }
        status = time_game(bench, pair[which], games, &spent[which], err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    figure_add(&bench->figure[figure], percent * (double)spent[0] / (double)spent[1] - percent);
    return STATUS_OK;
}

Status bench_bot_metering(Bench *bench, Error *err)
{
    const BenchBots *bots = &bench->bots;
    const BotType *const watched[METERED_COUNT] = {bots->greedy, bots->template, bots->diplomat};
    const FigureId figure[METERED_COUNT] = {FIGURE_METER_GREEDY, FIGURE_METER_TEMPLATE,
                                            FIGURE_METER_DIPLOMAT};

    for (int i = 0; i < METERED_COUNT; i++) {
        const BotType *const pair[2] = {watched[i], bots->trusted.type[i]};
        Status status = compare_games(bench, pair, figure[i], err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

/* ---- one decision ---- */

enum { OPTIONS_LEAST = 28, OPTIONS_MOST = 32, POSITIONS = 256 };

static bool is_wanted(const Bench *bench, const State *state, const ActionList *legal)
{
    return legal->count >= OPTIONS_LEAST && legal->count <= OPTIONS_MOST &&
           state_current_seat(state, bench->rules) == closed_seat(BLOC_US) &&
           bench->position_count < POSITIONS;
}

/* Goes through a random game, and keeps where the US has about thirty actions. */
static void collect_from_game(Bench *bench)
{
    uint64_t key = rng_key(bench->setup.seed);
    State state;

    state_init(&state, bench->rules, &bench->setup);
    bench->setup.seed++;
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        ActionList legal;
        state_legal_actions(&state, bench->rules, &legal);
        if (is_wanted(bench, &state, &legal)) {
            bench->position[bench->position_count++] = state;
        }
        int choice = playout_choice(bench->rules, key, decision, legal.count);
        state_apply(&state, bench->rules, legal.item[choice], NULL);
    }
}

static Status decide(const Bench *bench, Bot *bot, int position, Error *err)
{
    const State *state = &bench->position[position];
    ActionList legal;
    View view;
    int choice;

    state_legal_actions(state, bench->rules, &legal);
    view_of(&view, state, bench->rules, closed_seat(BLOC_US));
    bot->decision = position;
    return bot->type->decide(bot, &view, &legal, &choice, err);
}

Status bench_bot_decisions(Bench *bench, Error *err)
{
    static const double microseconds = 1e-3;
    const BotType *type = bench->bots.accessor;
    Bot *bot = NULL;

    bench->position_count = 0;
    while (bench->position_count < POSITIONS) {
        collect_from_game(bench);
    }
    Status status =
        type->open(&bot, type, bench->rules, &(BotConfig){.key = bench->setup.seed}, err);
    if (status != STATUS_OK) {
        return status;
    }
    int64_t start = 0;
    for (int i = 0; i < 2 * POSITIONS && status == STATUS_OK; i++) {
        start = i == POSITIONS ? bench_clock() : start; /* the first time makes its tables */
        status = decide(bench, bot, i % POSITIONS, err);
    }
    figure_add(&bench->figure[FIGURE_LUA_DECISION],
               (double)(bench_clock() - start) * microseconds / POSITIONS);
    type->close(bot);
    return status;
}

/* ---- its Lua state ---- */

Status bench_bot_opening(Bench *bench, Error *err)
{
    enum { TIMES = 50 };
    static const double milliseconds = 1e-6;
    const BotType *type = bench->bots.template;
    int64_t start = bench_clock();

    for (int i = 0; i < TIMES; i++) {
        Bot *bot = NULL;
        Status status = type->open(&bot, type, bench->rules, &(BotConfig){.key = 1}, err);
        if (status != STATUS_OK) {
            return status;
        }
        type->close(bot);
    }
    figure_add(&bench->figure[FIGURE_LUA_OPEN],
               (double)(bench_clock() - start) * milliseconds / TIMES);
    return STATUS_OK;
}
