#include "ui/card_face.h"

#include <stdint.h>
#include <stdio.h>

#include "core/vocab.h"
#include "text/text.h"
#include "ui/card_brief.h"
#include "ui/draw.h"

enum { RADIUS = 10, TITLE_LINES = 2 };

static int side_of(const Card *card)
{
    return card->side == SIDE_US ? -1 : card->side == SIDE_CN ? 1 : 0;
}

void card_points(Ui *ui, const Card *card, Box box)
{
    DrawList *list = ui->list;
    int side = side_of(card);
    Look look = look_fill(ink_deep_of_side(side), 0);
    char text[8];

    if (side < 0) {
        draw_circle(list, box_centre(box), box.w, look);
    } else if (side > 0) {
        look.radius = (uint8_t)(box.w / 5);
        draw_round(list, box, look);
    } else {
        draw_hexagon(list, box, look);
    }
    snprintf(text, sizeof text, "%d", card->ops);
    ui_text(ui, box, (Style){TYPE_NUMBER, INK_WHITE, ALIGN_CENTRE, true}, text);
}

void card_title(char *out, int size, const Ui *ui, const Rules *rules, int card)
{
    char title[LABEL_TEXT_SIZE];

    text_card_title(title, sizeof title, ui->voice, rules, card);
    snprintf(out, (size_t)size, "%s%s", title, rules->card[card].once ? "*" : "");
}

/* ---- title ---- */

typedef struct TitleFit {
    Type type;
    int badge; /* its edge */
    int lines; /* that stand beside it */
    int rows;  /* of the title in all */
} TitleFit;

static bool fits(const Ui *ui, int width, const char *title, const TitleFit *fit)
{
    Box box = {0, 0, width, fit->rows * ui_line(ui, fit->type)};

    return ui_fits(ui, box, fit->type, title, (Indent){fit->badge + 6, fit->lines});
}

/* Two lines beside the badge, or one of them below it; in smaller letters at the worst. */
static TitleFit fit_title(const Ui *ui, int width, const char *title)
{
    int large = ui_line(ui, TYPE_NUMBER) + 6;
    int small = ui_line(ui, TYPE_CAPTION) + 2;
    const TitleFit fit[] = {{TYPE_STRONG, large, TITLE_LINES, TITLE_LINES},
                            {TYPE_CAPTION, large, TITLE_LINES, TITLE_LINES},
                            {TYPE_STRONG, small, 1, TITLE_LINES},
                            {TYPE_CAPTION, small, 1, TITLE_LINES},
                            {TYPE_CARD_TITLE, small, 1, TITLE_LINES},
                            {TYPE_CARD_TITLE, small, 1, TITLE_LINES + 1}};
    enum { COUNT = sizeof fit / sizeof fit[0] };

    for (int n = 0; n < COUNT; n++) {
        if (fits(ui, width, title, &fit[n])) {
            return fit[n];
        }
    }
    return fit[COUNT - 1];
}

static int pad_of(Box box)
{
    return box.w < 120 ? 5 : 9;
}

static Box cut_title(const Ui *ui, Box *inside, TitleFit fit)
{
    int lines = fit.rows * ui_line(ui, fit.type);

    return box_cut_top(inside, lines > fit.badge ? lines : fit.badge, 5);
}

static void draw_title(Ui *ui, const Rules *rules, int card, Box *inside)
{
    char title[LABEL_TEXT_SIZE + 1];

    card_title(title, sizeof title, ui, rules, card);
    TitleFit fit = fit_title(ui, inside->w, title);
    Box head = cut_title(ui, inside, fit);
    Box badge = {head.x, head.y, fit.badge, fit.badge};
    if (fit.lines == TITLE_LINES) {
        badge.y += (head.h - badge.h) / 2;
        int height = ui_paragraph_height(ui, head.w - fit.badge - 6, fit.type, title);
        head.y += (head.h - height) / 2;
    }
    card_points(ui, &rules->card[card], badge);
    ui_paragraph_around(ui, head, (Style){fit.type, INK_HIGH, ALIGN_LEFT, true}, title,
                        (Indent){fit.badge + 6, fit.lines});
}

/* ---- text ---- */

static Box words_box(const Ui *ui, const Rules *rules, int card, Box box)
{
    char title[LABEL_TEXT_SIZE + 1];
    Box inside = box_inset(box, pad_of(box));

    card_title(title, sizeof title, ui, rules, card);
    cut_title(ui, &inside, fit_title(ui, inside.w, title));
    return inside;
}

static bool is_smaller(const Ui *ui, Type a, Type b)
{
    return theme_type_size(ui->theme, a) < theme_type_size(ui->theme, b);
}

CardFit card_face_fit(const Ui *ui, const Rules *rules, int card, Box box)
{
    enum { WIDE = 190 };
    char text[CARD_TEXT_SIZE];
    CardFit fit = {.full = false, .type = TYPE_CARD};
    Box room = words_box(ui, rules, card, box);

    text_card_event(text, sizeof text, ui->voice, rules, card);
    fit.full = room.w >= WIDE && ui_fits(ui, room, TYPE_BODY, text, (Indent){0, 0});
    card_brief(text, ui->voice, rules, card);
    while (type_smaller(fit.type) != fit.type) {
        Box lines = room;
        int most = CARD_LINES * ui_line(ui, fit.type);
        lines.h = lines.h < most ? lines.h : most;
        if (ui_fits(ui, lines, fit.type, text, (Indent){0, 0})) {
            break;
        }
        fit.type = type_smaller(fit.type);
    }
    return fit;
}

CardFit card_face_both(const Ui *ui, CardFit a, CardFit b)
{
    return (CardFit){a.full && b.full, is_smaller(ui, a.type, b.type) ? a.type : b.type};
}

static void draw_words(Ui *ui, const Rules *rules, int card, Box box, const CardFit *fit)
{
    char text[CARD_TEXT_SIZE];

    if (fit->full) {
        text_card_event(text, sizeof text, ui->voice, rules, card);
    } else {
        card_brief(text, ui->voice, rules, card);
    }
    ui_paragraph_around(ui, box,
                        (Style){fit->full ? TYPE_BODY : fit->type, INK_MID, ALIGN_LEFT, true}, text,
                        (Indent){0, 0});
}

void card_face(Ui *ui, const Rules *rules, int card, Box box, const CardFit *fit)
{
    draw_shadow(ui->list, box, RADIUS, 8);
    draw_round(ui->list, box, look_edge(INK_RAISED, RADIUS, INK_EDGE, 1));
    Box inside = box_inset(box, pad_of(box));
    draw_title(ui, rules, card, &inside);
    draw_round(ui->list, (Box){inside.x, inside.y - 3, inside.w, 1}, look_fill(INK_LINE, 0));
    draw_words(ui, rules, card, inside, fit);
}
