/* Shapes of a draw list at the scale of the device. */

#include <math.h>
#include <stdint.h>

#include "ui/canvas.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/painter.h"
#include "ui/theme.h"

enum { OUTLINE_MAX = 80, DASH = 5 };

typedef struct Outline {
    int count;
    Fspot at[OUTLINE_MAX];
} Outline;

static Frect device_rect(const Painter *painter, const DrawCommand *command)
{
    float scale = painter->scale;

    return (Frect){(float)command->x * scale, (float)command->y * scale, (float)command->w * scale,
                   (float)command->h * scale};
}

static Tint tint_of(const Painter *painter, int ink, int alpha)
{
    return (Tint){theme_colour(painter->theme, (Ink)ink), alpha};
}

/* A box with round corners as a polygon, so that dashes can walk along it. */
static void outline_round(Outline *outline, Frect at, float radius)
{
    enum { STEPS = 16 };
    const float quarter = 1.5707963F;

    radius = fminf(radius, fminf(at.w, at.h) / 2);
    outline->count = 0;
    for (int corner = 0; corner < 4; corner++) {
        float x = corner == 0 || corner == 3 ? at.x + at.w - radius : at.x + radius;
        float y = corner < 2 ? at.y + at.h - radius : at.y + radius;
        for (int step = 0; step <= STEPS; step++) {
            float angle = ((float)corner + (float)step / STEPS) * quarter;
            outline->at[outline->count++] =
                (Fspot){x + radius * cosf(angle), y + radius * sinf(angle)};
        }
    }
}

