/* Reading a journal: each line is played, and must be what this build would have written there. */

#include <inttypes.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/history.h"
#include "match/journal.h"
#include "match/journal_parts.h"
#include "match/lines.h"
#include "match/seat.h"

enum { ECHO_MAX = 60 };

static void names_of_seats(const char *names[SEATS_MAX + 1], int seat_count)
{
    int count = 0;

    for (Seat seat = 0; seat < SEATS_MAX; seat += journal_seat_step(seat_count)) {
        names[count++] = vocab_seat(seat_count, seat);
    }
    names[count] = NULL;
}

/* Takes the id of a seat and the blank behind it off `*text`. */
static Status take_seat(JournalReader *reader, const char **text, Seat *seat)
{
    int seat_count = reader->journal->history.setup.seat_count;
    const char *names[SEATS_MAX + 1];
    size_t length = strcspn(*text, " ");

    names_of_seats(names, seat_count);
    for (int i = 0; names[i] != NULL; i++) {
        if (strlen(names[i]) == length && strncmp(names[i], *text, length) == 0) {
            *seat = i * journal_seat_step(seat_count);
            *text += length;
            return STATUS_OK;
        }
    }
    return journal_fault(reader, "unknown seat '%.*s': expected %s",
                         error_quote(*text, length < ECHO_MAX ? (int)length : ECHO_MAX), *text,
                         seat_count == 2 ? "US or CN" : "UC, UO, CC or CO");
}

/* The marks that a line of one kind may bear. */
typedef enum MarkSet { MARKS_SEAT, MARKS_DECISION, MARKS_UNDO } MarkSet;

/* Takes one mark off `*text`; false if it is none, or stands there twice. */
static bool take_mark(const char **text, JournalMarks *marks, MarkSet set)
{
    uint64_t number;
    char word[JOURNAL_HINT_SIZE];

    if (marks->by < 0 && journal_accept(text, "by=")) {
        marks->by = journal_take_word(text, word, sizeof word) ? vocab_find(journal_by, word) : -1;
        return marks->by >= 0;
    }
    if (marks->seconds < 0 && journal_accept(text, "t=")) {
        bool taken = journal_take_number(text, &number, LONG_MAX);
        marks->seconds = taken ? (long)number : -1;
        return taken;
    }
    if (set == MARKS_UNDO && !marks->take_back && journal_accept(text, "take-back=1")) {
        marks->take_back = true;
        return true;
    }
    if (set == MARKS_DECISION && marks->fault[0] == '\0' && journal_accept(text, "fault=")) {
        return journal_take_word(text, marks->fault, sizeof marks->fault) &&
               marks->fault[0] != '\0';
    }
    return false;
}

static Status read_marks(JournalReader *reader, const char *text, JournalMarks *marks, MarkSet set)
{
    static const char *const form[] = {
        [MARKS_SEAT] = "by=WHO, t=SECONDS or the end of the line",
        [MARKS_DECISION] = "by=WHO, t=SECONDS, fault=\"TEXT\" or the end of the line",
        [MARKS_UNDO] = "by=WHO, t=SECONDS, take-back=1 or the end of the line",
    };

    *marks = (JournalMarks){.by = -1, .seconds = -1};
    while (*text != '\0') {
        const char *mark = text;
        if (!journal_accept(&text, " ") || !take_mark(&text, marks, set) ||
            (*text != ' ' && *text != '\0')) {
            return journal_fault(reader, "unknown mark '%.*s': expected %s",
                                 error_quote(mark, ECHO_MAX), mark, form[set]);
        }
    }
    return STATUS_OK;
}

/* The line of the journal says the same as `owed` up to the hash, and then another one. */
static bool differs_in_hash(const char *line, const char *owed)
{
    size_t known = (size_t)(strstr(owed, " h=") - owed) + strlen(" h=");

    return strncmp(line, owed, known) == 0;
}

static Status wrong_hash(JournalReader *reader, const char *owed)
{
    const char *expected = strstr(owed, " h=") + 1;
    const char *found = reader->line + (expected - owed);
    char where[JOURNAL_HINT_SIZE] = "end";

    if (!state_is_terminal(history_state(&reader->journal->history))) {
        snprintf(where, sizeof where, "round %d", history_state(&reader->journal->history)->round);
    }
    return journal_fault(reader, "%s: the replay differs: expected %s, found %.*s", where, expected,
                         error_quote(found, ECHO_MAX), found);
}

