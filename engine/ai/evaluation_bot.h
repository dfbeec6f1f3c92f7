/* The bot `eval`: tries each legal action in one sample of the game and takes the one whose position
 * its evaluation says is worth most. */

#ifndef TPD_AI_EVALUATION_BOT_H
#define TPD_AI_EVALUATION_BOT_H

#include "ai/bot.h"
#include "ai/evaluation.h"

/* The bot with weights of its own; they and this must outlive its games. */
typedef struct EvaluationBotType {
    BotType type;
    const Evaluation *evaluation;
} EvaluationBotType;

EvaluationBotType evaluation_bot_type(const char *name, const Evaluation *evaluation);

extern const EvaluationBotType bot_eval; /* with the weights that come with the program */

#endif
