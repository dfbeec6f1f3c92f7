/* The commands that `tpd rules` gathers. */

#ifndef TPD_APP_RULES_COMMANDS_H
#define TPD_APP_RULES_COMMANDS_H

#include "app/command.h"

CommandRun rules_check, rules_cards, rules_handbook, rules_diff;

#endif
