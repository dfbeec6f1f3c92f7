/* The end of a game: who has won, and with what. */

#include "ui/screen_end.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/event.h"
#include "core/score.h"
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
#include "ui/screen_load.h"
#include "ui/sheet.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { GAP = 12, LOW = 640, POOL = 4 /* of EVENT_SCORED: 4 + bloc is a pool */ };

/* ---- counting ---- */

static Bloc receiver_of(const Event *event)
{
    return event->a >= POOL ? (Bloc)(event->a - POOL) : (Bloc)(event->a / 2);
}

/* The round that a decision led into; 0: it led into none. */
static int round_begun(const Match *match, int decision)
{
    EventLog log;

    event_log_init(&log, NULL, NULL);
    match_events(match, decision, SEAT_NOBODY, &log);
    for (int i = 0; i < log.count; i++) {
        if (log.item[i].kind == EVENT_START) {
            return log.item[i].subject;
        }
    }
    return 0;
}

/* The round in which the match began: one before the first that a decision led into. */
static int first_round(const Match *match)
{
    for (int n = 0; n < match_decision_count(match); n++) {
        int round = round_begun(match, n);
        if (round > 0) {
            return round - 1;
        }
    }
    return match_state(match)->round;
}

static void count_event(EndMemory *memory, const Event *event, int *round)
{
    if (event->kind == EVENT_START) {
        *round = event->subject;
    }
    if (event->kind == EVENT_SCORED && *round >= 1 && *round <= END_ROUNDS_MAX) {
        memory->points[receiver_of(event)][*round][event->subject] += event->b;
        memory->rounds = *round > memory->rounds ? *round : memory->rounds;
    }
}

static void count_points(EndMemory *memory, const Match *match)
{
    int round = first_round(match);
    bool seen = memory->seen;
    EventLog log;

    *memory = (EndMemory){.seen = seen, .counted = true};
    for (int n = 0; n < match_decision_count(match); n++) {
        event_log_init(&log, NULL, NULL);
        match_events(match, n, SEAT_NOBODY, &log);
        for (int i = 0; i < log.count; i++) {
            count_event(memory, &log.item[i], &round);
        }
    }
}

/* ---- the result ---- */

static void draw_result(Ui *ui, const Desk *desk, Box box)
{
    const State *state = match_state(desk->match);
    const Voice *voice = desk->voice;
    Bloc winner = state_is_terminal(state) ? state_winner(state) : BLOC_US;
    char text[PHRASE_SIZE];
    const TextArgument words[] = {words_text("bloc", text_bloc(voice, winner)),
                                  words_text("ending", state_is_terminal(state)
                                                           ? text_ending(voice, state_ending(state))
                                                           : ""),
                                  words_number("us", state_bloc_vp(state, BLOC_US)),
                                  words_number("cn", state_bloc_vp(state, BLOC_CN)), words_end};
    Box emblem = box_cut_left(&box, box.h, GAP);

    if (!state_is_terminal(state)) {
        ui_text(ui, box, (Style){TYPE_TITLE, INK_HIGH, ALIGN_LEFT, true},
                say(voice, "The game is not over yet"));
        sheet_emblem(ui, emblem);
        return;
    }
    sheet_side(ui, emblem, winner);
    text_format(text, sizeof text, say(voice, "{bloc} wins {ending}"), words);
    ui_text(ui, box_cut_top(&box, box.h / 2, 0),
            (Style){TYPE_HUGE, ink_of_bloc(winner), ALIGN_LEFT, true}, text);
    text_format(text, sizeof text, say(voice, "US {us} · China {cn} victory points"), words);
    ui_text(ui, box, (Style){TYPE_CARD, INK_MID, ALIGN_LEFT, true}, text);
}

/* ---- a side's points ---- */

typedef struct Sheet {
    const EndMemory *memory;
    Bloc bloc;
    int label_w, cell_w, line;
} Sheet;

