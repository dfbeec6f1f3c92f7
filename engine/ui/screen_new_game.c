/* A new game: what is played, and who sits where. */

#include "ui/screen_new_game.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/vocab.h"
#include "match/seat.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/dialog.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/new_game.h"
#include "ui/sheet.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { GAP = 12, LINE_GAP = 6, LOW = 640, FIELD_H = 34 };

static const char person[] = "human";

/* ---- the wish ---- */

static void seat_word(NewGameMemory *memory, Seat seat, const char *word)
{
    snprintf(memory->wish.player[seat], SEAT_SPEC_SIZE, "%s", word);
}

/* The bot that plays where nobody said who: the program's usual one, if it is there. */
static const char *usual_bot(const NewGameMemory *memory)
{
    for (int i = 0; i < memory->bot_count; i++) {
        if (strcmp(memory->bot[i].word, "greedy") == 0) {
            return memory->bot[i].word;
        }
    }
    return memory->bot_count > 0 ? memory->bot[0].word : person;
}

/* Every seat of the game has a player, the first a person, and no other has. */
static void fill_seats(NewGameMemory *memory)
{
    int step = SEATS_MAX / memory->wish.game.seat_count;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        if (seat % step != 0) {
            memory->wish.player[seat][0] = '\0';
        } else if (memory->wish.player[seat][0] == '\0') {
            seat_word(memory, seat, seat == 0 ? person : usual_bot(memory));
        }
    }
}

static void draw_seed(Desk *desk)
{
    NewGameMemory *memory = &desk->new_game;
    const DeskHost *host = &desk->host;

    memory->wish.game.seed = host->new_seed == NULL ? 1 : host->new_seed(host->user);
    snprintf(memory->seed, sizeof memory->seed, "%llu", (unsigned long long)memory->wish.game.seed);
}

static int first_scenario(const Rules *rules)
{
    int scenario = rules_find_scenario(rules, "short");

    return scenario < 0 ? 0 : scenario;
}

void new_game_fill(Desk *desk, const GameWish *wish)
{
    NewGameMemory *memory = &desk->new_game;
    const DeskHost *host = &desk->host;

    *memory = (NewGameMemory){.begun = true, .asks = NEW_GAME_CLOSED};
    memory->bot_count = host->list_bots == NULL ? 0 : host->list_bots(host->user, memory->bot);
    if (wish != NULL) {
        memory->wish = *wish;
    } else {
        memory->wish.game.scenario = first_scenario(desk->rules);
        memory->wish.game.seat_count = 2;
    }
    fill_seats(memory);
    draw_seed(desk);
}

/* Digits that are too many for a seed count as far as they fit. */
static void read_seed(NewGameMemory *memory)
{
    memory->wish.game.seed = strtoull(memory->seed, NULL, 10);
}

/* Minutes that a game of this kind takes: people think about each card longer than bots. */
int new_game_minutes(const Rules *rules, const GameWish *wish)
{
    enum { PERSON = 75, BOT = 8, MINUTE = 60, STEP = 5 };
    const Scenario *scenario = &rules->scenario[wish->game.scenario];
    int cards = scenario->rounds * (2 * scenario->acts + 2 * scenario->headline);
    int people = 0;
    int bots = 0;

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        people += strcmp(wish->player[seat], person) == 0;
        bots += wish->player[seat][0] != '\0' && strcmp(wish->player[seat], person) != 0;
    }
    int seconds = cards * (people * PERSON + bots * BOT) / (people + bots);
    int minutes = seconds / MINUTE / STEP * STEP;
    return minutes < STEP ? STEP : minutes;
}

/* ---- scenarios ---- */

static void draw_scenario(Ui *ui, Desk *desk, Box box, int scenario)
{
    NewGameMemory *memory = &desk->new_game;
    GameWish wish = memory->wish;
    bool selected = scenario == wish.game.scenario;
    char text[PHRASE_SIZE];
    UiTouch touch = ui_zone(ui, ui_id("scenario", scenario), box);

    if (touch.clicked) {
        memory->wish.game.scenario = scenario;
    }
    draw_round(ui->list, box,
               look_edge(selected || touch.hot ? INK_WELL : INK_RAISED, 10,
                         selected ? INK_ACCENT : INK_LINE, selected ? 2 : 1));
    if (touch.focused) {
        ui_ring(ui, box, 10, INK_ACCENT);
    }
    wish.game.scenario = scenario;
    const TextArgument words[] = {words_number("rounds", desk->rules->scenario[scenario].rounds),
                                  words_number("minutes", new_game_minutes(desk->rules, &wish)),
                                  words_end};
    text_format(text, sizeof text, say(desk->voice, "{rounds} rounds · {minutes} min"), words);
    Box inside = {box.x + GAP, box.y, box.w - 2 * GAP, box.h};
    int line = ui_line(ui, TYPE_STRONG);
    int rest = ui_paragraph_height(ui, inside.w, TYPE_SMALL,
                                   text_scenario_summary(desk->voice, desk->rules, scenario));
    int spare = inside.h - line - rest;
    box_cut_top(&inside, spare > 0 ? spare / 2 : 2, 0);
    Box top = box_cut_top(&inside, line, 0);
    Box right = box_cut_right(&top, ui_width(ui, TYPE_SMALL, text) + 1, GAP);
    ui_text(ui, right, (Style){TYPE_SMALL, INK_MID, ALIGN_RIGHT, true}, text);
    ui_text(ui, top, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true},
            text_scenario(desk->voice, desk->rules, scenario));
    ui_paragraph(ui, inside, (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true},
                 text_scenario_summary(desk->voice, desk->rules, scenario));
}

