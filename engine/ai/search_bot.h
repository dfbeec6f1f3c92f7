/* Bots that search, by their words: `search:1000` has that many iterations a decision, `search:1000x2`
 * two trees of as many, whose results are added, `search:1000:full`, `:cut` (what it is without a word),
 * `:cut30` with its decisions, and `:quiet` are kinds of playouts; `level:1` to `level:5` play for
 * people (levels.def); `level:3:hawk` plays as the strategy hawk would, as far as level 3 lets it. */

#ifndef TPD_AI_SEARCH_BOT_H
#define TPD_AI_SEARCH_BOT_H

#include <stdbool.h>

#include "ai/bot.h"
#include "ai/search.h"
#include "core/status.h"

enum { SEARCH_TREES_MAX = 8, SEARCH_CUT_MAX = 999, CHARACTER_SIZE = 40 };

enum {
    LEVEL_COUNT = 0
#define LEVEL(name, iterations, trees, chance, meaning) +1
#include "ai/levels.def"
#undef LEVEL
};

typedef struct LevelInfo {
    const char *name, *meaning; /* English msgids */
    int iterations, trees;
    int chance; /* thousandths of its decisions that it takes without thinking */
} LevelInfo;

extern const char *const playout_name[PLAYOUT_KIND_COUNT + 1]; /* ends in NULL */
extern const LevelInfo level_info[LEVEL_COUNT];

typedef struct SearchWord {
    int iterations, trees; /* of a decision; iterations are those of each tree */
    Playout playout;
    int cut;                        /* decisions, 0: as search_config() has it */
    int level;                      /* from 0, or -1: a plain search */
    char character[CHARACTER_SIZE]; /* "": none */
} SearchWord;

/* Whether the word is meant for here: `search` or `level`, alone or before a colon. */
bool search_word_is(const char *word);
/* A fault is a line that tells what was expected. */
Status search_word_read(SearchWord *read, const char *word, Error *err);

/* The type of a word that search_word_read() accepts.  `character` is that of the strategy that the
 * word names, NULL if it names none; it stays the caller's and must outlive the type. */
Status search_bot_new(BotType **type, const char *word, const BotType *character, Error *err);
bool search_bot_is(const BotType *type);
void search_bot_free(BotType *type); /* none of its bots is open */

/* What the bot's last decision has counted, all trees together. */
void search_bot_result(const Bot *bot, SearchResult *result);

#endif
