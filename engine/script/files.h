/* The files of a rules directory, read whole. */

#ifndef TPD_SCRIPT_FILES_H
#define TPD_SCRIPT_FILES_H

#include <stddef.h>

#include "core/status.h"

enum {
    RULE_FILE_MAX = 1024 * 1024, /* bytes of one file */
    RULE_PATH_MAX = 4096,
    RULE_NAME_MAX = 300, /* of a file inside the directory, its folder included */
};

/* Reads a regular file into memory that the caller frees; one more byte, a zero, follows.  On
 * failure `err` says what is wrong, without the file's name. */
Status file_read(char **text, size_t *size, const char *path, Error *err);

/* Paths of the `.lua` files in a directory, in byte order of their names, hidden ones left out. */
typedef struct FileList {
    int count;
    char **path;
} FileList;

Status file_list_init(FileList *list, const char *directory, Error *err);
void file_list_clear(FileList *list);

/* Whether a directory is there. */
Status directory_check(const char *directory, Error *err);

#endif