static void draw_scenarios(Ui *ui, Desk *desk, Box box)
{
    enum { ROW_MOST = 84 };
    int count = desk->rules->scenario_count;
    Box inside = sheet_panel(ui, box, say(desk->voice, "WHAT IS PLAYED"));
    int most = count * ROW_MOST + (count - 1) * LINE_GAP;

    inside.h = inside.h < most ? inside.h : most;
    for (int n = 0; n < count; n++) {
        draw_scenario(ui, desk, box_row(inside, n, count, LINE_GAP), n);
    }
}

/* ---- seats ---- */

const char *new_game_player(const Desk *desk, const char *word)
{
    return strcmp(word, person) == 0 ? say(desk->voice, C_("player", "a person")) : word;
}

static void draw_name_field(Ui *ui, Desk *desk, Box box, Seat seat)
{
    const Field field = {.id = ui_id("name", seat),
                         .text = desk->new_game.wish.agreement.name[seat],
                         .size = SEAT_NAME_SIZE,
                         .empty = say(desk->voice, "Name")};

    ui_field(ui, box, &field);
}

static void draw_seat(Ui *ui, Desk *desk, Box box, Seat seat)
{
    NewGameMemory *memory = &desk->new_game;
    const char *word = memory->wish.player[seat];
    Bloc bloc = seat_bloc(seat);
    Look look = look_fill(ink_deep_of_bloc(bloc), 7);
    Box row = box_cut_top(&box, FIELD_H, 4);
    Box emblem = box_cut_left(&row, FIELD_H, GAP);
    const Button player = {.id = ui_id("player", seat),
                           .label = new_game_player(desk, word),
                           .icon = strcmp(word, person) == 0 ? ICON_EYE : ICON_SETTINGS,
                           .tip = say(desk->voice, "Who plays this seat")};

    if (bloc == BLOC_US) {
        draw_circle(ui->list, box_centre(emblem), FIELD_H, look);
    } else {
        draw_round(ui->list, emblem, look);
    }
    ui_text(ui, emblem, (Style){TYPE_CAPTION, INK_WHITE, ALIGN_CENTRE, true},
            vocab_seat(memory->wish.game.seat_count, seat));
    draw_name_field(ui, desk, box_column(row, 0, 2, LINE_GAP), seat);
    if (ui_button(ui, box_column(row, 1, 2, LINE_GAP), &player)) {
        memory->asks = seat;
        memory->first = 0;
    }
    box_cut_left(&box, FIELD_H, GAP);
    ui_paragraph(ui, box, (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true},
                 new_game_about(desk, word));
}

static void draw_seat_count(Ui *ui, Desk *desk, Box box)
{
    NewGameMemory *memory = &desk->new_game;
    const char *const labels[] = {say(desk->voice, "2 seats"), say(desk->voice, "4 seats")};
    const Choices choices = {"seats", labels, 2, memory->wish.game.seat_count == 4};

    int count = ui_choices(ui, box, &choices) == 1 ? 4 : 2;
    if (count != memory->wish.game.seat_count) {
        memory->wish.game.seat_count = count;
        fill_seats(memory);
    }
}

static void draw_seats(Ui *ui, Desk *desk, Box box)
{
    Box inside = sheet_panel(ui, box, say(desk->voice, "WHO PLAYS"));
    int step = SEATS_MAX / desk->new_game.wish.game.seat_count;
    int lines = ui->list->h < LOW ? 1 : 2;
    int height = FIELD_H + 4 + lines * ui_line(ui, TYPE_SMALL);

    draw_seat_count(ui, desk, box_cut_top(&inside, FIELD_H, GAP));
    for (Seat seat = 0; seat < SEATS_MAX; seat += step) {
        draw_seat(ui, desk, box_cut_top(&inside, height, ui->list->h < LOW ? 4 : GAP), seat);
    }
}

/* ---- how ---- */

/* A label above short answers. */
static int draw_answers(Ui *ui, Box *box, const char *caption, const Choices *choices)
{
    ui_text(ui, box_cut_top(box, ui_line(ui, TYPE_SMALL), 3),
            (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true}, caption);
    return ui_choices(ui, box_cut_top(box, FIELD_H - 4, ui->list->h < LOW ? 5 : GAP), choices);
}

