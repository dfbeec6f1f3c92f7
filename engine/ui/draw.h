/* One frame as a list of drawing commands: a value that any screen fills and that is painted, hashed
 * or printed afterwards.  Nothing here knows of a window, a font or a pixel. */

#ifndef TPD_UI_DRAW_H
#define TPD_UI_DRAW_H

#include <stdint.h>

#include "ui/box.h"
#include "ui/icon.h"
#include "ui/theme.h"

typedef enum DrawKind {
    DRAW_CLIP,    /* from here on nothing is painted outside the box */
    DRAW_ROUND,   /* a box with round corners: with its half width as radius a circle */
    DRAW_POLYGON, /* convex, its corners in order */
    DRAW_LINE,
    DRAW_SHADOW, /* that of a box above the ground */
    DRAW_DOTS,   /* the pattern of what is open */
    DRAW_HATCH,  /* the pattern of what is closed */
    DRAW_ICON,
    DRAW_TEXT, /* one line, in the middle of the box's height */
    DRAW_KIND_COUNT
} DrawKind;
extern const char *const draw_name[DRAW_KIND_COUNT];

typedef enum Align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT } Align;

enum {
    COMMANDS_MAX = 6000,
    DRAW_TEXT_MAX = 96 * 1024,
    CORNERS_MAX = 8,
    OPAQUE = 255,
};

/* How a shape is filled and outlined; INK_NONE: not at all. */
typedef struct Look {
    uint8_t fill, edge; /* Ink */
    uint8_t alpha;      /* of the fill */
    uint8_t width;      /* of the edge, inside the shape */
    uint8_t radius;
    uint8_t dashed; /* 1: the edge is */
} Look;

typedef struct DrawCommand {
    uint8_t kind;         /* DrawKind */
    uint8_t type, align;  /* of DRAW_TEXT: Type, Align */
    uint8_t icon;         /* of DRAW_ICON */
    uint8_t corner_count; /* of DRAW_POLYGON, and 2 of DRAW_LINE */
    uint8_t too_wide;     /* 1: a text that does not fit into its box */
    Look look;            /* text, icons and lines have the ink of `fill` */
    int16_t x, y, w, h;
    int16_t corner[CORNERS_MAX][2];
    int32_t text, length; /* of DRAW_TEXT, in DrawList.text */
} DrawCommand;

typedef struct DrawList {
    int w, h; /* of the frame */
    int count;
    int text_length;
    int dropped;   /* commands that found the list full */
    int overflows; /* texts that do not fit into their box */
    int elided;    /* texts of ours that had to be cut */
    DrawCommand item[COMMANDS_MAX];
    char text[DRAW_TEXT_MAX];
} DrawList;

void draw_clear(DrawList *list, int w, int h);

Look look_fill(Ink fill, int radius);
Look look_edge(Ink fill, int radius, Ink edge, int width);
Look look_ghost(Ink fill, int radius, Ink edge); /* a faint shape with a dashed edge */

void draw_clip(DrawList *list, Box box);
void draw_round(DrawList *list, Box box, Look look);
void draw_circle(DrawList *list, Spot centre, int diameter, Look look);
void draw_polygon(DrawList *list, const Spot *corner, int count, Look look);
void draw_hexagon(DrawList *list, Box box, Look look);
void draw_line(DrawList *list, Spot from, Spot to, Look look); /* ink `fill`, `width` */
void draw_arrow(DrawList *list, Spot from, Spot to, Ink ink);
void draw_shadow(DrawList *list, Box box, int radius, int blur);
void draw_pattern(DrawList *list, DrawKind kind, Box box, Look look);
void draw_icon(DrawList *list, Box box, Icon icon, Ink ink);
void draw_text(DrawList *list, Box box, const char *text, int length, const DrawCommand *how);

/* Where a command may paint, with its edge. */
Box draw_extent(const DrawCommand *command);

/* The list as text, a command a line: what golden files hold.  Hands it out line by line. */
typedef void DrawSink(void *user, const char *line);
void draw_print(const DrawList *list, DrawSink *sink, void *user);

#endif
