/* tpd merge: shards of a tournament become one run. */

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/command.h"
#include "app/data.h"
#include "app/options.h"
#include "app/standings.h"
#include "app/tournament.h"
#include "core/status.h"
#include "lab/digest.h"
#include "lab/game.h"
#include "lab/schedule.h"
#include "lab/store.h"
#include "lab/tally.h"

static const Manual manual = {
    .name = "merge",
    .arguments = "SHARD…",
    .text =
        "Puts the shards that `tpd tournament --shard` has written together, in any order, and\n"
        "prints how many games there are and the run hash: the one that a single process would\n"
        "have had.  All shards must be of one run, finished, and there, each once.\n",
    .examples = "  tpd merge part-1.db part-2.db part-3.db -o run.db\n"
                "  tpd merge part-*.db -o run.db\n",
};

typedef struct Shard {
    Store *store;
    Run run;
} Shard;

typedef struct Merge {
    int count;
    Shard *shard; /* owned; in order of their first blocks */
    Schedule schedule;
    RunHash *hash;
    Tally tally;
    char run_hash[DIGEST_SIZE];
    Store *store; /* of the whole run */
    int64_t games;
} Merge;

static int compare_shards(const void *a, const void *b)
{
    const BlockRange *left = &((const Shard *)a)->run.blocks;
    const BlockRange *right = &((const Shard *)b)->run.blocks;

    if (left->first != right->first) {
        return left->first < right->first ? -1 : 1;
    }
    return (left->end > right->end) - (left->end < right->end);
}

static Status open_shards(Merge *merge, const Arguments *paths, Error *err)
{
    Status status = STATUS_OK;

    for (int i = 0; i < paths->count && status == STATUS_OK; i++) {
        Shard *shard = &merge->shard[merge->count++];
        status = store_open_read(&shard->store, paths->item[i], &shard->run, err);
        if (status == STATUS_OK && i > 0) {
            status = run_compare(paths->item[i], &shard->run, &merge->shard[0].run, err);
        }
    }
    qsort(merge->shard, (size_t)merge->count, sizeof *merge->shard, compare_shards);
    return status;
}

/* Every shard is whole, and each begins where the one before it ends. */
static Status check_shards(const Merge *merge, Error *err)
{
    int64_t next = 0;

    for (int i = 0; i < merge->count; i++) {
        const Shard *shard = &merge->shard[i];
        const BlockRange *blocks = &shard->run.blocks;
        const char *path = store_path(shard->store);
        int64_t games = (blocks->end - blocks->first) * merge->schedule.rotations;
        if (blocks->first < next) {
            return error_set(err, STATUS_PARSE,
                             "%s: holds block %" PRId64 ", which another shard holds as well: "
                             "expected each once",
                             path, blocks->first);
        }
        if (blocks->first > next) {
            return error_set(err, STATUS_PARSE,
                             "%s: begins with block %" PRId64 ", and no shard holds block %" PRId64
                             ": expected all shards of the run",
                             path, blocks->first, next);
        }
        if (store_game_count(shard->store) != games) {
            return error_set(err, STATUS_PARSE,
                             "%s: holds %" PRId64 " of its %" PRId64
                             " games: expected a finished shard, the command that began it goes on",
                             path, store_game_count(shard->store), games);
        }
        next = blocks->end;
    }
    if (next != schedule_block_count(&merge->schedule)) {
        return error_set(err, STATUS_PARSE,
                         "no shard holds block %" PRId64 ": expected all shards of the run", next);
    }
    return STATUS_OK;
}

/* With the last game goes the summary. */
static Status count_game(Merge *merge, const GameResult *result, Error *err)
{
    run_hash_add(merge->hash, result);
    tally_add(&merge->tally, result);
    merge->games++;
    if (!store_is_whole(merge->store)) {
        return STATUS_OK;
    }
    if (run_find_command(&merge->shard[0].run) < 0) {
        run_hash_print(merge->run_hash, merge->hash);
    }
    return store_write_summary(merge->store, &merge->tally, merge->run_hash, err);
}

