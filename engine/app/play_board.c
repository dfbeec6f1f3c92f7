#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "app/flow.h"
#include "app/play.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"

enum {
    EDGE = 2 * GRID_EDGE + 1, /* cells of a side of the map */
    CELL_LABELS = 3,          /* nations that stand side by side in a cell */
    CELL_COLUMNS = 9,         /* of a cell with its left border */
    MAP_LEFT = 4,
    PANEL_LEFT = MAP_LEFT + EDGE * CELL_COLUMNS + 2,
    PANEL_NAME = 14, /* columns of a track's name */
    PANEL_VALUE = 4, /* and of one value */
    LINES_MAX = 48,
    LINE_COLUMNS = 120,
};

/* Lines of the board; map and tracks are written into them side by side. */
typedef struct Canvas {
    int count;
    char line[LINES_MAX][LINE_COLUMNS];
} Canvas;

static void put(Canvas *canvas, int row, int column, const char *format, ...) TPD_PRINTF(4, 5);

static void put(Canvas *canvas, int row, int column, const char *format, ...)
{
    char text[LINE_COLUMNS];
    va_list arguments;

    if (row >= LINES_MAX) {
        return;
    }
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    for (int i = 0; text[i] != '\0' && column + i < LINE_COLUMNS - 1; i++) {
        canvas->line[row][column + i] = text[i];
    }
    canvas->count = row >= canvas->count ? row + 1 : canvas->count;
}

static void print_canvas(Canvas *canvas)
{
    for (int row = 0; row < canvas->count; row++) {
        int length = LINE_COLUMNS - 1;
        while (length > 0 && canvas->line[row][length - 1] == ' ') {
            length--;
        }
        printf("%.*s\n", length, canvas->line[row]);
    }
}

static bool label_taken(const Table *table, int count, const char *label)
{
    for (int n = 0; n < count; n++) {
        if (strcmp(table->label[n], label) == 0) {
            return true;
        }
    }
    return false;
}

/* The first letter of the id and the first other one that makes the pair new: of a name in two
 * words rather the second word's first letter (Viet-Nam: VN). */
static void name_nation(Table *table, int nation)
{
    const char *id = table->rules->nation[nation].id;
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    const char *dash = strchr(id, '-');
    char *label = table->label[nation];

    label[0] = id[0];
    label[1] = id[1];
    if (dash != NULL && dash[1] != '\0') {
        label[1] = dash[1];
    }
    label[2] = '\0';
    for (int i = 1; id[i] != '\0' && label_taken(table, nation, label); i++) {
        label[1] = id[i];
    }
    for (int i = 0; letters[i] != '\0' && label_taken(table, nation, label); i++) {
        label[1] = letters[i];
    }
}

void table_name_nations(Table *table)
{
    for (int nation = 0; nation < table->rules->nation_count; nation++) {
        name_nation(table, nation);
    }
}

/* Writes the nations of one cell from line `row` down; returns how many lines they take. */
static int draw_cell(Canvas *canvas, const Table *table, int row, const int at[2])
{
    const State *state = &table->view.known;
    int column = MAP_LEFT + (at[0] + GRID_EDGE) * CELL_COLUMNS + 1;
    int count = 0;

    for (int n = 0; n < table->rules->nation_count; n++) {
        if (state->nation_x[n] == at[0] && state->nation_y[n] == at[1]) {
            put(canvas, row + count / CELL_LABELS, column + count % CELL_LABELS * LABEL_SIZE, "%s",
                table->label[n]);
            count++;
        }
    }
    return (count + CELL_LABELS - 1) / CELL_LABELS;
}

/* Writes the cells of one y from line `row` down; returns the line after them. */
static int draw_cells(Canvas *canvas, const Table *table, int row, int y)
{
    int height = 1;

    for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
        const int at[2] = {x, y};
        int lines = draw_cell(canvas, table, row, at);
        height = lines > height ? lines : height;
    }
    put(canvas, row, 0, y == 0 ? " 0" : "%+d", y);
    for (int line = row; line < row + height; line++) {
        for (int border = 0; border <= EDGE; border++) {
            put(canvas, line, MAP_LEFT + border * CELL_COLUMNS, "|");
        }
    }
    return row + height;
}

static void draw_map(Canvas *canvas, const Table *table)
{
    enum { RIGHT = MAP_LEFT + EDGE * CELL_COLUMNS - (int)sizeof "China, open models: CO" + 1 };
    int row = 0;

    put(canvas, row, MAP_LEFT, "US, open models: UO");
    put(canvas, row++, RIGHT, "China, open models: CO");
    for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
        put(canvas, row, MAP_LEFT + (x + GRID_EDGE) * CELL_COLUMNS + 4, x == 0 ? " 0" : "%+d", x);
    }
    row++;
    for (int y = GRID_EDGE; y >= -GRID_EDGE; y--) {
        row = draw_cells(canvas, table, row, y);
    }
    put(canvas, row, MAP_LEFT, "US, closed models: UC");
    put(canvas, row, RIGHT - 2, "China, closed models: CC");
}

