#include "app/seating.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "ai/bot.h"

enum { ECHO_SIZE = 64, ENTRY_SIZE = SEAT_SPEC_SIZE };

static const char person[] = "human";
static const char *const players[] = {person, "random", NULL};
static const char *const *const bots = players + 1;
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

void seating_human(MatchSeat *seat)
{
    *seat = (MatchSeat){.player = PLAYER_HUMAN};
    snprintf(seat->spec, sizeof seat->spec, "%s", person);
}

bool seating_bot(MatchSeat *seat, const char *spec)
{
    *seat = (MatchSeat){.player = PLAYER_BOT, .type = bot_find(spec)};
    snprintf(seat->spec, sizeof seat->spec, "%s", spec);
    return seat->type != NULL;
}

void seating_fill(Seating *seating, const char *bot)
{
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(seating->count)) {
        if (seating->seat[seat].player == PLAYER_NONE) {
            seating_bot(&seating->seat[seat], bot);
        }
    }
}

static Outcome unknown_seat(const Seating *seating, const char *name, const char *command)
{
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    return complain_usage(command,
                          "--seats: expected 2, 4 or a list like US=%s,CN=random, found '%s'%s",
                          seating->people ? person : bots[0], printable(echo, sizeof echo, name),
                          hint_nearest(hint, all_seats, name));
}

static Outcome sit_down(Seating *seating, Seat seat, const char *spec, const char *command)
{
    const char *const *words = seating->people ? players : bots;
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];
    char list[ECHO_SIZE];

    if (seating->people && strcmp(spec, person) == 0) {
        seating_human(&seating->seat[seat]);
        return OUTCOME_RUN;
    }
    if (seating_bot(&seating->seat[seat], spec)) {
        return OUTCOME_RUN;
    }
    return complain_usage(command, "--seats: unknown %s '%s': expected %s%s",
                          seating->people ? "player" : "bot", printable(echo, sizeof echo, spec),
                          words_join(list, sizeof list, words), hint_nearest(hint, words, spec));
}

/* Seats one "SEAT=SPEC". */
static Outcome seat_entry(Seating *seating, char *entry, const char *command)
{
    char *equals = strchr(entry, '=');

    if (equals == NULL && vocab_find(all_seats, entry) >= 0) {
        return complain_usage(command, "--seats: expected %s, as in %s=%s, found only '%s'",
                              seating->people ? "a player" : "a bot", entry, bots[0], entry);
    }
    if (equals == NULL) {
        return unknown_seat(seating, entry, command);
    }
    *equals = '\0';
    int seat = seating_find(seating->count, entry);
    if (seat < 0 && vocab_find(all_seats, entry) >= 0) {
        return complain_usage(command,
                              "--seats: expected seats of one game, US and CN or UC, UO, CC "
                              "and CO, found both");
    }
    if (seat < 0) {
        return unknown_seat(seating, entry, command);
    }
    if (seating->seat[seat].player != PLAYER_NONE) {
        return complain_usage(command, "--seats: expected each seat once, found %s twice", entry);
    }
    return sit_down(seating, seat, equals + 1, command);
}

static Outcome seat_list(Seating *seating, const char *text, const char *command)
{
    bool more = true;

    while (more) {
        char entry[ENTRY_SIZE];
        size_t length = strcspn(text, ",");
        if (length >= sizeof entry) {
            return complain_usage(command, "--seats: expected names of less than %d bytes",
                                  SEAT_SPEC_SIZE);
        }
        memcpy(entry, text, length);
        entry[length] = '\0';
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
    char first[ECHO_SIZE];

    *seating = (Seating){.people = seating->people};
    if (strcmp(text, "2") == 0 || strcmp(text, "4") == 0) {
        seating->count = text[0] - '0';
        return OUTCOME_RUN;
    }
    /* The first seat's name tells which game it is. */
    snprintf(first, sizeof first, "%.*s", (int)strcspn(text, "="), text);
    seating->count = vocab_find(vocab_bloc, first) >= 0 ? 2 : 4;
    return seat_list(seating, text, command);
}
