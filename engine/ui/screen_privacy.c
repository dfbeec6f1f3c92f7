/* The screen between two people: it names who is to sit down, and shows nothing that is hidden. */

#include <stdbool.h>

#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/history.h"
#include "match/match.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/scene.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { EMBLEM = 96, WIDE = 560, BUTTON = 48, GAP = 14 };

static void draw_emblem(Ui *ui, Bloc bloc, Box box)
{
    Look look = look_fill(ink_deep_of_bloc(bloc), EMBLEM / 5);

    if (bloc == BLOC_US) {
        draw_circle(ui->list, box_centre(box), box.w, look);
    } else {
        draw_round(ui->list, box, look);
    }
    draw_icon(ui->list, box_inset(box, EMBLEM / 4), ICON_EYE, INK_WHITE);
}

/* "Round 3 of 8 · Actions · US 21 VP, China 18 VP": what everybody knows. */
static void standing(char *out, int size, const Desk *desk)
{
    const State *state = &desk->scene.view.known;
    const TextArgument words[] = {
        words_number("round", state->round),
        words_number("rounds", desk->rules->scenario[state->scenario].rounds),
        words_text("phase", text_phase(desk->voice, (Phase)state->phase)),
        words_number("us", state_bloc_vp(state, BLOC_US)),
        words_number("cn", state_bloc_vp(state, BLOC_CN)),
        words_end};

    text_format(out, size,
                say(desk->voice, "Round {round} of {rounds} · {phase} · US {us} VP, China {cn} VP"),
                words);
}

static void draw_undo(Ui *ui, Desk *desk, Box box)
{
    const Button undo = {.id = ui_id("undo", 0),
                         .label = say(desk->voice, "Undo the last choice"),
                         .icon = ICON_UNDO,
                         .key = 'z'};

    if (match_can_undo(desk->match) == UNDO_FREE && ui_button(ui, box, &undo)) {
        desk_undo(desk);
        desk_back(desk);
    }
}

static void draw_answers(Ui *ui, Desk *desk, Box box, Seat seat)
{
    char label[PHRASE_SIZE];
    const TextArgument words[] = {
        words_text("seat", text_seat(desk->voice, desk->scene.view.known.seat_count, seat)),
        words_end};

    text_format(label, sizeof label, say(desk->voice, "{seat}: show my hand, only I am looking"),
                words);
    const Button accept = {.id = ui_id("curtain", 0),
                           .label = label,
                           .icon = ICON_EYE,
                           .key = '\n',
                           .primary = true};
    Box first = box_cut_top(&box, BUTTON, GAP);
    if (ui_button(ui, first, &accept)) {
        turns_accept(desk);
        desk_back(desk);
        desk->again = true;
    } else {
        draw_undo(ui, desk, box_around(box_centre(box), box.w / 2, box.h));
    }
}

void screen_privacy(Ui *ui, Desk *desk)
{
    Seat seat = desk->scene.chooser == SEAT_NOBODY ? 0 : desk->scene.chooser;
    Bloc bloc = seat_bloc(seat);
    char text[PHRASE_SIZE];
    const TextArgument words[] = {
        words_text("seat", text_seat(desk->voice, desk->scene.view.known.seat_count, seat)),
        words_end};
    int wide = ui->list->w - 2 * GAP < WIDE ? ui->list->w - 2 * GAP : WIDE;
    int huge = ui_line(ui, TYPE_HUGE);
    int line = ui_line(ui, TYPE_BODY);
    int height = EMBLEM + huge + 2 * line + 2 * BUTTON + 5 * GAP;
    Box all = {0, 0, ui->list->w, ui->list->h};

    draw_round(ui->list, all, look_fill(INK_BACK, 0));
    draw_round(ui->list, box_cut_top(&all, 6, 0), look_fill(ink_of_bloc(bloc), 0));
    Box box = box_around(box_centre(all), wide, height);
    Box emblem = box_cut_top(&box, EMBLEM, GAP);
    draw_emblem(ui, bloc, box_around(box_centre(emblem), EMBLEM, EMBLEM));
    text_format(text, sizeof text, say(desk->voice, "{seat} takes the seat"), words);
    ui_text(ui, box_cut_top(&box, huge, GAP), (Style){TYPE_HUGE, INK_HIGH, ALIGN_CENTRE, true},
            text);
    ui_text(ui, box_cut_top(&box, line, 0), (Style){TYPE_BODY, INK_MID, ALIGN_CENTRE, true},
            say(desk->voice, "The next screen shows a hand. Everybody else looks away."));
    standing(text, sizeof text, desk);
    ui_text(ui, box_cut_top(&box, line, 2 * GAP), (Style){TYPE_BODY, INK_LOW, ALIGN_CENTRE, true},
            text);
    draw_answers(ui, desk, box, seat);
    if (ui_key(ui, UI_KEY_BACK)) {
        desk_back(desk);
        desk_back(desk);
    }
}
