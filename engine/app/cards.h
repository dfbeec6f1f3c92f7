/* Cards as text: what `tpd rules cards` lists and what a person at the table looks up. */

#ifndef TPD_APP_CARDS_H
#define TPD_APP_CARDS_H

#include "core/rules.h"

/* A block: id, titles, side, era, operation points, the system it needs; the program of its event
 * line by line; the concept in both languages. */
void card_print(const Rules *rules, int index);

/* The program of its event on one line; "nothing" where it has none. */
enum { PROGRAM_TEXT_SIZE = 64 * 1024 };
const char *card_program(char text[PROGRAM_TEXT_SIZE], const Rules *rules, int card);

#endif
