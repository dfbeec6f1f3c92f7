#include "app/verify_run.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ai/bot.h"
#include "app/data.h"
#include "app/run_texts.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "lab/digest.h"
#include "lab/game.h"
#include "lab/schedule.h"
#include "lab/store.h"
#include "lab/tally.h"
#include "lab/tournament.h"
#include "match/match.h"
#include "match/seat.h"
#include "script/script_bot.h"

enum { SAMPLE_LEAST = 20, SAMPLE_ONE_IN = 100, RESULT_TEXT_SIZE = 2048 };

/* A run that is played again from what its file holds. */
typedef struct Replay {
    const char *path;
    Store *store;
    Run run;
    Schedule schedule;
    Rules *rules;
    RunBots bots;
    Tournament tournament;
    int64_t first, count; /* the games that are there */
    char hash[DIGEST_SIZE];
} Replay;

bool verify_is_run(const char *path)
{
    static const char magic[] = "SQLite format 3";
    char head[sizeof magic] = "";
    FILE *file = strcmp(path, "-") == 0 ? NULL : fopen(path, "rb");

    if (file == NULL) {
        return false;
    }
    size_t size = fread(head, 1, sizeof head, file);
    fclose(file);
    return size == sizeof head && memcmp(head, magic, sizeof magic) == 0;
}

