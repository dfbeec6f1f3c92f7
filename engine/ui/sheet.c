#include "ui/sheet.h"

#include <stdbool.h>
#include <stddef.h>

#include "core/rules.h"
#include "text/voice.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/theme.h"

enum { BAR_H = 58, BAR_LOW = 46, LOW = 640, PAD = 16, BUTTON_H = 34, RADIUS = 14 };

void sheet_emblem(Ui *ui, Box box)
{
    DrawList *list = ui->list;
    int radius = box.w / 5;
    int part = box.w * 3 / 10;
    int margin = box.w / 8;
    Box left = {box.x, box.y, box.w / 2, box.h};
    Box right = {box.x + box.w / 2, box.y, box.w - box.w / 2, box.h};

    draw_clip(list, left);
    draw_round(list, box, look_fill(INK_US_DEEP, radius));
    draw_clip(list, right);
    draw_round(list, box, look_fill(INK_CN_DEEP, radius));
    draw_clip(list, (Box){0, 0, list->w, list->h});
    /* Open above, closed below; a circle and a square; and between them what both court. */
    Box at = {box.x + margin, box.y + margin, part, part};
    draw_circle(list, box_centre(at), part, look_edge(INK_NONE, 0, INK_WHITE, 2));
    at.y = box.y + box.h - margin - part;
    draw_circle(list, box_centre(at), part, look_fill(INK_WHITE, 0));
    at.x = box.x + box.w - margin - part;
    draw_round(list, at, look_fill(INK_WHITE, part / 5));
    at.y = box.y + margin;
    draw_round(list, at, look_edge(INK_NONE, part / 5, INK_WHITE, 2));
    Box middle = box_around(box_centre(box), part, part);
    draw_hexagon(list, middle, look_edge(INK_ACCENT, 0, INK_PANEL, 2));
}

void sheet_side(Ui *ui, Box square, Bloc bloc)
{
    Look look = look_fill(ink_deep_of_bloc(bloc), square.w / 5);

    if (bloc == BLOC_US) {
        draw_circle(ui->list, box_centre(square), square.w, look);
    } else {
        draw_round(ui->list, square, look);
    }
    ui_text(ui, square,
            (Style){square.w < 48 ? TYPE_CAPTION : TYPE_TITLE, INK_WHITE, ALIGN_CENTRE, true},
            vocab_bloc[bloc]);
}

void sheet_buttons(Ui *ui, Desk *desk, Box box)
{
    const Voice *voice = desk->voice;
    const Button language = {.id = ui_id("language", 0),
                             .label = voice->language == LANGUAGE_EN ? "中" : "En",
                             .icon = -1,
                             .tip = say(voice, "English or Chinese")};
    const Button theme = {.id = ui_id("theme", 0),
                          .icon = ICON_SETTINGS,
                          .tip = say(voice, "Dark, or bright for a projector")};

    if (ui_button(ui, box_column(box, 0, 2, 6), &language)) {
        desk_change_language(desk, voice->language == LANGUAGE_EN ? LANGUAGE_ZH : LANGUAGE_EN);
    }
    if (ui_button(ui, box_column(box, 1, 2, 6), &theme)) {
        ui->theme = ui->theme == THEME_DARK ? THEME_PROJECTOR : THEME_DARK;
    }
}

Box sheet_begin(Ui *ui, Desk *desk, const char *title, int w)
{
    DrawList *list = ui->list;
    Box all = {0, 0, list->w, list->h};
    Box bar = box_cut_top(&all, list->h < LOW ? BAR_LOW : BAR_H, 0);
    const Button back = {.id = ui_id("back", 0),
                         .label = say(desk->voice, "Back"),
                         .icon = -1,
                         .tip = say(desk->voice, "One step back (Esc)")};

    draw_round(list, bar, look_fill(INK_PANEL, 0));
    draw_round(list, (Box){bar.x, bar.y + bar.h - 1, bar.w, 1}, look_fill(INK_LINE, 0));
    bar = (Box){bar.x + PAD, bar.y + (bar.h - BUTTON_H) / 2, bar.w - 2 * PAD, BUTTON_H};
    Box button = box_cut_left(&bar, ui_width(ui, TYPE_STRONG, back.label) + 24, PAD);
    sheet_buttons(ui, desk, box_cut_right(&bar, SHEET_BUTTONS_W, PAD));
    sheet_emblem(ui, box_cut_left(&bar, BUTTON_H, PAD));
    ui_text(ui, bar, (Style){TYPE_TITLE, INK_HIGH, ALIGN_LEFT, true}, title);
    if (ui_button(ui, button, &back)) {
        ui->input.key = UI_KEY_BACK; /* whatever Esc would do on this screen */
    }
    all = box_inset(all, list->h < LOW ? 10 : PAD);
    return box_around(box_centre(all), all.w < w ? all.w : w, all.h);
}

Box sheet_panel(Ui *ui, Box box, const char *caption)
{
    draw_round(ui->list, box, look_edge(INK_PANEL, RADIUS, INK_LINE, 1));
    Box inside = box_inset(box, ui->list->h < LOW ? 12 : PAD);
    if (caption != NULL) {
        ui_text(ui, box_cut_top(&inside, ui_line(ui, TYPE_CAPTION), 8),
                (Style){TYPE_CAPTION, INK_LOW, ALIGN_LEFT, true}, caption);
    }
    return inside;
}
