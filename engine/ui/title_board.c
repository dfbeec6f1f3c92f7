#include "ui/title_board.h"

#include <stdbool.h>
#include <stdint.h>

#include "core/vocab.h"
#include "ui/draw.h"
#include "ui/theme.h"

enum { CELLS = 2 * GRID_EDGE + 1 };

/* A nation of the picture: where it stands, how heavy it is, and where it would go. */
typedef struct Sketch {
    int x, y, weight, to_x, to_y;
} Sketch;

static const Sketch sketches[] = {
    {-3, 2, 2, -3, 2},   {-2, 3, 1, -2, 3},   {-1, 1, 3, -1, 1},   {0, 2, 2, 1, 2},
    {0, 1, 3, -1, 0},    {2, 2, 2, 2, 2},     {3, 3, 1, 3, 3},     {1, 1, 1, 1, 1},
    {-2, -1, 3, -2, -1}, {-3, -3, 1, -3, -3}, {-1, -2, 2, -1, -1}, {0, -1, 1, 0, -1},
    {1, -2, 2, 0, -2},   {2, -1, 3, 2, -1},   {3, -3, 1, 3, -3},
};

enum { SKETCH_COUNT = sizeof sketches / sizeof sketches[0] };

static Box cell_at(Box board, int x, int y)
{
    int cell = board.w / CELLS;

    return (Box){board.x + (x + GRID_EDGE) * cell, board.y + (GRID_EDGE - y) * cell, cell, cell};
}

/* The bands of those who have not decided. */
static Box cell_row(Box board)
{
    Box box = cell_at(board, -GRID_EDGE, 0);

    box.w = board.w;
    return box;
}

static Box cell_column(Box board)
{
    Box box = cell_at(board, 0, GRID_EDGE);

    box.h = board.h;
    return box;
}

static void draw_quadrant(Ui *ui, Box board, Bloc bloc, bool open)
{
    enum { PATTERN = 40 };
    Box corner = cell_at(board, bloc == BLOC_US ? -GRID_EDGE : 1, open ? GRID_EDGE : -1);
    Box box = {corner.x, corner.y, GRID_EDGE * corner.w, GRID_EDGE * corner.h};
    Look pattern = look_fill(ink_of_bloc(bloc), 0);

    pattern.alpha = PATTERN;
    draw_round(ui->list, box, look_edge(ink_tint_of_bloc(bloc), 14, ink_deep_of_bloc(bloc), 1));
    draw_pattern(ui->list, open ? DRAW_DOTS : DRAW_HATCH, box_inset(box, 3), pattern);
}

static void draw_shape(Ui *ui, Box box, int x, bool ghost)
{
    Look look = ghost ? look_ghost(ink_deep_of_side(x), 0, ink_of_side(x))
                      : look_edge(ink_deep_of_side(x), 0, ink_of_side(x), 2);

    if (x < 0) {
        draw_circle(ui->list, box_centre(box), box.w, look);
    } else if (x > 0) {
        look.radius = (uint8_t)(box.w / 5);
        draw_round(ui->list, box, look);
    } else {
        draw_hexagon(ui->list, box, look);
    }
}

static Box piece_at(Box board, int x, int y, int weight)
{
    Box cell = cell_at(board, x, y);
    int size = cell.w * (9 + 2 * weight) / 20; /* by weight, and smaller than the cell */

    return box_around(box_centre(cell), size, size);
}

static void draw_pips(Ui *ui, Box box, int weight)
{
    enum { PIP = 4, STEP = 8 };
    Spot at = box_centre(box);

    for (int n = 0; n < weight; n++) {
        Spot pip = {at.x + (2 * n - weight + 1) * STEP / 2, at.y};
        draw_circle(ui->list, pip, PIP, look_fill(INK_WHITE, 0));
    }
}

static void draw_sketch(Ui *ui, Box board, const Sketch *sketch)
{
    Box box = piece_at(board, sketch->x, sketch->y, sketch->weight);

    if (sketch->to_x != sketch->x || sketch->to_y != sketch->y) {
        Box ghost = piece_at(board, sketch->to_x, sketch->to_y, sketch->weight);
        Spot from = box_centre(box);
        Spot to = box_centre(ghost);
        draw_shape(ui, ghost, sketch->to_x, true);
        from.x += (to.x - from.x) * 3 / 8;
        from.y += (to.y - from.y) * 3 / 8;
        to.x -= (to.x - from.x) * 2 / 5;
        to.y -= (to.y - from.y) * 2 / 5;
        draw_arrow(ui->list, from, to, ink_of_side(sketch->to_x));
    }
    draw_shape(ui, box, sketch->x, false);
    draw_pips(ui, box, sketch->weight);
}

void title_board(Ui *ui, Box square)
{
    enum { MARGIN = 22 };

    draw_shadow(ui->list, square, 14, 14);
    draw_round(ui->list, square, look_edge(INK_PANEL, 14, INK_LINE, 1));
    square = box_inset(square, MARGIN);
    square.x += square.w % CELLS / 2;
    square.y += square.w % CELLS / 2;
    square.w -= square.w % CELLS;
    square.h = square.w;
    draw_round(ui->list, box_inset(cell_row(square), 3), look_fill(INK_BAND, 8));
    draw_round(ui->list, box_inset(cell_column(square), 3), look_fill(INK_BAND, 8));
    draw_quadrant(ui, square, BLOC_US, true);
    draw_quadrant(ui, square, BLOC_US, false);
    draw_quadrant(ui, square, BLOC_CN, true);
    draw_quadrant(ui, square, BLOC_CN, false);
    for (int i = 0; i < SKETCH_COUNT; i++) {
        draw_sketch(ui, square, &sketches[i]);
    }
}
