#include "ui/painter.h"

#include <math.h>
#include <string.h>

#include "ui/icon.h"

Status painter_init(Painter *painter, int w, int h, Error *err)
{
    painter->columns = (w + TILE_EDGE - 1) / TILE_EDGE;
    painter->rows = (h + TILE_EDGE - 1) / TILE_EDGE;
    painter->fresh = true;
    if (w < 1 || h < 1 || painter->columns * painter->rows > TILES_MAX) {
        return error_set(err, STATUS_FULL, "a frame of %d x %d is too large", w, h);
    }
    return canvas_init(&painter->canvas, w, h, err);
}

void painter_clear(Painter *painter)
{
    canvas_clear(&painter->canvas);
}

/* ---- tiles ---- */

static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < size; i++) {
        hash = (hash ^ at[i]) * 1099511628211ULL;
    }
    return hash;
}

/* Of what a command paints; where its text lies in the list does not matter. */
static uint64_t hash_command(const DrawList *list, const DrawCommand *command)
{
    DrawCommand plain = *command;
    uint64_t hash = 14695981039346656037ULL;

    plain.text = 0;
    hash = hash_bytes(hash, &plain, sizeof plain);
    if (command->kind == DRAW_TEXT) {
        hash = hash_bytes(hash, list->text + command->text, (size_t)command->length);
    }
    return hash;
}

/* The device pixels that a logical box covers, whole. */
static Box device_box(const Painter *painter, Box box)
{
    int left = (int)floorf((float)box.x * painter->scale);
    int top = (int)floorf((float)box.y * painter->scale);
    int right = (int)ceilf((float)(box.x + box.w) * painter->scale);
    int bottom = (int)ceilf((float)(box.y + box.h) * painter->scale);

    return box_meet((Box){left, top, right - left, bottom - top},
                    (Box){0, 0, painter->canvas.w, painter->canvas.h});
}

static Box tiles_of(Box pixels)
{
    int left = pixels.x / TILE_EDGE;
    int top = pixels.y / TILE_EDGE;

    return (Box){left, top, (pixels.x + pixels.w + TILE_EDGE - 1) / TILE_EDGE - left,
                 (pixels.y + pixels.h + TILE_EDGE - 1) / TILE_EDGE - top};
}

/* Adds a command to all that it may touch. */
static void hash_into(const Painter *painter, Box pixels, uint64_t key, uint64_t hash[TILES_MAX])
{
    Box tiles = tiles_of(pixels);

    for (int row = tiles.y; row < tiles.y + tiles.h && pixels.w > 0; row++) {
        for (int column = tiles.x; column < tiles.x + tiles.w; column++) {
            uint64_t *tile = &hash[row * painter->columns + column];
            *tile = hash_bytes(*tile, &key, sizeof key);
        }
    }
}

static void hash_tiles(const Painter *painter, const DrawList *list, uint64_t hash[TILES_MAX])
{
    Box clip = {0, 0, list->w, list->h};

    memset(hash, 0, TILES_MAX * sizeof hash[0]);
    for (int i = 0; i < list->count; i++) {
        const DrawCommand *command = &list->item[i];
        if (command->kind == DRAW_CLIP) {
            clip = draw_extent(command);
            continue;
        }
        uint64_t key = hash_bytes(hash_command(list, command), &clip, sizeof clip);
        hash_into(painter, device_box(painter, box_meet(clip, draw_extent(command))), key, hash);
    }
}

/* ---- text ---- */

static bool is_icon(unsigned code)
{
    return code >= ICON_FIRST && code < ICON_FIRST + ICON_COUNT;
}

static bool is_wide(unsigned code)
{
    enum { WIDE_FIRST = 0x2E80 };
    return code >= WIDE_FIRST;
}

/* Bytes of the beginning that is of one kind: an icon, or letters. */
static int piece_length(const char *text, int length)
{
    int at = utf8_length(text);

    if (is_icon(utf8_code(text))) {
        return at;
    }
    while (at < length && !is_icon(utf8_code(text + at))) {
        at += utf8_length(text + at);
    }
    return at;
}

typedef struct Pen {
    Painter *painter;
    Tint tint;
    Face face;
    float x, base, size; /* device pixels */
} Pen;

/* Paints a piece, or only goes on behind it. */
static void write_piece(Pen *pen, const char *text, int length, bool paint)
{
    Painter *painter = pen->painter;
    int size = (int)(pen->size + 0.5F);
    Mask mask;
    int base;

    if (is_icon(utf8_code(text))) {
        float edge = pen->size * 1.06F;
        Frect at = {pen->x + pen->size * 0.06F, pen->base - pen->size * 0.36F - edge / 2, edge,
                    edge};
        if (paint) {
            paint_icon(&painter->canvas, at, icon_path[utf8_code(text) - ICON_FIRST], pen->tint);
        }
        pen->x += pen->size * (float)ICON_EM_PERCENT / 100;
        return;
    }
    const Run run = {pen->face, size, text, length};
    if (!painter->glyphs.mask(painter->glyphs.user, &run, &mask, &base)) {
        return;
    }
    if (paint) {
        Spot at = {(int)floorf(pen->x + 0.5F), (int)floorf(pen->base + 0.5F) - base};
        canvas_mask(&painter->canvas, at, &mask, pen->tint);
    }
    pen->x += (float)mask.w;
}

