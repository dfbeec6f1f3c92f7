/* A bot that is watched: its decisions are not counted as long as none can have hit a limit.  The first
 * that might have is made again, after all the others of the game, by a bot that counts: so what it
 * comes to is what it would have been if the bot had been counted all along, on every machine. */

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "ai/bot.h"
#include "core/action.h"
#include "core/status.h"
#include "core/view.h"
#include "script/bot_lua.h"
#include "script/sandbox.h"

enum {
    ASKED_MAX = 1024, /* decisions of a watched bot; with more it is counted */
    ASKED_FIRST = 64, /* for so many there is room at first */
};

static bool make_room(LuaBot *bot)
{
    int room = bot->asked_room == 0 ? ASKED_FIRST : 2 * bot->asked_room;
    Asked *grown = room > ASKED_MAX ? NULL : malloc((size_t)room * sizeof *grown);

    if (grown == NULL) {
        return false;
    }
    if (bot->asked_count > 0) {
        memcpy(grown, bot->asked, (size_t)bot->asked_count * sizeof *grown);
    }
    free(bot->asked);
    bot->asked = grown;
    bot->asked_room = room;
    return true;
}

/* Keeps what it is asked; false: there is no room. */
static bool keep_asked(LuaBot *bot, const View *view, const ActionList *legal)
{
    if (bot->asked_count == bot->asked_room && !make_room(bot)) {
        return false;
    }
    Asked *asked = &bot->asked[bot->asked_count++];
    asked->view = *view;
    asked->decision = bot->bot.decision;
    asked->legal.count = legal->count;
    memcpy(asked->legal.item, legal->item, (size_t)legal->count * sizeof legal->item[0]);
    return true;
}

/* Opens the bot anew, counts from now on, and asks it all that it was asked in this game before: so it
 * stands where it would stand had it been counted from the beginning. */
static Status play_again(LuaBot *bot, Error *err)
{
    Bot as_now = bot->bot;

    sandbox_clear(&bot->sandbox);
    bot->bot.reasons = NULL;
    bot->bot.decision = -1;
    bot->draws = bot->handles = 0;
    bot->samples = 0;
    bot->legal_in = 0;
    Status status = bot_load(bot, err);
    for (int i = 0; status == STATUS_OK && i < bot->asked_count; i++) {
        const Asked *asked = &bot->asked[i];
        Error said;
        int chosen;
        bot->bot.decision = asked->decision;
        (void)bot_ask(bot, &asked->view, &asked->legal, &chosen, &said); /* told at that time */
    }
    bot->bot = as_now;
    if (status != STATUS_OK) {
        sandbox_clear(&bot->sandbox); /* for want of memory; the next decision tries again */
        return status;
    }
    bot->asked_count = 0; /* nothing is kept of a counted bot */
    return STATUS_OK;
}

/* The verdict of a watched run counts only if it cannot be in doubt. */
Status bot_ask_watched(LuaBot *bot, const View *view, const ActionList *legal, int *choice,
                       Error *err)
{
    if (bot->sandbox.lua != NULL && keep_asked(bot, view, legal)) {
        Status status = bot_ask(bot, view, legal, choice, err);
        if (!bot->sandbox.is_in_doubt) {
            return status;
        }
        bot->asked_count--; /* this decision is still to be made */
    }
    Status status = play_again(bot, err);
    return status == STATUS_OK ? bot_ask(bot, view, legal, choice, err) : status;
}
