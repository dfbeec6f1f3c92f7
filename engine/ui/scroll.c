#include "ui/scroll.h"

#include "ui/draw.h"
#include "ui/theme.h"

static int step_of(Ui *ui, int shown)
{
    int page = shown > 2 ? shown - 1 : 1;

    if (ui_key(ui, UI_KEY_PAGE_DOWN)) {
        return page;
    }
    if (ui_key(ui, UI_KEY_PAGE_UP)) {
        return -page;
    }
    return -3 * ui->input.wheel;
}

void scroll_move(Ui *ui, Box *box, Scroll *scroll, int count, int shown)
{
    enum { BAR = 6, GAP = 10, LEAST = 24 };
    int last = count > shown ? count - shown : 0;

    scroll->first += step_of(ui, shown);
    scroll->first = scroll->first > last ? last : scroll->first;
    scroll->first = scroll->first < 0 ? 0 : scroll->first;
    if (last == 0) {
        return;
    }
    Box bar = box_cut_right(box, BAR, GAP);
    int height = bar.h * shown / count;
    height = height < LEAST ? LEAST : height;
    draw_round(ui->list, bar, look_fill(INK_WELL, BAR / 2));
    bar.y += (bar.h - height) * scroll->first / last;
    bar.h = height;
    draw_round(ui->list, bar, look_fill(INK_LOW, BAR / 2));
}
