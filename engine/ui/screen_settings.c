/* Settings: how everything looks, moves and speaks; and the keys. */

#include <stdbool.h>

#include "core/rules.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/settings.h"
#include "ui/sheet.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { GAP = 12, ROW_H = 34, LOW = 640 };

/* ---- answers ---- */

static int draw_answers(Ui *ui, Box *box, const char *caption, const Choices *choices)
{
    ui_text(ui, box_cut_top(box, ui_line(ui, TYPE_SMALL), 3),
            (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true}, caption);
    return ui_choices(ui, box_cut_top(box, ROW_H, ui->list->h < LOW ? 6 : GAP), choices);
}

static void draw_theme(Ui *ui, const Desk *desk, Box *box)
{
    const char *const labels[] = {say(desk->voice, C_("theme", "dark")),
                                  say(desk->voice, C_("theme", "bright, for a projector"))};
    const Choices choices = {"set-theme", labels, 2, (int)ui->theme};

    ui->theme = (Theme)draw_answers(ui, box, say(desk->voice, "Colours"), &choices);
}

static void draw_scale(Ui *ui, Desk *desk, Box *box)
{
    static const char *const labels[] = {"100 %", "125 %", "150 %", "200 %", "300 %"};
    static const int percent[] = {100, 125, 150, 200, 300};
    enum { COUNT = sizeof percent / sizeof percent[0] };
    Choices choices = {"set-scale", labels, COUNT, -1};

    for (int n = 0; n < COUNT; n++) {
        choices.selected = percent[n] == desk->settings.scale ? n : choices.selected;
    }
    int chosen = draw_answers(
        ui, box, say(desk->voice, "Size of everything, as far as the window has room"), &choices);
    desk->settings.scale = chosen < 0 ? desk->settings.scale : percent[chosen];
}

static void draw_animation(Ui *ui, Desk *desk, Box *box)
{
    const char *const labels[SPEED_COUNT] = {
        say(desk->voice, C_("animation", "off")), say(desk->voice, C_("animation", "normal")),
        say(desk->voice, C_("animation", "fast")), say(desk->voice, C_("animation", "instant"))};
    const Choices choices = {"set-animation", labels, SPEED_COUNT, desk->settings.animation};

    desk->settings.animation =
        draw_answers(ui, box, say(desk->voice, "Movement on the board"), &choices);
}

static void draw_language(Ui *ui, Desk *desk, Box *box)
{
    static const char *const labels[] = {"English", "中文"};
    const Choices choices = {"set-language", labels, 2, (int)desk->voice->language};
    int language = draw_answers(ui, box, say(desk->voice, "Language"), &choices);

    if (language != (int)desk->voice->language) {
        desk_change_language(desk, (Language)language);
    }
}

static void draw_names(Ui *ui, const Desk *desk, Box *box)
{
    const char *const labels[] = {say(desk->voice, C_("names", "of nations")),
                                  say(desk->voice, C_("names", "neutral"))};
    const Choices choices = {"set-names", labels, 2, (int)desk->voice->names};

    desk->voice->names =
        (Names)draw_answers(ui, box, say(desk->voice, "Names on the map"), &choices);
}

static void draw_window(Ui *ui, Desk *desk, Box *box)
{
    const char *const labels[] = {say(desk->voice, C_("window", "a window")),
                                  say(desk->voice, C_("window", "the whole screen"))};
    const Choices choices = {"set-window", labels, 2, desk->settings.full_screen};

    desk->settings.full_screen = draw_answers(ui, box, say(desk->voice, "It fills"), &choices);
}

/* ---- keys ---- */

typedef struct KeyLine {
    const char *key, *does;
} KeyLine;

static const KeyLine keys[] = {
    {"Tab, ← → ↑ ↓", N_("from one thing to the next")},
    {"Enter", N_("choose it")},
    {"Esc", N_("one step back; the right mouse button does the same")},
    {"1 … 9", N_("a card of the hand")},
    {"E · O · S", N_("its event, its operations, shelve it")},
    {"Space", N_("held: the board after the market")},
    {"Z", N_("take back")},
    {"H", N_("a hint, where the table offers one")},
    {"D", N_("discarded, removed and unseen cards")},
    {"F1", N_("the handbook, and back")},
    {"F2", N_("English or Chinese")},
    {"F3", N_("the cards, and back")},
    {"F11", N_("the whole screen, or a window")},
};

enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

static void draw_keys(Ui *ui, const Desk *desk, Box box)
{
    enum { CAP_W = 120 };
    Box inside = sheet_panel(ui, box, say(desk->voice, "KEYS"));
    int most = ui_line(ui, TYPE_BODY) + GAP;
    int height = inside.h / KEY_COUNT;

    height = height < most ? height : most;
    for (int n = 0; n < KEY_COUNT; n++) {
        Box line = box_cut_top(&inside, height, 0);
        Box cap = box_cut_left(&line, CAP_W, GAP);
        ui_text(ui, cap, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, keys[n].key);
        ui_text(ui, line, (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true},
                say(desk->voice, keys[n].does));
    }
}

/* ---- the screen ---- */

void screen_settings(Ui *ui, Desk *desk)
{
    enum { WIDTH = 1120 };
    Box box = sheet_begin(ui, desk, say(desk->voice, "Settings"), WIDTH);
    int most = KEY_COUNT * (ui_line(ui, TYPE_BODY) + GAP) + 64;

    box.h = box.h < most ? box.h : most;
    Box left = sheet_panel(ui, box_cut_left(&box, (box.w - GAP) / 2, GAP),
                           say(desk->voice, "LOOK AND LANGUAGE"));

    draw_theme(ui, desk, &left);
    draw_scale(ui, desk, &left);
    draw_animation(ui, desk, &left);
    draw_language(ui, desk, &left);
    draw_names(ui, desk, &left);
    draw_window(ui, desk, &left);
    draw_keys(ui, desk, box);
    if (ui_key(ui, UI_KEY_BACK)) {
        desk_back(desk);
    }
}
