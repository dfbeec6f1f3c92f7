#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/game.h"
#include "app/options.h"
#include "app/trace.h"
#include "app/verify.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/lines.h"

enum {
    ECHO_SIZE = 96,  /* of a quotation in a message */
    FIELD_SIZE = 64, /* of one word of a line */
};

/* A trace that is being played again: its lines are expected to be those of the file. */
typedef struct Replay {
    LineReader *lines;
    Verdict *verdict;
    Trace trace;
} Replay;

/* The word of `line` at `at`, for a message. */
static const char *field_at(char field[FIELD_SIZE], const char *line, size_t at)
{
    char word[FIELD_SIZE];

    if (at > strlen(line)) {
        return "nothing";
    }
    snprintf(word, sizeof word, "%.*s", (int)strcspn(line + at, " "), line + at);
    return word[0] == '\0' ? "nothing" : printable(field, FIELD_SIZE, word);
}

static Status differs(const Replay *replay, const char *expected, const char *found)
{
    Verdict *verdict = replay->verdict;
    char wanted[FIELD_SIZE];
    char given[FIELD_SIZE];
    size_t field = 0; /* where the first word begins that differs */
    size_t same = 0;

    for (; expected[same] == found[same] && expected[same] != '\0'; same++) {
        field = expected[same] == ' ' ? same + 1 : field;
    }
    if ((expected[same] == ' ' && found[same] == '\0') ||
        (expected[same] == '\0' && found[same] == ' ')) {
        field = same + 1; /* one of them has a word more */
    }
    snprintf(verdict->expected, VERSION_SIZE, "%s", expected);
    printable(verdict->found, VERSION_SIZE, found);
    return error_set(&verdict->err, STATUS_PARSE,
                     "%s:%d: the replay differs: expected %s, found %s", replay->lines->name,
                     replay->lines->number, field_at(wanted, expected, field),
                     field_at(given, found, field));
}

static Status ends_early(const Replay *replay, const char *expected)
{
    char echo[ECHO_SIZE];

    return error_set(&replay->verdict->err, STATUS_PARSE,
                     "%s:%d: expected '%s', found the end of the file", replay->lines->name,
                     replay->lines->number, printable(echo, sizeof echo, expected));
}

static Status check_line(void *user, const char *expected)
{
    Replay *replay = user;
    const char *found;
    Status status = lines_peek(replay->lines, &found, &replay->verdict->err);

    if (status != STATUS_OK) {
        return status;
    }
    if (found == NULL) {
        return ends_early(replay, expected);
    }
    if (strcmp(expected, found) != 0) {
        return differs(replay, expected, found);
    }
    lines_skip(replay->lines);
    return STATUS_OK;
}

/* Moves `*text` behind `word` if it begins with it. */
static bool accept(const char **text, const char *word)
{
    size_t length = strlen(word);

    if (strncmp(*text, word, length) != 0) {
        return false;
    }
    *text += length;
    return true;
}

/* Takes the value of a `name=value` field off `*text`. */
static bool accept_field(const char **text, const char *name, char value[FIELD_SIZE])
{
    if (!accept(text, name)) {
        return false;
    }
    size_t length = strcspn(*text, " ");
    if (length >= FIELD_SIZE) {
        return false;
    }
    memcpy(value, *text, length);
    value[length] = '\0';
    *text += length;
    return true;
}

static Status wrong_header(const Replay *replay, const char *expected, const char *found)
{
    char echo[ECHO_SIZE];

    return error_set(&replay->verdict->err, STATUS_PARSE, "%s:1: expected %s, found '%s'",
                     replay->lines->name, expected, printable(echo, sizeof echo, found));
}

static Status set_scenario(Replay *replay, const char *id)
{
    Error err;
    int scenario = game_find_scenario(replay->trace.rules, id, &err);

    if (scenario < 0) {
        return error_set(&replay->verdict->err, STATUS_PARSE, "%s:1: %s", replay->lines->name,
                         err.text);
    }
    replay->trace.setup.scenario = scenario;
    return STATUS_OK;
}

static Status set_game(Replay *replay, const char *seats, const char *seed)
{
    Setup *setup = &replay->trace.setup;

    if (strcmp(seats, "2") != 0 && strcmp(seats, "4") != 0) {
        return wrong_header(replay, "seats=2 or seats=4", seats);
    }
    if (!number_parse(&setup->seed, seed, range_seed)) {
        return wrong_header(replay, "a seed from 0 to 18446744073709551615", seed);
    }
    setup->seat_count = seats[0] - '0';
    return STATUS_OK;
}

static Status read_header(Replay *replay)
{
    static const char form[] = "'trace 1 scenario=NAME seats=2|4 seed=N', then ' legal=1' and "
                               "' states=1' where it has such lines";
    char scenario[FIELD_SIZE];
    char seats[FIELD_SIZE];
    char seed[FIELD_SIZE];
    const char *line;
    Status status = lines_peek(replay->lines, &line, &replay->verdict->err);

    if (status != STATUS_OK) {
        return status;
    }
    const char *rest = line;
    if (!accept(&rest, "trace 1 ") || !accept_field(&rest, "scenario=", scenario) ||
        !accept_field(&rest, " seats=", seats) || !accept_field(&rest, " seed=", seed)) {
        return wrong_header(replay, form, line);
    }
    replay->trace.legal = accept(&rest, " legal=1");
    replay->trace.states = accept(&rest, " states=1");
    if (rest[0] != '\0') {
        return wrong_header(replay, form, line);
    }
    status = set_scenario(replay, scenario);
    return status == STATUS_OK ? set_game(replay, seats, seed) : status;
}

