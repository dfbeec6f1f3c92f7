#include "app/tournament.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "app/run_texts.h"
#include "app/standings.h"
#include "lab/game.h"
#include "lab/tournament.h"

enum { COMMIT_GAMES = 1024, PERCENT = 100, SHOWN_BOTS = 3, NAME_COLUMNS = 16 };
static const double commit_seconds = 1;
static const double show_seconds = 0.5;

static double now(void)
{
    struct timespec time;
    static const double nano = 1e-9;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * nano;
}

static void stop_signals(sigset_t *signals)
{
    sigemptyset(signals);
    sigaddset(signals, SIGINT);
    sigaddset(signals, SIGTERM);
}

void run_signals_begin(void)
{
    sigset_t signals;

    stop_signals(&signals);
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
}

void run_size_signal_ignore(void)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};

    sigaction(SIGXFSZ, &ignore, NULL);
}

/* Whether a signal came.  The next one ends the program at once. */
static bool is_interrupted(void)
{
    const struct timespec at_once = {0, 0};
    sigset_t signals;

    stop_signals(&signals);
    if (sigtimedwait(&signals, NULL, &at_once) < 0) {
        return false;
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
    return true;
}

/* ---- what a person sees ---- */

static void show_best(const RunPlay *play)
{
    const Standings standings = {.run = play->run,
                                 .schedule = &play->schedule,
                                 .tally = &play->tally};
    char label[RUN_NAME_SIZE];
    int rank[BOTS_MAX];

    standings_rank(&standings, rank);
    for (int i = 0; i < play->run->schedule.bots && i < SHOWN_BOTS; i++) {
        standings_label(play->run, rank[i], label);
        const char *slash = strrchr(label, '/');
        fprintf(stderr, "  %d %.*s %.1f", i + 1, NAME_COLUMNS, slash == NULL ? label : slash + 1,
                tally_score(&play->tally, rank[i]).mean * PERCENT);
    }
}

static void show(RunPlay *play, double time)
{
    enum { MINUTE = 60, HOUR = 3600 };
    int64_t done = play->tally.games;
    double rate = (double)(done - play->before) / (time - play->begun);
    int64_t left = rate > 0 ? (int64_t)((double)(play->games - done) / rate) : 0;

    play->shown = time;
    fprintf(stderr, "\r\033[K%" PRId64 " of %" PRId64 " games, %.0f/s, %" PRId64 ":%02d:%02d left",
            done, play->games, rate, left / HOUR, (int)(left % HOUR / MINUTE),
            (int)(left % MINUTE));
    show_best(play);
}

static void show_nothing(void)
{
    if (isatty(STDERR_FILENO)) {
        fputs("\r\033[K", stderr);
    }
}

/* ---- playing ---- */

static void keep_hash(RunPlay *play)
{
    if (play->tally.games == play->games && run_find_command(play->run) < 0) {
        run_hash_print(play->run_hash, play->hash);
    }
}

static void count_game(RunPlay *play, const GameResult *result)
{
    tally_add(&play->tally, result);
    run_hash_add(play->hash, result);
    keep_hash(play);
}

static Status take_game(void *user, const GameResult *result, Error *err)
{
    RunPlay *play = user;
    Status status = play->store == NULL ? STATUS_OK : store_add(play->store, result, err);

    if (status != STATUS_OK) {
        return status;
    }
    count_game(play, result);
    return play->store == NULL || play->tally.games < play->games
               ? STATUS_OK
               : store_write_summary(play->store, &play->tally, play->run_hash, err);
}

static Status pause_play(void *user, bool *stop, Error *err)
{
    RunPlay *play = user;
    double time = now();
    Status status = STATUS_OK;

    if (play->store != NULL && (play->tally.games - play->committed >= COMMIT_GAMES ||
                                time - play->committed_at >= commit_seconds)) {
        status = store_commit(play->store, err);
        play->committed = play->tally.games;
        play->committed_at = time;
    }
    if (time - play->shown >= show_seconds && isatty(STDERR_FILENO)) {
        show(play, time);
    }
    if (is_interrupted()) {
        *stop = true;
        play->stopped = true;
    }
    return status;
}

static Status count_stored(RunPlay *play, Error *err)
{
    bool more = true;
    Status status = store_read_scores(play->store, err);

    while (status == STATUS_OK) {
        GameResult result;
        status = store_read(play->store, &result, &more, err);
        if (status != STATUS_OK || !more) {
            break;
        }
        count_game(play, &result);
    }
    return status;
}

Status run_play_open(RunPlay *play, Error *err)
{
    Status status = schedule_init(&play->schedule, &play->run->schedule, err);

    if (status != STATUS_OK) {
        return status;
    }
    play->games = (play->run->blocks.end - play->run->blocks.first) * play->schedule.rotations;
    status = tally_init(&play->tally, &play->schedule, err);
    if (status == STATUS_OK) {
        status = run_hash_new(&play->hash, err);
    }
    if (status == STATUS_OK && play->path != NULL) {
        status = store_open(&play->store, play->path, play->run, err);
        if (status == STATUS_OK) {
            status = store_is_whole(play->store) && play->games > 0
                         ? store_read_summary(play->store, &play->tally, play->run_hash, err)
                         : count_stored(play, err);
        }
    }
    if (status == STATUS_OK && play->games == 0) {
        keep_hash(play);
    }
    play->before = play->tally.games;
    play->committed = play->before;
    return status;
}

Status run_play(RunPlay *play, Error *err)
{
    const Run *run = play->run;
    const TournamentSink sink = {.user = play, .game = take_game, .pause = pause_play};
    Tournament tournament = {.rules = play->rules,
                             .schedule = &play->schedule,
                             .scenario = rules_find_scenario(play->rules, run->scenario),
                             .blocks = run->blocks,
                             .threads = play->threads};
    RunBots bots;
    Status status = run_make_all_bots(&bots, run, play->path, err);

    if (status != STATUS_OK) {
        return status;
    }
    memcpy(tournament.bot, bots.type, sizeof bots.type);
    tournament.blocks.first += play->before / play->schedule.rotations;
    play->begun = now();
    play->committed_at = play->begun;
    status = tournament_run(&tournament, &sink, err);
    show_nothing();
    run_bots_clear(&bots);
    return status;
}

Status run_play_close(RunPlay *play, Error *err)
{
    Status status = play->store == NULL ? STATUS_OK : store_close(play->store, err);

    play->store = NULL;
    run_hash_free(play->hash);
    tally_clear(&play->tally);
    schedule_clear(&play->schedule);
    return status;
}
