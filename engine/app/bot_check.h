/* tpd bot check: whether a bot keeps the rules for bots, and how often it wins. */

#ifndef TPD_APP_BOT_CHECK_H
#define TPD_APP_BOT_CHECK_H

#include "app/command.h"

CommandRun bot_check;

#endif
