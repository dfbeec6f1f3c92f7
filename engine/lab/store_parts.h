/* What the files of the store share. */

#ifndef TPD_LAB_STORE_PARTS_H
#define TPD_LAB_STORE_PARTS_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"
#include "lab/store.h"

enum { STORE_LIST_SIZE = 640 };

struct Store {
    sqlite3 *db;
    sqlite3_stmt *insert, *select;
    char *path;
    int64_t first; /* number of the first game that the file is to hold */
    int64_t count; /* games, with those not committed yet */
    int64_t next;  /* game that is read next; -1: only one is read */
    int64_t whole; /* games that the file is to hold */
    bool writing;  /* a transaction is open */
};

/* A fault of the database as one line. */
Status store_fault(const Store *store, Error *err);
Status store_run(Store *store, const char *sql, Error *err);
Status store_prepare(Store *store, sqlite3_stmt **statement, const char *sql, Error *err);
/* Ends the transaction as if it had not begun. */
void store_roll_back(Store *store);
/* Runs a statement that returns no row, and makes it ready for the next. */
Status store_step(Store *store, sqlite3_stmt *statement, Error *err);

/* "[1,-2]", and the inverse, which returns how many numbers there are, at most `most`. */
int store_print_list(char text[STORE_LIST_SIZE], const int number[], int count);
int store_parse_list(int number[], int most, const unsigned char *text);

Status store_write_run(Store *store, const Run *run, Error *err);
/* Fills all of `run`, which is all zero. */
Status store_read_run(Store *store, Run *run, Error *err);

#endif
