#include "ui/panel.h"

#include <stdbool.h>
#include <stddef.h>

#include "text/voice.h"
#include "ui/draw.h"
#include "ui/theme.h"

enum { MARGIN = 16, PAD = 20, RADIUS = 14, VEIL = 176, CLOSE_WIDTH = 104, CLOSE_HEIGHT = 32 };

static void draw_veil(Ui *ui)
{
    Look look = look_fill(INK_BACK, 0);

    look.alpha = VEIL;
    draw_clip(ui->list, (Box){0, 0, ui->list->w, ui->list->h});
    draw_round(ui->list, (Box){0, 0, ui->list->w, ui->list->h}, look);
}

static Box place_of(const Ui *ui, const Panel *panel)
{
    int w = ui->list->w - 2 * MARGIN;
    int h = ui->list->h - 2 * MARGIN;

    w = panel->w < w ? panel->w : w;
    h = panel->h < h ? panel->h : h;
    return box_around((Spot){ui->list->w / 2, ui->list->h / 2}, w, h);
}

static Box cut_head(Box *inside)
{
    return box_cut_top(inside, CLOSE_HEIGHT, MARGIN / 2);
}

Box panel_room(const Ui *ui, const Panel *panel)
{
    Box inside = box_inset(place_of(ui, panel), PAD);

    cut_head(&inside);
    return inside;
}

Box panel_draw(Ui *ui, Desk *desk, const Panel *panel)
{
    const Button close = {.id = ui_id("close", 0),
                          .label = say(ui->voice, C_("button", "Close")),
                          .icon = -1,
                          .detail = "Esc"};

    desk_below(desk, ui);
    draw_veil(ui);
    Box box = place_of(ui, panel);
    draw_shadow(ui->list, box, RADIUS, MARGIN);
    draw_round(ui->list, box, look_edge(INK_PANEL, RADIUS, INK_EDGE, 1));
    Box inside = box_inset(box, PAD);
    Box head = cut_head(&inside);
    Box button = box_cut_right(&head, CLOSE_WIDTH, MARGIN);
    Box title = box_cut_left(&head, ui_width(ui, TYPE_TITLE, panel->title) + 1, MARGIN);
    ui_text(ui, title, (Style){TYPE_TITLE, INK_HIGH, ALIGN_LEFT, true}, panel->title);
    if (panel->note != NULL) {
        ui_text(ui, head, (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true}, panel->note);
    }
    if (ui_button(ui, button, &close) || ui_key(ui, UI_KEY_BACK)) {
        desk_back(desk);
    }
    return inside;
}