static Status make_tournament(Replay *replay, Error *err)
{
    Status status = run_make_rules(&replay->rules, &replay->run, replay->path, err);

    if (status == STATUS_OK) {
        status = run_make_bots(&replay->bots, &replay->run, replay->path, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    replay->tournament = (Tournament){
        .rules = replay->rules,
        .schedule = &replay->schedule,
        .scenario = rules_find_scenario(replay->rules, replay->run.scenario),
    };
    memcpy(replay->tournament.bot, replay->bots.type, sizeof replay->bots.type);
    if (replay->tournament.scenario < 0) {
        return error_set(err, STATUS_PARSE, "%s: is broken: its rules have no scenario '%s'",
                         replay->path, replay->run.scenario);
    }
    return STATUS_OK;
}

static Status replay_open(Replay *replay, Error *err)
{
    Status status = store_open_read(&replay->store, replay->path, &replay->run, err);

    if (status == STATUS_OK) {
        status = store_check(replay->store, err);
    }
    if (status == STATUS_OK) {
        status = schedule_init(&replay->schedule, &replay->run.schedule, err);
    }
    if (status == STATUS_OK) {
        status = make_tournament(replay, err);
    }
    if (status == STATUS_OK) {
        replay->first = replay->run.blocks.first * replay->schedule.rotations;
        replay->count = store_game_count(replay->store);
    }
    return status;
}

static void replay_clear(Replay *replay)
{
    store_free(replay->store);
    run_clear(&replay->run);
    schedule_clear(&replay->schedule);
    data_free_rules(replay->rules);
    run_bots_clear(&replay->bots);
}

/* A whole run's summary says what its games say. */
static Status check_summary(const Replay *replay, const Tally *tally, Error *err)
{
    char hash[DIGEST_SIZE] = "";
    Tally held;

    if (!store_is_whole(replay->store) || replay->count == 0) {
        return STATUS_OK;
    }
    Status status = tally_init(&held, &replay->schedule, err);
    if (status != STATUS_OK) {
        return status;
    }
    status = store_read_summary(replay->store, &held, hash, err);
    const char *what = strcmp(hash, replay->hash) == 0 ? NULL : "run hash";
    if (status == STATUS_OK && what == NULL) {
        what = tally_difference(tally, &held);
    }
    tally_clear(&held);
    if (status == STATUS_OK && what != NULL) {
        status =
            error_set(err, STATUS_PARSE, "%s: is broken: its summary has another %s than its games",
                      replay->path, what);
    }
    return status;
}

/* All games are there, in order. */
static Status count_games(Replay *replay, RunHash *hash, Tally *tally, Error *err)
{
    bool more = true;
    Status status = store_read_scores(replay->store, err);

    while (status == STATUS_OK) {
        GameResult result;
        status = store_read(replay->store, &result, &more, err);
        if (status != STATUS_OK || !more) {
            break;
        }
        run_hash_add(hash, &result);
        tally_add(tally, &result);
    }
    return status;
}

/* Makes the run hash of what is there, and compares it with what the run says of itself. */
static Status read_games(Replay *replay, Error *err)
{
    RunHash *hash;
    Tally tally;
    Status status = run_hash_new(&hash, err);

    if (status != STATUS_OK) {
        return status;
    }
    status = tally_init(&tally, &replay->schedule, err);
    if (status == STATUS_OK) {
        status = count_games(replay, hash, &tally, err);
        if (run_find_command(&replay->run) < 0) {
            run_hash_print(replay->hash, hash);
        }
        if (status == STATUS_OK) {
            status = check_summary(replay, &tally, err);
        }
        tally_clear(&tally);
    }
    run_hash_free(hash);
    return status;
}

static int print_numbers(char *text, int room, const char *name, const int number[], int count)
{
    int length = snprintf(text, (size_t)room, " %s=", name);

    for (int i = 0; i < count; i++) {
        length +=
            snprintf(text + length, (size_t)(room - length), "%s%d", i == 0 ? "" : ",", number[i]);
    }
    return length;
}

static void print_result(char text[RESULT_TEXT_SIZE], const GameResult *result)
{
    int length = snprintf(text, RESULT_TEXT_SIZE, "ending=%s winner=%s decisions=%d h=%016" PRIx64,
                          vocab_ending[result->ending], vocab_bloc[result->winner],
                          result->decisions, result->hash);

    length += print_numbers(text + length, RESULT_TEXT_SIZE - length, "returns", result->returns,
                            SEATS_MAX);
    length += print_numbers(text + length, RESULT_TEXT_SIZE - length, "faults", result->faults,
                            SEATS_MAX);
    length += print_numbers(text + length, RESULT_TEXT_SIZE - length, "lead", result->lead,
                            result->rounds);
    length += print_numbers(text + length, RESULT_TEXT_SIZE - length, "us_verbs",
                            result->verbs[BLOC_US], VERB_COUNT);
    print_numbers(text + length, RESULT_TEXT_SIZE - length, "cn_verbs", result->verbs[BLOC_CN],
                  VERB_COUNT);
}

static Status read_game(Replay *replay, int64_t game, GameResult *result, Error *err)
{
    bool more = false;
    Status status = store_read_one(replay->store, game, err);

    if (status == STATUS_OK) {
        status = store_read(replay->store, result, &more, err);
    }
    if (status == STATUS_OK && !more) {
        return error_set(err, STATUS_PARSE,
                         "%s: holds no game %" PRId64 ": expected one from %" PRId64 " to %" PRId64,
                         replay->path, game, replay->first, replay->first + replay->count - 1);
    }
    return status;
}

static Status play_again(Replay *replay, int64_t game, Error *err)
{
    char expected[RESULT_TEXT_SIZE];
    char found[RESULT_TEXT_SIZE];
    GameResult stored;
    GameResult played = {.game = game};
    GameSetup setup;
    Status status = read_game(replay, game, &stored, err);

    if (status != STATUS_OK) {
        return status;
    }
    tournament_game(&replay->tournament, game, &setup);
    status = game_play(&played, replay->rules, &setup, err);
    if (status != STATUS_OK) {
        return status;
    }
    print_result(expected, &played);
    print_result(found, &stored);
    if (strcmp(expected, found) == 0) {
        return STATUS_OK;
    }
    fprintf(stderr,
            "%s: game %" PRId64 " is not what is played now\n  expected: %s\n  found:    %s\n",
            replay->path, game, expected, found);
    return error_set(err, STATUS_PARSE, "%s", "");
}

/* The bot of a game that no run may start; -1: it can be played again. */
static int find_command(const Replay *replay, int64_t game)
{
    int bot[SEATS_MAX];

    schedule_bots(&replay->schedule, game, bot);
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (bot[seat] != LINEUP_EMPTY && replay->run.is_command[bot[seat]]) {
            return bot[seat];
        }
    }
    return -1;
}

static Status cannot_play(const Replay *replay, const char *what, int command, Error *err)
{
    const char *name = replay->run.bot[command].name;

    return error_set(err, STATUS_PARSE,
                     "%s: %s: %.*s is a program outside the cage, and what it plays is not "
                     "reproducible",
                     replay->path, what, error_quote(name, RUN_NAME_SIZE), name);
}

/* One game from each of `sample` equal parts of the run, the same ones every time; those of commands
 * are left out.  `played` is how many there were. */
static Status play_sample(Replay *replay, int64_t sample, int64_t *played, Error *err)
{
    enum { LOW = 0xFFFF, SHIFT = 16, KEEP = 31 };
    Status status = STATUS_OK;

    for (int64_t i = 0; i < sample && status == STATUS_OK; i++) {
        int64_t from = replay->count / sample * i + replay->count % sample * i / sample;
        int64_t size = replay->count / sample;
        uint64_t hash = rng_hash(rng_key((uint64_t)replay->count), STREAM_RESAMPLE, 0,
                                 (unsigned)(i >> SHIFT & LOW), (unsigned)(i & LOW));
        int64_t game = replay->first + from + (int64_t)(hash >> KEEP) % size;
        if (find_command(replay, game) < 0) {
            status = play_again(replay, game, err);
            *played += 1;
        }
    }
    return status;
}

static void seat_bots(const Replay *replay, int64_t game, MatchSetup *setup)
{
    GameSetup bots;
    int bot[SEATS_MAX];

    tournament_game(&replay->tournament, game, &bots);
    schedule_bots(&replay->schedule, game, bot);
    setup->game = bots.game;
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (bot[seat] != LINEUP_EMPTY) {
            setup->seat[seat] = (MatchSeat){.player = PLAYER_BOT, .type = bots.bot[seat]};
            snprintf(setup->seat[seat].spec, SEAT_SPEC_SIZE, "%s", replay->run.bot[bot[seat]].name);
        }
    }
}

