/* The canonical print of a rule set, and hashes over it. */

#ifndef TPD_CORE_RULES_PRINT_H
#define TPD_CORE_RULES_PRINT_H

#include "core/rules.h"
#include "core/writer.h"

/* Fills the hash of every card, nation and scenario and of the rules as a whole.  Only of rules that
 * rules_verify() accepts. */
void rules_hash_items(Rules *rules);

/* One instruction after another, each with `line_end` behind it. */
void rules_write_program(Writer *out, const Rules *rules, Program program, const char *line_end);

#endif
