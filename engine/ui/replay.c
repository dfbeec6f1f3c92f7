#include "ui/replay.h"

#include <stdlib.h>
#include <string.h>

#include "core/state.h"
#include "match/analysis_file.h"
#include "match/journal.h"
#include "match/match.h"
#include "ui/desk.h"
#include "ui/desk_host.h"
#include "ui/slice.h"

/* ---- making ---- */

/* The only person of a game, SEAT_NOBODY if there are more or none. */
static Seat only_person(const MatchSeat seat[SEATS_MAX])
{
    Seat found = SEAT_NOBODY;
    int people = 0;

    for (Seat one = 0; one < SEATS_MAX; one++) {
        if (seat[one].player == PLAYER_HUMAN) {
            found = one;
            people++;
        }
    }
    return people == 1 ? found : SEAT_NOBODY;
}

static Status find_chances(Replay *replay, Error *err)
{
    const History *history = &replay->history;

    replay->chance = malloc(((size_t)history->count + 1) * sizeof *replay->chance);
    if (replay->chance == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a replay");
    }
    for (int i = 0; i <= history->count; i++) {
        replay->chance[i] = analysis_public(&history->state[i], history->rules);
    }
    return STATUS_OK;
}

Status replay_new(Replay **replay, const History *history, const MatchSeat seat[SEATS_MAX],
                  Error *err)
{
    Replay *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a replay");
    }
    Status status = history_copy(&made->history, history, err);
    if (status == STATUS_OK) {
        status = find_chances(made, err);
    }
    if (status != STATUS_OK) {
        replay_free(made);
        return status;
    }
    memcpy(made->seat, seat, sizeof made->seat);
    made->all_open = state_is_terminal(history_state(history));
    made->person = only_person(seat);
    made->eyes = made->all_open ? EYES_ALL : made->person;
    made->at = made->history.count;
    made->config = (AnalysisConfig){.playouts = ANALYSIS_PLAYOUTS,
                                    .iterations = ANALYSIS_ITERATIONS,
                                    .plays = ANALYSIS_PLAYS,
                                    .key = 1};
    *replay = made;
    return STATUS_OK;
}

void replay_free(Replay *replay)
{
    if (replay != NULL) {
        analysis_free(replay->analysis);
        history_clear(&replay->history);
        free(replay->chance);
        free(replay);
    }
}

/* ---- where ---- */

void replay_go(Replay *replay, int at)
{
    int last = replay->history.count;

    replay->at = at < 0 ? 0 : at > last ? last : at;
    replay->waited = 0;
}

static int round_of(const Replay *replay, int at)
{
    return replay->history.state[at].round;
}

static int round_begin(const Replay *replay, int at)
{
    int round = round_of(replay, at);

    while (at > 0 && round_of(replay, at - 1) == round) {
        at--;
    }
    return at;
}

int replay_round_after(const Replay *replay)
{
    int at = replay->at;

    while (at < replay->history.count && round_of(replay, at) == round_of(replay, replay->at)) {
        at++;
    }
    return at;
}

int replay_round_before(const Replay *replay)
{
    int begin = round_begin(replay, replay->at);

    return begin < replay->at || begin == 0 ? begin : round_begin(replay, begin - 1);
}

bool replay_is_over(const Replay *replay)
{
    return state_is_terminal(&replay->history.state[replay->at]);
}

void replay_round(const Replay *replay, int *first, int *end)
{
    *first = round_begin(replay, replay->at);
    *end = replay_round_after(replay);
}

/* ---- through whose eyes ---- */

static bool is_seat(const Replay *replay, Seat seat)
{
    return seat >= 0 && seat < SEATS_MAX &&
           seat % (SEATS_MAX / replay->history.setup.seat_count) == 0;
}

bool replay_may_have(const Replay *replay, Seat eyes)
{
    if (eyes == SEAT_NOBODY) {
        return true;
    }
    if (eyes == EYES_ALL) {
        return replay->all_open;
    }
    return is_seat(replay, eyes) && (replay->all_open || eyes == replay->person);
}

void replay_take_eyes(Replay *replay, Seat eyes)
{
    if (replay_may_have(replay, eyes)) {
        replay->eyes = eyes;
    }
}

void replay_next_eyes(Replay *replay)
{
    Seat eyes = replay->eyes;

    do {
        eyes = eyes + 1 < SEATS_MAX ? eyes + 1 : EYES_ALL;
    } while (!replay_may_have(replay, eyes));
    replay->eyes = eyes;
}

Seat replay_viewer(const Replay *replay)
{
    if (replay->eyes != EYES_ALL) {
        return replay->eyes;
    }
    const State *state = &replay->history.state[replay->at];
    return state_is_terminal(state) ? SEAT_NOBODY
                                    : state_current_seat(state, replay->history.rules);
}

