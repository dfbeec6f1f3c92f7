/* The idea behind each number: what a player can learn from it. */

#ifndef TPD_TEXT_WHY_IDEAS_H
#define TPD_TEXT_WHY_IDEAS_H

#include "core/explain.h"

extern const char *const why_idea[NUMBER_COUNT]; /* msgids */
extern const char why_idea_favourite[];

#endif
