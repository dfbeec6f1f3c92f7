#include "lab/store.h"

#include <assert.h>
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/store_parts.h"

enum { APPLICATION = 0x54504452, VERSION = 2 };

Status store_fault(const Store *store, Error *err)
{
    enum { PRIMARY = 0xFF, REASON_SIZE = 128 };
    int code = sqlite3_errcode(store->db) & PRIMARY;
    int number = sqlite3_system_errno(store->db);
    char reason[REASON_SIZE];

    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        return error_set(err, STATUS_IO,
                         "%s: is in use by another process: expected to have it alone",
                         store->path);
    }
    if (code == SQLITE_NOTADB) {
        return error_set(err, STATUS_PARSE,
                         "%s: expected a run that tpd tournament has written, found another kind "
                         "of file",
                         store->path);
    }
    if (code == SQLITE_CORRUPT) {
        return error_set(err, STATUS_PARSE, "%s: is broken: %s", store->path,
                         sqlite3_errmsg(store->db));
    }
    if (number == 0 || strerror_r(number, reason, sizeof reason) != 0) {
        snprintf(reason, sizeof reason, "%s", sqlite3_errmsg(store->db));
    }
    if (code == SQLITE_FULL || code == SQLITE_IOERR) {
        return error_set(
            err, STATUS_IO,
            "%s: cannot be written: %s: expected room for it; then the same command again "
            "goes on from what is there",
            store->path, reason);
    }
    return error_set(err, code == SQLITE_NOMEM ? STATUS_MEMORY : STATUS_IO, "%s: %s", store->path,
                     reason);
}

Status store_run(Store *store, const char *sql, Error *err)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ? STATUS_OK
                                                                       : store_fault(store, err);
}

Status store_prepare(Store *store, sqlite3_stmt **statement, const char *sql, Error *err)
{
    return sqlite3_prepare_v2(store->db, sql, -1, statement, NULL) == SQLITE_OK
               ? STATUS_OK
               : store_fault(store, err);
}

Status store_step(Store *store, sqlite3_stmt *statement, Error *err)
{
    if (sqlite3_step(statement) != SQLITE_DONE) {
        Status status = store_fault(store, err);
        sqlite3_reset(statement);
        return status;
    }
    sqlite3_reset(statement);
    return STATUS_OK;
}

/* The one number that a query returns; 0 for no row or NULL. */
static Status query_number(Store *store, const char *sql, int64_t *number, Error *err)
{
    sqlite3_stmt *row;
    Status status = store_prepare(store, &row, sql, err);

    if (status != STATUS_OK) {
        return status;
    }
    int code = sqlite3_step(row);
    *number = code == SQLITE_ROW ? sqlite3_column_int64(row, 0) : 0;
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        status = store_fault(store, err);
    }
    sqlite3_finalize(row);
    return status;
}

static Status store_new(Store **store, const char *path, int flags, Error *err)
{
    Store *made = calloc(1, sizeof *made);

    if (made != NULL) {
        made->path = strdup(path);
    }
    if (made == NULL || made->path == NULL) {
        free(made);
        return error_set(err, STATUS_MEMORY, "%s: out of memory", path);
    }
    if (sqlite3_open_v2(path, &made->db, flags, NULL) != SQLITE_OK) {
        Status status = store_fault(made, err);
        store_free(made);
        return status;
    }
    *store = made;
    return STATUS_OK;
}