static void draw_number(Ui *ui, Box box, int number, Ink ink)
{
    char text[16];

    snprintf(text, sizeof text, "%d", number);
    ui_text(ui, box, (Style){TYPE_NUMBER, number == 0 ? INK_LOW : ink, ALIGN_RIGHT, false}, text);
}

static void draw_heads(Ui *ui, const Desk *desk, Box row, const Sheet *sheet)
{
    char text[16];

    ui_text(ui, box_cut_left(&row, sheet->label_w, 0),
            (Style){TYPE_SMALL, INK_LOW, ALIGN_LEFT, true}, say(desk->voice, "Round"));
    for (int round = 1; round <= sheet->memory->rounds; round++) {
        snprintf(text, sizeof text, "%d", round);
        ui_text(ui, box_cut_left(&row, sheet->cell_w, 0),
                (Style){TYPE_SMALL, INK_LOW, ALIGN_RIGHT, false}, text);
    }
    ui_text(ui, row, (Style){TYPE_SMALL, INK_LOW, ALIGN_RIGHT, true}, say(desk->voice, "Sum"));
}

/* Returns the sum of the row. */
static int draw_item(Ui *ui, const Desk *desk, Box row, const Sheet *sheet, ScoreItem item)
{
    int sum = 0;

    ui_text(ui, box_cut_left(&row, sheet->label_w, 0),
            (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true}, text_score_item(desk->voice, item));
    for (int round = 1; round <= sheet->memory->rounds; round++) {
        int points = sheet->memory->points[sheet->bloc][round][item];
        draw_number(ui, box_cut_left(&row, sheet->cell_w, 0), points, INK_HIGH);
        sum += points;
    }
    draw_number(ui, row, sum, ink_of_bloc(sheet->bloc));
    return sum;
}

/* What no scoring gave: cards, and what a game begins with. */
static void draw_rest(Ui *ui, const Desk *desk, Box row, const Sheet *sheet, int rest)
{
    ui_text(ui, box_cut_left(&row, sheet->label_w + sheet->memory->rounds * sheet->cell_w, 0),
            (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true}, say(desk->voice, "Cards and set-up"));
    draw_number(ui, row, rest, ink_of_bloc(sheet->bloc));
}

static void draw_total(Ui *ui, const Desk *desk, Box row, int total)
{
    char text[16];

    snprintf(text, sizeof text, "%d", total);
    ui_text(ui, box_cut_right(&row, 80, 0), (Style){TYPE_TITLE, INK_HIGH, ALIGN_RIGHT, true}, text);
    ui_text(ui, row, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true},
            say(desk->voice, "Victory points"));
}

static void draw_points(Ui *ui, const Desk *desk, Box box, Bloc bloc)
{
    enum { LABEL_PERCENT = 36, PERCENT = 100 };
    Box inside = sheet_panel(ui, box, NULL);
    int total = state_bloc_vp(match_state(desk->match), bloc);
    int label_w = inside.w * LABEL_PERCENT / PERCENT;
    Sheet sheet = {&desk->end, bloc, label_w, (inside.w - label_w) / (desk->end.rounds + 1),
                   ui_line(ui, TYPE_BODY) + (ui->list->h < LOW ? 2 : GAP)};
    Box head = box_cut_top(&inside, 30, GAP);
    int sum = 0;

    sheet_side(ui, box_cut_left(&head, 30, GAP), bloc);
    ui_text(ui, head, (Style){TYPE_HEAD, INK_HIGH, ALIGN_LEFT, true}, text_bloc(desk->voice, bloc));
    draw_heads(ui, desk, box_cut_top(&inside, sheet.line, 0), &sheet);
    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        sum += draw_item(ui, desk, box_cut_top(&inside, sheet.line, 0), &sheet, (ScoreItem)item);
    }
    if (total != sum) {
        draw_rest(ui, desk, box_cut_top(&inside, sheet.line, 0), &sheet, total - sum);
    }
    draw_total(ui, desk, box_cut_top(&inside, ui_line(ui, TYPE_TITLE) + GAP, 0), total);
}

