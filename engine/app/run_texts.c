#include "app/run_texts.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/bot_command.h"
#include "app/bot_files.h"
#include "app/data.h"
#include "process/process_bot.h"
#include "script/files.h"
#include "script/script.h"
#include "script/script_bot.h"

static Status keep_file(RunFile *file, const char *path, Error *err)
{
    Error why;
    Status status = file_read(&file->text, &file->size, path, &why);

    if (status != STATUS_OK) {
        file->text = NULL;
        return error_set(err, status, "%s: %s", path, why.text);
    }
    if (memchr(file->text, '\0', file->size) != NULL) {
        return error_set(err, STATUS_PARSE, "%s: expected a text, found a zero byte", path);
    }
    return STATUS_OK;
}

/* The command as it is kept: in quotes, however the shell has left them. */
static Status add_command(Run *run, const char *word, Error *err)
{
    RunFile *file = &run->bot[run->schedule.bots];
    char command[BOT_COMMAND_SIZE];

    if (!bot_command_read(command, word) ||
        !bot_command_print(file->name, sizeof file->name, command)) {
        return error_set(err, STATUS_PARSE,
                         "expected cmd:\"COMMAND\" of less than %d bytes, found '%.*s'",
                         BOT_COMMAND_SIZE, error_quote(word, RUN_NAME_SIZE), word);
    }
    run->is_command[run->schedule.bots++] = true;
    return STATUS_OK;
}

Status run_add_bot(Run *run, const char *word, Error *err)
{
    RunFile *file = &run->bot[run->schedule.bots];
    BotFiles files = {.count = 0};
    const BotType *type;

    if (bot_command_is(word)) {
        return add_command(run, word, err);
    }
    if (strlen(word) >= sizeof file->name) {
        return error_set(err, STATUS_PARSE, "expected the name of a bot of less than %d bytes",
                         RUN_NAME_SIZE);
    }
    Status status = bot_files_find(&files, word, &type, err);
    if (status == STATUS_OK && bot_find(word) == NULL) {
        status = keep_file(file, type->name, err);
    }
    bot_files_close(&files);
    if (status == STATUS_OK) {
        snprintf(file->name, sizeof file->name, "%s", word);
        run->schedule.bots++;
    }
    return status;
}

static Status add_rule(Run *run, const char *directory, const char *path, Error *err)
{
    RunFile *file = &run->file[run->file_count];

    if (run->file_count == RUN_FILES_MAX) {
        return error_set(err, STATUS_FULL, "%s: expected at most %d files of rules for a run",
                         directory, RUN_FILES_MAX);
    }
    Status status = keep_file(file, path, err);
    if (status == STATUS_OK) {
        snprintf(file->name, sizeof file->name, "%s", path + strlen(directory) + 1);
        run->file_count++;
    }
    return status;
}

static Status add_cards(Run *run, const char *directory, Error *err)
{
    char path[DATA_PATH_SIZE + RULE_NAME_MAX];
    FileList cards;

    snprintf(path, sizeof path, "%s/cards", directory);
    Status status = file_list_init(&cards, path, err);
    if (status != STATUS_OK) {
        return status;
    }
    for (int i = 0; i < cards.count && status == STATUS_OK; i++) {
        status = add_rule(run, directory, cards.path[i], err);
    }
    file_list_clear(&cards);
    return status;
}

Status run_add_rules(Run *run, const char *directory, Error *err)
{
    static const char *const names[] = {"params.lua", "nations.lua", "scenarios.lua"};
    char path[DATA_PATH_SIZE + RULE_NAME_MAX];
    Status status = STATUS_OK;

    for (size_t i = 0; i < sizeof names / sizeof names[0] && status == STATUS_OK; i++) {
        snprintf(path, sizeof path, "%s/%s", directory, names[i]);
        status = add_rule(run, directory, path, err);
    }
    return status == STATUS_OK ? add_cards(run, directory, err) : status;
}

static Status make_watched(BotType **type, const RunFile *file, Error *err)
{
    Status status = script_bot_new_text(type, file->name, file->text, file->size, err);

    if (status == STATUS_OK) {
        script_bot_meter(*type, BOT_WATCHED);
    }
    return status;
}

Status run_make_bots(RunBots *bots, const Run *run, const char *path, Error *err)
{
    Status status = STATUS_OK;

    memset(bots, 0, sizeof *bots);
    for (int i = 0; i < run->schedule.bots && status == STATUS_OK; i++) {
        const RunFile *file = &run->bot[i];
        if (run->is_command[i]) {
            continue;
        }
        if (file->text != NULL) {
            status = make_watched(&bots->own[i], file, err);
            bots->type[i] = bots->own[i];
        } else {
            bots->type[i] = bot_find(file->name);
        }
        if (status == STATUS_OK && bots->type[i] == NULL) {
            status =
                error_set(err, STATUS_PARSE, "%s: this program has no bot '%s', which it needs",
                          path, file->name);
        }
    }
    if (status != STATUS_OK) {
        run_bots_clear(bots);
    }
    return status;
}

Status run_make_all_bots(RunBots *bots, const Run *asked, const char *path, Error *err)
{
    Status status = run_make_bots(bots, asked, path, err);

    for (int i = 0; i < asked->schedule.bots && status == STATUS_OK; i++) {
        char command[BOT_COMMAND_SIZE];
        if (asked->is_command[i] && bot_command_read(command, asked->bot[i].name)) {
            status = process_bot_new(&bots->own[i], command, &process_limits, err);
            bots->type[i] = bots->own[i];
        }
    }
    if (status != STATUS_OK) {
        run_bots_clear(bots);
    }
    return status;
}

void run_bots_clear(RunBots *bots)
{
    for (int i = 0; i < BOTS_MAX; i++) {
        if (process_bot_is(bots->own[i])) {
            process_bot_free(bots->own[i]);
        } else if (bots->own[i] != NULL) {
            script_bot_free(bots->own[i]);
        }
        bots->own[i] = NULL;
    }
}

/* All files as one chunk.  Each is a block of its own, as names of one are unknown to the next. */
static char *join_rules(const Run *run, size_t *size)
{
    static const char head[] = "do ";
    static const char tail[] = "\nend\n";
    size_t room = 1;

    for (int i = 0; i < run->file_count; i++) {
        room += run->file[i].size + sizeof head + sizeof tail;
    }
    char *text = malloc(room);
    *size = 0;
    for (int i = 0; i < run->file_count && text != NULL; i++) {
        *size +=
            (size_t)snprintf(text + *size, room - *size, "%s%s%s", head, run->file[i].text, tail);
    }
    return text;
}

Status run_make_rules(Rules **rules, const Run *run, const char *path, Error *err)
{
    size_t size;
    char *text = join_rules(run, &size);
    Rules *made = malloc(sizeof *made);

    if (text == NULL || made == NULL) {
        free(text);
        free(made);
        return error_set(err, STATUS_MEMORY, "%s: out of memory", path);
    }
    Status status = script_load_rules_text(made, path, text, size, err);
    if (status == STATUS_OK && made->hash != run->rules) {
        status = error_set(err, STATUS_PARSE,
                           "%s: the rules that it holds have the hash %016llx, but it was played "
                           "with %016llx",
                           path, (unsigned long long)made->hash, (unsigned long long)run->rules);
    }
    free(text);
    if (status != STATUS_OK) {
        free(made);
        return status;
    }
    *rules = made;
    return STATUS_OK;
}
