#include <stdint.h>
#include <stdio.h>

#include "app/play.h"
#include "app/play_draw.h"
#include "app/play_page.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/argument.h"
#include "text/news.h"
#include "text/text.h"
#include "text/voice.h"
#include "text/width.h"

/* The mark of a nation with the arrow of its next move. */
static void draw_mark(char text[ITEM_SIZE], const Table *table, int nation)
{
    const State *now = &table->view.known;
    const int from[2] = {now->nation_x[nation], now->nation_y[nation]};
    const int to[2] = {table->ahead.nation_x[nation], table->ahead.nation_y[nation]};

    snprintf(text, ITEM_SIZE, "%s%s" PAINT_END "%s", side_paint(from[0]), table->mark[nation],
             arrow_between(from, to));
}

/* The `nth` nation that stands in a cell, or -1. */
static int nation_in(const Table *table, const int at[2], int nth)
{
    const State *state = &table->view.known;

    for (int nation = 0; nation < table->rules->nation_count; nation++) {
        if (state->nation_x[nation] == at[0] && state->nation_y[nation] == at[1] && nth-- == 0) {
            return nation;
        }
    }
    return -1;
}

/* How many lines the fullest cell of a row needs. */
static int row_height(const Table *table, int y)
{
    int height = 1;

    for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
        const int at[2] = {x, y};
        while (nation_in(table, at, height * CELL_MARKS) >= 0) {
            height++;
        }
    }
    return height;
}

static void draw_cell(Page *map, const Table *table, const int at[2], int line)
{
    int left = MAP_LEFT + (at[0] + GRID_EDGE) * CELL_COLUMNS;

    page_column(map, left);
    page_add(map, 0, at[0] == 0 || at[0] == 1 ? ":" : "|");
    for (int i = 0; i < CELL_MARKS; i++) {
        int nation = nation_in(table, at, line * CELL_MARKS + i);
        char mark[ITEM_SIZE];
        if (nation >= 0) {
            draw_mark(mark, table, nation);
            page_column(map, left + 1 + i * MARK_COLUMNS);
            page_add(map, 0, mark);
        }
    }
}

/* A number of the scale: "+3", "−3", "0". */
static void add_scale(Page *map, int column, int at)
{
    const TextArgument arguments[] = {argument_number("at", at), argument_end};

    page_column(map, at == 0 ? column + 1 : column);
    page_say(map, 0, at == 0 ? "{at}" : "{+at}", arguments);
}

static void draw_row(Page *map, const Table *table, int y)
{
    int height = row_height(table, y);

    for (int line = 0; line < height; line++) {
        page_begin(map, 0);
        if (line == 0) {
            add_scale(map, 0, y);
        }
        for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
            const int at[2] = {x, y};
            draw_cell(map, table, at, line);
        }
        page_column(map, MAP_COLUMNS - 1);
        page_add(map, 0, "|");
    }
}

/* The two quadrants of the upper or of the lower half, by the stacks that they use. */
static void draw_quadrants(Page *map, const Table *table, int open)
{
    const char *left = text_stack(&table->voice, (Stack)(STACK_UC + open));
    const char *right = text_stack(&table->voice, (Stack)(STACK_CC + open));
    char text[ITEM_SIZE];

    page_begin(map, 0);
    page_column(map, MAP_LEFT + 1);
    snprintf(text, sizeof text, PAINT_US "%s" PAINT_END, left);
    page_add(map, 0, text);
    page_column(map, MAP_COLUMNS - 1 - text_width(right));
    snprintf(text, sizeof text, PAINT_CN "%s" PAINT_END, right);
    page_add(map, 0, text);
}

void draw_map(Page *map, const Table *table)
{
    draw_quadrants(map, table, 1);
    for (int y = GRID_EDGE; y >= -GRID_EDGE; y--) {
        draw_row(map, table, y);
    }
    page_begin(map, 0);
    for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
        add_scale(map, MAP_LEFT + (x + GRID_EDGE) * CELL_COLUMNS + CELL_COLUMNS / 2, x);
    }
    draw_quadrants(map, table, 0);
}
