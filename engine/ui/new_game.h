/* Within the screen of a new game: its parts. */

#ifndef TPD_UI_NEW_GAME_H
#define TPD_UI_NEW_GAME_H

#include "core/rules.h"
#include "ui/desk.h"
#include "ui/ui.h"

int new_game_minutes(const Rules *rules, const GameWish *wish);

/* What a player of --seats is called, and is, in a line. */
const char *new_game_player(const Desk *desk, const char *word);
const char *new_game_about(const Desk *desk, const char *word);

/* new_game_player.c: the list of all players, in front, for the seat that asks. */
void new_game_ask_player(Ui *ui, Desk *desk);

#endif
