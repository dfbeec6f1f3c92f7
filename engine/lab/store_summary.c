/* The summary of a whole run: its standings and its hash, as tables. */

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/status.h"
#include "core/vocab.h"
#include "lab/digest.h"
#include "lab/schedule.h"
#include "lab/store.h"
#include "lab/store_parts.h"
#include "lab/tally.h"

static Status is_broken(const Store *store, Error *err)
{
    return error_set(err, STATUS_PARSE,
                     "%s: is broken: its summary is not that of a whole run of this kind",
                     store->path);
}

static void bind_all(sqlite3_stmt *insert, const int64_t number[], int count)
{
    for (int i = 0; i < count; i++) {
        sqlite3_bind_int64(insert, i + 1, number[i]);
    }
}

/* ---- writing ---- */

static Status write_totals(Store *store, const Tally *tally, const char *run_hash, Error *err)
{
    const int64_t number[] = {tally->games,
                              tally->decisions,
                              tally->endings[ENDING_POINTS],
                              tally->endings[ENDING_HEGEMONY],
                              tally->endings[ENDING_CATASTROPHE],
                              tally->us_wins};
    enum { COUNT = sizeof number / sizeof number[0] };
    sqlite3_stmt *insert;
    Status status = store_prepare(store, &insert,
                                  "INSERT INTO summary(games, decisions, points, hegemony,"
                                  " catastrophe, us_wins, run_hash) VALUES(?, ?, ?, ?, ?, ?, ?)",
                                  err);

    if (status == STATUS_OK) {
        bind_all(insert, number, COUNT);
        sqlite3_bind_text(insert, COUNT + 1, run_hash, -1, SQLITE_STATIC);
        status = store_step(store, insert, err);
        sqlite3_finalize(insert);
    }
    return status;
}

static Status write_bots(Store *store, const Tally *tally, Error *err)
{
    sqlite3_stmt *insert;
    Status status =
        store_prepare(store, &insert, "INSERT INTO summary_bot VALUES(?, ?, ?, ?)", err);

    if (status != STATUS_OK) {
        return status;
    }
    for (int i = 0; i < tally->schedule->setup.bots && status == STATUS_OK; i++) {
        const TallyBot *bot = &tally->bot[i];
        bind_all(insert, (int64_t[]){i, bot->games, bot->wins, bot->faults}, 4);
        status = store_step(store, insert, err);
    }
    sqlite3_finalize(insert);
    return status;
}

static Status write_cell(Store *store, sqlite3_stmt *insert, const TallyCell *cell, Error *err)
{
    enum { COLUMN_FIRST = 6 };
    char text[STORE_LIST_SIZE];
    int known = cell->blocks < BLOCKS_FEW ? (int)cell->blocks : BLOCKS_FEW;
    int length = store_print_list(text, cell->first, known);

    sqlite3_bind_text(insert, COLUMN_FIRST, text, length, SQLITE_STATIC);
    return store_step(store, insert, err);
}

static Status write_cells(Store *store, const Tally *tally, Error *err)
{
    sqlite3_stmt *insert;
    Status status =
        store_prepare(store, &insert, "INSERT INTO summary_cell VALUES(?, ?, ?, ?, ?, ?)", err);

    if (status != STATUS_OK) {
        return status;
    }
    for (int i = 0; i < tally->schedule->lineup_count * SEATS_MAX && status == STATUS_OK; i++) {
        const TallyCell *cell = &tally->cell[i];
        if (cell->blocks > 0) {
            bind_all(
                insert,
                (int64_t[]){i / SEATS_MAX, i % SEATS_MAX, cell->blocks, cell->sum, cell->squares},
                5);
            status = write_cell(store, insert, cell, err);
        }
    }
    sqlite3_finalize(insert);
    return status;
}

Status store_write_summary(Store *store, const Tally *tally, const char *run_hash, Error *err)
{
    Status status = write_totals(store, tally, run_hash, err);

    if (status == STATUS_OK) {
        status = write_bots(store, tally, err);
    }
    if (status == STATUS_OK) {
        status = write_cells(store, tally, err);
    }
    if (status != STATUS_OK) {
        store_roll_back(store);
    }
    return status;
}

