/* The board: four quadrants, the nations, and where the market would move them. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/motion.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { CELLS = 2 * GRID_EDGE + 1, MARGIN = 20, MARGIN_SMALL = 17 };

typedef struct Grid {
    Box box; /* of all cells */
    int cell, margin;
} Grid;

static Box cell_at(const Grid *grid, int x, int y)
{
    return (Box){grid->box.x + (x + GRID_EDGE) * grid->cell,
                 grid->box.y + (GRID_EDGE - y) * grid->cell, grid->cell, grid->cell};
}

/* ---- the ground ---- */

/* Weight of the nations that use a stack. */
static int users_weight(const Table *table, Stack stack)
{
    const State *state = table->shown;
    int weight = 0;

    for (int nation = 0; nation < table->scene->rules->nation_count; nation++) {
        int x = state->nation_x[nation];
        int y = state->nation_y[nation];
        if (x != 0 && y != 0 && (Stack)((x > 0 ? 2 : 0) + (y > 0 ? 1 : 0)) == stack) {
            weight += table->scene->rules->nation[nation].weight;
        }
    }
    return weight;
}

static void draw_quadrant(Table *table, const Grid *grid, Stack stack)
{
    enum { FAINT = 60, PATTERN = 44, NUMERAL = 40 };
    DrawList *list = table->ui->list;
    Bloc bloc = (Bloc)(stack / 2);
    bool open = stack % 2 == 1;
    Box corner = cell_at(grid, bloc == BLOC_US ? -GRID_EDGE : 1, open ? GRID_EDGE : -1);
    Box box = {corner.x, corner.y, GRID_EDGE * grid->cell, GRID_EDGE * grid->cell};
    Look pattern = look_fill(ink_of_bloc(bloc), 0);
    Look line = look_fill(ink_of_bloc(bloc), 0);
    char text[16];

    draw_round(list, box, look_edge(ink_tint_of_bloc(bloc), 12, ink_deep_of_bloc(bloc), 1));
    pattern.alpha = PATTERN;
    draw_pattern(list, open ? DRAW_DOTS : DRAW_HATCH, box_inset(box, 3), pattern);
    line.alpha = FAINT;
    line.width = 1;
    for (int n = 1; n < GRID_EDGE; n++) {
        int at = n * grid->cell;
        draw_line(list, (Spot){box.x + 8, box.y + at}, (Spot){box.x + box.w - 8, box.y + at}, line);
        draw_line(list, (Spot){box.x + at, box.y + 8}, (Spot){box.x + at, box.y + box.h - 8}, line);
    }
    snprintf(text, sizeof text, "%d", users_weight(table, stack));
    Box numeral = {bloc == BLOC_US ? box.x + 8 : box.x + box.w - 8 - 2 * NUMERAL,
                   open ? box.y + 4 : box.y + box.h - NUMERAL - 4, 2 * NUMERAL, NUMERAL};
    ui_mark(table->ui, numeral,
            (Style){TYPE_HUGE, ink_of_bloc(bloc), bloc == BLOC_US ? ALIGN_LEFT : ALIGN_RIGHT, true},
            text);
}

/* The name of a quadrant in the margin, with its lock. */
static void draw_label(Table *table, const Grid *grid, Stack stack)
{
    Bloc bloc = (Bloc)(stack / 2);
    bool open = stack % 2 == 1;
    char text[PHRASE_SIZE];
    char icon[ICON_TEXT_SIZE];
    const TextArgument words[] = {words_icon("icon", icon, open ? ICON_OPEN : ICON_CLOSED),
                                  words_text("stack", text_stack(table->scene->voice, stack)),
                                  words_end};
    Box box = {grid->box.x, open ? grid->box.y - grid->margin : grid->box.y + grid->box.h,
               GRID_EDGE * grid->cell, grid->margin};

    if (bloc == BLOC_CN) {
        box.x += (GRID_EDGE + 1) * grid->cell;
    }
    text_format(text, sizeof text, bloc == BLOC_US ? "{icon} {stack}" : "{stack} {icon}", words);
    ui_text(
        table->ui, box,
        (Style){TYPE_CAPTION, ink_of_bloc(bloc), bloc == BLOC_US ? ALIGN_LEFT : ALIGN_RIGHT, true},
        text);
}

/* A dot for each cell of the bands, which belong to nobody. */
static void draw_cells_of_nobody(Table *table, const Grid *grid)
{
    enum { DOT = 4 };

    for (int n = -GRID_EDGE; n <= GRID_EDGE; n++) {
        draw_circle(table->ui->list, box_centre(cell_at(grid, n, 0)), DOT, look_fill(INK_EDGE, 0));
        draw_circle(table->ui->list, box_centre(cell_at(grid, 0, n)), DOT, look_fill(INK_EDGE, 0));
    }
}