/* The line that the position owes stands next, or the file ends. */
static Status read_owed(JournalReader *reader)
{
    Journal *journal = reader->journal;
    char owed[JOURNAL_LINE_SIZE];
    char form[JOURNAL_LINE_SIZE + 2];

    if (journal_print_owed(owed, &journal->history) == 0) {
        return STATUS_OK;
    }
    if (reader->line == NULL && reader->lines->may_be_cut) {
        journal->owes = true;
        return STATUS_OK;
    }
    if (reader->line != NULL && strcmp(reader->line, owed) == 0) {
        return journal_next(reader);
    }
    if (reader->line != NULL && differs_in_hash(reader->line, owed)) {
        return wrong_hash(reader, owed);
    }
    snprintf(form, sizeof form, "'%s'", owed);
    return journal_expected(reader, form);
}

/* The texts of what may be chosen now. */
typedef struct Choices {
    char text[ACTIONS_MAX][ACTION_TEXT_SIZE];
    const char *words[ACTIONS_MAX + 1];
} Choices;

static void list_choices(Choices *choices, const History *history)
{
    ActionList legal;

    state_legal_actions(history_state(history), history->rules, &legal);
    for (int i = 0; i < legal.count; i++) {
        action_print(choices->text[i], legal.item[i], history->rules);
        choices->words[i] = choices->text[i];
    }
    choices->words[legal.count] = NULL;
}

static Status illegal(JournalReader *reader, const char *action)
{
    const History *history = &reader->journal->history;
    Choices choices;
    char list[JOURNAL_LIST_SIZE];
    char hint[JOURNAL_HINT_SIZE];

    list_choices(&choices, history);
    return journal_fault(reader, "not legal in decision %d: '%s': expected %s%s", history->count,
                         action, journal_list(list, choices.words),
                         journal_hint(hint, choices.words, action));
}

/* `why` is what action_parse() says, perhaps with a word that was meant. */
static Status unknown_action(JournalReader *reader, const char *action, const char *why)
{
    Choices choices;
    char hint[JOURNAL_HINT_SIZE] = "";

    list_choices(&choices, &reader->journal->history);
    if (strstr(why, "did you mean") == NULL) {
        journal_hint(hint, choices.words, action);
    }
    return journal_fault(reader, "%s%s", why, hint);
}

/* Takes the action, which ends where a mark begins, off `*text`. */
static Status take_action(JournalReader *reader, const char **text, Action *action)
{
    const History *history = &reader->journal->history;
    char words[ACTION_TEXT_SIZE];
    const char *end = strchr(*text, '=');
    Error err;

    end = end == NULL ? *text + strlen(*text) : end;
    while (end > *text && *end != '\0' && *end != ' ') {
        end--;
    }
    int length = (int)(end - *text);
    if (length == 0 || length >= ACTION_TEXT_SIZE) {
        return journal_expected(reader, "an action behind the seat");
    }
    snprintf(words, sizeof words, "%.*s", length, *text);
    if (action_parse(action, words, history->rules, &err) != STATUS_OK) {
        return unknown_action(reader, words, err.text);
    }
    if (!state_is_legal(history_state(history), history->rules, *action)) {
        return illegal(reader, words);
    }
    *text = end;
    return STATUS_OK;
}

/* Who makes a choice that no mark tells of. */
static MatchBy default_by(const Journal *journal, Seat seat)
{
    return journal->seat[seat].player == PLAYER_BOT ? BY_BOT : BY_HAND;
}

static Status wrong_turn(JournalReader *reader)
{
    const History *history = &reader->journal->history;
    char form[JOURNAL_HINT_SIZE];

    if (state_is_terminal(history_state(history))) {
        return journal_expected(reader, "'undo N' or the end of the file, as the game is over");
    }
    snprintf(form, sizeof form, "'%d %s ACTION'", history->count,
             vocab_seat(history->setup.seat_count, history_seat(history)));
    return journal_expected(reader, form);
}

