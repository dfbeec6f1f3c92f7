/* The box at the right: steps, whose eyes, analysis, and what can be done from here. */

#include <stdbool.h>
#include <stddef.h>

#include "core/state.h"
#include "core/view.h"
#include "match/analysis.h"
#include "match/history.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/hint_panel.h"
#include "ui/icon.h"
#include "ui/replay.h"
#include "ui/replay_parts.h"
#include "ui/retry.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { GAP = 5, ROWS = 4 };

/* ---- steps ---- */

static void toggle_play(Replay *replay)
{
    replay->plays = !replay->plays;
    replay->waited = 0;
    if (replay->plays && replay->at == replay->history.count) {
        replay_go(replay, 0);
    }
}

static bool step_button(Ui *ui, Box box, int n, const Button *button)
{
    enum { STEPS = 5 };

    return ui_button(ui, box_column(box, n, STEPS, GAP), button);
}

static void draw_steps(Ui *ui, Desk *desk, Box box)
{
    Replay *replay = desk->replay;
    const Voice *voice = desk->voice;
    const Button before = {.id = ui_id("step", 0),
                           .icon = ICON_BACKWARD,
                           .tip = say(voice, "To the round before (Page Up)")};
    const Button back = {.id = ui_id("step", 1),
                         .icon = ICON_LEFT,
                         .tip = say(voice, "One decision back (←)")};
    const Button play = {.id = ui_id("step", 2),
                         .icon = replay->plays ? ICON_PAUSE : ICON_PLAY,
                         .key = 'p',
                         .tip = say(voice, "Play or pause (P)")};
    const Button on = {.id = ui_id("step", 3),
                       .icon = ICON_RIGHT,
                       .tip = say(voice, "One decision on (→)")};
    const Button after = {.id = ui_id("step", 4),
                          .icon = ICON_FORWARD,
                          .tip = say(voice, "To the next round (Page Down)")};

    if (step_button(ui, box, 0, &before)) {
        replay_go(replay, replay_round_before(replay));
    }
    if (step_button(ui, box, 1, &back)) {
        replay_go(replay, replay->at - 1);
    }
    if (step_button(ui, box, 2, &play)) {
        toggle_play(replay);
    }
    if (step_button(ui, box, 3, &on)) {
        replay_go(replay, replay->at + 1);
    }
    if (step_button(ui, box, 4, &after)) {
        replay_go(replay, replay_round_after(replay));
    }
}

/* ---- eyes, tabs ---- */

static const char *eyes_label(const Desk *desk)
{
    const Replay *replay = desk->replay;

    return replay->eyes == EYES_ALL ? say(desk->voice, C_("eyes", "All hands"))
           : replay->eyes == SEAT_NOBODY
               ? say(desk->voice, C_("eyes", "No hand"))
               : text_seat(desk->voice, replay->history.setup.seat_count, replay->eyes);
}

static void draw_eyes(Ui *ui, Desk *desk, Box box)
{
    Replay *replay = desk->replay;
    Button button = {.id = ui_id("eyes", 0),
                     .label = eyes_label(desk),
                     .icon = ICON_EYE,
                     .key = 'v',
                     .tip = say(desk->voice, "Through whose eyes: what they could not see stays "
                                             "hidden, and mistakes are theirs")};

    if (!replay->all_open && replay->person < 0) {
        button.refusal = say(desk->voice, "Hands can be seen when the game is over.");
    }
    if (ui_button(ui, box, &button)) {
        replay_next_eyes(replay);
        desk->again = true;
    }
}

static void draw_tab(Ui *ui, Desk *desk, Box box)
{
    static const char *const label[REPLAY_TAB_COUNT] = {
        C_("button", "Cards"), C_("button", "Skill"), C_("button", "Chances")};
    static const Icon icon[REPLAY_TAB_COUNT] = {ICON_CARD, ICON_LENS, ICON_VALUATION};
    Replay *replay = desk->replay;
    const Button button = {.id = ui_id("replay tab", 0),
                           .label = say(desk->voice, label[replay->tab]),
                           .icon = (int)icon[replay->tab],
                           .key = 't',
                           .tip = say(desk->voice, "Chances and decisions, the hand, or skill and "
                                                   "luck")};

    if (ui_button(ui, box, &button)) {
        replay->tab = (ReplayTab)((replay->tab + 1) % REPLAY_TAB_COUNT);
        desk->again = true;
    }
}

/* ---- analysis ---- */

