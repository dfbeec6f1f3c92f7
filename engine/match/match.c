#include "match/match.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ai/bot.h"
#include "match/journal.h"
#include "match/journal_parts.h"
#include "match/lines.h"
#include "match/match_bots.h"

struct Match {
    History history;
    MatchSeat seat[SEATS_MAX];
    MatchBots bots;
    JournalFile journal;
    long (*seconds)(void);
    long last; /* when the last line was written */
};

static const Rules *rules_of(const Match *match)
{
    return match->history.rules;
}

static int seat_count(const Match *match)
{
    return match->history.setup.seat_count;
}

static bool is_seat(const Match *match, Seat seat)
{
    return seat >= 0 && seat < SEATS_MAX && seat % (SEATS_MAX / seat_count(match)) == 0;
}

static JournalMarks marks_of(const Match *match, MatchBy by)
{
    JournalMarks marks = {.by = (int)by, .seconds = -1};

    if (match->seconds != NULL) {
        long now = match->seconds();
        marks.seconds = now > match->last ? now - match->last : 0;
    }
    return marks;
}

static Status write_line(Match *match, const char *line, Error *err)
{
    if (match->seconds != NULL) {
        match->last = match->seconds();
    }
    return match->journal.file == NULL ? STATUS_OK : journal_append(&match->journal, line, err);
}

static Status write_owed(Match *match, Error *err)
{
    char line[JOURNAL_LINE_SIZE];

    return journal_print_owed(line, &match->history) == 0 ? STATUS_OK
                                                          : write_line(match, line, err);
}

/* A name that a line of the journal can hold, and that no person has. */
static Status check_seat(const Match *match, Seat seat, const MatchSeat *player, Error *err)
{
    if (player->player != PLAYER_BOT ||
        (journal_is_word(player->spec) && strcmp(player->spec, "human") != 0)) {
        return STATUS_OK;
    }
    return error_set(
        err, STATUS_PARSE,
        "seat %s: expected the name of a bot, without control characters, found '%.*s'",
        vocab_seat(seat_count(match), seat), error_quote(player->spec, SEAT_SPEC_SIZE),
        player->spec);
}

static Status check_seats(const Match *match, Error *err)
{
    Status status = STATUS_OK;

    for (Seat seat = 0; seat < SEATS_MAX && status == STATUS_OK; seat++) {
        if (is_seat(match, seat)) {
            status = check_seat(match, seat, &match->seat[seat], err);
        }
    }
    return status;
}

static Status begin_journal(Match *match, const MatchSetup *setup, Error *err)
{
    char *head = malloc(JOURNAL_HEAD_SIZE);

    if (head == NULL) {
        return error_set(err, STATUS_MEMORY, "%s: out of memory", setup->journal_path);
    }
    journal_print_head(head, &match->history, match->seat, setup->start != NULL);
    Status status = journal_create(&match->journal, setup->journal_path, head, err);
    free(head);
    return status == STATUS_OK ? write_owed(match, err) : status;
}

/* NULL: there is no memory. */
static Match *match_alloc(const MatchSetup *setup, Error *err)
{
    Match *match = calloc(1, sizeof *match);

    if (match == NULL) {
        error_set(err, STATUS_MEMORY, "out of memory for a match");
        return NULL;
    }
    match->journal.sync = setup->sync;
    match->seconds = setup->seconds;
    match->last = setup->seconds == NULL ? 0 : setup->seconds();
    return match;
}

Status match_new(Match **match, const Rules *rules, const MatchSetup *setup, Error *err)
{
    Match *made = match_alloc(setup, err);

    if (made == NULL) {
        return STATUS_MEMORY;
    }
    memcpy(made->seat, setup->seat, sizeof made->seat);
    Status status = history_init(&made->history, rules, &setup->game, setup->start, err);
    if (status == STATUS_OK) {
        status = check_seats(made, err);
    }
    if (status == STATUS_OK && setup->journal_path != NULL) {
        status = begin_journal(made, setup, err);
    }
    if (status != STATUS_OK) {
        match_free(made);
        return status;
    }
    *match = made;
    return STATUS_OK;
}

/* Reads the open journal into the match, and makes it end with a whole line. */
static Status read_journal(Match *match, const Rules *rules, const MatchSetup *setup, Error *err)
{
    Journal journal;
    LineReader *lines = malloc(sizeof *lines);

    if (lines == NULL) {
        return error_set(err, STATUS_MEMORY, "%s: out of memory", match->journal.path);
    }
    Status status = lines_of(lines, match->journal.path, match->journal.file, err);
    lines->may_be_cut = true;
    if (status == STATUS_OK) {
        status = journal_read(&journal, lines, rules, err);
    }
    bool cut = lines->cut;
    free(lines);
    if (status != STATUS_OK) {
        return status;
    }
    match->history = journal.history; /* which is ours now */
    memcpy(match->seat, journal.seat, sizeof match->seat);
    bots_count_faults(&match->bots, journal.faults);
    match->journal.size = journal.size;
    if (setup->game.seat_count != 0 && setup->game.seat_count != seat_count(match)) {
        return error_set(err, STATUS_PARSE, "%s: expected seats for a game of %d, found %d",
                         match->journal.path, seat_count(match), setup->game.seat_count);
    }
    if (cut) {
        status = journal_cut(&match->journal, journal.size, err);
    }
    return status == STATUS_OK && journal.owes ? write_owed(match, err) : status;
}

