/* Within the handbook: what stands for a placeholder inside a line. */

#ifndef TPD_TEXT_HANDBOOK_VALUE_H
#define TPD_TEXT_HANDBOOK_VALUE_H

#include "core/status.h"
#include "text/handbook.h"
#include "text/prose.h"

/* Writes `line` with every {placeholder} replaced; `number` is that of the line. */
Status handbook_fill(Prose *out, const Handbook *book, const char *line, int number, Error *err);

#endif