static Status read_decision(JournalReader *reader)
{
    Journal *journal = reader->journal;
    History *history = &journal->history;
    const char *text = reader->line;
    JournalMarks marks;
    Action action = {.verb = 0};
    uint64_t number;
    Seat seat = 0;

    if (state_is_terminal(history_state(history)) ||
        !journal_take_number(&text, &number, INT_MAX) || number != (uint64_t)history->count ||
        !journal_accept(&text, " ")) {
        return wrong_turn(reader);
    }
    Status status = take_seat(reader, &text, &seat);
    if (status != STATUS_OK) {
        return status;
    }
    if (seat != history_seat(history) || !journal_accept(&text, " ")) {
        return wrong_turn(reader);
    }
    status = take_action(reader, &text, &action);
    if (status == STATUS_OK) {
        status = read_marks(reader, text, &marks, MARKS_DECISION);
    }
    if (status == STATUS_OK) {
        status = history_reserve(history, reader->err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    journal->faults[seat] += marks.fault[0] != '\0';
    history_play(history, action, marks.by < 0 ? default_by(journal, seat) : (MatchBy)marks.by);
    status = journal_next(reader);
    return status == STATUS_OK ? read_owed(reader) : status;
}

static Status read_undo(JournalReader *reader)
{
    History *history = &reader->journal->history;
    const char *text = reader->line + strlen("undo ");
    JournalMarks marks;
    uint64_t to;

    if (!journal_take_number(&text, &to, INT_MAX)) {
        return journal_expected(reader, "'undo N', N the number of a decision");
    }
    if (to >= (uint64_t)history->count) {
        return journal_fault(reader, "undo %d: expected the number of one of the %d decisions",
                             (int)to, history->count);
    }
    Status status = read_marks(reader, text, &marks, MARKS_UNDO);
    if (status != STATUS_OK) {
        return status;
    }
    if (history_undo_kind(history, (int)to) != UNDO_FREE && !marks.take_back) {
        return journal_fault(reader,
                             "undo %d: expected take-back=1, as something was revealed or another "
                             "seat has chosen since",
                             (int)to);
    }
    history_back(history, (int)to);
    return journal_next(reader);
}

/* "seat UC bot greedy.lua" */
static Status read_seat(JournalReader *reader)
{
    Journal *journal = reader->journal;
    const char *text = reader->line + strlen("seat ");
    MatchSeat player = {.player = PLAYER_BOT};
    JournalMarks marks;
    Seat seat = 0;
    Status status = take_seat(reader, &text, &seat);

    if (status != STATUS_OK) {
        return status;
    }
    if (journal_accept(&text, " human")) {
        player = (MatchSeat){.player = PLAYER_HUMAN, .spec = "human"};
    } else if (!journal_accept(&text, " bot")) {
        return journal_expected(reader, "'human' or 'bot SPEC' behind the seat");
    }
    bool marked = *text == '\0' || strncmp(text, " by=", strlen(" by=")) == 0 ||
                  strncmp(text, " t=", strlen(" t=")) == 0;
    if (!marked && (player.player != PLAYER_BOT || !journal_accept(&text, " ") ||
                    !journal_take_word(&text, player.spec, sizeof player.spec))) {
        return journal_expected(reader, "'human' or 'bot SPEC' behind the seat");
    }
    status = read_marks(reader, text, &marks, MARKS_SEAT);
    if (status != STATUS_OK) {
        return status;
    }
    journal->seat[seat] = player;
    return journal_next(reader);
}

static Status unknown_line(JournalReader *reader)
{
    static const char *const words[] = {"undo", "seat", "round", "end", NULL};
    char word[JOURNAL_HINT_SIZE];
    char hint[JOURNAL_HINT_SIZE];
    const char *line = reader->line;

    snprintf(word, sizeof word, "%.*s", (int)strcspn(line, " "), line);
    if (vocab_find(words, word) >= 0) {
        return wrong_turn(reader);
    }
    return journal_fault(reader, "unknown line '%.*s': expected a decision, 'undo N' or 'seat …'%s",
                         error_quote(line, ECHO_MAX), line, journal_hint(hint, words, word));
}

static Status read_line(JournalReader *reader)
{
    const char *line = reader->line;

    if (line[0] >= '0' && line[0] <= '9') {
        return read_decision(reader);
    }
    if (strncmp(line, "undo ", strlen("undo ")) == 0) {
        return read_undo(reader);
    }
    if (strncmp(line, "seat ", strlen("seat ")) == 0) {
        return read_seat(reader);
    }
    return unknown_line(reader);
}

Status journal_read(Journal *journal, LineReader *lines, const Rules *rules, Error *err)
{
    JournalReader reader = {.journal = journal, .lines = lines, .rules = rules, .err = err};

    *journal = (Journal){.owes = false};
    Status status = journal_read_head(&reader);
    if (status == STATUS_OK) {
        status = read_owed(&reader);
    }
    while (status == STATUS_OK && reader.line != NULL) {
        status = read_line(&reader);
    }
    journal->size = lines->size;
    if (status != STATUS_OK) {
        journal_clear(journal);
    }
    return status;
}

void journal_clear(Journal *journal)
{
    history_clear(&journal->history);
}
