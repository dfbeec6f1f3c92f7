/* A person's place at the table, without a window: frames are drawn into a list, and what the person
 * does comes from the test. */

#ifndef TPD_TESTS_SUPPORT_SITTING_H
#define TPD_TESTS_SUPPORT_SITTING_H

#include <stdbool.h>
#include <stdint.h>

#include "ai/bot.h"
#include "core/state.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/ui.h"

typedef struct Sitting {
    Match *match;
    Voice voice;
    Desk desk;
    Ui ui;
    DrawList list;
    int w, h;      /* of the frame */
    UiInput input; /* of the next frame; clicks and keys are gone behind it */
    uint64_t chance;
} Sitting;

/* A person has the first seat; the others are the bot's, or with NULL people's. */
Sitting *sitting_new(const char *scenario, int seat_count, const BotType *other);
/* People look at a position, seeing nobody's hand. */
Sitting *sitting_at(const State *state);
void sitting_free(Sitting *sitting);

/* Draws a frame: nothing is dropped, all texts fit uncut, nothing fails, or the test ends. */
void sitting_frame(Sitting *sitting);
/* Of a zone of the last frame; one that is not there ends the test. */
Box sitting_box(const Sitting *sitting, uint32_t id);
/* A frame with the mouse there, and the two behind it in which what is pointed at shows. */
void sitting_point(Sitting *sitting, Spot at);
/* The same on a zone. */
void sitting_point_at(Sitting *sitting, uint32_t id);
void sitting_click(Sitting *sitting, uint32_t id);
/* Whether a text, or one that has it in it, is in the last frame's list. */
bool sitting_shows(const Sitting *sitting, const char *text);
bool sitting_shows_part(const Sitting *sitting, const char *text);

/* A frame in which this key is pressed, and the one behind it. */
void sitting_key(Sitting *sitting, UiKey key);
void sitting_letter(Sitting *sitting, char letter);

#endif