static void draw_seed_field(Ui *ui, Desk *desk, Box *box)
{
    NewGameMemory *memory = &desk->new_game;
    const Field field = {.id = ui_id("seed", 0),
                         .text = memory->seed,
                         .size = SEED_TEXT_SIZE,
                         .digits = true,
                         .empty = "0"};
    const Button dice = {.id = ui_id("dice", 0),
                         .label = NULL,
                         .icon = ICON_DIE,
                         .tip = say(desk->voice, "Another one, by chance")};

    ui_text(ui, box_cut_top(box, ui_line(ui, TYPE_SMALL), 3),
            (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true},
            say(desk->voice, "Seed: same number, same deal"));
    Box row = box_cut_top(box, FIELD_H, ui->list->h < LOW ? 5 : GAP);
    if (ui_button(ui, box_cut_right(&row, FIELD_H + 6, LINE_GAP), &dice)) {
        draw_seed(desk);
    }
    if (ui_field(ui, row, &field)) {
        read_seed(memory);
    }
}

static void draw_hands(Ui *ui, Desk *desk, Box *box)
{
    Agreement *agreement = &desk->new_game.wish.agreement;
    const char *const labels[] = {say(desk->voice, C_("hands", "hidden")),
                                  say(desk->voice, C_("hands", "open to all"))};
    const Choices choices = {"hands", labels, 2, agreement->open_hands};

    agreement->open_hands = draw_answers(ui, box, say(desk->voice, "Hands"), &choices) == 1;
}

static void draw_timer(Ui *ui, Desk *desk, Box *box)
{
    static const int minutes[] = {0, 1, 2, 3, 5};
    enum { COUNT = sizeof minutes / sizeof minutes[0] };
    Agreement *agreement = &desk->new_game.wish.agreement;
    const char *const labels[COUNT] = {say(desk->voice, C_("timer", "off")), "1", "2", "3", "5"};
    Choices choices = {"timer", labels, COUNT, 0};

    for (int n = 0; n < COUNT; n++) {
        choices.selected = minutes[n] == agreement->timer ? n : choices.selected;
    }
    agreement->timer =
        minutes[draw_answers(ui, box, say(desk->voice, "Minutes for a turn"), &choices)];
}

static void draw_names(Ui *ui, Desk *desk, Box *box)
{
    const char *const labels[] = {say(desk->voice, C_("names", "of nations")),
                                  say(desk->voice, C_("names", "neutral"))};
    const Choices choices = {"names", labels, 2, (int)desk->voice->names};

    desk->voice->names =
        (Names)draw_answers(ui, box, say(desk->voice, "Names on the map"), &choices);
}

static void draw_language(Ui *ui, Desk *desk, Box *box)
{
    static const char *const labels[] = {"English", "中文"};
    const Choices choices = {"tongue", labels, 2, (int)desk->voice->language};
    int language = draw_answers(ui, box, say(desk->voice, "Language"), &choices);

    if (language != (int)desk->voice->language) {
        desk_change_language(desk, (Language)language);
    }
}

static void draw_how(Ui *ui, Desk *desk, Box box)
{
    enum { START_H = 44 };
    Box inside = sheet_panel(ui, box, say(desk->voice, "HOW"));
    Box start = box_cut_bottom(&inside, START_H, GAP);
    const Button button = {.id = ui_id("start", 0),
                           .label = say(desk->voice, "Start the game"),
                           .icon = ICON_CHECK,
                           .key = '\n',
                           .primary = true};

    draw_seed_field(ui, desk, &inside);
    draw_hands(ui, desk, &inside);
    draw_timer(ui, desk, &inside);
    draw_names(ui, desk, &inside);
    draw_language(ui, desk, &inside);
    if (ui_button(ui, start, &button)) {
        GameWish wish = desk->new_game.wish;
        desk->new_game.begun = !desk_begin(desk, &wish); /* another one is filled in anew */
    }
}

/* ---- the screen ---- */

static void draw_form(Ui *ui, Desk *desk)
{
    enum { WIDTH = 1240 };
    Box box = sheet_begin(ui, desk, say(desk->voice, "New game"), WIDTH);

    draw_scenarios(ui, desk, box_cut_left(&box, box.w * 36 / 100, GAP));
    draw_seats(ui, desk, box_cut_left(&box, (box.w - GAP) * 54 / 100, GAP));
    draw_how(ui, desk, box);
    if (ui_key(ui, UI_KEY_BACK)) {
        desk_back(desk);
    }
}

void screen_new_game(Ui *ui, Desk *desk)
{
    UiInput input = ui->input;
    bool asks;

    if (!desk->new_game.begun) {
        new_game_fill(desk, NULL);
    }
    asks = desk->new_game.asks != NEW_GAME_CLOSED;
    if (asks) {
        dialog_hold(ui);
    }
    draw_form(ui, desk);
    if (asks) {
        ui->input = input;
        new_game_ask_player(ui, desk);
    }
}