static Status copy_games(Merge *merge, Store *from, Error *err)
{
    GameResult result;
    bool more = true;
    Status status = store_read_all(from, err);

    while (status == STATUS_OK) {
        status = store_read(from, &result, &more, err);
        if (status != STATUS_OK || !more) {
            break;
        }
        status = store_add(merge->store, &result, err);
        if (status == STATUS_OK) {
            status = count_game(merge, &result, err);
        }
    }
    return status;
}

static Status copy_shards(Merge *merge, const char *path, Error *err)
{
    Run *run = &merge->shard[0].run;

    run->blocks = (BlockRange){.first = 0, .end = schedule_block_count(&merge->schedule)};
    Status status = store_open(&merge->store, path, run, err);
    for (int i = 0; i < merge->count && status == STATUS_OK; i++) {
        status = copy_games(merge, merge->shard[i].store, err);
        if (status == STATUS_OK) {
            status = store_commit(merge->store, err);
        }
    }
    if (status == STATUS_OK) {
        Store *store = merge->store;
        merge->store = NULL;
        status = store_close(store, err);
    }
    store_free(merge->store);
    return status;
}

/* Writes beside the file and renames, so that a run is there whole or not at all. */
static Status write_run(Merge *merge, const char *path, Error *err)
{
    char part[DATA_PATH_SIZE];
    char why[SYSTEM_TEXT_SIZE];
    int length = snprintf(part, sizeof part, "%s.part", path);

    if (length < 0 || length >= (int)sizeof part) {
        return error_set(err, STATUS_IO, "-o: expected a shorter path");
    }
    if (access(path, F_OK) == 0) {
        return error_set(err, STATUS_IO, "%s: is there already: expected a name for a new file",
                         path);
    }
    unlink(part); /* of a merge that was ended */
    Status status = copy_shards(merge, part, err);
    if (status != STATUS_OK) {
        unlink(part);
        return status;
    }
    if (rename(part, path) != 0) {
        return error_set(err, STATUS_IO, "%s: %s", path, system_text(why, errno));
    }
    return STATUS_OK;
}

static Status merge_all(Merge *merge, const Arguments *paths, const char *path, Error *err)
{
    Status status = open_shards(merge, paths, err);

    if (status == STATUS_OK) {
        status = schedule_init(&merge->schedule, &merge->shard[0].run.schedule, err);
    }
    if (status == STATUS_OK) {
        status = check_shards(merge, err);
    }
    if (status == STATUS_OK) {
        status = run_hash_new(&merge->hash, err);
    }
    if (status == STATUS_OK) {
        status = tally_init(&merge->tally, &merge->schedule, err);
    }
    return status == STATUS_OK ? write_run(merge, path, err) : status;
}

static void merge_clear(Merge *merge)
{
    for (int i = 0; i < merge->count; i++) {
        store_free(merge->shard[i].store);
        run_clear(&merge->shard[i].run);
    }
    free(merge->shard);
    run_hash_free(merge->hash);
    tally_clear(&merge->tally);
    schedule_clear(&merge->schedule);
}

static void print_merged(const Merge *merge, const char *path)
{
    const Run *run = &merge->shard[0].run;
    int command = run_find_command(run);

    printf("%s: %" PRId64 " games of %d shards\n", path, merge->games, merge->count);
    if (command < 0) {
        printf("run hash %s\n", merge->run_hash);
    } else {
        standings_print_command(run);
    }
}

static Outcome merge_shards(const Arguments *paths, const char *path)
{
    Merge merge = {.count = 0};
    Error err;

    merge.shard = calloc((size_t)paths->count, sizeof *merge.shard);
    if (merge.shard == NULL) {
        return complain_failed(manual.name, "out of memory");
    }
    run_size_signal_ignore();
    Status status = merge_all(&merge, paths, path, &err);
    if (status == STATUS_OK) {
        print_merged(&merge, path);
    }
    merge_clear(&merge);
    return status == STATUS_OK ? OUTCOME_OK : complain_error(&err);
}

Outcome cmd_merge(Arguments arguments)
{
    const char *path = NULL;
    const Option table[] = {option_text("o", "FILE", &path, "the run, which is a new file")};
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Outcome outcome = options_read(&all, &arguments);

    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (path == NULL) {
        return complain_usage(manual.name, "expected -o FILE, where the run is to go");
    }
    if (arguments.count == 0) {
        return complain_usage(manual.name, "expected the shards of a tournament");
    }
    return merge_shards(&arguments, path);
}
