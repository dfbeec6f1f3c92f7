#include "app/bot_files.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ai/evaluation_bot.h"
#include "ai/search_bot.h"
#include "app/bot_command.h"
#include "app/command.h"
#include "app/data.h"
#include "process/process_bot.h"
#include "script/files.h"
#include "script/script_bot.h"

enum { ECHO_SIZE = 256 };

const char bot_files_shipped[] = "greedy";

static bool names_file(const char *word)
{
    static const char ending[] = ".lua";
    size_t length = strlen(word);

    return length >= sizeof ending && strcmp(word + length - (sizeof ending - 1), ending) == 0;
}

/* The names of the strategies that come with the program, as "balanced, hawk". */
static void list_characters(char *list, size_t size)
{
    char path[DATA_PATH_SIZE];
    FileList bots;
    size_t length = 0;

    list[0] = '\0';
    if (data_find_shipped(path, "scripts/bots", NULL) != STATUS_OK ||
        file_list_init(&bots, path, NULL) != STATUS_OK) {
        return;
    }
    for (int i = 0; i < bots.count && length < size; i++) {
        const char *name = strrchr(bots.path[i], '/') + 1;
        length += (size_t)snprintf(list + length, size - length, "%s%.*s", i == 0 ? "" : ", ",
                                   (int)strcspn(name, "."), name);
    }
    file_list_clear(&bots);
}

Status bot_files_character(char path[DATA_PATH_SIZE], const char *name, Error *err)
{
    char file[CHARACTER_SIZE + sizeof "scripts/bots/.lua"];
    char list[ECHO_SIZE];

    snprintf(file, sizeof file, "scripts/bots/%s.lua", name);
    if (data_find_shipped(path, file, NULL) == STATUS_OK && access(path, F_OK) == 0) {
        return STATUS_OK;
    }
    list_characters(list, sizeof list);
    return error_set(err, STATUS_PARSE, "unknown strategy '%s': expected one of %s", name, list);
}

static Status unknown(const char *word, Error *err)
{
    static const char *const names[] = {
#define BOT(name, type, summary) name,
#include "ai/bots.def"
#undef BOT
        bot_files_shipped, "search:1000", "level:3", NULL};
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];
    char list[ECHO_SIZE];

    return error_set(err, STATUS_PARSE,
                     "unknown bot '%s': expected %s, a file that ends in .lua, "
                     "eval:FILE, or cmd:\"COMMAND\"%s",
                     printable(echo, sizeof echo, word), words_join(list, sizeof list, names),
                     hint_nearest(hint, names, word));
}

bool bot_files_is_shipped(const char *word)
{
    return bot_find(word) != NULL || strcmp(word, bot_files_shipped) == 0 || search_word_is(word);
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

/* Where the file of a word lies. */
static Status find_file(char path[DATA_PATH_SIZE], const char *word, Error *err)
{
    if (strcmp(word, bot_files_shipped) == 0) {
        return data_find_shipped(path, "scripts/bots/greedy.lua", err);
    }
    return data_find_file(path, word, err);
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

static Status read_file(BotType **type, const char *word, Error *err)
{
    char path[DATA_PATH_SIZE];
    Status status = find_file(path, word, err);

    return status == STATUS_OK ? script_bot_new(type, path, err) : status;
}

/* The strategy that plays inside a level: scripts/bots/NAME.lua. */
static Status find_character(BotFiles *files, const char *name, const BotType **type, Error *err)
{
    char path[DATA_PATH_SIZE];
    Status status = bot_files_character(path, name, err);

    *type = NULL;
    if (status == STATUS_OK) {
        status = script_bot_new(&files->type[files->count], path, err);
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
    return bot_command_is(word) ? find_command(type, word, err) : read_file(type, word, err);
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
    assert(files->count + 2 <= BOT_FILES_MAX);
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