/* Whether nobody stands at that end of the band across. */
static bool is_free(const Table *table, int side)
{
    for (int nation = 0; nation < table->scene->rules->nation_count; nation++) {
        if (table->shown->nation_y[nation] == 0 && table->shown->nation_x[nation] * side > 1) {
            return false;
        }
    }
    return true;
}

/* Which way is whose, at both ends of the band across. */
static void draw_sides(Table *table, const Grid *grid, Box row)
{
    Style style = {TYPE_SMALL, INK_LOW, ALIGN_LEFT, true};
    const Voice *voice = table->scene->voice;
    int height = ui_line(table->ui, TYPE_SMALL);
    Box box = {row.x + 10, row.y + row.h - height - 4, 2 * grid->cell, height};

    if (is_free(table, -1)) {
        ui_text(table->ui, box, style, say(voice, C_("band of the map", "← US")));
    }
    box.x = row.x + row.w - 10 - box.w;
    style.align = ALIGN_RIGHT;
    if (is_free(table, 1)) {
        ui_text(table->ui, box, style, say(voice, C_("band of the map", "China →")));
    }
}

static void draw_bands(Table *table, const Grid *grid)
{
    Box row = cell_at(grid, -GRID_EDGE, 0);
    Box column = cell_at(grid, 0, GRID_EDGE);
    Style style = {table->small ? TYPE_SMALL : TYPE_CAPTION, INK_LOW, ALIGN_CENTRE, true};
    const Voice *voice = table->scene->voice;

    row.w = CELLS * grid->cell;
    column.h = CELLS * grid->cell;
    draw_round(table->ui->list, box_inset(row, 3), look_fill(INK_BAND, 8));
    draw_round(table->ui->list, box_inset(column, 3), look_fill(INK_BAND, 8));
    draw_cells_of_nobody(table, grid);
    draw_sides(table, grid, row);
    column =
        (Box){column.x - grid->cell / 2, column.y - grid->margin, 2 * grid->cell, grid->margin};
    ui_text(table->ui, column, style, say(voice, C_("band of the map", "OPEN")));
    column.y = grid->box.y + grid->box.h;
    ui_text(table->ui, column, style, say(voice, C_("band of the map", "CLOSED")));
}

/* ---- who stands where ---- */

enum { CELL_MOST = NATIONS_MAX * 2 };

typedef struct CellPieces {
    int count, standing;
    Piece piece[CELL_MOST];
} CellPieces;

static bool moves(const Table *table, int nation)
{
    const State *ahead = &table->scene->ahead;

    return table->shown != ahead && (table->shown->nation_x[nation] != ahead->nation_x[nation] ||
                                     table->shown->nation_y[nation] != ahead->nation_y[nation]);
}

static void gather_standing(CellPieces *cell, const State *state, const Rules *rules, Spot at)
{
    cell->count = 0;
    for (int nation = 0; nation < rules->nation_count; nation++) {
        if (state->nation_x[nation] == at.x && state->nation_y[nation] == at.y) {
            cell->piece[cell->count++] = (Piece){.nation = nation, .x = at.x, .y = at.y};
        }
    }
    cell->standing = cell->count;
}

/* Those that stand in a cell, then those that would come. */
static void gather(const Table *table, CellPieces *cell, int x, int y)
{
    int count = table->scene->rules->nation_count;

    gather_standing(cell, table->shown, table->scene->rules, (Spot){x, y});
    for (int nation = 0; nation < count; nation++) {
        if (moves(table, nation) && table->scene->ahead.nation_x[nation] == x &&
            table->scene->ahead.nation_y[nation] == y) {
            cell->piece[cell->count++] = (Piece){.nation = nation, .x = x, .y = y, .ghost = true};
        }
    }
}

/* How many stand side by side: alone in the middle, up to four in two rows, then smaller. */
static int columns_of(int count)
{
    return count <= 1 ? 1 : count <= 4 ? 2 : count <= 9 ? 3 : 4;
}

/* Ghosts that find no place beside the pieces stand small along the lower edge of the cell. */
static void lay_out_small(CellPieces *cell, Box box)
{
    enum { SIZE = 13, STEP = 11 };

    for (int n = cell->standing; n < cell->count; n++) {
        int x = box.x + box.w - SIZE - 1 - (n - cell->standing) * STEP;
        cell->piece[n].box = (Box){x, box.y + box.h - SIZE - 1, SIZE, SIZE};
    }
}