static void draw_progress(Ui *ui, const Desk *desk, Box box)
{
    const Replay *replay = desk->replay;
    int done = analysis_done(replay->analysis);
    char text[PHRASE_SIZE];
    const TextArgument words[] = {words_number("n", done),
                                  words_number("all", replay->history.count), words_end};
    Box bar = {box.x, box.y + box.h - 5, box.w, 5};

    text_format(text, sizeof text, say(desk->voice, "Analysis {n}/{all} · Esc"), words);
    ui_text(ui, (Box){box.x, box.y, box.w, box.h - 6},
            (Style){TYPE_SMALL, INK_HIGH, ALIGN_LEFT, true}, text);
    draw_round(ui->list, bar, look_fill(INK_WELL, 2));
    bar.w = replay->history.count == 0 ? 0 : bar.w * done / replay->history.count;
    draw_round(ui->list, bar, look_fill(INK_ACCENT, 2));
}

static void draw_analysis(Ui *ui, Desk *desk, Box box)
{
    Replay *replay = desk->replay;
    bool seen = replay->eyes != SEAT_NOBODY;
    const Button analyse = {
        .id = ui_id("analyse", 0),
        .label =
            say(desk->voice, replay->analysed ? C_("button", "Mistake") : C_("button", "Analyse")),
        .icon = ICON_LENS,
        .key = (char)(replay->analysed ? 'm' : 'a'),
        .refusal = seen ? NULL : say(desk->voice, "Choices are judged through a seat's eyes."),
        .tip = say(desk->voice, replay->analysed ? N_("To the next mistake")
                                                 : N_("Judge every choice by what its seat knew"))};

    if (replay->analysis != NULL && !replay->analysed) {
        draw_progress(ui, desk, box);
        return;
    }
    if (!ui_button(ui, box, &analyse)) {
        return;
    }
    if (!replay->analysed) {
        desk_went_well(desk, replay_begin_analysis(replay, &desk->err));
        return;
    }
    int next = replay_mistake(replay, replay->at + 1);
    next = next < 0 ? replay_mistake(replay, 0) : next;
    if (next >= 0) {
        replay_go(replay, next);
    } else {
        desk_notice(desk, say(desk->voice, "No choice was certainly a mistake."));
    }
}

static void draw_retry(Ui *ui, Desk *desk, Box box)
{
    Replay *replay = desk->replay;
    const Button button = {.id = ui_id("retry", 0),
                           .label = say(desk->voice, C_("button", "Find better")),
                           .icon = ICON_UNDO,
                           .key = 'r',
                           .refusal =
                               replay->eyes == SEAT_NOBODY
                                   ? say(desk->voice, "Choices are judged through a seat's eyes.")
                                   : NULL,
                           .tip = say(desk->voice, "Stop before each mistake, and choose again")};

    if (!ui_button(ui, box, &button)) {
        return;
    }
    if (replay->analysis == NULL &&
        !desk_went_well(desk, replay_begin_analysis(replay, &desk->err))) {
        return;
    }
    retry_begin(replay);
    desk->again = true;
}

/* ---- from here ---- */

static void draw_from_here(Ui *ui, Desk *desk, Box box)
{
    enum { SMALL_W = 36 };
    Replay *replay = desk->replay;
    const Voice *voice = desk->voice;
    const Button copy = {.id = ui_id("copy", 0),
                         .icon = ICON_COPY,
                         .key = 'x',
                         .tip = say(voice, "Copy position and journal, for a bug report (X)")};
    const Button hint = {.id = ui_id("hint key", 0),
                         .icon = ICON_HINT,
                         .key = 'h',
                         .refusal =
                             replay_is_over(replay) ? say(voice, "Nobody chooses any more.") : NULL,
                         .tip = say(voice, "A hint for this position (H)")};
    const Button start = {.id = ui_id("start", 0),
                          .label = say(voice, C_("button", "Play from here")),
                          .icon = ICON_EVENT,
                          .key = 'c',
                          .primary = true,
                          .refusal =
                              replay_is_over(replay) ? say(voice, "The game is over here.") : NULL};

    if (ui_button(ui, box_cut_right(&box, SMALL_W, GAP), &copy)) {
        replay_copy(desk);
    }
    if (ui_button(ui, box_cut_right(&box, SMALL_W, GAP), &hint)) {
        hint_open(desk, &desk->scene);
    }
    if (ui_button(ui, box, &start)) {
        replay->plays = false;
        replay->asks_start = true;
        desk->again = true;
    }
}

void replay_buttons(Ui *ui, Desk *desk, Box box)
{
    Box inside = replay_panel(ui, box);
    Box second = box_row(inside, 1, ROWS, GAP);
    Box third = box_row(inside, 2, ROWS, GAP);

    draw_steps(ui, desk, box_row(inside, 0, ROWS, GAP));
    draw_eyes(ui, desk, box_column(second, 0, 2, GAP));
    draw_tab(ui, desk, box_column(second, 1, 2, GAP));
    draw_analysis(ui, desk, box_column(third, 0, 2, GAP));
    draw_retry(ui, desk, box_column(third, 1, 2, GAP));
    draw_from_here(ui, desk, box_row(inside, 3, ROWS, GAP));
}
