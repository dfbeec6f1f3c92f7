/* The tables of the store that say what is played. */

#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/vocab.h"
#include "lab/digest.h"
#include "lab/schedule.h"
#include "lab/store.h"
#include "lab/store_parts.h"

static const char schema[] =
    "CREATE TABLE run(id INTEGER PRIMARY KEY CHECK(id = 1), scenario TEXT, seats INTEGER,"
    " gauntlet INTEGER, seed TEXT, blocks INTEGER, rotations INTEGER, first_block INTEGER,"
    " end_block INTEGER, reproducible INTEGER, rules TEXT, lua TEXT, program TEXT);"
    "CREATE TABLE bot(bot INTEGER PRIMARY KEY, name TEXT, kind TEXT, sha256 TEXT, source TEXT);"
    "CREATE TABLE rule(rule INTEGER PRIMARY KEY, name TEXT, source TEXT);"
    "CREATE TABLE lineup(lineup INTEGER PRIMARY KEY, uc INTEGER, uo INTEGER, cc INTEGER,"
    " co INTEGER);"
    "CREATE TABLE verb(verb INTEGER PRIMARY KEY, name TEXT);"
    "CREATE TABLE game(game INTEGER PRIMARY KEY,"
    " returns_uc INTEGER, returns_uo INTEGER, returns_cc INTEGER, returns_co INTEGER,"
    " faults_uc INTEGER, faults_uo INTEGER, faults_cc INTEGER, faults_co INTEGER,"
    " decisions INTEGER, ending INTEGER, winner INTEGER, hash INTEGER,"
    " lead TEXT, us_verbs TEXT, cn_verbs TEXT);"
    "CREATE TABLE summary(id INTEGER PRIMARY KEY DEFAULT 1 CHECK(id = 1), games INTEGER,"
    " decisions INTEGER, points INTEGER, hegemony INTEGER, catastrophe INTEGER, us_wins INTEGER,"
    " run_hash TEXT);"
    "CREATE TABLE summary_bot(bot INTEGER PRIMARY KEY, games INTEGER, wins INTEGER,"
    " faults INTEGER);"
    "CREATE TABLE summary_cell(lineup INTEGER, slot INTEGER, blocks INTEGER, sum INTEGER,"
    " squares INTEGER, first TEXT, PRIMARY KEY(lineup, slot));"
    "PRAGMA application_id = 1414546514;"
    "PRAGMA user_version = 2;";

static void bind_text(sqlite3_stmt *statement, int column, const char *text)
{
    sqlite3_bind_text(statement, column, text, -1, SQLITE_STATIC);
}

static Status write_head(Store *store, const Run *run, int rotations, Error *err)
{
    enum { NUMBER_SIZE = 24 };
    char seed[NUMBER_SIZE];
    char rules[NUMBER_SIZE];
    sqlite3_stmt *insert;
    int column = 1;
    Status status = store_prepare(
        store, &insert, "INSERT INTO run VALUES(1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", err);

    if (status != STATUS_OK) {
        return status;
    }
    snprintf(seed, sizeof seed, "%" PRIu64, run->schedule.seed);
    snprintf(rules, sizeof rules, "%016" PRIx64, run->rules);
    bind_text(insert, column++, run->scenario);
    sqlite3_bind_int(insert, column++, run->schedule.seats);
    sqlite3_bind_int(insert, column++, run->schedule.gauntlet);
    bind_text(insert, column++, seed);
    sqlite3_bind_int64(insert, column++, run->schedule.blocks);
    sqlite3_bind_int(insert, column++, rotations);
    sqlite3_bind_int64(insert, column++, run->blocks.first);
    sqlite3_bind_int64(insert, column++, run->blocks.end);
    sqlite3_bind_int(insert, column++, run_find_command(run) < 0);
    bind_text(insert, column++, rules);
    bind_text(insert, column++, run->lua);
    bind_text(insert, column, run->program);
    status = store_step(store, insert, err);
    sqlite3_finalize(insert);
    return status;
}

static const char *bot_kind(const Run *run, int bot)
{
    if (run->is_command[bot]) {
        return "command";
    }
    return run->bot[bot].text == NULL ? "program" : "lua";
}