/* The names of the tracks are the words of tracks.def: "DATACENTRES" is shown as "datacentres". */
static const char *const track_word[TRACK_COUNT] = {
#define TRACK(id, text, scope, least, most, meaning) #id,
#include "core/tracks.def"

#undef TRACK
};

static void track_name(char name[PANEL_NAME], Track track)
{
    const char *text = vocab_track[track].text;
    const char *word = track_word[track];
    int length = 0;

    if (text[1] == '\0') { /* "D datacentres", but only "capital", which has no short form */
        name[length++] = text[0];
        name[length++] = ' ';
    }
    for (int i = 0; word[i] != '\0' && length < PANEL_NAME - 1; i++) {
        name[length++] = (char)tolower((unsigned char)word[i]);
    }
    name[length] = '\0';
}

static void draw_value(Canvas *canvas, const Table *table, int row, Track track, int subject)
{
    const State *state = &table->view.known;
    const TrackInfo *info = &vocab_track[track];
    int stack = info->scope == SCOPE_BLOC ? 2 * subject : subject;
    int column = PANEL_LEFT + PANEL_NAME + stack * PANEL_VALUE;
    int value = state->track[info->slot + subject];

    if (info->scope == SCOPE_SEAT && state->seat_count == 2 && subject % 2 == 1) {
        return;
    }
    if (track == TRACK_LICENCE) {
        put(canvas, row, column, "%*s", PANEL_VALUE, value == LICENCE_PERMISSIVE ? "perm" : "cond");
        return;
    }
    put(canvas, row, column, "%*d", PANEL_VALUE, value);
}

static void draw_panel(Canvas *canvas, const Table *table)
{
    const State *state = &table->view.known;
    int row = 0;

    for (int stack = 0; stack < STACK_COUNT; stack++) {
        put(canvas, row, PANEL_LEFT + PANEL_NAME + stack * PANEL_VALUE, "%*s", PANEL_VALUE,
            vocab_stack[stack]);
    }
    row++;
    put(canvas, row, PANEL_LEFT, "all vp");
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        put(canvas, row, PANEL_LEFT + PANEL_NAME + 2 * bloc * PANEL_VALUE, "%*d", PANEL_VALUE,
            state_bloc_vp(state, (Bloc)bloc));
    }
    row++;
    for (int track = 0; track < TRACK_COUNT; track++) {
        const TrackInfo *info = &vocab_track[track];
        char name[PANEL_NAME];
        if (info->scope == SCOPE_WORLD || info->scope == SCOPE_TILE) {
            continue;
        }
        track_name(name, (Track)track);
        put(canvas, row, PANEL_LEFT, "%s", name);
        for (int subject = 0; subject < info->size; subject++) {
            draw_value(canvas, table, row, (Track)track, subject);
        }
        row++;
    }
}

/* Prices, risks and controls: what there is one of. */
static void print_world(const Table *table)
{
    const State *state = &table->view.known;
    Flow flow = flow_begin(4, "");

    for (int track = 0; track < TRACK_COUNT; track++) {
        char name[PANEL_NAME];
        if (vocab_track[track].scope != SCOPE_WORLD || track == TRACK_KNOWN) {
            continue;
        }
        track_name(name, (Track)track);
        if (track == TRACK_PLATEAU && state->track[SLOT_KNOWN] == 0) {
            flow_add(&flow, 3, "%s ?", name);
        } else {
            flow_add(&flow, 3, "%s %d", name, state->track[vocab_track[track].slot]);
        }
    }
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        int stage = state->track[SLOT_CONTROL + tile];
        if (stage > 0) {
            flow_add(&flow, 3, "%s stage %d", vocab_tile[tile], stage);
        }
    }
    flow_end(&flow);
}

static void print_nations(const Table *table)
{
    const Rules *rules = table->rules;
    Flow flow = flow_begin(0, "");

    for (int n = 0; n < rules->nation_count; n++) {
        const Nation *nation = &rules->nation[n];
        flow_add(&flow, n == 0 ? 0 : 2, "%s %s %d %s", table->label[n], nation->id, nation->weight,
                 vocab_need[nation->need]);
    }
    flow_end(&flow);
}

void table_print_board(const Table *table)
{
    Canvas canvas = {.count = 0};

    memset(canvas.line, ' ', sizeof canvas.line);
    draw_map(&canvas, table);
    draw_panel(&canvas, table);
    print_world(table);
    print_canvas(&canvas);
    print_nations(table);
}
