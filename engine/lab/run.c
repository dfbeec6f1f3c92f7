#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "lab/schedule.h"
#include "lab/store.h"

void run_clear(Run *run)
{
    for (int i = 0; i < BOTS_MAX; i++) {
        free(run->bot[i].text);
        run->bot[i].text = NULL;
    }
    for (int i = 0; i < RUN_FILES_MAX; i++) {
        free(run->file[i].text);
        run->file[i].text = NULL;
    }
}

bool run_has_lua(const Run *run)
{
    for (int i = 0; i < run->schedule.bots; i++) {
        if (run->bot[i].text != NULL) {
            return true;
        }
    }
    return false;
}

int run_find_command(const Run *run)
{
    for (int i = 0; i < run->schedule.bots; i++) {
        if (run->is_command[i]) {
            return i;
        }
    }
    return -1;
}

static bool is_same_text(const RunFile *a, const RunFile *b)
{
    if (a->text == NULL || b->text == NULL) {
        return a->text == b->text;
    }
    return a->size == b->size && memcmp(a->text, b->text, a->size) == 0;
}

static Status compare_bots(const char *path, const Run *held, const Run *wanted, Error *err)
{
    for (int i = 0; i < held->schedule.bots; i++) {
        const RunFile *a = &held->bot[i];
        const RunFile *b = &wanted->bot[i];
        if (strcmp(a->name, b->name) != 0) {
            return error_set(err, STATUS_PARSE,
                             "%s: bot %d of its run is '%s', not '%s': expected the same bots in "
                             "the same order, or another file",
                             path, i + 1, a->name, b->name);
        }
        if (!is_same_text(a, b) || held->is_command[i] != wanted->is_command[i]) {
            return error_set(err, STATUS_PARSE,
                             "%s: bot '%s' is not what it was when its run began: expected the "
                             "same text, or another file",
                             path, a->name);
        }
    }
    return STATUS_OK;
}

static Status differs(const char *path, const char *what, const uint64_t number[2], Error *err)
{
    return error_set(err, STATUS_PARSE,
                     "%s: its run has %s %" PRIu64 ", not %" PRIu64
                     ": expected the same command, or another file",
                     path, what, number[0], number[1]);
}

static Status compare_numbers(const char *path, const Run *held, const Run *wanted, Error *err)
{
    const ScheduleSetup *a = &held->schedule;
    const ScheduleSetup *b = &wanted->schedule;
    const struct {
        const char *what;
        uint64_t number[2];
    } row[] = {
        {"--seats", {(uint64_t)a->seats, (uint64_t)b->seats}},
        {"--seed", {a->seed, b->seed}},
        {"--blocks", {(uint64_t)a->blocks, (uint64_t)b->blocks}},
        {"a number of bots of", {(uint64_t)a->bots, (uint64_t)b->bots}},
        {"a --gauntlet of", {a->gauntlet, b->gauntlet}},
    };

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        if (row[i].number[0] != row[i].number[1]) {
            return differs(path, row[i].what, row[i].number, err);
        }
    }
    return STATUS_OK;
}

Status run_compare(const char *path, const Run *held, const Run *wanted, Error *err)
{
    if (strcmp(held->scenario, wanted->scenario) != 0) {
        return error_set(err, STATUS_PARSE,
                         "%s: its run has --scenario %s, not %s: expected the same command, or "
                         "another file",
                         path, held->scenario, wanted->scenario);
    }
    if (held->rules != wanted->rules) {
        return error_set(err, STATUS_PARSE,
                         "%s: was played with other rules, of the hash %016" PRIx64
                         ", not %016" PRIx64 ": expected the same rules, or another file",
                         path, held->rules, wanted->rules);
    }
    if (run_has_lua(held) && strcmp(held->lua, wanted->lua) != 0) {
        return error_set(err, STATUS_PARSE,
                         "%s: its Lua bots were run by %s, not %s: expected the same version, or "
                         "another file",
                         path, held->lua, wanted->lua);
    }
    Status status = compare_numbers(path, held, wanted, err);
    return status == STATUS_OK ? compare_bots(path, held, wanted, err) : status;
}
