/* Bots from texts, for tests: what a Lua file holds, and one decision of it. */

#ifndef TPD_TESTS_SUPPORT_BOT_TEXT_H
#define TPD_TESTS_SUPPORT_BOT_TEXT_H

#include "ai/bot.h"
#include "core/state.h"

enum { BOT_TEXT_SIZE = 64 * 1024 };

/* A type whose file is called bot.lua in messages' ends; script_bot_free() it. */
BotType *bot_type_from(const char *text);

/* The bot of a seat, open; a text that does not load fails the test. */
Bot *bot_open(const BotType *type, const Rules *rules, Seat seat, uint64_t key);

/* What it chooses as the seat to move; its fault, or STATUS_OK. */
Status bot_decide(Bot *bot, const State *state, int decision, int *choice, Error *err);

/* Opens, asks once and closes: "" or the fault without its file (`LINE: what`). */
const char *bot_once(const char *text, const State *state, Error *err);

/* The text of a bot whose `choose` has this body, from line 2 on. */
const char *bot_body(char text[BOT_TEXT_SIZE], const char *body);
/* It fails as the seat to move, and what it says begins so. */
void bot_expect_fault(const char *text, const State *state, const char *what);
/* So does a bot whose `choose` has this body, with a card of each side in hand. */
void bot_body_fails(const char *body, const char *what);
/* The body of `choose` runs to its end: all that it asserts holds. */
void bot_expect_holds(const State *state, const char *body);

/* A position of the full game for two, but for these fields. */
void bot_position(State *state, const char *fields);

#endif
