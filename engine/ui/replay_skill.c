/* Skill and luck of each seat, apart, as backgammon programs tell them; and the worst choices. */

#include <stdbool.h>
#include <stdio.h>

#include "core/state.h"
#include "core/vocab.h"
#include "match/analysis.h"
#include "match/history.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/replay.h"
#include "ui/replay_parts.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { GAP = 8, MARK = 14, WORST = 3, COLUMNS = 4, NUMBER_SIZE = 24 };

static bool may_see(const Replay *replay, Seat seat)
{
    return replay->eyes == EYES_ALL || replay->eyes == seat;
}

static void draw_heads(Ui *ui, const Desk *desk, Box row)
{
    const char *const head[COLUMNS] = {N_("Choices"), N_("Mistakes"), N_("Given away"),
                                       C_("of a game", "Luck")};

    ui_text(ui, box_cut_left(&row, row.w / 3, GAP),
            (Style){TYPE_CAPTION, INK_LOW, ALIGN_LEFT, true}, say(desk->voice, "Points of 100"));
    for (int n = 0; n < COLUMNS; n++) {
        ui_text(ui, box_column(row, n, COLUMNS, GAP),
                (Style){TYPE_CAPTION, INK_LOW, ALIGN_RIGHT, true}, say(desk->voice, head[n]));
    }
}

/* What others' luck was hangs on hands that are hidden before the end. */
static void draw_seat(Ui *ui, const Desk *desk, Box row, Seat seat)
{
    const Replay *replay = desk->replay;
    char text[COLUMNS][NUMBER_SIZE];
    SeatAnalysis sum;
    Box name = box_cut_left(&row, row.w / 3, GAP);
    Box mark = box_cut_left(&name, MARK, GAP);

    analysis_seat(replay->analysis, seat, &sum);
    snprintf(text[0], NUMBER_SIZE, "%d", sum.choices);
    snprintf(text[1], NUMBER_SIZE, "%d", sum.mistakes);
    replay_points(text[2], NUMBER_SIZE, (int)-sum.loss);
    if (replay->all_open) {
        replay_points(text[3], NUMBER_SIZE, (int)sum.luck);
    } else {
        snprintf(text[3], NUMBER_SIZE, "–");
    }
    replay_mark(ui, box_around(box_centre(mark), MARK, MARK), seat, "");
    ui_text(ui, name, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true},
            text_seat(desk->voice, replay->history.setup.seat_count, seat));
    for (int n = 0; n < COLUMNS; n++) {
        ui_text(ui, box_column(row, n, COLUMNS, GAP),
                (Style){TYPE_NUMBER, INK_HIGH, ALIGN_RIGHT, false}, text[n]);
    }
}

static void draw_worst(Ui *ui, Desk *desk, Box box)
{
    Replay *replay = desk->replay;
    int worst[WORST * SEATS_MAX];
    int count = analysis_worst(replay->analysis, worst, WORST * SEATS_MAX);
    int shown = 0;

    ui_text(ui, box_cut_top(&box, ui_line(ui, TYPE_CAPTION), 4),
            (Style){TYPE_CAPTION, INK_LOW, ALIGN_LEFT, true},
            say(desk->voice, "The most costly choices"));
    for (int n = 0; n < count && shown < WORST; n++) {
        const DecisionAnalysis *found = replay_judgement(replay, worst[n]);
        char label[ACTION_LABEL_SIZE];
        char loss[NUMBER_SIZE];
        if (found == NULL || found->loss <= 0) {
            continue;
        }
        replay_tell(label, sizeof label, desk, worst[n]);
        replay_points(loss, sizeof loss, -found->loss);
        const Button button = {.id = ui_id("worst", shown),
                               .label = label,
                               .icon = -1,
                               .detail = loss};
        if (ui_button(ui, box_row(box, shown, WORST, 4), &button)) {
            replay_go(replay, worst[n]);
            replay->tab = REPLAY_CHANCES;
        }
        shown++;
    }
}

void replay_skill(Ui *ui, Desk *desk, Box box)
{
    const Replay *replay = desk->replay;
    Box inside = replay_panel(ui, box);
    int step = SEATS_MAX / replay->history.setup.seat_count;

    if (!replay->analysed) {
        ui_paragraph(ui, inside, (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true},
                     say(desk->voice,
                         "An analysis judges every choice by what its seat knew: skill is what "
                         "choices gave away, luck what deals, dice and reveals brought. Press A to "
                         "begin; it goes on while you look around."));
        return;
    }
    Box right = box_cut_right(&inside, inside.w * 45 / 100, 2 * GAP);
    draw_heads(ui, desk, box_cut_top(&inside, ui_line(ui, TYPE_CAPTION), 4));
    for (Seat seat = 0; seat < SEATS_MAX; seat += step) {
        if (may_see(replay, seat)) {
            draw_seat(ui, desk, box_cut_top(&inside, ui_line(ui, TYPE_NUMBER) + 2, 0), seat);
        }
    }
    draw_worst(ui, desk, right);
}
