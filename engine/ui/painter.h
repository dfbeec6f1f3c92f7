/* Paints draw lists on a canvas.  The frame is cut into tiles; a tile is painted anew only where what
 * lies on it is not what it was in the last frame, and the pixels are those of a whole painting. */

#ifndef TPD_UI_PAINTER_H
#define TPD_UI_PAINTER_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"
#include "ui/box.h"
#include "ui/canvas.h"
#include "ui/draw.h"
#include "ui/measure.h"
#include "ui/theme.h"

/* Where letters come from: the mask of a run, in device pixels, and the row of its base line.  The
 * mask lives until the next call; false: there is none. */
typedef struct Glyphs {
    bool (*mask)(void *user, const Run *run, Mask *mask, int *base);
    void *user;
} Glyphs;

enum { TILE_EDGE = 64, TILES_MAX = 6144 };

typedef struct Painter {
    Canvas canvas;
    Glyphs glyphs;
    Theme theme;
    float scale; /* device pixels of a logical one */
    int columns, rows;
    uint64_t hash[TILES_MAX]; /* of what lies on each tile */
    bool fresh;               /* nothing has been painted yet */
} Painter;

/* A frame of so many device pixels. */
Status painter_init(Painter *painter, int w, int h, Error *err);
void painter_clear(Painter *painter);

/* Returns the device pixels that are new, w = 0 where none is. */
Box painter_paint(Painter *painter, const DrawList *list);

/* painter_icon.c: a path of icons.def in a square. */
void paint_icon(Canvas *canvas, Frect at, const char *path, Tint tint);
/* painter_shape.c: one command, but for texts. */
void paint_shape(Painter *painter, const DrawCommand *command);

#endif
