/* The strokes of an icon; icons.def has their notation. */

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "ui/canvas.h"
#include "ui/painter.h"

enum { ICON_GRID = 24, STROKE = 2, NUMBERS_MAX = 32, ARC_STEPS = 20 };

typedef struct Strokes {
    Canvas *canvas;
    Frect at;
    float unit; /* device pixels of one of the grid */
    Tint tint;
    int count; /* of the numbers behind the letter */
    float number[NUMBERS_MAX];
} Strokes;

static Fspot spot_at(const Strokes *strokes, float x, float y)
{
    return (Fspot){strokes->at.x + x * strokes->unit, strokes->at.y + y * strokes->unit};
}

static void stroke(const Strokes *strokes, Fspot from, Fspot to)
{
    const Fspot ends[2] = {from, to};

    canvas_line(strokes->canvas, ends, STROKE * strokes->unit, strokes->tint);
}

static void paint_broken(const Strokes *strokes)
{
    for (int i = 0; i + 3 < strokes->count; i += 2) {
        stroke(strokes, spot_at(strokes, strokes->number[i], strokes->number[i + 1]),
               spot_at(strokes, strokes->number[i + 2], strokes->number[i + 3]));
    }
}

static void paint_arc(const Strokes *strokes, float from, float to)
{
    const float degree = 0.01745329F;
    const float *n = strokes->number;
    Fspot last = {0, 0};

    for (int step = 0; step <= ARC_STEPS; step++) {
        float angle = (from + (to - from) * (float)step / ARC_STEPS) * degree;
        Fspot next = spot_at(strokes, n[0] + n[2] * cosf(angle), n[1] + n[2] * sinf(angle));
        if (step > 0) {
            stroke(strokes, last, next);
        }
        last = next;
    }
}

/* A circle, of `half` the stroke wider, or a filled dot. */
static void paint_circle(const Strokes *strokes, float half, bool filled)
{
    const float *n = strokes->number;
    float radius = (n[2] + half) * strokes->unit;
    Fspot centre = spot_at(strokes, n[0], n[1]);
    const Round round = {{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, radius, 1};

    if (filled) {
        canvas_round(strokes->canvas, &round, strokes->tint);
    } else {
        canvas_ring(strokes->canvas, &round, STROKE * strokes->unit, strokes->tint);
    }
}

static void paint_filled(const Strokes *strokes)
{
    Fspot corner[NUMBERS_MAX / 2];
    int count = strokes->count / 2;

    for (int i = 0; i < count; i++) {
        int at = 2 * i;
        corner[i] = spot_at(strokes, strokes->number[at], strokes->number[at + 1]);
    }
    canvas_polygon(strokes->canvas, corner, count, 0, strokes->tint);
}

static void paint_stroke(const Strokes *strokes, char letter)
{
    switch (letter) {
    case 'M':
        paint_broken(strokes);
        break;
    case 'O':
        paint_circle(strokes, (float)STROKE / 2, false);
        break;
    case 'D':
        paint_circle(strokes, 0, true);
        break;
    case 'A':
        paint_arc(strokes, strokes->number[3], strokes->number[4]);
        break;
    case 'F':
        paint_filled(strokes);
        break;
    default: /* a letter, not one of our enums */
        break;
    }
}

static const char *skip_blanks(const char *path)
{
    while (*path == ' ') {
        path++;
    }
    return path;
}

/* The numbers of a stroke; returns what follows them. */
static const char *read_numbers(Strokes *strokes, const char *path)
{
    strokes->count = 0;
    while ((isdigit((unsigned char)*path) || *path == '.') && strokes->count < NUMBERS_MAX) {
        char *end;
        strokes->number[strokes->count++] = strtof(path, &end);
        path = skip_blanks(end);
    }
    return path;
}

void paint_icon(Canvas *canvas, Frect at, const char *path, Tint tint)
{
    Strokes strokes = {.canvas = canvas, .at = at, .unit = at.w / ICON_GRID, .tint = tint};

    while (*path != '\0') {
        char letter = *path++;
        path = read_numbers(&strokes, skip_blanks(path));
        paint_stroke(&strokes, letter);
    }
}
