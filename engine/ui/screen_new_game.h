/* A new game: what is played, and who sits where. */

#ifndef TPD_UI_SCREEN_NEW_GAME_H
#define TPD_UI_SCREEN_NEW_GAME_H

#include <stdbool.h>

#include "ui/desk_host.h"

enum { SEED_TEXT_SIZE = 21, NEW_GAME_CLOSED = -1 };

typedef struct NewGameMemory {
    bool begun; /* what follows is filled in */
    GameWish wish;
    char seed[SEED_TEXT_SIZE];
    int bot_count;
    BotLine bot[BOT_LINES_MAX];
    int asks;  /* the seat whose player is being chosen, or NEW_GAME_CLOSED */
    int first; /* of the players that the list shows */
} NewGameMemory;

struct Desk;

/* Begins to fill the form in; with a wish, as that game was. */
void new_game_fill(struct Desk *desk, const GameWish *wish);

#endif
