#include "ai/evaluation_bot.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ai/evaluation_policy.h"
#include "ai/evaluation_text.h"
#include "core/action.h"
#include "core/legal.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"

typedef struct EvaluationBot {
    Bot bot;
    const Rules *rules;
    uint64_t key;
} EvaluationBot;

static Status open_bot(Bot **bot, const BotType *type, const Rules *rules, const BotConfig *config,
                       Error *err)
{
    EvaluationBot *made = malloc(sizeof *made);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a bot");
    }
    *made = (EvaluationBot){.bot = {.type = type}, .rules = rules, .key = config->key};
    *bot = &made->bot;
    return STATUS_OK;
}

static Status decide(Bot *bot, const View *view, const ActionList *legal, int *choice, Error *err)
{
    enum { LOW_BITS = 16, LOW_MASK = 0xFFFF };
    const EvaluationBot *own = (const EvaluationBot *)bot;
    const Evaluation *evaluation = ((const EvaluationBotType *)bot->type)->evaluation;
    unsigned number = (unsigned)bot->decision;
    LegalSet set;
    State world;

    (void)err;
    *choice = 0;
    if (legal->count > 1) {
        view_sample(&world, view, own->rules,
                    rng_hash(own->key, STREAM_POLICY, number >> LOW_BITS, number & LOW_MASK, 0));
        state_legal_set(&world, own->rules, &set);
        *choice = evaluation_choose(evaluation, own->rules, &world, &set);
    }
    return STATUS_OK;
}

static void close_bot(Bot *bot)
{
    free(bot);
}

static const char summary[] = "looks one action ahead, with weights that were fitted to games";

const EvaluationBotType bot_eval = {
    .type = {.name = "eval",
             .summary = summary,
             .open = open_bot,
             .decide = decide,
             .close = close_bot},
    .evaluation = &evaluation_shipped,
};

/* ---- with weights of its own ---- */

typedef struct OwnBotType {
    EvaluationBotType bot;
    Evaluation evaluation;
    char name[]; /* the word */
} OwnBotType;

const char *evaluation_bot_file(const char *word)
{
    static const char prefix[] = "eval:";
    size_t length = sizeof prefix - 1;

    return strncmp(word, prefix, length) == 0 && word[length] != '\0' ? word + length : NULL;
}

Status evaluation_bot_new(BotType **type, const char *word, const char *text, Error *err)
{
    size_t size = strlen(word) + 1;
    OwnBotType *made = calloc(1, sizeof *made + size);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a bot");
    }
    Status status = evaluation_parse(&made->evaluation, evaluation_bot_file(word), text, err);
    if (status != STATUS_OK) {
        free(made);
        return status;
    }
    memcpy(made->name, word, size);
    made->bot = bot_eval;
    made->bot.type.name = made->name;
    made->bot.evaluation = &made->evaluation;
    *type = &made->bot.type;
    return STATUS_OK;
}

void evaluation_bot_free(BotType *type)
{
    free(type);
}

bool evaluation_bot_is(const BotType *type)
{
    return type->open == open_bot && type != &bot_eval.type;
}
