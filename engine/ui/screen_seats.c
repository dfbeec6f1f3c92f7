/* Who plays which seat.  A seat can be handed to a bot and back at any moment; the journal tells. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/desk_host.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/panel.h"
#include "ui/scene.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { WIDE = 720, GAP = 8, ROW = 40, STRIPE = 4, NAME = 150, FRAME = 110 };

/* The bot behind the one that has the seat, in the order of the host's list. */
static const char *next_bot(const Desk *desk, const MatchSeat *now, BotLine line[BOT_LINES_MAX])
{
    int count = desk->host.list_bots == NULL ? 0 : desk->host.list_bots(desk->host.user, line);

    for (int i = 0; i < count && now->player == PLAYER_BOT; i++) {
        if (strcmp(line[i].word, now->spec) == 0) {
            return line[(i + 1) % count].word;
        }
    }
    return count > 0 ? line[0].word : now->spec;
}

static void hand_to_bot(Desk *desk, Seat seat)
{
    BotLine line[BOT_LINES_MAX];
    MatchSeat player;
    const char *word = next_bot(desk, match_seat(desk->match, seat), line);

    if (desk->host.find_player != NULL &&
        desk_went_well(desk, desk->host.find_player(desk->host.user, word, &player, &desk->err))) {
        turns_hand_over(desk, seat, &player);
    }
}

static void hand_to_person(Desk *desk, Seat seat)
{
    MatchSeat player = {.player = PLAYER_HUMAN};

    snprintf(player.spec, sizeof player.spec, "human");
    turns_hand_over(desk, seat, &player);
}

static void draw_buttons(Ui *ui, Desk *desk, Box box, Seat seat)
{
    const MatchSeat *now = match_seat(desk->match, seat);
    bool person = now->player == PLAYER_HUMAN;
    char bot[PHRASE_SIZE];
    const TextArgument words[] = {words_text("bot", now->spec), words_end};

    text_format(bot, sizeof bot,
                person ? say(ui->voice, C_("button", "To a bot"))
                       : say(ui->voice, C_("button", "Bot: {bot}")),
                words);
    const Button people = {.id = ui_id("seat person", seat),
                           .label = say(ui->voice, C_("player", "a person")),
                           .icon = ICON_EYE,
                           .selected = person};
    const Button bots = {.id = ui_id("seat bot", seat),
                         .label = bot,
                         .icon = ICON_SETTINGS,
                         .selected = !person,
                         .tip = say(ui->voice, "Once more: the next bot of the list")};
    if (ui_button(ui, box_column(box, 0, 2, 2 * GAP), &people) && !person) {
        hand_to_person(desk, seat);
    }
    if (ui_button(ui, box_column(box, 1, 2, 2 * GAP), &bots)) {
        hand_to_bot(desk, seat);
    }
}

static void draw_seat(Ui *ui, Desk *desk, Box box, Seat seat)
{
    Box stripe = box_cut_left(&box, STRIPE, GAP);
    Box name = box_cut_left(&box, NAME, GAP);

    draw_round(ui->list, stripe, look_fill(ink_of_bloc(seat_bloc(seat)), STRIPE / 2));
    ui_text(ui, name, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true},
            text_seat(desk->voice, desk->scene.view.known.seat_count, seat));
    draw_buttons(ui, desk, box, seat);
}

void screen_seats(Ui *ui, Desk *desk)
{
    int seats = desk->scene.view.known.seat_count;
    int step = SEATS_MAX / seats;
    const Panel panel = {WIDE, FRAME + seats * (ROW + 2 * GAP), say(ui->voice, "Who plays"),
                         say(ui->voice, "the journal tells when a seat changes hands")};
    Box box = panel_draw(ui, desk, &panel);

    for (Seat seat = 0; seat < SEATS_MAX; seat += step) {
        draw_seat(ui, desk, box_cut_top(&box, ROW, 2 * GAP), seat);
    }
}
