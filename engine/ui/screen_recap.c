/* What happened since the last turn of the seat that is to choose, before it does. */

#include <stdbool.h>

#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/news.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/panel.h"
#include "ui/scene.h"
#include "ui/tales.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { WIDE = 760, HIGH = 620, GAP = 8, MARK = 12, BUTTON = 40 };

static int tale_height(const Ui *ui, int width, const Tales *tales, int index)
{
    return ui_paragraph_height(ui, width - MARK - GAP, TYPE_BODY, tales_text(tales, index)) + GAP;
}

static int tales_height(const Ui *ui, int width, const Tales *tales)
{
    int height = 0;

    for (int i = 0; i < tales->count; i++) {
        height += tale_height(ui, width, tales, i);
    }
    return height;
}

/* How many of the last tales have room. */
static int fitting(const Ui *ui, Box box, const Tales *tales)
{
    int height = 0;
    int kept = 0;

    while (kept < tales->count) {
        height += tale_height(ui, box.w, tales, tales->count - 1 - kept);
        if (height > box.h) {
            break;
        }
        kept++;
    }
    return kept;
}

/* As much detail as fits. */
static int gather(const Ui *ui, Box box, const Desk *desk, Tales *tales, int first)
{
    for (int detail = NEWS_ALL; detail >= NEWS_HEADS; detail--) {
        tales_gather(tales, desk, first, (NewsDetail)detail);
        if (fitting(ui, box, tales) == tales->count) {
            return tales->count;
        }
    }
    return fitting(ui, (Box){box.x, box.y, box.w, box.h - ui_line(ui, TYPE_BODY) - GAP}, tales);
}

/* The shape of the side whose doing it is; a dash for the world. */
static void draw_mark(Ui *ui, Box box, int bloc)
{
    Box mark = box_around((Spot){box.x + MARK / 2, box.y + ui_line(ui, TYPE_BODY) / 2}, MARK - 2,
                          MARK - 2);

    if (bloc < 0) {
        draw_round(ui->list, (Box){mark.x, mark.y + mark.h / 2 - 1, mark.w, 2},
                   look_fill(INK_LOW, 0));
    } else if (bloc == BLOC_US) {
        draw_circle(ui->list, box_centre(mark), mark.w, look_fill(INK_US, 0));
    } else {
        draw_round(ui->list, mark, look_fill(INK_CN, 2));
    }
}

static void draw_tales(Ui *ui, Box box, const Tales *tales, int kept)
{
    if (kept < tales->count) {
        ui_text(ui, box_cut_top(&box, ui_line(ui, TYPE_BODY), GAP),
                (Style){TYPE_BODY, INK_LOW, ALIGN_LEFT, true},
                say(ui->voice, "… and before that, see the log (L)"));
    }
    for (int i = tales->count - kept; i < tales->count; i++) {
        Box at = box_cut_top(&box, tale_height(ui, box.w, tales, i), 0);
        draw_mark(ui, at, tales->tale[i].bloc);
        box_cut_left(&at, MARK, GAP);
        ui_paragraph(ui, at, (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, tales_text(tales, i));
    }
}

static bool any_key(const Ui *ui)
{
    return ui->input.key == UI_KEY_LETTER || ui->input.key == UI_KEY_ENTER;
}

static void draw_foot(Ui *ui, Desk *desk, Box box)
{
    const Button go = {.id = ui_id("go", 0),
                       .label = say(desk->voice, C_("button", "To my turn")),
                       .icon = ICON_CHECK,
                       .key = '\n',
                       .primary = true};
    const Button log = {.id = ui_id("log", 0),
                        .label = say(desk->voice, C_("button", "Log")),
                        .icon = -1,
                        .key = 'l'};
    int width = box.w / 3;

    if (ui_button(ui, box_cut_right(&box, width, GAP), &go)) {
        desk_back(desk);
    } else if (ui_button(ui, box_cut_right(&box, width, GAP), &log)) {
        desk_open(desk, SCREEN_LOG);
    } else if (any_key(ui)) {
        ui->input.key = UI_KEY_NONE;
        desk_back(desk);
    }
}

void screen_recap(Ui *ui, Desk *desk)
{
    const Scene *scene = &desk->scene;
    Seat seat = scene->chooser == SEAT_NOBODY ? 0 : scene->chooser;
    const TextArgument words[] = {
        words_text("seat", text_seat(desk->voice, scene->view.known.seat_count, seat)), words_end};
    char note[PHRASE_SIZE];
    static const char *const title = N_("Since your last turn");
    int first = turns_first_news(desk, seat);
    Tales tales;

    text_format(note, sizeof note, say(desk->voice, "{seat} is to choose"), words);
    Panel panel = {WIDE, HIGH, say(desk->voice, title), note};
    Box room = panel_room(ui, &panel);
    box_cut_bottom(&room, BUTTON, 2 * GAP);
    int kept = gather(ui, room, desk, &tales, first < 0 ? 0 : first);
    panel.h = kept < tales.count ? HIGH : HIGH - room.h + tales_height(ui, room.w, &tales);
    Box box = panel_draw(ui, desk, &panel);
    Box foot = box_cut_bottom(&box, BUTTON, 2 * GAP);
    draw_tales(ui, box, &tales, kept);
    draw_foot(ui, desk, foot);
}
