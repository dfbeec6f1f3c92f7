/* The parts of a bot's decision, worked on by several threads.  Threads change how long it takes, never
 * what is chosen. */

#ifndef TPD_LAB_BOT_WORK_H
#define TPD_LAB_BOT_WORK_H

#include "ai/bot.h"

/* A BotWork.  The calling thread works too; a thread that cannot be had is done without. */
void bot_work_threads(Bot *bot, int parts, int threads);

#endif
