/* What `tpd verify` does with the file of a tournament. */

#ifndef TPD_APP_VERIFY_RUN_H
#define TPD_APP_VERIFY_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "app/command.h"

typedef struct VerifyRunOptions {
    uint64_t sample;     /* games to play again; 0: one in a hundred, and at least 20 */
    bool hash;           /* print the run hash */
    const char *journal; /* NULL, or the new file for the journal of `game` */
    uint64_t game;
} VerifyRunOptions;

/* Whether the file is a database. */
bool verify_is_run(const char *path);
Outcome verify_run(const char *path, const VerifyRunOptions *options);

#endif
