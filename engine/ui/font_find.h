/* Where the system keeps a font. */

#ifndef TPD_UI_FONT_FIND_H
#define TPD_UI_FONT_FIND_H

#include <stdbool.h>

#include "core/status.h"

enum { FONT_PATH_SIZE = 4096 };

typedef struct FontWish {
    const char *const *families; /* the best first; ends in NULL */
    bool bold;
    unsigned sample;  /* a character that it must have */
    const char *hint; /* the package to install where there is none */
} FontWish;

typedef struct FontFile {
    char path[FONT_PATH_SIZE];
    int index; /* in a file that holds several */
} FontFile;

/* The first family that is there, else any font that has the sample. */
Status font_find(FontFile *file, const FontWish *wish, Error *err);

#endif
