/* The cards that are discarded, removed, and not yet seen: public, and kept in mind for the people. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/panel.h"
#include "ui/scene.h"
#include "ui/scroll.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { WIDE = 1080, HIGH = 740, GAP = 8, ROW = 28, STEP = 32, CELL = 196 };

typedef struct Pile {
    const char *title;
    int count;
    int card[CARDS_MAX];
} Pile;

enum { PILES = 3 };

static void add_set(Pile *pile, const uint64_t *set)
{
    for (int card = set_next(set, 0); card < CARDS_MAX; card = set_next(set, card + 1)) {
        pile->card[pile->count++] = card;
    }
}

static void gather(Pile pile[PILES], const View *view)
{
    pile[0] = (Pile){.title = N_("Discarded: {n}")};
    pile[1] = (Pile){.title = N_("Removed from the game: {n}")};
    pile[2] = (Pile){.title = N_("Not yet seen, in the draw pile or in other hands: {n}")};
    add_set(&pile[0], view->known.cards[SET_DISCARD]);
    add_set(&pile[1], view->known.cards[SET_REMOVED]);
    add_set(&pile[2], view->known.cards[SET_DECK]);
}

static void draw_cell(Ui *ui, Desk *desk, Box box, int card)
{
    const Card *row = &desk->rules->card[card];
    char text[LABEL_TEXT_SIZE * 2];
    char title[LABEL_TEXT_SIZE];
    UiTouch touch = ui_zone(ui, ui_id("pile", card), box);
    int side = row->side == SIDE_US ? -1 : row->side == SIDE_CN ? 1 : 0;

    draw_round(ui->list, box, look_edge(INK_RAISED, 5, touch.hot ? INK_ACCENT : INK_LINE, 1));
    if (touch.focused) {
        ui_ring(ui, box, 5, INK_ACCENT);
    }
    Box badge = box_cut_left(&box, box.h, 4);
    Look look = look_fill(ink_deep_of_side(side), 4);
    badge = box_inset(badge, 4);
    if (side < 0) {
        draw_circle(ui->list, box_centre(badge), badge.w, look);
    } else if (side > 0) {
        draw_round(ui->list, badge, look);
    } else {
        draw_hexagon(ui->list, badge, look);
    }
    snprintf(text, sizeof text, "%d", row->ops);
    ui_text(ui, badge, (Style){TYPE_STRONG, INK_WHITE, ALIGN_CENTRE, true}, text);
    text_card_title(title, sizeof title, desk->voice, desk->rules, card);
    snprintf(text, sizeof text, "%s%s", title, row->once ? "*" : "");
    ui_text(ui, box, (Style){TYPE_SMALL, INK_HIGH, ALIGN_LEFT, true}, text);
    if (touch.clicked) {
        desk_show_card(desk, card);
    }
}

static int rows_of(const Pile *pile, int columns)
{
    return 1 + (pile->count + columns - 1) / columns;
}

/* Row 0 is the title. */
static void draw_row(Ui *ui, Desk *desk, Box box, const Pile *pile, int row)
{
    int columns = box.w / CELL;
    char text[PHRASE_SIZE];
    const TextArgument words[] = {words_number("n", pile->count), words_end};

    if (row == 0) {
        text_format(text, sizeof text, say(ui->voice, pile->title), words);
        ui_text(ui, box, (Style){TYPE_STRONG, INK_MID, ALIGN_LEFT, true}, text);
        return;
    }
    for (int n = 0; n < columns; n++) {
        int index = (row - 1) * columns + n;
        if (index < pile->count) {
            draw_cell(ui, desk, box_column(box, n, columns, GAP), pile->card[index]);
        }
    }
}

static int rows_of_all(const Pile pile[PILES], int columns)
{
    int rows = 0;

    for (int i = 0; i < PILES; i++) {
        rows += rows_of(&pile[i], columns);
    }
    return rows;
}

static void draw_piles(Ui *ui, Desk *desk, Box box, const Pile pile[PILES])
{
    int columns = box.w / CELL;
    int hidden = desk->turns.piles.first; /* rows above what is shown */

    for (int i = 0; i < PILES; i++) {
        int rows = rows_of(&pile[i], columns);
        for (int n = hidden < rows ? hidden : rows; n < rows && box.h >= ROW; n++) {
            draw_row(ui, desk, box_cut_top(&box, ROW, STEP - ROW), &pile[i], n);
        }
        hidden = hidden > rows ? hidden - rows : 0;
    }
}

void screen_piles(Ui *ui, Desk *desk)
{
    Pile pile[PILES];
    Panel panel = {WIDE, HIGH, say(ui->voice, C_("title", "Cards that are out")),
                   say(ui->voice, "choose one to read it")};
    Box room = panel_room(ui, &panel);

    gather(pile, &desk->scene.view);
    int rows = rows_of_all(pile, room.w / CELL);
    panel.h = rows * STEP < room.h ? HIGH - room.h + rows * STEP : HIGH;
    Box box = panel_draw(ui, desk, &panel);
    scroll_move(ui, &box, &desk->turns.piles, rows_of_all(pile, box.w / CELL), box.h / STEP);
    draw_piles(ui, desk, box, pile);
}
