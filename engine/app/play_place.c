/* IWYU pragma: no_include <bits/types/struct_tm.h> */
#include "app/play_place.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/command.h"

enum { NAME_SIZE = 128, NAMES_MOST = 1000 };

static const char suffix[] = ".journal";

static Status too_long(Error *err)
{
    return error_set(err, STATUS_IO,
                     "the folder for saved games has too long a name: --journal FILE names a file");
}

static const char *environment(const char *name)
{
    const char *value = getenv(name); /* NOLINT(concurrency-mt-unsafe): nobody sets it here */

    return value != NULL && value[0] == '/' ? value : NULL;
}

Status place_folder(char folder[DATA_PATH_SIZE], Error *err)
{
    const char *data = environment("XDG_DATA_HOME");
    const char *home = environment("HOME");

    if (data == NULL && home == NULL) {
        return error_set(err, STATUS_IO,
                         "there is no place for saved games: neither XDG_DATA_HOME nor HOME is an "
                         "absolute path; --journal FILE names a file");
    }
    int length = snprintf(folder, DATA_PATH_SIZE, "%s%s/tpd", data != NULL ? data : home,
                          data != NULL ? "" : "/.local/share");
    return length < DATA_PATH_SIZE ? STATUS_OK : too_long(err);
}

Status place_make(const char *folder, Error *err)
{
    enum { PRIVATE = 0700 };
    char path[DATA_PATH_SIZE];
    char why[SYSTEM_TEXT_SIZE];

    for (const char *end = strchr(folder + 1, '/');; end = strchr(end + 1, '/')) {
        size_t length = end == NULL ? strlen(folder) : (size_t)(end - folder);
        memcpy(path, folder, length);
        path[length] = '\0';
        if (mkdir(path, PRIVATE) != 0 && errno != EEXIST && end == NULL) {
            return error_set(err, STATUS_IO, "%s: %s", path, system_text(why, errno));
        }
        if (end == NULL) {
            return STATUS_OK;
        }
    }
}

Status place_new(char path[DATA_PATH_SIZE], const char *scenario, Error *err)
{
    char folder[DATA_PATH_SIZE];
    char date[NAME_SIZE];
    time_t now = time(NULL);
    struct tm parts;
    Status status = place_folder(folder, err);

    if (status == STATUS_OK) {
        status = place_make(folder, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    localtime_r(&now, &parts);
    strftime(date, sizeof date, "%Y-%m-%d-%H%M%S", &parts);
    for (int number = 1; number < NAMES_MOST; number++) {
        char again[NAME_SIZE] = "";
        if (number > 1) {
            snprintf(again, sizeof again, "-%d", number);
        }
        int length =
            snprintf(path, DATA_PATH_SIZE, "%s/%s-%s%s%s", folder, date, scenario, again, suffix);
        if (length >= DATA_PATH_SIZE) {
            return too_long(err);
        }
        if (access(path, F_OK) != 0) {
            return STATUS_OK;
        }
    }
    return error_set(err, STATUS_IO, "%s: too many games begun in one second", folder);
}

/* ---- the last one ---- */

bool place_is_journal(const char *name)
{
    size_t length = strlen(name);
    size_t tail = sizeof suffix - 1;

    return name[0] != '.' && length > tail && strcmp(name + length - tail, suffix) == 0;
}

/* The last line tells that the game is over. */
static bool is_over(const char *path)
{
    enum { TAIL_SIZE = 512 };
    static const char end[] = "end ";
    char tail[TAIL_SIZE];
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        return false;
    }
    if (fseek(file, -(TAIL_SIZE - 1L), SEEK_END) != 0) {
        rewind(file);
    }
    size_t length = fread(tail, 1, sizeof tail - 1, file);
    fclose(file);
    while (length > 0 && tail[length - 1] == '\n') {
        length--;
    }
    tail[length] = '\0';
    const char *line = strrchr(tail, '\n');
    return line != NULL && strncmp(line + 1, end, sizeof end - 1) == 0;
}

static bool is_later(const struct stat *a, const struct stat *b)
{
    if (a->st_mtim.tv_sec != b->st_mtim.tv_sec) {
        return a->st_mtim.tv_sec > b->st_mtim.tv_sec;
    }
    return a->st_mtim.tv_nsec > b->st_mtim.tv_nsec;
}

static void find_last(char path[DATA_PATH_SIZE], const char *folder, DIR *entries)
{
    struct stat last = {.st_size = 0};

    /* NOLINTNEXTLINE(concurrency-mt-unsafe): this DIR is ours alone */
    for (const struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        char candidate[DATA_PATH_SIZE];
        struct stat info;
        if (!place_is_journal(entry->d_name) ||
            snprintf(candidate, sizeof candidate, "%s/%s", folder, entry->d_name) >=
                DATA_PATH_SIZE ||
            stat(candidate, &info) != 0 || !S_ISREG(info.st_mode) ||
            (path[0] != '\0' && !is_later(&info, &last)) || is_over(candidate)) {
            continue;
        }
        snprintf(path, DATA_PATH_SIZE, "%s", candidate);
        last = info;
    }
}

Status place_last(char path[DATA_PATH_SIZE], Error *err)
{
    char folder[DATA_PATH_SIZE];
    Status status = place_folder(folder, err);

    if (status != STATUS_OK) {
        return status;
    }
    path[0] = '\0';
    DIR *entries = opendir(folder);
    if (entries != NULL) {
        find_last(path, folder, entries);
        closedir(entries);
    }
    if (path[0] == '\0') {
        return error_set(err, STATUS_IO,
                         "%s: no game there that could be gone on with; --resume FILE names one",
                         folder);
    }
    return STATUS_OK;
}
