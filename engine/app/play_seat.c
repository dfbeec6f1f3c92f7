/* A person lets a bot play their seat, decision by decision, and takes the seat back. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "ai/bot.h"
#include "app/bot_files.h"
#include "app/play.h"
#include "app/play_session.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"
#include "text/text.h"
#include "text/voice.h"

bool session_is_handed(const Session *session, Seat seat)
{
    return (session->handed >> seat & 1U) != 0;
}

/* The bot that comes with the program is read once, however often it is asked to help. */
static Status find_bot(const BotType **type, Session *session, const char *spec, Error *err)
{
    bool shipped = strcmp(spec, bot_files_usual) == 0;

    if (shipped && session->helper != NULL) {
        *type = session->helper;
        return STATUS_OK;
    }
    Status status = bot_files_find(session->files, spec, type, err);
    if (status == STATUS_OK && shipped) {
        session->helper = *type;
    }
    return status;
}

Reply seat_hand_over(Session *session, const char *argument, Error *err)
{
    const Voice *voice = &session->table.voice;
    Seat seat = session->table.chooser;
    MatchSeat player = {.player = PLAYER_BOT};
    Error fault;

    if (seat == SEAT_NOBODY || match_player(session->match, seat) != PLAYER_HUMAN) {
        session_say(session, say(voice, "A bot plays this seat already; take gives it back."));
        return REPLY_AGAIN;
    }
    snprintf(player.spec, sizeof player.spec, "%s",
             argument[0] == '\0' ? bot_files_usual : argument);
    if (find_bot(&player.type, session, player.spec, &fault) != STATUS_OK) {
        session_say(session, fault.text);
        return REPLY_AGAIN;
    }
    if (match_seat_change(session->match, seat, &player, err) != STATUS_OK) {
        return REPLY_FAILED;
    }
    session->handed |= 1U << seat;
    const TextArgument arguments[] = {
        {.name = "seat", .text = text_seat(voice, session->table.view.known.seat_count, seat)},
        {.name = "bot", .text = player.spec},
        {.name = NULL}};
    session_tell(session,
                 say(voice, "{bot} plays {seat} from now on: Enter lets it choose, take gives the "
                            "seat back to you."),
                 arguments);
    return REPLY_CHANGED;
}

Status seat_take_all(Session *session, Error *err)
{
    const MatchSeat person = {.player = PLAYER_HUMAN, .spec = "human"};

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (!session_is_handed(session, seat)) {
            continue;
        }
        Status status = match_seat_change(session->match, seat, &person, err);
        if (status != STATUS_OK) {
            return status;
        }
        session->handed &= ~(1U << seat);
    }
    return STATUS_OK;
}

Reply seat_take_back(Session *session, const char *argument, Error *err)
{
    (void)argument;
    if (session->handed == 0) {
        session_say(session, say(&session->table.voice, "No seat of yours is played by a bot."));
        return REPLY_AGAIN;
    }
    return seat_take_all(session, err) == STATUS_OK ? REPLY_CHANGED : REPLY_FAILED;
}
