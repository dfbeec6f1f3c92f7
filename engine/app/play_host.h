/* What the desk wants of this program: games, bots, files. */

#ifndef TPD_APP_PLAY_HOST_H
#define TPD_APP_PLAY_HOST_H

#include "app/seating.h"
#include "core/rules.h"
#include "match/match.h"
#include "ui/desk_host.h"

typedef struct PlayHost {
    const Rules *rules; /* borrowed */
    Match *match;       /* owned; NULL: none */
    Seating seats;      /* with the match's bots */
} PlayHost;

/* Nothing is open; play_host_close() ends what is. */
void play_host_init(PlayHost *host, const Rules *rules);
void play_host_close(PlayHost *host);
DeskHost play_host_services(PlayHost *host);

/* One of the services, which needs no host. */
int play_host_list_bots(void *user, BotLine line[BOT_LINES_MAX]);

/* Seconds of a clock, for the journal. */
long play_seconds(void);

#endif
