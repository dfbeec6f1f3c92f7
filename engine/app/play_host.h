/* What the desk wants of this program: games, bots, files. */

#ifndef TPD_APP_PLAY_HOST_H
#define TPD_APP_PLAY_HOST_H

#include "app/data.h"
#include "app/seating.h"
#include "core/rules.h"
#include "core/status.h"
#include "match/match.h"
#include "text/handbook.h"
#include "text/voice.h"
#include "ui/desk_host.h"

typedef struct PlayHost {
    const Rules *rules;        /* borrowed */
    Match *match;              /* owned; NULL: none */
    char path[DATA_PATH_SIZE]; /* of its journal; "": it has none */
    Seating seats;             /* with the match's bots */
} PlayHost;

/* Nothing is open; play_host_close() ends what is. */
void play_host_init(PlayHost *host, const Rules *rules);
void play_host_close(PlayHost *host);
DeskHost play_host_services(PlayHost *host);

/* Services that need no host; the handbook is that of `user`, the rules. */
int play_host_list_bots(void *user, BotLine line[BOT_LINES_MAX]);
Status play_host_print_handbook(const Rules *rules, const Voice *voice, HandbookSink *sink,
                                void *to, Error *err);

/* Seconds of a clock, for the journal. */
long play_seconds(void);

#endif
