/* IWYU pragma: no_include <bits/types/struct_tm.h> */
#include "app/saves.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/command.h"
#include "app/options.h"
#include "app/play_place.h"
#include "app/whole_file.h"
#include "core/vocab.h"
#include "match/lines.h"

static const char suffix[] = ".journal";
static const char table_suffix[] = ".table";
/* What lies beside a journal and goes where it goes: the agreement, an analysis. */
static const char *const beside[] = {table_suffix, ".journal.analysis"};
enum { BESIDE = sizeof beside / sizeof beside[0] };

/* ---- a journal, looked at ---- */

/* The number behind `key` in a line, -1 if there is none. */
static int number_behind(const char *line, const char *key)
{
    static const uint64_t range[2] = {0, 1000000};
    char digits[16];
    uint64_t number;
    const char *found = strstr(line, key);

    if (found == NULL) {
        return -1;
    }
    found += strlen(key);
    snprintf(digits, sizeof digits, "%.*s", (int)strspn(found, "0123456789"), found);
    return number_parse(&number, digits, range) ? (int)number : -1;
}

static void take_head(SaveLine *save, const char *line, const Rules *rules)
{
    static const char begin[] = "journal 1 scenario=";
    char id[ID_SIZE];

    save->broken = strncmp(line, begin, sizeof begin - 1) != 0;
    if (save->broken) {
        return;
    }
    line += sizeof begin - 1;
    snprintf(id, sizeof id, "%.*s", (int)strcspn(line, " "), line);
    save->scenario = rules_find_scenario(rules, id);
    save->seat_count = number_behind(line, " seats=");
    save->broken = save->seat_count != 2 && save->seat_count != 4;
}

static void take_line(SaveLine *save, const char *line)
{
    if (strncmp(line, "round ", 6) == 0) {
        save->round = number_behind(line, "round ");
    } else if (line[0] >= '0' && line[0] <= '9') {
        save->decisions = number_behind(line, "") + 1;
    } else if (strncmp(line, "undo ", 5) == 0) {
        save->decisions = number_behind(line, "undo ");
    }
    save->over = strncmp(line, "end ", 4) == 0;
}

static void look_into(SaveLine *save, const char *path, const Rules *rules)
{
    LineReader *lines = malloc(sizeof *lines);
    const char *line = NULL;
    bool first = true;

    save->broken = true;
    if (lines == NULL || lines_open(lines, path, NULL) != STATUS_OK) {
        free(lines);
        return;
    }
    lines->may_be_cut = true;
    while (lines_peek(lines, &line, NULL) == STATUS_OK && line != NULL) {
        if (first) {
            take_head(save, line, rules);
        } else {
            take_line(save, line);
        }
        first = false;
        lines_skip(lines);
    }
    lines_close(lines);
    free(lines);
}

/* ---- the folder ---- */

typedef struct Found {
    char name[SAVE_NAME_SIZE];
    struct timespec changed;
} Found;

static bool is_later(const Found *a, const Found *b)
{
    return a->changed.tv_sec != b->changed.tv_sec ? a->changed.tv_sec > b->changed.tv_sec
                                                  : a->changed.tv_nsec > b->changed.tv_nsec;
}

/* Keeps the newest SAVES_MAX in order. */
static int insert(Found found[SAVES_MAX], int count, const Found *one)
{
    int at = count;

    while (at > 0 && is_later(one, &found[at - 1])) {
        at--;
    }
    if (at == SAVES_MAX) {
        return count;
    }
    int moved = (count == SAVES_MAX ? SAVES_MAX - 1 : count) - at;
    memmove(&found[at + 1], &found[at], (size_t)moved * sizeof found[0]);
    found[at] = *one;
    return count < SAVES_MAX ? count + 1 : count;
}

static int find_saves(Found found[SAVES_MAX], const char *folder)
{
    DIR *entries = opendir(folder);
    int count = 0;

    if (entries == NULL) {
        return 0;
    }
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): this DIR is ours alone */
    for (const struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        char path[DATA_PATH_SIZE];
        struct stat info;
        Found one;
        int length = (int)(strlen(entry->d_name) - sizeof suffix + 1);
        if (!place_is_journal(entry->d_name) || length >= SAVE_NAME_SIZE ||
            snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) >= DATA_PATH_SIZE ||
            stat(path, &info) != 0 || !S_ISREG(info.st_mode)) {
            continue;
        }
        snprintf(one.name, sizeof one.name, "%.*s", length, entry->d_name);
        one.changed = info.st_mtim;
        count = insert(found, count, &one);
    }
    closedir(entries);
    return count;
}