static void lay_out(const Table *table, CellPieces *cell, Box box)
{
    enum { ROOM = 4 };
    bool together = cell->count <= ROOM || cell->standing == 0;
    int shown = together ? cell->count : cell->standing;
    int columns = columns_of(shown);
    int rows = shown == 2 ? 1 : (shown + columns - 1) / columns;

    if (!together) {
        lay_out_small(cell, box);
    }
    for (int n = 0; n < shown; n++) {
        Piece *piece = &cell->piece[n];
        int weight = table->scene->rules->nation[piece->nation].weight;
        Box place =
            box_column(box_row(box_inset(box, 1), n / columns, rows, 1), n % columns, columns, 1);
        int room = place.w < place.h ? place.w : place.h;
        int size = columns == 1 ? box.w * (52 + 7 * weight) / 100 : room;
        piece->box = box_around(box_centre(place), size, size);
    }
}

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

/* An arrow at the border of the piece, toward where it would go. */
static void draw_move(Table *table, const Piece *piece)
{
    const State *ahead = &table->scene->ahead;
    int dx = sign(ahead->nation_x[piece->nation] - piece->x);
    int dy = -sign(ahead->nation_y[piece->nation] - piece->y);
    int half = piece->box.w / 2;
    int length = piece->box.w >= 40 ? 22 : 15;
    Spot centre = box_centre(piece->box);
    Spot from = {centre.x + dx * (half - 2), centre.y + dy * (half - 2)};
    Spot to = {from.x + dx * length, from.y + dy * length};
    Ink ink = ink_of_side(ahead->nation_x[piece->nation] != 0 ? ahead->nation_x[piece->nation]
                                                              : piece->x);

    draw_arrow(table->ui->list, from, to, ink);
}

/* ---- choosing ---- */

static bool can_court(const Scene *scene, int nation)
{
    return scene_find(scene, VERB_COURT_ALIGN, nation) >= 0 ||
           scene_find(scene, VERB_COURT_OPEN, nation) >= 0 ||
           scene_find(scene, VERB_COURT_CLOSE, nation) >= 0;
}

static bool can_choose(const Scene *scene, int nation)
{
    return scene_find(scene, VERB_PICK_NATION, nation) >= 0 || can_court(scene, nation);
}

/* In the shape of the piece, so that it does not look like another side's. */
static void draw_ring(Table *table, const Piece *piece, Ink ink, int width)
{
    Box box = box_inset(piece->box, -3);
    Look look = look_edge(INK_NONE, piece->x > 0 ? box.w / 5 : box.w, ink, width);

    if (piece->x == 0) {
        draw_hexagon(table->ui->list, box, look);
    } else {
        look.radius = (uint8_t)(piece->x > 0 ? box.w / 5 : (box.w + 1) / 2);
        draw_round(table->ui->list, box, look);
    }
}

static void touch_piece(Table *table, const Piece *piece)
{
    const Scene *scene = table->scene;
    const Subject subject = {.kind = SUBJECT_NATION, .index = piece->nation};
    int pick = scene_find(scene, VERB_PICK_NATION, piece->nation);
    UiTouch touch = ui_zone(table->ui, ui_id("nation", piece->nation), piece->box);

    if (can_choose(scene, piece->nation) || table->desk->table.nation == piece->nation) {
        draw_ring(table, piece, INK_ACCENT, touch.hot ? 3 : 2);
    } else if (touch.focused) {
        draw_ring(table, piece, INK_HIGH, 2);
    }
    table_show(table, touch, piece->box, &subject);
    if (touch.hot && pick >= 0) {
        table_point(table, scene->legal.item[pick]);
    }
    if (!touch.clicked) {
        return;
    }
    if (pick >= 0) {
        desk_choose(table->desk, scene->legal.item[pick]);
    } else if (scene->legal.count > 0 && scene_find(scene, VERB_STOP, 0) >= 0) {
        table->desk->table.nation = table->desk->table.nation == piece->nation ? -1 : piece->nation;
    } else {
        table_inspect(table, (UiTouch){.clicked = true}, piece->box, &subject);
    }
}

/* A ghost tells of its nation; Tab goes to the piece alone. */
static void touch_ghost(Table *table, const Piece *piece)
{
    const Subject subject = {.kind = SUBJECT_NATION, .index = piece->nation};

    table_inspect(table, ui_zone_by_mouse(table->ui, ui_id("ghost", piece->nation), piece->box),
                  piece->box, &subject);
}

