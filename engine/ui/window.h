/* The window on a desktop: what people do becomes UiInput, a draw list becomes pixels. */

#ifndef TPD_UI_WINDOW_H
#define TPD_UI_WINDOW_H

#include "core/status.h"
#include "ui/fonts.h"
#include "ui/settings.h"
#include "ui/ui.h"

/* What a frame wants to happen next. */
typedef enum WindowWish {
    WISH_WAIT,  /* nothing, until somebody does something: no work is done meanwhile */
    WISH_AGAIN, /* another frame at once: something moves, or a bot thinks */
    WISH_SOON,  /* another frame in a moment: something goes by the clock, or is waited for */
    WISH_TICK,  /* another frame in a quarter of a second: a clock runs */
    WISH_LEAVE,
} WindowWish;

typedef struct WindowHost {
    const char *title;
    Fonts *fonts;
    Ui *ui;
    Settings
        *settings; /* size, place and scale: as it begins, then as it is; frames may change them */
    WindowWish (*frame)(void *user, Ui *ui); /* between ui_begin() and ui_end() */
    void *user;
} WindowHost;

/* Whether a window can be opened here, before anything else is begun. */
Status window_check(Error *err);

/* Puts a text where other programs can paste it from; while a window is shown. */
Status window_copy(const char *text, Error *err);

/* Shows the window until a frame wants to leave or it is closed. */
Status window_run(const WindowHost *host, Error *err);

#endif
