#include "ai/search_bot.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/action.h"
#include "core/rng.h"
#include "core/rules.h"
#include "core/view.h"

/* Iterations between two looks of a caller. */
enum { STEP_ITERATIONS = 100, LOW_BITS = 16, LOW_MASK = 0xFFFF, WORD_SIZE = 64 };

/* What STREAM_SEARCH is hashed for here: its `c`, above those of search.c. */
typedef enum BotUse { USE_DECISION = 16, USE_TREE, USE_THOUGHTLESS, USE_ANY } BotUse;

#define MSGID(text) text
const LevelInfo level_info[LEVEL_COUNT] = {
#define LEVEL(name, iterations, trees, chance, meaning) {name, meaning, iterations, trees, chance},
#include "ai/levels.def"
#undef LEVEL
};
#undef MSGID

typedef struct SearchType {
    BotType type;
    SearchWord word;
    char name[WORD_SIZE];
    const BotType *character; /* borrowed */
} SearchType;

typedef struct SearchBot {
    Bot bot;
    uint64_t key;
    const SearchWord *word;
    Bot *character; /* NULL: none */
    bool advises;   /* the character is not declared: it is asked at the root */
    ActionList legal;
    int advice; /* what it chose, -1: nothing */
    Search *tree[SEARCH_TREES_MAX];
    bool thinks; /* in slices: `part` of `parts` is worked on */
    int parts, part;
} SearchBot;

static const SearchType *type_of(const Bot *bot)
{
    return (const SearchType *)bot->type;
}

/* ---- opening ---- */

static void close_bot(Bot *bot)
{
    SearchBot *search = (SearchBot *)bot;

    for (int i = 0; i < SEARCH_TREES_MAX; i++) {
        search_free(search->tree[i]);
    }
    if (search->character != NULL) {
        search->character->type->close(search->character);
    }
    free(search);
}

static Status open_trees(SearchBot *search, const Rules *rules, Error *err)
{
    SearchConfig config = search_config(search->word->iterations);
    Status status = STATUS_OK;

    config.playout = search->word->playout;
    config.cut = search->word->cut > 0 ? search->word->cut : config.cut;
    if (search->character != NULL && !search->advises) {
        config.prior = search->character->type->weights(search->character);
    }
    for (int i = 0; i < search->word->trees && status == STATUS_OK; i++) {
        status = search_new(&search->tree[i], &config, rules, err);
    }
    return status;
}

static Status open_character(SearchBot *search, const Rules *rules, const BotConfig *config,
                             Error *err)
{
    const BotType *type = type_of(&search->bot)->character;
    BotConfig at_once = *config;

    if (type == NULL) {
        return STATUS_OK;
    }
    at_once.sliced = false;
    Status status = type->open(&search->character, type, rules, &at_once, err);
    if (status == STATUS_OK) {
        search->advises = type->weights == NULL || type->weights(search->character) == NULL;
    } else {
        search->character = NULL;
    }
    return status;
}

static Status open_bot(Bot **bot, const BotType *type, const Rules *rules, const BotConfig *config,
                       Error *err)
{
    SearchBot *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a bot");
    }
    made->bot.type = type;
    made->key = rng_key(config->key);
    made->word = &type_of(&made->bot)->word;
    Status status = open_character(made, rules, config, err);
    if (status == STATUS_OK) {
        status = open_trees(made, rules, err);
    }
    if (status != STATUS_OK) {
        close_bot(&made->bot);
        return status;
    }
    *bot = &made->bot;
    return STATUS_OK;
}

/* ---- deciding ---- */

static uint64_t chance_of(const SearchBot *search, BotUse use)
{
    unsigned number = (unsigned)search->bot.decision;

    return rng_hash(search->key, STREAM_SEARCH, number >> LOW_BITS, number & LOW_MASK, use);
}

