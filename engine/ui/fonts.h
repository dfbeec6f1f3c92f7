/* The fonts of the table: letters of both scripts, measured and drawn. */

#ifndef TPD_UI_FONTS_H
#define TPD_UI_FONTS_H

#include <stdbool.h>

#include "core/status.h"
#include "ui/measure.h"
#include "ui/painter.h"

typedef struct Fonts Fonts;

/* One line of `err` names the package that is missing. */
Status fonts_open(Fonts **fonts, Error *err);
void fonts_close(Fonts *fonts); /* NULL is fine */

Measure fonts_measure(Fonts *fonts);
Glyphs fonts_glyphs(Fonts *fonts);
/* Whether the font that would draw the character has it. */
bool fonts_has(Fonts *fonts, unsigned code);

#endif
