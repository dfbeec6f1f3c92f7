#include "app/seating.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "ai/bot.h"

enum { ECHO_SIZE = 64, ENTRY_SIZE = 64 };

static const char *const bot_names[] = {"random", NULL};

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

void seating_seat(const Seating *seating, Seat seat, MatchSeat *player)
{
    *player = (MatchSeat){.player = PLAYER_BOT, .type = bot_find(seating->bot[seat])};
    snprintf(player->spec, sizeof player->spec, "%s", seating->bot[seat]);
}

static void seat_everybody(Seating *seating, int count)
{
    *seating = (Seating){.count = count};
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(count)) {
        seating->bot[seat] = bot_names[0];
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

static Outcome unknown_bot(const char *name, const char *command)
{
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];
    char list[ECHO_SIZE];

    return complain_usage(
        command, "--seats: unknown bot '%s': expected %s%s", printable(echo, sizeof echo, name),
        words_join(list, sizeof list, bot_names), hint_nearest(hint, bot_names, name));
}

/* Seats one "SEAT=BOT". */
static Outcome seat_entry(Seating *seating, char *entry, const char *command)
{
    char *equals = strchr(entry, '=');

    if (equals == NULL && vocab_find(all_seats, entry) >= 0) {
        return complain_usage(command, "--seats: expected a bot, as in %s=%s, found only '%s'",
                              entry, bot_names[0], entry);
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
    int bot = vocab_find(bot_names, equals + 1);
    if (bot < 0) {
        return unknown_bot(equals + 1, command);
    }
    seating->bot[seat] = bot_names[bot];
    return OUTCOME_RUN;
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
    if (strcmp(text, "2") == 0 || strcmp(text, "4") == 0) {
        seat_everybody(seating, text[0] - '0');
        return OUTCOME_RUN;
    }
    /* The first seat's name tells which game it is. */
    char first[ENTRY_SIZE];
    snprintf(first, sizeof first, "%.*s", (int)strcspn(text, "="), text);
    seat_everybody(seating, vocab_find(vocab_bloc, first) >= 0 ? 2 : 4);
    return seat_list(seating, text, command);
}
