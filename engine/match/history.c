#include "match/history.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/seats.h"

enum { ROOM_FIRST = 256 };

Status history_init(History *history, const Rules *rules, const Setup *setup, const State *start,
                    Error *err)
{
    *history = (History){.rules = rules, .setup = *setup};
    Status status = history_reserve(history, err);
    if (status != STATUS_OK) {
        history_clear(history);
        return status;
    }
    if (start != NULL) {
        history->state[0] = *start;
    } else {
        state_init(&history->state[0], rules, setup);
    }
    return STATUS_OK;
}

Status history_copy(History *history, const History *from, Error *err)
{
    size_t count = (size_t)from->count;

    *history = (History){.rules = from->rules, .setup = from->setup, .room = from->count + 1};
    history->state = malloc((count + 1) * sizeof *history->state);
    history->choice = malloc((count + 1) * sizeof *history->choice);
    if (history->state == NULL || history->choice == NULL) {
        history_clear(history);
        return error_set(err, STATUS_MEMORY, "out of memory for the decisions of a game");
    }
    history->count = from->count;
    history->made = from->count;
    memcpy(history->state, from->state, (count + 1) * sizeof *history->state);
    memcpy(history->choice, from->choice, count * sizeof *history->choice);
    return STATUS_OK;
}

void history_clear(History *history)
{
    free(history->state);
    free(history->choice);
    *history = (History){.room = 0};
}

const State *history_state(const History *history)
{
    return &history->state[history->count];
}

Seat history_seat(const History *history)
{
    return state_current_seat(history_state(history), history->rules);
}

Status history_reserve(History *history, Error *err)
{
    if (history->room > history->count + 1) {
        return STATUS_OK;
    }
    size_t room = history->room == 0 ? ROOM_FIRST : 2 * (size_t)history->room;
    State *state = realloc(history->state, room * sizeof *state);
    if (state != NULL) {
        history->state = state;
    }
    Choice *choice = realloc(history->choice, room * sizeof *choice);
    if (choice != NULL) {
        history->choice = choice;
    }
    if (state == NULL || choice == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for the decisions of a game");
    }
    history->room = (int)room;
    return STATUS_OK;
}

static bool is_revealing(EventKind kind)
{
    switch (kind) {
    case EVENT_DREW:
    case EVENT_DISCARDED:
    case EVENT_REVEALED:
    case EVENT_DIE:
    case EVENT_PLATEAU:
    case EVENT_INCIDENT:
        return true;
    case EVENT_START:
    case EVENT_SHUFFLED:
    case EVENT_COMMITTED:
    case EVENT_PLAYED:
    case EVENT_PASSED:
    case EVENT_RESOLVING:
    case EVENT_OPERATED:
    case EVENT_TRACK:
    case EVENT_MOVED:
    case EVENT_RELEASED:
    case EVENT_TRIGGERED:
    case EVENT_TRIGGER_SET:
    case EVENT_MODIFIED:
    case EVENT_SERVED:
    case EVENT_THROTTLED:
    case EVENT_BACKLASH:
    case EVENT_CRASH:
    case EVENT_SCORED:
    case EVENT_ENDED:
    case EVENT_KIND_COUNT:
        break;
    }
    return false;
}

/* A lab that grows past where the hidden plateau may lie, and is not stopped, tells that it lies
 * higher. */
static bool is_sounding(const State *before, const Rules *rules, const Event *event)
{
    return event->kind == EVENT_TRACK && event->subject >= SLOT_FRONTIER &&
           event->subject <= SLOT_FRONTIER_LAST && before->track[SLOT_KNOWN] == 0 &&
           rules_scenario_has(rules, before->scenario, SYSTEM_PLATEAU) &&
           event->b > rules->param[PARAM_PLATEAU_LEAST];
}

static bool reveals(const State *before, const Rules *rules, const EventLog *log)
{
    for (int i = 0; i < log->count; i++) {
        if (is_revealing((EventKind)log->item[i].kind) ||
            is_sounding(before, rules, &log->item[i])) {
            return true;
        }
    }
    return log->dropped > 0;
}

/* A choice made again as it was keeps those that followed it. */
static bool is_made_again(const History *history, const Choice *choice)
{
    const Choice *undone = history_undone(history);

    return undone != NULL && action_equal(undone->action, choice->action);
}

void history_play(History *history, Action action, MatchBy by)
{
    EventLog log;
    State next = *history_state(history);
    Choice choice = {.action = action, .seat = (uint8_t)history_seat(history), .by = (uint8_t)by};

    assert(history->room > history->count + 1);
    assert(state_is_legal(&next, history->rules, action));
    event_log_init(&log, NULL, NULL);
    state_apply(&next, history->rules, action, &log);
    choice.reveals = reveals(history_state(history), history->rules, &log);
    if (!is_made_again(history, &choice)) {
        history->made = history->count + 1;
    }
    history->choice[history->count++] = choice;
    history->state[history->count] = next;
}

UndoKind history_undo_kind(const History *history, int to)
{
    if (to < 0 || to >= history->count) {
        return UNDO_NONE;
    }
    for (int i = to; i < history->count; i++) {
        if (history->choice[i].reveals || history->choice[i].seat != history->choice[to].seat) {
            return UNDO_TAKE_BACK;
        }
    }
    return UNDO_FREE;
}

bool history_tells(const History *history, int number, Seat viewer, int at)
{
    const State *before = &history->state[number];
    const State *now = &history->state[at > number ? at : number + 1];
    Bloc bloc = seat_bloc(history->choice[number].seat);

    return history->choice[number].action.verb != VERB_HEADLINE ||
           headliner(before, bloc) == viewer || now->headline[bloc] == 0 ||
           now->round != before->round;
}

void history_back(History *history, int to)
{
    assert(to >= 0 && to < history->count);
    history->count = to;
}

const Choice *history_undone(const History *history)
{
    return history->count < history->made ? &history->choice[history->count] : NULL;
}

void history_events(const History *history, int number, EventLog *log)
{
    assert(number >= 0 && number < history->count);
    State state = history->state[number];

    event_log_clear(log);
    state_apply(&state, history->rules, history->choice[number].action, log);
}