/* The player of `setup`, and where there is none that of the journal, if it is of this program. */
static Status seat_player(Match *match, Seat seat, const MatchSeat *player, Error *err)
{
    MatchSeat *own = &match->seat[seat];

    if (player->player != PLAYER_NONE) {
        return match_seat_change(match, seat, player, err);
    }
    own->type = own->player == PLAYER_BOT ? bot_find(own->spec) : NULL;
    return STATUS_OK;
}

static Status seat_players(Match *match, const MatchSetup *setup, Error *err)
{
    Status status = STATUS_OK;

    for (Seat seat = 0; seat < SEATS_MAX && status == STATUS_OK; seat++) {
        if (is_seat(match, seat)) {
            status = seat_player(match, seat, &setup->seat[seat], err);
        }
    }
    return status;
}

Status match_resume(Match **match, const Rules *rules, const MatchSetup *setup, Error *err)
{
    Match *made = match_alloc(setup, err);

    if (made == NULL) {
        return STATUS_MEMORY;
    }
    Status status = journal_open(&made->journal, setup->journal_path, err);
    if (status == STATUS_OK) {
        status = read_journal(made, rules, setup, err);
    }
    if (status == STATUS_OK) {
        status = seat_players(made, setup, err);
    }
    if (status != STATUS_OK) {
        match_free(made);
        return status;
    }
    *match = made;
    return STATUS_OK;
}

void match_free(Match *match)
{
    if (match == NULL) {
        return;
    }
    bots_close(&match->bots);
    journal_close(&match->journal);
    history_clear(&match->history);
    free(match);
}

const State *match_state(const Match *match)
{
    return history_state(&match->history);
}

void match_view(const Match *match, Seat viewer, View *view)
{
    view_of(view, match_state(match), rules_of(match), viewer);
}

const Rules *match_rules(const Match *match)
{
    return rules_of(match);
}

const Setup *match_setup(const Match *match)
{
    return &match->history.setup;
}

const History *match_history(const Match *match)
{
    return &match->history;
}

bool match_is_over(const Match *match)
{
    return state_is_terminal(match_state(match));
}

int match_decision_count(const Match *match)
{
    return match->history.count;
}

Seat match_current_seat(const Match *match)
{
    return history_seat(&match->history);
}

void match_legal(const Match *match, ActionList *list)
{
    list->count = 0;
    if (!match_is_over(match)) {
        state_legal_actions(match_state(match), rules_of(match), list);
    }
}

SeatPlayer match_player(const Match *match, Seat seat)
{
    return match->seat[seat].player;
}

const MatchSeat *match_seat(const Match *match, Seat seat)
{
    return &match->seat[seat];
}

/* Writes and plays a legal action. */
static Status submit(Match *match, Action action, const JournalMarks *marks, Error *err)
{
    char line[JOURNAL_LINE_SIZE];
    Status status = history_reserve(&match->history, err);

    if (status != STATUS_OK) {
        return status;
    }
    journal_print_decision(line, &match->history, action, marks);
    status = write_line(match, line, err);
    if (status != STATUS_OK) {
        return status;
    }
    history_play(&match->history, action, (MatchBy)marks->by);
    return write_owed(match, err);
}

Status match_submit(Match *match, Action action, MatchBy by, Error *err)
{
    JournalMarks marks = marks_of(match, by);

    if (!state_is_legal(match_state(match), rules_of(match), action)) {
        return error_set(err, STATUS_ILLEGAL, "not a legal action now");
    }
    return submit(match, action, &marks, err);
}

Status match_step_bot(Match *match, Error *err)
{
    Seat seat = match_current_seat(match);
    JournalMarks marks = {.by = BY_BOT};
    BotQuestion question = {.state = match_state(match),
                            .rules = rules_of(match),
                            .seed = match->history.setup.seed,
                            .decision = match->history.count,
                            .seat = seat,
                            .type = match->seat[seat].type};
    Action action;

    assert(match->seat[seat].player == PLAYER_BOT);
    if (question.type == NULL) {
        return error_set(err, STATUS_IO, "seat %s: expected a bot, found only the name '%s'",
                         vocab_seat(seat_count(match), seat), match->seat[seat].spec);
    }
    Status status = bots_choose(&match->bots, &question, &action, marks.fault, err);
    if (status != STATUS_OK || match->bots.thinks) {
        return status;
    }
    marks.seconds = marks_of(match, BY_BOT).seconds;
    return submit(match, action, &marks, err);
}

