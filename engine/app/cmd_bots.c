/* tpd bots: lists every bot by the word that seats it. */

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "ai/search_bot.h"
#include "app/bot_files.h"
#include "app/command.h"
#include "app/data.h"
#include "app/options.h"
#include "app/voice.h"
#include "core/status.h"
#include "script/files.h"
#include "text/voice.h"

enum { WORD_COLUMNS = 32, WORD_SIZE = 512 };

static const Manual manual = {
    .name = "bots",
    .arguments = "",
    .text = "Lists the bots that come with the program, a line each: the word that seats one in\n"
            "--seats, and what it is.  Each strategy can play on each level, as level:3:hawk.\n",
    .examples = "  tpd bots\n"
                "  tpd bots --lang zh\n"
                "  tpd play --seats US=human,CN=level:2\n"
                "  tpd match --seats US=level:4:diplomat,CN=search:1000\n",
};

static void print_line(const char *word, const char *meaning)
{
    int gap = WORD_COLUMNS - (int)strlen(word);

    printf("%s%*s  %s\n", word, gap > 0 ? gap : 0, "", meaning);
}

static void print_levels(const Voice *voice)
{
    for (int level = 0; level < LEVEL_COUNT; level++) {
        char word[WORD_SIZE];
        char text[WORD_SIZE];
        snprintf(word, sizeof word, "level:%d", level + 1);
        snprintf(text, sizeof text, "%s%s%s", say(voice, level_info[level].name),
                 say(voice, C_("before effects", ": ")), say(voice, level_info[level].meaning));
        print_line(word, text);
    }
}

static void print_own(const Voice *voice)
{
    static const struct {
        const char *name, *summary;
    } bots[] = {
#define BOT(name, type, summary) {name, summary},
#include "ai/bots.def"
#undef BOT
    };

    for (size_t i = 0; i < sizeof bots / sizeof bots[0]; i++) {
        print_line(bots[i].name, say(voice, bots[i].summary));
    }
    print_line("search:N, search:NxR",
               say(voice, N_("searches with N iterations a decision, in R trees")));
}

/* A strategy's file, by the name that a level takes. */
static void print_strategy(const Voice *voice, const char *path)
{
    char word[WORD_SIZE];
    const char *name = strrchr(path, '/') + 1;

    if (strncmp(name, bot_files_shipped, strlen(bot_files_shipped)) == 0) {
        print_line(bot_files_shipped, say(voice, N_("looks one action ahead, for its lead")));
        return;
    }
    snprintf(word, sizeof word, "scripts/bots/%s", name);
    print_line(word, say(voice, N_("a strategy, which you can read and change")));
}

static void print_strategies(const Voice *voice)
{
    char path[DATA_PATH_SIZE];
    FileList bots;

    if (data_find_shipped(path, "scripts/bots", NULL) != STATUS_OK ||
        file_list_init(&bots, path, NULL) != STATUS_OK) {
        return;
    }
    for (int i = 0; i < bots.count; i++) {
        print_strategy(voice, bots.path[i]);
    }
    file_list_clear(&bots);
}

Outcome cmd_bots(Arguments arguments)
{
    VoiceOptions options = voice_options();
    const Option table[] = {voice_option_lang(&options)};
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Voice voice;

    Outcome outcome = options_read(&all, &arguments);
    if (outcome == OUTCOME_RUN) {
        outcome = voice_open(&voice, &options);
    }
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    print_levels(&voice);
    print_own(&voice);
    print_strategies(&voice);
    voice_close(&voice);
    return OUTCOME_OK;
}
