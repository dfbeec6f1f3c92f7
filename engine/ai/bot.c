#include "ai/bot.h"

#include <stddef.h>
#include <string.h>

#include "ai/evaluation_bot.h" /* IWYU pragma: keep */

const BotType *bot_find(const char *name)
{
    static const struct {
        const char *name;
        const BotType *type;
    } bots[] = {
#define BOT(name, type) {name, &type},
#include "ai/bots.def"
#undef BOT
    };

    for (size_t i = 0; i < sizeof bots / sizeof bots[0]; i++) {
        if (strcmp(bots[i].name, name) == 0) {
            return bots[i].type;
        }
    }
    return NULL;
}
