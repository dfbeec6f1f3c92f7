/* The title: go on, begin, or look something up. */

#include "ui/screen_title.h"

#include <stdbool.h>
#include <stddef.h>

#include "core/rules.h"
#include "core/state.h"
#include "match/match.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/screen_tutorial.h"
#include "ui/settings.h"
#include "ui/sheet.h"
#include "ui/theme.h"
#include "ui/title_board.h"
#include "ui/ui.h"
#include "ui/words.h"

enum {
    COLUMN_W = 400,
    COLUMN_H = 520,
    OFFER_PAD = 14,
    ROW_H = 40,
    ROW_LOW = 34,
    CONTINUE_H = 54,
    GAP = 8,
    LOW = 640,
    BAR_H = 46
};

void title_forget(Desk *desk)
{
    desk->title.looked = false;
}

/* ---- the newest game that is not over ---- */

static void look_for_save(Desk *desk)
{
    TitleMemory *memory = &desk->title;
    SaveLine saves[SAVES_MAX];
    int count = desk->host.list_saves == NULL ? 0 : desk->host.list_saves(desk->host.user, saves);

    memory->looked = true;
    memory->has_save = false;
    for (int i = 0; i < count && !memory->has_save; i++) {
        memory->has_save = !saves[i].over && !saves[i].broken;
        memory->save = saves[i];
    }
}

static bool match_goes_on(const Desk *desk)
{
    return desk->match != NULL && !match_is_over(desk->match);
}

static void describe_game(char *out, int size, const Desk *desk)
{
    const SaveLine *save = &desk->title.save;
    bool open = match_goes_on(desk);
    int scenario = open ? match_setup(desk->match)->scenario : save->scenario;
    const TextArgument words[] = {
        words_text("scenario",
                   scenario < 0 ? save->name : text_scenario(desk->voice, desk->rules, scenario)),
        words_number("round", open ? match_state(desk->match)->round : save->round),
        words_number("rounds", scenario < 0 ? 0 : desk->rules->scenario[scenario].rounds),
        words_text("date", save->date), words_end};

    text_format(out, size,
                open ? say(desk->voice, "{scenario} · round {round} of {rounds}")
                     : say(desk->voice, "{scenario} · round {round} of {rounds} · {date}"),
                words);
}

static void go_on(Desk *desk)
{
    if (match_goes_on(desk)) {
        desk_open(desk, SCREEN_TABLE);
    } else if (desk->title.has_save) {
        desk_resume(desk, desk->title.save.name);
    }
}

static void draw_continue(Ui *ui, Desk *desk, Box *box)
{
    char text[PHRASE_SIZE];
    Button button = {.id = ui_id("continue", 0),
                     .label = say(desk->voice, "Continue"),
                     .detail = text,
                     .icon = -1,
                     .key = (char)(ui_has_focus(ui) ? 0 : '\n'),
                     .primary = true};

    if (!match_goes_on(desk) && !desk->title.has_save) {
        return;
    }
    describe_game(text, sizeof text, desk);
    if (ui_button(ui, box_cut_top(box, CONTINUE_H, GAP), &button)) {
        go_on(desk);
    }
}

/* ---- the first start ---- */

/* Offers the tutorial once; whatever is answered, it is not offered again. */
static bool draw_offer(Ui *ui, Desk *desk, Box *box)
{
    const Style style = {TYPE_BODY, INK_HIGH, ALIGN_LEFT, true};
    const char *text = say(desk->voice, "Here for the first time? Five minutes at the table show "
                                        "how it is played.");
    const Button take = {.id = ui_id("offer", 0),
                         .label = say(desk->voice, "Play the tutorial"),
                         .icon = -1,
                         .key = (char)(ui_has_focus(ui) ? 0 : '\n'),
                         .primary = true};
    const Button skip = {.id = ui_id("offer", 1),
                         .label = say(desk->voice, "Not now"),
                         .icon = -1,
                         .key = 'x'};

    if (desk->settings.tutorial_offered != 0 || desk->host.begin_match == NULL) {
        return false;
    }
    int height = ui_paragraph_height(ui, box->w - 2 * OFFER_PAD, style.type, text);
    Box panel = box_cut_top(box, height + 2 * OFFER_PAD + GAP + ROW_LOW, GAP);
    draw_round(ui->list, panel, look_edge(INK_PANEL, 12, INK_ACCENT, 1));
    panel = box_inset(panel, OFFER_PAD);
    ui_paragraph(ui, box_cut_top(&panel, height, GAP), style, text);
    bool taken = ui_button(ui, box_column(panel, 0, 2, GAP), &take);
    bool skipped = ui_button(ui, box_column(panel, 1, 2, GAP), &skip);
    desk->settings.tutorial_offered = taken || skipped;
    if (taken) {
        tutorial_begin(desk);
    }
    return true;
}

/* ---- the rows ---- */

