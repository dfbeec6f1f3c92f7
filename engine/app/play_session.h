/* A sitting at the table: bots are asked, people type, until the game is over or somebody leaves. */

#ifndef TPD_APP_PLAY_SESSION_H
#define TPD_APP_PLAY_SESSION_H

#include <stdbool.h>

#include "ai/bot.h"
#include "app/bot_files.h"
#include "app/play.h"
#include "app/play_input.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/voice.h"

typedef struct Session {
    Match *match;
    const char *path;  /* of the journal */
    const char *rules; /* what --rules says, or NULL: where the handbook lies */
    Table table;
    Input input;
    BotFiles *files;       /* where bots that people call for are kept; the caller's */
    const BotType *helper; /* the one that comes with the program, once it was called for */
    unsigned handed;       /* bit per seat that a person has handed to a bot */
    Seat eyes;     /* the person whose hand may be shown now; SEAT_NOBODY: others look as well */
    bool terminal; /* the output is one that can be cleared */
    bool colour;
} Session;

/* Plays; STATUS_OK also where somebody left. */
Status session_play(Session *session, Error *err);
int session_people(const Session *session);
/* Looks at the match again, for whom may see it. */
void session_look(Session *session);
/* A line for the person, in the session's language; with paint. */
void session_say(const Session *session, const char *text);
void session_tell(const Session *session, const char *format, const TextArgument *arguments);

/* What a line of input comes to. */
typedef enum Reply {
    REPLY_UNKNOWN, /* it is no command */
    REPLY_AGAIN,   /* answered: ask again */
    REPLY_SCREEN,  /* the same with the screen */
    REPLY_CHANGED, /* the match is another: whose choice is it? */
    REPLY_LEAVE,
    REPLY_FAILED, /* `err` tells */
} Reply;

/* play_seat.c: the seat that is to choose is handed to a bot, all that were are taken back. */
bool session_is_handed(const Session *session, Seat seat);
Reply seat_hand_over(Session *session, const char *argument, Error *err);
Reply seat_take_back(Session *session, const char *argument, Error *err);
Status seat_take_all(Session *session, Error *err);

/* play_hint.c: the best actions, or why not the one that the words mean. */
Reply hint_run(Session *session, const char *argument, Error *err);

/* play_command.c */
Reply command_run(Session *session, const char *line, Error *err);

#endif
