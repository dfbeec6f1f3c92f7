#include "app/bot_files.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "ai/evaluation_bot.h"
#include "ai/search_bot.h"
#include "app/bot_command.h"
#include "app/bot_shipped.h"
#include "app/command.h"
#include "app/data.h"
#include "process/process_bot.h"
#include "script/files.h"
#include "script/script_bot.h"

enum { ECHO_SIZE = 256, BOTS_OWN_MAX = 32 /* rows of bots.def, at most */ };

const char bot_files_usual[] = "greedy";

static bool names_file(const char *word)
{
    static const char ending[] = ".lua";
    size_t length = strlen(word);

    return length >= sizeof ending && strcmp(word + length - (sizeof ending - 1), ending) == 0;
}

const char *bot_files_hint(char hint[HINT_SIZE], const char *word)
{
    const char *names[SHIPPED_MAX + BOTS_OWN_MAX] = {
#define BOT(name, type) name,
#include "ai/bots.def"
#undef BOT
        "search:1000", "level:3"};
    ShippedBots bots;
    int count = 0;

    shipped_bots_init(&bots);
    while (names[count] != NULL) {
        count++;
    }
    for (int i = 0; i < bots.count; i++) {
        names[count++] = bots.name[i];
    }
    hint_nearest(hint, names, word);
    shipped_bots_clear(&bots);
    return hint;
}

Status bot_files_character(char path[DATA_PATH_SIZE], const char *name, Error *err)
{
    char hint[HINT_SIZE];

    if (shipped_bot_find(path, name)) {
        return STATUS_OK;
    }
    return error_set(err, STATUS_PARSE,
                     "unknown strategy '%s': expected one of scripts/bots, as in level:3:hawk%s",
                     name, bot_files_hint(hint, name));
}

static Status unknown(const char *word, Error *err)
{
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    return error_set(err, STATUS_PARSE,
                     "unknown bot '%s': expected one of `tpd bots`, a file that ends in .lua, "
                     "eval:FILE, or cmd:\"COMMAND\"%s",
                     printable(echo, sizeof echo, word), bot_files_hint(hint, word));
}

bool bot_files_is_shipped(const char *word)
{
    char path[DATA_PATH_SIZE];

    return bot_find(word) != NULL || search_word_is(word) || shipped_bot_find(path, word);
}

bool bot_files_is_bot(const char *word)
{
    return bot_files_is_shipped(word) || names_file(word) || evaluation_bot_file(word) != NULL ||
           bot_command_is(word);
}

static Status find_command(BotType **type, const char *word, Error *err)
{
    char command[BOT_COMMAND_SIZE];

    if (!bot_command_read(command, word)) {
        return error_set(err, STATUS_PARSE,
                         "expected cmd:\"COMMAND\" of less than %d bytes, found '%.*s'",
                         BOT_COMMAND_SIZE, error_quote(word, ECHO_SIZE), word);
    }
    return process_bot_new(type, command, &process_limits, err);
}

/* The path is the bot's name: a run keeps what lies there. */
static Status read_weights(BotType **type, const char *word, Error *err)
{
    const char *path = evaluation_bot_file(word);
    char *text;
    size_t size;
    Error why;
    Status status = file_read(&text, &size, path, &why);

    if (status != STATUS_OK) {
        return error_set(err, status, "%s: %s", path, why.text);
    }
    status = evaluation_bot_new(type, word, text, err);
    free(text);
    return status;
}

/* A strategy, with the meter of those that were asked for. */
static Status read_strategy(BotType **type, const char *path, BotMeter meter, Error *err)
{
    Status status = script_bot_new(type, path, err);

    if (status == STATUS_OK) {
        script_bot_meter(*type, meter);
    }
    return status;
}

static Status read_file(BotType **type, const char *word, BotMeter meter, Error *err)
{
    char path[DATA_PATH_SIZE];
    Status status = shipped_bot_find(path, word) ? STATUS_OK : data_find_file(path, word, err);

    return status == STATUS_OK ? read_strategy(type, path, meter, err) : status;
}

/* The strategy that plays inside a level: scripts/bots/NAME.lua. */
static Status find_character(BotFiles *files, const char *name, const BotType **type, Error *err)
{
    char path[DATA_PATH_SIZE];
    Status status = bot_files_character(path, name, err);

    *type = NULL;
    if (status == STATUS_OK) {
        status = read_strategy(&files->type[files->count], path, files->meter, err);
    }
    if (status == STATUS_OK) {
        *type = files->type[files->count++];
    }
    return status;
}

static Status find_search(BotFiles *files, const char *word, BotType **type, Error *err)
{
    const BotType *character = NULL;
    SearchWord read;
    Status status = search_word_read(&read, word, err);

    if (status == STATUS_OK && read.character[0] != '\0') {
        status = find_character(files, read.character, &character, err);
    }
    return status == STATUS_OK ? search_bot_new(type, word, character, err) : status;
}

static Status find_any(BotFiles *files, const char *word, BotType **type, Error *err)
{
    if (search_word_is(word)) {
        return find_search(files, word, type, err);
    }
    if (evaluation_bot_file(word) != NULL) {
        return read_weights(type, word, err);
    }
    return bot_command_is(word) ? find_command(type, word, err)
                                : read_file(type, word, files->meter, err);
}

Status bot_files_find(BotFiles *files, const char *word, const BotType **type, Error *err)
{
    *type = bot_find(word);
    if (*type != NULL) {
        return STATUS_OK;
    }
    if (!bot_files_is_bot(word)) {
        return unknown(word, err);
    }
    if (files->count + 2 > BOT_FILES_MAX) { /* a level may have a strategy's file */
        return error_set(err, STATUS_FULL,
                         "expected at most %d bots of files and commands in a game",
                         BOT_FILES_MAX - 1);
    }
    BotType *made = NULL;
    Status status = find_any(files, word, &made, err);
    if (status == STATUS_OK) {
        files->type[files->count++] = made;
        *type = made;
    }
    return status;
}

void bot_files_free(BotType *type)
{
    if (type == NULL) {
        return;
    }
    if (process_bot_is(type)) {
        process_bot_free(type);
    } else if (search_bot_is(type)) {
        search_bot_free(type);
    } else if (evaluation_bot_is(type)) {
        evaluation_bot_free(type);
    } else {
        script_bot_free(type);
    }
}

void bot_files_close(BotFiles *files)
{
    for (int i = files->count - 1; i >= 0; i--) { /* a level before its strategy */
        bot_files_free(files->type[i]);
    }
    files->count = 0;
}
