#include "app/seating.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "app/bot_command.h"
#include "core/state.h"
#include "core/status.h"
#include "script/script_bot.h"

enum {
    ECHO_SIZE = 64,
    ENTRY_SIZE = SEAT_SPEC_SIZE + 8,
    SEATS_TEXT = SEATS_MAX * (SEAT_SPEC_SIZE + 4),
};

static const char nobodys_bot[] = "random";
static const char person[] = "human";

static const char *const all_seats[] = {"US", "CN", "UC", "UO", "CC", "CO", NULL};

int seating_step(int seat_count)
{
    return SEATS_MAX / seat_count;
}

int seating_find(int seat_count, const char *name)
{
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(seat_count)) {
        if (strcmp(vocab_seat(seat_count, seat), name) == 0) {
            return seat;
        }
    }
    return -1;
}

Status seating_put(Seating *seating, Seat seat, const char *word, Error *err)
{
    MatchSeat *player = &seating->seat[seat];

    snprintf(player->spec, sizeof player->spec, "%s", word);
    if (seating->people && strcmp(word, person) == 0) {
        player->player = PLAYER_HUMAN;
        return STATUS_OK;
    }
    player->player = PLAYER_BOT;
    return bot_files_find(&seating->files, word, &player->type, err);
}

static void seat_others(Seating *seating)
{
    Error err;

    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(seating->count)) {
        if (seating->seat[seat].player == PLAYER_NONE) {
            seating_put(seating, seat, nobodys_bot, &err); /* which there is */
        }
    }
}

void seating_fill(Seating *seating)
{
    bool people = false;
    Error err;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        people = people || seating->seat[seat].player == PLAYER_HUMAN;
    }
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(seating->count)) {
        if (seating->seat[seat].player != PLAYER_NONE) {
            continue;
        }
        const char *word = people ? bot_files_usual : person;
        people = true;
        if (seating_put(seating, seat, word, &err) != STATUS_OK) {
            seating_put(seating, seat, nobodys_bot, &err);
        }
    }
}

static Outcome unknown_seat(const char *name, const char *command)
{
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    return complain_usage(command,
                          "--seats: expected 2, 4 or a list like US=random,CN=random, found '%s'%s",
                          printable(echo, sizeof echo, name), hint_nearest(hint, all_seats, name));
}

static Outcome unknown_player(const char *word, const char *command)
{
    static const char *const names[] = {person, NULL};
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    if (hint_nearest(hint, names, word)[0] == '\0') {
        bot_files_hint(hint, word);
    }
    return complain_usage(command,
                          "--seats: unknown player '%s': expected %s, one of `tpd bots`, a file "
                          "that ends in .lua, or cmd:\"COMMAND\"%s",
                          printable(echo, sizeof echo, word), person, hint);
}

/* The word as it is kept: one for a command is always in quotes. */
static Outcome keep_word(char word[SEAT_SPEC_SIZE], const char *given, const char *command)
{
    char program[BOT_COMMAND_SIZE];
    char echo[ECHO_SIZE];

    if (!bot_command_is(given)) {
        snprintf(word, SEAT_SPEC_SIZE, "%s", given);
        return strlen(given) < SEAT_SPEC_SIZE
                   ? OUTCOME_RUN
                   : complain_usage(command,
                                    "--seats: expected the name of a bot of less than %d bytes",
                                    SEAT_SPEC_SIZE);
    }
    if (!bot_command_read(program, given) || !bot_command_print(word, SEAT_SPEC_SIZE, program)) {
        return complain_usage(command,
                              "--seats: expected cmd:\"COMMAND\" of less than %d bytes, found '%s'",
                              BOT_COMMAND_SIZE, printable(echo, sizeof echo, given));
    }
    return OUTCOME_RUN;
}

static Outcome seat_word(Seating *seating, Seat seat, const char *given, const char *command)
{
    char word[SEAT_SPEC_SIZE];
    Error err;
    Outcome outcome = keep_word(word, given, command);

    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (seating->people && strcmp(word, person) != 0 && !bot_files_is_bot(word)) {
        return unknown_player(word, command);
    }
    Status status = seating_put(seating, seat, word, &err);
    if (status == STATUS_PARSE) {
        return complain_usage(command, "--seats: %s", err.text);
    }
    return status == STATUS_OK ? OUTCOME_RUN : complain_error(&err);
}

