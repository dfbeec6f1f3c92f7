#include "ui/canvas.h"

#include <math.h>
#include <stdlib.h>

Status canvas_init(Canvas *canvas, int w, int h, Error *err)
{
    uint32_t *pixel = calloc((size_t)w * (size_t)h, sizeof *pixel);

    if (pixel == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a frame of %d x %d", w, h);
    }
    *canvas = (Canvas){w, h, pixel, {0, 0, w, h}};
    return STATUS_OK;
}

void canvas_clear(Canvas *canvas)
{
    free(canvas->pixel);
    *canvas = (Canvas){0};
}

void canvas_clip(Canvas *canvas, Box box)
{
    canvas->clip = box_meet(box, (Box){0, 0, canvas->w, canvas->h});
}

/* ---- pixels ---- */

/* Red and blue in one word, green in another: `a` of 256 parts of the new colour. */
static uint32_t blend(uint32_t old, uint32_t new, uint32_t a)
{
    enum { EVEN = 0xFF00FF, ODD = 0x00FF00 };
    uint32_t even = (old & EVEN) + ((((new &EVEN) - (old & EVEN)) * a) >> 8);
    uint32_t odd = (old & ODD) + ((((new &ODD) - (old & ODD)) * a) >> 8);

    return (even & EVEN) | (odd & ODD);
}

static uint32_t *row_of(Canvas *canvas, int y)
{
    return canvas->pixel + (size_t)y * (size_t)canvas->w;
}

static void put(uint32_t *pixel, float coverage, Tint tint)
{
    enum { FULL = 255 };
    int a = (int)(coverage * (float)tint.alpha + 0.5F);

    if (a >= FULL) {
        *pixel = tint.colour;
    } else if (a > 0) {
        *pixel = blend(*pixel, tint.colour, (uint32_t)(a + (a >> 7)));
    }
}

/* Equal coverage from `from` up to, not including, `to`. */
static void put_span(uint32_t *row, int from, int to, float coverage, Tint tint)
{
    if (coverage <= 0) {
        return;
    }
    for (int x = from; x < to; x++) {
        put(&row[x], coverage, tint);
    }
}

