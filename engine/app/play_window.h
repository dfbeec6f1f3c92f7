/* A game in a window. */

#ifndef TPD_APP_PLAY_WINDOW_H
#define TPD_APP_PLAY_WINDOW_H

#include "app/command.h"
#include "app/options.h"
#include "match/match.h"
#include "text/voice.h"

typedef struct WindowOptions {
    int theme; /* Theme */
    int scale; /* index into the words of --scale */
} WindowOptions;

Option window_option_theme(WindowOptions *options);
Option window_option_scale(WindowOptions *options);

/* OUTCOME_RUN: there is a display; else that there is none is reported. */
Outcome window_ready(void);

/* Plays until the window is closed; the voice may change meanwhile. */
Outcome window_play(Match *match, const WindowOptions *options, Voice *voice);

#endif