/* Copies the action of a decision line, "8 CN operation n=31 ACTION h=…"; false if it has none. */
static bool find_action(char action[ACTION_TEXT_SIZE], const char *line)
{
    static const char count[] = " n=";
    static const char hash[] = " h=";
    const char *from = strstr(line, count);

    from = from == NULL ? NULL : strchr(from + strlen(count), ' ');
    const char *to = from == NULL ? NULL : strstr(from, hash);
    if (to == NULL || to == from || to - from > ACTION_TEXT_SIZE) {
        return false;
    }
    size_t length = (size_t)(to - from) - 1;
    memcpy(action, from + 1, length);
    action[length] = '\0';
    return true;
}

/* `found` is NULL at the end of the file. */
static Status no_decision(const Replay *replay, const char *found)
{
    const Trace *trace = &replay->trace;
    char text[ECHO_SIZE];
    char echo[ECHO_SIZE + 2];

    snprintf(echo, sizeof echo, "'%s'", found == NULL ? "" : printable(text, sizeof text, found));
    return error_set(
        &replay->verdict->err, STATUS_PARSE,
        "%s:%d: expected '%" PRIu64 " %s %s n=%d ACTION h=…', found %s", replay->lines->name,
        replay->lines->number, trace->decisions,
        vocab_seat(trace->setup.seat_count, state_current_seat(&trace->state, trace->rules)),
        decision_name[state_decision(&trace->state, trace->rules)], trace->choice.count,
        found == NULL ? "the end of the file" : echo);
}

static Status illegal(const Replay *replay, const char *found)
{
    enum { LIST_SIZE = 240 };
    const ActionList *legal = &replay->trace.choice;
    char text[ACTIONS_MAX][ACTION_TEXT_SIZE];
    const char *words[ACTIONS_MAX + 1];
    char list[LIST_SIZE];
    char hint[HINT_SIZE];
    char echo[ECHO_SIZE];

    for (int i = 0; i < legal->count; i++) {
        action_print(text[i], legal->item[i], replay->trace.rules);
        words[i] = text[i];
    }
    words[legal->count] = NULL;
    return error_set(&replay->verdict->err, STATUS_ILLEGAL,
                     "%s:%d: not legal in decision %" PRIu64 ": '%s': expected %s%s",
                     replay->lines->name, replay->lines->number, replay->trace.decisions,
                     printable(echo, sizeof echo, found), words_join(list, sizeof list, words),
                     hint_nearest(hint, words, found));
}

/* The action that the file's next line says was chosen. */
static Status read_action(Replay *replay, Action *action)
{
    char text[ACTION_TEXT_SIZE];
    const char *line;
    Status status = lines_peek(replay->lines, &line, &replay->verdict->err);

    if (status != STATUS_OK) {
        return status;
    }
    if (line == NULL || !find_action(text, line)) {
        return no_decision(replay, line);
    }
    for (int i = 0; i < replay->trace.choice.count; i++) {
        char candidate[ACTION_TEXT_SIZE];
        *action = replay->trace.choice.item[i];
        action_print(candidate, *action, replay->trace.rules);
        if (strcmp(candidate, text) == 0) {
            return STATUS_OK;
        }
    }
    return illegal(replay, text);
}

static Status check_end(Replay *replay)
{
    const char *line;
    char echo[ECHO_SIZE];
    Status status = lines_peek(replay->lines, &line, &replay->verdict->err);

    if (status != STATUS_OK || line == NULL) {
        return status;
    }
    return error_set(&replay->verdict->err, STATUS_PARSE,
                     "%s:%d: expected the end of the file, found '%s'", replay->lines->name,
                     replay->lines->number, printable(echo, sizeof echo, line));
}

static Status replay_game(Replay *replay)
{
    Trace *trace = &replay->trace;
    Status status = read_header(replay);

    if (status == STATUS_OK) {
        status = trace_begin(trace);
    }
    while (status == STATUS_OK && trace->choice.count > 0) {
        Action action = {.verb = 0};
        status = read_action(replay, &action);
        if (status == STATUS_OK) {
            status = trace_play(trace, action);
        }
    }
    if (status == STATUS_OK) {
        status = trace_finish(trace);
    }
    return status == STATUS_OK ? check_end(replay) : status;
}

Status verify_trace(LineReader *lines, const Rules *rules, Verdict *verdict)
{
    Replay *replay = malloc(sizeof *replay);

    if (replay == NULL) {
        return error_set(&verdict->err, STATUS_MEMORY, "%s: out of memory", lines->name);
    }
    replay->lines = lines;
    replay->verdict = verdict;
    replay->trace.rules = rules;
    replay->trace.sink = check_line;
    replay->trace.user = replay;
    replay->trace.decisions = 0;
    Status status = replay_game(replay);
    verdict->decisions = replay->trace.decisions;
    free(replay);
    return status;
}
