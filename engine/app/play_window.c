#include "app/play_window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/play_settings.h"
#include "app/saves.h"
#include "app/voice.h"
#include "core/rules.h"
#include "core/status.h"
#include "text/voice.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/fonts.h"
#include "ui/motion.h"
#include "ui/settings.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/window.h"

enum { WIDTH = 1280, HEIGHT = 800, PERCENT = 100 };

static const char *const scale_words[] = {"1", "1.25", "1.5", "2", "3", NULL};
static const int scale_percent[] = {100, 125, 150, 200, 300};

Option window_option_theme(WindowOptions *options)
{
    return option_word(
        "theme", theme_name, &options->theme,
        "of the window: dark, or bright for a projector (default: as in the settings)");
}

Option window_option_scale(WindowOptions *options)
{
    return option_word("scale", scale_words, &options->scale,
                       "how large everything in the window is (default: as in the settings)");
}

Outcome window_ready(void)
{
    Error err;

    return window_check(&err) == STATUS_OK
               ? OUTCOME_RUN
               : complain_failed("play", "%s: expected one, or --text to play in the terminal",
                                 err.text);
}

/* What a window needs, in one piece of memory. */
typedef struct Opened {
    Desk desk;
    Ui ui;
    DrawList list;
} Opened;

static Outcome run(Opened *opened, Fonts *fonts)
{
    const WindowHost host = {.title = "Trillion-Parameter Diplomacy",
                             .fonts = fonts,
                             .ui = &opened->ui,
                             .settings = &opened->desk.settings,
                             .frame = desk_frame,
                             .user = &opened->desk};
    Error err;

    if (window_run(&host, &err) != STATUS_OK) {
        return complain_failed("play", "%s", err.text);
    }
    return opened->desk.failed ? complain_error(&opened->desk.err) : OUTCOME_OK;
}

/* Settings first, and over them what the command line wants. */
static void follow_settings(Opened *opened, const WindowOptions *options, Voice *voice)
{
    Desk *desk = &opened->desk;
    Settings *settings = &desk->settings;
    char fault[SETTINGS_FAULT_SIZE];
    Error err;

    settings_load(settings, fault);
    desk->written = *settings;
    if (fault[0] != '\0') {
        desk_notice(desk, fault);
    }
    if (options->theme >= 0) {
        settings->theme = options->theme;
    }
    if (options->scale >= 0) {
        settings->scale = scale_percent[options->scale];
        settings->width = WIDTH * settings->scale / PERCENT;
        settings->height = HEIGHT * settings->scale / PERCENT;
    }
    if (!options->language && settings->language < LANGUAGE_COUNT &&
        voice_change(voice, (Language)settings->language, &err) != STATUS_OK) {
        desk_notice(desk, err.text);
    }
    if (voice->names == NAMES_GEOGRAPHIC) {
        voice->names = (Names)settings->names;
    }
    opened->ui.theme = (Theme)settings->theme;
}

static Outcome play(Opened *opened, const WindowGame *game, Fonts *fonts)
{
    Desk *desk = &opened->desk;
    Error err;

    desk->host = play_host_services(game->host);
    if (game->host->match != NULL) {
        if (game->path != NULL) {
            saves_read_agreement(game->path, &desk->agreement);
            snprintf(game->host->path, sizeof game->host->path, "%s", game->path);
        }
        desk_sit_down(desk, game->host->match);
        desk_open(desk, SCREEN_TABLE);
    }
    Outcome outcome = run(opened, fonts);
    if (memcmp(&desk->settings, &desk->written, sizeof desk->settings) != 0 &&
        settings_save(&desk->settings, &err) != STATUS_OK) {
        complain_error(&err);
    }
    return outcome;
}

Outcome window_play(const WindowGame *game, const WindowOptions *options, Voice *voice)
{
    Opened *opened = calloc(1, sizeof *opened);
    Fonts *fonts;
    Error err;

    if (opened == NULL) {
        return complain_failed("play", "out of memory");
    }
    if (fonts_open(&fonts, &err) != STATUS_OK) {
        free(opened);
        return complain_error(&err);
    }
    desk_init(&opened->desk, game->host->rules, voice, SCREEN_TITLE);
    opened->desk.motion.on = true;
    opened->ui.list = &opened->list;
    opened->ui.voice = voice;
    opened->ui.measure = fonts_measure(fonts);
    follow_settings(opened, options, voice);
    Outcome outcome = play(opened, game, fonts);
    desk_clear(&opened->desk);
    fonts_close(fonts);
    free(opened);
    return outcome;
}