/* Plays a game of the run once more, into a journal. */
static Status write_journal(Replay *replay, const VerifyRunOptions *options, Error *err)
{
    int64_t game = (int64_t)options->game;
    MatchSetup setup = {.journal_path = options->journal};
    GameResult stored;
    Match *match;
    Status status = read_game(replay, game, &stored, err);

    if (status != STATUS_OK) {
        return status;
    }
    if (find_command(replay, game) >= 0) {
        return cannot_play(replay, "that game cannot be played again", find_command(replay, game),
                           err);
    }
    seat_bots(replay, game, &setup);
    status = match_new(&match, replay->rules, &setup, err);
    if (status != STATUS_OK) {
        return status;
    }
    while (status == STATUS_OK && !match_is_over(match)) {
        status = match_step_bot(match, err);
    }
    if (status == STATUS_OK && state_hash(match_state(match), replay->rules) != stored.hash) {
        status = error_set(err, STATUS_PARSE, "%s: game %" PRId64 " is not what is played now",
                           replay->path, game);
    }
    match_free(match);
    return status;
}

static Status run_checks(Replay *replay, const VerifyRunOptions *options, Error *err)
{
    int64_t sample = (int64_t)options->sample;
    int64_t played = 0;
    Status status = read_games(replay, err);

    if (sample == 0) {
        sample = replay->count / SAMPLE_ONE_IN;
        sample = sample < SAMPLE_LEAST ? SAMPLE_LEAST : sample;
    }
    sample = sample > replay->count ? replay->count : sample;
    if (status == STATUS_OK) {
        status = play_sample(replay, sample, &played, err);
    }
    if (status == STATUS_OK) {
        int64_t games =
            (replay->run.blocks.end - replay->run.blocks.first) * replay->schedule.rotations;
        printf("%s: ok, %" PRId64 " of %" PRId64 " games, %" PRId64 " of them played again%s\n",
               replay->path, replay->count, games, played,
               run_find_command(&replay->run) < 0
                   ? ""
                   : "; those of commands cannot be, as they are not reproducible");
    }
    return status;
}

static Status verify(Replay *replay, const VerifyRunOptions *options, Error *err)
{
    Status status = replay_open(replay, err);

    if (status == STATUS_OK && options->hash && run_find_command(&replay->run) >= 0) {
        return cannot_play(replay, "has no run hash", run_find_command(&replay->run), err);
    }
    if (status == STATUS_OK && options->journal != NULL) {
        return write_journal(replay, options, err);
    }
    if (status == STATUS_OK) {
        status = run_checks(replay, options, err);
    }
    if (status == STATUS_OK && options->hash) {
        printf("%s\n", replay->hash);
    }
    return status;
}

/* Why a run may differ that is whole. */
static void tell_of_lua(const Replay *replay)
{
    if (replay->store != NULL && run_has_lua(&replay->run) &&
        strcmp(replay->run.lua, script_lua_release()) != 0) {
        fprintf(stderr, "%s: its bots were run by %s, and this is %s\n", replay->path,
                replay->run.lua, script_lua_release());
    }
}

Outcome verify_run(const char *path, const VerifyRunOptions *options)
{
    Replay *replay = calloc(1, sizeof *replay);
    Error err;

    if (replay == NULL) {
        return complain_failed("verify", "out of memory");
    }
    replay->path = path;
    Status status = verify(replay, options, &err);
    if (status != STATUS_OK) {
        tell_of_lua(replay);
        if (err.text[0] != '\0') {
            complain_error(&err);
        }
    }
    replay_clear(replay);
    free(replay);
    return status == STATUS_OK ? OUTCOME_OK : OUTCOME_FAILED;
}
