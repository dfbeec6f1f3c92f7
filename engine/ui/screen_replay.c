/* A game looked at again: the table as it was, and below it where one is in the game. */

#include <stdbool.h>
#include <stddef.h>

#include "core/action.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/history.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/dialog.h"
#include "ui/draw.h"
#include "ui/hint_panel.h"
#include "ui/replay.h"
#include "ui/replay_parts.h"
#include "ui/retry.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/table.h"
#include "ui/ui.h"

enum { LOW = 700 };

static bool is_retrying(const Replay *replay)
{
    return replay->retry.phase != RETRY_OFF;
}

/* ---- what goes on by itself ---- */

static void play_on(Desk *desk, Replay *replay, int passed)
{
    enum { STEP = 900 }; /* milliseconds that a position is shown */

    if (!replay->plays) {
        return;
    }
    replay->waited += passed;
    if (replay->waited >= STEP) {
        replay_go(replay, replay->at + 1);
    }
    replay->plays = replay->at < replay->history.count;
    desk->soon = replay->plays;
}

static void work_on(Desk *desk, Replay *replay, int passed)
{
    if (replay->analysis != NULL && !replay_analyse(replay, passed)) {
        desk->again = true;
    }
    if (replay->retry.phase == RETRY_WEIGHS) {
        desk->again = true;
    }
    retry_step(replay);
}

/* ---- keys ---- */

static void answer_steps(Ui *ui, Replay *replay)
{
    int at = replay->at;

    ui->steps = true;
    if (ui_key(ui, UI_KEY_LEFT)) {
        at--;
    } else if (ui_key(ui, UI_KEY_RIGHT)) {
        at++;
    } else if (ui_key(ui, UI_KEY_PAGE_UP)) {
        at = replay_round_before(replay);
    } else if (ui_key(ui, UI_KEY_PAGE_DOWN)) {
        at = replay_round_after(replay);
    } else if (ui_key(ui, UI_KEY_FIRST)) {
        at = 0;
    } else if (ui_key(ui, UI_KEY_LAST)) {
        at = replay->history.count;
    } else {
        return;
    }
    replay->plays = false;
    replay_go(replay, at);
}

/* Esc takes back what was begun last, and then leaves. */
static void go_back(Desk *desk)
{
    Replay *replay = desk->replay;

    if (desk->table.pinned.kind != SUBJECT_NONE) {
        desk->table.pinned = (Subject){.kind = SUBJECT_NONE};
    } else if (desk->table.card >= 0 || desk->table.nation >= 0) {
        desk->table.card = -1;
        desk->table.nation = -1;
    } else if (is_retrying(replay)) {
        retry_end(replay);
    } else if (replay->analysis != NULL && !replay->analysed) {
        replay_drop_analysis(replay);
    } else {
        replay_close(desk);
        desk_back(desk);
    }
}

/* ---- drawing ---- */

static void look(Desk *desk)
{
    const Replay *replay = desk->replay;

    scene_look_at(&desk->scene, &replay->history.state[replay->at], replay->history.rules,
                  desk->voice, replay_viewer(replay));
}

/* Nothing on the board can be chosen while one only looks. */
static void draw_table(Table *table, const TablePlan *plan)
{
    Scene *scene = &table->desk->scene;
    ActionList legal = scene->legal;
    bool asks = table->retries;

    scene->legal.count = asks ? legal.count : 0;
    table_world(table, plan->bar);
    table_panel(table, BLOC_US, plan->panel[BLOC_US]);
    table_panel(table, BLOC_CN, plan->panel[BLOC_CN]);
    table_map(table, plan->board);
    if (asks) {
        replay_retry_banner(table->ui, table->desk, plan->board);
        table_strip(table, plan);
    } else if (table->desk->replay->tab == REPLAY_CARDS && !is_retrying(table->desk->replay)) {
        table_hand(table, plan->strip);
    }
    scene->legal = legal;
}

static void draw_strip(Ui *ui, Desk *desk, const TablePlan *plan)
{
    enum { GRAPH_PERCENT = 60, PERCENT = 100 };
    Replay *replay = desk->replay;
    Box strip = plan->strip;

    if (is_retrying(replay)) {
        replay_retry_answer(ui, desk, strip);
        replay_retry_buttons(ui, desk, plan->action);
        return;
    }
    switch (replay->tab) {
    case REPLAY_CHANCES: {
        Box graph = box_cut_left(&strip, strip.w * GRAPH_PERCENT / PERCENT, plan->gap);
        replay_graph(ui, desk, graph);
        replay_list(ui, desk, strip);
        break;
    }
    case REPLAY_SKILL:
        replay_skill(ui, desk, strip);
        break;
    case REPLAY_CARDS: /* is drawn with the table */
    case REPLAY_TAB_COUNT:
        break;
    }
    replay_buttons(ui, desk, plan->action);
}

/* Over the panel of the side that does not choose. */
static void draw_hint(Ui *ui, Desk *desk, const TablePlan *plan)
{
    const Scene *scene = &desk->scene;

    hint_panel(ui, desk, scene, table_hint_box(plan, scene));
}

static void draw_screen(Ui *ui, Desk *desk)
{
    Replay *replay = desk->replay;
    TablePlan plan = table_plan(ui->list->w, ui->list->h, ui->theme);

    look(desk);
    Table table = {.ui = ui,
                   .desk = desk,
                   .scene = &desk->scene,
                   .seat = replay->seat,
                   .shown = ui->input.space_held ? &desk->scene.ahead : &desk->scene.view.known,
                   .retries = replay->retry.phase == RETRY_ASKS,
                   .small = ui->list->h < LOW};
    bool asked = table.retries;
    table_try_pointed(desk);
    draw_table(&table, &plan);
    if (!asked) {
        draw_strip(ui, desk, &plan);
    }
    table_inspector(&table, &plan);
    table_spotlight(&table);
    draw_hint(ui, desk, &plan);
}

void screen_replay(Ui *ui, Desk *desk)
{
    UiInput input = ui->input;

    if (!replay_ready(desk)) {
        desk_back(desk);
        return;
    }
    Replay *replay = desk->replay;
    bool asks = replay->asks_start;
    if (asks) {
        dialog_hold(ui);
    } else if (replay->retry.phase != RETRY_ASKS) {
        answer_steps(ui, replay);
    }
    work_on(desk, replay, ui->input.passed);
    play_on(desk, replay, ui->input.passed);
    draw_screen(ui, desk);
    if (asks) {
        ui->input = input;
        replay_ask_start(ui, desk);
    } else if (ui_key(ui, UI_KEY_BACK)) {
        go_back(desk);
    }
}