static Fspot between(Fspot from, Fspot to, float part)
{
    return (Fspot){from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
}

/* A side of the outline, which begins so far along it; returns its length. */
static float paint_dashed_side(Painter *painter, const Fspot side[2], float walked, float width,
                               Tint tint)
{
    float dash = DASH * painter->scale;
    float length = sqrtf((side[1].x - side[0].x) * (side[1].x - side[0].x) +
                         (side[1].y - side[0].y) * (side[1].y - side[0].y));
    float at = 0;

    while (at < length) {
        float phase = fmodf(walked + at, 2 * dash);
        float step = fminf(length - at, (phase < dash ? dash : 2 * dash) - phase + 0.01F);
        const Fspot ends[2] = {between(side[0], side[1], at / length),
                               between(side[0], side[1], (at + step) / length)};
        if (phase < dash) {
            canvas_line(&painter->canvas, ends, width, tint);
        }
        at += step;
    }
    return length;
}

/* Walks along the outline: a dash, a gap of the same length, and so on. */
static void paint_dashes(Painter *painter, const Outline *outline, float width, Tint tint)
{
    float walked = 0;

    for (int i = 0; i < outline->count; i++) {
        const Fspot side[2] = {outline->at[i], outline->at[(i + 1) % outline->count]};
        walked += paint_dashed_side(painter, side, walked, width, tint);
    }
}

static void paint_round(Painter *painter, const DrawCommand *command)
{
    const Look *look = &command->look;
    const Round round = {device_rect(painter, command), (float)look->radius * painter->scale, 1};
    float width = (float)look->width * painter->scale;

    if (look->fill != INK_NONE) {
        canvas_round(&painter->canvas, &round, tint_of(painter, look->fill, look->alpha));
    }
    if (look->edge != INK_NONE && look->dashed) {
        Frect inner = {round.at.x + width / 2, round.at.y + width / 2, round.at.w - width,
                       round.at.h - width};
        Outline outline;
        outline_round(&outline, inner, round.radius - width / 2);
        paint_dashes(painter, &outline, width, tint_of(painter, look->edge, OPAQUE));
    } else if (look->edge != INK_NONE) {
        canvas_ring(&painter->canvas, &round, width, tint_of(painter, look->edge, OPAQUE));
    }
}

static void paint_polygon(Painter *painter, const DrawCommand *command)
{
    const Look *look = &command->look;
    float width = (float)look->width * painter->scale;
    Outline outline = {.count = command->corner_count};

    for (int i = 0; i < command->corner_count; i++) {
        outline.at[i] = (Fspot){(float)command->corner[i][0] * painter->scale,
                                (float)command->corner[i][1] * painter->scale};
    }
    if (look->fill != INK_NONE) {
        canvas_polygon(&painter->canvas, outline.at, outline.count, 0,
                       tint_of(painter, look->fill, look->alpha));
    }
    if (look->edge != INK_NONE && look->dashed) {
        paint_dashes(painter, &outline, width, tint_of(painter, look->edge, OPAQUE));
    } else if (look->edge != INK_NONE) {
        canvas_polygon(&painter->canvas, outline.at, outline.count, width,
                       tint_of(painter, look->edge, OPAQUE));
    }
}

static void paint_line(Painter *painter, const DrawCommand *command)
{
    const Fspot ends[2] = {{(float)command->corner[0][0] * painter->scale,
                            (float)command->corner[0][1] * painter->scale},
                           {(float)command->corner[1][0] * painter->scale,
                            (float)command->corner[1][1] * painter->scale}};

    canvas_line(&painter->canvas, ends, (float)command->look.width * painter->scale,
                tint_of(painter, command->look.fill, command->look.alpha));
}

static void paint_shadow(Painter *painter, const DrawCommand *command)
{
    Round round = {device_rect(painter, command), (float)command->look.radius * painter->scale,
                   2 * (float)command->look.width * painter->scale};

    round.at.y += 3 * painter->scale;
    canvas_round(&painter->canvas, &round,
                 tint_of(painter, command->look.fill, command->look.alpha));
}

static void paint_dots(Painter *painter, const DrawCommand *command)
{
    enum { STEP = 12 };
    float scale = painter->scale;
    Tint tint = tint_of(painter, command->look.fill, command->look.alpha);

    for (int y = command->y + STEP / 2; y < command->y + command->h; y += STEP) {
        for (int x = command->x + STEP / 2; x < command->x + command->w; x += STEP) {
            const Round dot = {
                {((float)x - 1) * scale, ((float)y - 1) * scale, 2 * scale, 2 * scale},
                scale,
                1};
            canvas_round(&painter->canvas, &dot, tint);
        }
    }
}

static void paint_hatch(Painter *painter, const DrawCommand *command)
{
    enum { STEP = 14 };
    float scale = painter->scale;
    Tint tint = tint_of(painter, command->look.fill, command->look.alpha);

    for (int at = STEP; at < command->w + command->h; at += STEP) {
        int right = at < command->w ? at : command->w;
        int left = at < command->h ? 0 : at - command->h;
        const Fspot ends[2] = {
            {(float)(command->x + left) * scale, (float)(command->y + at - left) * scale},
            {(float)(command->x + right) * scale, (float)(command->y + at - right) * scale}};
        canvas_line(&painter->canvas, ends, scale, tint);
    }
}

void paint_shape(Painter *painter, const DrawCommand *command)
{
    switch ((DrawKind)command->kind) {
    case DRAW_ROUND:
        paint_round(painter, command);
        break;
    case DRAW_POLYGON:
        paint_polygon(painter, command);
        break;
    case DRAW_LINE:
        paint_line(painter, command);
        break;
    case DRAW_SHADOW:
        paint_shadow(painter, command);
        break;
    case DRAW_DOTS:
        paint_dots(painter, command);
        break;
    case DRAW_HATCH:
        paint_hatch(painter, command);
        break;
    case DRAW_ICON:
        paint_icon(&painter->canvas, device_rect(painter, command), icon_path[command->icon],
                   tint_of(painter, command->look.fill, OPAQUE));
        break;
    case DRAW_CLIP:
    case DRAW_TEXT:
    case DRAW_KIND_COUNT:
        break;
    }
}