/* ---- what now ---- */

typedef void EndAct(Desk *desk);

static void act_replay(Desk *desk)
{
    desk_open(desk, SCREEN_REPLAY);
}

static void act_again(Desk *desk)
{
    GameWish wish;

    desk_wish_again(desk, &wish);
    desk_begin(desk, &wish);
}

static void swap_players(GameWish *wish, Seat a, Seat b)
{
    GameWish old = *wish;

    snprintf(wish->player[a], SEAT_SPEC_SIZE, "%s", old.player[b]);
    snprintf(wish->player[b], SEAT_SPEC_SIZE, "%s", old.player[a]);
    snprintf(wish->agreement.name[a], SEAT_NAME_SIZE, "%s", old.agreement.name[b]);
    snprintf(wish->agreement.name[b], SEAT_NAME_SIZE, "%s", old.agreement.name[a]);
}

static void act_swapped(Desk *desk)
{
    GameWish wish;

    desk_wish_again(desk, &wish);
    swap_players(&wish, 0, 2);
    swap_players(&wish, 1, 3);
    desk_begin(desk, &wish);
}

static void act_save_as(Desk *desk)
{
    load_save_as(desk);
}

static void act_title(Desk *desk)
{
    desk_return(desk, SCREEN_TITLE);
}

typedef struct EndButton {
    const char *label;
    EndAct *act;
    Icon icon;
    char key;
} EndButton;

static const EndButton end_buttons[] = {
    {N_("Replay"), act_replay, ICON_CLOCK, 'r'},
    {N_("Again, same seats"), act_again, ICON_STAR, 'a'},
    {N_("Again, seats swapped"), act_swapped, ICON_UNDO, 'x'},
    {N_("Save a copy…"), act_save_as, ICON_RELEASE, 's'},
    {N_("Title"), act_title, ICON_FLAG, 't'},
};

enum { END_BUTTON_COUNT = sizeof end_buttons / sizeof end_buttons[0] };

/* Whether the match may be another one now. */
static bool draw_buttons(Ui *ui, Desk *desk, Box box)
{
    EndAct *act = NULL;

    for (int i = 0; i < END_BUTTON_COUNT; i++) {
        const Button button = {.id = ui_id("end", i),
                               .label = say(desk->voice, end_buttons[i].label),
                               .icon = (int)end_buttons[i].icon,
                               .key = end_buttons[i].key};
        if (ui_button(ui, box_column(box, i, END_BUTTON_COUNT, GAP), &button)) {
            act = end_buttons[i].act;
        }
    }
    if (act != NULL) {
        act(desk);
    }
    return act != NULL;
}

/* ---- the screen ---- */

void screen_end(Ui *ui, Desk *desk)
{
    enum { WIDTH = 1160, RESULT_H = 84, RESULT_LOW = 64, BUTTON_H = 44, LINES = 7 };
    bool low = ui->list->h < LOW;

    if (!desk->end.counted) {
        count_points(&desk->end, desk->match);
    }
    Box box = sheet_begin(ui, desk, say(desk->voice, "The end"), WIDTH);
    draw_result(ui, desk, box_cut_top(&box, low ? RESULT_LOW : RESULT_H, low ? GAP : 2 * GAP));
    Box buttons = box_cut_bottom(&box, BUTTON_H, GAP);
    int most = LINES * (ui_line(ui, TYPE_BODY) + GAP) + ui_line(ui, TYPE_TITLE) + RESULT_H + GAP;
    box.h = box.h < most ? box.h : most;
    draw_points(ui, desk, box_column(box, 0, 2, GAP), BLOC_US);
    draw_points(ui, desk, box_column(box, 1, 2, GAP), BLOC_CN);
    if (!draw_buttons(ui, desk, buttons) && ui_key(ui, UI_KEY_BACK)) {
        desk_back(desk);
    }
}
