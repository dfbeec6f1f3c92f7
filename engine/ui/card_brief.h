/* What a card does in icons and numbers, for a card in the hand; engine/text has it in full. */

#ifndef TPD_UI_CARD_BRIEF_H
#define TPD_UI_CARD_BRIEF_H

#include "core/rules.h"
#include "text/voice.h"

enum { CARD_BRIEF_SIZE = 1024 };

/* Made from the card's program; cut to whole characters where it does not fit. */
void card_brief(char out[CARD_BRIEF_SIZE], const Voice *voice, const Rules *rules, int card);

#endif
