#include "app/whole_file.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

#include "app/command.h"
#include "app/data.h"

enum { NAME_SIZE = DATA_PATH_SIZE + 8 };

static Status fault(const char *path, int number, Error *err)
{
    char why[SYSTEM_TEXT_SIZE];

    return error_set(err, STATUS_IO, "%.800s: %s", path, system_text(why, number));
}

Status whole_file_write(const char *path, const char *text, size_t size, Error *err)
{
    char beside[NAME_SIZE];

    snprintf(beside, sizeof beside, "%s.new", path);
    FILE *file = fopen(beside, "wb");
    if (file == NULL) {
        return fault(path, errno, err);
    }
    bool written =
        fwrite(text, 1, size, file) == size && fflush(file) == 0 && fsync(fileno(file)) == 0;
    int number = errno;
    if (fclose(file) != 0 && written) {
        written = false;
        number = errno;
    }
    if (written && rename(beside, path) != 0) {
        written = false;
        number = errno;
    }
    if (!written) {
        unlink(beside);
        return fault(path, number, err);
    }
    return STATUS_OK;
}
