/* What bots say about their choices, as one line. */

#ifndef TPD_APP_REASONS_H
#define TPD_APP_REASONS_H

#include <stdio.h>

#include "ai/bot.h"

/* "lead +1.500; India" and a line feed: a number stands behind its term. */
void reasons_print(FILE *file, const Reasons *reasons);

#endif
