/* The games of the store. */

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/status.h"
#include "core/vocab.h"
#include "lab/game.h"
#include "lab/store.h"
#include "lab/store_parts.h"

enum { DECIMAL = 10, COLUMNS_SCORE = 13 };

/* Hundreds of numbers a game are written so: printf would take most of the store's time. */
int store_print_list(char text[STORE_LIST_SIZE], const int number[], int count)
{
    char *at = text;

    *at++ = '[';
    for (int i = 0; i < count; i++) {
        char digits[DECIMAL + 1];
        int length = 0;
        unsigned left = number[i] < 0 ? 0U - (unsigned)number[i] : (unsigned)number[i];
        if (i > 0) {
            *at++ = ',';
        }
        if (number[i] < 0) {
            *at++ = '-';
        }
        do {
            digits[length++] = (char)('0' + left % DECIMAL);
            left /= DECIMAL;
        } while (left > 0);
        while (length > 0) {
            *at++ = digits[--length];
        }
    }
    *at++ = ']';
    return (int)(at - text);
}

int store_parse_list(int number[], int most, const unsigned char *text)
{
    const char *at = text == NULL ? "" : (const char *)text;
    int count = 0;

    while (*at != '\0' && at[1] != ']' && at[1] != '\0' && count < most) {
        char *end;
        long value = strtol(at + 1, &end, DECIMAL);
        if (end == at + 1) {
            break;
        }
        number[count++] = (int)value;
        at = end;
        if (*at != ',') {
            break;
        }
    }
    return count;
}

static Status prepare_insert(Store *store, Error *err)
{
    return store->insert != NULL ? STATUS_OK
                                 : store_prepare(store, &store->insert,
                                                 "INSERT INTO game VALUES"
                                                 "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                                 err);
}

static void bind_numbers(sqlite3_stmt *insert, const GameResult *result)
{
    int column = 1;

    sqlite3_bind_int64(insert, column++, result->game);
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        sqlite3_bind_int(insert, column++, result->returns[seat]);
    }
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        sqlite3_bind_int(insert, column++, result->faults[seat]);
    }
    sqlite3_bind_int(insert, column++, result->decisions);
    sqlite3_bind_int(insert, column++, (int)result->ending);
    sqlite3_bind_int(insert, column++, (int)result->winner);
    sqlite3_bind_int64(insert, column, (int64_t)result->hash);
}

static Status insert_game(Store *store, const GameResult *result, Error *err)
{
    const struct {
        const int *number;
        int count;
    } list[] = {{result->lead, result->rounds},
                {result->verbs[BLOC_US], VERB_COUNT},
                {result->verbs[BLOC_CN], VERB_COUNT}};
    char text[sizeof list / sizeof list[0]][STORE_LIST_SIZE];

    bind_numbers(store->insert, result);
    for (int i = 0; i < (int)(sizeof list / sizeof list[0]); i++) {
        int length = store_print_list(text[i], list[i].number, list[i].count);
        sqlite3_bind_text(store->insert, COLUMNS_SCORE + 1 + i, text[i], length, SQLITE_STATIC);
    }
    return store_step(store, store->insert, err);
}

Status store_add(Store *store, const GameResult *result, Error *err)
{
    Status status = prepare_insert(store, err);

    if (status == STATUS_OK && !store->writing) {
        status = store_run(store, "BEGIN IMMEDIATE", err);
        store->writing = status == STATUS_OK;
    }
    if (status == STATUS_OK) {
        status = insert_game(store, result, err);
    }
    if (status == STATUS_OK) {
        store->count++;
        return STATUS_OK;
    }
    store_roll_back(store);
    return status;
}

static Status read_with(Store *store, const char *sql, int64_t game, Error *err)
{
    sqlite3_finalize(store->select);
    store->select = NULL;
    Status status = store_prepare(store, &store->select, sql, err);
    if (status == STATUS_OK) {
        sqlite3_bind_int64(store->select, 1, game);
    }
    store->next = game;
    return status;
}

Status store_read_all(Store *store, Error *err)
{
    return read_with(store, "SELECT * FROM game WHERE game >= ? ORDER BY game", store->first, err);
}

Status store_read_scores(Store *store, Error *err)
{
    return read_with(store,
                     "SELECT game, returns_uc, returns_uo, returns_cc, returns_co, faults_uc,"
                     " faults_uo, faults_cc, faults_co, decisions, ending, winner, hash FROM game"
                     " WHERE game >= ? ORDER BY game",
                     store->first, err);
}

Status store_read_one(Store *store, int64_t game, Error *err)
{
    Status status = read_with(store, "SELECT * FROM game WHERE game = ?", game, err);

    store->next = -1;
    return status;
}

static void take_row(GameResult *result, sqlite3_stmt *row)
{
    int column = 0;

    *result = (GameResult){.game = sqlite3_column_int64(row, column++)};
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        result->returns[seat] = sqlite3_column_int(row, column++);
    }
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        result->faults[seat] = sqlite3_column_int(row, column++);
    }
    result->decisions = sqlite3_column_int(row, column++);
    result->ending = (Ending)sqlite3_column_int(row, column++);
    result->winner = (Bloc)sqlite3_column_int(row, column++);
    result->hash = (uint64_t)sqlite3_column_int64(row, column++);
    if (sqlite3_column_count(row) > COLUMNS_SCORE) {
        result->rounds =
            store_parse_list(result->lead, LEADS_MAX, sqlite3_column_text(row, column++));
        store_parse_list(result->verbs[BLOC_US], VERB_COUNT, sqlite3_column_text(row, column++));
        store_parse_list(result->verbs[BLOC_CN], VERB_COUNT, sqlite3_column_text(row, column));
    }
}

static bool is_possible(const GameResult *result)
{
    return (int)result->ending >= 0 && result->ending <= ENDING_CATASTROPHE &&
           ((int)result->winner == BLOC_US || result->winner == BLOC_CN);
}

Status store_read(Store *store, GameResult *result, bool *more, Error *err)
{
    int code = sqlite3_step(store->select);

    *more = code == SQLITE_ROW;
    if (code == SQLITE_DONE) {
        return STATUS_OK;
    }
    if (code != SQLITE_ROW) {
        return store_fault(store, err);
    }
    take_row(result, store->select);
    if (!is_possible(result)) {
        return error_set(err, STATUS_PARSE, "%s: is broken: game %lld ends as no game does",
                         store->path, (long long)result->game);
    }
    if (store->next >= 0 && result->game != store->next++) {
        return error_set(err, STATUS_PARSE, "%s: is broken: game %lld is missing", store->path,
                         (long long)store->next - 1);
    }
    return STATUS_OK;
}