static Status write_bots(Store *store, const Run *run, Error *err)
{
    sqlite3_stmt *insert;
    char sha[DIGEST_SIZE];
    Status status = store_prepare(store, &insert, "INSERT INTO bot VALUES(?, ?, ?, ?, ?)", err);

    if (status != STATUS_OK) {
        return status;
    }
    for (int i = 0; i < run->schedule.bots && status == STATUS_OK; i++) {
        const RunFile *bot = &run->bot[i];
        sha[0] = '\0';
        if (bot->text != NULL) {
            digest_text(sha, bot->text, bot->size);
        }
        sqlite3_bind_int(insert, 1, i);
        bind_text(insert, 2, bot->name);
        bind_text(insert, 3, bot_kind(run, i));
        bind_text(insert, 4, sha);
        sqlite3_bind_text(insert, 5, bot->text == NULL ? "" : bot->text, (int)bot->size,
                          SQLITE_STATIC);
        status = store_step(store, insert, err);
    }
    sqlite3_finalize(insert);
    return status;
}

static Status write_rules(Store *store, const Run *run, Error *err)
{
    sqlite3_stmt *insert;
    Status status = store_prepare(store, &insert, "INSERT INTO rule VALUES(?, ?, ?)", err);

    if (status != STATUS_OK) {
        return status;
    }
    for (int i = 0; i < run->file_count && status == STATUS_OK; i++) {
        sqlite3_bind_int(insert, 1, i);
        bind_text(insert, 2, run->file[i].name);
        sqlite3_bind_text(insert, 3, run->file[i].text, (int)run->file[i].size, SQLITE_STATIC);
        status = store_step(store, insert, err);
    }
    sqlite3_finalize(insert);
    return status;
}

static void bind_lineup(sqlite3_stmt *insert, const Lineup *lineup)
{
    for (int slot = 0; slot < SEATS_MAX; slot++) {
        if (lineup->bot[slot] == LINEUP_EMPTY) {
            sqlite3_bind_null(insert, 2 + slot);
        } else {
            sqlite3_bind_int(insert, 2 + slot, lineup->bot[slot]);
        }
    }
}

static Status write_lineups(Store *store, const Schedule *schedule, Error *err)
{
    sqlite3_stmt *insert;
    Status status = store_prepare(store, &insert, "INSERT INTO lineup VALUES(?, ?, ?, ?, ?)", err);

    if (status != STATUS_OK) {
        return status;
    }
    for (int i = 0; i < schedule->lineup_count && status == STATUS_OK; i++) {
        sqlite3_bind_int(insert, 1, i);
        bind_lineup(insert, &schedule->lineup[i]);
        status = store_step(store, insert, err);
    }
    sqlite3_finalize(insert);
    return status;
}

static Status write_verbs(Store *store, Error *err)
{
    sqlite3_stmt *insert;
    Status status = store_prepare(store, &insert, "INSERT INTO verb VALUES(?, ?)", err);

    if (status != STATUS_OK) {
        return status;
    }
    for (int verb = 0; verb < VERB_COUNT && status == STATUS_OK; verb++) {
        sqlite3_bind_int(insert, 1, verb);
        bind_text(insert, 2, vocab_verb[verb]);
        status = store_step(store, insert, err);
    }
    sqlite3_finalize(insert);
    return status;
}

Status store_write_run(Store *store, const Run *run, Error *err)
{
    Schedule schedule;
    Status status = schedule_init(&schedule, &run->schedule, err);

    if (status != STATUS_OK) {
        return status;
    }
    status = store_run(store, schema, err);
    if (status == STATUS_OK) {
        status = write_head(store, run, schedule.rotations, err);
    }
    if (status == STATUS_OK) {
        status = write_bots(store, run, err);
    }
    if (status == STATUS_OK) {
        status = write_rules(store, run, err);
    }
    if (status == STATUS_OK) {
        status = write_lineups(store, &schedule, err);
    }
    if (status == STATUS_OK) {
        status = write_verbs(store, err);
    }
    schedule_clear(&schedule);
    return status;
}

/* ---- reading ---- */

static Status is_broken(const Store *store, const char *what, Error *err)
{
    return error_set(err, STATUS_PARSE, "%s: is broken: %s", store->path, what);
}

static void copy_word(char *word, int size, sqlite3_stmt *row, int column)
{
    const unsigned char *text = sqlite3_column_text(row, column);

    snprintf(word, (size_t)size, "%s", text == NULL ? "" : (const char *)text);
}

