/* A run in a file: one SQLite database of a tournament, of a shard of one, or of merged shards.
 *
 * PRAGMA application_id is 0x54504452 ("TPDR"), PRAGMA user_version the version of this schema, 2.
 *
 *   run      one row: scenario, seats, gauntlet (0, 1), seed (decimal), blocks of each line-up,
 *            rotations of a block, first_block and end_block (what this file is to hold: a shard
 *            has a part), reproducible (0 if a command plays), rules (their hash), lua (Lua's version), program (that of tpd)
 *   bot      bot (number, from 0), name (as on the command line), kind ('program', 'lua' or
 *            'command', which is started only where the command line has it), sha256 and source (of a Lua file; else '')
 *   rule     name and source of each file of the rules
 *   lineup   lineup, and the number of the bot in each slot uc, uo, cc, co; NULL: no seat.  With 2
 *            seats the US has slot uc and China cc.
 *   verb     verb, name: what the positions in us_verbs and cn_verbs mean
 *   game     game: its number.  Its block is game / rotations, its rotation game % rotations, its
 *            line-up block % (number of line-ups); in rotation r the bot of a seat (0 to 3: UC UO CC
 *            CO) is that of slot seat XOR r, with 2 rotations seat XOR 2r.
 *            returns_uc … returns_co (0 to 1000), faults_uc … faults_co, decisions,
 *            ending (0 points, 1 hegemony, 2 catastrophe), winner (0 US, 1 China),
 *            hash: of the last position, as a signed number,
 *            lead: JSON array, VP of the US less those of China after each round,
 *            us_verbs, cn_verbs: JSON arrays, how often a bloc chose each verb
 *
 * Written with the last games of the run or shard, empty before:
 *
 *   summary  one row: games, decisions, how many ended by points, hegemony, catastrophe, us_wins,
 *            run_hash ("" if a command plays)
 *   summary_bot   bot, games, wins, faults
 *   summary_cell  the block scores of a bot in a line-up, each a sum of returns: lineup, slot (the
 *            bot's first there), blocks, sum, squares (sum of them),
 *            first: JSON array of the first 30 scores
 *
 * The file always holds games from the first on, whole blocks, whatever ended the program. */

#ifndef TPD_LAB_STORE_H
#define TPD_LAB_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/status.h"
#include "lab/digest.h"
#include "lab/game.h"
#include "lab/schedule.h"
#include "lab/tally.h"

enum { RUN_WORD_SIZE = 64, RUN_NAME_SIZE = 256, RUN_FILES_MAX = 256 };

/* A text that a run keeps: the file of a bot or of rules. */
typedef struct RunFile {
    char name[RUN_NAME_SIZE];
    char *text; /* owned; NULL: there is none */
    size_t size;
} RunFile;

typedef struct Run {
    ScheduleSetup schedule;
    BlockRange blocks; /* what the file is to hold */
    char scenario[RUN_WORD_SIZE], lua[RUN_WORD_SIZE], program[RUN_WORD_SIZE];
    uint64_t rules;            /* hash */
    RunFile bot[BOTS_MAX];     /* with a text: a Lua file */
    bool is_command[BOTS_MAX]; /* it is a program of its own: the name is its command */
    int file_count;
    RunFile file[RUN_FILES_MAX]; /* of the rules */
} Run;

void run_clear(Run *run);
bool run_has_lua(const Run *run);
/* The first bot that is a command; -1: there is none, and the run can be played again. */
int run_find_command(const Run *run);

typedef struct Store Store;

/* Makes the file, or opens it if it holds that very run.  Nobody else may have it open. */
Status store_open(Store **store, const char *path, const Run *run, Error *err);
/* Opens what is there and reads its run, which the caller clears, even after a failure. */
Status store_open_read(Store **store, const char *path, Run *run, Error *err);
/* Writes what is not written yet. */
Status store_close(Store *store, Error *err);
/* Forgets it. */
void store_free(Store *store);

const char *store_path(const Store *store);
int64_t store_game_count(const Store *store);
bool store_is_whole(const Store *store); /* it holds all games that it is to hold */

/* The games, in order, from the first that the file is to hold; one that is missing between them is
 * an error.  `more` is false after the last. */
Status store_read_all(Store *store, Error *err);
Status store_read_scores(Store *store, Error *err); /* without leads and verbs, which are left 0 */
Status store_read_one(Store *store, int64_t game, Error *err);
Status store_read(Store *store, GameResult *result, bool *more, Error *err);

/* The next game.  It is in the file after store_commit(), which is for the end of a block. */
Status store_add(Store *store, const GameResult *result, Error *err);
Status store_commit(Store *store, Error *err);
/* What a whole file comes to.  It is written after store_add() of the last game, so that both are
 * there or neither, and read into a tally that tally_init() has made. */
Status store_write_summary(Store *store, const Tally *tally, const char *run_hash, Error *err);
Status store_read_summary(Store *store, Tally *tally, char run_hash[DIGEST_SIZE], Error *err);
/* Looks whether the file is sound, page by page. */
Status store_check(Store *store, Error *err);

/* "holds …, expected …": in what `b` is another run than `a`; blocks may differ. */
Status run_compare(const char *path, const Run *held, const Run *wanted, Error *err);

#endif
