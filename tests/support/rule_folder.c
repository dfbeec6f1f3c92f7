#include "support/rule_folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "script/files.h"

enum { PATH_SIZE = 1024 };

static void need(int holds, const char *what)
{
    if (!holds) {
        perror(what);
        abort();
    }
}

static void join(char path[PATH_SIZE], const char *folder, const char *name)
{
    need(snprintf(path, PATH_SIZE, "%s/%s", folder, name) < PATH_SIZE, "a path is too long");
}

void folder_make(char folder[FOLDER_SIZE])
{
    char above[] = "/tmp/tpd-XXXXXX";
    char cards[PATH_SIZE];

    need(mkdtemp(above) != NULL, above);
    snprintf(folder, FOLDER_SIZE, "%s/rules", above);
    need(mkdir(folder, 0700) == 0, folder);
    join(cards, folder, "cards");
    need(mkdir(cards, 0700) == 0, cards);
}

static void append(const char *path, const char *text, size_t size, const char *mode)
{
    FILE *file = fopen(path, mode);

    need(file != NULL, path);
    need(fwrite(text, 1, size, file) == size, path);
    need(fclose(file) == 0, path);
}

void folder_write(const char *folder, const char *name, const char *text)
{
    char path[PATH_SIZE];

    join(path, folder, name);
    append(path, text, strlen(text), "wb");
}

void folder_add_file(const char *folder, const char *name, const char *from)
{
    char path[PATH_SIZE];
    Error err;
    char *text;
    size_t size;

    need(file_read(&text, &size, from, &err) == STATUS_OK, from);
    join(path, folder, name);
    append(path, text, size, "ab");
    free(text);
}

void folder_add(const char *folder, const char *from)
{
    static const char *const single[] = {"params.lua", "nations.lua", "scenarios.lua"};
    char path[PATH_SIZE];
    FileList list;
    Error err;

    for (size_t i = 0; i < sizeof single / sizeof single[0]; i++) {
        join(path, from, single[i]);
        if (access(path, F_OK) == 0) {
            folder_add_file(folder, single[i], path);
        }
    }
    join(path, from, "cards");
    if (access(path, F_OK) != 0) {
        return;
    }
    need(file_list_init(&list, path, &err) == STATUS_OK, path);
    for (int i = 0; i < list.count; i++) {
        folder_add_file(folder, strrchr(list.path[i], '/') - strlen("cards"), list.path[i]);
    }
    file_list_clear(&list);
}

bool folder_lacks(const char *folder, const char *name)
{
    char path[PATH_SIZE];

    join(path, folder, name);
    return access(path, F_OK) != 0;
}

void folder_delete(const char *folder, const char *name)
{
    char path[PATH_SIZE];

    join(path, folder, name);
    need(unlink(path) == 0, path);
}

/* Deletes the files of one folder, and it. */
static void remove_flat(const char *folder)
{
    char path[PATH_SIZE];
    struct dirent **entry;
    int count = scandir(folder, &entry, NULL, alphasort);

    for (int i = 0; i < count; i++) {
        join(path, folder, entry[i]->d_name);
        unlink(path); /* folders stay: they are not empty, or are `.` and `..` */
        free(entry[i]);
    }
    if (count >= 0) {
        free(entry);
    }
    rmdir(folder);
}

void folder_remove(const char *folder)
{
    char path[PATH_SIZE];

    join(path, folder, "cards");
    remove_flat(path);
    remove_flat(folder);
    join(path, folder, "..");
    *strrchr(path, '/') = '\0';
    *strrchr(path, '/') = '\0';
    rmdir(path);
}
