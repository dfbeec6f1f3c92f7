/* Who plays a seat: a person, or one of the bots, each with a line about it. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/state.h"
#include "core/vocab.h"
#include "match/seat.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/desk_host.h"
#include "ui/dialog.h"
#include "ui/draw.h"
#include "ui/new_game.h"
#include "ui/screen_new_game.h"
#include "ui/theme.h"
#include "ui/ui.h"

/* What the bots that come with the program are; they themselves say it in English only. */
static const char *const about[][2] = {
    {"human", N_("Somebody at this table")},
    {"random", N_("Any legal action, each as likely")},
    {"greedy", N_("Takes what leaves it furthest ahead at once")},
    {"balanced", N_("A little of everything, and no hurry")},
    {"closed-frontier", N_("The best lab wins, and sells by the call")},
    {"diplomat", N_("Nations decide, so it talks to them")},
    {"hawk", N_("Denies the rival its chips")},
    {"industrialist", N_("Wins the race in the factories")},
    {"open-flood", N_("Gives its models away")},
    {"template", N_("The bot to copy and to change")},
};

enum { ABOUT_COUNT = sizeof about / sizeof about[0] };

const char *new_game_about(const Desk *desk, const char *word)
{
    const NewGameMemory *memory = &desk->new_game;

    for (int i = 0; i < ABOUT_COUNT; i++) {
        if (strcmp(about[i][0], word) == 0) {
            return say(desk->voice, about[i][1]);
        }
    }
    for (int i = 0; i < memory->bot_count; i++) {
        if (strcmp(memory->bot[i].word, word) == 0) {
            return memory->bot[i].text;
        }
    }
    return word;
}

/* The word of a row: first a person, then the bots. */
static const char *word_of(const NewGameMemory *memory, int row)
{
    return row == 0 ? about[0][0] : memory->bot[row - 1].word;
}

static bool draw_player(Ui *ui, const Desk *desk, Box box, int row)
{
    const NewGameMemory *memory = &desk->new_game;
    const char *word = word_of(memory, row);
    const Button button = {.id = ui_id("who", row),
                           .label = new_game_player(desk, word),
                           .detail = new_game_about(desk, word),
                           .icon = -1,
                           .selected = strcmp(memory->wish.player[memory->asks], word) == 0};

    return ui_button(ui, box, &button);
}

/* In two columns; a longer list scrolls. */
static void draw_list(Ui *ui, Desk *desk, Box box, int row_h)
{
    enum { GAP = 8 };
    NewGameMemory *memory = &desk->new_game;
    int rows = memory->bot_count + 1;
    int shown = 2 * ((box.h + GAP) / (row_h + GAP));
    Seat seat = memory->asks;

    memory->first = ui_scroll(ui, memory->first, rows, shown);
    for (int n = 0; n < shown && memory->first + n < rows; n++) {
        Box line = {box.x, box.y + n / 2 * (row_h + GAP), box.w, row_h};
        int row = memory->first + n;
        if (draw_player(ui, desk, box_column(line, n % 2, 2, GAP), row)) {
            snprintf(memory->wish.player[seat], SEAT_SPEC_SIZE, "%s", word_of(memory, row));
            memory->asks = NEW_GAME_CLOSED;
            desk->again = true;
            return;
        }
    }
}

void new_game_ask_player(Ui *ui, Desk *desk)
{
    enum { WIDTH = 760, PAD = 24, GAP = 8 };
    NewGameMemory *memory = &desk->new_game;
    int row_h = 2 * ui_line(ui, TYPE_STRONG) + GAP;
    int lines = (memory->bot_count + 2) / 2;
    int title = ui_line(ui, TYPE_HEAD);
    Box box = dialog_panel(ui, WIDTH, lines * (row_h + GAP) + title + GAP + 2 * PAD);

    ui_text(ui, box_cut_top(&box, title, GAP), (Style){TYPE_HEAD, INK_HIGH, ALIGN_LEFT, true},
            text_seat(desk->voice, memory->wish.game.seat_count, memory->asks));
    draw_list(ui, desk, box, row_h);
    if (ui_key(ui, UI_KEY_BACK)) {
        memory->asks = NEW_GAME_CLOSED;
        desk->again = true;
    }
}
