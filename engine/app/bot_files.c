#include "app/bot_files.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "app/bot_command.h"
#include "app/bot_shipped.h"
#include "app/command.h"
#include "app/data.h"
#include "process/process_bot.h"
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
    };
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

static Status unknown(const char *word, Error *err)
{
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    return error_set(err, STATUS_PARSE,
                     "unknown bot '%s': expected one of `tpd bots`, a file that ends in .lua, or "
                     "cmd:\"COMMAND\"%s",
                     printable(echo, sizeof echo, word), bot_files_hint(hint, word));
}

bool bot_files_is_bot(const char *word)
{
    char path[DATA_PATH_SIZE];

    return bot_find(word) != NULL || names_file(word) || bot_command_is(word) ||
           shipped_bot_find(path, word);
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

static Status read_file(BotType **type, const char *word, Error *err)
{
    char path[DATA_PATH_SIZE];
    Status status = shipped_bot_find(path, word) ? STATUS_OK : data_find_file(path, word, err);

    return status == STATUS_OK ? script_bot_new(type, path, err) : status;
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
    if (files->count == BOT_FILES_MAX) {
        return error_set(err, STATUS_FULL,
                         "expected at most %d bots of files and commands in a game", BOT_FILES_MAX);
    }
    Status status = bot_command_is(word) ? find_command(&files->type[files->count], word, err)
                                         : read_file(&files->type[files->count], word, err);
    if (status == STATUS_OK) {
        *type = files->type[files->count++];
    }
    return status;
}

void bot_files_close(BotFiles *files)
{
    for (int i = 0; i < files->count; i++) {
        if (process_bot_is(files->type[i])) {
            process_bot_free(files->type[i]);
        } else {
            script_bot_free(files->type[i]);
        }
    }
    files->count = 0;
}