Status match_think_bot(Match *match, bool *chose, Error *err)
{
    match->bots.sliced = true;
    Status status = match_step_bot(match, err);
    *chose = status == STATUS_OK && !match->bots.thinks;
    return status;
}

bool match_bot_waits(const Match *match)
{
    return match->bots.thinks && match->bots.waits;
}

void match_want_reasons(Match *match, Reasons *reasons)
{
    match->bots.reasons = reasons;
}

void match_work_with(Match *match, BotWork *work, int threads)
{
    match->bots.work = work;
    match->bots.threads = threads;
}

int match_fault_count(const Match *match, Seat seat)
{
    return match->bots.faults[seat];
}

const char *match_last_fault(const Match *match)
{
    return match->bots.last_fault;
}

int match_undo_target(const Match *match)
{
    int target = match->history.count - 1;

    while (target >= 0 && match->history.choice[target].by == BY_BOT) {
        target--;
    }
    return target;
}

UndoKind match_can_undo(const Match *match)
{
    return match_can_undo_to(match, match_undo_target(match));
}

Status match_undo(Match *match, bool confirmed, Error *err)
{
    return match_undo_to(match, match_undo_target(match), confirmed, err);
}

UndoKind match_can_undo_to(const Match *match, int decision)
{
    return history_undo_kind(&match->history, decision);
}

Status match_undo_to(Match *match, int decision, bool confirmed, Error *err)
{
    UndoKind kind = match_can_undo_to(match, decision);
    JournalMarks marks = marks_of(match, BY_HAND);
    char line[JOURNAL_LINE_SIZE];

    if (kind == UNDO_NONE) {
        return error_set(err, STATUS_ILLEGAL, "there is no choice to take back");
    }
    if (kind == UNDO_TAKE_BACK && !confirmed) {
        return error_set(err, STATUS_ILLEGAL,
                         "something was revealed or another seat has chosen since: taking the "
                         "choice back wants the table's consent");
    }
    marks.take_back = kind == UNDO_TAKE_BACK;
    journal_print_undo(line, decision, &marks);
    Status status = write_line(match, line, err);
    if (status != STATUS_OK) {
        return status;
    }
    history_back(&match->history, decision);
    bots_close(&match->bots); /* what they remember has not happened */
    return STATUS_OK;
}

bool match_redo_action(const Match *match, Action *action)
{
    const Choice *undone = history_undone(&match->history);

    if (undone != NULL) {
        *action = undone->action;
    }
    return undone != NULL;
}

static bool is_same_player(const MatchSeat *a, const MatchSeat *b)
{
    return a->player == b->player && (a->player == PLAYER_HUMAN || strcmp(a->spec, b->spec) == 0);
}

Status match_seat_change(Match *match, Seat seat, const MatchSeat *player, Error *err)
{
    char line[JOURNAL_LINE_SIZE];

    assert(is_seat(match, seat) && player->player != PLAYER_NONE);
    Status status = check_seat(match, seat, player, err);
    if (status == STATUS_OK && !is_same_player(&match->seat[seat], player)) {
        journal_print_seat(line, seat_count(match), seat, player);
        status = write_line(match, line, err);
        bots_forgive(&match->bots, seat);
    }
    if (status != STATUS_OK) {
        return status;
    }
    match->seat[seat] = *player;
    bots_close_seat(&match->bots, seat);
    return STATUS_OK;
}

int match_last_decision(const Match *match, Seat seat)
{
    int number = match->history.count - 1;

    while (number >= 0 && match->history.choice[number].seat != seat) {
        number--;
    }
    return number;
}

Seat match_decision_seat(const Match *match, int decision)
{
    assert(decision >= 0 && decision < match->history.count);
    return match->history.choice[decision].seat;
}

int match_decision_round(const Match *match, int decision)
{
    assert(decision >= 0 && decision < match->history.count);
    return match->history.state[decision].round;
}

bool match_decision_action(const Match *match, int decision, Seat viewer, Action *action)
{
    assert(decision >= 0 && decision < match->history.count);
    *action = match->history.choice[decision].action;
    return history_tells(&match->history, decision, viewer, match->history.count);
}

static bool hides_card(const Match *match, int decision, Seat viewer, const Event *event)
{
    if (event->kind == EVENT_DREW) {
        return event->subject != viewer;
    }
    return event->kind == EVENT_COMMITTED &&
           !history_tells(&match->history, decision, viewer, match->history.count);
}

void match_events(const Match *match, int decision, Seat viewer, EventLog *log)
{
    history_events(&match->history, decision, log);
    for (int i = 0; i < log->count; i++) {
        if (hides_card(match, decision, viewer, &log->item[i])) {
            log->item[i].a = CARD_HIDDEN;
        }
    }
}
