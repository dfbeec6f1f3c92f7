/* SHA-256: of texts, and of all results of a run. */

#ifndef TPD_LAB_DIGEST_H
#define TPD_LAB_DIGEST_H

#include <stddef.h>

#include "core/status.h"
#include "lab/game.h"

enum { DIGEST_SIZE = 65 }; /* hexadecimal, with its zero */

void digest_text(char hex[DIGEST_SIZE], const char *text, size_t size);

/* The run hash: SHA-256 of one line a game, in order of game, each ended by a line feed:
 *     GAME RETURNS×4 DECISIONS FAULTS×4 HASH
 * decimal numbers but the hash, which is 16 hexadecimal digits; 0 for seats that are not there.
 * Nothing else enters it: no time, no host, no number of threads or shards. */
typedef struct RunHash RunHash;

Status run_hash_new(RunHash **hash, Error *err);
void run_hash_free(RunHash *hash);
void run_hash_add(RunHash *hash, const GameResult *result);
void run_hash_print(char hex[DIGEST_SIZE], const RunHash *hash); /* of the games so far */

#endif
