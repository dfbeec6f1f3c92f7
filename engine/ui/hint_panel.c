#include "ui/hint_panel.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "text/hint_text.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/slice.h"
#include "ui/theme.h"
#include "ui/words.h"

enum { PAD = 12, GAP = 8, BAR_H = 6, RADIUS = 12, THOUSAND = 1000, KEY = 1, BADGE = 20 };

/* ---- the question ---- */

bool hint_can(const Scene *scene)
{
    return scene->chooser != SEAT_NOBODY && scene->legal.count > 0;
}

bool hint_is_open(const Desk *desk)
{
    return desk->hint != NULL;
}

void hint_close(Desk *desk)
{
    if (desk->hint != NULL) {
        hint_free(desk->hint->hint);
        free(desk->hint);
        desk->hint = NULL;
    }
}

void hint_open(Desk *desk, const Scene *scene)
{
    hint_close(desk);
    HintDesk *made = calloc(1, sizeof *made);
    if (made == NULL) {
        return;
    }
    if (!desk_went_well(desk, hint_new(&made->hint, HINT_ITERATIONS, scene->rules, &desk->err))) {
        free(made);
        return;
    }
    made->slice = SLICE_FIRST;
    made->other = -1;
    made->view = scene->view;
    made->legal = scene->legal;
    hint_begin(made->hint, &made->view, &made->legal, KEY);
    desk->hint = made;
}

static bool is_about(const HintDesk *hint, const Scene *scene)
{
    return hint_can(scene) && hint->view.viewer == scene->view.viewer &&
           state_equal(&hint->view.known, &scene->view.known);
}

static void search_on(Desk *desk, int passed)
{
    enum { LEAST = 16 };
    HintDesk *hint = desk->hint;

    if (hint->done) {
        return;
    }
    hint->slice = slice_next(hint->slice, passed, LEAST);
    hint->spent += hint->slice;
    hint->done = hint_step(hint->hint, hint->slice);
    hint_result(hint->hint, &hint->result);
    desk->again = true;
}

/* ---- what is said ---- */

static HintSaid said_of(const HintDesk *hint, const HintAction *item)
{
    const HintReason *reason = &item->reason;

    return (HintSaid){.bloc = seat_bloc(hint->result.seat),
                      .action = item->action,
                      .win = item->win,
                      .share = item->share,
                      .visits = (int)item->visits,
                      .playouts = (int)hint->result.playouts,
                      .preferred = item->index == hint->result.item[0].index,
                      .has_other = reason->against >= 0,
                      .other = hint->legal.item[reason->against >= 0 ? reason->against : 0],
                      .after = reason->after,
                      .other_after = reason->other,
                      .forecast = &reason->forecast};
}

static void flow_text(Ui *ui, Box *box, Style style, const char *text)
{
    int height = ui_paragraph_height(ui, box->w, style.type, text);

    height = height < box->h ? height : box->h;
    ui_paragraph(ui, box_cut_top(box, height, 4), style, text);
}

static void draw_bar(Ui *ui, Box box, int share, Ink ink)
{
    draw_round(ui->list, box, look_fill(INK_WELL, BAR_H / 2));
    box.w = box.w * share / THOUSAND;
    draw_round(ui->list, box, look_fill(ink, BAR_H / 2));
}

static void draw_progress(Ui *ui, const Desk *desk, Box *box)
{
    const HintDesk *hint = desk->hint;
    int spent = hint->spent < HINT_ITERATIONS ? hint->spent : HINT_ITERATIONS;
    char text[PHRASE_SIZE];
    const TextArgument words[] = {words_number("n", spent), words_number("all", HINT_ITERATIONS),
                                  words_end};

    text_format(text, sizeof text,
                hint->done ? say(desk->voice, "{all} playouts of what this seat may know")
                           : say(desk->voice, "Searching: {n} of {all} playouts"),
                words);
    flow_text(ui, box, (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true}, text);
    if (!hint->done) {
        draw_bar(ui, box_cut_top(box, BAR_H, GAP), spent * THOUSAND / HINT_ITERATIONS, INK_ACCENT);
    }
}

