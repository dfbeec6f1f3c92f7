/* How wide a text is.  Layout asks through this, so that draw lists can be made with the true fonts,
 * or with fixed widths that are the same on every machine. */

#ifndef TPD_UI_MEASURE_H
#define TPD_UI_MEASURE_H

#include "ui/theme.h"

enum { MEASURE_UNIT = 64 }; /* widths are in 64ths of a logical pixel */

/* A piece of text in letters of a size. */
typedef struct Run {
    Face face;
    int size;
    const char *text;
    int length;
} Run;

typedef struct Measure {
    int (*width)(void *user, const Run *run);
    void *user;
} Measure;

/* Widths like those of Inter and Noto Sans CJK, without either. */
extern const Measure measure_fixed;

int measure_width(const Measure *measure, const Run *run); /* whole pixels, rounded up */

/* Bytes of the character that begins here; of bytes that are no UTF-8 one. */
int utf8_length(const char *text);
/* Its code point; an icon's lies from ICON_FIRST on. */
unsigned utf8_code(const char *text);

enum { ICON_EM_PERCENT = 118 }; /* an icon in a text, of the size of the letters */

#endif
