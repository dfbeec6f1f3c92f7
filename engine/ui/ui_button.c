#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "ui/box.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { RADIUS = 8, PAD = 10, GAP = 8 };

static bool key_pressed(Ui *ui, char key)
{
    return key == '\n' ? ui_key(ui, UI_KEY_ENTER) : key != 0 && ui_letter(ui, key);
}

/* The key that does the same, at the right end, where the words leave room. */
static void draw_key(Ui *ui, Box *box, const Button *button, int need)
{
    char label[8] = {(char)toupper((unsigned char)button->key), '\0'};

    if (button->key == 0) {
        return;
    }
    if (button->key == '\n') {
        memcpy(label, "\u23CE", sizeof "\u23CE");
    }
    int width = ui_width(ui, TYPE_SMALL, label) + 10;
    if (need + width + GAP > box->w) {
        return;
    }
    Box cap = box_cut_right(box, width, GAP);
    cap = box_around(box_centre(cap), width, ui_line(ui, TYPE_SMALL));
    draw_round(ui->list, cap,
               look_edge(button->primary ? INK_NONE : INK_WELL, 4,
                         button->primary ? INK_ON_ACCENT : INK_EDGE, 1));
    ui_text(ui, cap,
            (Style){TYPE_SMALL, button->primary ? INK_ON_ACCENT : INK_MID, ALIGN_CENTRE, true},
            label);
}

/* The label, with its detail below where there is room for two lines. */
static void draw_words(Ui *ui, Box box, const Button *button, Ink ink)
{
    int line = ui_line(ui, TYPE_STRONG);

    if (button->detail != NULL && box.h >= 2 * line) {
        Box both = box_around(box_centre(box), box.w, 2 * line);
        box = box_cut_top(&both, line, 0);
        ui_text(ui, both, (Style){TYPE_SMALL, ink, ALIGN_LEFT, true}, button->detail);
    } else if (button->detail != NULL) {
        Box end = box_cut_right(&box, ui_width(ui, TYPE_SMALL, button->detail) + 1, 4);
        ui_text(ui, end, (Style){TYPE_SMALL, ink, ALIGN_RIGHT, true}, button->detail);
    }
    ui_text(ui, box, (Style){TYPE_STRONG, ink, ALIGN_LEFT, true}, button->label);
}

static void draw_button(Ui *ui, Box box, const Button *button, UiTouch touch)
{
    bool refused = button->refusal != NULL;
    bool lit = touch.hot && !refused;
    Ink fill = button->primary && !refused ? INK_ACCENT
               : lit || button->chosen     ? INK_WELL
                                           : INK_RAISED;
    Ink ink = refused ? INK_LOW : button->primary ? INK_ON_ACCENT : INK_HIGH;
    int size = ui_line(ui, TYPE_BODY);

    draw_round(ui->list, box,
               look_edge(fill, RADIUS, lit || button->chosen ? INK_ACCENT : INK_EDGE, 1));
    if (button->selected || touch.focused) {
        ui_ring(ui, box, RADIUS, INK_ACCENT);
    }
    if (button->label == NULL) {
        draw_icon(ui->list, box_around(box_centre(box), size, size), (Icon)button->icon, ink);
        return;
    }
    Box inside = {box.x + PAD, box.y, box.w - 2 * PAD, box.h};
    int need = ui_width(ui, TYPE_STRONG, button->label);
    if (button->detail != NULL && box.h < 2 * ui_line(ui, TYPE_STRONG)) {
        need += ui_width(ui, TYPE_SMALL, button->detail) + 5;
    }
    if (button->icon >= 0 && need + size + GAP <= inside.w) { /* words come first */
        Box at = box_cut_left(&inside, size, GAP);
        draw_icon(ui->list, box_around(box_centre(at), size, size), (Icon)button->icon, ink);
    }
    draw_key(ui, &inside, button, need);
    draw_words(ui, inside, button, ink);
}

bool ui_button(Ui *ui, Box box, const Button *button)
{
    UiTouch touch = ui_zone(ui, button->id, box);

    draw_button(ui, box, button, touch);
    ui_tip(ui, touch, box, button->refusal != NULL ? button->refusal : button->tip);
    return button->refusal == NULL && (touch.clicked || key_pressed(ui, button->key));
}
