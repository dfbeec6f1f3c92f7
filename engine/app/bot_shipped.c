#include "app/bot_shipped.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/status.h"

static const char folder[] = "scripts/bots";
static const char ending[] = ".lua";

static bool is_name(const char *word)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    size_t length = strlen(word);

    return length > 0 && length < SHIPPED_NAME_SIZE && strspn(word, letters) == length;
}

/* The name that a file gives its bot; false if it can give none. */
static bool name_of(char name[SHIPPED_NAME_SIZE], const char *path)
{
    const char *base = strrchr(path, '/') + 1;
    size_t length = strlen(base) - (sizeof ending - 1);

    if (length >= SHIPPED_NAME_SIZE) {
        return false;
    }
    memcpy(name, base, length);
    name[length] = '\0';
    return is_name(name);
}

void shipped_bots_init(ShippedBots *bots)
{
    char path[DATA_PATH_SIZE];

    *bots = (ShippedBots){.count = 0};
    if (data_find_shipped(path, folder, NULL) != STATUS_OK ||
        file_list_init(&bots->files, path, NULL) != STATUS_OK) {
        bots->files = (FileList){.count = 0};
        return;
    }
    for (int i = 0; i < bots->files.count && bots->count < SHIPPED_MAX; i++) {
        if (name_of(bots->name[bots->count], bots->files.path[i])) {
            bots->file[bots->count++] = i;
        }
    }
}

void shipped_bots_clear(ShippedBots *bots)
{
    file_list_clear(&bots->files);
    bots->count = 0;
}

bool shipped_bot_find(char path[DATA_PATH_SIZE], const char *name)
{
    char file[sizeof folder + SHIPPED_NAME_SIZE + sizeof ending];

    if (!is_name(name)) {
        return false;
    }
    snprintf(file, sizeof file, "%s/%s%s", folder, name, ending);
    return data_find_shipped(path, file, NULL) == STATUS_OK && access(path, R_OK) == 0;
}

/* The sentence at `from`, its lines joined. */
static void take_sentence(char text[SHIPPED_TEXT_SIZE], const char *from)
{
    int length = 0;

    while (*from != '\0' && length < SHIPPED_TEXT_SIZE - 1) {
        if (strncmp(from, "\n-- ", 4) == 0) {
            text[length++] = ' ';
            from += 4;
            continue;
        }
        if (*from == '\n' || (*from == '.' && strchr(" \n", from[1]) != NULL)) {
            break;
        }
        text[length++] = *from++;
    }
    text[length] = '\0';
}

void shipped_bot_describe(char text[SHIPPED_TEXT_SIZE], const ShippedBots *bots, int bot)
{
    char head[SHIPPED_NAME_SIZE + sizeof "-- : "];
    char *file = NULL;
    size_t size;

    text[0] = '\0';
    if (file_read(&file, &size, bots->files.path[bots->file[bot]], NULL) != STATUS_OK) {
        return;
    }
    int length = snprintf(head, sizeof head, "-- %s: ", bots->name[bot]);
    if (strncmp(file, head, (size_t)length) == 0) {
        take_sentence(text, file + length);
    }
    free(file);
}
