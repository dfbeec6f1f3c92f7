/* The derived numbers of RULES.md section 2.3. */

#ifndef TPD_CORE_INCOME_H
#define TPD_CORE_INCOME_H

#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

int chain_length(const State *state, const Rules *rules);
int chip_tier(const State *state, const Rules *rules, Bloc bloc);
int compute_income(const State *state, const Rules *rules, Bloc bloc);
int capital_income(const State *state, const Rules *rules, Bloc bloc);

#endif
