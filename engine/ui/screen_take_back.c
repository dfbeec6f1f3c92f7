/* Taking back what the table must agree to: it names who, and the journal will tell. */

#include <stdbool.h>
#include <stddef.h>

#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/panel.h"
#include "ui/scene.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { WIDE = 600, HIGH = 300, GAP = 12, BUTTON = 40 };

/* The people beside the one who wants it. */
static int list_people(char *out, int size, const Desk *desk, Seat seat)
{
    Prose prose = prose_start(out, size);
    int count = 0;

    for (Seat other = 0; other < SEATS_MAX; other++) {
        if (other != seat && match_player(desk->match, other) == PLAYER_HUMAN) {
            prose_add(&prose, count++ == 0 ? "" : say(desk->voice, C_("between effects", ", ")));
            prose_add(&prose, text_seat(desk->voice, desk->scene.view.known.seat_count, other));
        }
    }
    return count;
}

static void tell(char *out, int size, const Desk *desk, int target)
{
    char others[LABEL_TEXT_SIZE];
    Seat seat = match_decision_seat(desk->match, target);
    bool asks = list_people(others, sizeof others, desk, seat) > 0;
    const TextArgument words[] = {
        words_text("seat", text_seat(desk->voice, desk->scene.view.known.seat_count, seat)),
        words_text("others", others), words_number("n", match_decision_count(desk->match) - target),
        words_end};

    text_format(out, size,
                say(desk->voice,
                    asks ? N_("{seat} wants to take back the last {n} decisions. Since then "
                              "something was revealed, or another seat has chosen. These must "
                              "agree: {others}. The journal will tell that it was taken back.")
                         : N_("{seat} wants to take back the last {n} decisions. Since then "
                              "something was revealed, or another seat has chosen. The journal "
                              "will tell that it was taken back.")),
                words);
}

void screen_take_back(Ui *ui, Desk *desk)
{
    int target = match_undo_target(desk->match);
    char text[TIP_SIZE] = "";
    const Button agree = {.id = ui_id("agree", 0),
                          .label = say(ui->voice, C_("button", "All agree: take back")),
                          .icon = ICON_UNDO,
                          .key = 'y'};
    const Button stay = {.id = ui_id("stay", 0),
                         .label = say(ui->voice, C_("button", "Leave it")),
                         .icon = ICON_CHECK,
                         .key = '\n',
                         .primary = true};
    const Panel panel = {WIDE, HIGH, say(ui->voice, "Take back?"), NULL};
    Box box = panel_draw(ui, desk, &panel);
    Box foot = box_cut_bottom(&box, BUTTON, GAP);

    if (target >= 0) {
        tell(text, sizeof text, desk, target);
    }
    ui_paragraph(ui, box, (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, text);
    if (ui_button(ui, box_column(foot, 1, 2, GAP), &stay)) {
        desk_back(desk);
    } else if (ui_button(ui, box_column(foot, 0, 2, GAP), &agree) && target >= 0) {
        desk_back(desk);
        desk_undo(desk);
    }
}
