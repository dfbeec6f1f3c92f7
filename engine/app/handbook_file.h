/* Where the template of the handbook lies: in the folder `handbook` of the rules. */

#ifndef TPD_APP_HANDBOOK_FILE_H
#define TPD_APP_HANDBOOK_FILE_H

#include "app/data.h"
#include "core/rules.h"
#include "core/status.h"

typedef struct HandbookFile {
    char path[DATA_PATH_SIZE];
    char *text; /* owned; ends with a zero */
} HandbookFile;

/* Reads handbook/LANGUAGE.md of the rules that --rules names (NULL: those that came with the
 * program); of those that came with the program where that set has none of its own. */
Status handbook_file_open(HandbookFile *file, const char *rules, Language language, Error *err);
void handbook_file_close(HandbookFile *file);

#endif
