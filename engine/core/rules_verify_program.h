/* The part of rules_verify() that keeps the card machine inside its tables and makes it end. */

#ifndef TPD_CORE_RULES_VERIFY_PROGRAM_H
#define TPD_CORE_RULES_VERIFY_PROGRAM_H

#include "core/rules.h"
#include "core/status.h"

/* Filters, conditions and programs.  The counts of the tables, the cards' ids and the nations have
 * been verified. */
Status rules_verify_programs(const Rules *rules, Error *err);

/* What is wrong with the prefix tree at `first`, or NULL: every subtree ends inside its parent, groups
 * are not empty, a die stands alone, and every leaf tests what cards may test. */
const char *rules_condition_fault(const Rules *rules, int first);

#endif