/* Seats one "SEAT=BOT". */
static Outcome seat_entry(Seating *seating, char *entry, const char *command)
{
    char *equals = strchr(entry, '=');

    if (equals == NULL && vocab_find(all_seats, entry) >= 0) {
        return complain_usage(command, "--seats: expected a bot, as in %s=%s, found only '%s'",
                              entry, nobodys_bot, entry);
    }
    if (equals == NULL) {
        return unknown_seat(entry, command);
    }
    *equals = '\0';
    int seat = seating_find(seating->count, entry);
    if (seat < 0 && vocab_find(all_seats, entry) >= 0) {
        return complain_usage(command,
                              "--seats: expected seats of one game, US and CN or UC, UO, CC "
                              "and CO, found both");
    }
    if (seat < 0) {
        return unknown_seat(entry, command);
    }
    if ((seating->named >> seat & 1U) != 0) {
        return complain_usage(command, "--seats: expected each seat once, found %s twice", entry);
    }
    seating->named |= 1U << seat;
    return seat_word(seating, seat, equals + 1, command);
}

static Outcome seat_list(Seating *seating, const char *text, const char *command)
{
    bool more = true;

    while (more) {
        char entry[ENTRY_SIZE];
        size_t length = bot_command_word_length(text);
        snprintf(entry, sizeof entry, "%.*s", (int)length, text);
        Outcome outcome = seat_entry(seating, entry, command);
        if (outcome != OUTCOME_RUN) {
            return outcome;
        }
        more = text[length] == ',';
        text += length + more;
    }
    return OUTCOME_RUN;
}

static Outcome parse(Seating *seating, const char *text, const char *command)
{
    char first[ENTRY_SIZE];
    Outcome outcome = OUTCOME_RUN;

    if (strcmp(text, "2") == 0 || strcmp(text, "4") == 0) {
        seating->count = text[0] - '0';
    } else {
        /* The first seat's name tells which game it is. */
        snprintf(first, sizeof first, "%.*s", (int)strcspn(text, "="), text);
        seating->count = vocab_find(vocab_bloc, first) >= 0 ? 2 : 4;
        outcome = seat_list(seating, text, command);
    }
    if (outcome != OUTCOME_RUN) {
        seating_close(seating);
    }
    return outcome;
}

Outcome seating_parse(Seating *seating, const char *text, const char *command)
{
    *seating = (Seating){.files = {.meter = BOT_WATCHED}};
    Outcome outcome = parse(seating, text, command);
    if (outcome == OUTCOME_RUN) {
        seat_others(seating);
    }
    return outcome;
}

Outcome seating_parse_people(Seating *seating, const char *text, const char *command)
{
    *seating = (Seating){.people = true};
    return parse(seating, text, command);
}

/* The seats as words of --seats: "US=human,CN=my.lua". */
static void print_seats(char text[SEATS_TEXT], const Match *match)
{
    int length = 0;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        const MatchSeat *player = match_seat(match, seat);
        if (player->player != PLAYER_NONE && length < SEATS_TEXT) {
            length += snprintf(text + length, (size_t)(SEATS_TEXT - length), "%s%s=%s",
                               length == 0 ? "" : ",",
                               vocab_seat(match_setup(match)->seat_count, seat), player->spec);
        }
    }
}

Status seating_again(Seating *seating, Match *match, const char *path, Error *err)
{
    char text[SEATS_TEXT];
    Status status = STATUS_OK;

    for (Seat seat = 0; seat < SEATS_MAX && status == STATUS_OK; seat++) {
        MatchSeat player = *match_seat(match, seat);
        if (player.player != PLAYER_BOT || player.type != NULL) {
            continue;
        }
        if (!bot_files_is_shipped(player.spec)) {
            print_seats(text, match);
            return error_set(err, STATUS_ILLEGAL,
                             "%.300s: a journal starts no file; the seats were %.500s: expected "
                             "them again in --seats",
                             path, text);
        }
        status = bot_files_find(&seating->files, player.spec, &player.type, err);
        if (status == STATUS_OK) {
            status = match_seat_change(match, seat, &player, err);
        }
    }
    return status;
}

void seating_close(Seating *seating)
{
    bot_files_close(&seating->files);
}