/* What the character would do; the search goes on without it if it fails. */
static void ask_character(SearchBot *search, const View *view)
{
    Bot *character = search->character;

    search->advice = -1;
    if (!search->advises || search->legal.count == 1) {
        return;
    }
    character->decision = search->bot.decision;
    if (character->type->decide(character, view, &search->legal, &search->advice, NULL) !=
        STATUS_OK) {
        search->advice = -1;
    }
}

static bool is_thoughtless(const SearchBot *search)
{
    enum { THOUSAND = 1000 };

    return search->word->level >= 0 && rng_below(chance_of(search, USE_THOUGHTLESS), THOUSAND) <
                                           level_info[search->word->level].chance;
}

static int begin(Bot *bot, const View *view, const ActionList *legal)
{
    SearchBot *search = (SearchBot *)bot;
    uint64_t key = rng_key(chance_of(search, USE_DECISION));

    search->legal = *legal;
    ask_character(search, view);
    for (int i = 0; i < search->word->trees; i++) {
        search_begin(search->tree[i], view, legal,
                     rng_hash(key, STREAM_SEARCH, 0, (unsigned)i, USE_TREE));
        if (search->advice >= 0) {
            search_prefer(search->tree[i], search->advice);
        }
    }
    return is_thoughtless(search) ? 0 : search->word->trees;
}

static bool step(Bot *bot, int part)
{
    return !search_step(((SearchBot *)bot)->tree[part], STEP_ITERATIONS);
}

void search_bot_result(const Bot *bot, SearchResult *result)
{
    const SearchBot *search = (const SearchBot *)bot;

    search_result(search->tree[0], result);
    for (int i = 1; i < search->word->trees; i++) {
        SearchResult other;
        search_result(search->tree[i], &other);
        search_result_add(result, &other);
    }
}

/* Without thinking, the character's choice or any. */
static int choose_at_once(const SearchBot *search)
{
    return search->advice >= 0 ? search->advice
                               : rng_below(chance_of(search, USE_ANY), search->legal.count);
}

static Status finish(Bot *bot, int *choice, Error *err)
{
    const SearchBot *search = (const SearchBot *)bot;
    SearchResult result;

    (void)err;
    search_bot_result(bot, &result);
    *choice = result.all.visits == 0 && search->legal.count > 1 ? choose_at_once(search)
                                                                : search_best(&result);
    return STATUS_OK;
}

static Status decide(Bot *bot, const View *view, const ActionList *legal, int *choice, Error *err)
{
    int parts = begin(bot, view, legal);

    for (int part = 0; part < parts; part++) {
        while (step(bot, part)) {
        }
    }
    return finish(bot, choice, err);
}

/* As decide(), a step at a time. */
static Status think(Bot *bot, const View *view, const ActionList *legal, int *choice, Error *err)
{
    SearchBot *search = (SearchBot *)bot;

    if (!search->thinks) {
        search->parts = begin(bot, view, legal);
        search->part = 0;
        search->thinks = true;
    } else if (!step(bot, search->part)) {
        search->part++;
    }
    if (search->part < search->parts) {
        *choice = BOT_THINKS;
        return STATUS_OK;
    }
    search->thinks = false;
    return finish(bot, choice, err);
}

/* ---- types ---- */

Status search_bot_new(BotType **type, const char *word, const BotType *character, Error *err)
{
    SearchWord read;
    Status status = search_word_read(&read, word, err);

    if (status != STATUS_OK) {
        return status;
    }
    assert((character == NULL) == (read.character[0] == '\0'));
    SearchType *made = calloc(1, sizeof *made);
    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a bot");
    }
    made->word = read;
    made->character = character;
    snprintf(made->name, sizeof made->name, "%s", word);
    made->type = (BotType){.name = made->name,
                           .summary = read.level < 0 ? "searches" : level_info[read.level].meaning,
                           .open = open_bot,
                           .decide = decide,
                           .close = close_bot,
                           .begin = begin,
                           .step = step,
                           .finish = finish,
                           .think = think};
    *type = &made->type;
    return STATUS_OK;
}

bool search_bot_is(const BotType *type)
{
    return type->decide == decide;
}

void search_bot_free(BotType *type)
{
    free(type);
}