int saves_list(SaveLine line[SAVES_MAX], const Rules *rules)
{
    char folder[DATA_PATH_SIZE];
    Found found[SAVES_MAX];

    if (place_folder(folder, NULL) != STATUS_OK) {
        return 0;
    }
    int count = find_saves(found, folder);
    for (int i = 0; i < count; i++) {
        char path[DATA_PATH_SIZE];
        struct tm parts;
        line[i] = (SaveLine){.scenario = -1};
        snprintf(line[i].name, sizeof line[i].name, "%s", found[i].name);
        localtime_r(&found[i].changed.tv_sec, &parts);
        strftime(line[i].date, sizeof line[i].date, "%Y-%m-%d %H:%M", &parts);
        if (saves_path(path, found[i].name, NULL) == STATUS_OK) {
            look_into(&line[i], path, rules);
        }
    }
    return count;
}

/* ---- names ---- */

static Status path_with(char path[DATA_PATH_SIZE], const char *save, const char *ending, Error *err)
{
    char folder[DATA_PATH_SIZE];
    Status status = place_folder(folder, err);

    if (status == STATUS_OK &&
        snprintf(path, DATA_PATH_SIZE, "%s/%s%s", folder, save, ending) >= DATA_PATH_SIZE) {
        return error_set(err, STATUS_IO, "%.200s: too long a name", save);
    }
    return status;
}

Status saves_path(char path[DATA_PATH_SIZE], const char *save, Error *err)
{
    return path_with(path, save, suffix, err);
}

static Status fault(const char *path, Error *err)
{
    char why[SYSTEM_TEXT_SIZE];

    return error_set(err, STATUS_IO, "%.800s: %s", path, system_text(why, errno));
}

static Status check_name(const char *name, Error *err)
{
    if (name[0] == '\0' || name[0] == '.' || strchr(name, '/') != NULL ||
        error_quote(name, SAVE_NAME_SIZE) != (int)strlen(name)) {
        return error_set(err, STATUS_PARSE,
                         "expected a name without / that does not begin with a dot, found '%.*s'",
                         error_quote(name, SAVE_NAME_SIZE), name);
    }
    return STATUS_OK;
}

/* There may be nothing. */
static void move_beside(const char *save, const char *name)
{
    char from[DATA_PATH_SIZE];
    char to[DATA_PATH_SIZE];

    for (int i = 0; i < BESIDE; i++) {
        if (path_with(from, save, beside[i], NULL) == STATUS_OK &&
            path_with(to, name, beside[i], NULL) == STATUS_OK) {
            (void)rename(from, to);
        }
    }
}

Status saves_rename(const char *save, const char *name, Error *err)
{
    char from[DATA_PATH_SIZE];
    char to[DATA_PATH_SIZE];
    Status status = check_name(name, err);

    if (status == STATUS_OK) {
        status = saves_path(from, save, err);
    }
    if (status == STATUS_OK) {
        status = saves_path(to, name, err);
    }
    if (status != STATUS_OK || strcmp(from, to) == 0) {
        return status;
    }
    if (access(to, F_OK) == 0) {
        return error_set(err, STATUS_IO, "'%.200s' is the name of another game", name);
    }
    if (rename(from, to) != 0) {
        return fault(to, err);
    }
    move_beside(save, name);
    return STATUS_OK;
}

Status saves_delete(const char *save, Error *err)
{
    char path[DATA_PATH_SIZE];
    Status status = saves_path(path, save, err);

    if (status == STATUS_OK && unlink(path) != 0) {
        return fault(path, err);
    }
    for (int i = 0; i < BESIDE && status == STATUS_OK; i++) {
        if (path_with(path, save, beside[i], err) == STATUS_OK) {
            (void)unlink(path);
        }
    }
    return status;
}

/* ---- export ---- */

