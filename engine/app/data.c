#include "app/data.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "script/script.h"

static bool is_directory(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static Status path_set(char path[DATA_PATH_SIZE], const char *directory, const char *rest,
                       Error *err)
{
    int length = snprintf(path, DATA_PATH_SIZE, "%s%s", directory, rest);

    if (length < 0 || length >= DATA_PATH_SIZE) {
        return error_set(err, STATUS_IO, "%.60s…: expected a path shorter than %d bytes", directory,
                         DATA_PATH_SIZE);
    }
    return STATUS_OK;
}

/* The directory of the running program, with its last slash; empty where the system cannot tell. */
static void find_executable(char path[DATA_PATH_SIZE])
{
    ssize_t length = readlink("/proc/self/exe", path, DATA_PATH_SIZE - 1);

    path[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(path, '/');
    if (slash != NULL) {
        slash[1] = '\0';
    }
}

static Status find_installed(char path[DATA_PATH_SIZE], Error *err)
{
    char directory[DATA_PATH_SIZE];

    find_executable(directory);
    Status status = path_set(path, directory, "../share/tpd/rules", err);
    if (status != STATUS_OK) {
        return status;
    }
    if (!is_directory(path)) {
        return error_set(err, STATUS_IO,
                         "%s: no rules there nor in %s/rules: expected --rules DIR or TPD_DATA to "
                         "name a directory that holds them",
                         path, TPD_SOURCE_DIR);
    }
    return STATUS_OK;
}

Status data_find_rules(char path[DATA_PATH_SIZE], const char *option, Error *err)
{
    if (option != NULL) {
        if (!is_directory(option)) {
            return error_set(err, STATUS_IO, "%s: expected a directory of rules", option);
        }
        return path_set(path, option, "", err);
    }

    const char *data = getenv("TPD_DATA"); /* NOLINT(concurrency-mt-unsafe): nobody sets it here */
    if (data != NULL && data[0] != '\0') {
        Status status = path_set(path, data, "/rules", err);
        if (status == STATUS_OK && !is_directory(path)) {
            return error_set(err, STATUS_IO, "%s: expected a directory of rules, as TPD_DATA says",
                             path);
        }
        return status;
    }
    if (is_directory(TPD_SOURCE_DIR "/rules")) {
        return path_set(path, TPD_SOURCE_DIR, "/rules", err);
    }
    return find_installed(path, err);
}

Status data_find_locale(char path[DATA_PATH_SIZE], Error *err)
{
    const char *data = getenv("TPD_DATA"); /* NOLINT(concurrency-mt-unsafe): nobody sets it here */

    if (data != NULL && data[0] != '\0') {
        Status status = path_set(path, data, "/locale", err);
        if (status != STATUS_OK || is_directory(path)) {
            return status;
        }
    }
    if (is_directory(TPD_LOCALE_DIR)) {
        return path_set(path, TPD_LOCALE_DIR, "", err);
    }
    char directory[DATA_PATH_SIZE];
    find_executable(directory);
    Status status = path_set(path, directory, "../share/tpd/locale", err);
    if (status == STATUS_OK && !is_directory(path)) {
        return error_set(err, STATUS_IO,
                         "%s: no translations there nor in %s: expected the build to have made "
                         "them with msgfmt (Debian, Ubuntu: gettext)",
                         path, TPD_LOCALE_DIR);
    }
    return status;
}

Status data_find_file(char path[DATA_PATH_SIZE], const char *name, Error *err)
{
    char beside[DATA_PATH_SIZE];

    if (name[0] != '/' && access(name, F_OK) != 0 &&
        data_find_rules(path, NULL, NULL) == STATUS_OK) {
        *strrchr(path, '/') = '\0';
        int length = snprintf(beside, sizeof beside, "%s/%s", path, name);
        if (length < (int)sizeof beside && access(beside, F_OK) == 0) {
            return path_set(path, beside, "", err);
        }
    }
    return path_set(path, name, "", err);
}

Status data_load_rules(Rules **rules, const char *option, Error *err)
{
    char path[DATA_PATH_SIZE];
    Status status = data_find_rules(path, option, err);

    if (status != STATUS_OK) {
        return status;
    }
    Rules *loaded = malloc(sizeof *loaded);
    if (loaded == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for the rules");
    }
    status = script_load_rules(loaded, path, err);
    if (status != STATUS_OK) {
        free(loaded);
        return status;
    }
    *rules = loaded;
    return STATUS_OK;
}

void data_free_rules(Rules *rules)
{
    free(rules);
}
