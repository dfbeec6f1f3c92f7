/* The table: one frame of it. */

#include <stdbool.h>
#include <stddef.h>

#include "core/action.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/hint_panel.h"
#include "ui/motion.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/table.h"
#include "ui/turns.h"
#include "ui/ui.h"

void table_point(Table *table, Action action)
{
    TableMemory *memory = &table->desk->table;

    memory->points = true;
    memory->pointed = action;
}

void table_try_pointed(Desk *desk)
{
    TableMemory *memory = &desk->table;

    if (memory->points &&
        scene_find(&desk->scene, (Verb)memory->pointed.verb, memory->pointed.argument) >= 0) {
        scene_try(&desk->scene, memory->pointed);
    }
    memory->points = false;
}

Box table_hint_box(const TablePlan *plan, const Scene *scene)
{
    enum { LEAST = 320 };
    bool us_chooses = scene->chooser != SEAT_NOBODY && seat_bloc(scene->chooser) == BLOC_US;
    Box box = plan->panel[us_chooses ? BLOC_CN : BLOC_US];
    int more = LEAST > box.w ? LEAST - box.w : 0;

    box.x -= us_chooses ? more : 0;
    box.w += more;
    return box;
}

/* A hint is for the person who chooses; a second time the key closes it. */
static void answer_hint(Ui *ui, Desk *desk)
{
    const Scene *scene = &desk->scene;
    bool person = hint_can(scene) && match_player(desk->match, scene->chooser) == PLAYER_HUMAN;

    if (!hint_is_open(desk) && person && ui_letter(ui, 'h')) {
        hint_open(desk, scene);
        desk->again = true;
    }
}

/* What can be looked at from the table at any time. */
static void answer_letters(Ui *ui, Desk *desk)
{
    if (ui_letter(ui, 'l')) {
        desk_open(desk, SCREEN_LOG);
    } else if (ui_letter(ui, 'd')) {
        desk_open(desk, SCREEN_PILES);
    } else if (ui_letter(ui, 'r')) {
        desk_open(desk, SCREEN_REASONS);
    } else if (ui_letter(ui, 's')) {
        desk_open(desk, SCREEN_SEATS);
    } else if (ui_letter(ui, 'p')) {
        desk->turns.paused = !desk->turns.paused;
    } else if (ui_letter(ui, 'f')) {
        desk->turns.hurried = true;
        desk->turns.rest = 0;
    } else if (ui_letter(ui, 'b')) {
        desk_open(desk, SCREEN_REPLAY);
    }
}

/* What the market and operations change; on its way, while it moves. */
static void draw_position(Table *table, const TablePlan *plan)
{
    Desk *desk = table->desk;
    const State *shown = table->shown;
    Scene moving;

    if (motion_runs(&desk->motion)) {
        moving = desk->scene;
        motion_scene(&desk->motion, &moving);
        table->scene = &moving;
        table->shown = &moving.view.known;
        table->motion = &desk->motion;
    }
    table_world(table, plan->bar);
    table_panel(table, BLOC_US, plan->panel[BLOC_US]);
    table_panel(table, BLOC_CN, plan->panel[BLOC_CN]);
    table_map(table, plan->board);
    if (table->motion != NULL) {
        motion_caption(table->ui, table->motion, plan->board);
    }
    table->scene = &desk->scene;
    table->shown = shown;
    table->motion = NULL;
}

void screen_table(Ui *ui, Desk *desk)
{
    enum { LOW = 700 };
    bool pointed = desk->table.points;
    Action last = desk->table.pointed;
    Table table = {.ui = ui,
                   .desk = desk,
                   .scene = &desk->scene,
                   .seat = match_seat(desk->match, 0),
                   .small = ui->list->h < LOW};
    TablePlan plan = table_plan(ui->list->w, ui->list->h, ui->theme);

    table_try_pointed(desk);
    table.shown = ui->input.space_held ? &desk->scene.ahead : &desk->scene.view.known;
    draw_position(&table, &plan);
    if (!motion_runs(&desk->motion)) {
        table_banner(&table, plan.board);
    }
    table_clock(&table, plan.board);
    table_strip(&table, &plan);
    table_inspector(&table, &plan);
    table_spotlight(&table);
    answer_hint(ui, desk);
    hint_panel(ui, desk, &desk->scene, table_hint_box(&plan, &desk->scene));
    answer_letters(ui, desk);
    if (ui_key(ui, UI_KEY_BACK)) {
        if (desk->table.pinned.kind != SUBJECT_NONE) {
            desk->table.pinned = (Subject){.kind = SUBJECT_NONE};
        } else if (desk->table.card >= 0 || desk->table.nation >= 0) {
            desk->table.card = -1;
            desk->table.nation = -1;
        } else {
            desk_back(desk);
        }
    }
    desk->again = desk->again || pointed != desk->table.points ||
                  (pointed && !action_equal(last, desk->table.pointed));
}
