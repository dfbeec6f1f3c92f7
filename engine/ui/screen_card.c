/* The spotlight: one card in full, over whatever named it, in letters for the back of a room. */

#include <stdbool.h>
#include <stdio.h>

#include "core/rules.h"
#include "text/text.h"
#include "ui/box.h"
#include "ui/card_face.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/panel.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"

enum { WIDE = 900, HIGH = 620, GAP = 14, BADGE = 64 };

/* In letters of 22 at least; only a text that does not fit so takes smaller ones. */
static Type type_for(const Ui *ui, Box box, const char *text)
{
    const Type types[] = {TYPE_SPOT, TYPE_CARD, TYPE_CARD_LESS, TYPE_CARD_SMALL};
    enum { COUNT = sizeof types / sizeof types[0] };

    for (int n = 0; n < COUNT - 1; n++) {
        if (ui_fits(ui, box, types[n], text, (Indent){0, 0})) {
            return types[n];
        }
    }
    return types[COUNT - 1];
}

void screen_card(Ui *ui, Desk *desk)
{
    char title[LABEL_TEXT_SIZE + 1];
    char head[2 * LABEL_TEXT_SIZE];
    char text[CARD_TEXT_SIZE];
    Panel panel = {WIDE, HIGH, title, NULL};
    int card = desk->turns.card;

    card_title(title, sizeof title, ui, desk->rules, card);
    text_card_head(head, sizeof head, desk->voice, desk->rules, card);
    int length = text_card_event(text, (int)sizeof text, desk->voice, desk->rules, card);
    length += snprintf(text + length, sizeof text - (size_t)length, "\n");
    text_card_concept(text + length, (int)sizeof text - length, desk->voice, desk->rules, card);
    Box room = panel_room(ui, &panel);
    int wanted = BADGE + GAP + ui_paragraph_height(ui, room.w, TYPE_SPOT, text);
    panel.h -= wanted < room.h ? room.h - wanted : 0;
    Box box = panel_draw(ui, desk, &panel);
    Box top = box_cut_top(&box, BADGE, GAP);
    card_points(ui, &desk->rules->card[card], box_cut_left(&top, BADGE, GAP));
    ui_paragraph(ui, top, (Style){TYPE_CARD, INK_LOW, ALIGN_LEFT, true}, head);
    ui_paragraph_around(ui, box, (Style){type_for(ui, box, text), INK_HIGH, ALIGN_LEFT, true}, text,
                        (Indent){0, 0});
}
