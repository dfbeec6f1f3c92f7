/* edit FILE SQL: changes a run behind the program's back. */

#include <sqlite3.h>
#include <stdio.h>

int main(int count, char **argument)
{
    sqlite3 *db = NULL;
    char *why = NULL;

    if (count != 3 || sqlite3_open(argument[1], &db) != SQLITE_OK) {
        fprintf(stderr, "edit: expected a database and a statement\n");
        return 1;
    }
    if (sqlite3_exec(db, argument[2], NULL, NULL, &why) != SQLITE_OK) {
        fprintf(stderr, "edit: %s\n", why);
        return 1;
    }
    return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
