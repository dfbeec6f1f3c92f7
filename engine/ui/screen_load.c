/* Saved games: open, rename, copy to a file, delete. */

#include "ui/screen_load.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/rules.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/dialog.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/replay.h"
#include "ui/screen_title.h"
#include "ui/sheet.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { GAP = 8, SIDE_W = 380, BUTTON_H = 40 };

static const char *const delete_answers[] = {N_("Delete"), N_("Keep"), NULL};

/* ---- the list ---- */

static void list_saves(Desk *desk)
{
    LoadMemory *memory = &desk->load;
    const DeskHost *host = &desk->host;

    memory->count = host->list_saves == NULL ? 0 : host->list_saves(host->user, memory->save);
    memory->listed = true;
    memory->selected = memory->selected < memory->count ? memory->selected : memory->count - 1;
    memory->selected = memory->selected < 0 ? 0 : memory->selected;
}

void load_save_as(Desk *desk)
{
    LoadMemory *memory = &desk->load;
    const DeskHost *host = &desk->host;

    memory->selected = 0;
    memory->first = 0;
    list_saves(desk);
    desk_open(desk, SCREEN_LOAD);
    if (memory->count > 0 && host->export_path != NULL) {
        memory->asks = LOAD_ASKS_PATH;
        host->export_path(host->user, memory->save[0].name, memory->text);
    }
}

static void describe(char *out, int size, const Desk *desk, const SaveLine *save)
{
    bool known = !save->broken && save->scenario >= 0;
    const TextArgument words[] = {
        words_text("scenario",
                   known ? text_scenario(desk->voice, desk->rules, save->scenario) : ""),
        words_number("round", save->round),
        words_number("rounds", known ? desk->rules->scenario[save->scenario].rounds : 0),
        words_number("seats", save->seat_count),
        words_text("date", save->date),
        words_end};

    text_format(
        out, size,
        save->broken ? say(desk->voice, "{date} · cannot be read")
        : !known     ? say(desk->voice, "{date} · of other rules")
        : save->over
            ? say(desk->voice, "{date} · {scenario} · {seats} seats · over")
            : say(desk->voice, "{date} · {scenario} · {seats} seats · round {round} of {rounds}"),
        words);
}

static void open_save(Desk *desk)
{
    LoadMemory *memory = &desk->load;
    const char *name = memory->save[memory->selected].name;

    memory->listed = false;
    desk_resume(desk, name);
}

/* A first choice selects, a second one opens. */
static void choose_save(Desk *desk, int n)
{
    LoadMemory *memory = &desk->load;

    memory->asks = LOAD_ASKS_NOTHING;
    if (n == memory->selected) {
        open_save(desk);
    } else {
        memory->selected = n;
    }
}

static bool draw_save(Ui *ui, const Desk *desk, Box box, int n)
{
    const LoadMemory *memory = &desk->load;
    char text[PHRASE_SIZE];
    const Button button = {.id = ui_id("save", n),
                           .label = memory->save[n].name,
                           .detail = text,
                           .icon = -1,
                           .chosen = n == memory->selected};

    describe(text, sizeof text, desk, &memory->save[n]);
    return ui_button(ui, box, &button);
}

static void draw_saves(Ui *ui, Desk *desk, Box box)
{
    LoadMemory *memory = &desk->load;
    Box inside = sheet_panel(ui, box, say(desk->voice, "NEWEST FIRST"));
    int height = 2 * ui_line(ui, TYPE_STRONG) + GAP;
    int shown = (inside.h + GAP) / (height + GAP);
    int chosen = -1;

    memory->first = ui_scroll(ui, memory->first, memory->count, shown);
    for (int n = memory->first; n < memory->count && n < memory->first + shown; n++) {
        chosen = draw_save(ui, desk, box_cut_top(&inside, height, GAP), n) ? n : chosen;
    }
    if (memory->count == 0) {
        ui_paragraph(ui, inside, (Style){TYPE_CARD, INK_MID, ALIGN_LEFT, true},
                     say(desk->voice, "There is no saved game yet: every game is saved here from "
                                      "its first choice on."));
    }
    if (chosen >= 0) {
        choose_save(desk, chosen);
    }
}

/* ---- what is done with one ---- */

static void answer_text(Desk *desk)
{
    LoadMemory *memory = &desk->load;
    const DeskHost *host = &desk->host;
    const char *name = memory->save[memory->selected].name;
    bool renames = memory->asks == LOAD_ASKS_NAME;

    if (renames) {
        desk_stand_up(desk); /* its journal may be the one that is written */
    }
    if (!desk_went_well(desk,
                        renames ? host->rename_save(host->user, name, memory->text, &desk->err)
                                : host->export_save(host->user, name, memory->text, &desk->err))) {
        return;
    }
    memory->asks = LOAD_ASKS_NOTHING;
    memory->listed = false;
}

static void draw_field(Ui *ui, Desk *desk, Box *box)
{
    LoadMemory *memory = &desk->load;
    bool renames = memory->asks == LOAD_ASKS_NAME;
    const Field field = {.id = ui_id("text", 0),
                         .text = memory->text,
                         .size = renames ? SAVE_NAME_SIZE : HOST_PATH_SIZE};
    const Button done = {.id = ui_id("done", 0),
                         .label = renames ? say(desk->voice, "Rename") : say(desk->voice, "Copy"),
                         .icon = ICON_CHECK,
                         .key = '\n',
                         .primary = true};

    ui_text(ui, box_cut_top(box, ui_line(ui, TYPE_SMALL), 4),
            (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true},
            renames ? say(desk->voice, "What it is to be called")
                    : say(desk->voice, "To which file it is copied"));
    ui_field(ui, box_cut_top(box, BUTTON_H, GAP), &field);
    if (ui_button(ui, box_cut_top(box, BUTTON_H, GAP), &done)) {
        answer_text(desk);
    }
}

