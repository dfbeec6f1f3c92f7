/* Cards as sheets: what a card says in a voice, as `tpd rules cards` and `card` at the table show it. */

#ifndef TPD_APP_CARD_SHEET_H
#define TPD_APP_CARD_SHEET_H

#include "core/rules.h"
#include "text/voice.h"

/* "E05 Venture Flood* · US · early · 3 operation points · needs valuation", the event and the concept,
 * in lines that a terminal of 100 columns holds. */
void card_sheet_print(const Voice *voice, const Rules *rules, int card);

/* The card in all voices, and the program from which they speak; a line for each part. */
void card_sheet_print_all(const Voice voice[LANGUAGE_COUNT], const Rules *rules, int card);

#endif
