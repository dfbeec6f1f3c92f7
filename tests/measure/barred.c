/* Games of a bot against itself, in which one side may not use some verbs: `balance` beside it makes a
 * table of them.
 *
 *     barred SCENARIO BOT SIDE VERBS FIRST GAMES
 *
 * BOT is `eval` or a search, as search:300; SIDE is US or CN; VERBS is `nothing` or `train`, `court` and
 * so on, a verb or the first word of several, more of them parted by a comma.  A line a game, seeds from
 * FIRST on: its seed and the side that has won.  What a barred side foresees for later turns may still
 * use the verb: only its choices are without it. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ai/bot.h"
#include "ai/search_bot.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "lab/game.h"
#include "support/shipped.h"

enum { ARGUMENTS = 7, DECIMAL = 10 };

/* A bot of another type that is never shown some verbs. */
typedef struct BarredType {
    BotType type;
    const BotType *inner;
    bool verb[VERB_COUNT];
} BarredType;

typedef struct Barred {
    Bot bot;
    Bot *inner;
} Barred;

static Status open_barred(Bot **bot, const BotType *type, const Rules *rules,
                          const BotConfig *config, Error *err)
{
    const BotType *inner = ((const BarredType *)type)->inner;
    Barred *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a bot");
    }
    made->bot.type = type;
    Status status = inner->open(&made->inner, inner, rules, config, err);
    if (status != STATUS_OK) {
        free(made);
        return status;
    }
    *bot = &made->bot;
    return STATUS_OK;
}

/* Where nothing else is legal the verbs are not barred: there is always something to choose. */
static Status decide_barred(Bot *bot, const View *view, const ActionList *legal, int *choice,
                            Error *err)
{
    const BarredType *type = (const BarredType *)bot->type;
    Bot *inner = ((Barred *)bot)->inner;
    ActionList left = {.count = 0};
    int place[ACTIONS_MAX];
    int chosen = 0;

    for (int i = 0; i < legal->count; i++) {
        if (!type->verb[legal->item[i].verb]) {
            place[left.count] = i;
            left.item[left.count++] = legal->item[i];
        }
    }
    inner->decision = bot->decision;
    if (left.count == 0) {
        return type->inner->decide(inner, view, legal, choice, err);
    }
    Status status = type->inner->decide(inner, view, &left, &chosen, err);
    *choice = place[chosen];
    return status;
}

static void close_barred(Bot *bot)
{
    if (bot != NULL) {
        Barred *barred = (Barred *)bot;
        barred->inner->type->close(barred->inner);
        free(barred);
    }
}

/* Whether the verb's text is the word, or begins with it and a space. */
static bool is_named(const char *verb, const char *word, size_t length)
{
    return strncmp(verb, word, length) == 0 && (verb[length] == '\0' || verb[length] == ' ');
}

/* How many verbs the word names. */
static int bar_word(BarredType *type, const char *word, size_t length)
{
    int found = 0;

    for (int verb = VERB_TRAIN; verb < VERB_STOP; verb++) {
        if (is_named(vocab_verb[verb], word, length)) {
            type->verb[verb] = true;
            found++;
        }
    }
    return found;
}

/* False: a word names no verb. */
static bool bar(BarredType *type, const char *words)
{
    bool known = true;

    if (strcmp(words, "nothing") == 0) {
        return true;
    }
    for (const char *word = words; *word != '\0' && known;) {
        size_t length = strcspn(word, ",");
        known = bar_word(type, word, length) > 0;
        word += length + (word[length] == ',');
    }
    return known;
}

/* `made` is to be freed afterwards; NULL where the bot is one of the program. */
static const BotType *bot_of(const char *word, BotType **made)
{
    Error err = {.text = ""};

    *made = NULL;
    if (!search_word_is(word)) {
        return bot_find(word);
    }
    return search_bot_new(made, word, NULL, &err) == STATUS_OK ? *made : NULL;
}

static int play(const BotType *bot, const BarredType *barred, Bloc side, const Setup *game)
{
    GameSetup setup = {.game = *game};
    GameResult result;
    Error err = {.text = ""};

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        setup.bot[closed_seat((Bloc)bloc)] = bloc == (int)side ? &barred->type : bot;
    }
    if (game_play(&result, shipped_rules(), &setup, &err) != STATUS_OK) {
        fprintf(stderr, "barred: %s\n", err.text);
        return 1;
    }
    printf("%llu %s\n", (unsigned long long)game->seed, result.winner == BLOC_US ? "US" : "CN");
    return 0;
}

static int play_all(const BotType *bot, char **argument)
{
    Setup game = {.scenario = rules_find_scenario(shipped_rules(), argument[1]), .seat_count = 2};
    Bloc side = strcmp(argument[3], "US") == 0 ? BLOC_US : BLOC_CN;
    BarredType barred = {.type = {.name = "barred",
                                  .open = open_barred,
                                  .decide = decide_barred,
                                  .close = close_barred},
                         .inner = bot};
    uint64_t first = strtoull(argument[5], NULL, DECIMAL);
    uint64_t games = strtoull(argument[6], NULL, DECIMAL);
    int status = 0;

    if (game.scenario < 0 || bot == NULL || !bar(&barred, argument[4])) {
        fprintf(stderr,
                "barred: expected a scenario, `eval` or a search, and verbs, found '%s', '%s' and "
                "'%s'\n",
                argument[1], argument[2], argument[4]);
        return 2;
    }
    for (game.seed = first; game.seed < first + games && status == 0; game.seed++) {
        status = play(bot, &barred, side, &game);
    }
    return status;
}

int main(int count, char **argument)
{
    BotType *made = NULL;

    if (count != ARGUMENTS) {
        fprintf(stderr, "usage: barred SCENARIO BOT SIDE VERBS FIRST GAMES\n");
        return 2;
    }
    int status = play_all(bot_of(argument[2], &made), argument);
    search_bot_free(made);
    return status;
}
