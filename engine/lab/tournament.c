#include "lab/tournament.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "core/state.h"
#include "core/vocab.h"

enum {
    RING_MAX = 1024, /* blocks that may be done before an earlier one is */
    WAKE_AT = 64,    /* done blocks for which the sink's thread is woken before its time */
    WAIT_NANOSECONDS = 100000000,
    SECOND_NANOSECONDS = 1000000000,
};

/* A block that is being played or is done. */
typedef struct Place {
    bool done;
    GameResult result[ROTATIONS_MAX];
} Place;

/* Everything from `next` on is guarded by the mutex; a slot that is not done belongs to the worker
 * that took its block, one that is done to the sink's thread. */
typedef struct Crew {
    const Tournament *tournament;
    Place *ring; /* [block % RING_MAX] */
    pthread_mutex_t mutex;
    pthread_cond_t may_play, is_done;
    int64_t next;      /* block to be taken */
    int64_t handed_on; /* all before it have been */
    int waiting;       /* done, and not handed on */
    bool stop;
    Error err;
} Crew;

void tournament_game(const Tournament *tournament, int64_t game, GameSetup *setup)
{
    const Schedule *schedule = tournament->schedule;
    int bot[SEATS_MAX];

    schedule_bots(schedule, game, bot);
    setup->watch = (GameWatch){.position = NULL};
    setup->game = (Setup){.seed = schedule_seed(schedule, game / schedule->rotations),
                          .scenario = tournament->scenario,
                          .seat_count = schedule->setup.seats};
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        setup->bot[seat] = bot[seat] == LINEUP_EMPTY ? NULL : tournament->bot[bot[seat]];
    }
}

static bool must_stop(Crew *crew)
{
    pthread_mutex_lock(&crew->mutex);
    bool stop = crew->stop;
    pthread_mutex_unlock(&crew->mutex);
    return stop;
}

/* The next block to play; false when there is none. */
static bool take(Crew *crew, int64_t *block)
{
    pthread_mutex_lock(&crew->mutex);
    while (!crew->stop && crew->next < crew->tournament->blocks.end &&
           crew->next >= crew->handed_on + RING_MAX) {
        pthread_cond_wait(&crew->may_play, &crew->mutex);
    }
    bool taken = !crew->stop && crew->next < crew->tournament->blocks.end;
    *block = crew->next;
    crew->next += taken;
    pthread_mutex_unlock(&crew->mutex);
    return taken;
}

static Status play_block(Crew *crew, int64_t block, Error *err)
{
    const Tournament *tournament = crew->tournament;
    int rotations = tournament->schedule->rotations;
    Status status = STATUS_OK;

    for (int rotation = 0; rotation < rotations && status == STATUS_OK; rotation++) {
        GameResult *result = &crew->ring[block % RING_MAX].result[rotation];
        GameSetup setup;
        if (rotation > 0 && must_stop(crew)) {
            return STATUS_OK;
        }
        result->game = block * rotations + rotation;
        tournament_game(tournament, result->game, &setup);
        status = game_play(result, tournament->rules, &setup, err);
    }
    return status;
}

static void *work(void *user)
{
    Crew *crew = user;
    int64_t block;
    Error err;

    while (take(crew, &block)) {
        Status status = play_block(crew, block, &err);
        pthread_mutex_lock(&crew->mutex);
        if (status != STATUS_OK && !crew->stop) {
            crew->err = err;
            crew->stop = true;
        }
        crew->ring[block % RING_MAX].done = !crew->stop;
        crew->waiting++;
        if (crew->waiting % WAKE_AT == 0 || crew->stop ||
            crew->handed_on + crew->waiting == crew->tournament->blocks.end) {
            pthread_cond_signal(&crew->is_done);
        }
        pthread_mutex_unlock(&crew->mutex);
    }
    return NULL;
}

/* Blocks that can be handed on: done, and all before them. */
static int64_t count_ready(const Crew *crew)
{
    int64_t ready = 0;

    while (ready < RING_MAX && crew->ring[(crew->handed_on + ready) % RING_MAX].done) {
        ready++;
    }
    return ready;
}