static Status read_head(Store *store, Run *run, Error *err)
{
    sqlite3_stmt *row;
    int column = 0;
    Status status = store_prepare(store, &row,
                                  "SELECT scenario, seats, gauntlet, seed, blocks, first_block,"
                                  " end_block, rules, lua, program FROM run",
                                  err);

    if (status != STATUS_OK) {
        return status;
    }
    if (sqlite3_step(row) != SQLITE_ROW) {
        sqlite3_finalize(row);
        return is_broken(store, "expected one row in 'run'", err);
    }
    enum { NUMBER_SIZE = 24, DECIMAL = 10, HEXADECIMAL = 16 };
    char number[NUMBER_SIZE];
    copy_word(run->scenario, sizeof run->scenario, row, column++);
    run->schedule.seats = sqlite3_column_int(row, column++);
    run->schedule.gauntlet = sqlite3_column_int(row, column++) != 0;
    copy_word(number, sizeof number, row, column++);
    run->schedule.seed = strtoull(number, NULL, DECIMAL);
    run->schedule.blocks = sqlite3_column_int64(row, column++);
    run->blocks.first = sqlite3_column_int64(row, column++);
    run->blocks.end = sqlite3_column_int64(row, column++);
    copy_word(number, sizeof number, row, column++);
    run->rules = strtoull(number, NULL, HEXADECIMAL);
    copy_word(run->lua, sizeof run->lua, row, column++);
    copy_word(run->program, sizeof run->program, row, column);
    sqlite3_finalize(row);
    return STATUS_OK;
}

static Status read_file(Store *store, RunFile *file, sqlite3_stmt *row, Error *err)
{
    const unsigned char *text = sqlite3_column_text(row, 1);

    copy_word(file->name, sizeof file->name, row, 0);
    file->size = (size_t)sqlite3_column_bytes(row, 1);
    file->text = malloc(file->size + 1);
    if (file->text == NULL) {
        return error_set(err, STATUS_MEMORY, "%s: out of memory", store->path);
    }
    if (file->size > 0) {
        memcpy(file->text, text, file->size);
    }
    file->text[file->size] = '\0';
    return STATUS_OK;
}

static Status read_bots(Store *store, Run *run, Error *err)
{
    sqlite3_stmt *row;
    Status status =
        store_prepare(store, &row, "SELECT name, source, kind FROM bot ORDER BY bot", err);

    while (status == STATUS_OK && sqlite3_step(row) == SQLITE_ROW) {
        if (run->schedule.bots == BOTS_MAX) {
            status = is_broken(store, "it has too many bots", err);
            break;
        }
        RunFile *bot = &run->bot[run->schedule.bots++];
        char kind[RUN_WORD_SIZE];
        copy_word(kind, sizeof kind, row, 2);
        run->is_command[bot - run->bot] = strcmp(kind, "command") == 0;
        if (strcmp(kind, "lua") == 0) {
            status = read_file(store, bot, row, err);
        } else {
            copy_word(bot->name, sizeof bot->name, row, 0);
        }
    }
    sqlite3_finalize(row);
    return status;
}

static Status read_rules(Store *store, Run *run, Error *err)
{
    sqlite3_stmt *row;
    Status status = store_prepare(store, &row, "SELECT name, source FROM rule ORDER BY rule", err);

    while (status == STATUS_OK && sqlite3_step(row) == SQLITE_ROW) {
        if (run->file_count == RUN_FILES_MAX) {
            status = is_broken(store, "it has too many files of rules", err);
            break;
        }
        status = read_file(store, &run->file[run->file_count++], row, err);
    }
    sqlite3_finalize(row);
    return status;
}

/* Numbers that a schedule can be made of. */
static Status check_run(const Store *store, const Run *run, Error *err)
{
    const ScheduleSetup *setup = &run->schedule;
    Schedule schedule;

    if ((setup->seats != 2 && setup->seats != SEATS_MAX) || setup->blocks < 1 ||
        setup->blocks > BLOCKS_MOST || schedule_init(&schedule, setup, NULL) != STATUS_OK) {
        return is_broken(store, "'run' does not say what can be played", err);
    }
    int64_t blocks = schedule_block_count(&schedule);
    schedule_clear(&schedule);
    if (run->blocks.first < 0 || run->blocks.end < run->blocks.first || run->blocks.end > blocks) {
        return is_broken(store, "'run' has blocks that there are not", err);
    }
    return STATUS_OK;
}

Status store_read_run(Store *store, Run *run, Error *err)
{
    Status status = read_head(store, run, err);

    if (status == STATUS_OK) {
        status = read_bots(store, run, err);
    }
    if (status == STATUS_OK) {
        status = read_rules(store, run, err);
    }
    return status == STATUS_OK ? check_run(store, run, err) : status;
}