/* Eyes that see no hand know of a headline what is known where they look from, not what comes. */
bool replay_action(const Replay *replay, int number, Action *action)
{
    *action = replay->history.choice[number].action;
    return replay->eyes == EYES_ALL ||
           history_tells(&replay->history, number, replay->eyes, replay->at);
}

/* ---- what was found ---- */

/* One that is broken, or of another game, is made again. */
static bool read_kept(Replay *replay)
{
    char path[ANALYSIS_PATH_SIZE];
    Error err;

    return replay->path[0] != '\0' && analysis_file_path(path, replay->path, &err) == STATUS_OK &&
           analysis_file_read(&replay->analysis, path, &replay->config, &replay->history, &err) ==
               STATUS_OK;
}

/* It can be made again where it cannot be kept. */
static void keep(const Replay *replay)
{
    char path[ANALYSIS_PATH_SIZE];
    Error err;

    if (replay->path[0] != '\0' && analysis_file_path(path, replay->path, &err) == STATUS_OK) {
        (void)analysis_file_write(path, replay->analysis, &err);
    }
}

Status replay_begin_analysis(Replay *replay, Error *err)
{
    replay_drop_analysis(replay);
    replay->slice = SLICE_FIRST;
    replay->analysed = read_kept(replay);
    return replay->analysed
               ? STATUS_OK
               : analysis_new(&replay->analysis, &replay->config, &replay->history, err);
}

void replay_drop_analysis(Replay *replay)
{
    analysis_free(replay->analysis);
    replay->analysis = NULL;
    replay->analysed = false;
}

bool replay_analyse(Replay *replay, int passed)
{
    if (replay->analysis == NULL || replay->analysed) {
        return replay->analysed;
    }
    replay->slice = slice_next(replay->slice, passed, 1);
    replay->analysed = analysis_step(replay->analysis, replay->slice);
    if (replay->analysed) {
        keep(replay);
    }
    return replay->analysed;
}

const DecisionAnalysis *replay_judgement(const Replay *replay, int number)
{
    bool seen = replay->eyes == EYES_ALL || replay->eyes == replay->history.choice[number].seat;

    return seen && replay->analysis != NULL && number < analysis_done(replay->analysis)
               ? analysis_decision(replay->analysis, number)
               : NULL;
}

int replay_mistake(const Replay *replay, int from)
{
    for (int i = from; i < replay->history.count; i++) {
        const DecisionAnalysis *found = replay_judgement(replay, i);
        if (found != NULL && found->mistake) {
            return i;
        }
    }
    return -1;
}

/* ---- the desk's ---- */

void replay_close(Desk *desk)
{
    replay_free(desk->replay);
    desk->replay = NULL;
}

/* Where people look together, one of them has said that only they look. */
static void open_eyes(Desk *desk, Replay *replay, const Agreement *agreement)
{
    if (agreement->open_hands) {
        replay->all_open = true;
        replay->eyes = EYES_ALL;
    } else if (!replay->all_open && replay->person == SEAT_NOBODY && desk->match != NULL &&
               replay->match == desk->match) {
        replay->person = desk->eyes;
        replay->eyes = desk->eyes;
    }
}

static void find_path(Desk *desk, Replay *replay, const char *save)
{
    const DeskHost *host = &desk->host;

    if (host->journal_path == NULL || !host->journal_path(host->user, save, replay->path)) {
        replay->path[0] = '\0';
    }
}

static bool open_match(Desk *desk)
{
    Replay *replay = NULL;

    if (desk->match == NULL) {
        return false;
    }
    Status status =
        replay_new(&replay, match_history(desk->match), match_seat(desk->match, 0), &desk->err);
    if (!desk_went_well(desk, status) || replay == NULL) {
        return false;
    }
    replay_close(desk);
    replay->match = desk->match;
    open_eyes(desk, replay, &desk->agreement);
    find_path(desk, replay, NULL);
    desk->replay = replay;
    return true;
}

bool replay_open_save(Desk *desk, const char *save)
{
    Journal journal;
    Agreement agreement = {.timer = 0};
    Replay *replay = NULL;

    if (desk->host.read_game == NULL ||
        !desk_went_well(
            desk, desk->host.read_game(desk->host.user, save, &journal, &agreement, &desk->err))) {
        return false;
    }
    Status status = replay_new(&replay, &journal.history, journal.seat, &desk->err);
    journal_clear(&journal);
    if (!desk_went_well(desk, status) || replay == NULL) {
        return false;
    }
    replay_close(desk);
    open_eyes(desk, replay, &agreement);
    find_path(desk, replay, save);
    desk->replay = replay;
    desk_open(desk, SCREEN_REPLAY);
    return true;
}

bool replay_ready(Desk *desk)
{
    const Replay *replay = desk->replay;
    bool fits = replay != NULL && (replay->match == NULL ||
                                   (replay->match == desk->match &&
                                    match_decision_count(desk->match) == replay->history.count));

    return fits || open_match(desk);
}

void replay_answer(Desk *desk, Action action)
{
    retry_answer(desk->replay, action);
}
