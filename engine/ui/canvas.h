/* Pixels, and smooth shapes on them: painted here and not by a graphics card, so that a frame is the
 * same everywhere and needs no display.  Places are in device pixels, with fractions. */

#ifndef TPD_UI_CANVAS_H
#define TPD_UI_CANVAS_H

#include <stdint.h>

#include "core/status.h"
#include "ui/box.h"

typedef struct Canvas {
    int w, h;
    uint32_t *pixel; /* 0xRRGGBB, row by row; owned */
    Box clip;        /* within the canvas */
} Canvas;

Status canvas_init(Canvas *canvas, int w, int h, Error *err);
void canvas_clear(Canvas *canvas); /* gives the pixels back */
void canvas_clip(Canvas *canvas, Box box);

typedef struct Tint {
    uint32_t colour; /* 0xRRGGBB */
    int alpha;       /* 0..255 */
} Tint;

typedef struct Frect {
    float x, y, w, h;
} Frect;

typedef struct Fspot {
    float x, y;
} Fspot;

/* A box with round corners; `softness` is how many pixels its border takes to fade, 1 for a sharp
 * one. */
typedef struct Round {
    Frect at;
    float radius, softness;
} Round;

void canvas_round(Canvas *canvas, const Round *round, Tint tint);
/* Only its border, `width` wide, inside the shape. */
void canvas_ring(Canvas *canvas, const Round *round, float width, Tint tint);
/* A convex polygon, its corners in either order; with a `width` above 0 only its border. */
void canvas_polygon(Canvas *canvas, const Fspot *corner, int count, float width, Tint tint);
/* With round ends. */
void canvas_line(Canvas *canvas, const Fspot ends[2], float width, Tint tint);

/* A mask of coverage, such as a text. */
typedef struct Mask {
    int w, h;
    const uint8_t *coverage; /* row by row */
} Mask;

void canvas_mask(Canvas *canvas, Spot at, const Mask *mask, Tint tint);

#endif