/* An action with its rank; the one that was chosen with its reason. */
static void draw_item(Ui *ui, Desk *desk, Box *box, int n)
{
    HintDesk *hint = desk->hint;
    const HintAction *item = &hint->result.item[n];
    const Rules *rules = desk->rules;
    HintSaid said = said_of(hint, item);
    char text[HINT_TEXT_SIZE];
    char rank[16];
    Box start = *box;

    hint_print_action(text, desk->voice, rules, &said);
    Box badge = {box->x, box->y, BADGE, BADGE};
    Box words = {box->x + BADGE + GAP, box->y, box->w - BADGE - GAP, box->h};
    flow_text(ui, &words, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, text);
    draw_bar(ui, box_cut_top(&words, BAR_H, 6), item->share, ink_of_bloc(said.bloc));
    Box all = {start.x - 4, start.y - 4, start.w + 8, words.y - start.y + 2};
    UiTouch touch = ui_zone(ui, ui_id("hint", n), all);
    if (touch.focused || touch.hot) {
        ui_ring(ui, box_inset(all, 2), 6, INK_ACCENT);
    }
    if (touch.clicked) {
        hint->shown = n;
        hint->other = -1;
        desk->again = true;
    }
    draw_round(ui->list, badge, look_fill(n == hint->shown ? INK_ACCENT : INK_WELL, BADGE / 2));
    snprintf(rank, sizeof rank, "%d", n + 1);
    ui_text(ui, badge,
            (Style){TYPE_STRONG, n == hint->shown ? INK_ON_ACCENT : INK_HIGH, ALIGN_CENTRE, true},
            rank);
    if (n == hint->shown && hint->done) {
        hint_print_reason(text, desk->voice, rules, &said);
        flow_text(ui, &words, (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true}, text);
    }
    box_cut_top(box, words.y - start.y, GAP);
}

/* ---- why not another ---- */

/* What is pointed at on the table comes first. */
static int other_now(const Desk *desk)
{
    const HintDesk *hint = desk->hint;

    for (int i = 0; desk->table.points && i < hint->legal.count; i++) {
        if (action_equal(hint->legal.item[i], desk->table.pointed)) {
            return i;
        }
    }
    return hint->other;
}

static void draw_why_not(Ui *ui, Desk *desk, Box *box, int index)
{
    HintDesk *hint = desk->hint;
    HintAction best;
    HintAction other;
    char text[HINT_TEXT_SIZE];
    char action[ACTION_LABEL_SIZE];

    hint_why_not(hint->hint, index, &best, &other);
    HintSaid said = said_of(hint, &other);
    text_action(action, sizeof action, desk->voice, desk->rules, other.action);
    const TextArgument words[] = {words_text("action", action), words_end};
    text_format(text, sizeof text, say(desk->voice, "Why not {action}?"), words);
    flow_text(ui, box, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, text);
    hint_print_reason(text, desk->voice, desk->rules, &said);
    flow_text(ui, box, (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true}, text);
}

static void draw_buttons(Ui *ui, Desk *desk, Box box)
{
    HintDesk *hint = desk->hint;
    const Button why = {
        .id = ui_id("why not", 0),
        .label = say(desk->voice, C_("button", "Why not?")),
        .icon = -1,
        .key = 'n',
        .refusal = hint->legal.count > 1 ? NULL : say(desk->voice, "There is no other choice."),
        .tip = say(desk->voice, "Compare the next of the other choices with the best; or point at "
                                "one on the table")};
    const Button close = {.id = ui_id("close hint", 0),
                          .label = say(desk->voice, "Close"),
                          .icon = -1,
                          .key = 'h'};

    if (ui_button(ui, box_column(box, 0, 2, GAP), &why)) {
        hint->other = (hint->other + 1) % hint->legal.count;
        desk->again = true;
    }
    if (ui_button(ui, box_column(box, 1, 2, GAP), &close)) {
        hint_close(desk);
    }
}

/* ---- the panel ---- */

void hint_panel(Ui *ui, Desk *desk, const Scene *scene, Box box)
{
    enum { BUTTON_H = 30, WIDEST = 460, LEAST_W = 300 };
    HintDesk *hint = desk->hint;

    if (hint == NULL) {
        return;
    }
    if (!is_about(hint, scene)) {
        hint_close(desk);
        return;
    }
    search_on(desk, ui->input.passed);
    if (ui_key(ui, UI_KEY_BACK)) {
        hint_close(desk);
        return;
    }
    draw_shadow(ui->list, box, RADIUS, 18);
    draw_round(ui->list, box, look_edge(INK_PANEL, RADIUS, INK_ACCENT, 1));
    ui_zone(ui, ui_id("hint panel", 0), box); /* what lies below cannot be pointed at */
    Box inside = box_inset(box, PAD);
    Box buttons = box_cut_bottom(&inside, BUTTON_H, GAP);
    const TextArgument words[] = {
        words_text("seat", text_seat(desk->voice, scene->view.known.seat_count, scene->chooser)),
        words_end};
    char text[PHRASE_SIZE];
    text_format(text, sizeof text, say(desk->voice, "Hint for {seat}"), words);
    flow_text(ui, &inside, (Style){TYPE_HEAD, INK_HIGH, ALIGN_LEFT, true}, text);
    draw_progress(ui, desk, &inside);
    int other = hint->done ? other_now(desk) : -1;
    for (int n = 0; n < hint->result.count && (other < 0 || n == 0); n++) {
        draw_item(ui, desk, &inside, n);
    }
    if (other >= 0) {
        draw_why_not(ui, desk, &inside, other);
    }
    draw_buttons(ui, desk, buttons);
}
