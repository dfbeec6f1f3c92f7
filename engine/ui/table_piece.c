/* A nation: its shape tells its side, its size and pips its weight, badges its depth, need and role. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/explain.h"
#include "core/rules.h"
#include "core/vocab.h"
#include "ui/box.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/scene.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"

static void draw_body(Table *table, const Piece *piece)
{
    enum { EDGE = 2, CORNER = 5 };
    DrawList *list = table->ui->list;
    Ink deep = ink_deep_of_side(piece->x);
    Ink edge = ink_of_side(piece->x);
    Look look = piece->ghost ? look_ghost(edge, 0, edge) : look_edge(deep, 0, edge, EDGE);

    if (piece->x < 0) {
        draw_circle(list, box_centre(piece->box), piece->box.w, look);
    } else if (piece->x > 0) {
        look.radius = (uint8_t)(piece->box.w / CORNER);
        draw_round(list, box_inset(piece->box, 1), look);
    } else {
        draw_hexagon(list, piece->box, look);
    }
}

static void draw_pips(Table *table, const Piece *piece, int weight)
{
    int pip = piece->box.w >= 40 ? 5 : piece->box.w >= 24 ? 4 : 3;
    int step = pip + (pip > 3 ? 3 : 2);
    Box box = piece->box;
    int x = box.x + (box.w - weight * step + step - pip) / 2;
    int y = box.y + box.h * 3 / 4 - 1;

    for (int n = 0; n < weight; n++) {
        draw_circle(table->ui->list, (Spot){x + n * step + pip / 2, y}, pip,
                    look_fill(INK_WHITE, 0));
    }
}

/* The largest letters in which it fits. */
static Type fitting(const Table *table, int width, const char *text)
{
    return ui_width(table->ui, TYPE_NUMBER, text) <= width    ? TYPE_NUMBER
           : ui_width(table->ui, TYPE_CAPTION, text) <= width ? TYPE_CAPTION
                                                              : TYPE_TINY;
}

static void draw_badge(Table *table, Spot at, int size, Icon icon)
{
    Box box = box_around(at, size, size);

    draw_circle(table->ui->list, at, size, look_edge(INK_PANEL, 0, INK_EDGE, 1));
    draw_icon(table->ui->list, box_inset(box, size / 6), icon, INK_HIGH);
}

static void draw_depth(Table *table, Spot at, int size, int depth)
{
    char text[12];

    snprintf(text, sizeof text, "%d", depth);
    draw_circle(table->ui->list, at, size, look_edge(INK_ACCENT, 0, INK_PANEL, 1));
    ui_text(table->ui, box_around(at, size, size),
            (Style){size < 15 ? TYPE_TINY : TYPE_CAPTION, INK_ON_ACCENT, ALIGN_CENTRE, false},
            text);
}

static int depth_of(int x, int y)
{
    int across = x < 0 ? -x : x;
    int along = y < 0 ? -y : y;

    return across < along ? across : along;
}

static void draw_badges(Table *table, const Piece *piece)
{
    const Nation *nation = &table->scene->rules->nation[piece->nation];
    int size = piece->box.w >= 44 ? 16 : piece->box.w >= 32 ? 13 : piece->box.w >= 24 ? 11 : 9;
    int in = piece->box.w >= 32 ? size / 4 : 1;
    Box box = box_inset(piece->box, in);
    int depth = depth_of(piece->x, piece->y);

    draw_badge(table, (Spot){box.x, box.y + box.h}, size, icon_of_need((Need)nation->need));
    if (nation->role != ROLE_NONE) {
        draw_badge(table, (Spot){box.x, box.y}, size, icon_of_role((Role)nation->role));
    }
    if (depth > 0) {
        draw_depth(table, (Spot){box.x + box.w, box.y}, size, depth);
    }
    if ((table->scene->outlook.throttled >> piece->nation & 1) != 0) {
        Spot at = {box.x + box.w, box.y + box.h};
        draw_circle(table->ui->list, at, size, look_edge(INK_PANEL, 0, INK_RISK, 1));
        draw_icon(table->ui->list, box_inset(box_around(at, size, size), size / 6), ICON_NO_SIGNAL,
                  INK_RISK);
    }
}

void table_piece(Table *table, const Piece *piece)
{
    const Nation *nation = &table->scene->rules->nation[piece->nation];
    const char *code = table->scene->code[piece->nation];
    Type type = fitting(table, piece->box.w - 6, code);
    Box text = box_inset(piece->box, -2);

    draw_body(table, piece);
    if (piece->ghost) {
        return;
    }
    text.h = text.h * 3 / 4;
    ui_text(table->ui, text, (Style){type, INK_WHITE, ALIGN_CENTRE, false}, code);
    draw_pips(table, piece, nation->weight);
    draw_badges(table, piece);
}

void table_emblem(Table *table, Bloc bloc, Box box, const char *text)
{
    Look look = look_fill(ink_deep_of_bloc(bloc), box.w / 5);

    if (bloc == BLOC_US) {
        draw_circle(table->ui->list, box_centre(box), box.w, look);
    } else {
        draw_round(table->ui->list, box, look);
    }
    ui_text(table->ui, box, (Style){TYPE_NUMBER, INK_WHITE, ALIGN_CENTRE, true}, text);
}