/* ---- reading ---- */

static Status read_totals(Store *store, Tally *tally, char run_hash[DIGEST_SIZE], Error *err)
{
    sqlite3_stmt *row;
    int column = 0;
    Status status = store_prepare(store, &row,
                                  "SELECT games, decisions, points, hegemony, catastrophe, us_wins,"
                                  " run_hash FROM summary",
                                  err);

    if (status != STATUS_OK) {
        return status;
    }
    if (sqlite3_step(row) == SQLITE_ROW) {
        tally->games = sqlite3_column_int64(row, column++);
        tally->decisions = sqlite3_column_int64(row, column++);
        tally->endings[ENDING_POINTS] = sqlite3_column_int64(row, column++);
        tally->endings[ENDING_HEGEMONY] = sqlite3_column_int64(row, column++);
        tally->endings[ENDING_CATASTROPHE] = sqlite3_column_int64(row, column++);
        tally->us_wins = sqlite3_column_int64(row, column++);
        const unsigned char *hash = sqlite3_column_text(row, column);
        snprintf(run_hash, DIGEST_SIZE, "%s", hash == NULL ? "" : (const char *)hash);
    }
    sqlite3_finalize(row);
    return tally->games == store->count ? STATUS_OK : is_broken(store, err);
}

static Status read_bots(Store *store, Tally *tally, Error *err)
{
    sqlite3_stmt *row;
    int column = 1;
    int count = 0;
    Status status = store_prepare(
        store, &row, "SELECT bot, games, wins, faults FROM summary_bot ORDER BY bot", err);

    if (status != STATUS_OK) {
        return status;
    }
    while (count < tally->schedule->setup.bots && sqlite3_step(row) == SQLITE_ROW &&
           sqlite3_column_int(row, 0) == count) {
        TallyBot *bot = &tally->bot[count++];
        column = 1;
        bot->games = sqlite3_column_int64(row, column++);
        bot->wins = sqlite3_column_int64(row, column++);
        bot->faults = sqlite3_column_int64(row, column);
    }
    sqlite3_finalize(row);
    return count == tally->schedule->setup.bots ? STATUS_OK : is_broken(store, err);
}

static bool take_cell(Tally *tally, sqlite3_stmt *row)
{
    int column = 0;
    int64_t lineup = sqlite3_column_int64(row, column++);
    int64_t slot = sqlite3_column_int64(row, column++);

    if (lineup < 0 || lineup >= tally->schedule->lineup_count || slot < 0 || slot >= SEATS_MAX) {
        return false;
    }
    TallyCell *cell = &tally->cell[lineup * SEATS_MAX + slot];
    cell->blocks = sqlite3_column_int64(row, column++);
    cell->sum = sqlite3_column_int64(row, column++);
    cell->squares = sqlite3_column_int64(row, column++);
    int known = store_parse_list(cell->first, BLOCKS_FEW, sqlite3_column_text(row, column));
    return cell->blocks > 0 && known == (cell->blocks < BLOCKS_FEW ? cell->blocks : BLOCKS_FEW);
}

static Status read_cells(Store *store, Tally *tally, Error *err)
{
    sqlite3_stmt *row;
    Status status = store_prepare(
        store, &row, "SELECT lineup, slot, blocks, sum, squares, first FROM summary_cell", err);

    while (status == STATUS_OK && sqlite3_step(row) == SQLITE_ROW) {
        if (!take_cell(tally, row)) {
            status = is_broken(store, err);
        }
    }
    sqlite3_finalize(row);
    return status;
}

Status store_read_summary(Store *store, Tally *tally, char run_hash[DIGEST_SIZE], Error *err)
{
    Status status = read_totals(store, tally, run_hash, err);

    if (status == STATUS_OK) {
        status = read_bots(store, tally, err);
    }
    return status == STATUS_OK ? read_cells(store, tally, err) : status;
}
