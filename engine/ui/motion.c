#include "ui/motion.h"

#include <string.h>

#include "core/explain.h"
#include "core/score.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/settings.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/turns.h"

void motion_places(Places *places, const State *state)
{
    memcpy(places->x, state->nation_x, sizeof places->x);
    memcpy(places->y, state->nation_y, sizeof places->y);
    memcpy(places->track, state->track, sizeof places->track);
}

/* What is known of the plateau does not move. */
static void put_places(State *state, const Places *places)
{
    int16_t known = state->track[SLOT_KNOWN];
    int16_t plateau = state->track[SLOT_PLATEAU];

    memcpy(state->nation_x, places->x, sizeof places->x);
    memcpy(state->nation_y, places->y, sizeof places->y);
    memcpy(state->track, places->track, sizeof places->track);
    state->track[SLOT_KNOWN] = known;
    state->track[SLOT_PLATEAU] = plateau;
}

/* ---- time ---- */

bool motion_runs(const Motion *motion)
{
    return motion->at < motion->count;
}

void motion_rest(Desk *desk)
{
    Motion *motion = &desk->motion;

    motion->count = motion->at = 0;
    if (desk->match != NULL) {
        motion->told = match_decision_count(desk->match);
        motion_places(&motion->from, &desk->scene.view.known);
    }
}

static bool shows_motion(const Desk *desk)
{
    const Motion *motion = &desk->motion;
    bool is_table = desk_screen(desk) == SCREEN_TABLE || desk_screen(desk) == SCREEN_TUTORIAL;

    return motion->on && desk->match != NULL && desk->bots_play && is_table &&
           !desk->turns.hurried &&
           (desk->settings.animation == SPEED_NORMAL || desk->settings.animation == SPEED_FAST);
}

static void advance(Desk *desk, int passed)
{
    Motion *motion = &desk->motion;

    motion->passed += passed;
    while (motion_runs(motion) && motion->passed >= motion->step[motion->at].length) {
        motion->passed -= motion->step[motion->at].length;
        motion->from = motion->step[motion->at].to;
        motion->at++;
    }
    if (!motion_runs(motion)) {
        motion_rest(desk);
    }
}

void motion_follow(Desk *desk, const Ui *ui)
{
    Motion *motion = &desk->motion;
    int first = motion->told;

    if (!shows_motion(desk) || match_decision_count(desk->match) < first) {
        motion_rest(desk);
    } else if (match_decision_count(desk->match) > first) {
        motion->count = motion->at = motion->passed = 0;
        motion_make_steps(desk, ui, first);
        motion->told = match_decision_count(desk->match);
        if (motion->count == 0) {
            motion_rest(desk);
        }
    } else if (motion_runs(motion)) {
        advance(desk, ui->input.passed);
    }
}

int motion_part(const Motion *motion)
{
    enum { SLIDES = 600 }; /* of 1000 parts of a step */
    int slide = motion->step[motion->at].length * SLIDES / MOTION_WHOLE;
    int part = motion->passed < slide ? motion->passed * MOTION_WHOLE / slide : MOTION_WHOLE;

    /* It sets out and arrives gently. */
    return part * part * (3 * MOTION_WHOLE - 2 * part) / (MOTION_WHOLE * MOTION_WHOLE);
}

/* ---- what ends it ---- */

/* Bots are hurried and halted, and screens opened, at any time. */
static bool means_more(const Ui *ui)
{
    const UiInput *input = &ui->input;

    return (input->key >= UI_KEY_FULL_SCREEN && input->key <= UI_KEY_CARDS) ||
           (input->key == UI_KEY_LETTER && (input->letter == 'f' || input->letter == 'p'));
}

void motion_answer(Desk *desk, Ui *ui)
{
    if (!motion_runs(&desk->motion) || (ui->input.key == UI_KEY_NONE && !ui->input.pressed)) {
        return;
    }
    if (!desk->motion.own && !means_more(ui)) {
        ui->input.key = UI_KEY_NONE;
        ui->input.pressed = false;
    }
    motion_rest(desk);
}

/* ---- what is shown ---- */

void motion_scene(const Motion *motion, Scene *scene)
{
    put_places(&scene->view.known, &motion->from);
    scene->ahead = scene->view.known;
    put_places(&scene->ahead, &motion->step[motion->at].to);
    scene->outlook = (Outlook){0};
    scene->score = (Score){0};
    scene->tried = false;
}

enum { PAD = 10, TOP = 6, LINES = 4, RADIUS = 10 };

static int text_width(Box board)
{
    return board.w - 4 * PAD;
}

bool motion_has_room(const Ui *ui, const char *caption)
{
    TablePlan plan = table_plan(ui->list->w, ui->list->h, ui->theme);
    Box box = {0, 0, text_width(plan.board), LINES * ui_line(ui, TYPE_BODY)};

    return ui_fits(ui, box, TYPE_BODY, caption, (Indent){0});
}

void motion_caption(Ui *ui, const Motion *motion, Box board)
{
    const Style style = {TYPE_BODY, INK_HIGH, ALIGN_CENTRE, true};
    const char *text = motion->step[motion->at].caption;

    if (text[0] == '\0') {
        return;
    }
    int room = text_width(board);
    int width = ui_width(ui, style.type, text) + 1;
    width = width < room ? width : room;
    int height = ui_paragraph_height(ui, width, style.type, text);
    Box box = {board.x + (board.w - width) / 2 - PAD, board.y + TOP, width + 2 * PAD, height + PAD};
    draw_shadow(ui->list, box, RADIUS, PAD);
    draw_round(ui->list, box, look_edge(INK_RAISED, RADIUS, INK_EDGE, 1));
    ui_paragraph(ui, (Box){box.x + PAD, box.y + PAD / 2, width, height}, style, text);
}
