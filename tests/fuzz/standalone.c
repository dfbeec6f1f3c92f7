/* A main for fuzz targets without libFuzzer: feeds the target every file of the folders and the
 * files that are named, in byte order of name, so that the corpus is a test of every build. */

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INPUT_MAX = 1 << 20, PATH_SIZE = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads a whole file into a block of exactly its size, so that a sanitizer sees a read past its
 * end.  The caller frees it; NULL if the file cannot be read or is too long for a corpus. */
static uint8_t *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    uint8_t *buffer = malloc(INPUT_MAX);
    uint8_t *data = NULL;

    if (file != NULL && buffer != NULL) {
        *size = fread(buffer, 1, INPUT_MAX, file);
        if (ferror(file) == 0 && *size < INPUT_MAX) {
            data = malloc(*size > 0 ? *size : 1);
        }
    }
    if (data != NULL) {
        memcpy(data, buffer, *size);
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    free(buffer);
    return data;
}

/* Both return how many inputs they fed, or -1 after a message. */
static int feed_file(const char *path)
{
    size_t size = 0;
    uint8_t *data = read_file(path, &size);

    if (data == NULL) {
        (void)fprintf(stderr, "%s: cannot be read, or is too long for a corpus\n", path);
        return -1;
    }
    (void)LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 1;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int feed(const char *path)
{
    struct dirent **entries = NULL;
    int count = scandir(path, &entries, is_visible, by_name);
    int fed = 0;

    if (count < 0) {
        return feed_file(path);
    }
    for (int i = 0; i < count; i++) {
        char name[PATH_SIZE];
        (void)snprintf(name, sizeof name, "%s/%s", path, entries[i]->d_name);
        free(entries[i]);
        int more = fed < 0 ? -1 : feed_file(name);
        fed = more < 0 ? -1 : fed + more;
    }
    free((void *)entries);
    return fed;
}

int main(int argc, char **argv)
{
    int fed = 0;

    for (int i = 1; i < argc; i++) {
        int more = feed(argv[i]);
        if (more < 0) {
            return EXIT_FAILURE;
        }
        fed += more;
    }
    printf("%d inputs\n", fed);
    return fed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
