/* The control tiles of a bloc: off, or their stage and how many markets are left to the backlash. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/action.h"
#include "core/state.h"
#include "core/track.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { GAP = 4, STAGES = 3 };

static int tile_height(const Table *table)
{
    return ui_line(table->ui, TYPE_BODY) + (table->small ? 4 : 8);
}

int table_controls_height(const Table *table)
{
    enum { TILES_MOST = 3 };

    return TILES_MOST * (tile_height(table) + GAP) - GAP;
}

static void draw_stages(Table *table, Box box, int stage)
{
    for (int n = 0; n < STAGES; n++) {
        Box pip = box_column(box, n, STAGES, 3);
        draw_round(table->ui->list, pip, look_fill(n < stage ? INK_ACCENT : INK_WELL, 3));
    }
}

/* Imposes or lifts it, or picks it, where that is legal. */
static void touch_tile(Table *table, Tile tile, Box box)
{
    const Scene *scene = table->scene;
    Verb verb = in_force(&scene->view.known, tile) ? VERB_LIFT : VERB_IMPOSE;
    int pick = scene_find(scene, VERB_PICK_TILE, (int)tile);
    int operation = scene_find(scene, verb, (int)tile);
    int index = pick >= 0 ? pick : operation;
    UiTouch touch = ui_zone(table->ui, ui_id("tile", (int)tile), box);

    const Subject subject = {.kind = SUBJECT_TILE, .index = (int)tile};
    if (index >= 0) {
        table_show(table, touch, box, &subject);
        draw_round(table->ui->list, box, look_edge(INK_NONE, 6, INK_ACCENT, touch.hot ? 2 : 1));
    } else {
        table_inspect(table, touch, box, &subject);
    }
    if (index >= 0 && touch.focused) {
        ui_ring(table->ui, box, 6, INK_ACCENT);
    }
    if (index >= 0 && touch.hot) {
        table_point(table, scene->legal.item[index]);
    }
    if (index >= 0 && touch.clicked) {
        desk_choose(table->desk, scene->legal.item[index]);
    }
}

static void draw_tile(Table *table, Tile tile, Box box)
{
    Ui *ui = table->ui;
    const Scene *scene = table->scene;
    int stage = scene->view.known.track[SLOT_CONTROL + (int)tile];
    int size = ui_line(ui, TYPE_BODY);
    char text[PHRASE_SIZE];
    const TextArgument words[] = {words_number("n", STAGES + 1 - stage), words_end};
    Ink ink = stage > 0 ? INK_HIGH : INK_LOW;

    draw_round(ui->list, box, look_edge(INK_RAISED, 6, stage > 0 ? INK_ACCENT : INK_LINE, 1));
    Box inside = {box.x + 8, box.y, box.w - 16, box.h};
    Box icon = box_cut_left(&inside, size, 6);
    draw_icon(ui->list, box_around(box_centre(icon), size, size), icon_of_tile(tile), ink);
    Box stages = box_cut_right(&inside, 42, 6);
    draw_stages(table, box_around(box_centre(stages), 42, 8), stage);
    if (stage == 0) {
        snprintf(text, sizeof text, "%s", say(scene->voice, C_("control", "off")));
    } else {
        text_format(text, sizeof text,
                    say_count(scene->voice, "backlash in {n} market", "backlash in {n} markets",
                              STAGES + 1 - stage),
                    words);
    }
    int name = ui_width(ui, TYPE_STRONG, text_tile(scene->voice, tile)) + 2;
    Box label = box_cut_left(&inside, name < inside.w ? name : inside.w, 6);
    ui_text(ui, label, (Style){TYPE_STRONG, ink, ALIGN_LEFT, true}, text_tile(scene->voice, tile));
    if (stage > 0 && ui_width(ui, TYPE_SMALL, text) > inside.w) {
        char clock[ICON_TEXT_SIZE];
        const TextArgument brief[] = {words[0], words_icon("icon", clock, ICON_CLOCK), words_end};
        text_format(text, sizeof text, "{icon} {n}", brief);
    }
    if (inside.w > 20) {
        ui_text(ui, inside,
                (Style){TYPE_SMALL, stage > 0 ? INK_ACCENT : INK_LOW, ALIGN_RIGHT, true}, text);
    }
    touch_tile(table, tile, box);
}

void table_controls(Table *table, Bloc bloc, Box box)
{
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        if (tile_owner((Tile)tile) == bloc) {
            draw_tile(table, (Tile)tile, box_cut_top(&box, tile_height(table), GAP));
        }
    }
}
