/* Several people at one table, without a window: frames are drawn into a list, and every choice goes
 * through zones and keys, as a person's would. */

#ifndef TPD_TESTS_SUPPORT_PARTY_H
#define TPD_TESTS_SUPPORT_PARTY_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/bot.h"
#include "core/action.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/ui.h"

typedef struct PartySetup {
    const char *scenario;
    int seat_count;
    unsigned people;    /* bit per seat; the others are the bot's */
    const BotType *bot; /* NULL: random */
    uint64_t seed;
    const char *journal; /* NULL: none is written */
} PartySetup;

typedef struct Party {
    Match *match;
    Voice voice;
    Desk desk;
    Ui ui;
    DrawList list;
    int w, h;
    UiInput input;               /* of the next frame; keys and clicks are gone behind it */
    int shown[SCREEN_COUNT];     /* how often each screen was passed by party_pass() */
    bool hand_seen_behind_cover; /* a privacy screen showed a card */
} Party;

Party *party_new(const PartySetup *setup);
void party_free(Party *party);

/* Draws a frame: nothing is dropped, all texts fit, nothing fails, or the test ends. */
void party_frame(Party *party);
void party_key(Party *party, UiKey key);
void party_letter(Party *party, char letter);
/* Moves there by Tab and presses Enter; a zone that is not there ends the test. */
void party_press(Party *party, uint32_t id);
void party_click(Party *party, uint32_t id);
bool party_has_zone(const Party *party, uint32_t id);
bool party_shows(const Party *party, const char *text); /* as a part of some text */

/* Bots play and what covers the table is answered, until a person is to choose there or the game is
 * over. */
void party_pass(Party *party);
/* Makes the choice with the mouse; it must count. */
void party_choose(Party *party, Action action);

#endif
