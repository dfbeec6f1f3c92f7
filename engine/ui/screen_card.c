/* One card in full, over whatever named it. */

#include <stdbool.h>
#include <stdio.h>

#include "text/text.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/panel.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"

enum { WIDE = 640, HIGH = 420, GAP = 12 };

void screen_card(Ui *ui, Desk *desk)
{
    char title[LABEL_TEXT_SIZE];
    char head[2 * LABEL_TEXT_SIZE];
    char concept[2 * LABEL_TEXT_SIZE];
    char event[CARD_TEXT_SIZE];
    const Panel panel = {WIDE, HIGH, title, NULL};
    int card = desk->turns.card;

    text_card_title(title, sizeof title, desk->voice, desk->rules, card);
    text_card_head(head, sizeof head, desk->voice, desk->rules, card);
    text_card_event(event, sizeof event, desk->voice, desk->rules, card);
    text_card_concept(concept, sizeof concept, desk->voice, desk->rules, card);
    Box box = panel_draw(ui, desk, &panel);
    box_cut_top(&box, ui_paragraph(ui, box, (Style){TYPE_SMALL, INK_LOW, ALIGN_LEFT, true}, head),
                GAP);
    box_cut_top(&box, ui_paragraph(ui, box, (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, event),
                GAP);
    ui_paragraph(ui, box, (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true}, concept);
}
