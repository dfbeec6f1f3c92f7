/* Choosing again where a mistake was made: the question over the board, and what comes of the answer. */

#include <stdbool.h>
#include <stdio.h>

#include "core/action.h"
#include "core/state.h"
#include "match/analysis.h"
#include "match/history.h"
#include "match/trial.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/replay.h"
#include "ui/replay_parts.h"
#include "ui/retry.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { GAP = 6, PERCENT = 100, TENTH = 10, CHANCE_SIZE = 16 };

/* ---- the question ---- */

void replay_retry_banner(Ui *ui, Desk *desk, Box board)
{
    enum { PAD = 14 };
    const Replay *replay = desk->replay;
    const Retry *retry = &replay->retry;
    char text[PHRASE_SIZE];
    const TextArgument words[] = {
        words_text("seat", text_seat(desk->voice, replay->history.setup.seat_count,
                                     replay->history.choice[replay->at].seat)),
        words_number("n", retry->met), words_end};

    text_format(text, sizeof text, say(desk->voice, "Mistake {n} · {seat}: find a better choice"),
                words);
    int width = ui_width(ui, TYPE_STRONG, text) + 2 * PAD;
    int height = ui_line(ui, TYPE_STRONG) + 8;
    width = width < board.w ? width : board.w;
    Box box = {board.x + (board.w - width) / 2, board.y + 2, width, height};
    draw_round(ui->list, box, look_fill(INK_ACCENT, height / 2));
    ui_text(ui, box, (Style){TYPE_STRONG, INK_ON_ACCENT, ALIGN_CENTRE, true}, text);
}

void replay_retry_skip(Ui *ui, Desk *desk, Box box)
{
    const Button button = {.id = ui_id("skip", 0),
                           .label = say(desk->voice, C_("button", "Skip")),
                           .icon = ICON_FORWARD,
                           .key = 'n',
                           .tip = say(desk->voice, "To the next mistake; Esc ends it")};

    if (ui_button(ui, box, &button)) {
        retry_next(desk->replay);
        desk->again = true;
    }
}

/* ---- the answer ---- */

static const char *verdict_text(RetryVerdict verdict)
{
    switch (verdict) {
    case VERDICT_BEST:
        return N_("Well found: the search knows nothing better.");
    case VERDICT_BETTER:
        return N_("Better than then. The search has something that is better still.");
    case VERDICT_ALIKE:
        return N_("About as good as what was chosen then: the playouts cannot tell them apart.");
    case VERDICT_WORSE:
        return N_("Not better this time: what was chosen then comes out ahead of it.");
    }
    return "";
}

/* "You now: Court India – 47.1 %", with a bar. */
static void draw_tried(Ui *ui, const Desk *desk, Box row, int tried)
{
    static const char *const who[] = {N_("Now"), N_("Then"), N_("Search")};
    const Trial *trial = &desk->replay->retry.trial;
    int win = trial_win(trial, tried);
    char action[ACTION_LABEL_SIZE];
    char chance[CHANCE_SIZE];
    Ink ink = tried == TRIED_ANSWER ? INK_ACCENT : INK_MID;

    snprintf(chance, sizeof chance, "%d.%d %%", win / PERCENT, win % PERCENT / TENTH);
    text_action(action, sizeof action, desk->voice, desk->rules, trial->action[tried]);
    Box label = box_cut_left(&row, ui_width(ui, TYPE_STRONG, "Search") + 14, GAP);
    ui_text(ui, label, (Style){TYPE_STRONG, ink, ALIGN_LEFT, true}, say(desk->voice, who[tried]));
    Box value = box_cut_right(&row, ui_width(ui, TYPE_NUMBER, "100.0 %"), GAP);
    ui_text(ui, value, (Style){TYPE_NUMBER, INK_HIGH, ALIGN_RIGHT, false}, chance);
    Box bar = box_cut_right(&row, row.w / 4, GAP);
    bar = (Box){bar.x, bar.y + bar.h / 2 - 4, bar.w, 8};
    draw_round(ui->list, bar, look_fill(INK_WELL, 4));
    bar.w = bar.w * win / ANALYSIS_CERTAIN;
    draw_round(ui->list, bar, look_fill(ink, 4));
    ui_text(ui, row, (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, action);
}

static void tell_progress(char *out, int size, const Desk *desk)
{
    const Replay *replay = desk->replay;
    const Retry *retry = &replay->retry;
    bool waits = retry->phase == RETRY_WAITS;
    const TextArgument words[] = {
        words_number("n", waits ? analysis_done(replay->analysis) : retry->trial.worlds),
        words_number("all", waits ? replay->history.count : retry->trial.config.playouts),
        words_number("met", retry->met), words_number("found", retry->found), words_end};
    const char *format =
        waits ? N_("The analysis looks for mistakes: decision {n} of {all}")
        : retry->phase == RETRY_WEIGHS ? N_("Your answer, what was chosen then and what the search "
                                            "preferred are played out in "
                                            "the same worlds: {n} of {all}")
        : retry->met == 0 ? N_("No choice was certainly a mistake: there is nothing to do better.")
                          : N_("These were all mistakes: {found} of {met} done better.");

    text_format(out, size, say(desk->voice, format), words);
}

void replay_retry_answer(Ui *ui, Desk *desk, Box box)
{
    const Replay *replay = desk->replay;
    Box inside = replay_panel(ui, box);
    char text[PHRASE_SIZE];

    if (replay->retry.phase != RETRY_TELLS) {
        tell_progress(text, sizeof text, desk);
        ui_paragraph(ui, inside, (Style){TYPE_CARD, INK_HIGH, ALIGN_LEFT, true}, text);
        return;
    }
    snprintf(text, sizeof text, "%s", say(desk->voice, verdict_text(retry_verdict(replay))));
    ui_text(ui, box_cut_top(&inside, ui_line(ui, TYPE_STRONG), GAP),
            (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, text);
    for (int n = 0; n < TRIAL_ACTIONS; n++) {
        draw_tried(ui, desk, box_cut_top(&inside, ui_line(ui, TYPE_BODY) + 4, 0), n);
    }
}

void replay_retry_buttons(Ui *ui, Desk *desk, Box box)
{
    enum { ROWS = 3 };
    Replay *replay = desk->replay;
    bool tells = replay->retry.phase == RETRY_TELLS;
    Box inside = replay_panel(ui, box);
    const Button next = {.id = ui_id("retry next", 0),
                         .label = say(desk->voice, C_("button", "Next mistake")),
                         .icon = ICON_FORWARD,
                         .key = '\n',
                         .primary = true};
    const Button again = {.id = ui_id("retry again", 0),
                          .label = say(desk->voice, C_("button", "Try again")),
                          .icon = ICON_UNDO,
                          .key = 'z'};
    const Button end = {.id = ui_id("retry end", 0),
                        .label = say(desk->voice, C_("button", "Back to the replay")),
                        .icon = ICON_CLOCK,
                        .key = 'q'};

    if (tells && ui_button(ui, box_row(inside, 0, ROWS, GAP), &next)) {
        retry_next(replay);
        desk->again = true;
    }
    if (tells && ui_button(ui, box_row(inside, 1, ROWS, GAP), &again)) {
        retry_again(replay);
        desk->again = true;
    }
    if (ui_button(ui, box_row(inside, 2, ROWS, GAP), &end)) {
        retry_end(replay);
        desk->again = true;
    }
}
