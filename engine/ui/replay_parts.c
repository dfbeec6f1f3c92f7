#include "ui/replay_parts.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/action.h"
#include "core/seats.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/draw.h"
#include "ui/replay.h"
#include "ui/theme.h"

Box replay_panel(Ui *ui, Box box)
{
    enum { RADIUS = 12, PAD = 10, PAD_LOW = 7, LOW = 640 };

    draw_round(ui->list, box, look_edge(INK_PANEL, RADIUS, INK_LINE, 1));
    return box_inset(box, ui->list->h < LOW ? PAD_LOW : PAD);
}

void replay_mark(Ui *ui, Box square, Seat seat, const char *text)
{
    Bloc bloc = seat_bloc(seat);
    Look look = look_edge(ink_deep_of_bloc(bloc), square.w / 5, INK_WHITE, 1);

    if (bloc == BLOC_US) {
        draw_circle(ui->list, box_centre(square), square.w, look);
    } else {
        draw_round(ui->list, square, look);
    }
    ui_text(ui, square, (Style){TYPE_CAPTION, INK_WHITE, ALIGN_CENTRE, false}, text);
}

void replay_tell(char *out, int size, const Desk *desk, int number)
{
    Action action;

    if (replay_action(desk->replay, number, &action)) {
        text_action(out, size, desk->voice, desk->rules, action);
    } else {
        snprintf(out, (size_t)size, "%s", say(desk->voice, "A headline, still hidden"));
    }
}

void replay_points(char *out, int size, int chance)
{
    enum { TENTH = 10 };
    int tenths = (abs(chance) + TENTH / 2) / TENTH;

    snprintf(out, (size_t)size, "%s%d.%d",
             tenths == 0  ? "±"
             : chance < 0 ? "\u2212"
                          : "+",
             tenths / TENTH, tenths % TENTH);
}