void saves_export_path(const char *save, char path[HOST_PATH_SIZE])
{
    const char *home = getenv("HOME"); /* NOLINT(concurrency-mt-unsafe): nobody sets it here */

    snprintf(path, HOST_PATH_SIZE, "%s/%s%s", home != NULL && home[0] == '/' ? home : "/tmp", save,
             suffix);
}

static bool copy_bytes(FILE *from, FILE *to)
{
    enum { BLOCK = 16 * 1024 };
    char block[BLOCK];
    size_t size;

    while ((size = fread(block, 1, sizeof block, from)) > 0) {
        if (fwrite(block, 1, size, to) != size) {
            return false;
        }
    }
    return ferror(from) == 0 && fflush(to) == 0;
}

Status saves_export(const char *save, const char *path, Error *err)
{
    char source[DATA_PATH_SIZE];
    Status status = saves_path(source, save, err);
    FILE *from = status == STATUS_OK ? fopen(source, "rb") : NULL;

    if (from == NULL) {
        return status != STATUS_OK ? status : fault(source, err);
    }
    FILE *to = fopen(path, "wbx");
    if (to == NULL) {
        status =
            errno == EEXIST
                ? error_set(err, STATUS_IO, "%.800s: is there already; expected another name", path)
                : fault(path, err);
        fclose(from);
        return status;
    }
    bool copied = copy_bytes(from, to);
    if (!copied) {
        status = fault(path, err);
    }
    fclose(from);
    if (fclose(to) != 0 && copied) {
        status = fault(path, err);
        copied = false;
    }
    if (!copied) {
        unlink(path);
    }
    return status;
}

/* ---- what was agreed on ---- */

static Status agreement_path(char path[DATA_PATH_SIZE], const char *journal, Error *err)
{
    int length = (int)strlen(journal);
    int tail = (int)sizeof suffix - 1;

    if (length > tail && strcmp(journal + length - tail, suffix) == 0) {
        length -= tail;
    }
    return snprintf(path, DATA_PATH_SIZE, "%.*s%s", length, journal, table_suffix) < DATA_PATH_SIZE
               ? STATUS_OK
               : error_set(err, STATUS_IO, "%.800s: too long a name", journal);
}

Status saves_write_agreement(const char *journal, const Agreement *agreement, Error *err)
{
    enum { TEXT_SIZE = 1024 };
    char path[DATA_PATH_SIZE];
    char text[TEXT_SIZE];
    Status status = agreement_path(path, journal, err);
    int length = snprintf(text, sizeof text, "open-hands=%s\ntimer=%d\n",
                          agreement->open_hands ? "yes" : "no", agreement->timer);

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (agreement->name[seat][0] != '\0') {
            length += snprintf(text + length, sizeof text - (size_t)length, "name.%d=%s\n", seat,
                               agreement->name[seat]);
        }
    }
    return status == STATUS_OK ? whole_file_write(path, text, (size_t)length, err) : status;
}

static void take_agreement(Agreement *agreement, const char *line)
{
    enum { TIMER_MOST = 60 };
    int minutes = number_behind(line, "timer=");

    if (strcmp(line, "open-hands=yes") == 0) {
        agreement->open_hands = true;
    } else if (minutes >= 0 && minutes <= TIMER_MOST) {
        agreement->timer = minutes;
    } else if (strncmp(line, "name.", 5) == 0 && line[5] >= '0' && line[5] < '0' + SEATS_MAX &&
               line[6] == '=') {
        snprintf(agreement->name[line[5] - '0'], SEAT_NAME_SIZE, "%s", line + 7);
    }
}

void saves_read_agreement(const char *journal, Agreement *agreement)
{
    char path[DATA_PATH_SIZE];
    LineReader *lines = malloc(sizeof *lines);
    const char *line = NULL;

    *agreement = (Agreement){.open_hands = false};
    if (lines == NULL || agreement_path(path, journal, NULL) != STATUS_OK ||
        lines_open(lines, path, NULL) != STATUS_OK) {
        free(lines);
        return;
    }
    while (lines_peek(lines, &line, NULL) == STATUS_OK && line != NULL) {
        take_agreement(agreement, line);
        lines_skip(lines);
    }
    lines_close(lines);
    free(lines);
}
