#include "app/play_window.h"

#include <stdlib.h>

#include "app/voice.h"
#include "core/rules.h"
#include "core/status.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/fonts.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/window.h"

enum { WIDTH = 1280, HEIGHT = 800 };

static const char *const scale_words[] = {"1", "1.25", "1.5", "2", "3", NULL};
static const float scale_values[] = {1, 1.25F, 1.5F, 2, 3};

Option window_option_theme(WindowOptions *options)
{
    return option_word("theme", theme_name, &options->theme,
                       "of the window: dark, or bright for a projector (default: dark)");
}

Option window_option_scale(WindowOptions *options)
{
    return option_word("scale", scale_words, &options->scale,
                       "how large everything in the window is (default: 1)");
}

static Status change_language(void *user, Voice *voice, Language language, Error *err)
{
    (void)user;
    return voice_change(voice, language, err);
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

static Outcome run(Opened *opened, const WindowOptions *options, Fonts *fonts)
{
    const WindowHost host = {.title = "Trillion-Parameter Diplomacy",
                             .fonts = fonts,
                             .ui = &opened->ui,
                             .w = WIDTH,
                             .h = HEIGHT,
                             .scale = scale_values[options->scale],
                             .frame = desk_frame,
                             .user = &opened->desk};
    Error err;

    if (window_run(&host, &err) != STATUS_OK) {
        return complain_failed("play", "%s", err.text);
    }
    return opened->desk.failed ? complain_error(&opened->desk.err) : OUTCOME_OK;
}

Outcome window_play(Match *match, const WindowOptions *options, Voice *voice)
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
    desk_init(&opened->desk, match, voice, SCREEN_TABLE);
    opened->desk.host.change_language = change_language;
    opened->ui.list = &opened->list;
    opened->ui.theme = (Theme)options->theme;
    opened->ui.voice = voice;
    opened->ui.measure = fonts_measure(fonts);
    Outcome outcome = run(opened, options, fonts);
    fonts_close(fonts);
    free(opened);
    return outcome;
}
