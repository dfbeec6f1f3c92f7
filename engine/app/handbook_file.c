#include "app/handbook_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "text/voice.h"

enum { TEMPLATE_MAX = 1024 * 1024 };

static Status find(char path[DATA_PATH_SIZE], const char *rules, Language language, Error *err)
{
    char directory[DATA_PATH_SIZE];
    Status status = data_find_rules(directory, rules, err);

    if (status != STATUS_OK) {
        return status;
    }
    int length =
        snprintf(path, DATA_PATH_SIZE, "%s/handbook/%s.md", directory, language_code[language]);
    if (length < 0 || length >= DATA_PATH_SIZE) {
        return error_set(err, STATUS_IO, "%.60s…: expected a path shorter than %d bytes", directory,
                         DATA_PATH_SIZE);
    }
    return STATUS_OK;
}

/* All that the stream holds, with a zero behind it. */
static Status read_all(HandbookFile *file, FILE *stream, Error *err)
{
    char why[SYSTEM_TEXT_SIZE];

    file->text = malloc(TEMPLATE_MAX + 1);
    if (file->text == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for the handbook");
    }
    errno = 0;
    size_t size = fread(file->text, 1, TEMPLATE_MAX + 1, stream);
    if (ferror(stream)) {
        return error_set(err, STATUS_IO, "%s: %s", file->path, system_text(why, errno));
    }
    if (size > TEMPLATE_MAX) {
        return error_set(err, STATUS_PARSE, "%s: expected a text of at most 1 MiB", file->path);
    }
    file->text[size] = '\0';
    if (strlen(file->text) != size) {
        return error_set(err, STATUS_PARSE, "%s: expected text, found a zero byte", file->path);
    }
    return STATUS_OK;
}

Status handbook_file_open(HandbookFile *file, const char *rules, Language language, Error *err)
{
    char why[SYSTEM_TEXT_SIZE];
    Status status = find(file->path, rules, language, err);

    if (status == STATUS_OK && rules != NULL && access(file->path, F_OK) != 0) {
        status = find(file->path, NULL, language, err);
    }
    if (status != STATUS_OK) {
        return status;
    }
    FILE *stream = fopen(file->path, "rb");
    if (stream == NULL) {
        return error_set(err, STATUS_IO, "%s: %s", file->path, system_text(why, errno));
    }
    file->text = NULL;
    status = read_all(file, stream, err);
    fclose(stream);
    if (status != STATUS_OK) {
        handbook_file_close(file);
    }
    return status;
}

void handbook_file_close(HandbookFile *file)
{
    free(file->text);
    file->text = NULL;
}
