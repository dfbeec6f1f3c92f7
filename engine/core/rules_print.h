/* Hashes of a rule set: FNV-1a over the canonical print of its items. */

#ifndef TPD_CORE_RULES_PRINT_H
#define TPD_CORE_RULES_PRINT_H

#include "core/rules.h"

/* Fills the hash of every card, nation and scenario and of the rules as a whole.  Only of rules that
 * rules_verify() accepts. */
void rules_hash_items(Rules *rules);

#endif
