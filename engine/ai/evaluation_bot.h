/* The bot `eval`: tries each legal action in one sample of the game and takes the one whose position
 * its evaluation says is worth most. */

#ifndef TPD_AI_EVALUATION_BOT_H
#define TPD_AI_EVALUATION_BOT_H

#include <stdbool.h>

#include "ai/bot.h"
#include "ai/evaluation.h"
#include "core/status.h"

typedef struct EvaluationBotType {
    BotType type;
    const Evaluation *evaluation;
} EvaluationBotType;

extern const EvaluationBotType bot_eval; /* with the weights that come with the program */

/* The word of a bot with weights of its own: eval:FILE.  Returns the file; NULL: it is another word. */
const char *evaluation_bot_file(const char *word);
/* The bot of such a file's text, whose name is the word.  The caller frees it after its last game. */
Status evaluation_bot_new(BotType **type, const char *word, const char *text, Error *err);
void evaluation_bot_free(BotType *type);
bool evaluation_bot_is(const BotType *type); /* made by evaluation_bot_new() */

#endif