/* Whether it is one of ours.  `is_empty`: nothing has been written yet. */
static Status check_kind(Store *store, bool *is_empty, Error *err)
{
    int64_t application = 0;
    int64_t version = 0;
    int64_t tables = 0;
    Status status = query_number(store, "PRAGMA application_id", &application, err);

    if (status == STATUS_OK) {
        status = query_number(store, "PRAGMA user_version", &version, err);
    }
    if (status == STATUS_OK) {
        status = query_number(store, "SELECT count(*) FROM sqlite_master", &tables, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    *is_empty = tables == 0;
    if (tables > 0 && application != APPLICATION) {
        return error_set(err, STATUS_PARSE,
                         "%s: expected a run that tpd tournament has written, found another "
                         "database",
                         store->path);
    }
    if (tables > 0 && version != VERSION) {
        return error_set(
            err, STATUS_PARSE,
            "%s: expected a run of version %d, found version %d: it wants the tpd that has "
            "written it, or to be played anew",
            store->path, VERSION, (int)version);
    }
    return STATUS_OK;
}

static Status count_games(Store *store, const Run *run, Error *err)
{
    Schedule schedule;
    int64_t last = 0;
    Status status = schedule_init(&schedule, &run->schedule, err);

    if (status != STATUS_OK) {
        return status;
    }
    int rotations = schedule.rotations;
    schedule_clear(&schedule);
    store->first = run->blocks.first * rotations;
    store->whole = run->blocks.end * rotations - store->first;
    status = query_number(store, "SELECT max(game) + 1 FROM game", &last, err);
    if (status != STATUS_OK) {
        return status;
    }
    store->count = last == 0 ? 0 : last - store->first;
    if (store->count < 0 || store->count % rotations != 0 || last > run->blocks.end * rotations) {
        return error_set(err, STATUS_PARSE, "%s: is broken: its games are not those of its run",
                         store->path);
    }
    return STATUS_OK;
}

static Status same_blocks(const Store *store, const Run *held, const Run *wanted, Error *err)
{
    if (held->blocks.first == wanted->blocks.first && held->blocks.end == wanted->blocks.end) {
        return STATUS_OK;
    }
    return error_set(err, STATUS_PARSE,
                     "%s: is another part of the run, blocks %lld to %lld, not %lld to %lld: "
                     "expected the same --shard, or another file",
                     store->path, (long long)held->blocks.first, (long long)held->blocks.end - 1,
                     (long long)wanted->blocks.first, (long long)wanted->blocks.end - 1);
}

static Status compare_run(Store *store, const Run *run, Error *err)
{
    Run *held = calloc(1, sizeof *held);

    if (held == NULL) {
        return error_set(err, STATUS_MEMORY, "%s: out of memory", store->path);
    }
    Status status = store_read_run(store, held, err);
    if (status == STATUS_OK) {
        status = run_compare(store->path, held, run, err);
    }
    if (status == STATUS_OK) {
        status = same_blocks(store, held, run, err);
    }
    run_clear(held);
    free(held);
    return status;
}

/* Inside a transaction, so that the file is ours before anything is read. */
static Status begin(Store *store, const Run *run, Error *err)
{
    bool is_empty;
    Status status = check_kind(store, &is_empty, err);

    if (status == STATUS_OK) {
        status = is_empty ? store_write_run(store, run, err) : compare_run(store, run, err);
    }
    if (status == STATUS_OK) {
        status = count_games(store, run, err);
    }
    if (status == STATUS_OK) {
        return store_run(store, "COMMIT", err);
    }
    sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return status;
}

Status store_open(Store **store, const char *path, const Run *run, Error *err)
{
    Store *made = NULL;
    Status status = store_new(&made, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);

    if (status != STATUS_OK) {
        return status;
    }
    assert(made != NULL);
    status = store_run(made, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", err);
    if (status == STATUS_OK) {
        status = begin(made, run, err);
    }
    if (status == STATUS_OK) {
        status = store_run(made, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL", err);
    }
    if (status != STATUS_OK) {
        store_free(made);
        return status;
    }
    *store = made;
    return STATUS_OK;
}

static Status begin_reading(Store *store, Run *run, Error *err)
{
    bool is_empty;
    Status status = check_kind(store, &is_empty, err);

    if (status == STATUS_OK && is_empty) {
        status =
            error_set(err, STATUS_PARSE, "%s: expected a run, found an empty file", store->path);
    }
    if (status == STATUS_OK) {
        status = store_read_run(store, run, err);
    }
    return status == STATUS_OK ? count_games(store, run, err) : status;
}

Status store_open_read(Store **store, const char *path, Run *run, Error *err)
{
    Store *made = NULL;

    if (access(path, R_OK) != 0) {
        return error_set(err, STATUS_IO, "%s: %s", path,
                         errno == ENOENT ? "there is no such file" : "cannot be read");
    }
    Status status = store_new(&made, path, SQLITE_OPEN_READWRITE, err);
    if (status != STATUS_OK) {
        return status;
    }
    assert(made != NULL);
    status = begin_reading(made, run, err);
    if (status != STATUS_OK) {
        store_free(made);
        return status;
    }
    *store = made;
    return STATUS_OK;
}

Status store_close(Store *store, Error *err)
{
    Status status = store_commit(store, err);

    sqlite3_finalize(store->insert);
    sqlite3_finalize(store->select);
    store->insert = NULL;
    store->select = NULL;
    if (status == STATUS_OK && sqlite3_db_readonly(store->db, "main") == 0) {
        /* One file, which can be copied; where that cannot be, it is as good with its neighbours. */
        sqlite3_exec(store->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    }
    store_free(store);
    return status;
}

void store_free(Store *store)
{
    if (store != NULL) {
        sqlite3_finalize(store->insert);
        sqlite3_finalize(store->select);
        sqlite3_close(store->db);
        free(store->path);
        free(store);
    }
}

const char *store_path(const Store *store)
{
    return store->path;
}

int64_t store_game_count(const Store *store)
{
    return store->count;
}

bool store_is_whole(const Store *store)
{
    return store->count == store->whole;
}

void store_roll_back(Store *store)
{
    if (store->writing) {
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
        store->writing = false;
    }
}

Status store_commit(Store *store, Error *err)
{
    if (!store->writing) {
        return STATUS_OK;
    }
    store->writing = false;
    return store_run(store, "COMMIT", err);
}

Status store_check(Store *store, Error *err)
{
    sqlite3_stmt *row;
    Status status = store_prepare(store, &row, "PRAGMA quick_check(1)", err);

    if (status != STATUS_OK) {
        return status;
    }
    if (sqlite3_step(row) != SQLITE_ROW) {
        status = store_fault(store, err);
    } else if (strcmp((const char *)sqlite3_column_text(row, 0), "ok") != 0) {
        const char *what = (const char *)sqlite3_column_text(row, 0);
        status = error_set(err, STATUS_PARSE, "%s: is broken: %.*s", store->path,
                           error_quote(what, (int)strcspn(what, "\n")), what);
    }
    sqlite3_finalize(row);
    return status;
}
