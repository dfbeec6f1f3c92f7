/* The clock of who chooses, and whether bots think or wait. */

#include <stdbool.h>
#include <stdio.h>

#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"

enum { SECOND = 1000, MINUTE = 60, PAD = 8, ICON = 14 };

typedef struct Pill {
    char text[64];
    Icon icon;
    Ink fill, ink;
} Pill;

/* The time is over, and nothing else happens: it lights up in turns. */
static Ink flash(const Turns *turns)
{
    return turns->left <= 0 && turns->left / SECOND % 2 == 0 ? INK_RISK : INK_RAISED;
}

static bool fill_pill(Pill *pill, const Table *table)
{
    const Turns *turns = &table->desk->turns;
    const Voice *voice = table->desk->voice;
    int seconds = turns->left > 0 ? (turns->left + SECOND - 1) / SECOND : 0;

    *pill = (Pill){.icon = ICON_CLOCK, .fill = INK_RAISED, .ink = INK_HIGH};
    if (turns->paused) {
        snprintf(pill->text, sizeof pill->text, "%s", say(voice, "Paused (P)"));
    } else if (turns_clock_runs(table->desk)) {
        pill->fill = flash(turns);
        pill->ink = pill->fill == INK_RISK ? INK_BACK : INK_HIGH;
        snprintf(pill->text, sizeof pill->text, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
    } else if (turns->thinks) {
        snprintf(pill->text, sizeof pill->text, "%s", say(voice, "The bot thinks"));
    } else {
        return false;
    }
    return true;
}

void table_clock(Table *table, Box board)
{
    Ui *ui = table->ui;
    Pill pill;

    if (!fill_pill(&pill, table)) {
        return;
    }
    int height = ui_line(ui, TYPE_STRONG) + PAD;
    int width = ui_width(ui, TYPE_STRONG, pill.text) + ICON + 3 * PAD;
    Box box = {board.x + PAD, board.y + board.h - height - PAD, width, height};
    draw_round(ui->list, box, look_edge(pill.fill, height / 2, INK_EDGE, 1));
    Box inside = {box.x + PAD, box.y, box.w - 2 * PAD, box.h};
    Box icon = box_cut_left(&inside, ICON, PAD);
    draw_icon(ui->list, box_around(box_centre(icon), ICON, ICON), pill.icon, pill.ink);
    ui_text(ui, inside, (Style){TYPE_STRONG, pill.ink, ALIGN_LEFT, true}, pill.text);
}
