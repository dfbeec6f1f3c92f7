#include "ui/draw.h"

#include <string.h>

const char *const draw_name[DRAW_KIND_COUNT] = {"clip", "round", "polygon", "line", "shadow",
                                                "dots", "hatch", "icon",    "text"};

void draw_clear(DrawList *list, int w, int h)
{
    list->w = w;
    list->h = h;
    list->count = 0;
    list->text_length = 0;
    list->dropped = 0;
    list->overflows = 0;
    list->elided = 0;
}

Look look_fill(Ink fill, int radius)
{
    return (Look){.fill = (uint8_t)fill, .alpha = OPAQUE, .radius = (uint8_t)radius};
}

Look look_edge(Ink fill, int radius, Ink edge, int width)
{
    Look look = look_fill(fill, radius);

    look.edge = (uint8_t)edge;
    look.width = (uint8_t)width;
    return look;
}

Look look_ghost(Ink fill, int radius, Ink edge)
{
    enum { FAINT = 56, WIDTH = 2 };
    Look look = look_edge(fill, radius, edge, WIDTH);

    look.alpha = FAINT;
    look.dashed = 1;
    return look;
}

/* A command of all zero bytes, so that equal commands have equal bytes; NULL where the list is full. */
static DrawCommand *add(DrawList *list, DrawKind kind, Box box, Look look)
{
    if (list->count == COMMANDS_MAX) {
        list->dropped++;
        return NULL;
    }
    DrawCommand *command = &list->item[list->count++];
    memset(command, 0, sizeof *command);
    command->kind = (uint8_t)kind;
    command->look = look;
    command->x = (int16_t)box.x;
    command->y = (int16_t)box.y;
    command->w = (int16_t)box.w;
    command->h = (int16_t)box.h;
    return command;
}

void draw_clip(DrawList *list, Box box)
{
    add(list, DRAW_CLIP, box, (Look){0});
}

void draw_round(DrawList *list, Box box, Look look)
{
    if (box.w > 0 && box.h > 0) {
        add(list, DRAW_ROUND, box, look);
    }
}

void draw_circle(DrawList *list, Spot centre, int diameter, Look look)
{
    look.radius = (uint8_t)((diameter + 1) / 2);
    draw_round(list, box_around(centre, diameter, diameter), look);
}

/* The smallest box around the corners. */
static Box box_of(const Spot *corner, int count)
{
    Box box = {corner[0].x, corner[0].y, 0, 0};

    for (int i = 1; i < count; i++) {
        int right = box.x + box.w > corner[i].x ? box.x + box.w : corner[i].x;
        int bottom = box.y + box.h > corner[i].y ? box.y + box.h : corner[i].y;
        box.x = corner[i].x < box.x ? corner[i].x : box.x;
        box.y = corner[i].y < box.y ? corner[i].y : box.y;
        box.w = right - box.x;
        box.h = bottom - box.y;
    }
    return box;
}

static void add_corners(DrawList *list, DrawKind kind, const Spot *corner, int count, Look look)
{
    DrawCommand *command = add(list, kind, box_of(corner, count), look);

    if (command == NULL) {
        return;
    }
    command->corner_count = (uint8_t)count;
    for (int i = 0; i < count; i++) {
        command->corner[i][0] = (int16_t)corner[i].x;
        command->corner[i][1] = (int16_t)corner[i].y;
    }
}

void draw_polygon(DrawList *list, const Spot *corner, int count, Look look)
{
    add_corners(list, DRAW_POLYGON, corner, count, look);
}

void draw_hexagon(DrawList *list, Box box, Look look)
{
    int quarter = box.w / 4;
    int middle = box.y + box.h / 2;
    const Spot corner[] = {
        {box.x + quarter, box.y},         {box.x + box.w - quarter, box.y},
        {box.x + box.w, middle},          {box.x + box.w - quarter, box.y + box.h},
        {box.x + quarter, box.y + box.h}, {box.x, middle}};

    draw_polygon(list, corner, sizeof corner / sizeof corner[0], look);
}

void draw_line(DrawList *list, Spot from, Spot to, Look look)
{
    const Spot corner[] = {from, to};

    add_corners(list, DRAW_LINE, corner, 2, look);
}

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

void draw_arrow(DrawList *list, Spot from, Spot to, Ink ink)
{
    enum { HEAD = 8, HALF = 6, WIDTH = 4 };
    Spot along = {sign(to.x - from.x), sign(to.y - from.y)}; /* one of them is 0 */
    Spot neck = {to.x - along.x * HEAD, to.y - along.y * HEAD};
    const Spot head[] = {to,
                         {neck.x - along.y * HALF, neck.y + along.x * HALF},
                         {neck.x + along.y * HALF, neck.y - along.x * HALF}};
    Look look = look_fill(ink, 0);

    look.width = WIDTH;
    draw_line(list, from, neck, look);
    draw_polygon(list, head, sizeof head / sizeof head[0], look_fill(ink, 0));
}

void draw_shadow(DrawList *list, Box box, int radius, int blur)
{
    enum { STRENGTH = 70 };
    Look look = look_fill(INK_SHADOW, radius);

    look.alpha = STRENGTH;
    look.width = (uint8_t)blur;
    add(list, DRAW_SHADOW, box, look);
}

void draw_pattern(DrawList *list, DrawKind kind, Box box, Look look)
{
    add(list, kind, box, look);
}

void draw_icon(DrawList *list, Box box, Icon icon, Ink ink)
{
    DrawCommand *command = add(list, DRAW_ICON, box, look_fill(ink, 0));

    if (command != NULL) {
        command->icon = (uint8_t)icon;
    }
}

void draw_text(DrawList *list, Box box, const char *text, int length, const DrawCommand *how)
{
    if (list->text_length + length > DRAW_TEXT_MAX) {
        list->dropped++;
        return;
    }
    DrawCommand *command = add(list, DRAW_TEXT, box, how->look);
    if (command == NULL) {
        return;
    }
    command->type = how->type;
    command->align = how->align;
    command->text = list->text_length;
    command->length = length;
    memcpy(list->text + list->text_length, text, (size_t)length);
    list->text_length += length;
}

Box draw_extent(const DrawCommand *command)
{
    Box box = {command->x, command->y, command->w, command->h};

    switch ((DrawKind)command->kind) {
    case DRAW_SHADOW:
    case DRAW_LINE:
        return box_inset(box, -command->look.width);
    case DRAW_POLYGON:
    case DRAW_ICON:
    case DRAW_TEXT: /* letters may hang over */
        return box_inset(box, -2);
    case DRAW_CLIP:
    case DRAW_ROUND:
    case DRAW_DOTS:
    case DRAW_HATCH:
    case DRAW_KIND_COUNT:
        break;
    }
    return box;
}
