#include "app/play_settings.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/command.h"
#include "app/data.h"
#include "app/play_place.h"
#include "app/whole_file.h"

enum { FILE_MOST = 16 * 1024 };

static const char *environment(const char *name)
{
    const char *value = getenv(name); /* NOLINT(concurrency-mt-unsafe): nobody sets it here */

    return value != NULL && value[0] == '/' ? value : NULL;
}

static Status find_folder(char folder[DATA_PATH_SIZE], Error *err)
{
    const char *config = environment("XDG_CONFIG_HOME");
    const char *home = environment("HOME");

    if (config == NULL && home == NULL) {
        return error_set(err, STATUS_IO,
                         "there is no place for settings: neither XDG_CONFIG_HOME nor HOME is an "
                         "absolute path");
    }
    int length = snprintf(folder, DATA_PATH_SIZE, "%s%s/tpd", config != NULL ? config : home,
                          config != NULL ? "" : "/.config");
    return length < DATA_PATH_SIZE
               ? STATUS_OK
               : error_set(err, STATUS_IO, "the folder for settings has too long a name");
}

static Status find_file(char path[DATA_PATH_SIZE], const char *folder, Error *err)
{
    return snprintf(path, DATA_PATH_SIZE, "%s/settings", folder) < DATA_PATH_SIZE
               ? STATUS_OK
               : error_set(err, STATUS_IO, "the folder for settings has too long a name");
}

static void read_file(Settings *settings, const char *path, FILE *file,
                      char fault[SETTINGS_FAULT_SIZE])
{
    char text[FILE_MOST];
    size_t size = fread(text, 1, sizeof text - 1, file);

    if (ferror(file) != 0) {
        char why[SYSTEM_TEXT_SIZE];
        snprintf(fault, SETTINGS_FAULT_SIZE, "%.200s: %s", path, system_text(why, errno));
        return;
    }
    text[size] = '\0';
    settings_read(settings, path, text, fault);
}

void settings_load(Settings *settings, char fault[SETTINGS_FAULT_SIZE])
{
    char folder[DATA_PATH_SIZE];
    char path[DATA_PATH_SIZE];

    settings_init(settings);
    fault[0] = '\0';
    if (find_folder(folder, NULL) != STATUS_OK || find_file(path, folder, NULL) != STATUS_OK) {
        return; /* writing them will tell */
    }
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        if (errno != ENOENT && errno != ENOTDIR) {
            char why[SYSTEM_TEXT_SIZE];
            snprintf(fault, SETTINGS_FAULT_SIZE, "%.200s: %s", path, system_text(why, errno));
        }
        return;
    }
    read_file(settings, path, file, fault);
    fclose(file);
}

Status settings_save(const Settings *settings, Error *err)
{
    char folder[DATA_PATH_SIZE];
    char path[DATA_PATH_SIZE];
    char text[SETTINGS_TEXT_SIZE];
    Status status = find_folder(folder, err);

    if (status == STATUS_OK) {
        status = place_make(folder, err);
    }
    if (status == STATUS_OK) {
        status = find_file(path, folder, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    return whole_file_write(path, text, (size_t)settings_print(text, settings), err);
}