static void draw_cell(Table *table, const Grid *grid, int x, int y)
{
    CellPieces cell;

    gather(table, &cell, x, y);
    lay_out(table, &cell, cell_at(grid, x, y));
    for (int n = 0; n < cell.count; n++) {
        if (n >= cell.standing) {
            touch_ghost(table, &cell.piece[n]);
        } else {
            touch_piece(table, &cell.piece[n]);
        }
    }
    for (int n = cell.standing - 1; n >= 0; n--) {
        table_piece(table, &cell.piece[n]);
    }
    for (int n = cell.standing; n < cell.count; n++) {
        table_piece(table, &cell.piece[n]);
    }
}

static void draw_moves(Table *table, const Grid *grid, int x, int y)
{
    CellPieces cell;

    gather(table, &cell, x, y);
    lay_out(table, &cell, cell_at(grid, x, y));
    for (int n = 0; n < cell.standing; n++) {
        if (moves(table, cell.piece[n].nation)) {
            draw_move(table, &cell.piece[n]);
        }
    }
}

static void for_cells(Table *table, const Grid *grid,
                      void (*visit)(Table *table, const Grid *grid, int x, int y))
{
    for (int y = GRID_EDGE; y >= -GRID_EDGE; y--) {
        for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
            visit(table, grid, x, y);
        }
    }
}

/* ---- on their way ---- */

/* Where each nation lies in a position, by itself. */
static void place_pieces(const Table *table, const Grid *grid, const State *state,
                         Piece piece[NATIONS_MAX])
{
    CellPieces cell;

    for (int n = 0; n < CELLS * CELLS; n++) {
        Spot at = {n % CELLS - GRID_EDGE, n / CELLS - GRID_EDGE};
        gather_standing(&cell, state, table->scene->rules, at);
        lay_out(table, &cell, cell_at(grid, at.x, at.y));
        for (int k = 0; k < cell.count; k++) {
            piece[cell.piece[k].nation] = cell.piece[k];
        }
    }
}

static int between(int from, int to, int part)
{
    return from + (to - from) * part / MOTION_WHOLE;
}

/* In the shape of the side that it is nearer to. */
static Piece piece_between(const Piece *from, const Piece *to, int part)
{
    Piece piece = 2 * part < MOTION_WHOLE ? *from : *to;

    piece.box = (Box){between(from->box.x, to->box.x, part), between(from->box.y, to->box.y, part),
                      between(from->box.w, to->box.w, part), between(from->box.h, to->box.h, part)};
    return piece;
}

/* Those that move lie over those that stand, or only make room. */
static void draw_sliding(Table *table, const Grid *grid)
{
    int count = table->scene->rules->nation_count;
    int part = motion_part(table->motion);
    Piece from[NATIONS_MAX];
    Piece to[NATIONS_MAX];

    place_pieces(table, grid, &table->scene->view.known, from);
    place_pieces(table, grid, &table->scene->ahead, to);
    for (int i = 0; i < 2 * count; i++) {
        int nation = i % count;
        if (moves(table, nation) == (i >= count)) {
            Piece piece = piece_between(&from[nation], &to[nation], part);
            touch_piece(table, &piece);
            table_piece(table, &piece);
        }
    }
}

static void draw_heading(Table *table, Box box)
{
    const char *text = table->scene->tried ? N_("Arrows: the market after this choice")
                       : table->shown == &table->scene->ahead
                           ? N_("The board after the market")
                           : N_("Arrows and ghosts: if the actions ended now · hold Space");

    const char *brief = say(table->scene->voice, "Arrows: if the actions ended now");
    text = say(table->scene->voice, text);
    ui_text(table->ui, box, (Style){TYPE_SMALL, INK_MID, ALIGN_CENTRE, true},
            ui_width(table->ui, TYPE_SMALL, text) <= box.w ? text : brief);
}

void table_map(Table *table, Box box)
{
    Grid grid = {.margin = table->small ? MARGIN_SMALL : MARGIN};
    Box inside = box_inset(box, table->small ? 3 : 5);
    Box heading = box_cut_top(&inside, ui_line(table->ui, TYPE_SMALL), 0);
    int edge =
        inside.h - 2 * grid.margin < inside.w - 4 ? inside.h - 2 * grid.margin : inside.w - 4;

    grid.cell = edge / CELLS;
    grid.box = box_around(box_centre(inside), grid.cell * CELLS, grid.cell * CELLS);
    draw_round(table->ui->list, box, look_edge(INK_PANEL, 14, INK_LINE, 1));
    if (table->motion == NULL) {
        draw_heading(table, heading); /* else a caption lies there */
    }
    draw_bands(table, &grid);
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        draw_quadrant(table, &grid, (Stack)stack);
        draw_label(table, &grid, (Stack)stack);
    }
    if (table->motion != NULL) {
        draw_sliding(table, &grid);
        return;
    }
    for_cells(table, &grid, draw_cell);
    for_cells(table, &grid, draw_moves);
}
