#include "ui/desk.h"

#include <stddef.h>

#include "core/view.h"
#include "match/history.h"
#include "match/seat.h"

const char *const screen_name[SCREEN_COUNT + 1] = {
#define SCREEN(id, name, function, summary) name,
#include "ui/screens.def"
#undef SCREEN
    NULL,
};

static ScreenDraw *const screen_draw[SCREEN_COUNT] = {
#define SCREEN(id, name, function, summary) function,
#include "ui/screens.def"
#undef SCREEN
};

static void forget_table(TableMemory *table)
{
    table->card = -1;
    table->nation = -1;
    table->asks_stop = false;
    table->points = false;
}

void desk_init(Desk *desk, Match *match, Voice *voice, Screen screen)
{
    *desk = (Desk){.match = match,
                   .rules = match_rules(match),
                   .voice = voice,
                   .eyes = SEAT_NOBODY,
                   .bots_play = true,
                   .depth = 1,
                   .screen = {screen}};
    forget_table(&desk->table);
    turns_begin(desk);
}

int desk_people(const Desk *desk)
{
    int count = 0;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        count += match_player(desk->match, seat) == PLAYER_HUMAN;
    }
    return count;
}

void desk_look(Desk *desk)
{
    scene_look(&desk->scene, desk->match, desk->voice, turns_look(desk));
}

static void note(Desk *desk, Status status)
{
    desk->failed = status != STATUS_OK && status != STATUS_ILLEGAL;
    forget_table(&desk->table);
    desk_look(desk);
}

void desk_choose(Desk *desk, Action action)
{
    note(desk, match_submit(desk->match, action, BY_HAND, &desk->err));
}

void desk_undo(Desk *desk)
{
    if (match_can_undo(desk->match) != UNDO_NONE) {
        note(desk, match_undo(desk->match, true, &desk->err));
        turns_rewind(desk);
    }
}

void desk_open(Desk *desk, Screen screen)
{
    if (desk->depth < SCREENS_DEEP) {
        desk->screen[desk->depth++] = screen;
    }
}

void desk_back(Desk *desk)
{
    if (desk->depth > 1) {
        desk->depth--;
    } else {
        desk->leaves = true;
    }
}

void desk_show_card(Desk *desk, int card)
{
    desk->turns.card = card;
    desk_open(desk, SCREEN_CARD);
}

Screen desk_screen(const Desk *desk)
{
    return desk->screen[desk->depth - 1];
}

static void draw_screen(Desk *desk, Ui *ui)
{
    if (desk->drawn >= 0) {
        screen_draw[desk->screen[desk->drawn]](ui, desk);
    } else {
        screen_table(ui, desk); /* a picture of what is opened from there */
    }
}

void desk_below(Desk *desk, Ui *ui)
{
    UiInput input = ui_hold(ui);

    desk->drawn--;
    draw_screen(desk, ui);
    desk->drawn++;
    ui_release(ui, &input);
}

static bool bot_is_next(const Desk *desk)
{
    return desk->bots_play && desk_screen(desk) == SCREEN_TABLE && !match_is_over(desk->match) &&
           match_player(desk->match, match_current_seat(desk->match)) == PLAYER_BOT;
}

WindowWish desk_frame(void *user, Ui *ui)
{
    Desk *desk = user;

    desk->again = false;
    if (bot_is_next(desk)) {
        note(desk, match_step_bot(desk->match, &desk->err));
    } else {
        desk_look(desk);
    }
    turns_step(desk);
    desk->drawn = desk->depth - 1;
    draw_screen(desk, ui);
    if (desk->leaves || desk->failed) {
        return WISH_LEAVE;
    }
    return bot_is_next(desk) || desk->again ? WISH_AGAIN : WISH_WAIT;
}
