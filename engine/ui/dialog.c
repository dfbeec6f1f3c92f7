#include "ui/dialog.h"

#include <stdbool.h>
#include <stddef.h>

#include "text/voice.h"
#include "ui/box.h"
#include "ui/draw.h"
#include "ui/theme.h"

enum { WIDTH = 480, PAD = 24, GAP = 10, BUTTON_H = 38, RADIUS = 14, VEIL = 150, NOWHERE = -10000 };

void dialog_hold(Ui *ui)
{
    ui->input = (UiInput){.mouse = {NOWHERE, NOWHERE}};
}

Box dialog_panel(Ui *ui, int w, int h)
{
    Box all = {0, 0, ui->list->w, ui->list->h};
    Box box = box_around(box_centre(all), w < all.w ? w : all.w, h < all.h ? h : all.h);
    Look veil = look_fill(INK_BACK, 0);

    ui->zone_count = 0;
    ui->tip[0] = '\0';
    veil.alpha = VEIL;
    draw_clip(ui->list, all);
    draw_round(ui->list, all, veil);
    draw_shadow(ui->list, box, RADIUS, 18);
    draw_round(ui->list, box, look_edge(INK_PANEL, RADIUS, INK_EDGE, 1));
    return box_inset(box, PAD);
}

static int count_answers(const Dialog *dialog)
{
    int count = 0;

    while (dialog->answers[count] != NULL) {
        count++;
    }
    return count;
}

int dialog_ask(Ui *ui, const Dialog *dialog)
{
    const Style style = {TYPE_CARD, INK_HIGH, ALIGN_LEFT, true};
    int count = count_answers(dialog);
    int most = ui->list->h - 4 * PAD - BUTTON_H;
    int text = ui_paragraph_height(ui, WIDTH - 2 * PAD, style.type, dialog->text);
    int answer = DIALOG_NONE;

    text = text < most ? text : most;
    Box box = dialog_panel(ui, WIDTH, text + PAD + BUTTON_H + 2 * PAD);
    ui_paragraph(ui, box_cut_top(&box, text, PAD), style, dialog->text);
    for (int i = 0; i < count; i++) {
        const Button button = {.id = ui_id("dialog", i),
                               .label = say(ui->voice, dialog->answers[i]),
                               .icon = -1,
                               .key = (char)(i == 0 && !ui_has_focus(ui) ? '\n' : 0),
                               .primary = i == 0};
        if (ui_button(ui, box_column(box, i, count, GAP), &button)) {
            answer = i;
        }
    }
    return ui_key(ui, UI_KEY_BACK) ? count - 1 : answer;
}
