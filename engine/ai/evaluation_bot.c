#include "ai/evaluation_bot.h"

#include <stdint.h>
#include <stdlib.h>

#include "core/action.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"

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

/* The index of the best action, the first of equals. */
static int choose(const EvaluationBot *bot, const State *world, Seat seat, const ActionList *legal)
{
    const Evaluation *evaluation = ((const EvaluationBotType *)bot->bot.type)->evaluation;
    int64_t most = INT64_MIN;
    int best = 0;

    for (int i = 0; i < legal->count; i++) {
        State next = *world;
        state_apply(&next, bot->rules, legal->item[i], NULL);
        int64_t worth = evaluation_worth(evaluation, bot->rules, &next, seat);
        if (worth > most) {
            most = worth;
            best = i;
        }
    }
    return best;
}

static Status decide(Bot *bot, const View *view, const ActionList *legal, int *choice, Error *err)
{
    enum { LOW_BITS = 16, LOW_MASK = 0xFFFF };
    const EvaluationBot *own = (const EvaluationBot *)bot;
    unsigned number = (unsigned)bot->decision;
    State world;

    (void)err;
    *choice = 0;
    if (legal->count > 1) {
        view_sample(&world, view, own->rules,
                    rng_hash(own->key, STREAM_POLICY, number >> LOW_BITS, number & LOW_MASK, 0));
        *choice = choose(own, &world, view->viewer, legal);
    }
    return STATUS_OK;
}

static void close_bot(Bot *bot)
{
    free(bot);
}

static const char summary[] = "looks one action ahead, with weights that were fitted to games";

const EvaluationBotType bot_eval = {
    .type = {"eval", summary, open_bot, decide, close_bot},
    .evaluation = &evaluation_shipped,
};

EvaluationBotType evaluation_bot_type(const char *name, const Evaluation *evaluation)
{
    return (EvaluationBotType){{name, summary, open_bot, decide, close_bot}, evaluation};
}
