/* Small files that are there as a whole or not at all. */

#ifndef TPD_APP_WHOLE_FILE_H
#define TPD_APP_WHOLE_FILE_H

#include <stddef.h>

#include "core/status.h"

/* Writes beside the file and then takes its place, so that no half of it is ever seen. */
Status whole_file_write(const char *path, const char *text, size_t size, Error *err);

#endif