/* Letters of the two scripts are different runs: each has its own font. */
static void write_text(Pen *pen, const char *text, int length, bool paint)
{
    for (int at = 0; at < length;) {
        int piece = piece_length(text + at, length - at);
        bool wide = is_wide(utf8_code(text + at));
        int end = utf8_length(text + at);
        while (end < piece && is_wide(utf8_code(text + at + end)) == wide) {
            end += utf8_length(text + at + end);
        }
        write_piece(pen, text + at, end, paint);
        at += end;
    }
}

static void paint_text(Painter *painter, const DrawList *list, const DrawCommand *command)
{
    Type type = (Type)command->type;
    float size = (float)theme_type_size(painter->theme, type) * painter->scale;
    float middle = ((float)command->y + (float)command->h / 2) * painter->scale;
    Tint tint = {theme_colour(painter->theme, (Ink)command->look.fill), command->look.alpha};
    Pen pen = {painter, tint, type_face(type), 0, floorf(middle + size * 0.36F + 0.5F), size};
    const char *text = list->text + command->text;

    write_text(&pen, text, command->length, false);
    float spare = (float)command->w * painter->scale - pen.x;
    pen.x = (float)command->x * painter->scale + (command->align == ALIGN_LEFT     ? 0
                                                  : command->align == ALIGN_CENTRE ? spare / 2
                                                                                   : spare);
    write_text(&pen, text, command->length, true);
}

/* ---- a frame ---- */

static void replay(Painter *painter, const DrawList *list, Box dirty)
{
    Canvas *canvas = &painter->canvas;
    const Round ground = {{(float)dirty.x, (float)dirty.y, (float)dirty.w, (float)dirty.h}, 0, 1};

    canvas_clip(canvas, dirty);
    canvas_round(canvas, &ground, (Tint){theme_colour(painter->theme, INK_BACK), OPAQUE});
    for (int i = 0; i < list->count; i++) {
        const DrawCommand *command = &list->item[i];
        Box pixels = device_box(painter, draw_extent(command));
        if (command->kind == DRAW_CLIP) {
            canvas_clip(canvas, box_meet(dirty, pixels));
        } else if (box_meet(canvas->clip, pixels).w == 0) {
            continue;
        } else if (command->kind == DRAW_TEXT) {
            paint_text(painter, list, command);
        } else {
            paint_shape(painter, command);
        }
    }
}

/* Tiles beside each other that are to be painted anew become one box. */
static Box dirty_run(const Painter *painter, const uint64_t *hash, int row, int *column)
{
    int first = *column;
    int at = first;
    const uint64_t *old = painter->hash + (size_t)row * (size_t)painter->columns;
    const uint64_t *now = hash + (size_t)row * (size_t)painter->columns;

    while (at < painter->columns && (painter->fresh || old[at] != now[at])) {
        at++;
    }
    *column = at + 1;
    return (Box){first * TILE_EDGE, row * TILE_EDGE, (at - first) * TILE_EDGE, TILE_EDGE};
}

static Box join(Box a, Box b)
{
    if (a.w == 0) {
        return b;
    }
    int left = a.x < b.x ? a.x : b.x;
    int top = a.y < b.y ? a.y : b.y;
    int right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (Box){left, top, right - left, bottom - top};
}

static Box paint_row(Painter *painter, const DrawList *list, const uint64_t hash[TILES_MAX],
                     int row)
{
    Box frame = {0, 0, painter->canvas.w, painter->canvas.h};
    Box all = {0, 0, 0, 0};

    for (int column = 0; column < painter->columns;) {
        Box dirty = box_meet(frame, dirty_run(painter, hash, row, &column));
        if (dirty.w > 0) {
            replay(painter, list, dirty);
            all = join(all, dirty);
        }
    }
    return all;
}

Box painter_paint(Painter *painter, const DrawList *list)
{
    uint64_t hash[TILES_MAX];
    Box all = {0, 0, 0, 0};

    hash_tiles(painter, list, hash);
    if (painter->fresh) {
        all = (Box){0, 0, painter->canvas.w, painter->canvas.h};
        replay(painter, list, all);
    }
    for (int row = 0; row < painter->rows && !painter->fresh; row++) {
        Box dirty = paint_row(painter, list, hash, row);
        all = dirty.w > 0 ? join(all, dirty) : all;
    }
    memcpy(painter->hash, hash, sizeof hash);
    painter->fresh = false;
    return all;
}
