#include "lab/positions.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "lab/game.h"
#include "lab/schedule.h"

enum { TESTED = 5, GROWTH = 2, ROOM_FIRST = 64 };

void positions_clear(Positions *positions)
{
    free(positions->item);
    *positions = (Positions){.count = 0};
}

bool position_is_held_out(const Position *position)
{
    return position->block % TESTED == 0;
}

static bool make_room(Positions *positions, int64_t count)
{
    int64_t room = positions->room < ROOM_FIRST ? ROOM_FIRST : positions->room;

    if (count <= positions->room) {
        return true;
    }
    while (room < count) {
        room *= GROWTH;
    }
    Position *item = realloc(positions->item, (size_t)room * sizeof *item);
    if (item == NULL) {
        return false;
    }
    positions->item = item;
    positions->room = room;
    return true;
}

/* ---- one game ---- */

typedef struct Watcher {
    const PositionPlan *plan;
    Positions *positions; /* of this game */
    int64_t block;
    int offset;
    bool is_full; /* memory is */
} Watcher;

static void read_position(Position *position, const Rules *rules, const State *state)
{
    int term[EVALUATION_TERM_COUNT];
    int partner[PARTNER_TERM_COUNT];

    evaluation_read(term, rules, state, true);
    for (int i = 0; i < EVALUATION_TERM_COUNT; i++) {
        position->term[i] = (int16_t)term[i];
    }
    for (int bloc = 0; bloc < BLOC_COUNT && is_four_seats(state); bloc++) {
        partner_read(partner, rules, state, (Bloc)bloc);
        for (int i = 0; i < PARTNER_TERM_COUNT; i++) {
            position->partner[bloc][i] = (int16_t)partner[i];
        }
    }
    position->progress = (int16_t)evaluation_progress(rules, state);
    position->lead = (int16_t)(state_bloc_vp(state, BLOC_US) - state_bloc_vp(state, BLOC_CN));
    position->length = (uint8_t)evaluation_length(rules, state);
    position->seats = state->seat_count;
    position->round = state->round;
}

static void watch(void *user, const State *state, int decision)
{
    Watcher *watcher = user;
    Positions *positions = watcher->positions;

    if (watcher->is_full || decision % watcher->plan->every != watcher->offset) {
        return;
    }
    watcher->is_full = !make_room(positions, positions->count + 1);
    if (!watcher->is_full) {
        Position *position = &positions->item[positions->count++];
        memset(position, 0, sizeof *position);
        position->block = watcher->block;
        read_position(position, watcher->plan->tournament->rules, state);
    }
}

static void note_end(Positions *positions, const GameResult *result)
{
    for (int64_t i = 0; i < positions->count; i++) {
        Position *position = &positions->item[i];
        position->us_wins = result->winner == BLOC_US;
        for (int bloc = 0; bloc < BLOC_COUNT && position->seats == SEATS_MAX; bloc++) {
            Seat closed = closed_seat((Bloc)bloc);
            position->closed_leads[bloc] = result->returns[closed] > result->returns[closed + 1];
        }
    }
}

static Status play_game(Positions *positions, const PositionPlan *plan, int64_t game, Error *err)
{
    const Tournament *tournament = plan->tournament;
    Watcher watcher = {.plan = plan,
                       .positions = positions,
                       .block = game / tournament->schedule->rotations};
    GameResult result = {.game = game};
    GameSetup setup;

    tournament_game(tournament, game, &setup);
    watcher.offset = rng_below(rng_mix(setup.game.seed + (uint64_t)game), plan->every);
    setup.watch = (GameWatch){watch, &watcher};
    Status status = game_play(&result, tournament->rules, &setup, err);
    if (status == STATUS_OK && watcher.is_full) {
        status = error_set(err, STATUS_MEMORY, "out of memory for positions");
    }
    note_end(positions, &result);
    return status;
}

/* ---- all of them ---- */

/* `next` and what follows is guarded by the mutex; a game's positions belong to who took it. */
typedef struct Crew {
    const PositionPlan *plan;
    Positions *game; /* [game - first] */
    int64_t first, end;
    pthread_mutex_t mutex;
    int64_t next;
    Error err;
} Crew;

static int64_t take_game(Crew *crew)
{
    pthread_mutex_lock(&crew->mutex);
    int64_t game = crew->err.status == STATUS_OK ? crew->next++ : crew->end;
    pthread_mutex_unlock(&crew->mutex);
    return game;
}

static void *work(void *user)
{
    Crew *crew = user;
    Error err;

    for (int64_t game = take_game(crew); game < crew->end; game = take_game(crew)) {
        bool again = game % crew->plan->tournament->schedule->rotations != 0;
        if (again && crew->plan->once) {
            continue;
        }
        if (play_game(&crew->game[game - crew->first], crew->plan, game, &err) != STATUS_OK) {
            pthread_mutex_lock(&crew->mutex);
            crew->err = err;
            pthread_mutex_unlock(&crew->mutex);
        }
    }
    return NULL;
}

static Status run(Crew *crew, Error *err)
{
    pthread_t thread[THREADS_MAX];
    int count = 0;

    while (count < crew->plan->tournament->threads && count < THREADS_MAX &&
           pthread_create(&thread[count], NULL, work, crew) == 0) {
        count++;
    }
    for (int i = 0; i < count; i++) {
        pthread_join(thread[i], NULL);
    }
    if (count == 0) {
        return error_set(err, STATUS_MEMORY, "no thread could be started");
    }
    return crew->err.status == STATUS_OK ? STATUS_OK
                                         : error_set(err, crew->err.status, "%s", crew->err.text);
}

static Status join(Positions *positions, const Crew *crew, Error *err)
{
    for (int64_t game = 0; game < crew->end - crew->first; game++) {
        const Positions *part = &crew->game[game];
        if (part->count == 0) {
            continue;
        }
        if (!make_room(positions, positions->count + part->count)) {
            return error_set(err, STATUS_MEMORY, "out of memory for positions");
        }
        memcpy(positions->item + positions->count, part->item,
               (size_t)part->count * sizeof *part->item);
        positions->count += part->count;
    }
    return STATUS_OK;
}

Status positions_add(Positions *positions, const PositionPlan *plan, Error *err)
{
    const Tournament *tournament = plan->tournament;
    int rotations = tournament->schedule->rotations;
    Crew crew = {.plan = plan,
                 .first = tournament->blocks.first * rotations,
                 .end = tournament->blocks.end * rotations};
    size_t games = (size_t)(crew.end - crew.first);

    crew.next = crew.first;
    crew.game = calloc(games > 0 ? games : 1, sizeof *crew.game);
    if (crew.game == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for positions");
    }
    pthread_mutex_init(&crew.mutex, NULL);
    Status status = run(&crew, err);
    pthread_mutex_destroy(&crew.mutex);
    if (status == STATUS_OK) {
        status = join(positions, &crew, err);
    }
    for (size_t i = 0; i < games; i++) {
        positions_clear(&crew.game[i]);
    }
    free(crew.game);
    return status;
}