static void ask_name(Ui *ui, LoadMemory *memory)
{
    memory->asks = LOAD_ASKS_NAME;
    snprintf(memory->text, sizeof memory->text, "%s", memory->save[memory->selected].name);
    ui->focus = ui_id("text", 0);
}

static void ask_path(Ui *ui, Desk *desk)
{
    LoadMemory *memory = &desk->load;

    memory->asks = LOAD_ASKS_PATH;
    desk->host.export_path(desk->host.user, memory->save[memory->selected].name, memory->text);
    ui->focus = ui_id("text", 0);
}

static bool draw_action(Ui *ui, const Desk *desk, Box *box, const Button *button)
{
    Button translated = *button;

    translated.id = ui_id(button->label, 0);
    translated.label = say(desk->voice, button->label);
    return ui_button(ui, box_cut_top(box, BUTTON_H, GAP), &translated);
}

static void draw_actions(Ui *ui, Desk *desk, Box *box)
{
    LoadMemory *memory = &desk->load;
    bool broken = memory->save[memory->selected].broken;
    bool asks = memory->asks != LOAD_ASKS_NOTHING; /* Enter ends what is typed */
    const Button open = {.label = N_("Open"),
                         .icon = ICON_CHECK,
                         .key = (char)(ui_has_focus(ui) || asks ? 0 : '\n'),
                         .primary = !asks,
                         .refusal = broken ? say(desk->voice, "This file is no saved game") : NULL};
    const Button replay = {.label = N_("Replay"),
                           .icon = ICON_CLOCK,
                           .key = 'p',
                           .refusal = open.refusal};
    const Button rename = {.label = N_("Rename…"), .icon = ICON_SHELVE, .key = 'r'};
    const Button copy = {.label = N_("Copy to a file…"), .icon = ICON_RELEASE, .key = 'c'};
    const Button delete = {.label = N_("Delete…"), .icon = ICON_DISCARD, .key = 'd'};

    if (draw_action(ui, desk, box, &open)) {
        open_save(desk);
    }
    if (draw_action(ui, desk, box, &replay)) {
        replay_open_save(desk, memory->save[memory->selected].name);
    }
    if (draw_action(ui, desk, box, &rename)) {
        ask_name(ui, memory);
    }
    if (draw_action(ui, desk, box, &copy)) {
        ask_path(ui, desk);
    }
    if (draw_action(ui, desk, box, &delete)) {
        memory->asks = LOAD_ASKS_DELETE;
        desk->again = true;
    }
}

static void draw_side(Ui *ui, Desk *desk, Box box)
{
    LoadMemory *memory = &desk->load;
    char text[PHRASE_SIZE];
    Box inside = sheet_panel(ui, box, say(desk->voice, "THIS GAME"));

    if (memory->count == 0) {
        return;
    }
    const SaveLine *save = &memory->save[memory->selected];
    const TextArgument words[] = {words_number("n", save->decisions), words_end};
    ui_text(ui, box_cut_top(&inside, ui_line(ui, TYPE_HEAD), 4),
            (Style){TYPE_HEAD, INK_HIGH, ALIGN_LEFT, true}, save->name);
    text_format(text, sizeof text, say(desk->voice, "{n} choices made"), words);
    ui_text(ui, box_cut_top(&inside, ui_line(ui, TYPE_BODY), 2 * GAP),
            (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true}, text);
    draw_actions(ui, desk, &inside);
    if (memory->asks == LOAD_ASKS_NAME || memory->asks == LOAD_ASKS_PATH) {
        box_cut_top(&inside, GAP, 0);
        draw_field(ui, desk, &inside);
    }
}

/* ---- the screen ---- */

static void go_back(Desk *desk)
{
    LoadMemory *memory = &desk->load;

    if (memory->asks != LOAD_ASKS_NOTHING) {
        memory->asks = LOAD_ASKS_NOTHING;
        return;
    }
    memory->listed = false;
    desk_back(desk);
}

static void draw_sheet(Ui *ui, Desk *desk)
{
    enum { WIDTH = 1120 };
    Box box = sheet_begin(ui, desk, say(desk->voice, "Saved games"), WIDTH);

    draw_side(ui, desk, box_cut_right(&box, SIDE_W, 2 * GAP));
    draw_saves(ui, desk, box);
    if (ui_key(ui, UI_KEY_BACK)) {
        go_back(desk);
    }
}

static void ask_delete(Ui *ui, Desk *desk)
{
    LoadMemory *memory = &desk->load;
    char text[PHRASE_SIZE];
    const char *name = memory->save[memory->selected].name;
    const TextArgument words[] = {words_text("name", name), words_end};
    const Dialog dialog = {text, delete_answers};

    text_format(text, sizeof text,
                say(desk->voice, "Delete the game {name}? It cannot be brought back."), words);
    int answer = dialog_ask(ui, &dialog);
    if (answer == DIALOG_NONE) {
        return;
    }
    memory->asks = LOAD_ASKS_NOTHING;
    desk->again = true;
    if (answer == 0) {
        desk_stand_up(desk);
        desk_went_well(desk, desk->host.delete_save(desk->host.user, name, &desk->err));
        memory->listed = false;
    }
}

void screen_load(Ui *ui, Desk *desk)
{
    UiInput input = ui->input;
    bool asks = desk->load.asks == LOAD_ASKS_DELETE;

    if (!desk->load.listed) {
        list_saves(desk);
        title_forget(desk);
    }
    if (asks) {
        dialog_hold(ui);
    }
    draw_sheet(ui, desk);
    if (asks) {
        ui->input = input;
        ask_delete(ui, desk);
    }
}