/* Waits a little, less when there is much to do. */
static int64_t wait_for_blocks(Crew *crew)
{
    int64_t left = crew->tournament->blocks.end - crew->handed_on;
    struct timespec until;
    int late = 0;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += WAIT_NANOSECONDS;
    until.tv_sec += until.tv_nsec / SECOND_NANOSECONDS;
    until.tv_nsec %= SECOND_NANOSECONDS;
    pthread_mutex_lock(&crew->mutex);
    int64_t ready = count_ready(crew);
    while (late == 0 && !crew->stop && ready < WAKE_AT && ready < left) {
        late = pthread_cond_timedwait(&crew->is_done, &crew->mutex, &until);
        ready = count_ready(crew);
    }
    pthread_mutex_unlock(&crew->mutex);
    return ready;
}

static Status hand_on_block(const Crew *crew, const TournamentSink *sink, int64_t block, Error *err)
{
    const Place *place = &crew->ring[block % RING_MAX];
    Status status = STATUS_OK;

    for (int i = 0; i < crew->tournament->schedule->rotations && status == STATUS_OK; i++) {
        status = sink->game(sink->user, &place->result[i], err);
    }
    return status;
}

static Status hand_on(const Crew *crew, const TournamentSink *sink, int64_t ready, Error *err)
{
    Status status = STATUS_OK;

    for (int64_t i = 0; i < ready && status == STATUS_OK; i++) {
        status = hand_on_block(crew, sink, crew->handed_on + i, err);
    }
    return status;
}

/* Lets the workers have the slots again. */
static void release(Crew *crew, int64_t ready)
{
    pthread_mutex_lock(&crew->mutex);
    for (int64_t i = 0; i < ready; i++) {
        crew->ring[(crew->handed_on + i) % RING_MAX].done = false;
    }
    crew->handed_on += ready;
    crew->waiting -= (int)ready;
    pthread_cond_broadcast(&crew->may_play);
    pthread_mutex_unlock(&crew->mutex);
}

static Status collect(Crew *crew, const TournamentSink *sink, Error *err)
{
    bool stop = false;

    while (crew->handed_on < crew->tournament->blocks.end && !stop) {
        int64_t ready = wait_for_blocks(crew);
        Status status = hand_on(crew, sink, ready, err);
        release(crew, ready);
        if (status == STATUS_OK) {
            status = sink->pause(sink->user, &stop, err);
        }
        if (status != STATUS_OK) {
            return status;
        }
        stop = stop || must_stop(crew);
    }
    return STATUS_OK;
}

static void end(Crew *crew)
{
    pthread_mutex_lock(&crew->mutex);
    crew->stop = true;
    pthread_cond_broadcast(&crew->may_play);
    pthread_mutex_unlock(&crew->mutex);
}

/* Fewer threads than were asked for play the same games; none is a fault. */
static Status run(Crew *crew, const TournamentSink *sink, Error *err)
{
    pthread_t thread[THREADS_MAX];
    int count = 0;

    while (count < crew->tournament->threads && count < THREADS_MAX &&
           pthread_create(&thread[count], NULL, work, crew) == 0) {
        count++;
    }
    Status status = count == 0 ? error_set(err, STATUS_MEMORY, "no thread could be started")
                               : collect(crew, sink, err);
    end(crew);
    for (int i = 0; i < count; i++) {
        pthread_join(thread[i], NULL);
    }
    if (status == STATUS_OK && crew->err.status != STATUS_OK) {
        return error_set(err, crew->err.status, "%s", crew->err.text);
    }
    return status;
}

Status tournament_run(const Tournament *tournament, const TournamentSink *sink, Error *err)
{
    Crew crew = {.tournament = tournament,
                 .next = tournament->blocks.first,
                 .handed_on = tournament->blocks.first};

    if (tournament->blocks.first >= tournament->blocks.end) {
        return STATUS_OK;
    }
    crew.ring = calloc(RING_MAX, sizeof *crew.ring);
    if (crew.ring == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for the games");
    }
    pthread_mutex_init(&crew.mutex, NULL);
    pthread_cond_init(&crew.may_play, NULL);
    pthread_cond_init(&crew.is_done, NULL);
    Status status = run(&crew, sink, err);
    pthread_cond_destroy(&crew.is_done);
    pthread_cond_destroy(&crew.may_play);
    pthread_mutex_destroy(&crew.mutex);
    free(crew.ring);
    return status;
}
