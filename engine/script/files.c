#include "script/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { REASON_SIZE = 128 };

/* What the system says about `errno`. */
static Status system_fault(Error *err)
{
    char reason[REASON_SIZE];
    int number = errno;

    if (number == ENOENT) {
        return error_set(err, STATUS_IO, "there is no such file or directory");
    }
    if (strerror_r(number, reason, sizeof reason) != 0) {
        snprintf(reason, sizeof reason, "error %d", number);
    }
    return error_set(err, STATUS_IO, "cannot be read: %s", reason);
}

Status directory_check(const char *directory, Error *err)
{
    struct stat info;

    if (stat(directory, &info) != 0) {
        return system_fault(err);
    }
    if (!S_ISDIR(info.st_mode)) {
        return error_set(err, STATUS_IO, "expected a directory");
    }
    return STATUS_OK;
}

Status file_read(char **text, size_t *size, const char *path, Error *err)
{
    struct stat info;

    if (stat(path, &info) != 0) {
        return system_fault(err);
    }
    if (!S_ISREG(info.st_mode)) { /* a pipe or a device would not end */
        return error_set(err, STATUS_IO, "expected a file");
    }
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return system_fault(err);
    }
    Status status = STATUS_OK;
    *text = malloc(RULE_FILE_MAX + 2);
    if (*text == NULL) {
        status = error_set(err, STATUS_MEMORY, "out of memory");
        goto out;
    }
    *size = fread(*text, 1, RULE_FILE_MAX + 1, file);
    if (ferror(file)) {
        status = system_fault(err);
    } else if (*size > RULE_FILE_MAX) {
        status = error_set(err, STATUS_IO, "expected at most %d bytes, the file is longer",
                           RULE_FILE_MAX);
    }
    if (status != STATUS_OK) {
        free(*text);
        goto out;
    }
    (*text)[*size] = '\0';
out:
    fclose(file);
    return status;
}

static int is_rule_file(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);

    return entry->d_name[0] != '.' && length > 4 && strcmp(entry->d_name + length - 4, ".lua") == 0;
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* `directory/name` in memory that the caller frees; NULL if there is none left. */
static char *join_path(const char *directory, const char *name)
{
    size_t size = strlen(directory) + strlen(name) + 2;
    char *path = malloc(size);

    if (path != NULL) {
        snprintf(path, size, "%s/%s", directory, name);
    }
    return path;
}

Status file_list_init(FileList *list, const char *directory, Error *err)
{
    struct dirent **entry;
    int count = scandir(directory, &entry, is_rule_file, compare_names);

    *list = (FileList){0};
    if (count < 0) {
        return system_fault(err);
    }
    list->path = calloc((size_t)count + 1, sizeof(char *));
    for (int i = 0; list->path != NULL && i < count; i++) {
        list->path[i] = join_path(directory, entry[i]->d_name);
        list->count += list->path[i] != NULL;
    }
    for (int i = 0; i < count; i++) {
        free(entry[i]);
    }
    free(entry);
    if (list->path == NULL || list->count < count) {
        list->count = count;
        file_list_clear(list);
        return error_set(err, STATUS_MEMORY, "out of memory");
    }
    return STATUS_OK;
}

void file_list_clear(FileList *list)
{
    for (int i = 0; list->path != NULL && i < list->count; i++) {
        free(list->path[i]);
    }
    free(list->path);
    *list = (FileList){0};
}
