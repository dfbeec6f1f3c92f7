/* The market as if the actions ended now (RULES.md section 9), and what would be scored after it. */

#ifndef TPD_TEXT_FORECAST_TEXT_H
#define TPD_TEXT_FORECAST_TEXT_H

#include "core/rules.h"
#include "core/view.h"
#include "text/voice.h"

enum { FORECAST_COLUMNS = 100, FORECAST_TEXT_SIZE = 16 * 1024 };

/* Lines of at most FORECAST_COLUMNS: tracks, revenue and who is throttled, controls, where nations
 * move and whom they use then, victory points.  Of a game that is not over.  Returns the length;
 * cut to whole characters where it does not fit. */
int forecast_print(char *out, int size, const Voice *voice, const Rules *rules, const View *view);

#endif
