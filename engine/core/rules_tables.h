/* What rules_prepare() works out once so that the kernel need not: see the derived part of Rules. */

#ifndef TPD_CORE_RULES_TABLES_H
#define TPD_CORE_RULES_TABLES_H

#include "core/rules.h"
#include "core/vocab.h"

/* Fills lanes, ranges, grids, costs and hash uses; everything else of `rules` is in place. */
void rules_fill_tables(Rules *rules);

/* The step that a move makes at x, y (x seen from the owner), before it is turned to the map:
 * step[0] is 1 toward the own side, step[1] is 1 toward open. */
void move_step_at(Move move, int x, int y, int step[2]);

#endif
