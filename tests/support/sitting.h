/* A person's place at the table, without a window: frames are drawn into a list, and what the person
 * does comes from the test. */

#ifndef TPD_TESTS_SUPPORT_SITTING_H
#define TPD_TESTS_SUPPORT_SITTING_H

#include "ai/bot.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/ui.h"

typedef struct Sitting {
    Match *match;
    Voice voice;
    Desk desk;
    Ui ui;
    DrawList list;
    UiInput input; /* of the next frame; clicks and keys are gone behind it */
    uint64_t chance;
} Sitting;

/* A person has the first seat; the others are the bot's, or with NULL people's. */
Sitting *sitting_new(const char *scenario, int seat_count, const BotType *other);
void sitting_free(Sitting *sitting);

/* Draws a frame: nothing is dropped, all texts fit, nothing fails, or the test ends. */
void sitting_frame(Sitting *sitting);
/* A frame in which this key is pressed, and the one behind it. */
void sitting_key(Sitting *sitting, UiKey key);
void sitting_letter(Sitting *sitting, char letter);

#endif