static float clamp(float x)
{
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

/* The pixels that a shape may touch. */
static Box pixels_of(const Canvas *canvas, Frect at, float margin)
{
    int left = (int)floorf(at.x - margin);
    int top = (int)floorf(at.y - margin);

    return box_meet(canvas->clip, (Box){left, top, (int)ceilf(at.x + at.w + margin) - left,
                                        (int)ceilf(at.y + at.h + margin) - top});
}

/* ---- boxes ---- */

/* How far a place lies outside a box with round corners; inside it is below 0. */
static float round_distance(const Round *round, float x, float y)
{
    float qx = fabsf(x - round->at.x - round->at.w / 2) - round->at.w / 2 + round->radius;
    float qy = fabsf(y - round->at.y - round->at.h / 2) - round->at.h / 2 + round->radius;
    float outside = qx > 0 && qy > 0 ? sqrtf(qx * qx + qy * qy) : fmaxf(fmaxf(qx, qy), 0);

    return outside + fminf(fmaxf(qx, qy), 0) - round->radius;
}

static float coverage_at(const Round *round, float width, float x, float y)
{
    float distance = round_distance(round, x, y);
    float outer = clamp(0.5F - distance / round->softness);

    if (width > 0) {
        return outer * clamp(0.5F + (distance + width));
    }
    return round->softness > 1 ? outer * outer * (3 - 2 * outer) : outer;
}

/* A row: what lies between the corners is all alike, as far from the left and right border. */
static void round_row(Canvas *canvas, const Round *round, float width, Tint tint, int y)
{
    float margin = round->softness / 2 + 1;
    Box pixels = pixels_of(canvas, round->at, margin);
    int corner = (int)ceilf(fmaxf(round->radius, width + margin)) + (int)ceilf(margin) + 1;
    int left = (int)floorf(round->at.x) + corner;
    int right = (int)ceilf(round->at.x + round->at.w) - corner;
    int end = pixels.x + pixels.w;
    uint32_t *row = row_of(canvas, y);
    int x = pixels.x;

    while (x < end) {
        if (x >= left && x < right) {
            int stop = right < end ? right : end;
            put_span(row, x, stop, coverage_at(round, width, (float)x + 0.5F, (float)y + 0.5F),
                     tint);
            x = stop;
        } else {
            put(&row[x], coverage_at(round, width, (float)x + 0.5F, (float)y + 0.5F), tint);
            x++;
        }
    }
}

static void paint_round(Canvas *canvas, const Round *round, float width, Tint tint)
{
    Box pixels = pixels_of(canvas, round->at, round->softness / 2 + 1);
    Round bounded = *round;

    bounded.radius = fminf(round->radius, fminf(round->at.w, round->at.h) / 2);
    for (int y = pixels.y; y < pixels.y + pixels.h && pixels.w > 0; y++) {
        round_row(canvas, &bounded, width, tint, y);
    }
}

void canvas_round(Canvas *canvas, const Round *round, Tint tint)
{
    paint_round(canvas, round, 0, tint);
}

void canvas_ring(Canvas *canvas, const Round *round, float width, Tint tint)
{
    paint_round(canvas, round, width, tint);
}

/* ---- polygons and lines ---- */

static float edge_distance(Fspot from, Fspot to, Fspot at)
{
    float dx = to.x - from.x;
    float dy = to.y - from.y;

    return ((at.x - from.x) * dy - (at.y - from.y) * dx) / sqrtf(dx * dx + dy * dy);
}

/* Twice the area, signed by the order of the corners. */
static float turn_of(const Fspot *corner, int count)
{
    float area = 0;

    for (int i = 0; i < count; i++) {
        Fspot next = corner[(i + 1) % count];
        area += corner[i].x * next.y - next.x * corner[i].y;
    }
    return area;
}

static float polygon_distance(const Fspot *corner, int count, Fspot at, float turn)
{
    float most = -1e9F;

    for (int i = 0; i < count; i++) {
        float distance = edge_distance(corner[i], corner[(i + 1) % count], at);
        most = fmaxf(most, turn < 0 ? -distance : distance);
    }
    return most;
}

static Frect bounds_of(const Fspot *corner, int count)
{
    float left = corner[0].x;
    float right = corner[0].x;
    float top = corner[0].y;
    float bottom = corner[0].y;

    for (int i = 1; i < count; i++) {
        left = fminf(left, corner[i].x);
        right = fmaxf(right, corner[i].x);
        top = fminf(top, corner[i].y);
        bottom = fmaxf(bottom, corner[i].y);
    }
    return (Frect){left, top, right - left, bottom - top};
}

void canvas_polygon(Canvas *canvas, const Fspot *corner, int count, float width, Tint tint)
{
    Box pixels = pixels_of(canvas, bounds_of(corner, count), 1);
    float turn = turn_of(corner, count);

    for (int y = pixels.y; y < pixels.y + pixels.h; y++) {
        uint32_t *row = row_of(canvas, y);
        for (int x = pixels.x; x < pixels.x + pixels.w; x++) {
            Fspot at = {(float)x + 0.5F, (float)y + 0.5F};
            float distance = polygon_distance(corner, count, at, turn);
            float coverage = clamp(0.5F - distance);
            coverage = width > 0 ? coverage * clamp(0.5F + distance + width) : coverage;
            put(&row[x], coverage, tint);
        }
    }
}

static float line_distance(const Fspot ends[2], float x, float y)
{
    float dx = ends[1].x - ends[0].x;
    float dy = ends[1].y - ends[0].y;
    float length = dx * dx + dy * dy;
    float along = length > 0 ? clamp(((x - ends[0].x) * dx + (y - ends[0].y) * dy) / length) : 0;

    dx = x - ends[0].x - along * dx;
    dy = y - ends[0].y - along * dy;
    return sqrtf(dx * dx + dy * dy);
}

void canvas_line(Canvas *canvas, const Fspot ends[2], float width, Tint tint)
{
    Box pixels = pixels_of(canvas, bounds_of(ends, 2), width / 2 + 1);

    for (int y = pixels.y; y < pixels.y + pixels.h; y++) {
        uint32_t *row = row_of(canvas, y);
        for (int x = pixels.x; x < pixels.x + pixels.w; x++) {
            float distance = line_distance(ends, (float)x + 0.5F, (float)y + 0.5F);
            put(&row[x], clamp(0.5F + width / 2 - distance), tint);
        }
    }
}

/* `coverage` is that of the first pixel. */
static void tint_row(uint32_t *pixel, const uint8_t *coverage, int count, Tint tint)
{
    for (int i = 0; i < count; i++) {
        uint32_t a = coverage[i] * (uint32_t)tint.alpha / 255;
        if (a > 0) {
            pixel[i] = blend(pixel[i], tint.colour, a + (a >> 7));
        }
    }
}

void canvas_mask(Canvas *canvas, Spot at, const Mask *mask, Tint tint)
{
    Box pixels = box_meet(canvas->clip, (Box){at.x, at.y, mask->w, mask->h});

    for (int y = pixels.y; y < pixels.y + pixels.h && pixels.w > 0; y++) {
        const uint8_t *coverage = mask->coverage + (size_t)(y - at.y) * (size_t)mask->w;
        tint_row(row_of(canvas, y) + pixels.x, coverage + (pixels.x - at.x), pixels.w, tint);
    }
}
