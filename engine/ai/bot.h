/* What a bot is: something that is shown a View and the legal actions, and chooses one of them.
 * Bots of this program stand in bots.def; engine/script makes others from Lua files. */

#ifndef TPD_AI_BOT_H
#define TPD_AI_BOT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"

struct BotType;

typedef struct BotType BotType;

enum { REASONS_MAX = 8, BOT_REASON_SIZE = 96 };

/* Why a bot chose, in its own words; a term may have a number, in thousandths. */
typedef struct Reason {
    char text[BOT_REASON_SIZE];
    bool has_number;
    int64_t thousandths;
} Reason;

typedef struct Reasons {
    int count;
    Reason item[REASONS_MAX];
} Reasons;

/* The first member of every bot. */
typedef struct Bot {
    const BotType *type;
    /* Where it says why, set by who asks; NULL: nobody wants to know.  It must not change what it
     * chooses. */
    Reasons *reasons;
    /* Number of the decision, as in a trace; set by who asks.  A bot's chance is a hash of
     * BotConfig.key and this, so that an undone or resumed game goes on as it would have. */
    int decision;
} Bot;

typedef struct BotConfig {
    uint64_t key; /* of the bot's own chance: never the game's seed, which tells what is hidden */
    Seat seat;
    bool sliced; /* it is asked by think(), and open() must not wait for anything either */
} BotConfig;

/* Choices that are not made yet: the bot computes, or somebody else is waited for. */
enum { BOT_THINKS = -2, BOT_WAITS = -3 };

struct BotType {
    const char *name, *summary;
    Status (*open)(Bot **bot, const BotType *type, const Rules *rules, const BotConfig *config,
                   Error *err);
    /* `choice` is an index into `legal`.  Anything but STATUS_OK is a fault of the bot. */
    Status (*decide)(Bot *bot, const View *view, const ActionList *legal, int *choice, Error *err);
    void (*close)(Bot *bot); /* NULL is fine */

    /* Of a bot that thinks long, else NULL: the same decision in steps of a few milliseconds.
     * begin() tells in how many parts; steps of different parts may run at the same time in
     * different threads, and neither their order nor their threads change the choice.  `view` and
     * `legal` are copied.  decide() is begin(), all steps and finish(). */
    int (*begin)(Bot *bot, const View *view, const ActionList *legal);
    bool (*step)(Bot *bot, int part); /* false: the part is done */
    Status (*finish)(Bot *bot, int *choice, Error *err);

    /* decide() for who must not wait: a slice of it, short beside a frame.  While `choice` is
     * BOT_THINKS or BOT_WAITS it is asked again, with the same question; then it has come to what
     * decide() comes to.  NULL: decide() takes no time to speak of. */
    Status (*think)(Bot *bot, const View *view, const ActionList *legal, int *choice, Error *err);

    /* The weights of a declared strategy; NULL: it is none. */
    const struct Weights *(*weights)(const Bot *bot);
};

/* Works on all parts of a decision that has begun, until they are done. */
typedef void BotWork(Bot *bot, int parts, int threads);

/* Chooses as the random policy of tests/TRACE.md R1 does. */
extern const BotType bot_random;

const BotType *bot_find(const char *name); /* NULL if no bot of this program is called so */

#endif
