#include "app/play_seats.h"

#include <stdio.h>
#include <string.h>

#include "app/seating.h"

enum { ECHO_SIZE = 64 };

static const char *const all_seats[] = {"US", "CN", "UC", "UO", "CC", "CO", NULL};
static const char *const players[] = {"human", "random", NULL};
static const char default_bot[] = "random";

static void seat_person(MatchSeat *seat)
{
    *seat = (MatchSeat){.player = PLAYER_HUMAN};
    snprintf(seat->spec, sizeof seat->spec, "%s", players[0]);
}

static bool seat_bot(MatchSeat *seat, const char *spec)
{
    *seat = (MatchSeat){.player = PLAYER_BOT, .type = bot_find(spec)};
    snprintf(seat->spec, sizeof seat->spec, "%s", spec);
    return seat->type != NULL;
}

static Outcome unknown_seat(const char *name, const char *command)
{
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    return complain_usage(command,
                          "--seats: expected 2, 4 or a list like US=human,CN=random, found '%s'%s",
                          printable(echo, sizeof echo, name), hint_nearest(hint, all_seats, name));
}

static Outcome seat_spec(MatchSeat *seat, const char *spec, const char *command)
{
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];
    char list[ECHO_SIZE];

    if (strcmp(spec, players[0]) == 0) {
        seat_person(seat);
        return OUTCOME_RUN;
    }
    if (seat_bot(seat, spec)) {
        return OUTCOME_RUN;
    }
    return complain_usage(command, "--seats: unknown player '%s': expected %s%s",
                          printable(echo, sizeof echo, spec), words_join(list, sizeof list, players),
                          hint_nearest(hint, players, spec));
}

/* Seats one "SEAT=SPEC". */
static Outcome seat_entry(PlaySeats *seats, char *entry, const char *command)
{
    char *equals = strchr(entry, '=');

    if (equals == NULL && vocab_find(all_seats, entry) >= 0) {
        return complain_usage(command, "--seats: expected a player, as in %s=human, found only '%s'",
                              entry, entry);
    }
    if (equals == NULL) {
        return unknown_seat(entry, command);
    }
    *equals = '\0';
    int seat = seating_find(seats->count, entry);
    if (seat < 0 && vocab_find(all_seats, entry) >= 0) {
        return complain_usage(command, "--seats: expected seats of one game, US and CN or UC, UO, "
                                       "CC and CO, found both");
    }
    if (seat < 0) {
        return unknown_seat(entry, command);
    }
    if (seats->seat[seat].player != PLAYER_NONE) {
        return complain_usage(command, "--seats: expected each seat once, found %s twice", entry);
    }
    return seat_spec(&seats->seat[seat], equals + 1, command);
}

static Outcome seat_list(PlaySeats *seats, const char *text, const char *command)
{
    bool more = true;

    while (more) {
        char entry[SEAT_SPEC_SIZE];
        size_t length = strcspn(text, ",");
        snprintf(entry, sizeof entry, "%.*s", (int)length, text);
        Outcome outcome = seat_entry(seats, entry, command);
        if (outcome != OUTCOME_RUN) {
            return outcome;
        }
        more = text[length] == ',';
        text += length + more;
    }
    return OUTCOME_RUN;
}

Outcome play_seats_parse(PlaySeats *seats, const char *text, const char *command)
{
    char first[ECHO_SIZE];

    *seats = (PlaySeats){.count = 0};
    if (strcmp(text, "2") == 0 || strcmp(text, "4") == 0) {
        seats->count = text[0] - '0';
        return OUTCOME_RUN;
    }
    /* The first seat's name tells which game it is. */
    snprintf(first, sizeof first, "%.*s", (int)strcspn(text, "="), text);
    seats->count = vocab_find(vocab_bloc, first) >= 0 ? 2 : 4;
    return seat_list(seats, text, command);
}

void play_seats_fill(PlaySeats *seats)
{
    bool people = false;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        people = people || seats->seat[seat].player == PLAYER_HUMAN;
    }
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(seats->count)) {
        if (seats->seat[seat].player != PLAYER_NONE) {
            continue;
        }
        if (people) {
            seat_bot(&seats->seat[seat], default_bot);
        } else {
            seat_person(&seats->seat[seat]);
            people = true;
        }
    }
}
