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
    table->asks_undo = false;
    table->points = false;
    if (table->pinned.kind == SUBJECT_CARD || table->pinned.kind == SUBJECT_ACTION) {
        table->pinned = (Subject){SUBJECT_NONE}; /* it may be another seat's next */
    }
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
}

int desk_people(const Desk *desk)
{
    int count = 0;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        count += match_player(desk->match, seat) == PLAYER_HUMAN;
    }
    return count;
}

/* The only person, SEAT_NOBODY if there are more or none. */
static Seat only_person(const Desk *desk)
{
    Seat found = SEAT_NOBODY;

    for (Seat seat = 0; seat < SEATS_MAX && desk_people(desk) == 1; seat++) {
        found = match_player(desk->match, seat) == PLAYER_HUMAN ? seat : found;
    }
    return found;
}

static void look(Desk *desk)
{
    Seat viewer = desk->eyes;

    if (only_person(desk) != SEAT_NOBODY) {
        viewer = only_person(desk);
    } else if (desk->bots_play &&
               (match_is_over(desk->match) || match_current_seat(desk->match) != viewer)) {
        viewer = SEAT_NOBODY;
    }
    scene_look(&desk->scene, desk->match, desk->voice, viewer);
}

static void note(Desk *desk, Status status)
{
    desk->failed = status != STATUS_OK && status != STATUS_ILLEGAL;
    forget_table(&desk->table);
    look(desk);
}

void desk_choose(Desk *desk, Action action)
{
    note(desk, match_submit(desk->match, action, BY_HAND, &desk->err));
}

void desk_undo(Desk *desk)
{
    if (match_can_undo(desk->match) != UNDO_NONE) {
        note(desk, match_undo(desk->match, true, &desk->err));
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

static bool bot_is_next(const Desk *desk)
{
    return desk->bots_play && !match_is_over(desk->match) &&
           match_player(desk->match, match_current_seat(desk->match)) == PLAYER_BOT;
}

WindowWish desk_frame(void *user, Ui *ui)
{
    Desk *desk = user;

    desk->again = false;
    if (bot_is_next(desk)) {
        note(desk, match_step_bot(desk->match, &desk->err));
    } else {
        look(desk);
    }
    screen_draw[desk->screen[desk->depth - 1]](ui, desk);
    if (desk->leaves || desk->failed) {
        return WISH_LEAVE;
    }
    return bot_is_next(desk) || desk->again ? WISH_AGAIN : WISH_WAIT;
}