typedef struct Row {
    const char *label;
    Screen screen; /* SCREEN_COUNT: leave */
    Icon icon;
    char key;
} Row;

static const Row rows[] = {
    {N_("New game"), SCREEN_NEW_GAME, ICON_STAR, 'n'},
    {N_("Saved games"), SCREEN_LOAD, ICON_PILE, 'l'},
    {N_("Tutorial"), SCREEN_TUTORIAL, ICON_FLAG, 't'},
    {N_("Cards"), SCREEN_CARDS, ICON_CARD, 'c'},
    {N_("Handbook"), SCREEN_HANDBOOK, ICON_DATA, 'h'},
    {N_("Settings"), SCREEN_SETTINGS, ICON_SETTINGS, 's'},
    {N_("Quit"), SCREEN_COUNT, ICON_REMOVED, 'q'},
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

/* The tutorial is a game as well as a screen. */
static void open_row(Desk *desk, const Row *row)
{
    if (row->screen == SCREEN_TUTORIAL) {
        tutorial_begin(desk);
    } else {
        desk_open(desk, row->screen);
    }
}

static void draw_row(Ui *ui, Desk *desk, Box box, const Row *row)
{
    const Button button = {.id = ui_id("title", (int)(row - rows)),
                           .label = say(desk->voice, row->label),
                           .icon = (int)row->icon,
                           .key = row->key};

    if (!ui_button(ui, box, &button)) {
        return;
    }
    if (row->screen == SCREEN_COUNT) {
        desk->leaves = true;
    } else {
        open_row(desk, row);
    }
}

/* The first in the whole width, the others in two columns. */
static void draw_rows(Ui *ui, Desk *desk, Box box)
{
    int height = ui->list->h < LOW ? ROW_LOW : ROW_H;
    Box line = box_cut_top(&box, height, GAP);
    int n = -1;

    for (int i = 0; i < ROW_COUNT; i++) {
        if (n > 0 && n % 2 == 0) {
            line = box_cut_top(&box, height, GAP);
        }
        draw_row(ui, desk, n < 0 ? line : box_column(line, n % 2, 2, GAP), &rows[i]);
        if (n < 0) {
            line = box_cut_top(&box, height, GAP);
        }
        n++;
    }
}

/* ---- the screen ---- */

static void draw_heading(Ui *ui, const Desk *desk, Box *box)
{
    enum { EMBLEM = 76, EMBLEM_LOW = 52 };
    const Style style = {TYPE_HUGE, INK_HIGH, ALIGN_LEFT, false};
    const Style below = {TYPE_CARD, INK_MID, ALIGN_LEFT, true};
    const char *name = say(desk->voice, "Trillion-Parameter Diplomacy");
    const char *subject =
        say(desk->voice, "Two powers, open and closed models, and sixteen nations that choose.");
    int emblem = ui->list->h < LOW ? EMBLEM_LOW : EMBLEM;
    int height = ui_paragraph_height(ui, box->w, style.type, name);

    sheet_emblem(ui, (Box){box->x, box->y, emblem, emblem});
    box_cut_top(box, emblem, 2 * GAP);
    ui_paragraph(ui, box_cut_top(box, height, GAP), style, name);
    height = ui_paragraph_height(ui, box->w, below.type, subject);
    ui_paragraph(ui, box_cut_top(box, height, 2 * GAP), below, subject);
}

static void draw_picture(Ui *ui, Box box)
{
    enum { LEAST = 300, MOST = 720 };
    int edge = box.w < box.h ? box.w : box.h;

    edge = edge < MOST ? edge : MOST;
    if (edge >= LEAST) {
        title_board(ui, box_around(box_centre(box), edge, edge));
    }
}

void screen_title(Ui *ui, Desk *desk)
{
    Box all = {0, 0, ui->list->w, ui->list->h};
    int margin = all.w / 14;
    int edge = all.h / 16;

    if (!desk->title.looked) {
        look_for_save(desk);
    }
    Box corner = {all.w - SHEET_BUTTONS_W - 16, 12, SHEET_BUTTONS_W, 34};
    all = (Box){margin, edge, all.w - 2 * margin, all.h - 2 * edge};
    Box column = box_cut_left(&all, COLUMN_W, margin);
    draw_picture(ui, (Box){all.x, all.y + BAR_H - edge / 2, all.w, all.h - BAR_H + edge / 2});
    box_cut_top(&column, (column.h - COLUMN_H) / 3 > 0 ? (column.h - COLUMN_H) / 3 : 0, 0);
    draw_heading(ui, desk, &column);
    if (!draw_offer(ui, desk, &column)) {
        draw_continue(ui, desk, &column);
    }
    draw_rows(ui, desk, column);
    sheet_buttons(ui, desk, corner);
    if (ui_key(ui, UI_KEY_BACK)) {
        desk->leaves = true;
    }
}
