/* The bot `random`: the random policy of tests/TRACE.md R1. */

#include <stdint.h>
#include <stdlib.h>

#include "ai/bot.h"
#include "core/action.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/status.h"
#include "core/view.h"

typedef struct RandomBot {
    Bot bot;
    uint64_t key;
} RandomBot;

static Status random_open(Bot **bot, const BotType *type, const Rules *rules,
                          const BotConfig *config, Error *err)
{
    RandomBot *made = malloc(sizeof *made);

    (void)rules;
    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a bot");
    }
    *made = (RandomBot){.bot = {.type = type}, .key = config->key};
    *bot = &made->bot;
    return STATUS_OK;
}

static Status random_decide(Bot *bot, const View *view, const ActionList *legal, int *choice,
                            Error *err)
{
    enum { LOW_BITS = 16, LOW_MASK = 0xFFFF };
    const RandomBot *random = (const RandomBot *)bot;
    unsigned number = (unsigned)bot->decision;
    uint64_t hash = rng_hash(random->key, STREAM_POLICY, number >> LOW_BITS, number & LOW_MASK, 0);

    (void)view;
    (void)err;
    *choice = rng_below(hash, legal->count);
    return STATUS_OK;
}

static void random_close(Bot *bot)
{
    free(bot);
}

const BotType bot_random = {
    .name = "random",
    .summary = "chooses among the legal actions with equal odds",
    .open = random_open,
    .decide = random_decide,
    .close = random_close,
};
