/* A game in a window. */

#ifndef TPD_APP_PLAY_WINDOW_H
#define TPD_APP_PLAY_WINDOW_H

#include <stdbool.h>

#include "app/command.h"
#include "app/options.h"
#include "app/play_host.h"
#include "text/voice.h"

typedef struct WindowOptions {
    int theme; /* Theme, or -1: as in the settings */
    int scale; /* index into the words of --scale, or -1 */
    bool
        language; /* the voice's was asked for; else it is that of the settings, if they have one */
} WindowOptions;

Option window_option_theme(WindowOptions *options);
Option window_option_scale(WindowOptions *options);

/* OUTCOME_RUN: there is a display; else that there is none is reported. */
Outcome window_ready(void);

/* A game to begin with: the host has it, and its agreement is beside the journal. */
typedef struct WindowGame {
    PlayHost *host;   /* without a match: the title is shown */
    const char *path; /* of the match's journal, or NULL */
} WindowGame;

/* Shows the window until it is closed; the voice may change meanwhile. */
Outcome window_play(const WindowGame *game, const WindowOptions *options, Voice *voice);

#endif
