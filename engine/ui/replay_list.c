/* The decisions of the round that is shown: who, what, and what it did to the public chance. */

#include <stdbool.h>
#include <stdio.h>

#include "core/state.h"
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
#include "ui/words.h"

enum { MARK = 12, GAP = 6, CHANGE_TEXT_SIZE = 16, ROW_GAP = 2 };

typedef struct List {
    Ui *ui;
    Desk *desk;
    int text_w, number_w, change_w, line;
} List;

static int row_height(const List *list, int number)
{
    char text[ACTION_LABEL_SIZE];

    replay_tell(text, sizeof text, list->desk, number);
    return ui_paragraph_height(list->ui, list->text_w, TYPE_BODY, text) + ROW_GAP;
}

/* The mark "!" of a mistake takes the place of the number. */
static void draw_number(const List *list, Box box, int number)
{
    const DecisionAnalysis *found = replay_judgement(list->desk->replay, number);
    bool mistake = found != NULL && found->mistake;
    char text[16];

    snprintf(text, sizeof text, mistake ? "%d!" : "%d", number + 1);
    ui_text(list->ui, box, (Style){TYPE_SMALL, mistake ? INK_RISK : INK_LOW, ALIGN_RIGHT, false},
            text);
}

static void draw_change(const List *list, Box box, int number)
{
    const Replay *replay = list->desk->replay;
    char text[CHANGE_TEXT_SIZE];
    int change = replay->chance[number + 1] - replay->chance[number];

    replay_points(text, sizeof text, change);
    ui_text(list->ui, box,
            (Style){TYPE_SMALL,
                    change > 0   ? INK_US
                    : change < 0 ? INK_CN
                                 : INK_LOW,
                    ALIGN_RIGHT, false},
            text);
}

static void draw_row(const List *list, Box row, int number)
{
    Ui *ui = list->ui;
    Replay *replay = list->desk->replay;
    UiTouch touch = ui_zone(ui, ui_id("decision", number), row);
    char text[ACTION_LABEL_SIZE];
    Box first = {row.x + 4, row.y, row.w - 8, list->line + ROW_GAP};

    if (number == replay->at || touch.hot) {
        draw_round(ui->list, row, look_fill(number == replay->at ? INK_WELL : INK_RAISED, 4));
    }
    if (number == replay->at) {
        draw_round(ui->list, (Box){row.x, row.y, 3, row.h}, look_fill(INK_ACCENT, 1));
    }
    if (touch.focused) {
        ui_ring(ui, box_inset(row, 3), 4, INK_ACCENT);
    }
    draw_number(list, box_cut_left(&first, list->number_w, GAP), number);
    Box mark = box_cut_left(&first, MARK, GAP);
    replay_mark(ui, box_around(box_centre(mark), MARK, MARK), replay->history.choice[number].seat,
                "");
    draw_change(list, box_cut_right(&first, list->change_w, GAP), number);
    replay_tell(text, sizeof text, list->desk, number);
    ui_paragraph(ui, (Box){first.x, row.y + 1, list->text_w, row.h},
                 (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, text);
    if (touch.clicked) {
        replay->plays = false;
        replay_go(replay, number);
    }
}

/* From which decision on: the one at the cursor stands there, with one before it if there is room. */
static int first_shown(const List *list, int room, int first, int end)
{
    int at = list->desk->replay->at;
    int from = at < end ? at : end - 1;
    int used = 0;
    bool grows = true;

    if (first == end) {
        return end; /* nothing was chosen yet */
    }
    for (int n = from; n < end && used <= room; n++) {
        used += row_height(list, n);
    }
    if (from > first && row_height(list, from) + row_height(list, from - 1) <= room) {
        from--;
        used += row_height(list, from);
    }
    while (grows && from > first) {
        used += row_height(list, from - 1);
        grows = used <= room;
        from -= grows;
    }
    return from;
}

static void draw_heading(const List *list, Box box)
{
    const Replay *replay = list->desk->replay;
    const Voice *voice = list->desk->voice;
    char text[PHRASE_SIZE];
    const TextArgument words[] = {words_number("n", replay->history.state[replay->at].round),
                                  words_end};
    Style style = {TYPE_CAPTION, INK_LOW, ALIGN_RIGHT, true};

    text_format(text, sizeof text, say(voice, "Decisions of round {n}"), words);
    const char *change = say(voice, C_("column", "US %"));
    ui_text(list->ui, box_cut_right(&box, ui_width(list->ui, TYPE_CAPTION, change) + 4, GAP), style,
            change);
    style.align = ALIGN_LEFT;
    ui_text(list->ui, box, style, text);
}

void replay_list(Ui *ui, Desk *desk, Box box)
{
    Box inside = replay_panel(ui, box);
    List list = {ui,
                 desk,
                 0,
                 ui_width(ui, TYPE_SMALL, "000!"),
                 ui_width(ui, TYPE_SMALL, "+00.0"),
                 ui_line(ui, TYPE_BODY)};
    int first;
    int end;

    list.text_w = inside.w - 8 - list.number_w - MARK - list.change_w - 3 * GAP;
    replay_round(desk->replay, &first, &end);
    draw_heading(&list, box_cut_top(&inside, ui_line(ui, TYPE_CAPTION), 2));
    for (int n = first_shown(&list, inside.h, first, end); n < end; n++) {
        int height = row_height(&list, n);
        if (height > inside.h) {
            break;
        }
        draw_row(&list, box_cut_top(&inside, height, 0), n);
    }
}
