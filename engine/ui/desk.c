#include "ui/desk.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "core/state.h"
#include "core/view.h"
#include "match/history.h"
#include "match/seat.h"
#include "ui/dialog.h"
#include "ui/hint_panel.h"
#include "ui/motion.h"
#include "ui/replay.h"

const char *const screen_name[SCREEN_COUNT + 1] = {
#define SCREEN(id, name, function, match, summary) name,
#include "ui/screens.def"
#undef SCREEN
    NULL,
};

const bool screen_has_match[SCREEN_COUNT] = {
#define SCREEN(id, name, function, match, summary) match,
#include "ui/screens.def"
#undef SCREEN
};

static ScreenDraw *const screen_draw[SCREEN_COUNT] = {
#define SCREEN(id, name, function, match, summary) function,
#include "ui/screens.def"
#undef SCREEN
};

static void forget_table(TableMemory *table)
{
    table->card = -1;
    table->nation = -1;
    table->asks_stop = false;
    table->points = false;
    if (table->pinned.kind == SUBJECT_CARD || table->pinned.kind == SUBJECT_ACTION) {
        table->pinned = (Subject){.kind = SUBJECT_NONE}; /* it may be another seat's next */
    }
}

void desk_init(Desk *desk, const Rules *rules, Voice *voice, Screen screen)
{
    *desk = (Desk){.rules = rules,
                   .voice = voice,
                   .eyes = SEAT_NOBODY,
                   .bots_play = true,
                   .depth = 1,
                   .screen = {screen}};
    settings_init(&desk->settings);
    desk->written = desk->settings;
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

const char *desk_player_name(const Desk *desk, Seat seat)
{
    const MatchSeat *player = match_seat(desk->match, seat);

    if (desk->agreement.name[seat][0] != '\0') {
        return desk->agreement.name[seat];
    }
    return player->player == PLAYER_HUMAN ? say(desk->voice, C_("player", "a person"))
                                          : player->spec;
}

void desk_look(Desk *desk)
{
    scene_look(&desk->scene, desk->match, desk->voice, turns_look(desk));
}

/* The screen may still be drawing the match: it is given up behind the frame. */
static void note(Desk *desk, Status status)
{
    desk->gives_up = status != STATUS_OK && status != STATUS_ILLEGAL;
    forget_table(&desk->table);
    if (!desk->gives_up) {
        desk_look(desk);
    }
}

void desk_clear(Desk *desk)
{
    replay_close(desk);
    hint_close(desk);
}

/* Screens that show the match are closed with it. */
static void close_match_screens(Desk *desk)
{
    int kept = 0;

    for (int i = 0; i < desk->depth; i++) {
        if (!screen_has_match[desk->screen[i]]) {
            desk->screen[kept++] = desk->screen[i];
        }
    }
    if (kept == 0) {
        desk->screen[kept++] = SCREEN_TITLE;
    }
    desk->depth = kept;
}

void desk_sit_down(Desk *desk, Match *match)
{
    desk->match = match;
    desk->eyes = SEAT_NOBODY;
    desk->end = (EndMemory){.seen = false};
    forget_table(&desk->table);
    if (match != NULL) {
        turns_begin(desk);
        desk_look(desk);
        motion_rest(desk);
    } else {
        close_match_screens(desk);
    }
}

void desk_choose(Desk *desk, Action action)
{
    if (desk_screen(desk) == SCREEN_REPLAY) {
        replay_answer(desk, action);
        return;
    }
    note(desk, match_submit(desk->match, action, BY_HAND, &desk->err));
}

void desk_undo(Desk *desk)
{
    if (match_can_undo(desk->match) != UNDO_NONE) {
        note(desk, match_undo(desk->match, true, &desk->err));
        turns_rewind(desk);
    }
}

/* ---- screens ---- */

Screen desk_screen(const Desk *desk)
{
    return desk->screen[desk->depth - 1];
}

void desk_open(Desk *desk, Screen screen)
{
    title_forget(desk); /* when it is seen again, saved games may be others */
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

static bool lies_open(const Desk *desk, Screen screen)
{
    for (int i = 0; i < desk->depth; i++) {
        if (desk->screen[i] == screen) {
            return true;
        }
    }
    return false;
}

void desk_return(Desk *desk, Screen screen)
{
    if (!lies_open(desk, screen)) {
        desk->depth = 1;
        desk_open(desk, screen);
    }
    while (desk_screen(desk) != screen) {
        desk->depth--;
    }
}

void desk_replace(Desk *desk, Screen screen)
{
    desk->screen[desk->depth - 1] = screen;
}

/* ---- the host ---- */

void desk_notice(Desk *desk, const char *text)
{
    snprintf(desk->notice, sizeof desk->notice, "%s", text);
}

bool desk_went_well(Desk *desk, Status status)
{
    if (status != STATUS_OK) {
        desk_notice(desk, desk->err.text);
    }
    return status == STATUS_OK;
}

void desk_stand_up(Desk *desk)
{
    desk_sit_down(desk, NULL);
    if (desk->host.end_match != NULL) {
        desk->host.end_match(desk->host.user);
    }
}

static bool sit_down(Desk *desk, Status status, Match *match)
{
    if (!desk_went_well(desk, status)) {
        return false;
    }
    desk_sit_down(desk, match);
    desk_return(desk, SCREEN_TABLE);
    return true;
}

bool desk_begin(Desk *desk, const GameWish *wish)
{
    Match *match = NULL;

    if (desk->host.begin_match == NULL) {
        return false;
    }
    desk_stand_up(desk);
    Status status = desk->host.begin_match(desk->host.user, wish, &match, &desk->err);
    desk->agreement = wish->agreement;
    return sit_down(desk, status, match);
}

bool desk_resume(Desk *desk, const char *save)
{
    Match *match = NULL;

    if (desk->host.resume_match == NULL) {
        return false;
    }
    desk_stand_up(desk);
    Status status =
        desk->host.resume_match(desk->host.user, save, &match, &desk->agreement, &desk->err);
    return sit_down(desk, status, match);
}

void desk_wish_again(const Desk *desk, GameWish *wish)
{
    *wish = (GameWish){.game = *match_setup(desk->match), .agreement = desk->agreement};
    wish->game.seed =
        desk->host.new_seed == NULL ? wish->game.seed + 1 : desk->host.new_seed(desk->host.user);
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        const MatchSeat *player = match_seat(desk->match, seat);
        if (player->player != PLAYER_NONE) {
            snprintf(wish->player[seat], sizeof wish->player[seat], "%s", player->spec);
        }
    }
}

void desk_change_language(Desk *desk, Language language)
{
    const DeskHost *host = &desk->host;

    if (host->change_language != NULL &&
        desk_went_well(desk,
                       host->change_language(host->user, desk->voice, language, &desk->err))) {
        desk->settings.language = (int)language;
    }
}

/* What could not be written has not happened, and the game goes on from what the file holds. */
static void give_up(Desk *desk)
{
    desk->gives_up = false;
    if (desk->host.end_match == NULL) {
        desk->failed = true;
        return;
    }
    desk_notice(desk, desk->err.text);
    desk_stand_up(desk);
}

/* What was changed on any screen is kept at once; the place of the window only with it. */
static void keep_settings(Desk *desk, const Ui *ui)
{
    Settings now = desk->settings;

    now.theme = (int)ui->theme;
    now.names = (int)desk->voice->names;
    desk->settings = now;
    now.width = desk->written.width;
    now.height = desk->written.height;
    now.display = desk->written.display;
    now.maximised = desk->written.maximised;
    if (memcmp(&now, &desk->written, sizeof now) == 0) {
        return;
    }
    desk->written = desk->settings;
    if (desk->host.write_settings != NULL) {
        desk_went_well(desk,
                       desk->host.write_settings(desk->host.user, &desk->settings, &desk->err));
    }
}

/* ---- frame ---- */

/* Elsewhere bots wait. */
static bool shows_play(const Desk *desk)
{
    return desk_screen(desk) == SCREEN_TABLE || desk_screen(desk) == SCREEN_TUTORIAL;
}

static bool bot_is_next(const Desk *desk)
{
    return desk->match != NULL && desk->bots_play && shows_play(desk) &&
           !match_is_over(desk->match) &&
           match_player(desk->match, match_current_seat(desk->match)) == PLAYER_BOT;
}

/* A slice of the bot's thinking. */
static void think(Desk *desk)
{
    bool chose = false;
    Status status = match_think_bot(desk->match, &chose, &desk->err);

    desk->turns.thinks = status == STATUS_OK && !chose;
    if (!desk->turns.thinks) {
        turns_note_bot(desk);
        note(desk, status);
    } else {
        desk_look(desk);
    }
}

static void look_at_match(Desk *desk)
{
    if (bot_is_next(desk) && turns_let_bot(desk) && !motion_runs(&desk->motion)) {
        think(desk);
    } else if (desk->match != NULL) {
        desk_look(desk);
    }
}

/* Opens a screen from anywhere; the same key goes back to where it was opened. */
static void toggle(Desk *desk, Screen screen)
{
    if (desk_screen(desk) == screen) {
        desk_back(desk);
    } else {
        desk_open(desk, screen);
    }
}

/* Keys that do the same on every screen. */
static void answer_keys(Desk *desk, Ui *ui)
{
    if (ui_key(ui, UI_KEY_FULL_SCREEN)) {
        desk->settings.full_screen = desk->settings.full_screen == 0;
    }
    if (ui_key(ui, UI_KEY_HANDBOOK)) {
        desk->handbook.section = desk_screen(desk) == SCREEN_TABLE ? desk->table.section : NULL;
        toggle(desk, SCREEN_HANDBOOK);
    }
    if (ui_key(ui, UI_KEY_CARDS)) {
        toggle(desk, SCREEN_CARDS);
    }
    if (ui_key(ui, UI_KEY_LANGUAGE)) {
        desk_change_language(desk,
                             desk->voice->language == LANGUAGE_EN ? LANGUAGE_ZH : LANGUAGE_EN);
    }
}

/* A game that is over shows its end once, and then only when asked. */
static void show_end(Desk *desk)
{
    if (desk->match != NULL && desk->bots_play && !desk->end.seen && match_is_over(desk->match) &&
        desk_screen(desk) == SCREEN_TABLE) {
        desk->end.seen = true;
        desk_open(desk, SCREEN_END);
    }
}

static void show_notice(Desk *desk, Ui *ui)
{
    static const char *const answers[] = {N_("Go on"), NULL};
    const Dialog dialog = {.text = desk->notice, .answers = answers};

    if (desk->notice[0] != '\0' && dialog_ask(ui, &dialog) >= 0) {
        desk->notice[0] = '\0';
        desk->again = true;
    }
}

static WindowWish wish_of(const Desk *desk)
{
    if (desk->again) {
        return WISH_AGAIN;
    }
    if (motion_runs(&desk->motion)) {
        return WISH_SOON;
    }
    if (bot_is_next(desk) && !desk->turns.paused) {
        return match_bot_waits(desk->match) || desk->turns.rest > 0 ? WISH_SOON : WISH_AGAIN;
    }
    if (desk->soon) {
        return WISH_SOON;
    }
    return desk->match != NULL && turns_clock_runs(desk) ? WISH_TICK : WISH_WAIT;
}

/* While something moves, neither bots nor the clock go on. */
static void pass_time(Desk *desk, const Ui *ui)
{
    if (!motion_runs(&desk->motion)) {
        turns_pass_time(desk, ui->input.passed);
    }
    look_at_match(desk);
    motion_follow(desk, ui);
}

/* A choice was made in this frame: the next one begins to show it. */
static void note_choice(Desk *desk)
{
    const Motion *motion = &desk->motion;

    desk->again = desk->again || (motion->on && desk->match != NULL &&
                                  match_decision_count(desk->match) != motion->told);
}

WindowWish desk_frame(void *user, Ui *ui)
{
    Desk *desk = user;
    bool notice = desk->notice[0] != '\0';
    UiInput input = ui->input;

    desk->again = false;
    desk->soon = false;
    motion_answer(desk, ui);
    answer_keys(desk, ui);
    pass_time(desk, ui);
    if (notice) {
        dialog_hold(ui);
    }
    if (!motion_runs(&desk->motion)) {
        turns_step(desk);
        show_end(desk); /* the last scoring comes first */
    }
    desk->drawn = desk->depth - 1;
    draw_screen(desk, ui);
    if (desk->gives_up) {
        give_up(desk);
    }
    if (notice) {
        ui->input = input;
    }
    show_notice(desk, ui);
    note_choice(desk);
    keep_settings(desk, ui);
    if (desk->leaves || desk->failed) {
        return WISH_LEAVE;
    }
    return wish_of(desk);
}
