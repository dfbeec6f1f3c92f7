#include "app/seating.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/status.h"

enum { ECHO_SIZE = 64, ENTRY_SIZE = SEAT_SPEC_SIZE + 8 };

static const char nobodys_bot[] = "random";

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

static Status seat_bot(Seating *seating, Seat seat, const char *word, Error *err)
{
    MatchSeat *player = &seating->seat[seat];

    player->player = PLAYER_BOT;
    snprintf(player->spec, sizeof player->spec, "%s", word);
    return bot_files_find(&seating->files, word, &player->type, err);
}

static void seat_others(Seating *seating)
{
    Error err;

    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(seating->count)) {
        if (seating->seat[seat].player == PLAYER_NONE) {
            seat_bot(seating, seat, nobodys_bot, &err); /* which there is */
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

/* Seats one "SEAT=BOT". */
static Outcome seat_entry(Seating *seating, char *entry, const char *command)
{
    char *equals = strchr(entry, '=');
    Error err;

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
    if (strlen(equals + 1) >= SEAT_SPEC_SIZE) {
        return complain_usage(command, "--seats: expected the name of a bot of less than %d bytes",
                              SEAT_SPEC_SIZE);
    }
    Status status = seat_bot(seating, seat, equals + 1, &err);
    if (status == STATUS_PARSE) {
        return complain_usage(command, "--seats: %s", err.text);
    }
    return status == STATUS_OK ? OUTCOME_RUN : complain_error(&err);
}

static Outcome seat_list(Seating *seating, const char *text, const char *command)
{
    bool more = true;

    while (more) {
        char entry[ENTRY_SIZE];
        size_t length = strcspn(text, ",");
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

Outcome seating_parse(Seating *seating, const char *text, const char *command)
{
    char first[ENTRY_SIZE];
    Outcome outcome = OUTCOME_RUN;

    *seating = (Seating){.count = 0};
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
        return outcome;
    }
    seat_others(seating);
    return OUTCOME_RUN;
}

void seating_close(Seating *seating)
{
    bot_files_close(&seating->files);
}
